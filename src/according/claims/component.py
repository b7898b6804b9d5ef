"""The spaCy component `attribution`: `nlp.add_pipe("attribution")` fills `doc._.attributions`.

spaCy imports this module whenever any pipeline is created in an environment that has `according` installed, so it
must stay light: weights load when the first doc is read.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["create_attribution"]


def create_attribution(nlp: "Language", name: str) -> "Callable[[Doc], Doc]":
    """The component for a pipeline; raises ExtractorError at the first doc when the weights cannot be used."""
    from spacy.tokens import Doc

    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=[])

    def attribution(doc: "Doc") -> "Doc":
        from according.claims import tagger

        found: Any = tagger.attribute(doc.text)
        doc._.attributions = found
        return doc

    return attribution
