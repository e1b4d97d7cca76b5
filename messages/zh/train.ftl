# What `train` says.

