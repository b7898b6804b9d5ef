"""What each address of the API answers."""

import csv
import io
import json
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from according.config import Config
from according.errors import StorageError
from according.pipeline import Report
from according.web.app import create_app
from according.web.jobs import Jobs
from tests.web.conftest import ARTICLE, TEXT

PATHS = [
    "status", "overview", "articles", "claims", "claims/facets", "actors", "map", "network", "timeline", "places",
    "boards/stances", "boards/conditions", "boards/sources", "boards/contested", "boards/origins", "families",
    "review", "review/matches", "review/history",
    "problems", "jobs", "openapi.json",
]  # fmt: skip


def get(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(f"/api/{path}", params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.parametrize("path", PATHS)
def test_an_empty_store_answers(empty: TestClient, path: str) -> None:
    assert get(empty, path) is not None


def test_a_store_that_is_not_there_is_made(empty: TestClient) -> None:
    found = get(empty, "status")
    assert found["claims"] == found["articles"] == found["waiting"] == 0
    assert "never decides what is true" in found["boundary"]


def test_a_path_that_is_no_store_ends_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "photo.db").write_bytes(b"\x89PNG not a database at all" * 100)
    with pytest.raises(StorageError):
        create_app(Config(db=str(tmp_path / "photo.db")))


def test_a_claim_comes_with_its_chain_and_its_words(shown: TestClient) -> None:
    first = get(shown, "claims")["items"][0]
    span = first["content"][0]
    assert TEXT[span["start"] : span["end"]] == span["text"] == "the River Guards hold Zangrad"
    assert [voice["name"] for voice in first["chain"]] == ["Adam Basso", "Harbour Wire"]
    assert first["chain"][0]["role"] == "colonel"
    assert first["verification"] == "unverified"
    assert first["review"] is None


def test_one_claim_opens_with_its_paragraph_statements_and_history(shown: TestClient) -> None:
    id = get(shown, "claims")["items"][0]["id"]
    found = get(shown, f"claims/{id}")
    assert found["context"]["text"] == TEXT.split("\n")[0]
    assert found["context"]["start"] == 0
    assert [one["predicate"] for one in found["statements"]] == ["controls"]
    assert found["history"] == []


def test_a_unique_beginning_of_an_id_is_enough_to_read(shown: TestClient) -> None:
    id = get(shown, "claims")["items"][0]["id"]
    assert get(shown, f"claims/{id[:12]}")["claim"]["id"] == id


def test_pages_never_overlap_or_skip(shown: TestClient) -> None:
    one = get(shown, "claims", limit=1)
    two = get(shown, "claims", limit=1, after=one["next"])
    assert one["next"] == one["items"][0]["id"]
    assert two["next"] is None
    assert one["items"][0]["id"] != two["items"][0]["id"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 2),
        ({"text": "zangrad"}, 1),
        ({"status": "denied"}, 1),
        ({"verification": "unverified"}, 1),
        ({"outlet": "Harbour Wire"}, 2),
        ({"since": "2025-03-03"}, 0),
        ({"since": "2025-03-02", "until": "2025-03-02"}, 2),
        ({"speaker": "River Guards"}, 1),
        ({"review": "none"}, 2),
        ({"review": "accept"}, 0),
    ],
)
def test_filters_count_and_list_the_same(shown: TestClient, query: dict[str, str], count: int) -> None:
    assert len(get(shown, "claims", **query)["items"]) == count
    assert get(shown, "claims/facets", **query)["total"] == count


def test_facets_name_their_speakers(shown: TestClient) -> None:
    speakers = get(shown, "claims/facets")["facets"]["speaker"]
    assert {facet["label"] for facet in speakers} == {"Adam Basso", "River Guards"}


def test_actors_and_places_are_counted_under_the_filter(shown: TestClient) -> None:
    found = get(shown, "claims/facets/subjects", status="denied")
    assert [(one["label"], one["count"]) for one in found["actor"]] == [("River Guards", 1)]
    assert [(one["label"], one["count"]) for one in found["place"]] == [("Zangrad", 1)]
    place = found["place"][0]["value"]
    assert len(get(shown, "claims", place=place, status="denied")["items"]) == 1
    assert get(shown, "names", id=[place]) == {place: "Zangrad"}


def test_claims_by_id_keep_the_order_asked_for(shown: TestClient) -> None:
    ids = [row["id"] for row in get(shown, "claims")["items"]]
    found = get(shown, "claims/by-id", id=[ids[1], "unknown", ids[0], ids[1]])
    assert [row["id"] for row in found["items"]] == [ids[1], ids[0]]


