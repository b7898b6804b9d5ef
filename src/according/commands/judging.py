"""`according judge`, `undo`, `grade`, `candidates`, `followups`: what only a person decides, and what waits for it."""

import json
from typing import TYPE_CHECKING, Annotated, Any, cast, get_args

import typer

from according.commands import asking
from according.commands.origins import gathered
from according.commands.terminal import open_store, plain_words, quiet_pipe
from according.errors import ConfigError, NotFoundError
from according.vocabularies import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from according.knowledge.reader import Reader
    from according.records import Judgement

__all__ = ["register"]

VERDICTS = tuple(verdict for verdict in get_args(Verdict) if verdict != "grade")
PAIRS = ("same", "not_same", "unsure")
AHEAD = ("fulfils", "refutes")
OF_PROPOSITIONS = (*AHEAD, "denies")

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Why = Annotated[str, typer.Option(help="Your reason, kept with the decision.")]
Author = Annotated[str | None, typer.Option(help="The name your decision carries; or set `author` once.")]
Limit = Annotated[int, typer.Option(min=1, help="How many at most.")]


def register(app: typer.Typer) -> None:
    """Hang the verbs on the command line."""
    for verb in (judge, undo, grade, candidates, followups):
        app.command()(quiet_pipe(verb))


def judge(
    subject: Annotated[str, typer.Argument(metavar="SUBJECT", help="What is judged: an id, its start, or a name.")],
    verdict: Annotated[str, typer.Argument(metavar="VERDICT", help=", ".join(VERDICTS))],
    object: Annotated[str | None, typer.Argument(metavar="[OBJECT]", help="The other actor, or a proposition.")] = None,
    settings: Annotated[
        list[str] | None, typer.Option("--set", metavar="FIELD=VALUE", help="What `correct` sets, e.g. status=denied.")
    ] = None,
    why: Why = "",
    author: Author = None,
    as_json: AsJson = False,
    db: asking.Db = None,
) -> None:
    """Record a decision of yours. Nothing is erased; `judge ID undo` takes a decision back exactly.

    Actors: same, not_same, unsure, each with a second actor. Claims and statements: accept, reject, correct --set.
    Matches a rule made: accept, reject. Contradictions: dismiss. Claims that look ahead: fulfils, refutes, each with
    the proposition that does, or dismiss with one that does neither. Denials that could not be read as data: denies,
    with the proposition that is denied.
    """
    if verdict not in VERDICTS:
        raise ConfigError(f"{verdict!r} is no verdict; use {', '.join(VERDICTS)}.")
    if (object is not None) != (verdict in PAIRS + OF_PROPOSITIONS) and not (object and verdict == "dismiss"):
        which = "that came later" if verdict in AHEAD else "it denies"
        other = f"the id of the proposition {which}" if verdict in OF_PROPOSITIONS else "a second actor"
        raise ConfigError(f"{verdict} needs {other}." if object is None else f"{verdict} takes no second argument.")
    if bool(settings) != (verdict == "correct"):
        example = f"say what is right, for example: according judge {subject} correct --set status=denied"
        raise ConfigError(f"--set goes with correct; {example}" if settings else f"To correct, {example}")
    value = _fields(settings) if settings else None
    with gathered(db) as reader:
        ends = _ends(reader, subject, verdict, object)
    said = _record(*ends, cast(Verdict, verdict), value, why, author, db)
    if as_json:
        _print_json(said)
    else:
        about = f" {plain_words(object)}" if object else ""
        print(f"{said.by}: {plain_words(subject)} {verdict}{about}. To take it back: according judge {said.id} undo")


