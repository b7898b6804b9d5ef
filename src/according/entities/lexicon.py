"""What packs know, offered to an extractor: known names in a text, and its dates."""

import hashlib
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from according.entities.choice import is_common
from according.entities.dates import find_times
from according.entities.finder import Hit, Known, NameFinder
from according.entities.names import fold
from according.entities.packs import Pack, State
from according.entities.place_scan import CALLED, names_alone, scan_places
from according.records import Entity, Mention, Name, Place, Span, Time
from according.vocabularies import MentionKind

if TYPE_CHECKING:
    from according.entities.gazetteer import Gazetteer

__all__ = ["PackLexicon"]

_LOCATIVE = re.compile(
    r"\b(?:in|inside|within|into|across|throughout|near|outside|around|over|at|via|through|entering|leaving|left|"
    r"reached|visit(?:ed|ing)?|toured|between|"
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest|northern|southern|eastern|western|central|"
    r"north-?eastern|north-?western|south-?eastern|south-?western|outskirts|suburbs?|city|capital|town|parts|areas|"
    r"border|borders|soil|territory|coast|people|province|provinces) of|"
    r"(?:north|south|east|west|northeast|northwest|southeast|southwest|northern|southern|eastern|western|central|"
    r"upper|lower|inner|rural|north-?eastern|north-?western|south-?eastern|south-?western|neighbou?ring))"
    r"(?:\s+(?:the|both|and|or|northern|southern|eastern|western|central))*\s*$",
    re.IGNORECASE,
)
_AS_PLACE = re.compile(
    r"\s*(?:,\s+[A-Z]|\s(?:province|governorate|state|region|district|city|airport|suburb|neighbou?rhood|border|port|"
    r"coast|soil|territory|road|highway)\b)"
)
_ACTING_BEFORE = re.compile(
    r"\b(?:by|with|against|pressur(?:e|es|ed|ing)|urg(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|told|"
    r"warn(?:s|ed|ing)?|pro-|anti-|from both|both)\s*$",
    re.IGNORECASE,
)
"""What stands before a capital's name that means the government there."""
_ACTING_AFTER = re.compile(
    r"-(?:backed|aligned|led|linked|funded|supported|allied|imposed|appointed|based government)\b|"
    r"['’]s?\s+(?:\w+ ){0,2}(?:orders?|support|backing|prox(?:y|ies)|allies|ally|forces|troops|government|"
    r"polic(?:y|ies)|"
    r"army|military|influence|envoys?|ambassador|interests?|ambitions?|strateg(?:y|ies)|arming|stance|position|response|"
    r"decision|demands?|narrative|plans?|threats?|nuclear|missiles?|drones?|warplanes|"
    r"jets|air force|weapons|arms|leadership|rulers|security|most|role)\b|"
    r"\s+(?:also |has |had |have |would |will |could |may |might |is |was |and its |now |repeatedly |strongly |again )*"
    r"(?:says?|said|den(?:ies|ied)|accus(?:es|ed)|warn(?:s|ed)|vow(?:s|ed)|call(?:s|ed) (?:on|for)|want(?:s|ed)|seeks?|"
    r"sought|suppl(?:ies|ied)|sen(?:ds|t|ding)|back(?:s|ed)|support(?:s|ed)|interven(?:es|ed)|plan(?:s|ned)|"
    r"insist(?:s|ed)|reject(?:s|ed)|condemn(?:s|ed)|demand(?:s|ed)|agree(?:s|d)|announce[sd]?|impose[sd]?|deploy(?:s|ed)|"
    r"provid(?:es|ed|ing)|arm(?:s|ed|ing)|fund(?:s|ed|ing)|urge[sd]?|claim(?:s|ed)|declare[sd]?|respond(?:s|ed)|"
    r"retaliate[sd]?|considers?|considered|hopes?|believes?|fears?|views?|sees|threaten(?:s|ed)|pledge[sd]?|"
    r"unable|able|trying|seeking|determined|opposed|committed|responsible)\b",
)
"""What stands after a capital's name that only a government does or has."""
_LISTED = re.compile(r"\b(?:[A-Z][\w'’-]+(?:,| and| or)\s+)+$")
_LONGER = re.compile(r" (?!Province|Governorate|State|Region|District|City|Airport|International|Road)[A-Z][a-z]+")
_NAME_BEFORE = re.compile(
    r"\b(?!(?:In|At|From|To|And|But|The|Of|With|For|On|By|As|While|When|Since|Both|Neighbou?ring|Northern|Southern|"
    r"Eastern|Western|Central|Inside|Across|Near|After|Before|Then|If|Like|Unlike|Where|That)\s)[A-Z][a-z]+\s+$"
)
_NAME_AFTER = re.compile(r"\s+[A-Z][a-z]+\b")
_HYPHEN_AFTER = re.compile(r"-[a-z]")
_PLURAL_TYPE = re.compile(
    r"(?:,? (?:and )?[A-Z][\w'’-]+){0,3} (province|governorate|region|district|state)s\b", re.IGNORECASE
)
_CAPITALISED = re.compile(r"\b[A-Z][a-zé]+\b")
_BEFORE = re.compile(r"\b[A-Z][\w'’]+[ -](?:(?:da|de|do|dos|du|del|della|di|la|le|el|al|as|ar|es|ez|az)[ -])?$")
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_BANDS = (
    *("rebels", "militants", "fighters", "insurgents", "militia", "militias", "forces", "group", "groups", "gunmen"),
    *("terrorists", "jihadists"),
)
"""Common nouns behind a group's name that packs list with it ("M23 rebels")."""


