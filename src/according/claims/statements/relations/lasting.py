"""Lasting relations told by a verb: who holds, sits, moves, supplies, makes, owns, leads, belongs, was founded."""

from collections.abc import Iterator

from according.claims.statements.names.references import References
from according.claims.statements.reading import Draft, Reading
from according.claims.statements.relations.arming import Arming
from according.claims.statements.relations.belonging import Belonging
from according.claims.statements.relations.founding import Founding
from according.claims.statements.relations.presence import Presence
from according.claims.statements.syntax.clauses import Clause

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