def undo(
    batch: Annotated[
        int | None, typer.Argument(metavar="[RUN]", help="The number of the run; none lists the runs.")
    ] = None,
    why: Why = "",
    author: Author = None,
    as_json: AsJson = False,
    db: asking.Db = None,
) -> None:
    """Take back every decision that one run recorded, for example an import of many; without a number, list the runs.

    Nothing is erased. This is a run of its own, and `undo` of its number brings all of it back exactly.
    """
    from according.knowledge.judgements import opinion
    from according.knowledge.queries.meant import batches_of_decisions, decisions_in

    with open_store(db) as reader:
        runs = batches_of_decisions(reader)
        found = [] if batch is None else decisions_in(reader, batch)
    if batch is None:
        if as_json:
            names = ("run", "at", "what", "decisions")
            print(json.dumps([dict(zip(names, run, strict=True)) for run in runs], indent=1))
            return
        for number, at, what, decisions in runs:
            print(f"{number:6}  {at}  {plain_words(what)}: {decisions} decision{'' if decisions == 1 else 's'}")
        if not runs:
            print("No decision was recorded here yet.")
        return
    if not found:
        raise ConfigError(f"Run {batch} recorded no decisions; what it added cannot be undone, only rejected.")
    by = _author(author, db)
    said, run = _keep([opinion(one.id, "undo", by=by, why=why or f"run {batch}") for one in found], db)
    if as_json:
        print(json.dumps({"run": run, "undone": [one.subject for one in said]}, indent=1))
        return
    count = f"{len(said)} decision{'' if len(said) == 1 else 's'}"
    print(f"{by}: {count} of run {batch} taken back. To bring them back: according undo {run}")


def grade(
    voice: Annotated[str, typer.Argument(metavar="VOICE", help="Whose word it is: a name or id.")],
    letter: Annotated[str | None, typer.Argument(metavar="[A-F]", help="The grade to give; none shows it.")] = None,
    why: Why = "",
    author: Author = None,
    as_json: AsJson = False,
    db: asking.Db = None,
) -> None:
    """Show how reliable a person judged a voice, beside its record; with a letter, give that grade.

    A completely, B usually, C fairly, D not usually reliable, E unreliable, F cannot be judged. The record never
    becomes a grade by itself.
    """
    from according.knowledge import queries
    from according.knowledge.origins.grades import RELIABILITY, read_grade
    from according.knowledge.origins.reading import grade_of, record_of

    given = None if letter is None else read_grade(letter)
    with gathered(db) as reader:
        row = queries.entity(reader, voice)
    id, name = row.entity.id, plain_words(row.entity.name)
    said = None if given is None else _record(id, None, "grade", given, why, author, db)
    with gathered(db) as reader:
        known, record = grade_of(reader, id) or "F", record_of(reader, id)
    if as_json:
        fared = {"alone": record.alone, "confirmed": record.confirmed, "contradicted": record.contradicted}
        shown = {"id": id, "name": row.entity.name, "grade": None if known == "F" else known, "record": fared}
        print(json.dumps(shown | ({"judgement": said.id} if said else {}), ensure_ascii=False, indent=1))
        return
    print(f"{name}: {known}, {RELIABILITY[known]}" + ("" if known != "F" or said else " (no person graded it)"))
    total = record.alone + record.confirmed + record.contradicted
    counted = f"{total} proposition{'' if total == 1 else 's'} by it: {record.confirmed} with other independent origins"
    print(f"    {counted}, {record.contradicted} denied, {record.alone} by it alone")
    if said:
        print(f"    To take the grade back: according judge {said.id} undo")


def candidates(limit: Limit = 50, as_json: AsJson = False, db: asking.Db = None) -> None:
    """List names of different articles that may be one actor, with the reason. None is ever merged by itself.

    Pairs that you decided on with `according judge A same|not_same|unsure B` do not come back.
    """
    from according.entities.candidates import Named, propose
    from according.knowledge.queries.matches import actor_names, settled_pairs

    with open_store(db) as reader:
        known = {one.id: one for one in actor_names(reader)}
        settled = settled_pairs(reader)
    proposed = propose([Named(one.id, one.name, one.kind, one.also) for one in known.values()])
    found = [one for one in proposed if frozenset((one.a, one.b)) not in settled]
    shown = found[:limit]
    if as_json:
        records = [
            {
                "a": one.a, "a_name": known[one.a].name, "a_kind": known[one.a].kind,
                "b": one.b, "b_name": known[one.b].name, "b_kind": known[one.b].kind,
                "score": one.score, "why": one.why,
            }
            for one in shown
        ]  # fmt: skip
        print(json.dumps(records, ensure_ascii=False, indent=1))
        return
    if not shown:
        print("No two names here look like one.")
    for one in shown:
        a, b = known[one.a], known[one.b]
        print(plain_words(f"{a.name} ({a.kind})  –  {b.name} ({b.kind})"))
        print(plain_words(f"    {one.why}"))
        print(f"    according judge {one.a} same {one.b}")
    if len(found) > len(shown):
        print(f"{len(shown):,} of {len(found):,}. More: --limit N.")