@dataclass(frozen=True, slots=True)
class _Sense:
    """What one known name can mean."""

    entity: Entity
    name: Name
    pack: str
    rank: int
    state: State | None = None
    role: str = "name"  # name, capital, people


class PackLexicon:
    """Known names of some packs, and dates. Structurally a `claims.extractor.Lexicon`; pure and stateless.

    With a gazetteer, also places it knows where the text marks them as places (`why` is `rule`): villages and
    provinces that no pack names.

    A name that several packs share goes to the one whose other names the text uses most. Short abbreviations and
    weak names (a surname, "the Guards") count only where the text supports them with a full name of the same entity
    or, for abbreviations, with other names of the same pack. States are `place` after a locative word ("in Iraq",
    "western Iraq") and `government` elsewhere; a capital stands for its government unless context makes it a place.
    """

    def __init__(self, packs: Sequence[Pack], gazetteer: "Gazetteer | None" = None) -> None:
        digest = hashlib.blake2b(digest_size=2)
        for pack in packs:
            digest.update(pack.digest.encode())
        names = "+".join(p.name for p in packs) if len(packs) <= 3 else f"{len(packs)}packs"
        self.name = f"{names}@{digest.hexdigest()}" if packs else "none"
        self._resolver = None
        self._gazetteer = gazetteer
        if gazetteer is not None:
            from according.entities.places import PlaceResolver

            self._resolver = PlaceResolver(packs, gazetteer)
            self.name = f"{self.name}+{gazetteer.name}" if packs else gazetteer.name
        self._finder = NameFinder(_known(packs))
        self._countries = {pack.name: pack.countries for pack in packs}
        self._demonyms = {
            word: state for pack in packs for state in pack.states for word in (*state.adjectives, *state.people)
        }

    def demonym(self, word: str) -> str | None:
        """The state an adjective or noun of nationality belongs to ("Iranian", "Iraqis"), or None."""
        state = self._demonyms.get(word)
        return state.name if state else None

    def nationalities(self, text: str) -> list[str]:
        """The state of every word of nationality in the text, in order."""
        return [state for word in _CAPITALISED.findall(text) if (state := self.demonym(word)) is not None]

    def times(self, text: str, published: date | None) -> Sequence[Time]:
        """Time expressions of the text with spans; see `entities.dates.find_times`."""
        return find_times(text, published)

    def mentions(self, text: str) -> Sequence[Mention]:
        """Known names in text order without overlaps.

        `name` is the fullest form of the entity's names that the text uses, or the pack's where it uses none in full.
        """
        known = [mention for mention, _ in self.recognise(text)]
        return known if self._resolver is None else sorted([*known, *self._places(text, known)], key=_start)

    def recognise(self, text: str) -> list[tuple[Mention, Entity]]:
        """Known names in text order, each with the entity of the pack that it is taken for."""
        hits = list(self._finder.find(text))
        fullest = _fullest(hits)
        strong: set[str] = set()
        support: Counter[str] = Counter()
        for hit in hits:
            senses = _senses(hit)
            if len({s.entity.id for s in senses}) == 1 and not _needs_support(senses[0], hit):
                strong.add(senses[0].entity.id)
                support[senses[0].pack] += not hit.loose
        named = {s.state.iso for hit in hits for s in _senses(hit) if s.state is not None}
        at_home = {p for p, countries in self._countries.items() if not countries or not named.isdisjoint(countries)}
        if not named:
            at_home = set(self._countries)
        found = (self._mention(text, hit, strong, support, fullest, at_home) for hit in hits)
        return [pair for pair in found if pair is not None]

    def _places(self, text: str, known: Sequence[Mention]) -> Iterator[Mention]:
        assert self._resolver is not None
        context = self._resolver.context(known, self.nationalities(text))
        if not context.countries:
            return
        taken = list(known)
        found: list[Place] = []

        def mention(name: str, span: Span) -> Iterator[Mention]:
            if not any(span.overlaps(m.span) for m in taken):
                taken.append(Mention(span, "place", span.of(text), name, "rule"))
                yield taken[-1]

        for group in scan_places(text, known):
            places = self._resolver.resolve_group(group.names, group.marked, context)
            found += places.values()
            for name, span in zip(group.names, group.spans, strict=False):
                if name in places or (group.why == CALLED and not is_common(name)):
                    yield from mention(name, span)
        context = self._resolver.weigh(context, found)
        for name, span in names_alone(text, taken):
            if self._resolver.prominent(name, context) is not None:
                yield from mention(name, span)

    def _mention(
        self,
        text: str,
        hit: Hit,
        strong: set[str],
        support: Counter[str],
        fullest: Mapping[str, str],
        at_home: Container[str],
    ) -> tuple[Mention, Entity] | None:
        senses = [s for s in _senses(hit) if _allowed(s, hit, strong, support, at_home)]
        if not senses or (hit.loose and hit.surface in self._demonyms):
            return None
        if self._in_longer(text, hit, senses):
            return None
        if _HYPHEN_AFTER.match(text, hit.span.end) and hit.surface.split()[-1].islower():
            return None  # "the Iranian military-industrial complex" is not the Iranian military
        sense = max(senses, key=lambda s: (s.entity.id in strong, support[s.pack], -s.rank))
        kind: MentionKind = sense.entity.kind
        name = fullest.get(sense.entity.id, sense.entity.name)
        if sense.state is not None:
            state_kind = _state_kind(text, hit.span, sense)
            if state_kind is None:
                return None
            kind, name = state_kind, sense.entity.name
            if sense.role == "capital" and kind == "place":
                name = hit.surface.title() if hit.surface.isupper() else hit.surface
        elif kind == "place" and (of_type := _PLURAL_TYPE.match(text, hit.span.end)):
            typed = self._typed_place(sense, of_type[1])
            if typed is not None:
                return Mention(hit.span, kind, hit.surface, typed.name, "pack"), typed
        return Mention(hit.span, kind, hit.surface, name, "pack"), sense.entity

    def _in_longer(self, text: str, hit: Hit, senses: Sequence[_Sense]) -> bool:
        """Whether the name is the end of another place's that the gazetteer knows: "Nile" in "Upper Nile"."""
        if self._gazetteer is None or all(s.entity.kind != "place" and s.state is None for s in senses):
            return False
        before = _BEFORE.search(text, max(0, hit.span.start - 40), hit.span.start)
        return before is not None and any(
            c.level != "airport" for c in self._gazetteer.lookup(f"{before[0]}{hit.surface}")
        )

    def _typed_place(self, sense: _Sense, word: str) -> Entity | None:
        """ "Kirkuk" in "Diyala and Kirkuk Provinces": the province of that name, where a pack has one."""
        for hit in self._finder.find(f"{sense.name.text} {word.title()}"):
            for other in _senses(hit):
                if other.entity.kind == "place" and len(hit.surface) > len(sense.name.text):
                    return other.entity
        return None


