import pytest

from according.claims.verification import find_notes
from tests.claims.marked import claim_with, page, read

SITES = (
    "Analyst Karim Nasser described four sites where drones are kept. The Courier could not independently verify these "
    "claims.\n\nAccording to Nasser, the sites are:\n\n"
    "Old Mill: The barn holds drones.\n\nGrey Hill: The cave holds missiles.\n\n"
    "The army said on Monday that the road was open."
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Reuters could not independently verify the accounts.", "unverified"),
        ("The figures could not be confirmed.", "unverified"),
        ("It was not immediately possible to verify the report.", "unverified"),
        ("The BBC has been unable to verify the claim.", "unverified"),
        ("There was no independent confirmation.", "unverified"),
        ("The claims remain unverified.", "unverified"),
        ("The monitor verified the statement on Saturday.", "confirmed"),
        ("The agency geolocated the footage.", "confirmed"),
    ],
)
def test_notes_are_found(text, kind):
    (note,) = find_notes(page(text))
    assert note.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "The army confirmed the strike.",
        "Claims by either side are hard to verify.",
        '"We could not verify the claims," he said.',
        "The monitor has not verified the statement; it only read it aloud.",
    ],
)
def test_not_every_check_is_a_note_of_the_article(text):
    assert [n for n in find_notes(page(text)) if n.kind == "confirmed"] == []
    assert not any(page(text).quotation_of(n.span.start) for n in find_notes(page(text)))


def test_a_note_covers_the_claims_before_it_in_its_paragraph():
    text = "The army said it took the town. Residents said it burned. The Courier could not verify the accounts."
    text += "\n\nThe mayor said he left."
    assert claim_with(text, "it took the town").verification == "unverified"
    assert claim_with(text, "it burned").verification == "unverified"
    assert claim_with(text, "he left").verification == "none"


def test_a_note_in_a_paragraph_of_its_own_covers_the_paragraph_before():
    text = "The army said it took the town.\n\nReuters could not verify the claim.\n\nThe mayor said he left."
    assert claim_with(text, "it took the town").verification == "unverified"
    assert claim_with(text, "he left").verification == "none"


def test_a_note_reaches_forward_into_the_list_that_goes_on():
    assert claim_with(SITES, "four sites").verification == "unverified"
    assert claim_with(SITES, "The barn holds drones").verification == "unverified"
    assert claim_with(SITES, "The cave holds missiles").verification == "unverified"
    assert claim_with(SITES, "the road was open").verification == "none"


def test_the_note_is_kept_as_evidence():
    claim = claim_with(SITES, "The barn holds drones")
    assert claim.verification_span is not None
    assert claim.verification_span.of(SITES) == "could not independently verify"
    assert any(e.field == "verification" for e in claim.evidence)


def test_unverified_footage_says_nothing_of_the_claims_before_it():
    text = "The governor said debris had fallen.\n\nUnverified video posted online showed a fire."
    assert claim_with(text, "debris had fallen").verification == "none"


def test_a_verified_statement_is_a_confirmed_claim():
    text = "The group said it captured the camp. The monitor verified the statement on Saturday."
    assert claim_with(text, "it captured the camp").verification == "confirmed"


def test_what_another_denies_is_marked_and_the_denial_is_a_claim():
    text = "Patrick Muyaya accused Rwanda of sending troops. Rwanda rejected the accusation."
    assert claim_with(text, "Rwanda of sending troops").verification == "denied_by_other"
    denial = next(c for c in read(text).claims if c.status == "denied")
    assert denial.verification == "none"


def test_a_lack_of_confirmation_marks_the_claims_before_it():
    text = "Sources speak of field preparations. This comes amid a lack of official confirmation"
    text += " from the Iraqi government."
    assert claim_with(text, "field preparations").verification == "unverified"
    declined = next(c for c in read(text).claims if c.status == "declined")
    assert declined.chain[0].name == "Iraqi government"
