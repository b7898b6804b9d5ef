"""Arms that changed hands or were made, told by a noun: "Chad's main supplier of drones", "rifles bought from X"."""

from collections.abc import Iterator

from according.claims.statements.names.countries import country_of_adjective, country_of_name
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.syntax.nouns import ARMS, words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, premodifiers, prepositional
from according.claims.statements.syntax.quantities import quantity_of
from according.records import Ref

__all__ = ["transfers"]

_SUPPLIERS = words("supplier provider source seller vendor exporter")
_MAKERS = words("maker manufacturer producer builder developer designer")
_PASSINGS = words(
    "supply sale shipment delivery transfer export consignment flow provision donation smuggling gift cargo"
)
_UNSURE = words(
    "approve plan consider propose suspend halt ban block stop freeze cancel delay prevent oppose demand request seek "
    "discuss promise pledge announce offer want deny call urge refuse authorize authorise intend expect negotiate"
)
_NOT_YET = words("planned proposed possible potential future further additional promised alleged no")
_GOING = words("flow pour reach arrive go travel stream trickle")
_HANDED = words("supply provide give donate deliver send gift furnish lend")
_USED = words("use fire launch field operate deploy carry wield unveil display employ have receive unleash")
_BOUGHT = words("buy purchase acquire obtain procure receive import source get")


