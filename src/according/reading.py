"""Stages 2 and 3 for one process: an article in, its extraction and linking out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from according.config import Config
from according.errors import AccordingError
from according.records import Article, Extraction, Linking, Problem

if TYPE_CHECKING:
    from according.claims.extractor import Extractor
    from according.entities.linking import Linker

__all__ = ["Reader", "Reading", "extractor_name", "open_reader"]


class Reading(NamedTuple):
    """One article with all that was read from it."""

    article: Article
    extraction: Extraction
    linking: Linking


class Reader:
    """Stages 2 and 3 for one process: an extractor and a linker that know the same packs."""

    def __init__(self, extractor: "Extractor", linker: "Linker") -> None:
        self._extractor = extractor
        self._linker = linker

    def read(self, articles: Sequence[Article]) -> Iterator[Reading]:
        """One reading an article, in order; one that cannot be linked keeps its claims and says so as a problem."""
        for article, extraction in zip(articles, self._extractor.extract(articles), strict=True):
            try:
                reading = Reading(article, extraction, self._linker.link(article, extraction))
            except AccordingError:
                raise  # packs or gazetteer are unusable: no article will do better
            except Exception as error:
                reading = self._unlinked(article, extraction, error)
            yield reading

    def _unlinked(self, article: Article, extraction: Extraction, error: Exception) -> Reading:
        problem = Problem(
            article.path or article.url or article.id,
            "entities",
            "unreadable",
            f"The names of this article could not be looked up ({type(error).__name__}: {error}); please report it.",
            article.id,
        )
        noted = replace(extraction, problems=(*extraction.problems, problem))
        return Reading(article, noted, Linking(article.id, self._linker.name))


def open_reader(config: Config) -> Reader:
    """Load packs, gazetteer and extractor. PackError or ExtractorError says in a sentence which cannot be used."""
    from according.claims.local import open_extractor
    from according.entities.gazetteer import open_gazetteer
    from according.entities.lexicon import PackLexicon
    from according.entities.linking import Linker
    from according.entities.packs import load_packs

    packs = load_packs(config.packs)
    gazetteer = open_gazetteer(packs)
    return Reader(open_extractor(config.extractor, PackLexicon(packs, gazetteer)), Linker(packs, gazetteer))


def extractor_name(config: Config) -> str:
    """Name and version of the extractor these settings open, without loading any model."""
    from according.claims.local import name_extractor
    from according.entities.gazetteer import open_gazetteer
    from according.entities.lexicon import PackLexicon
    from according.entities.packs import load_packs

    packs = load_packs(config.packs)
    return name_extractor(config.extractor, PackLexicon(packs, open_gazetteer(packs)))
