"""Countries by adjective, short form and capital."""

from according.claims.statements.names.countries import (
    adjectives_of,
    country_of_adjective,
    country_of_name,
    country_of_stand_in,
)


def test_adjectives_and_peoples_name_their_country() -> None:
    assert country_of_adjective("Iranian") == country_of_adjective("Iranians") == "Iran"
    assert country_of_adjective("U.S.") == "United States"
    assert country_of_adjective("large") is None


def test_short_forms_and_capitals() -> None:
    assert country_of_name("the UAE") == "United Arab Emirates"
    assert country_of_stand_in("the Kremlin") == "Russia"
    assert country_of_stand_in("Goma") is None
    assert adjectives_of("Mali") == ("Malian",)
