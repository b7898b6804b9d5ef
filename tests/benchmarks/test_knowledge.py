"""The measure of whole reports: what counts as a hit, and the annotation it reads."""

import json
from pathlib import Path

import pytest

from according.entities.gazetteer_sources import distance_km
from according.vocabularies import PREDICATES
from benchmarks.knowledge import (
    REPORTS,
    STATUSES,
    Score,
    alike,
    main,
    positions,
    score_claims,
    score_places,
    score_statements,
)

TEXT = "The army said its troops held Kadro. Rebels denied shelling it."
GOLD = {
    "claims": [
        {"content": ["its troops held Kadro"], "source": "The army", "source_name": "Kadro army", "status": "asserted"},
        {
            "content": ["shelling it"],
            "source": "Rebels",
            "source_name": "rebels",
            "status": "denied",
            "unverified": True,
        },
    ],
    "entities": [{"name": "Kadro army", "mentions": ["The army", "its troops"]}],
    "statements": [{"subject": "Kadro army", "predicate": "controls", "object": "Kadro", "place": "Kadro"}],
    "places": [{"name": "Kadro", "lat": 10.0, "lon": 20.0, "tolerance_km": 20}],
}


def claim(content: str, speaker: str, *, status: str = "asserted", verification: str = "none") -> dict[str, object]:
    start, who = TEXT.index(content), TEXT.index(speaker)
    return {
        "content": [{"start": start, "end": start + len(content), "text": content}],
        "chain": [{"name": speaker, "start": who, "end": who + len(speaker)}],
        "status": status,
        "verification": verification,
    }


def fact(subject: str, predicate: str, target: str, *, negated: bool = False) -> dict[str, object]:
    return {"subject": {"name": subject}, "predicate": predicate, "object": {"name": target}, "negated": negated}


def test_a_right_claim_is_a_hit_in_every_figure() -> None:
    score = Score()
    found = [claim("its troops held Kadro", "The army"), claim("shelling it", "Rebels", status="denied")]
    score_claims(score, TEXT, GOLD, found)
    assert {name: (c.hit, c.found, c.wanted) for name, c in score.counts.items()} == {
        "claims": (2, 2, 2),
        "attributed": (2, 2, 2),
        "speaker": (2, 2, 2),
        "unverified": (0, 0, 1),
    }
    assert score.status_share() == 100


def test_joint_speakers_have_one_claim_each_and_count_once() -> None:
    both = [claim("shelling it", "The army"), claim("shelling it", "Rebels")]
    gold = {**GOLD, "claims": [{**GOLD["claims"][1], "source_name": "Kadro army; rebels"}]}
    for wanted, found in ((gold, 1), ({**GOLD, "claims": GOLD["claims"][1:]}, 2)):
        score = Score()
        score_claims(score, TEXT, wanted, both)
        assert (score.counts["claims"].hit, score.counts["claims"].found) == (1, found)


def test_a_wrong_speaker_or_status_costs() -> None:
    score = Score()
    score_claims(score, TEXT, GOLD, [claim("its troops held Kadro", "Rebels", status="denied")])
    assert score.counts["claims"].hit == 1
    assert score.counts["attributed"].hit == 0
    assert score.counts["speaker"].hit == 0
    assert score.status_share() == 0
    assert score.status_f1() == 0


def test_statements_are_compared_through_the_annotations_aliases() -> None:
    score = Score()
    score_statements(score, GOLD, [fact("its troops", "present_in", "Kadro"), fact("rebels", "ASSAULT", "The army")])
    assert score.counts["statements"].hit == 0
    assert score.counts["presence"].hit == 1
    assert (score.counts["events"].found, score.counts["events"].wanted) == (1, 0)
    assert any("invented  rebels · ASSAULT · Kadro army" in line for line in score.misses)


def test_negated_statements_are_left_out() -> None:
    score = Score()
    score_statements(score, GOLD, [fact("Kadro army", "controls", "Kadro", negated=True)])
    assert score.counts["statements"].found == 0


@pytest.mark.parametrize(("lat", "hit"), [(10.1, 1), (11.0, 0)])
def test_a_place_must_lie_within_its_tolerance(lat: float, hit: int) -> None:
    score = Score()
    score_places(score, GOLD, [{"name": "Kadro", "names": [], "lat": lat, "lon": 20.0}])
    assert score.counts["places"].hit == hit


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Haftar", "Khalifa Haftar", True),
        ("al-Shabaab", "Al Shabab", True),
        ("army", "Sudanese Armed Forces army", False),
        ("Goma", "Bukavu", False),
        ("", "Goma", False),
    ],
)
def test_names_agree_as_readers_would_say(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_distance_of_one_degree_along_the_equator() -> None:
    assert distance_km((0, 0), (0, 1)) == pytest.approx(111.19, abs=0.01)


def test_a_folder_without_annotation_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


@pytest.mark.parametrize("path", sorted(REPORTS.glob("*/gold/*.json")), ids=lambda path: path.stem)
def test_the_annotation_is_sound(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    text = (path.parents[1] / "articles" / f"{path.stem}.txt").read_text(encoding="utf-8")
    for one in gold["claims"]:
        for piece in (*one["content"], one["cue"], one["source"] or ""):
            assert not piece or positions(text, [piece]), piece
        assert one["status"] in {"asserted", "hedged", "denied", "predicted", "conditional", *STATUSES}
    for entity in gold["entities"]:
        for mention in entity["mentions"]:
            assert mention in text, mention
    for statement in gold["statements"]:
        assert statement["predicate"] in PREDICATES
        assert statement.get("claim") is None or 0 <= statement["claim"] < len(gold["claims"])
    for place in gold["places"]:
        assert -90 <= place["lat"] <= 90
        assert -180 <= place["lon"] <= 180
        assert place["tolerance_km"] > 0
