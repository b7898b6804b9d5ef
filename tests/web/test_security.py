"""Who may talk to the server, and what its pages may do."""

import pytest
from fastapi.testclient import TestClient

from according.config import Config
from according.web.security import CONTENT_SECURITY_POLICY, host_allowed, origin_allowed


@pytest.mark.parametrize("host", ["127.0.0.1:8040", "localhost", "[::1]:8040", "192.168.1.9", "desk.localhost:1"])
def test_addresses_of_this_machine_are_answered(host: str) -> None:
    assert host_allowed(host, Config())


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "localhost@evil.example", "a b", "localhost:x"]
)
def test_a_name_that_could_belong_to_anyone_is_not(host: str) -> None:
    assert not host_allowed(host, Config())


def test_the_configured_host_is_answered() -> None:
    assert host_allowed("desk.newsroom.example:80", Config(host="desk.newsroom.example"))


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        (None, True),
        ("http://localhost:8040", True),
        ("https://localhost:8040", False),
        ("http://localhost:9999", False),
        ("http://evil.example", False),
        ("null", False),
        ("http://[", False),
    ],
)
def test_origins(origin: str | None, allowed: bool) -> None:
    assert origin_allowed(origin, "localhost:8040", "http") is allowed


def test_a_foreign_host_gets_421_and_a_sentence(shown: TestClient) -> None:
    answer = shown.get("/api/status", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "evil.example" in answer.json()["error"]


def test_a_foreign_page_cannot_judge(client: TestClient) -> None:
    claim = client.get("/api/claims").json()["items"][0]["id"]
    body = {"subject": claim, "verdict": "reject"}
    for headers in ({"origin": "http://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
        answer = client.post("/api/judgements", json=body, headers=headers)
        assert answer.status_code == 403
        assert answer.json()["error"]
    assert client.get(f"/api/claims/{claim}").json()["claim"]["review"] is None


def test_every_answer_carries_the_policy(shown: TestClient) -> None:
    for path in ("/api/status", "/", "/claims", "/api/claims/none", "/nothing/here"):
        headers = shown.get(path).headers
        assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"


def test_the_policy_lets_no_inline_script_or_style_run() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert "http" not in CONTENT_SECURITY_POLICY
