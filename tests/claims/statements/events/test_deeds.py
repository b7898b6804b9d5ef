"""Events by verb, on conflicts of every continent."""

import pytest

from according.records import Span
from tests.claims.statements.sentences import claim, read, told

RSF = {"Rapid Support Forces": "armed_group", "RSF=Rapid Support Forces": "armed_group", "El Fasher": "place"}


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("The RSF shelled El Fasher on Monday.", RSF, "Rapid Support Forces | ASSAULT | El Fasher"),
        (
            "M23 rebels seized the town of Masisi on Saturday.",
            {"M23": "armed_group", "Masisi": "place"},
            "M23 | SEIZE | Masisi",
        ),
        ("Masisi was captured by M23 rebels.", {"M23": "armed_group", "Masisi": "place"}, "M23 | SEIZE | Masisi"),
        (
            "Junta troops clashed with the Karen National Union near Hpa-An.",
            {"Karen National Union": "armed_group", "Hpa-An": "place"},
            "Junta troops | ASSAULT | Karen National Union",
        ),
        (
            "Houthi forces detained at least 24 UN employees.",
            {"Houthi=Houthis": "armed_group"},
            "Houthis | SEIZE | at least 24 UN employees",
        ),
        (
            "Ukraine urged Germany to send missiles.",
            {"Ukraine": "government", "Germany": "government"},
            "Ukraine | REQUEST | Germany",
        ),
        (
            "Mali's junta expelled French troops.",
            {"Mali": "place"},
            "Mali's junta | COERCE | French troops",
        ),
        (
            "Rwanda condemned the sanctions, and Congo accused Rwanda of lying.",
            {"Rwanda": "government", "Congo": "government"},
            "Congo | ACCUSE | Rwanda",
        ),
        (
            "Fighters of the TNLA withdrew from Mogok.",
            {"TNLA": "armed_group", "Mogok": "place"},
            "TNLA | RETREAT | Mogok",
        ),
        (
            "The army shot down a drone and Hamas fired rockets at Sderot.",
            {"Hamas": "armed_group", "Sderot": "place"},
            "Hamas | ASSAULT | Sderot",
        ),
        (
            "Turkey supports Azerbaijan.",
            {"Azerbaijan": "government"},
            "Turkey | SUPPORT | Azerbaijan",
        ),
        ("Gunmen kidnapped students in Zamfara.", {"Zamfara": "place"}, "Gunmen | ASSAULT | students"),
        (
            "Russia attacked U.S. bases.",
            {"Russia": "government", "U.S.=United States": "government"},
            "Russia | ASSAULT | United States",
        ),
        (
            "A drone strike by the RSF hit a displacement camp near El Fasher.",
            RSF,
            "Rapid Support Forces | ASSAULT | displacement camp",
        ),
    ],
)
def test_an_event_verb_gives_actor_type_and_target(text: str, known: dict[str, str], expected: str) -> None:
    assert expected in told(text, known)


def test_fights_are_told_of_both_sides() -> None:
    lines = told("Hezbollah clashed with Israel.", {"Hezbollah": "armed_group", "Israel": "government"})
    assert {"Hezbollah | ASSAULT | Israel", "Israel | ASSAULT | Hezbollah"} <= lines


def test_each_of_a_list_acts_on_each_of_a_list() -> None:
    known = {"Mali": "government", "Niger": "government", "France": "government", "Ecowas": "organization"}
    lines = told("Mali and Niger denounced France and Ecowas.", known)
    assert lines == {f"{a} | ACCUSE | {b}" for a in ("Mali", "Niger") for b in ("France", "Ecowas")}


@pytest.mark.parametrize(
    "text",
    [
        "The RSF will attack El Fasher.",
        "The RSF could attack El Fasher.",
        "The RSF wants to attack El Fasher.",
        "If the RSF attacks El Fasher, thousands will flee.",
        "The army mobilized to prevent the RSF from attacking El Fasher.",
    ],
)
def test_what_is_wished_planned_forecast_or_conditional_is_no_event(text: str) -> None:
    assert not any(s.predicate == "ASSAULT" for s in read(text, RSF))


def test_a_denied_deed_is_negated() -> None:
    assert "Rapid Support Forces | not ASSAULT | El Fasher" in told("The RSF did not attack El Fasher.", RSF)


