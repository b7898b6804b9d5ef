"""Who said what, and how they know: a sourced claim ledger from reporting on armed conflict."""

__version__ = "0.1.0"
