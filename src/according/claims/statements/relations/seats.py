"""What an office is an office of: "AA spokesperson", "commander of the RSF", "its leader", "Mali's minister"."""

from collections.abc import Iterable, Iterator

from according.claims.statements.names.antecedents import span_of
from according.claims.statements.names.countries import (
    adjectives_of,
    country_of_adjective,
    country_of_name,
    country_of_stand_in,
)
from according.claims.statements.names.references import References
from according.claims.statements.reading import Reading, Token
from according.claims.statements.syntax.nouns import ACTORS, GROUPS, LEADERS, MAKERS, OFFICES, PEOPLE, PLACES, words
from according.claims.statements.syntax.passing import BODIES
from according.claims.statements.syntax.phrases import content_head, lemma, prepositional
from according.records import Ref, Span

__all__ = ["seats"]

_OF = ("of", "for", "at", "in", "with", "within", "on")
_LOCAL = frozenset(["governor", "mayor", "administrator"])
_TO = frozenset(["adviser", "advisor", "aide", "ambassador", "envoy"])
_SENT = frozenset(["ambassador", "envoy", "coordinator", "rapporteur", "representative", "commissioner", "delegate"])
"""Who is sent to a country serves another."""
_STATE_OFFICES = frozenset(["president", "minister", "premier"])
_PORTFOLIOS = words("defence defense foreign interior home health energy finance press cabinet")
_KNOWN_WITHOUT = {
    name: country
    for country, names in (
        ("United States", "Trump Biden Obama Bush Clinton"),
        ("Russia", "Putin"),
        ("Syria", "Assad al-Assad"),
        ("China", "Xi"),
        ("Israel", "Netanyahu"),
        ("Ukraine", "Zelensky Zelenskyy Zelenskiy"),
        ("Turkey", "Erdogan Erdoğan"),
        ("France", "Macron"),
        ("Britain", "Starmer"),
        ("Germany", "Merz Scholz"),
        ("India", "Modi"),
    )
    for name in names.split()
}
"""Heads of states and governments whom the world's press names without their country, wherever the article is from."""
_NO_PREMIER = frozenset(
    (
        *("United States", "Nigeria", "Kenya", "Ghana", "Colombia", "Mexico", "Brazil", "Argentina", "Venezuela"),
        *("Indonesia", "Philippines", "Turkey", "Iran", "South Sudan", "Chile", "Liberia", "Honduras", "Cyprus"),
    )
)
"""Countries that are governed by a president alone."""
_PRIVATE = words(
    "expert analyst researcher politician cleric scholar fellow professor reporter veteran manager member editor "
    "correspondent aide chief head founder director lawyer activist"
)
"""Offices that a country's adjective only places ("Iraqi analyst X")."""
_PALACES = frozenset(["Kremlin", "White House", "Pentagon", "Elysee", "Élysée", "Downing Street", "State Department"])
"""Seats of power whose spokesmen are theirs before they are their country's."""
_RULING = ("ruler", "leader", "strongman")
_PROVINCES = words("province state region governorate oblast county prefecture")
_SERVICES = words("army military navy police gendarmerie junta")
_BANDS = words("militia rebel insurgent separatist guerrilla jihadist militant paramilitary gang cartel")
_WITHIN = (
    "compound",
    "nmod",
    "amod",
    "poss",
    "case",
    "punct",
    "det",
    "conj",
    "cc",
    "npadvmod",
    "appos",
    "prep",
    "pobj",
)


def seats(office: Token, person: int, reading: Reading, references: References) -> list[Ref]:
    """The bodies, or for a governor the place, that the office of this person (a mention's index) belongs to."""
    found = list(_behind(office, reading, references))
    if found:
        return found[:2]
    found = list(_in_front(office, person, reading, references)) or list(_governed(office, reading))
    if found:
        return found[:1]
    if _of_state(office) and not _of_something(office):
        state = _state_told(office, person, reading, references)
        return [state] if state is not None else []
    if lemma(office) == "governor" and (province := _province(reading)) is not None:
        return [province]
    for verb in (office.head, office.head.head):
        if verb.lemma_ in ("name", "appoint") and verb.pos_ == "VERB":
            return [
                a for c in verb.lefts if c.dep_ == "nsubj" for r in references.all(c) if (a := references.acting(r))
            ]
    return []


