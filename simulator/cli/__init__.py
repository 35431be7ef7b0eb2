"""The command line: flags in, one line out where something is wrong."""
