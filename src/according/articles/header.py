"""What a text says about itself in its first and last lines: headline, byline, date, credit lines, dateline.

Nothing is removed from the text. Rules are general forms of the press; what they do not find stays empty.
"""

import re
from datetime import date

from according.articles.document import Facts
from according.articles.published import parse_date

__all__ = ["read_header"]

HEAD_LINES = 8
TAIL_LINES = 5

_LABELS = {
    "title": "title", "headline": "title",
    "outlet": "outlet", "publisher": "outlet", "publication": "outlet", "source": "outlet",
    "author": "authors", "authors": "authors", "byline": "authors",
    "date": "published", "published": "published", "published on": "published", "publication date": "published",
    "posted": "published", "posted on": "published",
    "url": "url", "link": "url",
}  # fmt: skip
_LABEL = re.compile(rf"^({'|'.join(sorted(_LABELS, key=len, reverse=True))})\s*:\s*(\S.*)$", re.IGNORECASE)
_POSTED = re.compile(r"^(?:first )?(?:published|posted)(?: on)? (?!by|at|in)(.{6,40})$", re.IGNORECASE)
_ORIGINALLY = re.compile(
    r"^\(?(?:(?:this|the) (?:article|story|report|piece) )?(?:was )?(?:originally|first) "
    r"(?:published|appeared|released|reported) (?:at|by|in|on) (?P<outlet>[^,|.]{2,60}?)"
    r"(?: by (?P<author>[^,|]{3,80}?))?(?:(?:,| on|\|) ?(?P<date>[^|]{6,40}?))?[.)]*$",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"^(?:By|BY|Written by)\s+(?P<names>[A-Z\W][^.!?:;]{2,120})$")
