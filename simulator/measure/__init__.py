"""Measure: one family of measures a file, all of one form."""
