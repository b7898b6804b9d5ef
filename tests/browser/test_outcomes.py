"""Why a voice counts, and what came of a forecast, as the screen shows and asks it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from according.knowledge.base import KnowledgeBase
from tests.browser.conftest import Opener
from tests.browser.serving import serving
from tests.knowledge.origins.planted import Reading, report


def forecast() -> Reading:
    """A report in which somebody looks a month ahead; its article has no title."""
    article, found, linking = report("Night Desk", "Max Reed", wording="He looked a month ahead in his column")
    claims = tuple(replace(claim, status="predicted") for claim in found.claims)
    undressed = replace(article, title="", path="/reports/of/february/ahead.txt", published=date(2025, 2, 1))
    return undressed, replace(found, claims=claims), linking


@pytest.fixture
def press(tmp_path: Path) -> Iterator[str]:
    """A server over a forecast and, later, a named voice, an unnamed one and a denial of the same."""
    with KnowledgeBase(f"sqlite:///{tmp_path / 'press.db'}") as kb:
        kb.save(*forecast())
        kb.save(*report("Harbour Wire", "Ann Vale", role="spokesperson", affiliation="River Guards"))
        kb.save(*report("Hill Times", "a trader", unnamed=True, wording="Nobody stopped the traffic into town"))
        kb.save(*report("Capital News", "General Orr", denied=True, wording="Reporters were shown a map with pins"))
    with serving(tmp_path / "press.db") as address:
        yield address


def test_the_tree_says_why_a_voice_counts(watch: Opener, press: str) -> None:
    watched = watch(press)
    page = watched.open("/boards/origins")
    line = page.locator(".backed", has_text="1").first
    line.get_by_role("button", name="origins").click()
    watched.settle()
    counts = page.locator(".counts")
    expect(counts.filter(has_text="counts: Ann Vale, spokesperson, speaks for River Guards")).to_have_count(1)
    expect(counts.filter(has_text="may count:")).to_have_count(1)
    expect(counts.filter(has_text="denies:")).to_have_count(1)
    assert watched.serious() == []


def test_what_came_of_a_forecast_is_a_person_s_to_say(watch: Opener, press: str) -> None:
    watched = watch(press)
    page = watched.open("/review?of=outcomes")
    card = page.locator(".followup").first
    expect(card).to_contain_text("Proposed by a rule, not decided")
    waiting = page.locator(".followup").count()
    page.get_by_label("Your name").fill("Dana")
    assert watched.serious() == []
    card.get_by_role("button", name="It came about").click()
    expect(page.locator(".followup")).to_have_count(waiting - 1)
    expect(page.locator(".history li").first).to_contain_text("fulfils by Dana")
    page.get_by_label("show what was decided").check()
    expect(page.locator(".followup")).to_have_count(1)
    card.locator("a.open").click()
    watched.settle()
    told = page.locator(".chosen-detail .followup")
    expect(told).to_contain_text("it came about, says Dana")
    told.get_by_role("button", name="take back").click()
    expect(told).to_contain_text("Proposed by a rule, not decided")


def test_what_is_only_foreseen_is_not_worded_as_a_deed(watch: Opener, tmp_path: Path) -> None:
    with KnowledgeBase(f"sqlite:///{tmp_path / 'ahead.db'}") as kb:
        kb.save(*forecast())
    with serving(tmp_path / "ahead.db") as address:
        watched = watch(address)
        page = watched.open("/boards/origins")
        expect(page.locator(".backed-what").first).to_contain_text("to take control of")
        expect(page.locator(".backed-what").first).to_contain_text("predicted: not a fact")
        watched.open("/articles")
        expect(page.locator(".article-title")).to_have_text("ahead.txt")
