"""Measures of the product, each run as `python -m benchmarks.NAME`."""

import simulator  # noqa: F401  what it asks of libraries comes before they are loaded