def test_a_hedged_deed_says_so() -> None:
    (statement,) = [s for s in read("The RSF reportedly attacked El Fasher.", RSF) if s.predicate == "ASSAULT"]
    assert statement.status == "hedged"


def test_plover_modes_are_given_where_clear() -> None:
    modes = {s.predicate: s.mode for s in read("The RSF shelled El Fasher.", RSF)}
    assert modes == {"ASSAULT": "heavy-weapons"}


def test_a_repelled_attack_is_told_of_both_sides_when_only_one_other_side_is_named() -> None:
    text = "The RSF advanced. Sudan's army repelled attacks near El Fasher."
    lines = told(text, RSF)
    assert "Sudan's army | ASSAULT | Rapid Support Forces" in lines
    assert "Rapid Support Forces | ASSAULT | Sudan's army" in lines


def test_a_repelled_attack_by_nobody_named_is_left_out() -> None:
    known = {**RSF, "SLM": "armed_group"}
    lines = told("The RSF and the SLM met. Sudan's army repelled attacks near El Fasher.", known)
    assert not any("ASSAULT" in line for line in lines)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The M23 and the Wazalendo clashed near Goma.", {"M23 | ASSAULT | Wazalendo", "Wazalendo | ASSAULT | M23"}),
        (
            "The M23 and the Wazalendo have attacked each other.",
            {"M23 | ASSAULT | Wazalendo", "Wazalendo | ASSAULT | M23"},
        ),
        (
            "The M23 hunted the Wazalendo together with the Imbo.",
            {"M23 | ASSAULT | Wazalendo", "Imbo | ASSAULT | Wazalendo", "M23 | COOPERATE | Imbo"},
        ),
        ("The M23 pulled out of Goma.", {"M23 | RETREAT | Goma"}),
        ("Goma was quiet. The M23 has withdrawn.", {"M23 | RETREAT | Goma"}),
        ("Shells fired by the M23 struck Goma.", {"M23 | ASSAULT | Goma"}),
        ("The M23 took Goma after clashes with the Wazalendo.", {"M23 | ASSAULT | Wazalendo"}),
        ("The M23, which left Sake in May, killed the Wazalendo.", {"M23 | ASSAULT | Wazalendo"}),
        ("The M23 claimed the capture of Goma.", {"M23 | SEIZE | Goma"}),
        ("The M23 turned on the Wazalendo.", {"M23 | ASSAULT | Wazalendo"}),
    ],
)
def test_deeds_told_otherwise(text: str, expected: set[str]) -> None:
    known = {"M23": "armed_group", "Wazalendo": "armed_group", "Imbo": "armed_group", "Goma": "place", "Sake": "place"}
    assert expected <= told(text, known)


def test_the_allegation_is_the_accuser_s() -> None:
    text = "Kenya accused the M23 of theft. The M23 rejected the allegation."
    said = claim(text, "of theft", "accused", "Kenya")
    known = {"M23": "armed_group", "Kenya": "government"}
    assert "M23 | REJECT | Kenya" in told(text, known, [said])


def test_two_who_fight_in_one_town_may_be_allies() -> None:
    known = {"M23": "armed_group", "Imbo": "armed_group", "Goma": "place"}
    assert "M23 | ASSAULT | Imbo" not in told("The M23 and the Imbo fought in Goma.", known)
    assert "M23 | ASSAULT | Imbo" in told("The M23 and the Imbo have been fighting over mines.", known)


def test_three_who_fought_are_no_pair() -> None:
    known = {"M23": "armed_group", "Wazalendo": "armed_group", "Imbo": "armed_group"}
    assert not any("ASSAULT" in line for line in told("The M23, the Imbo and the Wazalendo clashed.", known))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya fired missiles at Goma on Monday.", "Kenya | ASSAULT | Goma"),
        ("Kenya has struck Sake hundreds of times.", "Kenya | ASSAULT | Sake"),
        ("The M23 took Sake after three days of clashes with the Imbo.", "M23 | ASSAULT | Imbo"),
        ("The M23 claimed responsibility for the attack on Goma.", "M23 | ASSAULT | Goma"),
        ("Kenya's defence ministry claimed the capture of Goma.", "Kenya | SEIZE | Goma"),
        ("Kenya put the M23 on its list of terrorist organisations.", "Kenya | SANCTION | M23"),
        ("The M23 agreed to resume talks with the Imbo.", "M23 | AGREE | Imbo"),
        ("Youths threw stones at the M23.", "Youths | ASSAULT | M23"),
    ],
)
def test_deeds_told_in_passing(text: str, expected: str) -> None:
    known = {"M23": "armed_group", "Imbo": "armed_group", "Kenya": "government", "Goma": "place", "Sake": "place"}
    assert expected in told(text, known)


