"""Review: decisions are opinions in a log; the latest one counts; nothing is erased."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from according.config import Config
from according.knowledge.base import KnowledgeBase
from according.records import Judgement
from according.web.app import create_app
from tests.web.conftest import ADDRESS, ARTICLE, LINKING, reading


def queue(client: TestClient) -> list[str]:
    return [row["id"] for row in client.get("/api/review").json()["items"]]


def decide(client: TestClient, subject: str, verdict: str, **more: Any) -> dict[str, Any]:
    answer = client.post("/api/judgements", json={"subject": subject, "verdict": verdict, "by": "Dana", **more})
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_the_least_sure_claim_comes_first_and_leaves_once_decided(client: TestClient) -> None:
    first, second = queue(client)
    assert client.get(f"/api/claims/{first}").json()["claim"]["confidence"] == 0.6
    decide(client, first, "accept")
    assert queue(client) == [second]
    assert client.get("/api/review").json()["total"] == 1


def test_what_was_rejected_does_not_come_back(client: TestClient, db: Path) -> None:
    first, second = queue(client)
    decide(client, first, "reject")
    with KnowledgeBase(f"sqlite:///{db}") as kb:
        kb.save(ARTICLE, reading(), LINKING)
    assert queue(client) == [second]
    assert [row["id"] for row in client.get("/api/claims").json()["items"]] == [second]
    assert [row["id"] for row in client.get("/api/claims?review=reject").json()["items"]] == [first]
    assert client.get("/api/map").json()["placed"][0]["backing"]["mark"] == "denied"


def test_an_undo_is_another_row_and_restores_exactly(client: TestClient) -> None:
    before = client.get("/api/claims").json()
    first = queue(client)[0]
    said = decide(client, first, "reject", why="misread")
    undone = client.post(f"/api/judgements/{said['id']}/undo", json={"by": "Dana"})
    assert undone.status_code == 201
    assert client.get("/api/claims").json() == before
    assert queue(client)[0] == first
    history = client.get("/api/review/history").json()["items"]
    assert [row["verdict"] for row in history] == ["undo", "reject"]
    assert history[1]["by"] == "Dana"
    assert history[1]["why"] == "misread"
    assert history[1]["at"]


def test_a_correction_changes_what_is_shown(client: TestClient) -> None:
    first = queue(client)[0]
    decide(client, first, "correct", value='{"status": "hedged"}')
    claim = client.get(f"/api/claims/{first}").json()["claim"]
    assert claim["review"] == "correct"
    assert claim["status"] == "hedged"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"subject": "nothing", "verdict": "accept"}, 404),
        ({"subject": "", "verdict": "accept"}, 422),
        ({"verdict": "accept"}, 422),
        ({"subject": "FIRST", "verdict": "shrug"}, 422),
        ({"subject": "FIRST", "verdict": "correct"}, 400),
        ({"subject": "FIRST", "verdict": "correct", "value": '{"status": "shouted"}'}, 400),
        ({"subject": "node:basso", "verdict": "same", "object": "node:nobody"}, 404),
        ({"subject": "FIRST", "verdict": "accept", "by": "x\x00"}, 422),
    ],
)
def test_a_decision_that_means_nothing_is_refused(client: TestClient, body: dict[str, str], status: int) -> None:
    first = queue(client)[0]
    body = {key: first if value == "FIRST" else value for key, value in body.items()}
    answer = client.post("/api/judgements", json=body)
    assert answer.status_code == status
    assert answer.json()["error"]
    assert client.get("/api/review/history").json()["items"] == []


def test_only_the_whole_id_of_a_claim_can_be_judged(client: TestClient) -> None:
    first = queue(client)[0]
    assert client.post("/api/judgements", json={"subject": first[:8], "verdict": "reject"}).status_code == 404


def test_undoing_what_was_never_said_is_refused(client: TestClient) -> None:
    assert client.post("/api/judgements/nothing/undo", json={}).status_code == 404


def test_people_can_say_who_is_the_same_and_take_it_back(client: TestClient) -> None:
    said = decide(client, "node:basso", "same", object="node:guards", why="a test")
    merged = client.get("/api/actors/node:basso").json()["entity"]
    assert {"Adam Basso", "River Guards"} <= set(merged["names"])
    client.post(f"/api/judgements/{said['id']}/undo", json={})
    assert client.get("/api/actors/node:basso").json()["entity"]["names"] == ["Adam Basso"]


def test_a_rule_s_match_waits_until_a_person_decides_and_again_after_the_undo(tmp_path: Path) -> None:
    rule = Judgement("m1", "node:guards", "same", "node:wire", by="actors@1", why="near: a test")
    db = tmp_path / "matched.db"
    with KnowledgeBase(f"sqlite:///{db}") as kb:
        kb.save(ARTICLE, reading(), replace(LINKING, judgements=(rule,)))
    with TestClient(create_app(Config(db=str(db))), base_url=ADDRESS) as client:
        (match,) = client.get("/api/review/matches").json()["items"]
        assert (match["subject_name"], match["object_name"]) == ("River Guards", "Harbour Wire")
        assert match["why"] == "near: a test"
        said = decide(client, match["subject"], "not_same", object=match["object"])
        assert client.get("/api/review/matches").json()["items"] == []
        assert client.get("/api/actors/node:guards").json()["entity"]["names"] == ["River Guards"]
        client.post(f"/api/judgements/{said['id']}/undo", json={})
        assert client.get("/api/review/matches").json()["items"] == [match]


def test_a_dismissed_contradiction_leaves_the_board_until_taken_back(client: TestClient) -> None:
    (found,) = client.get("/api/boards/contested").json()["items"]
    said = decide(client, found["id"], "dismiss")
    assert client.get("/api/boards/contested").json()["items"] == []
    assert client.get("/api/boards/contested?dismissed=true").json()["items"][0]["dismissed"] is True
    client.post(f"/api/judgements/{said['id']}/undo", json={})
    assert client.get("/api/boards/contested").json()["items"] == [found]


def test_a_voice_is_graded_by_a_person_or_not_at_all(client: TestClient) -> None:
    def grade() -> str | None:
        return client.get("/api/voices/node:guards/record").json()["grade"]

    assert grade() is None
    said = decide(client, "node:guards", "grade", value="b")
    assert grade() == "B"
    assert (
        client.post("/api/judgements", json={"subject": "node:guards", "verdict": "grade", "value": "Z"}).status_code
        == 400
    )
    assert (
        client.post("/api/judgements", json={"subject": "nobody", "verdict": "grade", "value": "A"}).status_code == 404
    )
    client.post(f"/api/judgements/{said['id']}/undo", json={})
    assert grade() is None
