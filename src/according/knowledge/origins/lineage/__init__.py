"""Who took it from whom: paragraphs, credits and quoted words, and the families of articles they make."""
