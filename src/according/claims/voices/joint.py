"""Several voices in one phrase: "the army and two residents", "Israeli and American officials"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from according.claims.mentions import Names
from according.claims.page import Page, tidy
from according.claims.statements.names.countries import country_of_name
from according.claims.voices.persons import is_people, named_person, without_determiner
from according.claims.voices.phrase import Phrase, read_phrase
from according.claims.voices.roles import DEMONYMS, NUMBERS, PEOPLE, body_kind, is_rank
from according.claims.words import DOCUMENTS
from according.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["as_one", "together"]

_AND = re.compile(r",?\s+(?:and|as well as|along with|together with)\s+(?:both\s+|also\s+)?")
_COMMA = re.compile(r",\s+")
_BOTH = re.compile(r"(?:both|either)\s+", re.IGNORECASE)
_OWN = re.compile(
    r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]nother|[Tt]his|[Tt]hat|[Oo]ne of)\s"
    r"|(?:[A-Z][\w.-]*\s){0,2}[A-Z][\w.-]*['’]s?\s"
)
_ASIDE = re.compile(r",\s+(?:who|which|whose|whom)\b|\s(?:who|which|whose|whom)\s")
_BELONGS = re.compile(r"\s(?:of|for|from|to)\s")
_MASS = frozenset(
    {"police", "army", "military", "government", "navy", "parliament", "coastguard", "opposition", "authorities"}
)
"""Bodies that are told apart from others without an article: "the army and police"."""
_SECTORS = frozenset(
    {"official", "officer", "source", "leader", "spokesman", "spokeswoman", "spokesperson", "commander", "chief",
     "figure", "representative", "personnel", "force", "minister", "agency", "service"}
)  # fmt: skip
"""Nouns that a word before them, or two joined by "and", tells of which body: "police and army officers"."""
_ANYBODY = frozenset(
    {"man", "woman", "boy", "girl", "child", "person", "people", "family", "brother", "sister", "mother", "father",
     "son", "daughter", "husband", "wife", "parent", "friend", "relative", "neighbour", "neighbor", "colleague"}
)  # fmt: skip
"""People of no office: "men and women", "friends and relatives" are one crowd."""


def as_one(span: Span, parts: Sequence[Phrase]) -> Phrase:
    """The voices of one phrase as the one that "they" later means; its parts speak each for themselves."""
    kind = parts[0].kind if len({part.kind for part in parts}) == 1 else "anonymous"
    return Phrase(span, " and ".join(part.name for part in parts), kind, plural=True, parts=tuple(parts))


def together(page: Page, span: Span, names: Names) -> list[Phrase]:
    """The voices of a phrase that names or describes several ("Moscow and Pyongyang", "the army and residents"); none
    for one voice ("a lawyer and activist", "search and rescue teams"), and where that is open."""
    spans = _pieces(page, span, names)
    if len(spans) < 2:
        return []
    if (divided := _of_nations(page, spans, names)) is not None:
        return divided
    found: list[Phrase] = []
    for i, piece in enumerate(spans):
        phrase = _voice(page, piece, names)
        if phrase is None or (i and not _parted(page, spans[i - 1], piece, found[-1], phrase)):
            return []
        found.append(phrase)
    heads = {phrase.head for phrase in found if not phrase.named}
    if len(heads) > 1 and heads <= _ANYBODY and not any(phrase.named for phrase in found):
        return []
    return found if len({phrase.name for phrase in found}) == len(found) else []


def _pieces(page: Page, span: Span, names: Names) -> list[Span]:
    """The phrase cut at "and" outside of names, and its front at commas where these part a list."""
    if country_of_name(without_determiner(span.of(page.text))) is not None:
        return []  # "Bosnia and Herzegovina"
    end = span.end
    held = [m.span for m in names.mentions if m.span.overlaps(span)]
    text = span.of(page.text)
    start = span.start + (both.end() if (both := _BOTH.match(text)) is not None else 0)
    cuts = [
        m for m in _AND.finditer(page.text, start, end)
        if m.start() > start and not any(h.start < m.start() and m.end() < h.end for h in held)
    ]  # fmt: skip
    if not cuts:
        return []
    cut = cuts[-1]
    front, last = tidy(page.text, start, cut.start()), tidy(page.text, cut.end(), end)
    if front is None or last is None or page.quotation_of(cut.start()) is not None:
        return []
    fronts, at = [], front.start
    for match in [*_COMMA.finditer(page.text, front.start, front.end), *cuts[:-1]]:
        if (piece := tidy(page.text, at, match.start())) is not None:
            fronts.append(piece)
        at = match.end()
    if (piece := tidy(page.text, at, front.end)) is not None:
        fronts.append(piece)
    return [*(fronts if _is_list(page, fronts, names) else [front]), last]


def _is_list(page: Page, pieces: Sequence[Span], names: Names) -> bool:
    """False for an apposition ("Amnesty International, a rights group,") and for a relative clause."""
    if len(pieces) < 2:
        return False
    if any(re.match(r"(?:who|which|whose|whom|that|including|among)\b", p.of(page.text)) for p in pieces):
        return False
    phrases = [read_phrase(page, p, names) for p in pieces]
    if all(p.named for p in phrases):
        return not any(_OWN.match(p.of(page.text)) for p in pieces[1:]) or all(p.kind != "person" for p in phrases)
    if any(p.named for p in phrases):
        return False
    many = [(noun := _noun(page, p)) is not None and noun.tag_ in {"NNS", "NNPS"} for p in pieces]
    return all(many) or any(many)


def _voice(page: Page, piece: Span, names: Names) -> Phrase | None:
    """The piece as a voice of its own: a name that is known for one, somebody described, a body, a document."""
    words = without_determiner(piece.of(page.text))
    if words.lower() in {"he", "she"}:
        return read_phrase(page, piece, names)
    plain = re.sub(r"\s+\([^)]*\)", "", _ASIDE.split(words)[0].split(",")[0])
    mention = next((m for m in names.inside(piece) if len(m.surface) >= len(plain) - 4), None)
    if plain[:1].isupper() and (mention is not None or country_of_name(plain) is not None):
        phrase = read_phrase(page, piece, names)
        return phrase if phrase.named and not phrase.plural else None
    if (person := named_person(page, piece, names)) is not None and person[1]:
        if is_rank(person[0].split()[-1]) or person[0].split()[-1].lower() in PEOPLE:
            return None  # "Prime Minister and Defence Minister Jan Dok"
        return read_phrase(page, piece, names)
    head = _noun(page, piece)
    if head is None:
        return None
    lemma = head.lemma_.lower()
    if not is_people(head.text, lemma) and body_kind(lemma) is None and lemma not in DOCUMENTS:
        return None
    return read_phrase(page, piece, names)


def _noun(page: Page, piece: Span) -> "Token | None":
    """The noun of the piece by its place: the last one before a preposition, a relative clause or a participle."""
    noun = None
    for token in page.tokens(piece):
        if token.pos_ in {"NOUN", "PROPN"}:
            noun = token
        elif noun is not None and token.pos_ not in {"PART", "PUNCT", "NUM", "ADJ"} and token.text not in "-–":
            break
    return noun


def _parted(page: Page, left: Span, right: Span, first: Phrase, second: Phrase) -> bool:
    """True where the second is surely another voice than the first, and no further word for it."""
    first_noun, second_noun = _noun(page, left), _noun(page, right)
    own = _OWN.match(right.of(page.text)) is not None or second.number is not None
    if first.pronoun:
        return second.plural or own or second.named
    if first_noun is None or second_noun is None:
        return False
    if not own and not second.named and not second.plural and second.head not in _MASS and first.head not in _MASS:
        return False  # "the founder and director"
    if second.named and second.kind == "person" and second.role is not None and not own and not first.named:
        return first.plural or first.kind not in {"anonymous", "eyewitness"}  # "founder and leader Jan Dok"
    sector = second_noun.lemma_.lower() in _SECTORS and second_noun.tag_ == "NNS"
    shares = not own and sector and not (first.definite or first.number)
    if shares and len(right.of(page.text).split()) > 1 and (not first.plural or first.head in _MASS):
        return False  # "police and army officers"
    behind = first_noun.idx + len(first_noun)
    if not first.named and behind < left.end and _BELONGS.search(page.text, behind, left.end):
        body = second.kind not in {"person", "anonymous", "eyewitness", "document"}
        if body or not (own or second.named or second.kind == "eyewitness"):
            return False  # "a spokesman for the army and the police", "the minister of defence and veterans"
    return not _inner(first_noun, second_noun, left)


def _inner(first: "Token", second: "Token", left: Span) -> bool:
    """True where the parser joins the second to a word inside the first that could speak as well: "a spokesman for the
    army and the police"."""
    token = second
    while token.dep_ in {"compound", "nmod", "amod", "poss"} and token.head.i > token.i:
        token = token.head
    joined = token.head if token.dep_ in {"conj", "appos"} else None
    if joined is None or joined.i == first.i or not left.start <= joined.idx < left.end or joined.i < first.i:
        return False
    lemma = joined.lemma_.lower()
    return is_people(joined.text, lemma) or body_kind(lemma) is not None or joined.ent_type_ == "ORG"


def _of_nations(page: Page, spans: Sequence[Span], names: Names) -> list[Phrase] | None:
    """ "Israeli and American officials": the noun goes with each; None for phrases of another form."""
    if len(spans) != 2:
        return None
    left, right = (span.of(page.text) for span in spans)
    words, adjective = right.split(), without_determiner(left)
    if len(words) < 2 or words[0].lower().rstrip(".") not in DEMONYMS or not words[0][:1].isupper():
        return None
    whole = read_phrase(page, spans[1], names)
    noun = _noun(page, spans[1])
    if noun is None or noun.tag_ != "NNS" or whole.named or whole.kind not in {"anonymous", "eyewitness"}:
        return None
    whole = replace(whole, plural=True)
    number, _, last = adjective.rpartition(" ")
    if last.lower().rstrip(".") not in DEMONYMS and not re.fullmatch(r"U\.?[SKN]\.?|EU", last):
        return None
    if number and (number.lower() in NUMBERS or not number.islower()):
        return None  # "two Israeli and American officials" may be one of each
    rest = " ".join(words[1:])
    return [replace(whole, span=spans[0], name=f"{adjective} {rest}", affiliation=None), whole]
