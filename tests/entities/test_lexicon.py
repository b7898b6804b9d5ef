"""Known names in running text."""

import random
import time
from itertools import pairwise

import pytest

from according.entities.finder import Known, NameFinder
from according.entities.gazetteer import Gazetteer
from according.entities.lexicon import PackLexicon
from according.entities.packs import load_packs, read_pack


@pytest.fixture(scope="module")
def lexicon() -> PackLexicon:
    return PackLexicon(load_packs())


def found(lexicon: PackLexicon, text: str) -> list[tuple[str, str, str]]:
    mentions = lexicon.mentions(text)
    assert all(m.span.of(text) == m.surface for m in mentions)
    assert all(not a.span.overlaps(b.span) for a, b in pairwise(mentions))
    return [(m.surface, m.name, m.kind) for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ketaib Hizbollah vowed revenge.", ("Ketaib Hizbollah", "Kataib Hezbollah", "armed_group")),
        ("كتائب حزب الله في العراق", ("كتائب حزب الله", "Kataib Hezbollah", "armed_group")),
        ("fired Shahed-136s at", ("Shahed-136s", "Shahed-136", "weapon")),
        ("BAMAKO: An attack", ("BAMAKO", "Bamako", "place")),
        ("in the Red Sea", ("Red Sea", "Red Sea", "place")),
        ("U.S. officials", ("U.S.", "United States", "government")),
    ],
)
def test_names_in_the_forms_of_news(lexicon: PackLexicon, text: str, expected: tuple[str, str, str]) -> None:
    surface, name, kind = expected
    hits = found(lexicon, text)
    assert any(h[0] == surface and h[2] == kind for h in hits), hits
    if name not in ("Kataib Hezbollah", "Shahed-136"):
        assert (surface, name, kind) in hits


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Fighting broke out in Iraq.", "place", "Iraq"),
        ("Bases in southern or western Iraq were hit.", "place", "Iraq"),
        ("Iraq condemned the strikes.", "government", "Iraq"),
        ("Tehran denied the report.", "government", "Iran"),
        ("a relationship with Tehran", "government", "Iran"),
        ("Protesters marched through Tehran.", "place", "Tehran"),
        ("The Kremlin said so.", "government", "Russia"),
        ("They attack if Washington intervenes.", "government", "United States"),
    ],
)
def test_a_state_acts_or_is_a_place(lexicon: PackLexicon, text: str, kind: str, name: str) -> None:
    assert (name, kind) in [(n, k) for _, n, k in found(lexicon, text)]


@pytest.mark.parametrize(
    "text",
    [
        "the us and them",
        "Michael Jordan said",
        "the Paris Institute",
        "Sadr arrived",
        "the AA meeting",
        "He told CH reporters",
        "the Iranian military-industrial complex",
        "Syrian rebels",
        "They may march",
    ],
)
def test_what_is_no_known_name(lexicon: PackLexicon, text: str) -> None:
    assert found(lexicon, text) == []


def test_short_and_weak_names_count_beside_their_full_name(lexicon: PackLexicon) -> None:
    hits = found(lexicon, "Muqtada al-Sadr spoke. Sadr left. The Arakan Army (AA) said the AA had won.")
    assert [n for _, n, _ in hits] == [
        "Muqtada al-Sadr",
        "Muqtada al-Sadr",
        "Arakan Army",
        "Arakan Army",
        "Arakan Army",
    ]


def test_the_name_to_show_is_the_fullest_the_article_uses(lexicon: PackLexicon) -> None:
    hits = found(lexicon, "The Islamic State group said … ISIS fighters")
    assert {n for _, n, _ in hits} == {"Islamic State group"} or {n for _, n, _ in hits} == {"Islamic State"}
    (hit,) = found(lexicon, "The Malian army left.")
    assert hit[1] == "Malian army"


def test_an_abbreviation_is_the_name_where_the_article_uses_nothing_longer() -> None:
    lexicon = PackLexicon(load_packs(("sahel", "drc", "world")))
    assert {n for _, n, _ in found(lexicon, "JNIM left Mali, and Burkina Faso said JNIM came.")} >= {"JNIM"}
    hits = found(lexicon, "In Congo the M23 rebels took a town near Goma. M23 said so.")
    assert {n for s, n, _ in hits if s.startswith("M23")} == {"M23"}
    hits = found(lexicon, "In Congo the March 23 Movement took a town near Goma. M23 said so.")
    assert {n for s, n, _ in hits if "23" in s} == {"March 23 Movement"}


