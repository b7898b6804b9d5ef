"""2. Who said what: `Article` → `Extraction` (attribution, chain, status, statements)."""
