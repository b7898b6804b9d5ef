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