def _of_state(office: Token) -> bool:
    """A minister, a president, or a secretary of a portfolio ("Defence Secretary X")."""
    before = office.nbor(-1).lower_ if office.i else ""
    return lemma(office) in _STATE_OFFICES or (lemma(office) == "secretary" and before in _PORTFOLIOS)


def _state_told(office: Token, person: int, reading: Reading, references: References) -> Ref | None:
    """The state of "President X": the one country of the sentence before in its paragraph, else the article's."""
    surname = reading.mentions[person].name.split()[-1]
    known = _KNOWN_WITHOUT.get(surname)
    if known is not None:
        named = {country_of_name(m.name) or country_of_adjective(m.surface) for m in reading.mentions}
        return references.government(known) if known in named else None
    line = reading.text.rfind("\n", 0, office.idx)
    for countries in (
        _countries_before(office, line, reading),
        {home} if (home := reading.home) is not None else set(),
        _countries_before(office, -1, reading),
        _countries_before(office, -1, reading, capitals=True),
    ):
        countries = {country for country in countries if not _without(office, country)}
        if len(countries) == 1:
            return references.government(countries.pop())
    others = [country for country in reading.countries if not _without(office, country)]
    sure = len(others) == 1 or (len(others) > 1 and reading.countries[others[0]] > reading.countries[others[1]])
    return references.government(others[0], scene=True) if sure and _without(office, reading.home or "") else None


def _without(office: Token, country: str) -> bool:
    """The country has no such office: there is no prime or foreign minister of the United States."""
    prime = office.i and office.nbor(-1).lower_ == "prime"
    if lemma(office) == "premier" or (lemma(office) == "minister" and prime):
        return country in _NO_PREMIER
    return lemma(office) == "minister" and country == "United States"


def _countries_before(office: Token, start: int, reading: Reading, *, capitals: bool = False) -> set[str]:
    """Countries named in the sentence before, from a character on; not where a source is from."""
    countries: set[str] = set()
    number = reading.sentence_of[office.i]
    for token in reading.doc[max(0, office.i - 80) : office.i]:
        if reading.sentence_of[token.i] == number - 1 and token.idx > start:
            index = reading.mention_at(token)
            name = reading.mentions[index].name if index is not None else token.text
            country = country_of_name(name) or country_of_adjective(token.text)
            country = country or (country_of_stand_in(token.text) if capitals else None)
            voice = reading.voice_at(token)
            countries |= {country} if country and (voice is None or voice.kind != "anonymous") else set()
    return countries


def _province(reading: Reading) -> Ref | None:
    """What a governor told without one governs: the one province, state or region the article names as such."""
    found: dict[str, Ref] = {}
    for mention in reading.mentions:
        following = reading.text[mention.span.end : mention.span.end + 14].lower().split()
        named = {*mention.surface.lower().split()[1:], *(w.strip(",.") for w in following[:1])}
        if mention.kind == "place" and named & _PROVINCES:
            found.setdefault(mention.name, Ref(mention.name, "place", mention.span))
    return next(iter(found.values())) if len(found) == 1 else None


def _of_something(office: Token) -> bool:
    following = office.doc[office.i + 1 : office.i + 2].text.lower()
    return following in ("of", "for")


