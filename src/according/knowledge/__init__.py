"""4. The one store: `base` is the only writer; queries, judgements and origins read."""
