import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from according.knowledge import queries
from according.knowledge.reader import Reader
from according.publish.ledger import Ledger, gather_ledger
from according.publish.report import report_html, report_markdown

AT = datetime(2025, 3, 5, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def ledger(small_store: Path) -> Ledger:
    with Reader(f"sqlite:///{small_store}") as reader:
        return gather_ledger(queries.all_claims(reader), lambda id: queries.article_text(reader, id))


def html(ledger: Ledger) -> str:
    return "".join(report_html(ledger, title="A <b>title</b>", source="s.db", filters="", version="1", at=AT))


def markdown(ledger: Ledger) -> str:
    return "".join(report_markdown(ledger, title="A *title*", source="s.db", filters="", version="1", at=AT))


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id" and value]


def test_claims_are_grouped_by_speaker_named_ones_first(ledger: Ledger) -> None:
    assert [group.named for group in ledger.groups] == sorted((group.named for group in ledger.groups), reverse=True)
    assert ledger.claims == 7
    assert dict(ledger.statuses)["threatened"] == 1
    assert [note.number for note in ledger.notes] == list(range(1, 8))


def test_words_of_articles_cannot_become_markup(ledger: Ledger) -> None:
    page = Tags(html(ledger))
    assert set(page.tags) & {"script", "img", "b", "iframe", "object"} <= {"b"}
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    links = [value for name, value in page.attributes if name in ("href", "src")]
    assert all(value and value.startswith(("#", "https://", "http://")) for value in links)
    assert "<img" not in html(ledger)
    assert "</style><script" not in html(ledger)


def test_every_footnote_leads_there_and_back(ledger: Ledger) -> None:
    page = Tags(html(ledger))
    assert len(page.ids) == len(set(page.ids))
    targets = {value[1:] for name, value in page.attributes if name == "href" and value and value.startswith("#")}
    assert targets <= set(page.ids)
    for number in range(1, 8):
        assert {f"n{number}", f"c{number}"} <= set(page.ids)


def test_the_page_is_alone_and_says_what_it_is(ledger: Ledger) -> None:
    page = html(ledger)
    assert "does not decide what is true" in page
    assert "s.db by according 1 (hand@1) on 2025-03-05 12:00 UTC" in page
    assert not re.search(r"<(?:link|script|iframe)|url\(|@import", page)
    assert "2025-03-04" in page


def test_markdown_has_a_footnote_for_each_claim_and_no_live_markup(ledger: Ledger) -> None:
    made = markdown(ledger)
    assert all(f"[^{number}]" in made and f"\n[^{number}]: " in made for number in range(1, 8))
    assert "](javascript" not in made.replace("\\]", "")
    assert "<img" not in made.replace("\\<", "")
    assert "**if foreign troops land**" in made
    assert "\n## Mira Halloum — person, analyst\n" in made
    assert "\n- the Northern Force controls Tel Zawan — **not verified** [^" in made


def test_lists_in_markdown_stand_one_item_a_line(ledger: Ledger) -> None:
    assert not re.search(r"\S- (?:What|Who|Made)", markdown(ledger))


def test_a_report_of_nothing_says_so() -> None:
    empty = gather_ledger([], lambda id: "")
    assert "There are no claims to show." in html(empty)
    assert "There are no claims to show." in markdown(empty)
