"""Places no list knows, put where the text says they lie: so far from, near, or in a place that is known.

The result says how exactly that is known: a distance gives a point and what it leaves open, "near" the surroundings,
a name in a list the region of the others. A country alone never places anything.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from according.entities.directions import WAY, vector
from according.entities.gazetteer_sources import distance_km
from according.entities.names import fold
from according.records import Place, Span

__all__ = ["Known", "Surroundings", "is_placed"]

_TYPES = (
    r"village|town|city|hamlet|settlement|neighbou?rhood|suburb|quarter|district|township|camp|commune|locality|area|"
    r"airport|airbase|air base|airfield|airstrip|port|base|island|valley|hills?|mountains?|forest|"
    r"crossing|dam|mine|market|hospital|prison|barracks|checkpoint|outpost|junction|county|territory"
)
_QUARTERS = r"neighbou?rhood|suburb|quarter|district|camp|airport|market|hospital|prison|barracks|area|checkpoint"
_INTO = (
    r"in|at|near|into|inside|outside|around|towards?|through|reached|entered|stormed|captured|seized|overran|retook|"
    r"recaptured|took|besieged|shelled|bombed|raided|occupy|occupies|occupied|attacked|struck|hit|left|fled|"
    r"(?:capture|fall|seizure|siege|battle|control|residents|people|outskirts|streets|north|south|east|west) of|"
    r"(?:battle|fight|fighting) for"
)
_QUARTER = re.compile(rf"(?:,\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}})?\s*(?:{_QUARTERS})\b(?!\s+of\b)", re.IGNORECASE)
_OTHERS = r"(?:[A-Z][\w'’-]+(?:[ -][A-Z][\w'’-]+)*(?:,\s+(?:and\s+)?|\s+and\s+)){0,4}"
_AFTER = (
    r"and|or|in|at|on|of|by|near|with|to|from|for|as|who|which|that|where|when|while|since|after|before|during|until|"
    rf"this|last|early|late|is|was|were|are|has|have|had|could|would|will|but|amid|between|against|over|{_TYPES}"
)
"""What may follow the name of a place; any other word says that it describes that word ("in Druze towns")."""
_MAINLY = r"\b(?:mainly|mostly|largely|majority|ethnic|predominantly|traditionally)[\s-]+"
_FAR = re.compile(
    rf"(?:about|some|roughly|around|nearly|approximately|just|over|almost|more than|less than)?\s*"
    rf"(?P<far>\d[\d,]*(?:\.\d+)?)[\s-]*(?P<unit>km|kms|kilomet(?:er|re)s?|miles?)\b(?:\s+\([^)]*\))?\s*"
    rf"(?:to\s+the\s+)?(?P<way>{WAY})?\s*(?:of|from|outside|away from)\b",
    re.IGNORECASE,
)
_THE_PLACE = re.compile(r" the (?:base|air ?base|city|town|village|camp|airport|port|dam|crossing|capital|site)\b")
_NEAR = re.compile(
    rf"\b(?:near|outside|close to|next to|not far from|adjacent to|beside|opposite|(?:on|at|in) the (?:outskirts|edge|"
    rf"suburbs|environs) of|(?:just|directly|immediately|further)?\s*(?P<way>{WAY}) of)\b",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|within|inside|of)\b", re.IGNORECASE)
_LINK = re.compile(
    rf"(?:\s+(?:{_TYPES}))?\s*,?\s*(?:(?:an?|the|one of the|which (?:is|lies)|located|situated|lying)\b"
    r"(?:(?!\b(?:and|or)\b)[^,;])*,?)?\s*$",
    re.IGNORECASE,
)
"""What may stand between a name and the words that say where it is: its type, or an apposition."""
_STANDS = re.compile(
    r"\b(?:in|at|near|into|inside|outside|around|of|across|towards?|captured|seized|entered|reached|left|from|to)\s+(?:the\s+)?"
    r"(?:\w+ern\s+|city of\s+|town of\s+)?$"
)
_FEW = 7
"""An article that names more towns of its country than this is an overview; its first place says nothing of others."""
_MILE_KM = 1.609
NEAR_KM = 25.0
"""What "near" a town reaches, as in UCDP's second degree of precision."""
BESIDE_KM = 60.0
"""How far places named in one list or one sentence may lie apart when nothing closer is said."""
ELSEWHERE_KM = 100.0
"""So far beyond where the text puts it, a place is another one of the name."""
LEAD_KM = 100.0
"""How far from where a report opens its other places are taken to lie when nothing else is said."""
LOCAL_KM = 150.0
"""An article whose places lie within so far of their middle is about one region."""
WIDEST_KM = 350.0
"""A region that reaches farther says too little of where something in it lies."""
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z])|\n+")


