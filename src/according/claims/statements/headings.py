"""Lists of an article: "Al-Qaim: On the border, this area is a hub for …" – the heading names the place of its item."""

import re
from collections.abc import Iterator

from according.claims.statements.nouns import PLACES
from according.claims.statements.phrases import lemma
from according.claims.statements.reading import Draft, Reading
from according.claims.statements.references import References

__all__ = ["read_headings"]

_HEADING = re.compile(r"^[ \t]*(?:[-–—•*·]|\(?\d{1,2}[.)])?[ \t]*(?P<heading>[^\s:.!?][^:.!?\n]{1,70}):[ \t]+(?=\S)", re.MULTILINE)
_FILLING = frozenset("the in of and or western eastern northern southern central near both greater upper lower".split())


def read_headings(reading: Reading, references: References) -> Iterator[Draft]:
    """Tell the references which place each list item is about; yields "Akashat, western Anbar" as part_of."""
    for match in _HEADING.finditer(reading.text):
        span = reading.doc.char_span(match.start("heading"), match.end("heading"), alignment_mode="expand")
        after = reading.doc.char_span(match.end(), match.end() + 1, alignment_mode="expand")
        if span is None or after is None:
            continue
        places: list[int] = []
        for token in span:
            index = reading.mention_at(token)
            if index is not None:
                if reading.mentions[index].kind != "place":
                    places = []
                    break
                if index not in places:
                    places.append(index)
            elif not (token.is_punct or token.is_space or token.lower_ in _FILLING or lemma(token) in PLACES):
                places = []
                break
        if not places:
            continue
        joined = {reading.text[reading.mentions[a].span.end : reading.mentions[b].span.start].strip() for a, b in zip(places, places[1:], strict=False)}
        if any(not gap.startswith(("and", ", and", "&", ",")) for gap in joined) or any(gap.startswith(",") and "and" not in gap for gap in joined):
            whole = references.named(places[1])
            yield Draft(references.named(places[0]), "part_of", whole, reading.heads[places[0]], told=False, times=False, why="heading: place, place")
            places = places[:1]
        reading.headings[after[0].i] = tuple(places)
