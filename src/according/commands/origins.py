"""`according families`, `propositions`, `origins`, `contested`: independent, or an echo?"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from according.commands import asking
from according.commands.terminal import console, plain_words, quiet_pipe

if TYPE_CHECKING:
    from according.knowledge.origins.disputes.contradictions import Contradiction
    from according.knowledge.origins.propositions import Gathered, Line
    from according.knowledge.reader import Reader

__all__ = ["gathered", "register"]

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
About = Annotated[str | None, typer.Option(help="Only this actor or place: a name or id.")]
Limit = Annotated[int, typer.Option(min=1, help="How many at most.")]


def register(app: typer.Typer) -> None:
    """Hang the verbs on the command line."""
    for verb in (families, propositions, origins, contested):
        app.command()(quiet_pipe(verb))


@contextmanager
def gathered(db: str | None) -> Iterator["Reader"]:
    """The store for reading, after gathering what came in since it was last done."""
    from according.config import load_config
    from according.knowledge.base import KnowledgeBase
    from according.knowledge.origins.reading import waiting
    from according.knowledge.reader import Reader

    url = load_config({"db": db}).db_url
    with Reader(url) as reader:
        behind = waiting(reader)
    if behind:
        with KnowledgeBase(url, what="gather") as kb:
            kb.settle()
    with Reader(url) as reader:
        yield reader


def families(limit: Limit = 50, as_json: AsJson = False, db: asking.Db = None) -> None:
    """List families of articles: who reprints, abridges or credits whom, and how one can tell."""
    from according.knowledge.encoding import pack
    from according.knowledge.origins.reading import families as read

    with gathered(db) as reader:
        found = read(reader, limit=limit)
    if as_json:
        print(json.dumps([pack(family) for family in found], ensure_ascii=False, indent=1, default=str))
        return
    if not found:
        print("No article here derives from another.")
    for family in found:
        names = {a.id: plain_words(a.path or a.title or a.id) for a in family.articles}
        roots = ", ".join(names[root] for root in family.roots)
        print(f"{len(family.articles)} articles, root: {roots}" + ("" if len(family.roots) == 1 else " (undecided)"))
        for tie in family.derivations:
            arrow = "from" if tie.directed else "and"
            print(f"  {names[tie.derived]} {arrow} {names[tie.original]}: {tie.how}, {round(100 * tie.share)} % of it")
            print(f"    {plain_words(tie.why)}" + (f"; both credit {plain_words(tie.unseen)}" if tie.unseen else ""))
        if family.kin:
            print(
                f"  {len(family.kin)} more pair{'s are' if len(family.kin) > 1 else ' is'} alike as copies of one text"
            )


def propositions(
    about: About = None,
    kind: Annotated[str | None, typer.Option(help="Only this predicate, for example supplies or ASSAULT.")] = None,
    least: Annotated[int, typer.Option("--origins", min=0, help="At least so many independent origins.")] = 0,
    limit: Limit = 50,
    as_json: AsJson = False,
    db: asking.Db = None,
) -> None:
    """List propositions: the same thing said by several, with how many independent origins stand behind it."""
    from according.knowledge.encoding import pack
    from according.knowledge.origins.gathering.grouping import class_of
    from according.knowledge.origins.grades import credibility
    from according.knowledge.origins.reading import count_propositions
    from according.knowledge.origins.reading import propositions as read

    with gathered(db) as reader:
        wanted = _canonical(reader, about)
        asked = class_of(kind) if kind else None
        found = read(reader, about=wanted, kind=asked, least_origins=least, limit=limit)
        total = count_propositions(reader, about=wanted, kind=asked, least_origins=least)
    if as_json:
        records = []
        for one in found:
            grade = credibility(one)
            records.append({**pack(one), "credibility": grade.grade, "rule": grade.rule})
        print(json.dumps(records, ensure_ascii=False, indent=1, default=str))
        return
    if not found:
        print("No proposition matches.")
    for one in found:
        print(f"{one.id[:10]}  {_sentence(one)}")
        print(f"            {plain_words(one.words)}; credibility {credibility(one).rule}")
    if total > len(found):
        print(f"{len(found):,} of {total:,}. More: --limit N. One of them: according origins ID")


def origins(
    id: Annotated[str, typer.Argument(metavar="ID", help="A proposition's or a claim's id, or a unique beginning.")],
    as_json: AsJson = False,
    db: asking.Db = None,
) -> None:
    """Show the origin tree: who stands behind it, through whom it reached which article, who denies it."""
    from according.errors import NotFoundError
    from according.knowledge import queries
    from according.knowledge.encoding import pack
    from according.knowledge.origins.grades import credibility
    from according.knowledge.origins.reading import proposition, propositions_of_claim

    with gathered(db) as reader:
        try:
            found = [proposition(reader, id)]
        except NotFoundError:
            claim = queries.claim(reader, id)
            found = propositions_of_claim(reader, claim.claim.id)
    if as_json:
        print(json.dumps([pack(one) for one in found], ensure_ascii=False, indent=1, default=str))
        return
    screen = console()
    for one in found:
        screen.print(_tree(one, credibility(one).rule))


def contested(
    about: About = None,
    everything: Annotated[bool, typer.Option("--all", help="Also those a person dismissed.")] = False,
    unsure: Annotated[bool, typer.Option("--unsure", help="What may contradict, for you to decide.")] = False,
    as_json: AsJson = False,
    db: asking.Db = None,
) -> None:
    """List contradictions: denials, opposite words, numbers, places, days, holders or ties that do not go together."""
    from according.knowledge.encoding import pack
    from according.knowledge.origins.reading import contested as read

    if unsure:
        _unsure(about, everything, as_json, db)
        return
    with gathered(db) as reader:
        found = read(reader, about=_canonical(reader, about), dismissed=everything)
    if as_json:
        print(json.dumps([pack(one) for one in found], ensure_ascii=False, indent=1, default=str))
        return
    if not found:
        print("No contradiction found; that is no sign of agreement.")
    for one in found:
        _print(one)


def _print(one: "Contradiction") -> None:
    print(f"{one.id[:10]}  {one.kind}: {plain_words(one.why)}" + (" (dismissed)" if one.dismissed else ""))
    for side in one.sides:
        who = ", ".join(side.origins) or "unknown lineage"
        print(f"    {plain_words(who)}: {plain_words(side.says)}  [{len(side.lines)}]")


def _unsure(about: str | None, everything: bool, as_json: bool, db: str | None) -> None:
    from according.knowledge.encoding import pack
    from according.knowledge.origins.disputes.answering import possible_denials
    from according.knowledge.origins.reading import contested as read

    with gathered(db) as reader:
        found = possible_denials(reader) if about is None else []
        perhaps = read(reader, about=_canonical(reader, about), dismissed=everything, unsure=True)
    if as_json:
        print(json.dumps([pack(one) for one in (*found, *perhaps)], ensure_ascii=False, indent=1, default=str))
        return
    if not found and not perhaps:
        print("Of every denial it is plain what it denies, or nothing here comes into question.")
    for one in found:
        print(plain_words(f"{one.speaker} denied: {one.text}"))
        print(plain_words(f"    may deny: {one.says} ({one.why})"))
        print(f"    according judge {one.claim} denies {one.proposition}")
    for doubtful in perhaps:
        _print(doubtful)


def _canonical(reader: "Reader", name: str | None) -> str | None:
    from according.knowledge import queries

    return None if name is None else queries.entity(reader, name).entity.id


def _sentence(one: "Gathered") -> str:
    from according.knowledge.origins.followups import AHEAD
    from according.knowledge.origins.sentences import in_plain_words

    foreseen = ", foreseen" if all(line.status in AHEAD for line in one.lines) else ""
    return plain_words(in_plain_words(one) + foreseen)


def _tree(one: "Gathered", rule: str) -> object:
    from rich.text import Text
    from rich.tree import Tree

    tree = Tree(Text(_sentence(one), style="bold"))
    tree.add(Text(plain_words(one.words)))
    tree.add(Text(f"credibility {rule}"))
    for title, denies in (("said by", False), ("denied by", True)):
        lines = [line for line in one.lines if line.denies == denies]
        if not lines:
            continue
        branch = tree.add(title)
        for origin in sorted({line.origin.key for line in lines}):
            mine = [line for line in lines if line.origin.key == origin]
            leaf = branch.add(Text(plain_words(mine[0].origin.name)))
            for line in mine:
                leaf.add(Text(_path(line)))
    for name, quantity in one.numbers:
        tree.add(Text(f"{plain_words(name)}: {plain_words(quantity.text)}"))
    return tree


def _path(line: "Line") -> str:
    through = " ← ".join(line.origin.through)
    echo = "" if line.family == line.article else " (text shared with kin)"
    where = f"{line.path}{echo}" + (f", {line.published}" if line.published else "")
    why = f" ({line.why})" if line.why else ""
    return plain_words(f"{where}{': through ' + through if through else ''}: {line.text}{why}")
