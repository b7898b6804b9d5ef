"""Where a name lies: packs first, then the gazetteer, decided by the countries, provinces and places named beside it.

A region stays a region: "western X" becomes the part of X measured from where its towns are, never a point.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from according.entities.choice import LEADING, Chooser, Context, Mode, credit
from according.entities.directions import AIRPORTS, DIRECTED, OF, PIECE, TYPES, WAY, box_round, mean, part_area, vector
from according.entities.gazetteer import Gazetteer, place_key
from according.entities.gazetteer_sources import distance_km, extent
from according.entities.names import fold
from according.entities.packs import Pack
from according.records import Mention, Place

__all__ = ["Context", "PlaceResolver"]

_TYPE_WORD = "|".join(
    sorted((*TYPES, "provinces", "states", "regions", "governorates", "districts", "cities"), key=len)[::-1]
)
_SUFFIX = re.compile(rf"^(?P<name>.+?)[\s-]+(?P<type>{_TYPE_WORD})$", re.IGNORECASE)
_PREFIX = re.compile(rf"^(?:the\s+)?(?P<type>{_TYPE_WORD})(?:\s+of)?\s+(?P<name>.+)$", re.IGNORECASE)

_HOLDERS = re.compile(
    r"^(?:the\s+)?[\w'’]+-(?:held|controlled|occupied|administered|run|ruled|besieged)\s+(?P<of>.+)$", re.IGNORECASE
)


class PlaceResolver:
    """Resolves names to places. Pure given its packs and gazetteer; without a gazetteer it knows the packs alone."""

    def __init__(self, packs: Sequence[Pack], gazetteer: Gazetteer | None) -> None:
        self._gazetteer = gazetteer
        self._packed: dict[str, list[tuple[Place, int]]] = {}
        self._types = {i: t for pack in packs for i, t in pack.place_types.items()}
        self.states: dict[str, str] = {}
        capitals = {fold(c) for pack in packs for s in pack.states for c in s.capitals}
        self._capitals = frozenset(capitals | gazetteer.capitals) if gazetteer else frozenset(capitals)
        self._chooser = Chooser(gazetteer, self._capitals) if gazetteer else None
        self._packed_folds = {fold(n) for pack in packs for p in pack.places for n in p.names if n.startswith("the ")}
        for rank, pack in enumerate(packs):
            weak = {e.id: [n.text for n in e.names if n.kind == "weak"] for e in pack.entities}
            for place in pack.places:
                for name in dict.fromkeys((place.name, *place.names, *weak.get(place.id, ()))):
                    self._packed.setdefault(place_key(name), []).append((place, rank))
            for state in pack.states:
                entity = next(e for e in pack.entities if e.id == state.entity)
                for known in entity.names:
                    self.states.setdefault(fold(known.text), state.iso)
        for iso, country in (gazetteer.country_names if gazetteer else {}).items():
            self.states.setdefault(fold(country), iso)

    def resolve(self, name: str, context: Context, *, sure: bool = True, similar: bool = True) -> Place | None:
        """The place a name means in this context, or None when nothing known fits. `why` of the place says how.

        `sure`: the text marks it as a place; otherwise minor places count only under their main name. `similar` also
        takes nearly equal spellings in the countries of the context.
        """
        name = re.sub(r"^[Tt]he\s+", "", name.strip()) if fold(name) not in self._packed_folds else name
        owner, _, owned = name.partition("'s ") if "'s " in name else name.partition("’s ")
        if owned and fold(owner) in self.states:
            name = owned  # "Cameroon's North-West region"
        mode = Mode(sure, similar)
        return (
            self._known(name, None, context, Mode(sure))
            or self._directed(name, context, mode)
            or self._held(name, context, mode)
            or self._typed(name, context, mode)
            or (self._known(name, None, context, mode) if similar else None)
        )

    def weigh(self, context: Context, places: Iterable[Place]) -> Context:
        """The context once these places of the article are known: its countries weighed by its towns as well."""
        return context.counting(places, self._capitals)

    def main_country(self, context: Context) -> str | None:
        """The name of the country an article is about; None where two or more are."""
        leading = context.leading()
        shares = sorted((context.share(iso) for iso in context.countries), reverse=True)
        clear = bool(shares) and shares[0] >= LEADING and (len(shares) == 1 or shares[0] >= 1.5 * shares[1])
        if not clear or not self._gazetteer:
            return None
        found = self._gazetteer.country(leading[0])
        return found.name if found else None

    def prominent(self, name: str, context: Context) -> Place | None:
        """The place a name means where nothing round it says that it is one: a subdivision or a large town of the
        countries the article is about, under its own name.
        """
        mode = Mode(prominent=True)
        return self._chosen(name, None, context, mode) or (
            self._typed(name, context, mode) if _SUFFIX.match(name) else None
        )

    def resolve_group(self, names: Sequence[str], marked: bool, context: Context) -> dict[str, Place]:
        """The members of a list that are places. One that is known in the countries of the context vouches for the
        others' being places, so that these may also be spelt in ways nobody lists.
        """
        found = {n: self.resolve(n, context, sure=marked, similar=False) for n in names}
        sure = {n: p for n, p in found.items() if p is not None and (marked or p.country in context.countries)}
        for name in names if sure else ():
            if found[name] is None and (place := self.resolve(name, context)) is not None:
                sure[name] = place
        return {n: sure[n] for n in names if n in sure}

    def context(
        self, mentions: Iterable[Mention], nationalities: Iterable[str] = (), countries: Iterable[str] = ()
    ) -> Context:
        """What these mentions, words of nationality (by state) and country codes say about where it happens."""
        counted = Counter(countries)
        divisions = set()
        for mention in mentions:
            iso = self.states.get(fold(mention.name))
            if iso:
                counted[iso] += 1
            elif mention.kind == "place":
                divisions.add(fold(re.sub(r"\s+(?:state|province|region|governorate)$", "", mention.name, flags=re.I)))
                for place, _ in self._packed.get(place_key(mention.name), [])[:1]:
                    if place.country and mention.why == "pack":
                        counted[place.country] += 1
        for state in nationalities:
            if iso := self.states.get(fold(state)):
                counted[iso] += 1
        return Context(counted, frozenset(divisions))

    # --- forms of a name ---

    def _typed(self, name: str, context: Context, mode: Mode) -> Place | None:
        match = _SUFFIX.match(name) or _PREFIX.match(name)
        if match is None:
            return None
        word = match["type"].lower()
        kind = TYPES.get(word) or TYPES.get(word.removesuffix("s")) or TYPES.get(word.removesuffix("ies") + "y", "")
        base = match["name"]
        found = self._known(f"{base} {word.removesuffix('s')}", kind, context, Mode(mode.sure)) or self._known(
            base, kind, context, mode
        )
        if word in AIRPORTS and (known := self._airport(base, context)) is not None:
            return known
        if found is None:
            return None
        if kind in ("district", "landscape") and not found.area:
            wide = 30.0 if kind == "district" else 60.0
            return replace(
                found,
                id=f"{found.id}:{word}",
                name=name,
                precision=3 if kind == "district" else 5,
                radius_km=wide,
                area=True,
                names=(name,),
                why=f"the {word} round {found.name}; {found.why}",
            )
        if kind == "site":
            return replace(
                found,
                id=f"{found.id}:{word}",
                name=name,
                precision=2,
                radius_km=max(25.0, found.radius_km),
                names=(name,),
                why=f"a {word} at or near {found.name}; {found.why}",
            )
        if kind == "admin1" and not found.area:  # "Timbuktu region" where only the town is known
            return replace(
                found,
                id=f"{found.id}:{word}",
                name=name,
                precision=4,
                radius_km=100.0,
                area=True,
                names=(name,),
                why=f"the {word} named after {found.name}; {found.why}",
            )
        return found

    def _airport(self, base: str, context: Context) -> Place | None:
        found = self._known(f"{base} airport", "site", context, Mode(similar=True))
        return found if found is not None and found.id.startswith("airport:") else None

    def _directed(self, name: str, context: Context, mode: Mode) -> Place | None:
        match = OF.match(name) or PIECE.match(name) or DIRECTED.match(name)
        if match is None:
            return None
        base = self.resolve(match["of"], context, sure=mode.sure, similar=mode.similar)
        if base is None:
            return None
        ways = [w for w in re.findall(WAY, match["ways"], re.IGNORECASE) if w]
        return self._part(name, base, ways)

    def _held(self, name: str, context: Context, mode: Mode) -> Place | None:
        """ "rebel-held Idlib" lies in Idlib; how far the holders reach is not known from the words."""
        match = _HOLDERS.match(name)
        base = self.resolve(match["of"], context, sure=mode.sure, similar=mode.similar) if match else None
        return replace(base, why=f"{base.why}; {name} read as in it") if base else None

    def _part(self, name: str, base: Place, ways: Sequence[str]) -> Place:
        """A part of a region by compass; of a town, its surroundings."""
        points = self._points_in(base)
        vectors = [vector(w) for w in ways]
        identity = f"{base.id}:{'+'.join(sorted({fold(w).replace(' ', '') for w in ways}))}"
        if not base.area:
            if any(v == (0, 0) for v in vectors):
                return replace(base, why=f"{base.why}; {ways[0].lower()} part not told apart")
            return replace(
                base,
                id=identity,
                name=name,
                precision=2,
                radius_km=max(25.0, 2 * base.radius_km),
                names=(name,),
                why=f"{name}, read as within 25 km of {base.name}; {base.why}",
            )
        box = extent(points) if len(points) >= 3 else box_round(base.lat, base.lon, base.radius_km)
        areas = [part_area(box, points, v) for v in vectors]
        centre = (mean([a[0] for a in areas]), mean([a[1] for a in areas]))
        radius = max(distance_km(centre, (a[0], a[1])) + a[2] for a in areas)
        return Place(
            id=identity,
            name=name,
            lat=round(centre[0], 2),
            lon=round(centre[1], 2),
            precision={6: 5}.get(base.precision, base.precision),
            radius_km=round(max(10.0, radius)),
            area=True,
            country=base.country,
            admin1=base.admin1,
            names=(name,),
            source=base.source,
            why=f"the outer third of {base.name} by the places known there; {base.why}"
            if vectors[0] != (0, 0)
            else f"the middle third of {base.name}; {base.why}",
        )

    def _points_in(self, base: Place) -> tuple[tuple[float, float], ...]:
        """Populated places of a region; those of the gazetteer's region of the same name when a pack named it."""
        if self._gazetteer is None or not base.area:
            return ()
        if base.id.startswith(("country:", "admin1:")):
            return self._gazetteer.members(base.id)
        for name in (base.name, *base.names):
            for c in self._gazetteer.lookup(name):
                if c.level == "admin1" and c.country == base.country:
                    return self._gazetteer.members(c.id)
        return ()

    # --- what is known under a name ---

    def _known(self, name: str, kind: str | None, context: Context, mode: Mode) -> Place | None:
        packed = self._from_packs(name, kind, context)
        if packed is not None and kind == "admin1" and packed.country is None:  # "Iraq's Kurdistan region"
            inside = self._chosen(name, kind, context, Mode(mode.sure))
            packed = inside if inside is not None and inside.precision == 4 else packed
        if packed is not None and packed.country and context.countries and packed.country not in context.countries:
            other = self._chosen(name, kind, context, Mode(sure=False))
            packed = other if other is not None and other.country in context.countries else packed
        if packed is not None:
            return packed
        iso = self.states.get(fold(name))
        if iso is not None and kind in (None, ""):
            return self._country(iso)
        return self._chosen(name, kind, context, mode)

    def _chosen(self, name: str, kind: str | None, context: Context, mode: Mode) -> Place | None:
        return self._chooser.choose(name, kind, context, mode) if self._chooser else None

    def _from_packs(self, name: str, kind: str | None, context: Context) -> Place | None:
        found = self._packed.get(place_key(name), [])
        fits = [f for f in found if kind is None or self._fits(f[0], kind)]
        if not fits:
            return None
        return max(fits, key=lambda f: (context.countries.get(f[0].country or "", 0), not f[0].area, -f[1]))[0]

    def _fits(self, place: Place, kind: str) -> bool:
        known = self._types.get(place.id, "")
        if kind == "admin1":
            return known in ("governorate", "province", "state", "region", "country")
        if kind == "city":
            return known in ("city", "town", "village", "quarter")
        return kind == known or kind in ("landscape", "site", "") or (kind == "district" and not place.area)

    def _country(self, iso: str) -> Place | None:
        found = self._gazetteer.country(iso) if self._gazetteer else None
        if found is None:
            return None
        return Place(
            id=found.id,
            name=found.name,
            lat=found.lat,
            lon=found.lon,
            precision=6,
            radius_km=found.radius_km,
            area=True,
            country=iso,
            names=(found.name,),
            source=credit(found, bool(self._gazetteer and iso in self._gazetteer.states)),
            why="a country",
        )
