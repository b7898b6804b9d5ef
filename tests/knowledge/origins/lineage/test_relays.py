"""Invented clusters in the ways the press relays, read by the real pipeline: who derives from whom, how many origins.

`relays/CLUSTER/*.txt`: wires and their rewrites ("told AFP", "Reuters reported", a quoted statement, a brief without
any credit), and beside them reports by others on the same event.
"""

import shutil
from itertools import combinations
from pathlib import Path

import pytest

from according.config import Config
from according.knowledge.base import KnowledgeBase
from according.knowledge.origins.lineage.paragraphs import containment, content_words
from according.knowledge.origins.reading import FamilyRow, contested, families, propositions
from according.knowledge.reader import Reader
from according.pipeline import add
from tests.knowledge.origins.planted import rows

RELAYS = Path(__file__).with_name("relays")
DERIVED = {
    "sd_airport": {("gulf_daily", "afp_wire"), ("short_brief", "afp_wire")},
    "cd_town": {("pan_african", "reuters")},
    "so_ports": {("ap_rewrite", "sana"), ("levant_news", "sana")},
    "ua_depot": {("world_wrap", "kyiv_page")},
    "ml_convoy": {("sahel_wire", "jihad_statement")},
    "ye_ship": set(),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One store with all clusters."""
    config = Config(db=str(tmp_path_factory.mktemp("relays") / "store.db"), processes=1)
    add([str(RELAYS)], config)
    return config.db_url


def stems(family: FamilyRow) -> dict[str, str]:
    return {a.id: Path(a.path or "").stem for a in family.articles}


@pytest.mark.slow
@pytest.mark.parametrize("cluster", sorted(DERIVED))
def test_derivations_are_found_and_none_is_invented(store: str, cluster: str) -> None:
    with Reader(store) as reader:
        found = [f for f in families(reader, limit=None) if cluster in (f.articles[0].path or "")]
    told = {(stems(f)[t.derived], stems(f)[t.original]) for f in found for t in f.derivations}
    assert told == DERIVED[cluster]
    assert all(t.directed and t.why for f in found for t in f.derivations)
    assert {Path(a.path or "").parent.name for f in found for a in f.articles} <= {cluster}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cluster", "subject", "origins", "families"),
    [
        ("sd_airport", "Rapid Support Forces", ("Rapid Support Forces",), 1),  # "told AFP", and a brief without credit
        ("ml_convoy", "Jama'at Nusrat al-Islam wal-Muslimin", ("Jama'at Nusrat al-Islam wal-Muslimin",), 1),
        ("ua_depot", "General Staff", ("General Staff",), 1),
    ],
)
def test_relays_of_one_word_are_one_origin(
    store: str, cluster: str, subject: str, origins: tuple[str, ...], families: int
) -> None:
    with Reader(store) as reader:
        found = [p for p in propositions(reader, limit=None) if cluster in p.lines[0].path and p.subject == subject]
    several = max(found, key=lambda p: len({line.article for line in p.lines}))
    assert len({line.article for line in several.lines if not line.denies}) >= 2
    assert (several.low, several.high, several.origins, several.families) == (1, 1, origins, families)


@pytest.mark.slow
def test_a_statement_is_the_word_of_who_made_it_in_the_copy_too(store: str) -> None:
    with Reader(store) as reader:
        (found,) = [p for p in propositions(reader, kind="says", limit=None) if "Grad type" in p.object]
    assert {Path(line.path).stem for line in found.lines} == {"sana", "levant_news"}
    assert (found.low, found.high, found.origins) == (1, 1, ("Interior Ministry",))


@pytest.mark.slow
def test_the_other_side_s_denial_is_a_contradiction(store: str) -> None:
    with Reader(store) as reader:
        found = [c for c in contested(reader) if "sd_airport" in c.sides[0].lines[0].path]
    assert [c.kind for c in found] == ["denial"]
    assert Path(found[0].sides[1].lines[0].path).stem == "sudan_monitor"


def test_retellings_share_what_own_reports_do_not() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(RELAYS.glob("*/*.txt"))}
    words = {path: content_words(text) for path, text in texts.items()}
    for one, other in combinations(texts, 2):
        if one.parent != other.parent:
            assert containment(words[one], words[other]) < 0.3
        elif {(one.stem, other.stem), (other.stem, one.stem)} & DERIVED[one.parent.name]:
            assert containment(words[one], words[other]) > 0.5


@pytest.mark.slow
def test_rebuilding_finds_the_same_families_and_propositions(store: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(store.removeprefix("sqlite:///"), tmp_path / "store.db"))
    url, tables = f"sqlite:///{path}", ("derivation", "family", "copied", "band", "proposition", "denial", "cluster")
    before = rows(url, *tables)
    with KnowledgeBase(url) as kb:
        kb.rebuild()
    assert rows(url, *tables) == before