def test_plural_types_name_provinces(lexicon: PackLexicon) -> None:
    hits = found(lexicon, "in Diyala and Kirkuk Provinces")
    assert [n for _, n, _ in hits] == ["Diyala Province", "Kirkuk Province"]


def test_quotation_marks_inside_a_name(lexicon: PackLexicon) -> None:
    (hit,) = found(lexicon, 'the "Shahed" Aviation Industries')
    assert hit[1:] == ("Shahed Aviation Industries", "company")


def test_nationalities(lexicon: PackLexicon) -> None:
    assert lexicon.demonym("Iranian") == "Iran"
    assert lexicon.demonym("Martian") is None
    assert lexicon.nationalities("Iranian and Burmese officials") == ["Iran", "Myanmar"]


def test_its_name_changes_with_what_it_knows() -> None:
    one, other = PackLexicon(load_packs(("sudan",))), PackLexicon(load_packs(("yemen",)))
    assert one.name != other.name
    assert one.name == PackLexicon(load_packs(("sudan",))).name
    assert PackLexicon(()).name == "none"


def test_a_gazetteer_adds_places_in_the_position_of_places(gazetteer: Gazetteer) -> None:
    lexicon = PackLexicon(read_packs(), gazetteer)
    text = "Aalia's army shelled Southport and Kaviri. Ali said Northton fell."
    places = [(m.surface, m.why) for m in lexicon.mentions(text) if m.kind == "place"]
    assert places == [("Southport", "rule"), ("Kaviri", "rule")]


def read_packs():  # type: ignore[no-untyped-def]
    text = "states:\n  - {name: Aalia, iso: AA, adjective: [Aalian], lat: 15, lon: 11, source: s}\n"
    return (read_pack(text.encode(), "aa.yaml"),)


def test_a_longer_name_that_begins_within_a_shorter_one_is_meant() -> None:
    finder = NameFinder(Known(n, n) for n in ("the Gulf", "Gulf of Sarn", "Sarn"))
    found = [hit.surface for hit in finder.find("Ships left the Gulf for the Gulf of Sarn, and Sarn itself.")]
    assert found == ["the Gulf", "Gulf of Sarn", "Sarn"]


def test_ten_thousand_names_are_found_quickly() -> None:
    random.seed(5)
    syllables = ["ka", "ta", "ib", "hez", "bol", "lah", "mo", "ri", "sun", "del", "va", "no"]
    names = {" ".join("".join(random.choices(syllables, k=3)).title() for _ in range(2)) for _ in range(11_000)}
    finder = NameFinder(Known(n, n, sounds=True) for n in sorted(names)[:10_000])
    some = random.sample(sorted(names)[:10_000], 20)
    text = " ".join(
        f"Then {name} told the old reporters of the quiet town what had been decided there." for name in some
    )
    list(finder.find(text))
    start = time.process_time()
    for _ in range(20):
        hits = list(finder.find(text))
    spent = (time.process_time() - start) / 20
    assert len(hits) >= 20
    assert spent < 0.02, f"{1000 * spent:.1f} ms"  # about 1 ms on an idle machine


def test_a_pack_keeps_to_its_conflict_when_another_country_is_named() -> None:
    lexicon = PackLexicon(load_packs(("sudan", "world")))
    assert not [m for m in lexicon.mentions("Marawi in the Philippines was rebuilt.") if m.surface == "Marawi"]
    assert [m for m in lexicon.mentions("Merowe in Sudan was shelled.") if m.surface == "Merowe"]


def test_the_end_of_a_longer_name_is_not_the_place_of_that_name(gazetteer: Gazetteer) -> None:
    class Longer:
        name = "gazetteer"
        country_names: dict[str, str] = {}  # noqa: RUF012
        capitals: frozenset[str] = frozenset()

        def lookup(self, name: str) -> tuple[object, ...]:
            return gazetteer.lookup("Highland") if name == "Upper Nile" else ()

    lexicon = PackLexicon(load_packs(("world",)), Longer())  # type: ignore[arg-type]
    text = "Clashes hit Upper Nile state and the banks of the Nile."
    assert [m.span.start for m in lexicon.mentions(text) if m.surface == "Nile"] == [text.rindex("Nile")]


def test_the_village_of_an_unlisted_name_is_a_place(gazetteer: Gazetteer) -> None:
    lexicon = PackLexicon(load_packs(("world",)), gazetteer)
    text = "In Iraq, they entered the village of Dasha Yar at noon."
    assert ("Dasha Yar", "place") in [(m.surface, m.kind) for m in lexicon.mentions(text)]
