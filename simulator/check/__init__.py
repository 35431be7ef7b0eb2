"""Recordings against what is expected of them, for CI and for a coach's own references.

Nothing heavy is imported here: pytest loads this package wherever it is installed.
"""
