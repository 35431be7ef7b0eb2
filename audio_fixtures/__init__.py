"""Recordings with exact truth, made from small scripts. See README.md beside this."""