def _behind(office: Token, reading: Reading, references: References) -> Iterator[Ref]:
    """The party behind "of", "for", "at" …, whatever the parser hung the preposition to."""
    words = (*_OF, *(("to",) if lemma(office) in _TO else ()))
    inners = list(prepositional(office, *words))
    following = office.doc[office.i + 1] if office.i + 1 < len(office.doc) else office
    if following.lower_ in words and following.dep_ == "prep":
        inners = [c for c in following.children if c.dep_ == "pobj"] or inners
    for inner in inners:
        called = _called(inner, reading, references)
        known = [called] if called is not None else references.all(inner)
        inner_part = lemma(inner) in ("sector", "zone") and inner.head.head == office  # "commander of X's sector"
        if (not known or inner_part) and reading.mention_at(inner) is None:  # "a member of its political bureau"
            owner = references.acting(references.owner(inner, adjectives=False))
            known = [owner] if owner is not None and owner.kind in BODIES else known
        for ref in known:
            local = lemma(office) in _LOCAL
            acting = ref if ref.kind == "place" and local else references.acting(ref)
            if acting is None and ref.kind == "place" and lemma(office) in ("head", "leader", "chief", "ruler"):
                yield ref  # "the Russian-installed head of the Donetsk region"
                continue
            if acting is None or (ref.kind == "place" and inner.head.lower_ == "in" and lemma(office) in _PRIVATE):
                continue  # "an analyst in Tunis"
            if local:
                yield Ref(acting.name, "place", acting.span)
                continue
            if country_of_name(acting.name) and lemma(office) in _PRIVATE | _SENT:
                continue
            if acting.kind in (*BODIES, "media") or lemma(content_head(inner)) in GROUPS | MAKERS:
                yield acting


def _called(noun: Token, reading: Reading, references: References) -> Ref | None:
    """The name behind the comma of "Hamas's armed wing, the Qassam Brigades"."""
    if (
        reading.mention_at(noun) is not None
        or lemma(noun) not in GROUPS | {"mission"}
        or noun.doc[noun.i + 1].text != ","
    ):
        return None
    following = next((t for t in noun.doc[noun.i + 2 : noun.i + 4] if t.pos_ != "DET"), None)
    index = reading.mention_at(following) if following is not None and following.sent == noun.sent else None
    ref = references.named(index) if index is not None else None
    return ref if ref is not None and ref.kind in ("armed_group", "organization") else None


def _in_front(office: Token, person: int, reading: Reading, references: References) -> Iterator[Ref]:
    """The party in front, nearest first: a name, "its", "the group's", an adjective of a country, "militia"."""
    doc, first = reading.doc, office.i
    while (
        first > 0
        and office.i - first <= 8
        and doc[first - 1].sent == office.sent
        and doc[first - 1].text not in (",", ";", ":", "(", ")", "–", "—")
        and (doc[first - 1].dep_ in _WITHIN or reading.mention_at(doc[first - 1]) is not None)
        and doc[first - 1].pos_ not in ("VERB", "AUX", "SCONJ")
    ):
        first -= 1
    for i in range(office.i - 1, first - 1, -1):
        token = doc[i]
        index = reading.mention_at(token)
        if index == person:
            continue
        if index is not None and (_titled(index, reading) or _portfolio(index, office, reading)):
            continue
        if index is not None and reading.mentions[index].kind == "person":
            return  # the office of the one named second
        if lemma(token) == "military" and (lemma(office) in _RULING or _group_in(doc[first : token.i], reading)):
            continue  # "the Houthi military spokesman" is the Houthis'
        if token.pos_ == "ADP":
            return  # "the city of X commander" is none
        if token.tag_ in ("PRP$", "WP$"):
            whose = references.one(token)
            if whose is not None and whose.kind in BODIES:
                yield whose
            return
        if lemma(token) == "government" and (index is None or reading.mentions[index].name.lower() == "government"):
            owned = any(country_of_adjective(t.text) or t.tag_ in ("POS", "PRP$") for t in doc[first : token.i])
            if not owned:  # "government spokesman X" speaks for a state
                state = _state_told(office, person, reading, references)
                if state is not None:
                    yield state
                return
        if index is not None:
            named = references.named(index)
            palace = reading.mentions[index].surface.removeprefix("the ")
            if palace in _PALACES:
                yield Ref(palace, "government", named.span)
                return
            polity = _of_state(office) and not country_of_name(named.name) and not country_of_stand_in(named.name)
            if named.kind == "place" and (lemma(office) in _LOCAL or polity):
                yield named  # "Puntland President X"
                return
            acting = references.acting(named)
            if acting is not None and country_of_name(acting.name) and lemma(office) in _PRIVATE:
                continue
            if acting is not None and acting.kind in (*BODIES, "media"):
                yield acting
                return
            continue
        country = country_of_adjective(token.text)
        if country and lemma(office) not in _PRIVATE:
            yield references.country(country, token)
            return
        if lemma(token) in _LOCAL | LEADERS | OFFICES:
            continue
        if lemma(token) in _BANDS and token.dep_ not in ("poss",):
            band = _band_before(token, reading, references)
            if band is not None:
                yield band
            return
        force = _of_country(token, doc[first : token.i], reading, references) if lemma(token) in _SERVICES else None
        if force is not None:
            yield force
            return
        place = references.resolve(token) if lemma(office) in _LOCAL and token.dep_ == "poss" else None
        if place is not None and place.kind == "place":
            yield place
            return
        if token.dep_ in ("compound", "nmod") and _owned(doc[first : token.i], reading):
            continue  # "the Houthis' intelligence chief"
        owns = bool(token.dep_ == "poss" and lemma(token) in ACTORS)
        if owns or (lemma(token) in ACTORS - PEOPLE - PLACES and token.dep_ in ("compound", "poss", "nmod")):
            body = references.resolve(token)
            if body is not None and body.name.lower() in _SERVICES and (home := adjectives_of(reading.home or "")):
                body = Ref(f"{home[0]} {body.name.lower()}", "government", body.span)
            if body is not None and body.kind in (*BODIES, *((None,) if owns and token.tag_ == "NNS" else ())):
                yield body
                return


