"""Offices held, told in passing: "AA spokesperson X", "X, commander of the RSF", "the group's leader, Y"."""

import re
from collections.abc import Iterator

from according.claims.statements.names.countries import adjectives_of, country_of_name, country_of_stand_in
from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading, Token
from according.claims.statements.relations.founding import FOUNDERS
from according.claims.statements.relations.seats import seats
from according.claims.statements.syntax.nouns import LEADERS, OFFICES, words
from according.claims.statements.syntax.passing import BODIES, passing
from according.claims.statements.syntax.phrases import conjuncts, content_head, lemma, premodifiers
from according.records import Ref, Time

__all__ = ["companions", "offices"]

_OVER = words("then late ousted deposed fired sacked fugitive slain")
_FORMER = words("former ex erstwhile onetime formerly outgoing")
"""An office no longer held; the statement says so as its time."""
_LESSER = frozenset(
    ["deputy", "vice", "assistant", "media", "co", "acting-deputy", "second", "junior", "second-in-command"]
)
_ONE_OF_SEVERAL = frozenset(
    ["a", "an", "another", "local", "regional", "field", "sector", "junior", "senior", "mid-level"]
)
_RANKS = words(
    "general colonel captain major lieutenant brigadier admiral commodore sergeant marshal gen col capt maj lt brig "
    "adm sgt senior vice rear"
)
_OFFICE_OF = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}(?:office|department|directorate|division|bureau|section|desk|service|sector|bureau)\b"
)
_FORCES = words("army military forces navy force")
_SECTIONS = words(
    "intelligence security media operations finance propaganda information logistics recruitment district"
)
"""A chief of these heads a part of the body, not the body."""
_SMALL = words("squad cell team section platoon company battalion brigade regiment division unit sector")
"""A leader of one of these leads only a part of a larger body."""
_ENDING = words("topple oust depose overthrow unseat remove dismiss sack fire")
"""What is done to somebody who leads nothing any more."""
_IN_POWER = re.compile(
    r",? (?:who (?:has|have) (?:ruled|governed|led|headed|run)(?: (?:the|his|her) country)?|in power|in office|"
    r"who has been in (?:power|office)) (?:since|for)\b"
)
_TAKING_OFFICE = words("name appoint elect promote choose install anoint select designate proclaim crown nominate")
_HOLDING = words("serve act work continue return emerge operate take sit")
_LEAVING = words("resign step retire quit oust remove replace dismiss fire sack topple depose")
_RULERS = frozenset(["junta", "government", "regime", "administration"])
_LED = _RULERS | words("militia faction group movement army force brigade militants gang party rebels fighter")
_LINKS = ("be", "remain", "become")


def offices(reading: Reading, references: References) -> Iterator[Draft]:
    """Who holds which office of whom; one no longer held is a role whose time says "former"."""
    for index, mention in enumerate(reading.mentions):
        if mention.kind != "person":
            continue
        person, head = references.named(index), reading.heads[index]
        seen: set[tuple[str, str]] = set()
        for office in dict.fromkeys(_office_nouns(index, head, reading)):
            if _ended(office):
                continue
            former = _former(office)
            for body in seats(office, index, reading, references):
                predicate = "founded" if lemma(office) in FOUNDERS else _predicate(office, body)
                part = former is not None or _owner_only(body, reading)
                predicate = "role_in" if part and predicate == "leads" else predicate
                if predicate == "leads" and (_overthrown(head, office) or _overthrown(office, office)):
                    continue
                guessed = former is not None and body.span is None  # whose president he was is not told
                if guessed or (predicate, body.name) in seen or body.name == person.name:
                    continue
                seen.add((predicate, body.name))
                why = f"office {office.text}"
                if predicate == "founded":
                    yield from passing(body, "founded", person, office, why, head)
                else:
                    for draft in passing(person, predicate, body, office, why, head):
                        draft.time = former
                        yield draft


