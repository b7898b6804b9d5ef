"""The English words of dates and the one pattern that finds them."""

import re

from according.vocabularies import NUMBER_WORDS

__all__ = [
    "AGO_WORDS",
    "DAY_NAMES",
    "FULL_DATE",
    "MONTH_NUMBERS",
    "PARTS",
    "WEEKDAY_NAMES",
    "count_of",
    "unit_name",
]

MONTH_NUMBERS = {
    **{
        name: i
        for i, name in enumerate(
            (
                "january",
                "february",
                "march",
                "april",
                "may",
                "june",
                "july",
                "august",
                "september",
                "october",
                "november",
                "december",
            ),
            1,
        )
    },
    **{
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
}
WEEKDAY_NAMES = {"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6}
DAY_NAMES = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
PARTS = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
    "start": "early",
    "beginning": "early",
    "earlier": "early",
    "later": "late",
}
AGO_WORDS = ("ago", "back")
_VAGUE = {"few": (2, 6), "couple": (2, 3), "several": (3, 9), "some": (2, 9), "dozen": (12, 12)}
"""Outer bounds of vague counts; the wording is kept beside them."""

_M = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_Y = r"(?:1[89]\d\d|20\d\d)"
_PART = r"(?:early|mid|late|(?:the\s+)?(?:end|start|beginning|middle)\s+of)[\s-]+(?:in\s+)?"
_COUNT = (
    r"(?:\d{1,3}|an?|"
    + "|".join(NUMBER_WORDS)
    + r"|(?:a\s+)?few|(?:a\s+)?couple(?:\s+of)?|several|some|(?:a\s+)?dozen)"
)
_UNIT = r"(?:days?|nights?|weeks?|weekends?|fortnights?|months?|years?|decades?)"
_REL = r"(?:last|next|this|the previous)\s+year"
_DAY_PART = r"(?:morning|afternoon|evening|night|at dawn|at noon|at midnight)"

FULL_DATE = re.compile(
    rf"""
    (?P<iso>(?<![\d-])\d{{4}}-\d{{2}}-\d{{2}}(?![\d-]))
  | (?P<full>\b(?:(?:{DAY_NAMES}),?\s+)?(?:
        (?P<md_month>{_M})\s+(?P<md_day>\d{{1,2}})(?:st|nd|rd|th)?
          (?:\s*[-–]\s*(?P<md_to>\d{{1,2}}))?(?!\d|\s*(?:km|percent|people))
          (?:,?\s+(?P<md_year>{_Y})\b|\s+(?P<md_rel>{_REL}))?
      | (?:the\s+)?(?P<dm_day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<dm_month>{_M})
          (?:,?\s+(?P<dm_year>{_Y})\b|\s+(?P<dm_rel>{_REL}))?
    ))
  | (?P<month>\b(?P<m_part>{_PART})?(?P<m_which>(?:last|next|this)\s+)?(?P<m_month>{_M})
      (?:,?\s+(?:of\s+)?(?P<m_year>{_Y})\b|\s+(?P<m_rel>{_REL}))?(?![\w-]))
  | (?P<season>\b(?:(?P<s_which>last|this|next)\s+)?(?:the\s+)?
      (?P<s_name>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?P<s_year>{_Y}))?\b)
  | (?P<span_of_year>\b(?:the\s+)?
      (?P<h_part>(?:first|second)\s+half|(?:first|second|third|fourth|last)\s+quarter|end|close|start|beginning|middle)
      \s+of\s+(?P<h_year>{_Y})\b)
  | (?P<decade>\b(?:the\s+)?(?P<d_part>(?:early|mid|late)[\s-]+)?(?P<d_year>(?:18|19|20)\d0)s\b)
  | (?P<ago>\b(?:(?:about|around|nearly|almost|more\s+than|over|just)\s+)?
      (?P<a_count>{_COUNT})\s+(?P<a_unit>{_UNIT})\s+(?P<a_word>ago|back|earlier|later|before|after)\b)
  | (?P<past_span>\b(?:the\s+)?
      (?P<p_which>(?:most\s+)?recent|past|last|next|coming|(?:over|in|during)\s+the\s+(?:past|last|next|coming))\s+
      (?:(?P<p_count>{_COUNT})\s+)?
      (?P<p_unit>hours|days|nights|weeks|weekends|fortnight|months|years|decades
        |(?<=past\s)(?:day|week|month|year|decade)|(?<=the\slast\s)(?:day|week|month|year|decade))\b)
  | (?P<near>\b(?:(?:late|early|earlier|later)\s+)?
      (?:today|yesterday|tomorrow|tonight|overnight|last\s+night|this\s+(?:morning|afternoon|evening))
      (?:\s+{_DAY_PART})?\b)
  | (?P<weekday>\b(?:(?:late|early)\s+(?:on\s+)?)?(?:(?P<w_which>last|this|next)\s+)?(?P<w_day>{DAY_NAMES})
      (?:\s+{_DAY_PART})?\b)
  | (?P<relative_unit>\b
      (?P<u_part>(?:earlier|later|early|late|mid|(?:in\s+)?(?:the\s+)?(?:end|start|beginning|middle)\s+of)[\s-]+)?
      (?P<u_which>(?:the\s+)?(?:last|this|next|previous|coming)|the)\s+
      (?P<u_unit>week|weekend|month|year|decade)\b(?!\s*(?:old|-)))
  | (?P<anchored>\bthe\s+(?:same\s+day|day\s+before|day\s+after|next\s+day|following\s+day|previous\s+day)\b
      |\bsame\s+day\b)
  | (?P<duration>(?<=\bfor\s)
      (?:(?P<l_about>more\s+than|over|at\s+least|nearly|almost|about|around|less\s+than|up\s+to|under)\s+)?
      (?P<l_count>{_COUNT})\s+(?P<l_unit>{_UNIT})\b)
  | (?P<bare_year>\b(?P<y_part>(?:early|mid|late)[\s-]+(?:in\s+)?)?(?P<y_year>{_Y})\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Every expression; the outermost named group that matched says which kind it is."""


def count_of(words: str) -> tuple[int, int]:
    """The least and most a count can mean: "two" → (2, 2), "a few" → (2, 6)."""
    text = re.sub(r"\s+", " ", words.lower()).removeprefix("a ").removesuffix(" of")
    if text.isdigit():
        return int(text), int(text)
    if text in _VAGUE:
        return _VAGUE[text]
    number = NUMBER_WORDS.get(text, 1)
    return number, number


def unit_name(word: str) -> str:
    """The singular calendar unit a word names."""
    return {"night": "day"}.get(unit := word.lower().rstrip("s"), unit)