def _start(mention: Mention) -> int:
    return mention.span.start


def _fullest(hits: Sequence[Hit]) -> dict[str, str]:
    """By entity, the fullest of its own names that the text uses; weak names never are.

    "M23 rebels" and "Basij militia" name the group by what stands before the common noun. An abbreviation is the name
    where the text uses nothing longer: a row is checked against its article.
    """
    used: dict[str, set[str]] = {}
    short: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for hit in hits:
        senses = _senses(hit)
        for sense in senses:
            names[sense.entity.id] = sense.entity.name
            abbreviations = {n.text for n in sense.entity.names if n.kind == "abbreviation"}
            if (first := hit.surface.split()[0]) in abbreviations and sense.state is None:
                short.setdefault(sense.entity.id, set()).add(first)
        if len({s.entity.id for s in senses}) != 1 or senses[0].name.kind not in ("name", "alias"):
            continue
        entity, surface = senses[0].entity, " ".join(hit.surface.split())
        first, _, last = surface.rpartition(" ")
        if last not in _BANDS:
            used.setdefault(entity.id, set()).add(surface)
        elif entity.name.startswith(first) or any(n.kind == "alias" and n.text == first for n in entity.names):
            used.setdefault(entity.id, set()).add(entity.name if entity.name.startswith(first) else first)
    full = {}
    for known, name in names.items():
        surfaces = used.get(known, set())
        if any(fold(name) in fold(s) for s in surfaces):
            continue
        if plain := [re.sub(r"[\"“”«»]", "", s) for s in surfaces if s.isascii()]:
            full[known] = max(plain, key=lambda s: (len(s.split()), len(s), s))
        elif not surfaces and known in short:
            full[known] = max(short[known], key=lambda s: (len(s), s))
    return full


