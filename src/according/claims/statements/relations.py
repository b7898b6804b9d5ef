"""Lasting relations told by a verb: who holds, sits, moves, supplies, makes, owns, leads, belongs, was founded."""

from collections.abc import Iterator

from according.claims.statements.arming import Arming
from according.claims.statements.belonging import Belonging
from according.claims.statements.clauses import Clause
from according.claims.statements.founding import Founding
from according.claims.statements.presence import Presence
from according.claims.statements.reading import Draft, Reading
from according.claims.statements.references import References

__all__ = ["relations"]

_FACTS = ("fact", "hedged")


def relations(clause: Clause, reading: Reading, references: References) -> Iterator[Draft]:
    """The relations this clause tells; none when it tells no fact."""
    if clause.reality not in _FACTS:
        return
    place = Presence(clause, reading, references)
    yield from place.control()
    yield from place.presence()
    yield from place.movement()
    arms = Arming(clause, reading, references)
    yield from arms.supply()
    yield from arms.making()
    yield from arms.owning()
    group = Belonging(clause, reading, references)
    yield from group.ties()
    yield from group.state()
    made = Founding(clause, reading, references)
    yield from made.founding()
    yield from made.using()
