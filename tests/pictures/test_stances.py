import pytest

from according.pictures.positions import worded_positions
from according.pictures.stances import draw_stances
from tests.pictures.rows_factory import claim, statement


def test_positions_are_read_from_statements() -> None:
    rows = [
        statement("Iraq", "ACCUSE", "Israel", speaker="Iraq", claim="c1"),
        statement("Sistani", "ACCUSE", "factions", negated=True),
        statement("Asaib", "SUPPORT", "Iran", speaker="Analyst"),
    ]
    board = draw_stances(rows)
    assert [
        (s.actor.name, s.position, s.toward.name, s.negated, s.own) for s in board.stances if s.actor and s.toward
    ] == [
        ("Iraq", "condemn", "Israel", False, True),
        ("Sistani", "condemn", "factions", True, False),
        ("Asaib", "support", "Iran", False, False),
    ]
    assert board.stances[0].backing.claims == ("c1",)
    assert {ref.name for ref, _ in board.issues} == {"Israel", "factions", "Iran"}


def test_who_calls_has_called_but_a_forecast_support_is_still_to_come() -> None:
    rows = [
        statement("Sadr", "REQUEST", "calm", status="called_for", speaker="Sadr"),
        statement("Badr", "SUPPORT", "Iran", status="predicted", speaker="Analyst"),
    ]
    assert [(s.position, s.foreseen) for s in draw_stances(rows).stances] == [("call", False), ("support", True)]


@pytest.mark.parametrize(
    ("status", "position"),
    [
        ("called_for", "call"),
        ("threatened", "threaten"),
        ("denied", "deny"),
        ("doubted", "doubt"),
        ("declined", "declined"),
    ],
)
def test_what_a_claim_does_is_a_position(status: str, position: str) -> None:
    (stance,) = draw_stances([], [claim("whatever it is", "Saget", name="c1", status=status)]).stances
    assert stance.actor is not None
    assert (stance.actor.name, stance.position, stance.own) == ("Saget", position, True)
    assert stance.backing.claims == ("c1",)


def test_a_claim_whose_statement_says_it_already_adds_nothing() -> None:
    rows = [statement("Saget", "REQUEST", "calm", status="called_for", speaker="Saget", claim="c1")]
    board = draw_stances(rows, [claim("for calm", "Saget", name="c1", status="called_for")])
    assert [stance.position for stance in board.stances] == ["call"]


def test_a_described_position_is_not_pinned_on_the_one_who_describes_it() -> None:
    text = "one part will remain neutral, another will remain silent and a third will stand with Iran"
    board = draw_stances([], [claim(text, "Baidar", name="c1", status="predicted")])
    assert {stance.position for stance in board.stances} == {"neutral", "silent", "join"}
    assert all(stance.actor is None and stance.foreseen and not stance.own for stance in board.stances)
    assert all(stance.backing.voices == ("Baidar",) for stance in board.stances)


def test_who_speaks_of_itself_takes_the_position() -> None:
    (stance,) = draw_stances([], [claim("we will remain neutral", "Barzani")]).stances
    assert stance.actor is not None
    assert (stance.actor.name, stance.position) == ("Barzani", "neutral")


def test_absence_counts() -> None:
    board = draw_stances([statement("Badr", "CONSULT", "Framework", negated=True)])
    assert [stance.position for stance in board.stances] == ["absent"]


def test_words_of_a_condition_or_an_item_are_nobodys_position() -> None:
    text = "to act if the others entered the war"
    told = claim(text, "Kataib", name="c1", status="conditional", condition="if the others entered the war")
    assert draw_stances([], [told]).stances == ()
    row = statement("Kataib", "THREATEN", "Base", item=text, claim="c1")
    assert [stance.position for stance in draw_stances([row]).stances] == ["threaten"]


def test_to_call_for_deescalation_is_one_position() -> None:
    row = statement("Iraq", "REQUEST", "de-escalation", claim="c1", speaker="Iraq", status="called_for")
    (stance,) = draw_stances([row], [claim("de-escalation", "Iraq", name="c1", status="called_for")]).stances
    assert stance.position == "deescalate"


def test_a_threat_to_join_is_the_speakers_own_and_a_call_to_join_is_not() -> None:
    (threat, join) = draw_stances([], [claim("to join the fight", "Badr", status="threatened")]).stances
    assert [(s.position, s.own, s.foreseen) for s in (threat, join)] == [
        ("threaten", True, False),
        ("join", True, True),
    ]
    (call,) = draw_stances([], [claim("others to join the fight", "Badr", status="called_for")]).stances
    assert call.position == "call"


def test_a_call_for_calm_is_for_deescalation() -> None:
    board = draw_stances([], [claim("de-escalation", "Iraq", status="called_for")])
    assert [(s.actor and s.actor.name, s.position, s.foreseen) for s in board.stances] == [
        ("Iraq", "call", False),
        ("Iraq", "deescalate", False),
    ]


def test_a_described_speaker_is_absent_in_the_words_of_the_article() -> None:
    board = draw_stances([], [claim("it is so", "groups absent from that meeting", kind="armed_group")])
    assert [(s.position, s.own, s.words) for s in board.stances] == [
        ("absent", False, "groups absent from that meeting")
    ]


@pytest.mark.parametrize(
    ("text", "position", "negated", "clause"),
    [
        ("one part will remain neutral, another will stay silent", "neutral", False, "one part will remain neutral"),
        ("they will not remain silent", "silent", True, "they will not remain silent"),
        ("it won't join the war", "join", True, "it won't join the war"),
        ("the tribe refused to join the fight", "join", True, "the tribe refused to join the fight"),
        ("Badr did not strike, but it entered the war", "join", False, "it entered the war"),
        ("the party boycotted the session", "absent", False, "the party boycotted the session"),
        ("all sides should exercise restraint", "deescalate", False, "all sides should exercise restraint"),
    ],
)
def test_positions_are_told_in_plain_words(text: str, position: str, negated: bool, clause: str) -> None:
    found = next(told for told in worded_positions(text) if told.position == position)
    assert (found.negated, found.clause) == (negated, clause)


def test_a_denied_position_is_not_taken() -> None:
    board = draw_stances([], [claim("we joined the war", "Badr", status="denied")])
    assert [(s.position, s.negated) for s in board.stances] == [("deny", False), ("join", True)]