def test_fighting_between_neighbours_has_no_agent() -> None:
    text = "Kenya shot down two jets, in the heaviest fighting between the neighbours in years."
    assert "Kenya | ASSAULT | neighbours" not in told(text, {"Kenya": "government"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen of the M23 carried off two rifles.", "M23 | SEIZE | two rifles"),
        ("The M23 hates the Imbo. The two have fought since May.", "Imbo | ASSAULT | M23"),
        ("The M23 killed the Imbo's founder, Paul Otto, in May.", "M23 | ASSAULT | Paul Otto"),
        ("Protesters called on Kenya to resign and threw stones at police.", "Protesters | ASSAULT | police"),
        ("The M23 attacked two districts on the outskirts of Goma.", "M23 | ASSAULT | Goma"),
        ("The M23 claimed responsibility for the shooting in Goma.", "M23 | ASSAULT | Goma"),
        ("The UN force in the lakes, MONUSCO, attacked the M23.", "MONUSCO | ASSAULT | M23"),
    ],
)
def test_deeds_of_crowds_and_of_forces_named_late(text: str, expected: str) -> None:
    known = {"M23": "armed_group", "Kenya": "government", "Goma": "place", "MONUSCO": "organization"}
    known |= {"Imbo": "armed_group", "Paul Otto": "person"}
    assert expected in told(text, known)


def test_a_part_denied_is_denied_to_who_accused() -> None:
    text = "Kenya has blamed the M23 for the raid. The M23 denies any part in it."
    said = claim(text, "for the raid", "has blamed", "Kenya")
    assert "M23 | REJECT | Kenya" in told(text, {"M23": "armed_group", "Kenya": "government"}, [said])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The M23 shot dead two Kenyan soldiers.", "M23 | ASSAULT | two Kenyan soldiers"),
        ("Settlers burned cars in Goma.", "Settlers | ASSAULT | cars"),
        ("A Kenyan missile hit an apartment block in Goma.", "Kenya | ASSAULT | apartment block"),
        ("The M23 left. The militia attacked the Imbo.", "M23 | ASSAULT | Imbo"),
        ("Kenya shot down drones launched by the M23.", "Kenya | ASSAULT | M23"),
        ("The Imbo say M23 fighters targeted their community.", "M23 | ASSAULT | Imbo"),
    ],
)
def test_who_and_what_is_hit(text: str, expected: str) -> None:
    known = {"M23": "armed_group", "Kenya": "government", "Goma": "place", "Imbo": "organization"}
    assert expected in told(text, known)


def test_a_list_of_things_hit_ends_before_the_speaker() -> None:
    text = "The M23 left, killing two guards and burning three trucks, two officers and a chief said."
    at = Span(text.index("two officers"), text.index(" said"))
    said = claim(text, text[: at.start - 2], "said", "two officers and a chief", "anonymous", span=at)
    lines = told(text, {"M23": "armed_group"}, [said])
    assert not any("officers" in line or "chief" in line for line in lines)


def test_who_defends_himself_supports_nobody() -> None:
    text = "The M23 left Goma. Kenya said the army was only defending itself."
    known = {"M23": "armed_group", "Kenya": "government", "Goma": "place"}
    assert not any("SUPPORT" in line for line in told(text, known))


