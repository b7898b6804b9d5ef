"""The development cluster, read by the real pipeline: three articles, two families, one origin."""

import json
from pathlib import Path

import pytest

from according.config import Config
from according.knowledge.origins.reading import families, propositions
from according.knowledge.reader import Reader
from according.pipeline import add

SHARED = Path(__file__).parents[4] / "shared"
CLUSTERS = SHARED / "gold" / "clusters.json"


@pytest.mark.slow
@pytest.mark.skipif(not CLUSTERS.exists(), reason="the annotated articles are not here (../shared)")
def test_the_annotated_cluster_is_reproduced(tmp_path: Path) -> None:
    config = Config(db=str(tmp_path / "store.db"), processes=1)
    (cluster,) = json.loads(CLUSTERS.read_text(encoding="utf-8"))["clusters"]
    add([str(SHARED / "articles")], config)
    with Reader(config.db_url) as reader:
        found = families(reader)
        stated = propositions(reader, limit=None)
    derived = {
        (Path(names[t.derived]).stem, Path(names[t.original]).stem)
        for family in found
        for names in [{a.id: a.path or "" for a in family.articles}]
        for t in family.derivations
        if t.directed
    }
    assert derived == {(d["doc"], d["from"]) for d in cluster["derivations"]}
    whole = [p for p in stated if {Path(line.path).stem for line in p.lines} >= set(cluster["docs"])]
    assert whole, "no proposition gathers all documents of the cluster"
    for p in whole:
        assert (p.low, p.high) == (cluster["independent_sources"], cluster["independent_sources"])
        assert set(p.origins) == {source["name"] for source in cluster["sources"]}
        assert p.families == len(cluster["independent_outlets"])
