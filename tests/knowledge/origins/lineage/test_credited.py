"""Invented clusters of outlets that credit each other, and of such as only heard the same people.

`credited/CLUSTER/DAY OUTLET.txt`: what one paper took from another ("told X", "X reported", "with agencies", word for
word what was said to one alone, or nothing said at all), circular credits, and beside them what must stay apart: two
reporters at one press conference, one mayor rung up twice, one public statement, another day's attack, a credit for
something else.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from according.articles import read_text
from according.config import Config
from according.knowledge.origins.reading import families
from according.knowledge.reader import Reader
from according.pipeline import add
from according.records import Article

CREDITED = Path(__file__).with_name("credited")
DERIVED: dict[str, set[tuple[str, str]]] = {
    "cd_bukavu": set(),
    "cd_komanda": {("Kampala Dispatch", "Radio Okapi")},
    "co_catatumbo": {("Andes Monitor", "Bogotá Hoy")},
    "ml_boulkessi": {("Echo du Sahel", "Sahel Data Project")},
    "pk_drones": set(),
    "ua_dobropillia": {("Dnipro Herald", "Donbas Page")},
    "gz_rafah": set(),
    "ht_mirebalais": {("Caribbean Digest", "Port Echo"), ("Radio Artibonite", "Port Echo")},
    "lk_harbour": {("Kandy Leader", "Pearl Wire")},
    "ng_kubwara": {("Sahel Quick", "Lagos Herald")},
    "sd_abushouk": {  # circular: what is "confirmed" on the third day is the paper's own
        ("Conflict Tracker", "Darfur Hara"),
        ("Darfur Hara", "Conflict Tracker"),
    },
    "ua_kherson": {("Vistula Sentinel", "Reuters")},
}


def articles() -> Iterator[Article]:
    for path in sorted(CREDITED.glob("*/*.txt")):
        day, outlet = path.stem.split(" ", 1)
        text = path.read_text(encoding="utf-8")
        title = f"{path.parent.name}/{path.stem}"
        for item in read_text(text, title=title, outlet=outlet, published=date.fromisoformat(day)):
            assert isinstance(item, Article)
            yield item


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str]]]:
    """By cluster, who derives from whom in one store of all clusters."""
    config = Config(db=str(tmp_path_factory.mktemp("credited") / "store.db"), processes=1)
    add([], config, documents=articles())
    ties: dict[str, set[tuple[str, str]]] = {}
    with Reader(config.db_url) as reader:
        for family in families(reader, limit=None):
            titles = {a.id: a.title for a in family.articles}
            for tie in family.derivations:
                assert tie.directed
                assert tie.why
                cluster, _ = titles[tie.derived].split("/")
                ties.setdefault(cluster, set()).add((titles[tie.derived], titles[tie.original]))
    return ties


@pytest.mark.slow
@pytest.mark.parametrize("cluster", sorted(DERIVED))
def test_who_took_it_from_whom(found: dict[str, set[tuple[str, str]]], cluster: str) -> None:
    assert {(shown(a), shown(b)) for a, b in found.get(cluster, ())} == DERIVED[cluster]


def shown(title: str) -> str:
    return title.split(" ", 1)[1]


def test_every_cluster_is_asked_for() -> None:
    assert {path.name for path in CREDITED.iterdir()} == set(DERIVED)
