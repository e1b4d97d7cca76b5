# The help page: keys and what they do.
