"""How many were hit or taken, as part of what they are called: "at least 14 people", "dozens of gunmen"."""

from dataclasses import replace

from according.claims.statements.names.references import References
from according.claims.statements.reading import Token
from according.claims.statements.syntax.nouns import SOLDIERY, words
from according.claims.statements.syntax.phrases import lemma
from according.claims.statements.syntax.quantities import quantity_of
from according.records import Quantity, Ref, Span

__all__ = ["counted", "empty"]

_MANY = words(
    "several many few dozen dozens score scores hundred hundreds thousand thousands ten tens couple pair number "
    "handful million millions"
)
_ROUNDING = words(
    "at least most more less fewer than about some around nearly almost up to over roughly approximately a an of "
    "no under exactly only just as another other the estimated hundred thousand million"
)
_NOTHING = words(
    "other others rest some many most one ones part parts thing things place town village city district area region "
    "it that this them sea air sky ocean water waters ground"
)
_OPENING = ("of", "than", "to", "the", "as", "no", "just", "only", "other")
"""Words that stand between counting words, and never begin or make a count."""


def empty(ref: Ref | None) -> bool:
    """True for words that name no thing by themselves: "the others", "the town", "the rest"."""
    return ref is not None and ref.kind is None and ref.name.lower() in _NOTHING


def counted(references: References, ref: Ref, doer: Ref) -> tuple[Ref, Quantity | None]:
    """What is told by its own words in full: with the count before it, its owner, and what it is of or for.

    What has a name stays as it is; `doer` owns nothing of what is done to others. The quantity is None where nothing
    is counted.
    """
    if ref.span is None:
        return ref, None
    reading = references.reading
    doc = reading.doc
    tokens = doc.char_span(ref.span.start, ref.span.end, alignment_mode="expand")
    if not tokens or reading.mention_at(tokens.root) is not None:
        return ref, None
    if not _own_words(tokens.text, ref.name):
        heads = quantity_of(tokens.root) if lemma(tokens.root) in SOLDIERY else None
        return ref, replace(heads, unit=tokens.root.text) if heads is not None else None
    if " " not in ref.name and ref.name[:1].isupper() and not tokens[0].is_sent_start:
        return ref, quantity_of(tokens.root)  # "39,000 Palestinians": the people
    name = _tail(tokens.root, ref.name.removesuffix(" and"), doc.text)
    owned = any(t.dep_ == "poss" and t.i < tokens.start for t in tokens.root.lefts)
    whose = references.owner(tokens.root, adjectives=False) if owned else None
    if whose is not None and whose.name != doer.name and whose.name not in name:
        name = f"{whose.name}' {name}" if whose.name.endswith("s") else f"{whose.name}'s {name}"
    end = ref.span.end
    ref = Ref(name, ref.kind, ref.span)
    first = tokens[0]
    start, counts = first.i, False
    for at in range(first.i - 1, max(first.sent.start, first.i - 9) - 1, -1):
        token = doc[at]
        number = token.like_num or token.lower_ in _MANY
        if not number and token.lower_ not in _ROUNDING:
            break
        if number or counts or token.lower_ in ("of", "other", "more"):
            start, counts = at, counts or number
    while start < first.i and doc[start].lower_ in _OPENING and doc[start + 1].lower_ != "fewer":
        start += 1
    if start < first.i and doc[start].lower_ in ("a", "an") and doc[start + 1].lower_ not in _MANY:
        start += 1
    if not counts or start == first.i:
        return ref, None
    begin = doc[start].idx
    text = " ".join([doc.text[begin : first.idx].strip(' "“”'), ref.name])
    if doc[start].is_sent_start and doc[start].pos_ != "PROPN":
        text = text[0].lower() + text[1:]
    return Ref(" ".join(text.split()), None, Span(begin, end)), quantity_of(tokens.root)


def _tail(root: Token, name: str, text: str) -> str:
    """The name with what it is of or for: "calls for foreign protection", "road to the dam"."""
    last = root
    for child in root.rights:
        joined = child.dep_ == "prep" and child.lower_ in ("of", "for", "to") and child.i == last.i + 1
        if not joined or any(t.ent_type_ in ("DATE", "TIME") for t in child.subtree):
            break
        edge = child.right_edge
        if edge.i - root.i > 8 or any(t.dep_ in ("relcl", "acl", "pcomp") or t.is_punct for t in child.subtree):
            break
        last = edge
    if last == root or not name.endswith(root.text):
        return name
    return " ".join([name, *text[root.idx + len(root.text) : last.idx + len(last.text)].split()])


def _own_words(text: str, name: str) -> bool:
    plain = " ".join(text.replace('"', "").replace("“", "").replace("”", "").split())
    return plain == name
