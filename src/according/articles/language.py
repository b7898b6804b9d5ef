"""Which language a text is in (py3langid, loaded on first use)."""

import re

__all__ = ["identify_language"]

# The identifier sees this many characters: its answer no longer changes beyond a paragraph or two.
SAMPLE = 3000
# Below this many words a Latin-script text is too short to tell English from its neighbours by letter sequences.
MIN_WORDS = 8


def identify_language(text: str) -> str:
    """ISO 639-1 code. A Latin-script text too short to tell is taken for `en`, the records' default."""
    sample = text[:SAMPLE]
    words = re.findall(r"\w+", sample)
    if len(words) < MIN_WORDS and sample.isascii():
        return "en"
    import py3langid

    return str(py3langid.classify(sample)[0])
