"""What only a person decides: recorded with a name, taken back exactly, and never asked twice."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from according.entities.candidates import Named, propose
from according.knowledge.base import KnowledgeBase
from tests.commands.conftest import Run
from tests.knowledge.origins.planted import Reading, report, rows

Runner = Callable[..., Run]

WIRE = report("Harbour Wire", "Ann Vale", role="spokesperson", affiliation="River Guards")
SPELT = report("Hill Times", "Ann Vail", holder="River Gards", wording="Nobody stopped the traffic into town all day")
DENIAL = report("Capital News", "General Orr", denied=True, wording="Reporters were shown a map with two pins on it")


def ahead(reading: Reading) -> Reading:
    """The same report as a forecast, a month earlier."""
    article, found, linking = reading
    from datetime import date

    claims = tuple(replace(claim, status="predicted") for claim in found.claims)
    return replace(article, published=date(2025, 2, 1)), replace(found, claims=claims), linking


FORECAST = ahead(report("Night Desk", "Max Reed", wording="In a column for the weekend pages he looked a month ahead"))


@pytest.fixture
def ask(run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """The command line on a store of four reports, judged by Ana."""
    db = tmp_path / "press.db"
    with KnowledgeBase(f"sqlite:///{db}") as kb:
        for reading in (WIRE, SPELT, DENIAL, FORECAST):
            kb.save(*reading)
    monkeypatch.setenv("ACCORDING_AUTHOR", "Ana")

    def call(*arguments: str) -> Run:
        return run(*arguments, db=db)

    return call


def read(ask: Runner, *arguments: str) -> Any:
    done = ask(*arguments, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


def pairs(ask: Runner) -> set[frozenset[str]]:
    return {frozenset((c["a_name"], c["b_name"])) for c in read(ask, "candidates")}


GUARDS = frozenset(("River Guards", "River Gards"))


@pytest.mark.parametrize("verdict", ["not_same", "unsure", "same"])
def test_a_candidate_that_was_decided_on_does_not_come_back(ask: Runner, verdict: str) -> None:
    assert GUARDS in pairs(ask)
    said = read(ask, "judge", "River Guards", verdict, "River Gards", "--why", "I know them")
    assert (said["by"], said["why"]) == ("Ana", "I know them")
    assert GUARDS not in pairs(ask)
    ask("judge", said["id"][:8], "undo")
    assert GUARDS in pairs(ask)


def test_proposing_applies_nothing(ask: Runner, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'press.db'}"
    before = rows(url, "node", "cluster", "judgement")
    shown = ask("candidates").out
    assert "spelt nearly alike" in shown
    assert rows(url, "node", "cluster", "judgement") == before


def test_merged_names_can_be_judged_apart_again(ask: Runner) -> None:
    ask("judge", "River Guards", "same", "River Gards")
    assert read(ask, "propositions", "--about", "River Gards")[0]["low"] == 2
    said = read(ask, "judge", "River Guards", "not_same", "River Gards")
    assert said["subject"] != said["object"]
    assert {p["low"] for p in read(ask, "propositions")} == {1}


def test_a_claim_is_rejected_corrected_and_given_back(ask: Runner) -> None:
    id = WIRE[1].claims[0].id
    said = read(ask, "judge", id[:9], "correct", "--set", "status=hedged", "--set", "distance=distancing")
    claim = next(c for c in read(ask, "claims") if c["id"] == id)
    assert claim["status"] == "hedged"
    ask("judge", said["id"], "undo")
    ask("judge", id, "reject")
    assert id not in {c["id"] for c in read(ask, "claims")}


def test_a_contradiction_is_dismissed(ask: Runner) -> None:
    (found,) = [c for c in read(ask, "contested") if c["kind"] == "denial"]
    ask("judge", found["id"][:6], "dismiss")
    assert found["id"] not in {c["id"] for c in read(ask, "contested")}
    assert found["id"] in {c["id"] for c in read(ask, "contested", "--all")}


def test_a_follow_up_is_decided_for_good(ask: Runner, tmp_path: Path) -> None:
    shown = ask("followups").out
    command = next(line.split()[1:] for line in shown.splitlines() if line.strip().startswith("according judge"))
    assert ask(*command).code == 0
    assert read(ask, "followups") == []
    with KnowledgeBase(f"sqlite:///{tmp_path / 'press.db'}") as kb:
        kb.save(*report("Late Post", "Ivo Lind", day=2, wording="Lorries queued at both ends of the bridge at noon"))
    assert read(ask, "followups") == []  # the proposition has grown, the decision holds


def test_a_grade_stands_beside_the_record_and_is_a_person_s(ask: Runner) -> None:
    shown = ask("grade", "River Guards").out
    assert "F, reliability cannot be judged (no person graded it)" in shown
    assert "1 denied" in shown
    given = read(ask, "grade", "River Guards", "c")
    assert (given["grade"], given["record"]["contradicted"]) == ("C", 1)
    ask("judge", given["judgement"], "undo")
    assert read(ask, "grade", "River Guards")["grade"] is None


def test_a_grade_given_before_a_merge_still_counts(ask: Runner) -> None:
    ask("grade", "River Gards", "B")
    ask("grade", "River Guards", "B")
    ask("judge", "River Guards", "same", "River Gards")
    assert read(ask, "grade", "River Gards")["grade"] == "B"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("judge", "x", "maybe"), "'maybe' is no verdict; use same"),
        (("judge", "River Guards", "same"), "same needs a second actor"),
        (("judge", "abcd", "fulfils"), "fulfils needs the id of the proposition"),
        (("judge", "abcd", "reject", "efgh"), "reject takes no second argument"),
        (("judge", "abcd", "correct"), "To correct, say what is right"),
        (("judge", "abcd", "accept", "--set", "status=denied"), "--set goes with correct"),
        (("judge", "abcd", "correct", "--set", "mood=sad"), "is no FIELD=VALUE with FIELD one of status"),
        (("judge", "abcd", "correct", "--set", "status=sad"), "it is one of asserted"),
        (("judge", "zzzz", "reject"), "There is no claim, statement or match"),
        (("judge", "zzzz", "undo"), "There is no judgement"),
        (("judge", "zzzz", "dismiss"), "No contradiction has an id that begins"),
        (("judge", "zzzz", "fulfils", "zzzz"), "No proposition has the id"),
        (("judge", "River Guards", "same", "Zebra Union"), "Nobody here is called"),
        (("judge", "River Guards", "same", "river guards"), "are one name"),
        (("grade", "River Guards", "Q"), "'Q' is no grade"),
        (("grade", "Zebra Union"), "Nobody here is called"),
    ],
)
def test_what_cannot_be_decided_is_said_in_a_sentence(ask: Runner, arguments: tuple[str, ...], sentence: str) -> None:
    done = ask(*arguments)
    assert done.code == 1
    assert done.err.startswith("according: ")
    assert sentence in done.err
    assert "Traceback" not in done.err


def test_nothing_is_decided_without_a_name(ask: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ACCORDING_AUTHOR")
    done = ask("judge", "River Guards", "same", "River Gards")
    assert done.code == 1
    assert "--author" in done.err
    assert "according.toml" in done.err
    assert ask("judge", "River Guards", "same", "River Gards", "--author", "Ben").code == 0


@pytest.mark.slow
def test_a_hundred_thousand_names_are_compared_by_their_keys() -> None:
    syllables = [a + b for a in "bdfgklmnprstvz" for b in ("an", "el", "ir", "os", "um")]
    n = len(syllables)
    names = [
        Named(
            f"n{i:06}",
            f"{syllables[i % n]}{syllables[i // n % n]} {syllables[i // n**2 % n]}{syllables[i % 37]}",
            "person",
        )
        for i in range(100_000)
    ]
    planted = Named("x", "Zarquemontis Holdwater", "person"), Named("y", "Zarquemontis Holdwatter", "person")
    start = time.process_time()
    found = propose([*names, *planted])
    assert ("x", "y") in {(c.a, c.b) for c in found}
    assert time.process_time() - start < 120


def test_a_whole_run_is_taken_back_and_brought_back_exactly(ask: Runner, tmp_path: Path) -> None:
    from according.knowledge.judgements import opinion
    from according.knowledge.queries.meant import batches_of_decisions
    from according.knowledge.reader import Reader

    url = f"sqlite:///{tmp_path / 'press.db'}"
    tables = ("node", "cluster", "claim", "statement", "review", "proposition", "behind", "denial")
    ask("judge", WIRE[1].claims[0].id, "accept")
    before = rows(url, *tables)
    ids = [reading[1].claims[0].id for reading in (WIRE, DENIAL, FORECAST)]
    taken = opinion(ids[1], "reject", by="Ben")
    with KnowledgeBase(url, what="import") as kb:
        kb.judge(opinion(ids[0], "reject", by="Ben"), taken, opinion(ids[2], "reject", by="Ben"))
        kb.judge(opinion(taken.id, "undo", by="Ben"))  # taken back within the same run
        number = kb.batch
    imported = rows(url, *tables)
    assert imported["claim"] != before["claim"]
    assert f"{number}  " in ask("undo").out
    undone = read(ask, "undo", str(number), "--why", "the wrong file")
    assert len(undone["undone"]) == 4
    # the verdict in force is the first one again, by its own id
    assert rows(url, *tables) == before
    assert read(ask, "undo", str(undone["run"]))["run"] > undone["run"]
    assert rows(url, *tables) == imported
    with Reader(url) as reader:
        assert [count for _, _, _, count in batches_of_decisions(reader)] == [4, 4, 4, 1]


def test_a_run_without_decisions_cannot_be_undone(ask: Runner) -> None:
    assert "recorded no decisions" in ask("undo", "1").err
    assert "No run has the number 99" in ask("undo", "99").err
