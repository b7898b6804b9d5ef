"""Which articles are one text, and which way a copy went."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from according.knowledge.origins.lineage.credits import credits_in, same_outlet
from according.knowledge.origins.lineage.derivations import compare
from according.knowledge.origins.lineage.kin import Heard, Kin
from according.knowledge.origins.lineage.paragraphs import bands, containment, paragraphs, shingles, sketch
from tests.knowledge.origins.planted import BACKGROUND, OWN

LEAD = (
    "Fighters of the River Guards took the ford at dawn on Monday after a night of shelling, their spokesman said, "
    "adding that eleven men had been captured and that the bridge could be used again by the evening."
)


def kin(id: str, *texts: str, outlet: str = "", day: int | None = None, **more: object) -> Kin:
    text = "\n\n".join(texts)
    given = {"addresses": frozenset(), "based_on": frozenset(), **more}
    published = None if day is None else date(2025, 3, day)
    return Kin(id, text, outlet, published, heard=Heard(tuple(credits_in(text))), **given)  # type: ignore[arg-type]


def test_a_reprint_is_the_later_one() -> None:
    found = compare(kin("a", LEAD, BACKGROUND, day=2), kin("b", LEAD, BACKGROUND, day=1))
    assert found is not None
    assert (found.derived, found.original, found.directed, found.how) == ("a", "b", True, "reprint")
    assert found.share == 1.0
    assert len(found.copies) == 2


def test_a_credit_outranks_the_day() -> None:
    early = kin("a", "DARA (Harbour Wire) - " + LEAD, outlet="Valley Post", day=1)
    late = kin("b", LEAD, outlet="Harbour Wire", day=2)
    found = compare(early, late)
    assert found is not None
    assert (found.derived, found.original) == ("a", "b")
    assert "credits Harbour Wire" in found.why


def test_two_that_credit_a_third_come_from_what_is_not_there() -> None:
    one = kin("a", "DARA (AFP) - " + LEAD, outlet="Valley Post")
    other = kin("b", "DARA (AFP) - " + LEAD, outlet="Hill Times")
    found = compare(one, other)
    assert found is not None
    assert (found.directed, found.unseen) == (False, "AFP")


def test_vague_credit_marks_the_copy() -> None:
    found = compare(kin("a", LEAD), kin("b", LEAD + " The site reported this citing foreign media."))
    assert found is not None
    assert (found.derived, found.directed) == ("b", True)


def test_a_named_original_address_is_enough() -> None:
    original = kin("a", LEAD, addresses=frozenset({"https://wire.example/1"}))
    copy = kin("b", OWN, based_on=frozenset({"https://wire.example/1"}))
    found = compare(original, copy)
    assert found is not None
    assert (found.derived, found.copies) == ("b", ())


def test_mixed_copy_keeps_own_paragraphs_apart() -> None:
    found = compare(kin("a", LEAD, day=1), kin("b", OWN, LEAD, day=2))
    assert found is not None
    assert found.how == "shared copy"
    assert [copy.derived for copy in found.copies] == [1]


def test_reports_of_one_event_in_own_words_are_no_family() -> None:
    other = (
        "The crossing near Dara fell on Monday morning, says the armed group that calls itself River Guards. It "
        "says it holds prisoners. Residents reached by telephone heard artillery through the night."
    )
    assert compare(kin("a", LEAD), kin("b", other)) is None


@given(st.lists(st.sampled_from([LEAD, BACKGROUND, OWN, "Short line."]), min_size=1, max_size=4), st.integers(1, 9))
def test_comparing_is_blind_to_order(texts: list[str], day: int) -> None:
    one, other = kin("a", *texts, day=day), kin("b", LEAD, OWN, day=5)
    assert compare(one, other) == compare(other, one)


@given(st.text(max_size=400))
def test_paragraphs_lie_in_the_text(text: str) -> None:
    for paragraph in paragraphs(text):
        assert paragraph.span.of(text).strip()


def test_signatures_are_the_same_everywhere() -> None:
    # stored bands are only worth something if the next machine computes the same
    assert bands(sketch(shingles(LEAD))) == bands(sketch(shingles(LEAD)))
    assert len(set(bands(sketch(shingles(LEAD))))) == 8


def test_an_abridged_paragraph_is_contained() -> None:
    assert containment(shingles(LEAD[:100]), shingles(LEAD)) > 0.9


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("BAMAKO (Reuters) - Soldiers left.", "Reuters", "dateline"),
        ("Originally published at Valley Post by A. Writer", "Valley Post", "credit line"),
        ("PORT-AU-PRINCE, Haiti (AP) _ Gangs moved in.", "AP", "dateline"),
        ("ODESSA (Harbour-Ukraine) – The port reopened.", "Harbour-Ukraine", "dateline"),
        ("DAMASCUS, SANA - Two men were arrested.", "SANA", "dateline"),
        ("PORT SUDAN, March 4, 2025 (AFP) - Fighters left.", "AFP", "dateline"),
        ("It fell on Sunday, according to Syrian state media.", "media", "citing others"),
        ("The letter, seen by Reuters, names two men.", "Reuters", "told"),
        ("The road is open again.\n\n— AFP", "AFP", "credit line"),
        ("This story was first published by Sudan Morning.", "Sudan Morning", "credit line"),
        ("AFP contributed to this report.", "AFP", "contribution"),
        ("The site said, citing local media, that it fell.", "media", "citing others"),
    ],
)
def test_credits_as_the_press_writes_them(text: str, name: str, how: str) -> None:
    assert [(c.name, c.how) for c in credits_in(text)] == [(name, how)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Agence France-Presse", "AFP", True),
        ("The Harbour Times", "Harbour Times", True),
        ("Radio Free Asia", "RFA", True),
        ("", "", False),
        ("Harbour Wire", "Valley Wire", False),
    ],
)
def test_outlets_by_their_spellings(one: str, other: str, same: bool) -> None:
    assert same_outlet(one, other) is same


@pytest.mark.parametrize(
    "text",
    [
        "The army (SAF) - backed by two allied groups - advanced on Nyala.",
        "The March Movement (MM) – which holds the mines – denied it.",
        "GOMA fell, officers of the Congo army (FARDC) said on Monday.",
        "(Reporting by Ann Vale in Goma; editing by B. Lee)",
    ],
)
def test_what_is_no_credit(text: str) -> None:
    assert credits_in(text) == []
