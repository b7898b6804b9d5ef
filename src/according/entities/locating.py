"""The places of one article: its names resolved together, and what is only described."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from according.entities.choice import Context, is_common
from according.entities.described import Known, Surroundings, is_placed
from according.entities.directions import TYPES
from according.entities.names import fold
from according.entities.place_scan import compass_of, names_alone, parts_of, scan_places, typed_of
from according.entities.places import PlaceResolver
from according.records import Link, Mention, Place, Span
from according.vocabularies import EntityKind

__all__ = ["Locator"]

_LOOSE_KINDS = ("date", "description", "pronoun", "person")
"""Mentions that do not keep a name from being read as a place: a small tagger takes villages for persons."""
_SMALL_KM = 3.0
"""A town that reaches no farther (some 60,000 people) may be a namesake of the one an article describes."""
_UNPLACEABLE = re.compile(r"^(?:In|At|From|Near|To|The|On|Of|And|By|For|But|As)\s|[:\n]|^[^\w]|^[A-Z0-9]{1,3}$|\d{3}")


class Locator:
    """Finds the places of articles. Pure given its resolver."""

    def __init__(self, resolver: PlaceResolver, people: Callable[[str], str | None] | None = None) -> None:
        """`people` says of which country a word of nationality is: "Yemeni" names no place."""
        self._resolver = resolver
        self._people = people

    def locate(
        self,
        text: str,
        mentions: Sequence[Mention],
        named: Mapping[str, EntityKind],
        known: Sequence[Mention],
        context: Context,
    ) -> tuple[list[Place], list[Link]]:
        """The places a text names, each once, and the links of its names to them.

        `mentions` are the extraction's, `known` those of packs, `named` every name with its kind.
        """
        found = _Found(context)
        held = [m for m in (*known, *mentions) if m.kind not in _LOOSE_KINDS]
        wanted = self._wanted(named, (*mentions, *known))
        for name, place in self._settled(list(wanted), context).items():
            found.take(name, place, wanted[name])
        found.context = self._resolver.weigh(found.context, found.places.values())
        unknown: dict[str, bool] = {}
        for group in scan_places(text, held):
            resolved = self._resolver.resolve_group(group.names, group.marked, found.context)
            for name, place in resolved.items():
                found.take(name, place, group.why)
            if group.marked or resolved:
                for name in (_untyped(n) for n in group.names if n not in resolved):
                    unknown[name] = unknown.get(name, False) or group.marked
        solid = [m for m in (*known, *mentions) if m.kind not in ("date", "description", "pronoun")]
        for name, _ in names_alone(text, [m for m in solid if m.kind == "place" or " " in m.surface.strip()]):
            known_alone = None if name in found.names else self._resolver.prominent(name, found.context)
            if known_alone is not None:
                found.take(name, known_alone, "a name known without a word for it")
        worded = [m.surface for m in held if m.name in found.names]
        for typed in typed_of(text, sorted({*found.names, *worded, *wanted})):
            region = self._resolver.resolve(typed, found.context, similar=False)
            if region is not None and region.id not in found.places:
                found.take(typed, region, "named with its type")
        for part in parts_of(text, sorted({*found.names, *worded})):
            region = self._resolver.resolve(part, found.context)
            if region is not None:
                found.take(part, region, "a part of a place, as worded")
        self._compass(text, found)
        for name in wanted:
            unknown.setdefault(name, False)
        self._describe(text, {n: m for n, m in unknown.items() if n not in found.names}, (*mentions, *known), found)
        return list(found.with_surfaces((*known, *mentions), self._resolver.states)), found.links

    def _wanted(self, named: Mapping[str, EntityKind], mentions: Iterable[Mention]) -> dict[str, str]:
        wanted: dict[str, str] = {}
        for name, kind in named.items():
            if kind == "place" or fold(name) in self._resolver.states:
                wanted.setdefault(name, "named as a place" if kind == "place" else "a state named in the article")
        for mention in mentions:
            if mention.kind == "place" or fold(mention.name) in self._resolver.states:
                wanted.setdefault(mention.name, "named as a place")
        return wanted

    def _settled(self, names: Sequence[str], context: Context) -> dict[str, Place]:
        """Where these names lie, each looked at again once the others have shown where it happens."""
        found: dict[str, Place] = {}
        for similar in (False, True):
            for name in names:
                rest = [(p.lat, p.lon) for n, p in found.items() if n != name and not p.area]
                around = replace(context, points=tuple(rest))
                if (place := self._resolver.resolve(name, around, similar=similar)) is not None:
                    found[name] = place
                else:
                    found.pop(name, None)
        return found

    def _compass(self, text: str, found: "_Found") -> None:
        """ "the north-east", with no country beside it, is a part of the country the article is about."""
        country = self._resolver.main_country(found.context)
        if country is None:
            return
        for surface, way in compass_of(text):
            part = self._resolver.resolve(f"{way} {country}", found.context, similar=False)
            if part is not None:
                found.take(surface, part, f"{surface} of the country the article is about")

    def _describe(self, text: str, names: Mapping[str, bool], mentions: Sequence[Mention], found: "_Found") -> None:
        """Names that no list knows (True: marked as places), by what the text says of them.

        The short form of a known name is that place.
        """
        others = [m for m in mentions if m.kind not in (*_LOOSE_KINDS[:3], "place")]
        owned = {w for m in others if " " in m.name for w in (m.name, *m.name.split())} | {m.name for m in others}
        left = []
        for name, marked in names.items():
            longer = next((n for n in found.names if n.startswith(f"{name} ")), None)
            if longer is not None:
                found.take(name, found.places[found.names[longer]], f"short for {longer}")
                continue
            nameable = not is_common(name) and not _UNPLACEABLE.search(name)
            nameable = nameable and (self._people is None or self._people(name) is None)
            free = marked or not {name, *name.split()} & owned
            if nameable and free and is_placed(text, name):
                left.append(name)
        small = [
            (name, place)
            for name, identity in found.names.items()
            if (place := found.places[identity]).id.startswith("gn:") and place.radius_km <= _SMALL_KM
        ]
        if not left and not small:
            return
        surroundings = Surroundings(text, list(found.occurrences(text, mentions)))
        for name, place in small:
            elsewhere = surroundings.contradicted(name, place, list(_spans(text, name))[:4])
            if elsewhere is not None:
                found.drop(place)
                found.take(name, elsewhere, "described in the text, where no place of the name known here lies")
        for name in left:
            described = surroundings.place(name, list(_spans(text, name))[:4])
            if described is not None and described.country in (None, *found.context.leading()):
                found.take(name, described, "described in the text")


_TYPE_WORD = re.compile(rf"\s+(?:{'|'.join(sorted(TYPES, key=len, reverse=True))})$", re.IGNORECASE)


def _untyped(name: str) -> str:
    return _TYPE_WORD.sub("", name)


class _Found:
    """What has been found so far in one article."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.places: dict[str, Place] = {}
        self.links: list[Link] = []
        self.names: dict[str, str] = {}

    def take(self, name: str, place: Place, why: str) -> None:
        """Note that a name is this place."""
        old = self.places.get(place.id)
        names = tuple(dict.fromkeys((*(old or place).names, name)))
        self.places[place.id] = replace(old or place, names=names)
        self.links.append(Link(name, place.id, f"{why}; {place.why}"))
        self.names.setdefault(name, place.id)
        if not place.area:
            self.context = self.context.with_point((place.lat, place.lon))

    def drop(self, place: Place) -> None:
        """Forget a place and what was linked to it."""
        del self.places[place.id]
        self.links = [link for link in self.links if link.entity != place.id]
        self.names = {name: identity for name, identity in self.names.items() if identity != place.id}

    def occurrences(self, text: str, mentions: Iterable[Mention]) -> Iterator[Known]:
        """Every place where the text names something that is known."""
        by_surface = dict(self.names)
        for mention in mentions:
            if mention.name in self.names and mention.kind == "place":
                by_surface.setdefault(mention.surface, self.names[mention.name])
        for name, identity in by_surface.items():
            for span in _spans(text, name):
                yield Known(span, self.places[identity])

    def with_surfaces(self, mentions: Iterable[Mention], states: Container[str]) -> Iterator[Place]:
        """The places, each also with the words this article uses for it."""
        used: dict[str, dict[str, None]] = {}
        for mention in mentions:
            if (identity := self.names.get(mention.name)) is not None and (
                mention.kind == "place" or fold(mention.surface) in states
            ):
                used.setdefault(identity, {})[" ".join(mention.surface.split())] = None
        for place in self.places.values():
            yield replace(place, names=tuple(dict.fromkeys((*place.names, *used.get(place.id, ())))))


def _spans(text: str, name: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text, re.IGNORECASE if name.isupper() else 0):
        yield Span(*match.span())