def test_what_is_intercepted_is_not_who_fired_it() -> None:
    text = "The M23 fired rockets at Goma. Kenya intercepted all of them."
    assert "Kenya | ASSAULT | M23" not in told(text, {"M23": "armed_group", "Kenya": "government", "Goma": "place"})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The M23 overran the base. The M23 seized others.", set()),
        ("Umm Ahmed left Goma on foot.", set()),
        ("The M23 left behind dozens of bodies.", set()),
        ("The police arrested the mayor of Goma.", {"SEIZE"}),
        ("The Congolese army defended the town.", set()),
        ("The M23 may not have enough men to storm Goma.", set()),
    ],
)
def test_what_is_no_event_is_not_told(text, expected):
    known = {"M23": "armed_group", "Goma": "place", "Umm Ahmed": "person"}
    lines = told(text.removeprefix("The M23 overran the base. "), known)
    assert {line.split(" | ")[1] for line in lines if line.split(" | ")[1].isupper()} == expected


def test_who_met_whom_is_told_once_and_who_fought_whom_both_ways():
    known = {"M23": "armed_group", "Uganda": "government"}
    assert told("The M23 met with Uganda.", known) == {"M23 | CONSULT | Uganda"}
    assert len(told("The M23 clashed with Uganda.", known)) == 2


def test_a_thing_taken_is_named_with_its_owner_and_a_call_with_its_aim():
    known = {"M23": "armed_group", "Wazalendo": "armed_group", "Uganda": "government"}
    text = "The Wazalendo fled on Monday, and the M23 overran the Wazalendo's trenches."
    assert "M23 | SEIZE | Wazalendo's trenches" in told(text, known)
    assert "Uganda | REJECT | calls for foreign protection" in told(
        "Uganda rejected calls for foreign protection.", known
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The M23 pulled back into the forest.", "M23 | RETREAT | forest"),
        ("Rebels of the M23 fled towards Goma.", "M23 | RETREAT | Goma"),
        ("M23 fighters fell back to the hills.", "M23 | RETREAT | hills"),
        ("Rwandan air defences shot down an M23 drone over Goma.", "Rwanda | ASSAULT | M23"),
    ],
)
def test_where_one_draws_back_to_and_what_strikes_for_its_owner(text, expected):
    assert expected in told(text, {"M23": "armed_group", "Goma": "place"})


@pytest.mark.parametrize(
    "text",
    [
        "Joe Smith attacked Ann Jones over her plan.",
        "Joe Smith burned his vacation days.",
        "Joe Smith came under fire from Ann Jones.",
        "Uganda fired three missiles into the sea.",
    ],
)
def test_words_between_politicians_are_no_blows(text):
    known = {"Joe Smith": "person", "Ann Jones": "person", "Uganda": "government"}
    assert not {line for line in told(text, known) if "ASSAULT" in line}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An M23 drone hit the livestock section of the market.", "M23 | ASSAULT | market"),
        ("Ugandan forces destroyed a deployment point of the M23.", "Ugandan forces | ASSAULT | M23"),
        ("Uganda captured a senior member of the M23.", "Uganda | SEIZE | senior member of the M23"),
        ("Uganda captured nine M23 fighters.", "Uganda | SEIZE | nine M23 fighters"),
        ("Ugandan troops and M23 rebels fought for control of Goma.", "M23 | ASSAULT | Ugandan troops"),
        ("The M23 captured Goma along with 17 soldiers.", "M23 | SEIZE | 17 soldiers"),
        ("The M23 captured Goma in January and Sake in February.", "M23 | SEIZE | Sake"),
        ("The M23 took Goma in January and Sake in February.", "M23 | SEIZE | Sake"),
        ("The M23 took two heavy machine guns.", "M23 | SEIZE | two heavy machine guns"),
    ],
)
def test_what_is_taken_and_hit_in_full(text, expected):
    assert expected in told(text, {"M23": "armed_group", "Goma": "place", "Sake": "place", "Uganda": "government"})


def test_a_town_taken_is_taken_by_the_group_that_says_so():
    text = "Sake has been fully liberated, the M23 said."
    said = claim(text, "Sake has been fully liberated", "said", "M23", "armed_group")
    assert "M23 | SEIZE | Sake" in told(text, {"M23": "armed_group", "Sake": "place"}, [said])


def test_a_former_name_is_not_one_of_the_two():
    known = {"M23": "armed_group", "CNDP": "armed_group"}
    text = "Its rival is the M23, once known as the CNDP. The two have fought since 2020."
    assert not {line for line in told(text, known) if "ASSAULT" in line}