def _governed(office: Token, reading: Reading) -> Iterator[Ref]:
    """Kharkiv in "Kharkiv Governor X", taken for one name."""
    index = reading.mention_at(office)
    if index is not None and lemma(office) in _LOCAL and reading.ranges[index][0] < office.i:
        span = Span(reading.mentions[index].span.start, office.idx - 1)
        yield Ref(span.of(reading.text), "place", span)


def _of_country(service: Token, before: Iterable[Token], reading: Reading, references: References) -> Ref | None:
    """The Chadian army in "Chad's army chief", "Chadian army spokesman"; None when no country stands in front."""
    for token in before:
        index = reading.mention_at(token)
        name = reading.mentions[index].name if index is not None else token.text
        country = country_of_adjective(token.text) or country_of_name(name)
        if token.tag_ == "PRP$" and (whose := references.one(token)) is not None:
            country = country_of_name(whose.name)
        adjectives = adjectives_of(country) if country else ()
        if adjectives and (country_of_adjective(token.text) or token.tag_ == "PRP$" or token.nbor(1).tag_ == "POS"):
            return Ref(f"{adjectives[0]} {service.text}", "government", span_of(service))
    return None


def _group_in(tokens: Iterable[Token], reading: Reading) -> bool:
    found = [reading.mention_at(token) for token in tokens]
    return any(m is not None and reading.mentions[m].kind in ("armed_group", "organization") for m in found)


def _owned(tokens: Iterable[Token], reading: Reading) -> bool:
    """A group's name with its 's stands in front."""
    return any(t.tag_ == "POS" and _group_in([t.nbor(-1)], reading) for t in tokens)


def _titled(index: int, reading: Reading) -> bool:
    """A title taken for a name: "Petroleum Minister"."""
    last = reading.doc[reading.ranges[index][1] - 1]
    return lemma(last) in OFFICES | LEADERS


def _portfolio(index: int, office: Token, reading: Reading) -> bool:
    """A minister's portfolio taken for a name: "Education Minister X", "Oil Minister X"."""
    mention = reading.mentions[index]
    known = mention.why in ("pack", "known", "lexicon") or mention.kind == "place" or country_of_name(mention.name)
    return bool(
        lemma(office) in ("minister", "secretary")
        and not known
        and office.i == reading.ranges[index][1]
        and office.text[:1].isupper()
    )


def _band_before(word: Token, reading: Reading, references: References) -> Ref | None:
    """The group that "rebel leader X" leads: the only armed group of this sentence and the one before."""
    names: dict[str, Ref] = {}
    for index in reading.actors_before(word):
        if reading.sentences_between(reading.ranges[index][0], word) > 1:
            break
        ref = references.named(index)
        if ref.kind == "armed_group":
            names.setdefault(ref.name, ref)
    return next(iter(names.values())) if len(names) == 1 else None
