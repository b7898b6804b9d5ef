"""The measure of clusters: what counts as found, and the annotation it reads."""

import json
from datetime import date
from pathlib import Path

import pytest

from according.config import Config
from according.vocabularies import PREDICATES
from benchmarks.clusters import CLUSTERS, main, measure, read, report

FOLDERS = sorted(path.parent for path in CLUSTERS.glob("*/clusters.json"))

WIRE = """Rebels of the Kadro Front captured the town of Sarn on Monday, their spokesman Ilo Mare told Norwire.

"We took the town of Sarn without a fight and our men are in the governor's office," Mare told the agency by telephone.

The army said that the fighting went on and that its men held the bridge over the river.
"""
OTHER = """Schools in the capital reopened after a strike of nine days over unpaid wages, the teachers' union said.

The union's head, Pela Ronn, said that half of the arrears had been paid and that the rest was promised by summer.
"""


def annotated(tmp_path: Path, **changed: object) -> Path:
    """Three documents: a wire, its reprint, and something else."""
    texts = {"wire": WIRE, "reprint": WIRE.rsplit("\n\n", 1)[0] + "\n", "other": OTHER}
    for name, text in texts.items():
        path = tmp_path / "articles" / "sarn" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    docs = [f"sarn/{name}" for name in texts]
    quote = "captured the town of Sarn on Monday"
    cluster = {
        "id": "sarn",
        "docs": docs,
        "outlets": dict(zip(docs, ("Norwire", "Kadro Post", "Capital News"), strict=True)),
        "published": dict(zip(docs, ("2025-03-04", "2025-03-05", "2025-03-05"), strict=True)),
        "derivations": [{"doc": "sarn/reprint", "from": "sarn/wire", "how": "reprint"}],
        "propositions": [
            {
                "proposition": "The Kadro Front captured Sarn",
                "subject": "Kadro Front",
                "predicate": "SEIZE",
                "object": "Sarn",
                "origins": [1, 1],
                "sources": ["Kadro Front"],
                "lines": [{"doc": "sarn/wire", "quote": quote}, {"doc": "sarn/reprint", "quote": quote}],
            }
        ],
        "contradictions": [],
        **changed,
    }
    (tmp_path / "clusters.json").write_text(json.dumps({"clusters": [cluster]}), encoding="utf-8")
    return tmp_path


@pytest.mark.slow
def test_a_reprint_is_one_origin_and_what_is_annotated_otherwise_a_miss(tmp_path: Path) -> None:
    folder = annotated(tmp_path)
    score = measure(folder, Config())
    assert (score.counts["derivations"].hit, score.counts["derivations"].found) == (1, 1)
    assert (score.counts["joined"].hit, score.counts["joined"].wanted) == (1, 1)
    assert score.intervals == {"right": 1}
    assert "100.0 % of 1 intervals right" in report(score)
    wrong = [{"doc": "sarn/other", "from": "sarn/wire", "how": "invented"}]
    assert measure(annotated(tmp_path, derivations=wrong), Config()).counts["derivations"].hit == 0


def test_outlet_and_day_are_as_annotated(tmp_path: Path) -> None:
    folder = annotated(tmp_path)
    (cluster,) = json.loads((folder / "clusters.json").read_text(encoding="utf-8"))["clusters"]
    found = {article.title: (article.outlet.name, article.published) for article in read(folder, [cluster])}
    assert found["sarn/wire"] == ("Norwire", date(2025, 3, 4))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_annotations_are_verbatim_and_use_the_vocabulary(folder: Path) -> None:
    for cluster in json.loads((folder / "clusters.json").read_text(encoding="utf-8"))["clusters"]:
        texts = {doc: (folder / "articles" / f"{doc}.txt").read_text(encoding="utf-8") for doc in cluster["docs"]}
        assert set(texts) == set(cluster["outlets"]) == set(cluster["published"])
        assert all({d["doc"], d["from"]} <= set(texts) for d in cluster["derivations"])
        for row in cluster["propositions"]:
            assert row["predicate"] in PREDICATES
            assert 0 <= row["origins"][0] <= row["origins"][1]
            assert all(line["quote"] in texts[line["doc"]] for line in row["lines"])
        for row in cluster["contradictions"]:
            assert row["a"]["quote"] in texts[row["a"]["doc"]]
            assert row["b"]["quote"] in texts[row["b"]["doc"]]


def test_a_folder_without_annotation_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "no clusters.json" in capsys.readouterr().err
