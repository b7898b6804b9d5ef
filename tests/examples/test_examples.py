"""The example dossier is complete, shows what it promises, and shares no sentence with the scored articles."""

import re
from datetime import date
from pathlib import Path

import pytest

from according.articles import gather
from according.config import Config
from according.records import Article

ROOT = Path(__file__).parents[2]
DOSSIER = ROOT / "examples" / "iraq-2025"
SCORED = ROOT.parent / "shared" / "articles"


@pytest.fixture(scope="module")
def reports() -> list[Article]:
    items = list(gather([str(DOSSIER)], Config()))
    assert all(isinstance(item, Article) for item in items)
    return [item for item in items if isinstance(item, Article)]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


def test_headers_are_complete(reports: list[Article]) -> None:
    assert len(reports) >= 12
    for report in reports:
        assert report.title
        assert report.outlet.name
        assert report.url
        assert report.url.startswith("https://")
        assert report.authors == ("Digest by the according project",)
        assert report.published
        assert date(2018, 1, 1) < report.published < date(2025, 7, 1)
        assert report.language == "en"
        assert re.search(r"^Digest of: .+\d{4}.*\.$", report.text, re.MULTILINE), report.path
        assert not report.text.startswith("---")


def test_reports_are_short(reports: list[Article]) -> None:
    for report in reports:
        assert 150 <= len(words(report.text)) <= 350, report.path


def test_readme_is_no_report(reports: list[Article]) -> None:
    assert all("README" not in str(report.path) for report in reports)


def test_one_report_reprints_another_with_credit(reports: list[Article]) -> None:
    pairs = [
        (first, second)
        for first in reports
        for second in reports
        if first.published and second.published and first.published < second.published
        if len(runs(first.text, 8) & runs(second.text, 8)) > 0.4 * len(runs(second.text, 8))
    ]
    assert [(first.outlet.name, second.outlet.name) for first, second in pairs] == [("Reuters", "The Arab Weekly")]
    assert "Reuters" in pairs[0][1].credits


def test_denials_threats_and_silence_are_there(reports: list[Article]) -> None:
    text = "\n".join(report.text for report in reports)
    for sign in ("denied", "declined to comment", "threatened", "If Washington intervenes", "verified", "reportedly"):
        assert sign in text


@pytest.mark.skipif(not SCORED.is_dir(), reason="../shared/articles is not here")
def test_no_sentence_is_shared_with_the_scored_articles(reports: list[Article]) -> None:
    scored = set().union(*(runs(path.read_text(encoding="utf-8"), 8) for path in SCORED.glob("*.txt")))
    shared = {(report.path, " ".join(run)) for report in reports for run in runs(report.text, 8) & scored}
    assert not shared
