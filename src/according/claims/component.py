"""spaCy component `attribution`: `nlp.add_pipe("attribution")` fills `doc._.attributions`."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from according.claims.attribution import Attribution
from according.claims.finding.tagger import load_tagger
from according.records import Span

__all__ = ["AttributionComponent", "create_attribution"]

_KEY = "according.attributions"

# spaCy writes documents as plain data (to disk, and between processes), so plain data is what a document carries.
_Plain = list[tuple[list[tuple[int, int]], list[tuple[int, int]], list[tuple[int, int]], float]]


def _spans(pairs: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _pairs(spans: tuple[Span, ...]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _stored(doc: Doc) -> list[Attribution] | None:
    plain: _Plain | None = doc.user_data.get(_KEY)
    if plain is None:
        return None
    return [
        Attribution(_spans(source), _spans(cue), _spans(content), confidence)
        for source, cue, content, confidence in plain
    ]


def _store(doc: Doc, found: list[Attribution] | None) -> None:
    doc.user_data[_KEY] = (
        found if found is None else [(*map(_pairs, (a.source, a.cue, a.content)), a.confidence) for a in found]
    )


if not Doc.has_extension("attributions"):
    Doc.set_extension("attributions", getter=_stored, setter=_store)


class AttributionComponent:
    """Sets `doc._.attributions`: a list of `Attribution`, spans counted in characters of `doc.text`.

    It is None for a document that did not pass through. The component reads the text itself, so it may stand
    anywhere in a pipeline and needs no other one. Weights load with the first document, once a process.
    """

    def __call__(self, doc: Doc) -> Doc:
        doc._.attributions = load_tagger().read(doc.text)
        return doc

    def pipe(self, docs: Iterable[Doc], batch_size: int = 128) -> Iterator[Doc]:
        """Stream documents through; each is read alone, so `batch_size` changes nothing."""
        for doc in docs:
            yield self(doc)


@Language.factory("attribution", assigns=["doc._.attributions"])
def create_attribution(nlp: Language, name: str) -> AttributionComponent:
    """spaCy's factory, found through the `spacy_factories` entry point once `according` is installed."""
    return AttributionComponent()