def transfers(token: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """What one noun tells of arms given or made."""
    word = lemma(token)
    if word in _SUPPLIERS:
        yield from _supplier(token, reading, references)
    elif word in _MAKERS:
        yield from _maker(token, reading, references)
    elif word in _PASSINGS and not _planned(token):
        yield from _passing(token, reading, references)
    elif word in ARMS or _weapon(token, reading) is not None:
        yield from _under_way(token, reading, references)
        yield from _handed(token, reading, references)


def _parties(heads: Iterator[Token] | list[Token], references: References) -> list[Ref]:
    found = [a for head in heads for ref in references.all(head) if (a := references.acting(ref)) is not None]
    return [ref for ref in found if ref.kind in BODIES]


def _weapon(token: Token, reading: Reading) -> int | None:
    index = reading.mention_at(token)
    return index if index is not None and reading.mentions[index].kind == "weapon" else None


def _arms(head: Token, reading: Reading, references: References) -> list[tuple[Token, Ref]]:
    """The arms of one phrase and those listed with it: by name, else in their words."""
    found: list[tuple[Token, Ref]] = []
    for one in (head, *(c for c in head.subtree if c.dep_ == "conj" and c.i > head.i and c.i < head.i + 9)):
        one = content_head(one)
        inner = [m for t in (*premodifiers(one), one) if (m := _weapon(t, reading)) is not None]
        if inner:
            found.extend((one, references.named(m)) for m in dict.fromkeys(inner))
        elif lemma(one) in ARMS and (thing := references.thing(one)) is not None:
            found.append((one, Ref(_short(one, thing.name), None, thing.span)))
    return found


def _short(head: Token, name: str) -> str:
    """The thing's words without what is told of where it goes: "drones" in "drones to Chad"."""
    name = name[: name.find(head.text) + len(head.text)] if head.text in name else name
    return name[:1].lower() + name[1:] if head.doc[head.i].sent.text.startswith(name) else name


def _drafts(
    givers: list[Ref], takers: list[Ref], things: list[tuple[Token, Ref]], anchor: Token, why: str
) -> Iterator[Draft]:
    for giver in givers:
        for taker in takers:
            for head, thing in things if giver.name != taker.name else ():
                yield Draft(
                    giver, "supplies", taker, anchor, last=head, item=thing, quantity=quantity_of(head), why=why
                )


def _subjects(noun: Token, reading: Reading, references: References) -> list[Ref]:
    """Who is told to be what the noun says: before its comma, or the subject of "is"."""
    if noun.dep_ == "appos":
        return _parties([noun.head], references)
    if noun.dep_ == "attr" and noun.head.lemma_ in ("be", "remain", "become"):
        unsure = any(c.dep_ == "neg" or c.tag_ == "MD" for c in noun.head.children)
        return [] if unsure else _parties([c for c in noun.head.lefts if c.dep_ == "nsubj"], references)
    return []


def _supplier(noun: Token, reading: Reading, references: References) -> Iterator[Draft]:
    givers = _subjects(noun, reading, references)
    things = [pair for inner in prepositional(noun, "of") for pair in _arms(content_head(inner), reading, references)]
    if not things and any(lemma(t) in ARMS and t.dep_ == "compound" for t in premodifiers(noun)):
        things = [(noun, Ref("arms"))]
    takers = _parties([*prepositional(noun, "to", "for"), *_owners(noun)], references)
    takers += [
        a
        for item, _ in things
        for t in prepositional(item, "to", "for")
        for a in _parties([t], references)
        if item != noun
    ]
    yield from _drafts(givers, takers, things, noun, f"noun {lemma(noun)}")


def _maker(noun: Token, reading: Reading, references: References) -> Iterator[Draft]:
    for maker in _subjects(noun, reading, references):
        for inner in prepositional(noun, "of"):
            for head, thing in _arms(content_head(inner), reading, references):
                yield Draft(maker, "manufactures", thing, noun, last=head, told=False, times=False, why="noun maker")


def _owners(noun: Token) -> list[Token]:
    return [t for t in premodifiers(noun) if t.dep_ == "poss" and t.head == noun]


def _planned(noun: Token) -> bool:
    """Told as something still to come, or stopped."""
    if any(t.lower_ in _NOT_YET for t in premodifiers(noun)):
        return True
    up = noun.head
    for _ in range(3):
        if up.pos_ in ("VERB", "AUX"):
            break
        up = up.head
    passive = noun.dep_ == "nsubjpass"
    return (up.lemma_ in _UNSURE and (noun.dep_ in ("dobj", "pobj") or (passive and up.lemma_ != "announce"))) or any(
        c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in up.children
    )


def _passing(noun: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "Chad's supply of drones to X", "arms shipments from Chad to X", "the sale of Turkish drones to X"."""
    things = [pair for inner in prepositional(noun, "of") for pair in _arms(content_head(inner), reading, references)]
    compound = [t for t in premodifiers(noun) if lemma(t) in ARMS and t.dep_ in ("compound", "nmod", "amod")]
    if not things and compound:
        things = [(noun, Ref("arms" if lemma(compound[-1]) == "arm" else compound[-1].text))]
    if not things:
        return
    heads = [noun, *(head for head, _ in things if head != noun)]
    givers = _parties([t for head in heads for t in prepositional(head, "from", "by")], references)
    givers = givers or _parties(_owners(noun), references) or _makers(things, noun, references)
    takers = _parties([t for head in heads for t in prepositional(head, "to", "for")], references)
    yield from _drafts(givers, takers, things, noun, f"noun {lemma(noun)}")


def _makers(things: list[tuple[Token, Ref]], noun: Token, references: References) -> list[Ref]:
    """Whose arms they are by their adjective: "the sale of Turkish drones", "Iranian arms shipments"."""
    for head in (noun, *(head for head, _ in things)):
        for token in premodifiers(head):
            country = country_of_adjective(token.text) or (
                country_of_name(token.text) if token.dep_ == "compound" else None
            )
            if country is not None:
                return [references.country(country, token)]
    return []


def _under_way(noun: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "weapons from Chad are flowing to X", "drones from Chad reached X"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ not in _GOING or any(c.tag_ in ("MD", "TO") for c in verb.children):
        return
    givers = _parties(list(prepositional(noun, "from")), references)
    ends = [*prepositional(verb, "to", "into"), *(c for c in verb.children if c.dep_ == "dobj")]
    yield from _drafts(
        givers, _parties(ends, references), _arms(noun, reading, references), noun, f"{noun.text} {verb.lemma_}"
    )


def _handed(noun: Token, reading: Reading, references: References) -> Iterator[Draft]:
    """Reads "rifles supplied by Chad", "Iranian-supplied drones" in the hands of who uses or owns them."""
    givers: list[Ref] = []
    for verb in (c for c in noun.children if c.dep_ in ("acl", "amod") and c.tag_ == "VBN"):
        if verb.lemma_ in _HANDED and verb.i > noun.i:
            givers += _parties(list(prepositional(verb, "by")), references)
            if list(prepositional(verb, "to")):
                return  # told by the verb itself
        elif verb.lemma_ in _BOUGHT and verb.i > noun.i and not list(prepositional(verb, "by")):
            givers += _parties(list(prepositional(verb, "from")), references)
        elif verb.lemma_ in (*_HANDED, "fund") and verb.i > 1 and verb.nbor(-1).text == "-":
            side = verb.nbor(-2)
            country = country_of_adjective(side.text) or country_of_name(side.text)
            index = reading.mention_at(side)
            if country is not None:
                givers.append(references.country(country, side))
            elif index is not None and references.named(index).kind in BODIES:
                givers.append(references.named(index))
    if not givers:
        return
    things = _arms(noun, reading, references)[:1]
    bare = [(head, Ref(head.text if "-" in thing.name else thing.name, None, thing.span)) for head, thing in things]
    takers = _parties([*_owners(noun), *prepositional(noun, "of")], references)
    if not takers and noun.dep_ == "dobj" and noun.head.lemma_ in _USED:
        takers = _parties([c for c in noun.head.lefts if c.dep_ == "nsubj"], references)
    yield from _drafts(givers, takers, bare, noun, f"{noun.text} handed")