@dataclass(frozen=True, slots=True)
class Known:
    """Where the text names a place that is known."""

    span: Span
    place: Place


def is_placed(text: str, name: str) -> bool:
    """Whether the text puts this name where places stand: "the village of X", "in X", "captured X"."""
    written = re.escape(name)
    people = rf"(?<![\w-]){written}\s+(?!(?:{_AFTER})\b)[a-z]+|{_MAINLY}{written}\b"
    if " " not in name and re.search(people, text):  # "a Druze commander": a people, or a place only where said so
        return re.search(rf"\b(?:{_TYPES})s?\s+(?:of|called|named)\s+{written}(?![\w’'-])", text) is not None
    return (
        re.search(
            rf"\b(?:{_TYPES}|province|region|state)s?\s+(?:of|called|named)\s+(?:{written})(?![\w’'-])"
            rf"|(?<![\w-]){written},?\s+(?:an?\s+|the\s+)?(?:\w+\s+){{0,2}}(?:{_TYPES})\b"
            rf"|\b(?:{_INTO})\s+(?:the\s+)?{_OTHERS}(?:{written})(?![\w-])(?!['’]s?\s)(?=\W*$|[^\w\s]|\s+(?:{_AFTER})\b)",
            text,
        )
        is not None
    )


class Surroundings:
    """One article's known places in text order, asked where an unknown name lies."""

    def __init__(self, text: str, known: Sequence[Known]) -> None:
        self._text = text
        self._known = sorted(
            (k for k in known if k.place.precision < 6 and k.place.radius_km <= WIDEST_KM),
            key=lambda k: (k.span.start, -k.span.end),
        )
        self._starts = [k.span.start for k in self._known]
        self._breaks = [0, *(m.end() for m in _SENTENCE.finditer(text)), len(text) + 1]
        standing = [k for k in self._known if _STANDS.search(text[max(0, k.span.start - 30) : k.span.start])]
        self._local = _middle([k.place for k in standing])
        towns = {k.place.id for k in standing if not k.place.area}
        opening = [
            k
            for k in standing
            if k.place.radius_km <= LOCAL_KM and len(text[: k.span.start].strip().split("\n\n")) <= 2
        ]
        self._lead = opening[0].place if opening and len(towns) <= _FEW else None

    def place(self, name: str, spans: Sequence[Span]) -> Place | None:
        """Where the name lies by the most exact thing the text says of it; None when it says nothing of use."""
        for rule in (self._measured, self._nearby, self._inside, self._quarter, self._listed, self._sentence):
            for span in spans:
                if (found := rule(name, span)) is not None:
                    return found
        return self._paragraph(name, spans[0]) if spans else None

    def contradicted(self, name: str, place: Place, spans: Sequence[Span]) -> Place | None:
        """Where the text says that a place is, when that is clearly elsewhere than this place of the name."""
        for rule in (self._measured, self._nearby, self._inside):
            for span in spans:
                said = rule(name, span)
                if said is not None and said.id.split(":")[1:-1] != place.id.split(":"):
                    away = distance_km((said.lat, said.lon), (place.lat, place.lon))
                    return said if away > said.radius_km + ELSEWHERE_KM else None
        return None

    # --- what the text says, most exact first ---

    def _measured(self, name: str, span: Span) -> Place | None:
        rest = self._clause(span)
        match = _FAR.search(rest)
        anchor = self._first_from(span.end + match.end(), 60) if match else None
        if match is not None and anchor is None and _THE_PLACE.match(rest, match.end()):
            at = bisect_left(self._starts, span.start)  # "8 km from the base": the place spoken of before
            anchor = next((k for k in reversed(self._known[:at]) if not k.place.area), None)
        if match is None or anchor is None or match.start() > 70 or not self._leads(span.end, rest[: match.start()]):
            return None
        far = float(match["far"].replace(",", "")) * (_MILE_KM if match["unit"].lower().startswith("mile") else 1.0)
        if far > 600:
            return None
        north, east = vector(match["way"]) if match["way"] else (0.0, 0.0)
        size = math.hypot(north, east)
        base = anchor.place
        if not size:
            return _described(
                name, base, max(5.0, far + base.radius_km), f"{far:.0f} km from {base.name}", area=far > 30
            )
        lat = base.lat + far * north / size / 111.2
        lon = base.lon + far * east / size / (111.2 * max(0.1, math.cos(math.radians(base.lat))))
        said = f"{far:.0f} km {match['way'].lower()} of {base.name}"
        return _described(name, base, max(10.0, far * 0.3 + base.radius_km / 2), said, (lat, lon), area=far > 50)

    def _nearby(self, name: str, span: Span) -> Place | None:
        match = _NEAR.search(self._clause(span))
        anchor = self._first_from(span.end + match.end(), 45) if match else None
        if match is None or anchor is None or not _LINK.match(self._clause(span)[: match.start()]):
            return None
        radius = anchor.place.radius_km if anchor.place.area else max(NEAR_KM, 2 * anchor.place.radius_km)
        return _described(name, anchor.place, radius, f"{match[0].strip()} {anchor.place.name}", area=anchor.place.area)

    def _inside(self, name: str, span: Span) -> Place | None:
        before = self._text[max(0, span.start - 60) : span.start]
        if owner := re.search(r"['’]s?\s+(?:\w+\s+){0,2}$", before):
            at = span.start - len(before) + owner.start()
            if (held := next((k for k in self._known if k.span.end == at), None)) is not None:
                return _within(name, held.place)
        rest = self._clause(span)
        direct = re.match(r"\s*,\s*", rest)
        anchor = self._first_from(span.end + direct.end(), 0) if direct else None
        if anchor is None:
            match = _IN.search(rest)
            linked = match is not None and _LINK.match(rest[: match.start()]) is not None
            anchor = self._first_from(span.end + match.end(), 40) if match and linked else None
        return _within(name, anchor.place) if anchor is not None else None

    def _quarter(self, name: str, span: Span) -> Place | None:
        """A neighbourhood or camp is of the town named last, else of the one named next in the sentence."""
        if not _QUARTER.match(self._text[span.end : span.end + 60]):
            return None
        at = bisect_left(self._starts, span.start)
        _, end = self._bounds(span)
        towns = [k for k in reversed(self._known[:at]) if not k.place.area]
        towns += [k for k in self._known[at:] if not k.place.area and k.span.start < end]
        return _within(name, towns[0].place, "the town named beside it") if towns else None

    def _listed(self, name: str, span: Span) -> Place | None:
        """ "A, X and B": beside the members of its list that are known."""
        start, end = self._bounds(span)
        listed = re.compile(r"(?:[A-Z][\w'’-]*(?:[ -](?:[a-z]{2,3}[ -])?[A-Z][\w'’-]*)*(?:,\s*(?:and\s+)?|\s+and\s+))*")
        beside = []
        for k in self._known:
            if not start <= k.span.start < end or k.place.area:
                continue
            between = (
                self._text[k.span.end : span.start] if k.span.end <= span.start else self._text[span.end : k.span.start]
            )
            rest = listed.fullmatch(between.lstrip(", ").removeprefix("and ").lstrip())
            if len(between) <= 80 and rest and (re.match(r"\s*(?:,|and\b)", between.strip() or "-")):
                beside.append(k.place)
        if not beside:
            return None
        lat, lon = sum(p.lat for p in beside) / len(beside), sum(p.lon for p in beside) / len(beside)
        reach = max(distance_km((lat, lon), (p.lat, p.lon)) for p in beside)
        return _described(
            name, beside[0], max(BESIDE_KM, reach), f"listed with {beside[0].name}", (lat, lon), area=True
        )

    def _sentence(self, name: str, span: Span) -> Place | None:
        start, end = self._bounds(span)
        here = [k for k in self._known if start <= k.span.start < end and not k.span.overlaps(span)]
        if not here:
            return None
        nearest = min(here, key=lambda k: (_gap(k.span, span), k.span.start)).place
        if not nearest.area and _gap_to(here, span) > 90 and self._local is None:
            return None
        if nearest.area and nearest.radius_km > LEAD_KM and (town := self._town_before(span, nearest)) is not None:
            return _described(name, town, BESIDE_KM, f"named in one paragraph with {town.name}", area=True)
        radius = nearest.radius_km if nearest.area else BESIDE_KM
        return _described(name, nearest, radius, f"named in one sentence with {nearest.name}", area=True)

    def _town_before(self, span: Span, region: Place) -> Place | None:
        """The town of this region last named before in the paragraph, which says more than the region does."""
        start = self._text.rfind("\n", 0, span.start) + 1
        for k in reversed(self._known[: bisect_left(self._starts, span.start)]):
            if k.span.start < start:
                return None
            away = distance_km((k.place.lat, k.place.lon), (region.lat, region.lon))
            if not k.place.area and away <= region.radius_km:
                return k.place
        return None

    def _paragraph(self, name: str, span: Span) -> Place | None:
        """By the heading of its paragraph, or where all the article's places lie close together."""
        start = self._text.rfind("\n", 0, span.start) + 1
        for k in self._known[bisect_left(self._starts, start) :][:1]:
            if k.span.start - start <= 4 and self._text[k.span.end : k.span.end + 1] == ":":
                return _described(name, k.place, max(BESIDE_KM, k.place.radius_km), f"under {k.place.name}", area=True)
        if self._local is not None:
            middle, reach = self._local
            said = f"among the places of the article, round {middle.name}"
            return _described(name, middle, max(BESIDE_KM, reach), said, area=True)
        if self._lead is None:
            return None
        reach = self._lead.radius_km if self._lead.area else LEAD_KM
        return _described(name, self._lead, reach, f"in an article that opens in {self._lead.name}", area=True)

    # --- where things stand ---

    def _bounds(self, span: Span) -> tuple[int, int]:
        at = bisect_left(self._breaks, span.start + 1)
        return self._breaks[at - 1], self._breaks[at]

    def _clause(self, span: Span) -> str:
        """What follows a name in its sentence, up to 120 characters and no further than a verb of the main clause."""
        end = min(self._bounds(span)[1], span.end + 120)
        rest = self._text[span.end : end]
        stop = re.search(r"[;:–—]|\b(?:while|after|before|when|where|as|but|said|says|told|who)\b", rest)
        return rest[: stop.start()] if stop else rest

    def _leads(self, at: int, words: str) -> bool:
        """Whether what is said behind these words is still said of the name before them, not of another town."""
        if re.search(r"\b(?:and|or|from|to)\b", words):
            return False
        return not any(at <= k.span.start < at + len(words) and not k.place.area for k in self._known)

    def _first_from(self, at: int, within: int) -> Known | None:
        """The first known place that begins at most `within` characters behind a position of the same clause."""
        while at < len(self._text) and self._text[at] == " ":
            at += 1
        if self._text.startswith("the ", at):
            at += 4
        for k in self._known[bisect_left(self._starts, at) :]:
            skipped = self._text[at : k.span.start]
            if k.span.start - at > within:
                return None
            return k if not re.search(r"[,;:.]|\b(?:and|or|to|from)\b", skipped) else None
        return None


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end)


