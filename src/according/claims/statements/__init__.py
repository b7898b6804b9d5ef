"""Statements: what an article and its claims say, read as data from the structure of the sentences."""

from according.claims.statements.reader import read_statements

__all__ = ["read_statements"]
