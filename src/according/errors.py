"""Everything `according` raises on purpose.

AccordingError
├── ConfigError       a setting, flag or address cannot be used
├── ArticleError      one input could not be read (recorded as a problem, never stops a run)
├── ExtractorError    an extractor or its weights cannot be loaded
├── PackError         a pack, gazetteer source or name list is malformed
├── StorageError      the store cannot be opened, read or written
└── NotFoundError     an id or name is not in the store

Each message is one sentence that says what is wrong and what to do about it.
"""

__all__ = [
    "AccordingError",
    "ArticleError",
    "ConfigError",
    "ExtractorError",
    "NotFoundError",
    "PackError",
    "StorageError",
]


class AccordingError(Exception):
    """Root of the tree; the command line prints its message and exits with 1."""


class ConfigError(AccordingError):
    """A setting, flag or address cannot be used as given."""


class ArticleError(AccordingError):
    """One input could not be read as an article; `kind` is a short machine word for counting."""

    def __init__(self, message: str, *, kind: str = "unreadable") -> None:
        super().__init__(message)
        self.kind = kind


class ExtractorError(AccordingError):
    """An extractor, its model or its weights cannot be loaded or do not match their card."""


class PackError(AccordingError):
    """A pack or gazetteer source is malformed; the message names the file and the entry."""


class StorageError(AccordingError):
    """The store cannot be opened, read or written."""


class NotFoundError(AccordingError):
    """Nothing in the store has this id or name."""