def _gap_to(known: Sequence[Known], span: Span) -> int:
    return min(_gap(k.span, span) for k in known)


def _middle(places: Sequence[Place]) -> tuple[Place, float] | None:
    """The place in the middle of an article's points, and how far four fifths of them reach; None where they are
    spread over more than one region or are too few to say.
    """
    points = list({p.id: p for p in places if not p.area}.values())
    if len(points) < 2:
        return None
    away: Mapping[str, list[float]] = {
        p.id: sorted(distance_km((p.lat, p.lon), (q.lat, q.lon)) for q in points) for p in points
    }
    most = math.ceil(len(points) * 0.8) - 1
    middle = min(points, key=lambda p: (away[p.id][most], p.id))
    return (middle, away[middle.id][most]) if away[middle.id][most] <= LOCAL_KM else None


def _within(name: str, base: Place, how: str = "") -> Place:
    radius = base.radius_km if base.area else max(10.0, base.radius_km + 5)
    return _described(name, base, radius, f"in {base.name}{', ' + how if how else ''}", area=base.area)


def _described(
    name: str,
    base: Place,
    radius: float,
    said: str,
    point: tuple[float, float] | None = None,
    *,
    area: bool,
) -> Place:
    lat, lon = point or (base.lat, base.lon)
    least = 2 if radius <= NEAR_KM else 3 if radius <= 45 else 5
    return Place(
        id=f"near:{base.id}:{fold(name).replace(' ', '-')}",
        name=name,
        lat=round(max(-90.0, min(90.0, lat)), 2),
        lon=round((lon + 180) % 360 - 180, 2),
        precision=max(least, base.precision if base.area else least),
        radius_km=round(radius),
        area=area or radius > NEAR_KM,
        country=base.country,
        admin1=base.admin1,
        names=(name,),
        source=base.source,
        why=f"placed by the words alone: {said}",
    )
