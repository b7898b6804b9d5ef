"""Measures of quality and speed, and the floors they may not fall below: `python -m benchmarks`."""
