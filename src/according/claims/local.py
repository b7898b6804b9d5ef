"""`LocalExtractor`: one article in, everything it says and who says it out. Runs on this machine alone.

parse → names → spans (finder) → nested spans → lists → speakers → chain → status … → claims → statements
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from according.claims.attribution import Finder
from according.claims.extractor import Extractor, Lexicon
from according.errors import AccordingError, ExtractorError
from according.records import Article, Extraction, Problem

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["LocalExtractor", "name_extractor", "open_extractor"]

READING = "local@3"
"""Version of everything behind the finder; raise it when the same spans give other claims."""


def open_extractor(name: str, lexicon: Lexicon) -> Extractor:
    """The extractor of that name: `local` (learned spans) or `rules` (the grammar alone).

    Raises ExtractorError for any other name, and when the language model cannot be used.
    """
    return LocalExtractor(_finder(name), lexicon)


def name_extractor(name: str, lexicon: Lexicon) -> str:
    """Name and version of that extractor with that lexicon, without loading any model."""
    if name == "local":
        from according.claims.finding.tagger_weights import read_card

        return _name(f"tagger@{read_card()['version']}+{_grammar().name}", lexicon)
    return _name(_finder(name).name, lexicon)


def _name(finder: str, lexicon: Lexicon) -> str:
    return "+".join([READING, finder, *([lexicon.name] if lexicon.name != "none" else [])])


def _finder(name: str) -> Finder:
    if name == "rules":
        return _grammar()
    if name == "local":
        from according.claims.finding.joint import JointFinder
        from according.claims.finding.tagger import load_tagger

        return JointFinder(load_tagger(), _grammar())
    raise ExtractorError(f"There is no extractor {name!r}; use 'local' or 'rules'.")


def _grammar() -> Finder:
    from according.claims.finding.grammar import GrammarFinder

    return GrammarFinder()


class LocalExtractor:
    """Reads with spaCy, a finder of spans, and the shared reading of speakers, chains and status."""

    def __init__(self, finder: Finder, lexicon: Lexicon) -> None:
        self._finder = finder
        self._lexicon = lexicon
        self.name = _name(finder.name, lexicon)

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """One extraction an article, in order; an article that cannot be read yields one with a problem."""
        from according.claims.nlp import read_docs

        for article in articles:
            try:
                (doc,) = read_docs([article.text])
                yield self._read(article, doc)
            except AccordingError:
                raise  # the model or the weights are unusable: no article will do better
            except Exception as error:
                problem = Problem(
                    article.path or article.url or article.id,
                    "claims",
                    "unreadable",
                    f"This article could not be read for claims ({type(error).__name__}: {error}); please report it.",
                    article.id,
                )
                yield Extraction(article.id, self.name, problems=(problem,))

    def _read(self, article: Article, doc: "Doc") -> Extraction:
        from according.claims.reading import read_article

        return read_article(article, doc, self._finder, self._lexicon, self.name)