def _senses(hit: Hit) -> list[_Sense]:
    return [k.key for k in hit.known if isinstance(k.key, _Sense)]


def _needs_support(sense: _Sense, hit: Hit) -> bool:
    if sense.name.kind == "weak":
        return True
    return sense.name.kind == "abbreviation" and sense.pack != "world" and len(hit.surface) <= 3


def _allowed(sense: _Sense, hit: Hit, strong: set[str], support: Counter[str], at_home: Container[str]) -> bool:
    if hit.loose and sense.pack != "world" and not support[sense.pack] and sense.pack not in at_home:
        return False  # spelt like a name of a conflict of which the text names nothing else
    if sense.entity.kind == "place" and at_home and sense.pack not in at_home and support[sense.pack] < 2:
        return False  # a town of another conflict's has the name
    if not _needs_support(sense, hit):
        return True
    if sense.entity.id in strong:
        return True
    return sense.name.kind == "abbreviation" and support[sense.pack] >= 2


def _state_kind(text: str, span: Span, sense: _Sense) -> MentionKind | None:
    before, after = text[max(0, span.start - 60) : span.start], text[span.end : span.end + 40]
    if sense.role == "people":
        return "government" if _THE.search(before) else None
    state = sense.state
    if state is not None and state.ambiguous and (_NAME_BEFORE.search(before) or _NAME_AFTER.match(after)):
        return None
    if _LONGER.match(after) and sense.role == "capital":
        return None  # "the Paris Institute" is neither
    if _LOCATIVE.search(before) or _AS_PLACE.match(after):
        return "place"
    listed = _LISTED.search(before)
    if listed and _LOCATIVE.search(before[: listed.start()]):
        return "place"
    if sense.role == "capital" and not (_ACTING_BEFORE.search(before) or _ACTING_AFTER.match(after)):
        return "place"
    return "government"


def _known(packs: Sequence[Pack]) -> Iterable[Known]:
    for rank, pack in enumerate(packs):
        states = {s.entity: s for s in pack.states}
        for entity in pack.entities:
            state = states.get(entity.id)
            transliterated = any(n.language in ("ar", "fa", "ku", "ur", "ps", "he") for n in entity.names)
            for name in entity.names:
                sense = _Sense(entity, name, pack.name, rank, state)
                letters = re.sub(r"[^\w]", "", name.text)
                yield Known(
                    name.text,
                    sense,
                    exact=name.kind == "abbreviation" or (letters.isupper() and len(letters) <= 6),
                    lower=name.text == name.text.lower() and name.text.isascii(),
                    plural=entity.kind == "weapon",
                    sounds=transliterated and name.kind in ("name", "alias") and name.text.isascii(),
                )
            if state is None:
                continue
            main = entity.names[0]
            for capital in state.capitals:
                yield Known(capital, _Sense(entity, main, pack.name, rank, state, "capital"))
            for people in state.people:
                yield Known(people, _Sense(entity, main, pack.name, rank, state, "people"))
