"""Who said what, and how they know: a sourced claim ledger from reporting on armed conflict.

    >>> import according
    >>> for found in according.attribute("The ministry said the bridge had been rebuilt."): ...

Names load on first use, so importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from according.claims.attribution import Attribution
    from according.claims.finding.tagger import attribute
    from according.records import Article, Claim, Extraction, Span, Statement, Voice

__version__ = "0.1.0"
__all__ = [
    "Article",
    "Attribution",
    "Claim",
    "Extraction",
    "Span",
    "Statement",
    "Voice",
    "__version__",
    "attribute",
]

_HOMES = {"Attribution": "according.claims.attribution", "attribute": "according.claims.finding.tagger"}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'according' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "according.records")), name)
