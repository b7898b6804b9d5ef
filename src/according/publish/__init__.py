"""6. Files out: one module per format, one traversal."""