def test_export_streams_what_is_filtered(shown: TestClient) -> None:
    lines = shown.get("/api/claims/export", params={"status": "denied"}).text.splitlines()
    assert [json.loads(line)["status"] for line in lines] == ["denied"]
    answer = shown.get("/api/claims/export", params={"format": "csv"})
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 2
    assert "attachment" in answer.headers["content-disposition"]


def test_an_export_in_parts_has_one_line_of_headings(shown: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("according.web.exports.PART", 1)
    rows = list(csv.reader(io.StringIO(shown.get("/api/claims/export?format=csv").text)))
    assert len(rows) == 3
    assert rows[0] != rows[1]


def test_an_article_opens_with_everything_read_from_it(shown: TestClient) -> None:
    at = f"articles/{ARTICLE.id}"
    assert get(shown, at)["article"]["title"] == ARTICLE.title
    assert get(shown, f"{at}/text")["text"] == TEXT
    assert len(get(shown, f"{at}/claims")["items"]) == 2
    assert len(get(shown, f"{at}/statements")["items"]) == 2
    mentions = get(shown, f"{at}/mentions")["items"]
    assert {TEXT[one["start"] : one["end"]] for one in mentions} == {"Adam Basso", "River Guards", "Zangrad"}


@pytest.mark.parametrize("path", ["claims/none", "articles/none", "articles/none/text",
                                  "articles/none/claims", "articles/none/mentions", "actors/nobody at all",
                                  "jobs/none", "no/such/thing"])  # fmt: skip
def test_what_is_not_there_is_said_in_a_sentence(shown: TestClient, path: str) -> None:
    answer = shown.get(f"/api/{path}")
    assert answer.status_code == 404
    assert answer.json()["error"].endswith((".", "entities", "claims", "articles"))


@pytest.mark.parametrize(
    "query",
    ["claims?limit=0", "claims?limit=x", "claims?status=shouted", "claims?since=soon", "articles?after=xyz",
     "map?as_of=never", "network?hops=9", "network?mark=true", "claims?text=%00", "timeline?lane=soon"],
)  # fmt: skip
def test_a_wrong_question_is_refused_in_a_sentence(shown: TestClient, query: str) -> None:
    answer = shown.get(f"/api/{query}")
    assert answer.status_code in (400, 422)
    assert len(answer.json()["error"]) > 10


def test_the_map_draws_both_sides_as_disputed(shown: TestClient) -> None:
    found = get(shown, "map")
    (drawn,) = found["placed"]
    assert drawn["backing"]["mark"] == "disputed"
    assert drawn["position"]["area"] is True
    assert drawn["position"]["radius_km"] == 25
    assert any("GeoNames" in credit for credit in found["credits"])
    assert get(shown, "map", as_of="2025-02-01")["placed"] == []
    assert len(get(shown, "map", as_of="2025-03-10")["placed"]) == 1


def test_the_contested_board_sets_both_sides_beside_each_other(shown: TestClient) -> None:
    (found,) = get(shown, "boards/contested")["items"]
    assert {origin for side in found["sides"] for origin in side["origins"]} == {"Adam Basso", "River Guards"}
    claims = [claim for side in found["sides"] for claim in side["claims"]]
    assert set(claims) == {row["id"] for row in get(shown, "claims")["items"]}


def test_a_proposition_counts_its_origins_and_names_who_denies_it(shown: TestClient) -> None:
    (found,) = get(shown, "boards/origins")["items"]
    assert (found["low"], found["high"]) == (1, 1)
    assert found["denied"] is True
    assert [line["origin"] for line in found["lines"] if line["denies"]] == ["River Guards"]
    claim = found["lines"][0]["claim"]
    assert get(shown, f"claims/{claim}/origins")["items"][0]["id"] == found["id"]
    assert get(shown, "boards/origins", least=2)["items"] == []
    assert len(get(shown, "boards/origins", about="node:guards")["items"]) == 1


def test_an_article_without_kin_is_a_family_of_its_own(shown: TestClient) -> None:
    family = get(shown, f"articles/{ARTICLE.id}")["family"]
    assert [one["id"] for one in family["articles"]] == [ARTICLE.id]
    assert get(shown, "families")["items"] == []


def test_network_timeline_and_boards_point_back_to_claims(shown: TestClient) -> None:
    known = {row["id"] for row in get(shown, "claims")["items"]}
    (edge,) = get(shown, "network")["edges"]
    assert set(edge["backing"]["claims"]) == known
    moments = get(shown, "timeline")["moments"]
    assert moments
    assert all(set(moment["backing"]["claims"]) <= known for moment in moments)
    sources = get(shown, "boards/sources")
    assert sources["claims"] == 2
    assert {claim for source in sources["items"] for claim in source["claims"]} == known


def test_the_network_around_a_node_and_of_a_kind(shown: TestClient) -> None:
    assert len(get(shown, "network", focus="node:guards")["edges"]) == 1
    assert get(shown, "network", focus="node:basso")["edges"] == []
    assert get(shown, "network", kind="arms")["edges"] == []


def test_a_dossier_by_id_and_by_name(shown: TestClient) -> None:
    by_id = get(shown, "actors/node:guards")
    assert by_id["entity"]["name"] == "River Guards"
    assert by_id["deployments"]["total"] == 1
    assert get(shown, "actors/River Guards")["entity"]["id"] == by_id["entity"]["id"]
    assert get(shown, "actors", text="guards")["items"][0]["name"] == "River Guards"


def test_an_unchanged_answer_travels_as_304(client: TestClient) -> None:
    first = client.get("/api/claims")
    tag = first.headers["etag"]
    again = client.get("/api/claims", headers={"if-none-match": tag})
    assert again.status_code == 304
    assert again.content == b""
    client.post("/api/judgements", json={"subject": first.json()["items"][0]["id"], "verdict": "accept"})
    changed = client.get("/api/claims", headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


def test_articles_since_the_last_visit(shown: TestClient) -> None:
    assert get(shown, "overview", since="2000-01-01T00:00:00Z")["new_articles"] == 1
    assert get(shown, "overview", since="2100-01-01T00:00:00+03:00")["new_articles"] == 0
    assert get(shown, "overview")["published"] == [["2025-03-02", 1]]


def wait(client: TestClient, job: dict[str, Any]) -> dict[str, Any]:
    for _ in range(600):
        if job["state"] in ("done", "failed"):
            return job
        time.sleep(0.05)
        job = get(client, f"jobs/{job['id']}")
    raise TimeoutError(job)


def test_a_file_that_cannot_be_read_becomes_a_problem(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("according.pipeline.extractor_name", lambda config: "made@1")
    answer = client.post("/api/add/files", files=[("files", ("void.txt", b"", "text/plain"))])
    assert answer.status_code == 202
    job = wait(client, answer.json())
    assert job["state"] == "done"
    assert job["problems"][0]["input"] == "void.txt"
    assert job["problems"][0]["message"]
    assert get(client, "problems")["items"][0]["input"] == "void.txt"


def test_a_job_that_fails_says_why(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise StorageError("The disk is full. Make room and try again.")

    monkeypatch.setattr("according.pipeline.add", broken)
    job = wait(client, client.post("/api/add/text", json={"text": "The army denied it."}).json())
    assert job["state"] == "failed"
    assert job["error"] == "The disk is full. Make room and try again."
    assert get(client, "jobs")["items"][0]["id"] == job["id"]


def test_ending_the_server_ends_a_long_job_after_the_article_at_work(monkeypatch: pytest.MonkeyPatch) -> None:
    started, read = threading.Event(), []

    def reading(*_: object, on_progress: Callable[[Report], None], **__: object) -> Report:
        started.set()
        try:
            for number in range(1000):
                time.sleep(0.02)
                read.append(number)
                on_progress(Report(added=number + 1))
        except KeyboardInterrupt:
            return Report(added=len(read), interrupted=True)
        return Report(added=len(read))

    monkeypatch.setattr("according.pipeline.add", reading)
    jobs = Jobs(Config())
    job = jobs.submit("a thousand articles")
    assert started.wait(10)
    jobs.close()
    assert len(read) < 1000
    assert jobs.get(job.id).report == Report(added=len(read), interrupted=True)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "", "http://a b"])
def test_only_web_addresses_are_fetched(shown: TestClient, url: str) -> None:
    assert shown.post("/api/add/url", json={"url": url}).status_code == 422


def test_files_larger_than_allowed_are_refused(db: Path) -> None:
    with TestClient(create_app(Config(db=str(db), max_bytes=100)), base_url="http://localhost") as client:
        answer = client.post("/api/add/files", files=[("files", ("big.txt", b"x" * 101, "text/plain"))])
        assert answer.status_code == 422
        assert "big.txt" in answer.json()["error"]


def test_screens_fall_back_to_the_page_and_the_api_does_not(shown: TestClient) -> None:
    assert shown.get("/claims?status=denied").headers["content-type"].startswith("text/html")
    assert shown.get("/api/claims/export").headers["content-type"].startswith("application/x-ndjson")
    assert shown.get("/api/nothing").headers["content-type"] == "application/json"


def test_without_a_built_interface_the_page_says_how_to_build_it(db: Path, tmp_path: Path) -> None:
    app = create_app(Config(db=str(db)), static=tmp_path / "nothing")
    with TestClient(app, base_url="http://localhost") as client:
        answer = client.get("/")
        assert answer.status_code == 503
        assert "hatch_build.py" in answer.text
        assert client.get("/api/status").status_code == 200
