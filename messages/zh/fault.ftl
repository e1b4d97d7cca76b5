# What is wrong with a scenario file, and what to do about it.
