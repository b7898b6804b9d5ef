"""A known name that is only part of the name that stands there: "Sudan Liberation Movement", "Kataib Hezbollah"."""

from typing import Any

from according.claims.statements.names.countries import country_of_adjective, country_of_name
from according.claims.statements.syntax.nouns import LEADERS, OFFICES, words
from according.claims.voices.roles import ARMED_WORDS, TITLES
from according.records import Mention, Span

__all__ = ["NO_NAME", "TITLE_ENDS", "TRUSTED", "capital", "known_in_full"]

TRUSTED = ("pack", "known", "lexicon")
NO_NAME = words(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday mr mrs ms dr the a an this that these those it he she they we i but and or if "
    "as in on at for from by supreme independent media brig gen col lt capt maj arab muslim christian shia sunni "
    "islamist western eastern northern southern islamic international official west east north south muslims "
    "christians"
)
TITLE_ENDS = words(
    "movement army party front union council alliance coalition congress forces force brigade brigades network "
    "foundation "
    "federation command corps association committee resistance guard guards legion"
)


def known_in_full(doc: Any, text: str, mention: Mention) -> Mention:
    """The whole of "Sudan Liberation Movement", which is no country though it begins with one."""
    if mention.why in TRUSTED and mention.kind == "armed_group":
        return _branch(doc, text, _prefixed(doc, text, mention))
    if mention.why not in TRUSTED or not country_of_name(mention.name):
        return mention
    tokens = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    last = tokens.end if tokens is not None else len(doc)
    while last < len(doc) and doc[last - 1].whitespace_ and capital(doc[last]):
        last += 1
    if tokens is None or last == tokens.end or doc[last - 1].lower_ not in TITLE_ENDS:
        return mention
    span = Span(mention.span.start, doc[last - 1].idx + len(doc[last - 1].text))
    return Mention(span, "organization", span.of(text), span.of(text), "rule")


def _prefixed(doc: Any, text: str, mention: Mention) -> Mention:
    """The whole of "Kataib Hezbollah" where only Hezbollah is known: another group."""
    tokens = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    before = doc[tokens.start - 1] if tokens is not None and tokens.start else None
    if before is None or not before.whitespace_ or not before.text[:1].isupper():
        return mention
    if before.text.lower() not in ARMED_WORDS:
        return mention
    span = Span(before.idx, mention.span.end)
    return Mention(span, "armed_group", span.of(text), span.of(text), "rule")


def _branch(doc: Any, text: str, mention: Mention) -> Mention:
    """The whole of "Islamic State Khorasan" where only the parent is known: another group."""
    tokens = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    last = tokens.end if tokens is not None else 0
    while tokens is not None and last < len(doc) and doc[last - 1].whitespace_ and capital(doc[last]):
        word = doc[last].text.lower()
        role = word in TITLES or doc[last].lemma_.lower() in OFFICES | LEADERS
        person = doc[last].ent_type_ == "PERSON" and doc[last].ent_iob_ == "B"
        if role or person or country_of_adjective(doc[last].text):
            return mention
        last += 1
    if tokens is None or last == tokens.end:
        return mention
    span = Span(mention.span.start, doc[last - 1].idx + len(doc[last - 1].text))
    return Mention(span, "armed_group", span.of(text), span.of(text), "rule")


def capital(token: Any) -> bool:
    return bool(token.pos_ == "PROPN" and token.text[:1].isupper() and token.text.lower().strip(".") not in NO_NAME)
