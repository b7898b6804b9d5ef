"""One army under several names: "the general staff" and "the Malian army" who say the same are one origin. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from according.knowledge.origins.gathering.sides import army_of
from according.knowledge.origins.propositions import Line
from according.knowledge.origins.voices import Origin

__all__ = ["under_one_command"]


def under_one_command(lines: Sequence[Line]) -> list[Line]:
    """The lines of one proposition, each army's word under one of its names.

    An army named without its state is the one that is named with it; where two states' armies speak, it is nobody's.
    """
    armies: dict[tuple[bool, str], dict[str, Origin]] = defaultdict(dict)
    for line in lines:
        if line.origin.kind == "named" and (state := army_of(line.origin.name)) is not None:
            armies[line.denies, state].setdefault(line.origin.key, line.origin)
    faces = {side: min(named.values(), key=lambda origin: (origin.name, origin.key)) for side, named in armies.items()}
    found = []
    for line in lines:
        state = army_of(line.origin.name) if line.origin.kind == "named" else None
        if state == "":
            states = [other for denies, other in faces if denies == line.denies and other]
            state = states[0] if len(states) == 1 else "" if not states else None
        face = faces.get((line.denies, state)) if state is not None else None
        if face is not None and face.key != line.origin.key:
            why = f"{line.origin.name!r} is {face.name} under another name"
            through = (line.origin.name, *line.origin.through)
            line = replace(line, origin=Origin(face.key, "named", face.name, through, why))
        found.append(line)
    return found
