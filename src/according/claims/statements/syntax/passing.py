"""A relation told in passing: it belongs to no speaker unless it stands inside a quotation."""

from collections.abc import Iterator

from according.claims.statements.reading import Draft, Token
from according.records import Ref

__all__ = ["BODIES", "passing"]

BODIES = ("armed_group", "organization", "government", "company")
"""Kinds of actors that are no persons."""


def passing(
    subject: Ref, predicate: str, thing: Ref | None, anchor: Token, why: str, last: Token | None = None
) -> Iterator[Draft]:
    if thing is None or subject.name != thing.name:
        yield Draft(subject, predicate, thing, anchor, last=last, told=False, times=False, why=why)
