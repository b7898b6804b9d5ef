import pytest

from according.claims.manner.verification import find_notes
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


@pytest.mark.parametrize(
    "text",
    [
        "Neither version could be verified.",
        "None of the accounts could be checked independently.",
        "It was not possible to check either account.",
        "The ministry neither confirmed nor denied it.",
        "There is no way to verify the numbers.",
    ],
)
def test_more_words_for_what_nobody_could_check(text):
    assert [n.kind for n in find_notes(page(text))] == ["unverified"]


def test_a_note_on_figures_covers_the_claims_with_figures():
    text = "The colonel said they were driven back. He said 60 had died. The figures could not be confirmed."
    assert claim_with(text, "60 had died").verification == "unverified"
    assert claim_with(text, "they were driven back").verification == "none"


def test_a_note_on_neither_account_covers_both_sides():
    text = (
        "The Valley Front said it took the mill.\n\nThe army said it had held the mill. Neither account could be "
        "confirmed."
    )
    assert claim_with(text, "it took the mill").verification == "unverified"
    assert claim_with(text, "it had held the mill").verification == "unverified"


def test_a_note_on_all_accounts_covers_the_paragraph_before_too():
    text = "The army said ten had died.\n\nThe Valley Front said it took rifles. None of the accounts could be checked."
    assert claim_with(text, "ten had died").verification == "unverified"
    assert claim_with(text, "it took rifles").verification == "unverified"


def test_a_note_on_one_sides_account_covers_that_side():
    text = (
        "Three jets were lost, said Omar Fadil, a spokesman for the Pakistani army. India said none was. Reuters could "
        "not verify the Pakistani account."
    )
    assert claim_with(text, "Three jets").verification == "unverified"
    assert claim_with(text, "none was").verification == "none"


def test_what_is_neither_confirmed_nor_denied_is_the_last_claim():
    text = (
        "The mayor said the road was open. An official said it had been a raid. The ministry neither confirmed nor "
        "denied it."
    )
    assert claim_with(text, "it had been a raid").verification == "unverified"
    assert claim_with(text, "the road was open").verification == "none"
