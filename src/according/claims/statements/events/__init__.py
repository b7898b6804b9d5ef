"""What happened: PLOVER events told by verbs, by nouns, by the act of speaking."""
