# What the subcommands say on the command line.
