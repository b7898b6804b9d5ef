"""Independent, or an echo? Families of articles, propositions, origins, contradictions, grades: all of it derived."""
