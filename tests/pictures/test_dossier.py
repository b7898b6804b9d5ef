from datetime import date

from according.pictures.dossier import draw_dossier
from tests.pictures.rows_factory import article, claim, entity, place, since, statement

JURF = place("Jurf", 32.86, 44.22)


def test_every_section_is_filled_from_its_statements() -> None:
    rows = [
        statement("Kataib", "part_of", "Front"),
        statement("Iran", "supplies", "Kataib", item="Fateh", claim="c1"),
        statement("Kataib", "controls", "Jurf", where="Jurf", position=JURF, time=since(2014)),
        statement("Jurf", "used_for", "storage of arms", position=JURF),
        statement("Basra", "used_for", "shipping"),
        statement("Kataib", "ASSAULT", "Base"),
        statement("Kataib", "ACCUSE", "Israel"),
        statement("Kataib", "ASSAULT", "Bases", status="threatened", claim="c2"),
        statement("Kataib", "SEIZE", "Basra", status="predicted", claim="c3"),
        statement("Badr", "part_of", "Front"),
    ]
    claims = [
        claim("Iran arms Kataib", "Nashou", name="c1"),
        claim(
            "to attack if they come",
            "Kataib",
            kind="armed_group",
            name="c2",
            status="threatened",
            condition="if they come",
        ),
        claim(
            "Kataib will seize Basra",
            "Badran",
            name="c3",
            status="predicted",
            source=article("x", published=date(2025, 7, 1)),
        ),
        claim("nothing to do with it", "Badran", name="c4"),
    ]
    drawn = draw_dossier(entity("Kataib"), rows, claims)
    assert [line.text for line in drawn.affiliations] == ["part of Front"]
    assert [line.text for line in drawn.arms] == ["supplied Kataib (Fateh)"]
    assert [line.text for line in drawn.deployments] == ["in control of Jurf"]
    assert [line.text for line in drawn.sites] == ["used for storage of arms"]
    assert [line.text for line in drawn.events] == ["attacked Base"]
    assert [(stance.position, stance.toward and stance.toward.name) for stance in drawn.positions] == [
        ("condemn", "Israel")
    ]
    assert [line.text for line in drawn.threats] == ["to attack Bases"]
    assert [line.text for line in drawn.forecasts] == ["to seize Basra"]
    assert [item.when for item in drawn.conditions] == ["if they come"]
    assert [item.claim for item in drawn.said] == ["c2"]
    assert [item.claim for item in drawn.said_of] == ["c1", "c3"]
    assert (drawn.first_seen, drawn.last_seen) == (date(2025, 6, 17), date(2025, 7, 1))
    assert drawn.earliest == date(2014, 1, 1)


def test_a_threat_or_forecast_stands_in_no_section_of_facts() -> None:
    rows = [
        statement("Kataib", predicate, "Basra", status=status)
        for predicate in ("controls", "supplies", "part_of", "ASSAULT")
        for status in ("threatened", "predicted", "conditional", "called_for")
    ]
    drawn = draw_dossier(entity("Kataib"), rows, [])
    assert (drawn.affiliations, drawn.arms, drawn.deployments, drawn.events) == ((), (), (), ())
    assert len(drawn.threats) + len(drawn.forecasts) == 16


def test_an_outlet_relays_what_it_does_not_say() -> None:
    drawn = draw_dossier(entity("The Daily", "media"), [], [claim("one", "Nashou", name="c1")])
    assert ([item.claim for item in drawn.relayed], drawn.said, drawn.said_of) == (["c1"], (), ())


def test_nodes_taken_for_the_same_are_read_together() -> None:
    drawn = draw_dossier(entity("Kataib", members=("e:kh",)), [statement("Kh", "part_of", "Front")], [])
    assert len(drawn.affiliations) == 1


def test_an_entity_only_mentioned_has_an_empty_dossier() -> None:
    drawn = draw_dossier(entity("Nobody"), [], [])
    assert (drawn.said, drawn.affiliations, drawn.first_seen) == ((), (), None)