_NAME = re.compile(r"^[^\W\d_a-z][\w'’.-]*(?: (?:[^\W\d_a-z][\w'’.-]*|al|el|de|da|van|von|bin|ibn|la|du|der|of)){1,4}$")
_DATELINE = re.compile(
    r"^(?P<all>[^\W\d_a-z][\w.'’-]*(?:[ ,/]+(?:[^\W_a-z][\w.'’-]*|al|el|de|of)){0,7},?\s*"
    r"\((?P<agency>[^\W_a-z][^()\n]{1,39})\)\s*[-–—])"
)
# How sites that relay others name themselves; "Reuters reports, citing …" with a comma names somebody else.
_CITING = re.compile(
    r"[,.] (?:as )?(?P<outlet>[A-Z][\w&-]*(?:\.[a-z]{2,4})?(?: [A-Z][\w&.-]*){0,3}) reports "
    r"(?:citing|with reference to|referring to) (?P<cited>[^.\n]{3,80})"
)
_TAIL = re.compile(
    r"^[(\[]?(?:(?:additional |with )?"
    r"(?:reporting|writing|editing|translat(?:ion|ed)|compiled|edited|written|reported) by\b"
    r"|(?:with|includes?) (?:inputs?|reporting|files?|contributions?|materials?|information) from\b"
    r"|(?:this|the) (?:article|story|report|piece|digest)\b.{0,40}"
    r"\b(?:first|originally|republished|reprinted|appeared|provided)\b"
    r"|(?:re-?published|re-?printed|syndicated|reproduced) (?:from|with|by|courtesy)\b"
    r"|(?:source|credit|digest of|via|original)\s?:)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r"^[^.]{2,80} contributed (?:to )?(?:this|reporting)\b", re.IGNORECASE)
_SIGN_OFF = re.compile(r"^(?:[-–—]{1,2} ?(?P<dashed>[A-Z][\w .&/]{1,40})|\((?P<bracketed>[A-Z][\w .&/-]{1,30})\))$")
_SIGNED = re.compile(r"\((?P<agency>[A-Z][A-Za-z .&/]{1,20})\)\s*$")
_ADDRESS = re.compile(r"^https?://\S+$")


def read_header(text: str) -> Facts:
    """The facts the first and last lines of a plain text state."""
    lines = [line.strip().lstrip("\ufeff") for line in text[:20_000].split("\n")]
    head = [line for line in lines if line][:HEAD_LINES]
    if not head:
        return Facts()
    facts = _read_front(text, head)
    found: dict[str, object] = {}
    credits: list[str] = list(facts.credits)
    for line in head:
        _read_line(line, found, credits)
    labelled = Facts(
        title=str(found.get("title", "")),
        outlet=str(found.get("outlet", "")),
        authors=_tuple(found.get("authors")),
        published=_date(found.get("published")),
        url=str(found["url"]) if "url" in found else None,
    )
    # A dateline opens a paragraph; the first ones are enough, later ones belong to quoted material.
    agency = ""
    for line in head[:4]:
        if match := _DATELINE.match(line):
            credits.append(match["all"])
            agency = match["agency"]
            break
    if not agency:
        for line in head[:3]:
            if match := _CITING.search(line):
                credits.append(match[0].lstrip(",. "))
                agency = match["outlet"]
                break
    credits += [line for line in _tail(text) if line not in credits]
    guessed = Facts(title=_headline(head, text), outlet=agency, credits=tuple(credits))
    return facts.over(labelled).over(guessed)


def _read_front(text: str, head: list[str]) -> Facts:
    from according.articles.front_matter import split_front_matter

    return split_front_matter(text)[0] if head[0] == "---" else Facts()


def _read_line(line: str, found: dict[str, object], credits: list[str]) -> None:
    if len(line) > 200:
        return
    if match := _LABEL.match(line):
        field, value = _LABELS[match[1].lower()], match[2].strip()
        parsed: object = {"published": parse_date, "authors": _names}.get(field, str)(value)
        if parsed and (field != "url" or _ADDRESS.match(value)):
            found.setdefault(field, parsed)
    elif match := _ORIGINALLY.match(line):
        credits.append(line)
        found.setdefault("outlet", match["outlet"].strip())
        if match["author"]:
            found.setdefault("authors", _names(match["author"]))
        if match["date"] and (when := parse_date(match["date"])):
            found.setdefault("published", when)
    elif match := _BYLINE.match(line):
        if names := _names(match["names"]):
            found.setdefault("authors", names)
    elif (match := _POSTED.match(line)) and (when := parse_date(match[1])):
        found.setdefault("published", when)
    elif _ADDRESS.match(line):
        found.setdefault("url", line)
    elif len(line) < 60 and (when := parse_date(line)):
        found.setdefault("published", when)


def _names(value: str) -> tuple[str, ...]:
    parts = re.split(r"\s*(?:,|;|&|\||\band\b)\s*", value)
    return tuple(part for part in parts if _NAME.match(part))


def _headline(head: list[str], text: str) -> str:
    """The first line when it stands alone, is short and closes like a headline rather than a sentence."""
    first = head[0].lstrip("# ").strip()
    closes = first.endswith((".", ":", ";", ",", '."', ".”", "-", "–", "—")) and not first.endswith(("...", "…"))
    is_other = _LABEL.match(first) or _BYLINE.match(first) or _ADDRESS.match(first) or _DATELINE.match(first)
    if len(head) < 2 or closes or is_other or _ORIGINALLY.match(first) or parse_date(first) or first == "---":
        return ""
    return first if 2 <= len(first.split()) <= 30 and len(first) <= 220 and "\n" in text.strip() else ""


def _tail(text: str) -> list[str]:
    lines = [line.strip() for line in text[-4000:].split("\n") if line.strip()][-TAIL_LINES:]
    found = []
    for line in lines:
        if len(line) <= 300 and (_TAIL.match(line) or _CONTRIBUTED.match(line) or _SIGN_OFF.match(line)):
            found.append(line)
    if lines and not found and (match := _SIGNED.search(lines[-1])):
        found.append(match[0].strip())
    return found


def _tuple(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _date(value: object) -> date | None:
    return value if isinstance(value, date) else None
