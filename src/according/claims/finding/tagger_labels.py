"""The labels the network gives: to a token by itself, and to a token as seen from one cue."""

__all__ = ["CUE_START", "LABELS", "ROLES"]

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""Labels of a token by itself. The first token of a cue stands for its attribution: its anchor."""

CUE_START = LABELS.index("B-cue")

ROLES = ("none", "source", "cue", "content")
"""Labels of a token as seen from one anchor: what it is in that anchor's attribution."""
