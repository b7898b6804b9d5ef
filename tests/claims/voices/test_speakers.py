"""Who a short form is. Each text tells what must be found, or that nothing may be: a wrong speaker is the worst
error."""

import pytest

from tests.claims.marked import claim_with, read

FOUND = [
    (
        "Reuel Marc Gerecht, a senior fellow at the institute, said the border is open. He said the road is closed.",
        "the road is closed",
        "Reuel Marc Gerecht",
    ),
    (
        "Analyst Ali al-Baidar said the talks failed.\n\nAl-Baidar added that the army had left.",
        "the army had left",
        "Ali al-Baidar",
    ),
    (
        'A senior Iranian official said the plan was old. "It was a backup plan," the official said.',
        "It was a backup plan",
        "senior Iranian official",
    ),
    (
        "Political analyst Marwan Habib said the front was quiet. The analyst said the lull would not last.",
        "the lull",
        "Marwan Habib",
    ),
    ("The Arakan Army, or AA, now holds the base, according to the group.", "now holds the base", "Arakan Army"),
    (
        "A rebel force in Myanmar says it has overrun a key base.\n\nThe Arakan Army said the base fell on Friday.",
        "it has overrun a key base",
        "Arakan Army",
    ),
    (
        "The Iranian Foreign Ministry denied the reports. The claims were ridiculous, the ministry said.",
        "The claims were ridiculous",
        "Iranian Foreign Ministry",
    ),
    (
        "The Rapid Support Forces said in a statement that they had left. The statement said the town was empty.",
        "the town was empty",
        "Rapid Support Forces",
    ),
    ("President Felix Tshisekedi will speak on Monday, his office said.", "will speak", "office of Felix Tshisekedi"),
    (
        "Residents reported heavy gunfire. One of them, a teacher, said she had seen soldiers.",
        "she had seen soldiers",
        "one of residents",
    ),
    (
        'Two officials told Reuters the claim was false. "That is incorrect," said one of the officials.',
        "That is incorrect",
        "one of two officials",
    ),
    (
        'Spokeswoman Ada Blaine said the road was open. "Nobody asked us," she said.\n\n'
        '"It was a mistake from the start of it."',
        "It was a mistake",
        "Ada Blaine",
    ),
    (
        "Karim Nasser said the army had been told. Spokesman Bassem Awad denied this; there had been no call, he said.",
        "there had been no call",
        "Bassem Awad",
    ),
    (
        "Analyst Karim Nasser named four sites. Jurf al-Nasr, south of the city, serves as a depot, he said.",
        "serves as a depot",
        "Karim Nasser",
    ),
    (
        "The militants, who said they would return, left the town on Friday.",
        "they would return",
        "militants",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker"), FOUND)
def test_a_short_form_is_looked_up(text, words, speaker):
    assert claim_with(text, words).chain[0].name == speaker


OPEN = [
    # text, words, names that must not be given
    (
        "Hillary Stone said the road was open. Robert Stone said it was closed. The war was over, Stone said.",
        "The war",
        {"Hillary Stone"},
    ),
    (
        "Spokeswoman Ada Blaine said the road was open. The army left. It was late, he said.",
        "It was late",
        {"Ada Blaine"},
    ),
    (
        "The governor, Jonas Weir, said the town was calm.\n\nFields were empty.\n\nShops were shut.\n\n"
        "Roads were cut.\n\nIt was over, he said.",
        "It was over",
        {"Jonas Weir"},
    ),
    (
        "The groups wrote to Hillary Stone. Stone said she had read it. The letter said the war was wrong.",
        "the war was wrong",
        {"Hillary Stone"},
    ),
    (
        "The Malian army said the base was safe.\n\nThe company said its pipes were cut.",
        "its pipes were cut",
        {"Malian army"},
    ),
]


@pytest.mark.parametrize(("text", "words", "wrong"), OPEN)
def test_where_two_could_be_meant_nobody_is_named(text, words, wrong):
    voice = claim_with(text, words).chain[0]
    assert voice.name not in wrong


def test_an_unresolved_pronoun_is_an_unnamed_voice_of_low_confidence():
    claim = claim_with("The town was quiet. It was over, he said.", "It was over")
    assert claim.chain[0].kind == "anonymous"
    assert claim.confidence < 0.5


def test_what_was_looked_up_costs_confidence():
    text = "Reuel Marc Gerecht said the border is open. He said the road is closed."
    first, second = read(text).claims
    assert second.confidence < first.confidence


TOLD = [
    # text, words, speaker
    ("The Norland Observatory for Rights said nine died. More were hurt, the Observatory said.", "More were hurt",
     "Norland Observatory for Rights"),
    ("Envoy Daniel Okware Lumo arrived on Monday. Okware said the talks were over.", "the talks were over",
     "Daniel Okware Lumo"),
    ("Four trucks were hit, the regional mission, AMISA, said.\n\nThe mission said two had burned.", "two had burned",
     "AMISA"),
    ("Two villagers denied it. Three goats were lost, one of them said.", "Three goats", "one of two villagers"),
    ("Caracas has denied the raid. Its foreign ministry said the border was open.", "the border was open",
     "Venezuelan foreign ministry"),
    ("SkyTrace, a mapping project, drew a new line on Monday. It wrote on its page that the ridge was lost.",
     "the ridge was lost", "SkyTrace"),
    ("A little-known group, the Morning Front, said it had set the fire.", "it had set the fire", "Morning Front"),
    ("The Valley Liberation Front struck. The group's media office said it had burned the mill.", "burned the mill",
     "media office of Valley Liberation Front"),
    ("Two diplomats and a guard said talks had stalled. One of the diplomats said they were over.", "they were over",
     "one of two diplomats"),
    ("The army has not commented on the raid. It said in May that the ridge was safe.", "the ridge was safe", "army"),
    ("Hana Vidal of the monitoring project said the lines were blurred.", "the lines were blurred", "Hana Vidal"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker"), TOLD)
def test_a_voice_is_told_by_another_part_of_its_name_or_by_its_body(text, words, speaker):
    assert claim_with(text, words).chain[0].name == speaker


def test_who_only_handed_a_message_on_is_not_the_group():
    text = (
        "The Valley Liberation Front struck at dawn. In a message reviewed by the Tarn Intelligence Group, the group "
        "said it had burned the depot."
    )
    assert claim_with(text, "it had burned the depot").chain[0].name == "Valley Liberation Front"


def test_a_peaceful_body_is_not_the_armed_group_next_to_it():
    text = (
        "Shells of the Valley Liberation Front hit a clinic, a network of doctors said.\n\nThe Tarn Doctors Network "
        "said nine died. There was no immediate comment from the rebel force."
    )
    assert claim_with(text, "no immediate comment").chain[0].name == "Valley Liberation Front"


def test_a_force_told_apart_by_what_follows_is_nobody_named_before():
    text = "The Valley Liberation Front took the town. The force resisting it in the hills denied that it had lost."
    assert claim_with(text, "it had lost").chain[0].name == "force"


def test_a_body_that_says_itself_whose_it_is_is_not_the_only_one_near():
    text = "Raids hit Kayra and the Nioret Company. The Malian general staff put the dead at 80."
    assert claim_with(text, "the dead at 80").chain[0].name == "Malian general staff"


def test_a_plural_before_a_name_is_not_its_role():
    text = "In a message sent to journalists Okware urged the towns to rise."
    assert claim_with(text, "to rise").chain[0].name == "Okware"


def test_a_spokesman_for_the_group_speaks_for_the_group_named():
    text = "The Valley Liberation Front took the mill. A spokesman for the group said nobody was hurt."
    voice = claim_with(text, "nobody was hurt").chain[0]
    assert (voice.name, voice.affiliation) == ("spokesman for Valley Liberation Front", "Valley Liberation Front")


@pytest.mark.parametrize(
    ("text", "words", "speakers"),
    [
        ("Russia and Norway called for restraint.", "restraint", {"Russia", "Norway"}),
        ("Moscow and Oslo have both denied trading in arms.", "trading in arms", {"Russia", "Norway"}),
        ("Norway and two diplomats said the road was cut.", "the road was cut", {"Norway", "two diplomats"}),
        (
            "Herders and two drivers said the road was cut.\n\nThe same sources said the well was dry.",
            "the well was dry",
            {"herders", "two drivers"},
        ),
    ],
)
def test_those_who_speak_together_are_each_heard(text, words, speakers):
    said = {c.chain[0].name for c in read(text).claims if any(words in s.of(text) for s in c.content)}
    assert said == speakers


def test_a_name_with_and_in_it_is_one_voice():
    text = "The Ministry of Health and Population said the road was cut."
    assert {c.chain[0].name for c in read(text).claims} == {"Ministry of Health and Population"}


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            'A commander of the Dawn Division gave another account. "We took two villages," the commander, who asked '
            "not to be named, told Valley Press by phone.",
            "two villages",
            "commander of the Dawn Division",
        ),
        (
            "A resident who helped move the wounded told AFP he had counted 19 bodies.\n\n"
            '"We used donkey carts, because the hospital has no fuel," said the man.',
            "donkey carts",
            "resident",
        ),
        ('"We used donkey carts," said a man, who gave only his first name, Haroun.', "donkey carts", "Haroun"),
        (
            "Witnesses told a grim story. By their account, soldiers drove into the town and burned eleven houses.",
            "eleven houses",
            "Witnesses",
        ),
        ("The gunmen stormed the south, killing some 200 people, by Israeli tallies.", "200", "Israeli tallies"),
        ("President Jan Dolk spoke of his fear. Two towns were lost, one of his aides said.", "Two towns",
         "one of aides of Jan Dolk"),
    ],
)  # fmt: skip
def test_a_voice_told_of_before_is_known_again(text, words, name):
    assert claim_with(text, words).chain[0].name == name


@pytest.mark.parametrize(
    ("text", "words", "name", "kind"),
    [
        ("The UN peacekeeping force, UNIFIL, said it had left the hill.", "it had left", "UNIFIL", "organization"),
        ("The Al-Quds Brigades of the Holy Front said it had left.", "it had left", "Al-Quds Brigades", "armed_group"),
    ],
)
def test_a_phrase_with_two_names_speaks_for_the_right_one(text, words, name, kind):
    voice = claim_with(text, words).chain[0]
    assert (voice.name, voice.kind) == (name, kind)
