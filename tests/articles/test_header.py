"""What first and last lines say about an article, in the forms the press uses."""

from datetime import date

import pytest

from according.articles.header import read_header
from according.articles.published import parse_date
from tests.articles import samples

LEAD = "\n\nThe army denied on Tuesday that it had lost the border post, and said no more than that.\n"


def test_report_states_its_facts() -> None:
    facts = read_header(samples.REPORT)
    assert facts.title == "Army denies losing the border post"
    assert facts.authors == ("Jane Doe", "John Roe")
    assert facts.published == date(2025, 6, 17)
    assert facts.outlet == "Example News"
    assert facts.credits == ("TARANDA (Example News) -",)


@pytest.mark.parametrize(
    ("line", "outlet", "authors", "published"),
    [
        ("Originally published at The Example by Ada Byron", "The Example", ("Ada Byron",), None),
        ("This article was first published in The Example on 3 May 2024.", "The Example", (), date(2024, 5, 3)),
        ("(Originally published by Example Wire)", "Example Wire", (), None),
        (
            "By Ada Byron, Charles Babbage and Mary Somerville",
            "",
            ("Ada Byron", "Charles Babbage", "Mary Somerville"),
            None,
        ),
        ("BY ADA BYRON", "", ("ADA BYRON",), None),
        ("Published: 2025-06-17", "", (), date(2025, 6, 17)),
        ("Published on June 17, 2025", "", (), date(2025, 6, 17)),
        ("Tuesday, June 17, 2025 14:05 GMT", "", (), date(2025, 6, 17)),
        ("17 Jun 2025", "", (), date(2025, 6, 17)),
        ("Outlet: The Example", "The Example", (), None),
        ("Author: Ada Byron", "", ("Ada Byron",), None),
    ],
)
def test_header_lines(line: str, outlet: str, authors: tuple[str, ...], published: date | None) -> None:
    facts = read_header(f"Army denies losing the border post\n{line}{LEAD}")
    assert (facts.title, facts.outlet) == ("Army denies losing the border post", outlet)
    assert (facts.authors, facts.published) == (authors, published)


@pytest.mark.parametrize(
    ("opening", "outlet", "credit"),
    [
        ("TARANDA (Example News) - The army", "Example News", "TARANDA (Example News) -"),
        ("Taranda, June 17 (ENA) — The army", "ENA", "Taranda, June 17 (ENA) —"),
        ("PORT VELM, Taranda (Example/Wire) – The army", "Example/Wire", "PORT VELM, Taranda (Example/Wire) –"),
        (
            "The army left, Example.tv reports citing foreign media. The",
            "Example.tv",
            "Example.tv reports citing foreign media",
        ),
        ("The army left, Example Wire reports, citing officials. The", "", None),
        ("The army (which denies it) - as ever - left. The army", "", None),
        ("TARANDA - The army", "", None),
    ],
)
def test_datelines_and_relays(opening: str, outlet: str, credit: str | None) -> None:
    facts = read_header(f"{opening} denied on Tuesday that it had lost the border post.\nMore was not said.\n")
    assert facts.outlet == outlet
    assert facts.credits == ((credit,) if credit else ())


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ada Byron; Editing by Charles Babbage)",
        "Additional reporting by Ada Byron in Taranda",
        "With inputs from Example Wire",
        "Example Wire contributed to this report",
        "This story was originally published by Example Wire.",
        "Source: Example Wire",
        "- Example Wire",
        "(ENA)",
        "Republished with permission of Example Wire",
    ],
)
def test_closing_credit_lines(line: str) -> None:
    assert read_header(f"{LEAD}\nThe other side was silent.\n\n{line}\n").credits == (line,)


def test_agency_signed_in_the_last_line() -> None:
    assert read_header(f"{LEAD}\nThe other side was silent. (ENA)\n").credits == ("(ENA)",)


@pytest.mark.parametrize(
    "first",
    [
        "The army denied on Tuesday that it had lost the post.",
        "By Ada Byron",
        "Published: 2025-06-17",
        "https://times.example/1",
        "Post",
        " ".join(["long"] * 40),
    ],
)
def test_what_is_no_headline(first: str) -> None:
    assert read_header(f"{first}{LEAD}").title == ""


def test_a_single_line_has_no_headline() -> None:
    assert read_header("Army denies losing the border post").title == ""


def test_sentences_are_not_taken_for_header_lines() -> None:
    text = "By Tuesday, the army had left.\n\nSource near it: nothing was lost.\n\nPosted at the border, it waited."
    facts = read_header(text)
    assert (facts.authors, facts.outlet, facts.published) == ((), "", None)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-06-17T10:00:00Z", date(2025, 6, 17)),
        ("2025-06-17 10:00", date(2025, 6, 17)),
        ("17th June 2025", date(2025, 6, 17)),
        ("Sept. 3, 2024", date(2024, 9, 3)),
        ("17/06/2025", date(2025, 6, 17)),
        ("06/17/2025", date(2025, 6, 17)),
        ("05/06/2025", None),
        ("31 February 2025", None),
        ("June 2025", None),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_dates(value: object, day: date | None) -> None:
    assert parse_date(value) == day
