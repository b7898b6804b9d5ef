import pytest

from tests.claims.marked import claim_with, read

TEXT = (
    "Based on information from officers and eyewitnesses, The Courier mapped the groups:\n\n"
    "Old Mill: Held by the Blue Brigade, the town hosts foreign fighters. It serves as a depot.\n\n"
    "Grey Hill: On the border, this area is a hub for the brigade. The camp reportedly hosts advisers.\n\n"
    "All these groups keep offices in the capital.\n\n"
    "What next?\n\nThe mayor said the road was open."
)


def test_each_item_keeps_the_attribution_that_opened_the_list():
    for words in ("Held by the Blue Brigade", "It serves as a depot", "On the border", "All these groups"):
        assert claim_with(TEXT, words).chain[0].name == "officers and eyewitnesses"


def test_a_label_belongs_to_the_first_sentence_of_its_item():
    assert claim_with(TEXT, "Held by").content[0].of(TEXT).startswith("Old Mill: Held by")


def test_reportedly_inside_an_item_is_a_claim_without_source():
    claim = claim_with(TEXT, "hosts advisers")
    assert claim.chain[0].name == ""
    assert claim.status == "hedged"


def test_the_list_ends_before_the_next_heading():
    assert not any("What next" in s.of(TEXT) for c in read(TEXT).claims for s in c.content)
    assert claim_with(TEXT, "the road was open").chain[0].name == "mayor"


def test_a_colon_without_a_list_opens_none():
    text = "The minister said the following:\n\nThe road was closed and nobody came."
    assert not any("nobody came" in s.of(text) for c in read(text).claims for s in c.content)


ITEMS = (
    "\n\nTona: the market has been shut since May.\n\nPelm: rebels hold the mill.\n\nThe mayor said the road was open."
)


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("The following was put together from interviews with herders and two nurses:", "herders and two nurses"),
        ("The account that follows was pieced together from talks with herders and two nurses.\n\n"
         "Where things stand:", "herders and two nurses"),
        ("According to maps compiled by the Atlas Institute, control is as follows.", "Atlas Institute"),
    ],
)  # fmt: skip
def test_a_list_is_told_by_the_sources_its_lead_in_names(lead, name):
    text = lead + ITEMS
    for words in ("the market has been shut", "rebels hold the mill"):
        assert claim_with(text, words).chain[0].name == name
    assert claim_with(text, "the road was open").chain[0].name == "mayor"
    assert not any(lead[:20] in s.of(text) or "as follows" in s.of(text) for c in read(text).claims for s in c.content)


def test_a_list_without_sources_stays_the_articles_own():
    text = "The following towns were hit:" + ITEMS
    assert not any(c.chain[0].span and "shut" in c.content[0].of(text) for c in read(text).claims)
