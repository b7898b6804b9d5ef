"""Origins on the wire: why a voice counts, whom a filter finds, and what a person decides about forecasts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from according.config import Config
from according.knowledge.base import KnowledgeBase
from according.records import Mention, Span
from according.web.app import create_app
from tests.knowledge.origins.planted import Reading, node, report
from tests.web.conftest import ADDRESS

SPOKEN = report("Harbour Wire", "Ann Vale", role="spokesperson", affiliation="River Guards")
UNNAMED = report("Hill Times", "a trader", unnamed=True, wording="Nobody stopped the traffic into town the whole day")
DENIAL = report("Capital News", "General Orr", denied=True, wording="Reporters were shown a map with two pins on it")


def ahead(reading: Reading) -> Reading:
    """The same report as a forecast, a month earlier."""
    article, found, linking = reading
    claims = tuple(replace(claim, status="predicted") for claim in found.claims)  # type: ignore[arg-type]
    return replace(article, published=date(2025, 2, 1)), replace(found, claims=claims), linking


FORECAST = ahead(report("Night Desk", "Max Reed", wording="In a column for the weekend pages he looked a month ahead"))


def without_statement(outlet: str, speaker: str, wording: str) -> Reading:
    article, found, linking = report(outlet, speaker, object="the upper ford", wording=wording)
    at = article.text.index("River Guards")
    named = Mention(Span(at, at + len("River Guards")), "organization", "River Guards", "River Guards")
    return article, replace(found, statements=(), mentions=(named,)), linking


ALIKE = (
    without_statement("Valley Post", "Ivo Lind", "Two lorries stood at the mill on the first morning of the feast"),
    without_statement("Lake Daily", "Eva Sund", "The bakery had opened again and people queued down to the bridge"),
)


@pytest.fixture
def press(tmp_path: Path) -> Iterator[TestClient]:
    db = tmp_path / "press.db"
    with KnowledgeBase(f"sqlite:///{db}") as kb:
        for reading in (SPOKEN, UNNAMED, DENIAL, FORECAST, *ALIKE):
            kb.save(*reading)
    with TestClient(create_app(Config(db=str(db))), base_url=ADDRESS) as client:
        yield client


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(f"/api/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_every_voice_says_whether_and_why_it_counts(press: TestClient) -> None:
    found = next(p for p in get(press, "boards/origins")["items"] if p["denied"])
    said = {line["outlet"]: (line["counts"], line["why"]) for line in found["lines"]}
    assert said["Harbour Wire"] == ("one", "Ann Vale, spokesperson, speaks for River Guards")
    assert said["Hill Times"][0] == "upper"
    assert "may be one of the others" in said["Hill Times"][1]
    assert said["Capital News"][0] == "denies"
    assert (found["low"], found["high"]) == (1, 2)


@pytest.mark.parametrize("about", ["Ivo Lind", "River Guards"])
def test_contents_worded_alike_are_found_by_speaker_and_by_name(press: TestClient, about: str) -> None:
    found = get(press, "boards/origins", about=node(about))
    assert "says" in {p["kind"] for p in found["items"]}
    assert found["total"] == len(found["items"])


def test_contents_worded_alike_are_not_found_under_others(press: TestClient) -> None:
    assert "says" not in {p["kind"] for p in get(press, "boards/origins", about=node("General Orr"))["items"]}


def decide(client: TestClient, row: dict[str, Any], verdict: str) -> dict[str, Any]:
    body = {"claim": row["claim"], "proposition": row["proposition"], "verdict": verdict, "by": "Dana", "why": "read"}
    answer = client.post("/api/followups", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


@pytest.mark.parametrize("verdict", ["fulfils", "refutes", "dismiss"])
def test_a_person_decides_what_became_of_a_forecast_and_takes_it_back(press: TestClient, verdict: str) -> None:
    before = get(press, "followups")
    (row,) = before["items"]
    assert (row["origin"], row["verdict"], row["decision"]) == ("Max Reed", "fulfils", None)
    assert "was reported 2025-03-01, after the forecast of 2025-02-01" in row["why"]
    said = decide(press, row, verdict)
    (after,) = get(press, "followups", claim=row["claim"])["items"]
    assert after["decision"]["verdict"] == verdict
    assert (after["decision"]["by"], after["decision"]["why"]) == ("Dana", "read")
    assert get(press, "followups", decided=False)["items"] == []
    assert press.post(f"/api/judgements/{said['id']}/undo", json={}).status_code == 201
    assert get(press, "followups") == before


def test_follow_ups_are_asked_for_by_claim_and_by_either_proposition(press: TestClient) -> None:
    (row,) = get(press, "followups")["items"]
    (foretold,) = get(press, f"claims/{row['claim']}/origins")["items"]
    for ask in ({"claim": row["claim"]}, {"proposition": row["proposition"]}, {"proposition": foretold["id"]}):
        assert get(press, "followups", **ask)["items"] == [row]
    assert get(press, "followups", claim=SPOKEN[1].claims[0].id)["items"] == []


def test_what_a_person_links_without_a_proposal_is_listed(press: TestClient) -> None:
    (row,) = get(press, "followups")["items"]
    spoken = next(p for p in get(press, "boards/origins")["items"] if p["kind"] == "says")
    decide(press, {"claim": SPOKEN[1].claims[0].id, "proposition": row["proposition"]}, "refutes")
    (linked,) = get(press, "followups", claim=SPOKEN[1].claims[0].id)["items"]
    assert (linked["verdict"], linked["why"]) == ("refutes", "linked by Dana: read")
    decide(press, {"claim": row["claim"], "proposition": spoken["id"]}, "fulfils")
    assert len(get(press, "followups", claim=row["claim"])["items"]) == 2


@pytest.mark.parametrize(
    ("change", "status"),
    [({"claim": "nothing"}, 404), ({"proposition": "nothing"}, 404), ({"verdict": "same"}, 422), ({"claim": ""}, 422)],
)
def test_a_decision_on_nothing_is_refused(press: TestClient, change: dict[str, str], status: int) -> None:
    (row,) = get(press, "followups")["items"]
    body = {"claim": row["claim"], "proposition": row["proposition"], "verdict": "fulfils"} | change
    answer = press.post("/api/followups", json=body)
    assert answer.status_code == status
    assert answer.json()["error"]
    assert get(press, "followups", decided=True)["items"] == []


def test_a_page_of_another_site_decides_nothing(press: TestClient) -> None:
    (row,) = get(press, "followups")["items"]
    body = {"claim": row["claim"], "proposition": row["proposition"], "verdict": "fulfils"}
    refused = press.post("/api/followups", json=body, headers={"Origin": "https://elsewhere.example"})
    assert refused.status_code == 403
