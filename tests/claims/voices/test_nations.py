import pytest

from according.claims.voices.nations import government_seat, national, owned_by


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Syria's interior ministry", "Syrian interior ministry"),
        ("the interior ministry in Damascus", "Syrian interior ministry"),
        ("Congo's army", "Congolese army"),
        ("Oslo's bakers", "Norwegian bakers"),
        ("the interior ministry in Springfield", "the interior ministry in Springfield"),
        ("Karim's brigade", "Karim's brigade"),
        ("Syrian army", "Syrian army"),
    ],
)
def test_a_body_of_a_state_has_one_name(name, known):
    assert national(name) == known


def test_an_owner_may_be_a_capital_and_must_be_a_country():
    assert owned_by("Caracas", "foreign ministry") == "Venezuelan foreign ministry"
    assert owned_by("Karim", "brigade") is None


def test_a_capital_speaks_for_its_government_and_a_palace_for_itself():
    assert government_seat("Kyiv") == "Ukraine"
    assert government_seat("Kremlin") is None
    assert government_seat("Springfield") is None