def _overthrown(head: Token, office: Token) -> bool:
    """The person is told to have been put out of office, or killed after a long time in it: "killed its longtime
    leader, X". "Killed X, a leader of Y" still says who it was."""
    before = {t.lower_ for t in premodifiers(office)}
    if before & {"a", "an"}:
        return False
    ending = _ENDING | ({"kill", "assassinate"} if before & {"longtime", "long-time", "founding"} else frozenset())
    token = head
    while token.dep_ in ("appos", "compound", "nmod") and token.head != token:
        token = token.head
    verb = token.head
    return token.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in ending and not _unsure(verb)


def companions(reading: Reading, references: References) -> Iterator[Draft]:
    """Who is told with a body alone: "X of the Y observatory" has a role in it; "the Y of General X" is led by X."""
    for index, mention in enumerate(reading.mentions):
        head = reading.heads[index]
        if mention.kind == "person":
            yield from _of_body(index, head, reading, references)
            if head.dep_ == "pobj" and head.head.lower_ == "of":
                yield from _of_person(index, head.head, reading, references)
            state = references.home()
            if state is not None and _IN_POWER.match(reading.text, mention.span.end):
                yield from passing(references.named(index), "leads", state, head, "in power")


def _of_body(index: int, head: Token, reading: Reading, references: References) -> Iterator[Draft]:
    doc, end = reading.doc, reading.ranges[index][1]
    if doc[end : end + 1].text == ",":
        end += 1
    link = doc[end] if end < len(doc) else None
    if link is None or link.lower_ not in ("of", "from", "at") or link.sent != head.sent:
        return
    if link.lower_ == "from" and doc[end - 1].text != "," and link.head != head:
        return
    for inner in (c for c in link.children if c.dep_ == "pobj"):
        at = reading.mention_at(inner)
        apposed = [m for c in inner.children if (m := reading.mention_at(c)) is not None and c.dep_ == "appos"]
        if at is None and not apposed and inner.i + 1 < len(doc):  # "of the monitoring project ACLED"
            apposed = [m for m in [reading.mention_at(doc[inner.i + 1])] if m is not None]
        for body in (references.named(m) for m in ((at,) if at is not None else apposed[:1])):
            if body.kind in ("armed_group", "organization", "company") and link.i < inner.i <= link.i + 9:
                yield from passing(references.named(index), "role_in", body, head, f"name {link.lower_} body", inner)


def _of_person(index: int, link: Token, reading: Reading, references: References) -> Iterator[Draft]:
    noun = link.head
    at = reading.mention_at(noun)
    if noun.i != link.i - 1 and (at is None or reading.ranges[at][1] != link.i):
        return
    if at is not None:
        named = references.named(at)
        body = named if named.kind in ("armed_group", "organization") else None
    elif lemma(noun) in _LED and any(t.lower_ == "the" for t in premodifiers(noun)):
        body = references.resolve(noun)
        vague = body is None or body.kind not in BODIES or reading.mentions[index].name in body.name
        if lemma(noun) in _RULERS and vague:
            adjectives = adjectives_of(_country_of(noun, reading) or "")
            body = Ref(f"{adjectives[0]} {noun.text}", "government") if adjectives else None
    else:
        return
    if body is not None and body.kind in BODIES:
        yield from passing(references.named(index), "leads", body, noun, "body of person", reading.heads[index])


def _country_of(noun: Token, reading: Reading) -> str | None:
    """The one country of the sentence, by name or capital ("In Niamey, the junta of X"), else the article's."""
    found: set[str] = set()
    for mention, head in zip(reading.mentions, reading.heads, strict=True):
        country = country_of_name(mention.name) or country_of_stand_in(mention.name)
        if country is not None and head.sent == noun.sent and head.i < noun.i:
            found.add(country)
    return found.pop() if len(found) == 1 else reading.home


def _predicate(office: Token, body: Ref) -> str:
    word, before = lemma(office), {t.lower_ for t in premodifiers(office)}
    if before & _LESSER or (office.i and office.nbor(-1).lower_ in _LESSER):
        return "role_in"
    if word == "chief" and office.doc[office.i + 1 : office.i + 3].text.lower() == "of staff":
        return "leads" if _FORCES & set(body.name.lower().split()) else "role_in"
    if before & _SECTIONS and not before & _SECTIONS & set(body.name.lower().split()):
        return "role_in"
    if word in ("governor", "mayor"):
        return "leads" if body.kind == "place" else "role_in"
    small = lemma(office.nbor(-1)) if office.i else ""
    if small in _SMALL and small not in body.name.lower():
        return "role_in"
    prime = word == "minister" and "prime" in before | {office.nbor(-1).lower_ if office.i else ""}
    near = {t.lower_ for t in office.doc[max(0, office.i - 2) : office.i + 3]}
    if word in ("general", "secretary") and {"general", "secretary"} <= near:
        return "leads"
    if word == "commander" and before & _ONE_OF_SEVERAL:
        return "role_in"
    return "leads" if word in LEADERS or prime else "role_in"


