"""Which of the places of one name is meant: countries named, provinces, places nearby, population."""

import math
import re
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from according.entities.directions import AIRPORTS, TYPES
from according.entities.gazetteer import Candidate, Gazetteer, place_key
from according.entities.gazetteer_sources import distance_km
from according.entities.names import fold, sound
from according.records import Place

__all__ = ["Chooser", "Context", "Mode", "credit", "is_common"]

KNOWN_BY_ALIAS = 20_000
"""A town of fewer people counts only under its main name where nothing says that a place is meant."""
POPULOUS = 1_000_000
"""A town of so many people may be meant without anything else of its country being named, as may a capital."""
LARGE = 100_000
"""A town of so many people is known by its name alone wherever its country is more than named in passing."""
MINOR = 30_000
"""A town of fewer people is not meant in a country that is named in passing, unless other places lie near it."""
PASSING = 0.1
"""The share of the words for countries below which a country is named in passing."""
LEADING = 0.25
"""The share from which a country is one the article is about."""
TOWN = 2
"""A town or province named says as much of where an article happens as so many words for its country."""
SAME_KM = 60.0
"""Towns of one name no farther apart are one town that two sources list."""
QUARTER_KM = 30.0
"""So far from a town that the article names may a part of it lie."""
NEAR_KM = 200.0
"""So far from other places of the article a place still lies among them."""
_COMMON = frozenset(
    re.findall(
        r"\w+",
        "january february march april may june july august september october november december monday tuesday "
        "wednesday thursday friday saturday sunday line border bridge front union council market square street "
        "road house base hospital university school church mosque park island river sea gulf bay coast centre "
        "center country capital control army force forces government north south east west northern southern "
        "eastern western central upper lower outskirts located suburb suburbs quarter neighbourhood neighborhood area "
        "areas airport operation the of and or in ",
    )
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the rest of the article says about where it happens.

    `countries` counts how often each country (ISO code) is named or implied; `divisions` holds the folded names of
    subdivisions named; `points` where places resolved so far lie.
    """

    countries: Mapping[str, int]
    divisions: frozenset[str] = frozenset()
    points: tuple[tuple[float, float], ...] = ()

    def with_point(self, point: tuple[float, float]) -> "Context":
        """The same context after one more place is known."""
        return replace(self, points=(*self.points, point))

    def counting(self, places: Iterable[Place], capitals: Container[str]) -> "Context":
        """The same context with the countries of these places counted too: an article is about where its towns are,
        while capitals are named as actors.
        """
        counted = Counter(self.countries)
        for place in {p.id: p for p in places}.values():
            if place.country and place.precision <= 4 and fold(place.name) not in capitals:
                counted[place.country] += TOWN
        return replace(self, countries=counted)

    def share(self, iso: str) -> float:
        """How much of all that is said of countries is said of this one, 0 to 1."""
        return self.countries.get(iso, 0) / (sum(self.countries.values()) or 1)

    def leading(self) -> list[str]:
        """The countries the article is about: the one named most, and those named nearly as often."""
        most = sorted(self.countries, key=lambda c: (-self.countries[c], c))
        return [c for i, c in enumerate(most[:3]) if i == 0 or self.share(c) >= LEADING]

    def nearest_km(self, point: tuple[float, float]) -> float | None:
        """How far the nearest place known so far is; None when none is known."""
        return min((distance_km(point, p) for p in self.points), default=None)


@dataclass(frozen=True, slots=True)
class Mode:
    """`sure`: the text marks a place. `similar`: nearly equal spellings count. `prominent`: only what a reader of the
    region knows by name alone, since nothing round the name says that it is a place.
    """

    sure: bool = True
    similar: bool = False
    prominent: bool = False


_COMPASS = re.compile(
    r"(?:(?:Far|Upper) )?(?:North|South|East|West|Centre|Central|Northern|Southern|Eastern|Western)"
    r"(?:[- ]?(?:East|West|Centre|Central|Eastern|Western|east|west))?"
    r"(?: (?i:region|province|state|division|department|governorate))?"
)
"""A region called by its compass alone, with a capital: a name only where the text calls it a region."""


def is_common(name: str) -> bool:
    """True for words that are no name of a place by themselves: "the town", "March", "Line", "West"."""
    found = re.findall(r"\w+", fold(name))
    plain = {*_COMMON, *TYPES, *(f"{t}s" for t in TYPES), "cities", "counties", "territories"}
    return not found or all(w in plain for w in found) or not any(c.isupper() or not c.isascii() for c in name)


class Chooser:
    """Chooses among the gazetteer's places of one name; `capitals` are the folded names of capitals."""

    def __init__(self, gazetteer: Gazetteer, capitals: frozenset[str]) -> None:
        self._gazetteer = gazetteer
        self._capitals = capitals

    def choose(self, name: str, kind: str | None, context: Context, mode: Mode) -> Place | None:
        """The place this name means in the context, or None where none is likely enough."""
        compass = kind == "admin1" and _COMPASS.fullmatch(name) is not None  # "the North-West region" of Cameroon
        if name.endswith(".") or (len(name) <= 3 and name.isupper()) or (is_common(name) and not compass):
            return None  # an abbreviation ("Brig.", "US") is no town
        found = [
            c
            for c in self._gazetteer.lookup(name)
            if _of_kind(c, kind)
            and (not compass or c.country in context.leading())
            and (mode.sure or c.main or c.population >= KNOWN_BY_ALIAS or _same_sound(name, c.name))
        ]
        for best in sorted(found, key=lambda c: (-self._score(c, name, kind, context), c.id))[:1]:
            others = [c for c in found if c is not best]
            alone = all(
                c.country == best.country
                and (c.level != "city" or distance_km((best.lat, best.lon), (c.lat, c.lon)) <= SAME_KM)
                for c in others
            )
            if self._supported(best, name, kind, context, alone) and (
                not mode.prominent or _prominent(best, name, context)
            ):
                return _place(best, name, _reason(best, others, context))
            return None
        return self._similar(name, kind, context) if mode.similar else None

    def _similar(self, name: str, kind: str | None, context: Context) -> Place | None:
        """A spelling nobody lists counts only in the countries the article is about, and only if one place fits."""
        last = name.rsplit(" ", 1)[-1].lower()
        if kind == "landscape" or (last in TYPES and last not in AIRPORTS):
            return None  # a word for a type would make any two names alike
        found = [
            (c, likeness)
            for iso in context.leading()
            for c, likeness in self._gazetteer.similar(name, iso)
            if _of_kind(c, kind)
        ]
        if not found:
            return None
        best, likeness = max(found, key=lambda f: (f[1], f[0].population, f[0].id))
        return _place(best, name, f"spelt like {best.name} ({likeness:.2f}); {best.country} is named in the article")

    def _score(self, c: Candidate, name: str, kind: str | None, context: Context) -> float:
        score = math.log10(c.population + 10)
        if c.country in context.countries:
            score += 2 + 3 * context.share(c.country)
        elif any(c.country in self._neighbours(other) for other in context.countries):
            score += 1
        if c.main:
            score += 2
        if c.level == "admin1":
            score += 4 if kind == "admin1" else -2.5
        elif c.level == "admin2":
            score += 3 if kind in ("district", "admin1") else -2
        elif c.level == "airport":
            score += 6 if kind == "site" else -6
        elif kind == "city":
            score += 1
        if fold(c.name) in self._capitals:
            score += 1
        if c.admin1 and fold(c.admin1) in context.divisions:
            score += 1.5
        if (nearest := context.nearest_km((c.lat, c.lon))) is not None:
            score += 2 * math.exp(-nearest / 200)
        return score

    def _neighbours(self, iso: str) -> frozenset[str]:
        return self._gazetteer.neighbours.get(iso, frozenset())

    def _supported(self, c: Candidate, name: str, kind: str | None, context: Context, alone: bool) -> bool:
        """Whether the countries and places named bear a place out; a large town or capital needs nothing of it.

        `alone`: nothing else on earth has the name.
        """
        nearest = context.nearest_km((c.lat, c.lon))
        among = nearest is not None and nearest <= NEAR_KM
        if kind == "quarter":
            return nearest is not None and nearest <= QUARTER_KM
        known = c.main and c.country in context.countries
        if kind in ("site", "landscape", "district") and c.level == "city" and not known:
            return False
        if not context.countries or c.level == "country":
            return True
        second = c.level == "city" and not c.main and c.population < KNOWN_BY_ALIAS and not _same_sound(name, c.name)
        if second and len(context.points) > 1 and (nearest is None or nearest > NEAR_KM / 2):
            return False  # a former or second name of a village elsewhere
        if c.country in context.countries:
            passing = c.level == "city" and c.population < MINOR and context.share(c.country) < PASSING
            return not passing or among or (alone and c.main)
        great = c.population >= POPULOUS or fold(c.name) in self._capitals
        if great and c.level == "city" and c.main and kind in (None, "city"):
            return True
        bordering = any(c.country in self._neighbours(other) for other in context.leading())
        return bordering and c.population >= (5000 if among or not context.points else MINOR)


def _prominent(c: Candidate, name: str, context: Context) -> bool:
    """Known by its name alone: a subdivision or a large town of a country the article is about."""
    if len(place_key(name)) < 4 or not (c.main or _same_sound(name, c.name)):
        return False
    if c.country not in context.leading():
        return c.level == "city" and c.population >= LARGE and context.share(c.country) >= PASSING
    return (
        c.level in ("admin1", "admin2", "region", "site")
        or c.id.startswith("supplement:")
        or c.population >= KNOWN_BY_ALIAS
    )


def _of_kind(c: Candidate, kind: str | None) -> bool:
    if c.level == "airport":
        return kind == "site"
    if c.level == "site":
        return kind in (None, "site")
    if c.level == "region":
        return kind != "city" and kind != "quarter"
    if kind == "district":
        return c.level in ("city", "admin2")
    return kind not in ("city", "site", "landscape", "quarter") or c.level == "city" or kind == "landscape"


def _same_sound(a: str, b: str) -> bool:
    return sound(place_key(a)) == sound(place_key(b))


_PRECISION = {"city": 1, "site": 1, "airport": 1, "admin2": 3, "admin1": 4, "region": 5}


def _place(c: Candidate, name: str, why: str) -> Place:
    return Place(
        id=c.id,
        name=c.name,
        lat=c.lat,
        lon=c.lon,
        precision=4 if c.level == "admin2" and c.radius_km > 100 else _PRECISION.get(c.level, 6),
        radius_km=c.radius_km,
        area=c.level not in ("city", "site", "airport"),
        country=c.country,
        admin1=c.admin1,
        names=tuple(dict.fromkeys((c.name, name))),
        source=credit(c, False),
        why=why,
    )


def credit(c: Candidate, packed: bool) -> str:
    """Whom to thank for the coordinates; `packed` when a pack gave the middle of a country."""
    if packed:
        return "pack world: CIA World Factbook; area by GeoNames (CC BY 4.0)"
    if c.level == "admin1":
        return "iso3166-2 (MIT); extent by GeoNames places (CC BY 4.0)"
    if c.level == "airport":
        return "airportsdata (MIT)"
    if c.id.startswith("supplement:"):
        return "according's own list of places, from general atlas knowledge"
    return "GeoNames (CC BY 4.0)"


def _reason(best: Candidate, others: Sequence[Candidate], context: Context) -> str:
    parts = ["named so in the gazetteer"]
    if best.country in context.countries:
        parts.append(f"{best.country} is named in the article")
    elif not context.countries:
        parts.append("no country is named; the most populous")
    if others:
        parts.append(
            f"chosen over {len(others)} other{'s' if len(others) > 1 else ''} of the name "
            f"({', '.join(sorted({o.country for o in others})[:4])})"
        )
    return "; ".join(parts)
