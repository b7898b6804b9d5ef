"""What a name looks like, and what its own words say it names."""

import re

from according.claims.voices.roles import ARMED_WORDS, DEMONYMS, MEDIA_NAMES, MEDIA_WORDS
from according.claims.voices.titles import is_numbered
from according.vocabularies import MentionKind

__all__ = ["GOVERNMENT", "NAME", "kind_by_words"]

_ABBREVIATED = r"(?:Gen|Brig|Col|Lt|Sgt|Maj|Capt|Adm|Cmdr|Sen|Rep|Gov|Dr|Mr|Mrs|Ms|St|Jr|Sr|Prof|Rev|Hon|Amb)\."
_CAP = (
    rf"(?:{_ABBREVIATED}|(?:(?:[Aa]l|[Ee]l|[Aa]sh|[Aa]s|[Aa]n|[Aa]d|[Aa]t|[Aa]z|[Aa]r|[Uu]l|[Ww]al)[-–])?"
    r"[A-ZÀ-ÖØ-Þ](?:(?:\.[A-Z])+\.?|\.(?=\s[A-Z])|(?:[\w'’ʿʾ-]|\.(?=\w))*))"
)
_LINK = r"(?:[ \u00a0]+(?:of|for|the|and|al|el|bin|ibn|abu|wal|van|von|de|del|der|da|di|la|le|ul|ud|du|y)\b)*"
NAME = re.compile(rf"[\"“]?{_CAP}(?:{_LINK}[ \u00a0]+{_CAP}|[ \u00a0]+&[ \u00a0]+{_CAP})*[\"”]?")
GOVERNMENT = re.compile(
    r"\b(government|ministry|ministries|parliament|senate|congress|cabinet|council|pentagon|kremlin"
    r"|white house|state department|"
    r"embassy|treasury|supreme court|police|presidency|administration|navy|air force|armed forces)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\b(inc|ltd|llc|corp|corporation|company|co|industries|gmbh|plc|airlines|bank|holdings)\b\.?$", re.IGNORECASE
)


def kind_by_words(name: str) -> MentionKind | None:
    """What the words of a name say it names, or None: "Foreign Ministry" a government, "Liberation Front" an
    armed group."""
    words = {w.lower().strip("\"“”'’.,") for w in re.split(r"[\s-]+", name)}
    if words & MEDIA_NAMES or name.lower() in MEDIA_NAMES or (words & MEDIA_WORDS and len(words) > 1):
        return "media"
    if is_numbered(name) or (GOVERNMENT.search(name) and " for " not in name):
        return "government"
    if words & ARMED_WORDS:
        national = bool(words & DEMONYMS) and bool(words & {"army", "forces", "guard", "guards", "corps"})
        return "government" if national else "armed_group"
    if _COMPANY.search(name):
        return "company"
    return None