def _owner_only(body: Ref, reading: Reading) -> bool:
    """The body only owns what the office heads: "the head of the army's media office"."""
    return body.span is not None and body.kind != "place" and _OFFICE_OF.match(reading.text, body.span.end) is not None


def _near(office: Token) -> set[str]:
    return {t.lower_ for t in (*premodifiers(office), *office.doc[max(0, office.i - 3) : office.i])}


def _ended(office: Token) -> bool:
    """Taken away, or held by one who is dead: no word of it."""
    return bool(_near(office) & _OVER)


def _former(office: Token) -> Time | None:
    """The word that says the office is over; None while it is held."""
    word = next((w for w in sorted(_near(office)) if w in _FORMER or w.startswith(("former-", "ex-"))), None)
    return Time(word, ending=True) if word is not None else None


def _office(token: Token) -> bool:
    return lemma(token) in OFFICES | LEADERS | FOUNDERS and token.pos_ in ("NOUN", "PROPN", "ADJ", "X")


def _office_nouns(index: int, head: Token, reading: Reading) -> Iterator[Token]:
    yield from _before(index, head, reading)
    yield from _after(index, head, reading)
    yield from _linked(head)
    yield from _appointed(head)


def _before(index: int, head: Token, reading: Reading) -> Iterator[Token]:
    """The title in front of a name, or the phrase in front of the comma before it."""
    doc, start = reading.doc, reading.ranges[index][0]
    i = start - 1
    while i >= 0 and doc[i].text in ('"', "“", "-"):
        i -= 1
    if i < 0 or doc[i].sent != head.sent:
        return
    rank = i
    while rank > 0 and doc[rank].text.lower().strip(".") in _RANKS and doc[rank].pos_ == "PROPN":
        rank -= 1
    if rank < i and doc[rank].text == ",":  # "the head of X, Colonel Y"
        i = rank
    if doc[i].lemma_ in _LINKS and doc[i].pos_ in ("AUX", "VERB") and i and _office(doc[i - 1]):
        yield doc[i - 1]  # "its emir is X", however the rest was read
        return
    if doc[i].text != ",":
        if _office(doc[i]):
            yield doc[i]
            if doc[i - 1].lower_ == "and" and _office(doc[i - 2]):
                yield doc[i - 2]  # "founder and leader X"
        elif doc[i].text in ("State", "Staff") and i > 1 and doc[i - 1].lower_ in ("of", "the"):
            yield from (doc[j] for j in (i - 2, i - 3) if j >= 0 and _office(doc[j]))  # "Secretary of State X"
        return
    # "the head of the Y institute, X": back over the phrase before the comma, which holds no verb
    for j in range(i - 1, max(-1, i - 15), -1):
        token = doc[j]
        if (
            token.sent != head.sent
            or token.text in (",", ";", ":", "–", "—", '"', "”")
            or token.pos_ in ("VERB", "AUX")
        ):
            return
        other = reading.mention_at(token)
        if other is not None and reading.mentions[other].kind == "person":
            return
        if _office(token) and token.dep_ not in ("compound", "nmod", "amod") and other is None:
            if not _of_it(token, i, reading):
                return
            yield token
            return


def _of_it(office: Token, comma: int, reading: Reading) -> bool:
    """The comma ends the office's own phrase: nothing, or "of …", "for …" stands between."""
    following = office.i + 1
    if following == comma:
        return True
    return reading.doc[following].lower_ in ("of", "for", "in", "at", "with", "to", "and", "-")