def followups(limit: Limit = 50, as_json: AsJson = False, db: asking.Db = None) -> None:
    """List forecasts and threats that something reported later may fulfil or refute, for you to decide."""
    from according.knowledge.encoding import pack
    from according.knowledge.origins.outcomes import pending_follow_ups

    with gathered(db) as reader:
        found = pending_follow_ups(reader)
    shown = found[:limit]
    if as_json:
        print(json.dumps([pack(one) for one in shown], ensure_ascii=False, indent=1, default=str))
        return
    if not shown:
        print("Nothing reported later says what became of a forecast or threat here.")
    for one in shown:
        print(plain_words(f"{one.line.origin.name}, {one.line.published}: {one.line.text}"))
        print(plain_words(f"    may {one.verdict.removesuffix('s')}: {one.why}"))
        print(f"    according judge {one.line.claim or one.line.statement} {one.verdict} {one.proposition}")
    if len(found) > len(shown):
        print(f"{len(shown):,} of {len(found):,}. More: --limit N.")


def _ends(reader: "Reader", subject: str, verdict: str, object: str | None) -> tuple[str, str | None]:
    """The whole ids that are meant, each known to be in the store."""
    from according.knowledge.origins.reading import contested, proposition
    from according.knowledge.queries.meant import actor, opinion_id, reviewable

    if verdict in PAIRS:
        left, right = actor(reader, subject), actor(reader, object or "")
        if left == right:
            raise ConfigError(f"{subject!r} and {object!r} are one name; there is nothing to judge.")
        return left, right
    if verdict in OF_PROPOSITIONS or (verdict == "dismiss" and object):
        later = proposition(reader, object or "")
        facts = [line.statement for line in later.lines]
        return reviewable(reader, subject, matches=False), min(facts)
    if verdict == "undo":
        return opinion_id(reader, subject), None
    if verdict == "dismiss":
        every = (one for some in (False, True) for one in contested(reader, dismissed=True, unsure=some))
        ids = sorted({one.id for one in every if one.id.startswith(subject)})
        if len(ids) != 1:
            problem = "Several contradictions have ids that begin" if ids else "No contradiction has an id that begins"
            raise NotFoundError(f"{problem} with {subject!r}. See: according contested")
        return ids[0], None
    return reviewable(reader, subject, matches=verdict != "correct"), None


def _fields(settings: list[str]) -> str:
    """The correction as the log keeps it; ConfigError for what cannot be corrected, or not to this value."""
    from according.knowledge.judgements import CORRECTABLE

    found: dict[str, str] = {}
    for setting in settings:
        name, given, value = setting.partition("=")
        if not given or name not in CORRECTABLE:
            raise ConfigError(f"--set {setting!r} is no FIELD=VALUE with FIELD one of {', '.join(CORRECTABLE)}.")
        if value not in CORRECTABLE[name]:
            raise ConfigError(f"{name} cannot be corrected to {value!r}; it is one of {', '.join(CORRECTABLE[name])}.")
        found[name] = value
    return json.dumps(found, sort_keys=True)


def _record(
    subject: str, object: str | None, verdict: Verdict, value: str | None, why: str, author: str | None, db: str | None
) -> "Judgement":
    from according.knowledge.judgements import opinion

    (said,), _ = _keep([opinion(subject, verdict, object, by=_author(author, db), why=why, value=value)], db)
    return said


def _author(author: str | None, db: str | None) -> str:
    from according.config import load_config

    name = load_config({"db": db, "author": author}).author.strip()
    if not name:
        raise ConfigError(
            'A decision carries a name: give --author NAME, set ACCORDING_AUTHOR, or put author = "NAME" into '
            "according.toml."
        )
    return name


def _keep(said: "Sequence[Judgement]", db: str | None) -> "tuple[Sequence[Judgement], int | None]":
    """Record the decisions in one run; they and the number of the run."""
    from according.config import load_config
    from according.knowledge.base import KnowledgeBase

    with KnowledgeBase(load_config({"db": db}).db_url, what="judge") as kb:
        kb.judge(*said)
        run = kb.batch
    return said, run


def _print_json(said: "Judgement") -> None:
    from according.knowledge.encoding import pack

    shown: dict[str, Any] = pack(said)
    print(json.dumps(shown, ensure_ascii=False, indent=1, default=str))
