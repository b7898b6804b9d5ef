"""The command line's verbs, one module a group; `cli` registers them. Heavy imports stay inside the functions."""