def _after(index: int, head: Token, reading: Reading) -> Iterator[Token]:
    """The office behind a name's comma: "X, 44, the army's chief of staff", "X, one of three leaders of the Y"."""
    doc, end = reading.doc, reading.ranges[index][1]
    i = end
    if i < len(doc) and doc[i].text == "(":  # "X (also spelt Y), leader of …"
        i = next((j + 1 for j in range(i, min(i + 8, len(doc))) if doc[j].text == ")"), i)
    if i >= len(doc) or doc[i].text != ",":
        for child in head.children:
            if child.dep_ == "appos" and child.i > head.i and _office(content_head(child)):
                yield content_head(child)
        return
    if doc[i + 1 : i + 2].text.isdigit() and doc[i + 2 : i + 3].text == ",":
        i += 2
    for j in range(i + 1, min(i + 14, len(doc))):
        token = doc[j]
        other = reading.mention_at(token)
        if token.sent != head.sent or token.text in (".", ",", ";", ":", '"', "”", "–", "—"):
            return
        if j == i + 1 and token.pos_ == "CCONJ":
            return  # "X, and its army chief, Y"
        if token.lower_ == "of" and doc[j - 1].lower_ != "one":
            return  # "X, brother of its founder"
        if token.pos_ in ("AUX", "SCONJ") or token.tag_ in ("WP", "WDT", "VBD", "VBZ", "VBP", "PRP"):
            return
        if other is not None and reading.mentions[other].kind == "person":
            if doc[j + 1 : j + 2].text not in ("'s", "’s", "'"):
                return
            continue
        if _office(token) and other is None:
            if _office(doc[j + 1]) if j + 1 < len(doc) else False:
                continue  # "deputy leader"
            if doc[j + 1 : j + 2].text in ("'s", "’s") or token.dep_ in ("poss",):
                continue
            yield token
            for part in conjuncts(token):
                if part != token and _office(part) and part.i < token.i + 5:
                    yield part
            return


def _linked(head: Token) -> Iterator[Token]:
    """The office in "X is the head of Y", "Y's commander is X", "whose leader is X", "led by its commander X"."""
    verb = head.head
    past = any(c.lower_ in ("once", "formerly", "previously", "briefly") for c in verb.children)
    if head.dep_ in ("nsubj", "attr") and verb.lemma_ in _LINKS and not _unsure(verb) and not past:
        for child in verb.children:
            if child.dep_ in ("attr", "nsubj") and child != head:
                child = content_head(child)
                if _office(child):
                    yield child
                    yield from (part for part in conjuncts(child) if part != child and _office(part))


def _appointed(head: Token) -> Iterator[Token]:
    """The office in "named X as head of Y", "X serves as Y's chief", "X took over as commander"."""
    verb = head.head
    while verb.dep_ in ("relcl", "acl") and verb.pos_ != "VERB":
        verb = verb.head
    if head.dep_ == "appos" and head.head.dep_ in ("nsubj", "nsubjpass"):
        verb = head.head.head  # "the group's deputy leader, X, now serves as …"
        verbs = [verb]
    else:
        verbs = [verb] if head.dep_ in ("dobj", "nsubjpass", "nsubj") else []
    verbs += [v for v in verb.children if v.dep_ == "conj" and v.lemma_ in _HOLDING] if verbs else []
    verbs += [c for c in head.children if c.dep_ in ("relcl", "acl") and c.pos_ == "VERB"]
    for verb in verbs:
        if _unsure(verb) or verb.lemma_ in _LEAVING:
            continue
        if verb.lemma_ in _TAKING_OFFICE and head.dep_ in ("dobj", "nsubjpass"):
            for child in (*verb.children, *head.children):
                if child.dep_ in ("oprd", "appos", "attr", "dobj") and child != head and _office(child):
                    yield child
        if verb.lemma_ in _TAKING_OFFICE | _HOLDING:
            for child in (
                *verb.children,
                *(g for c in verb.children if c.dep_ in ("prt", "advmod") for g in c.children),
            ):
                if child.dep_ == "prep" and child.lower_ == "as":
                    yield from (c for c in child.children if c.dep_ == "pobj" and _office(c))


def _unsure(verb: Token) -> bool:
    return any(c.dep_ == "neg" or (c.dep_ == "aux" and c.tag_ in ("MD", "TO")) for c in verb.children)
