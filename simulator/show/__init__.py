"""Show: the terminal; events in, keys out."""
