import importlib.util
import json
import random
from pathlib import Path

import pytest

from benchmarks.scoring import changes, figure, quote_type, recall_by_type, score

SHARED = Path(__file__).parents[3] / "shared"
TEXT = 'Ann said "we go" and left. Bob denied it.'


def spans(*parts):
    return [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts]


GOLD = [
    {
        "doc": "one",
        "text": TEXT,
        "attributions": [
            {"source": spans("Ann"), "cue": spans("said"), "content": spans('"we go"')},
            {"source": spans("Bob"), "cue": spans("denied"), "content": spans("it.")},
        ],
    }
]


def test_gold_against_itself_is_perfect():
    assert {f.f1 for f in score(GOLD, {"one": GOLD[0]["attributions"]}).values()} == {100.0}


def test_a_wrong_source_keeps_the_content_match_only():
    found = [{"source": spans("Bob"), "cue": spans("said"), "content": spans('"we go"')}]
    result = score(GOLD, {"one": found})
    assert (result["content_match"].precision, result["content_match"].recall) == (100.0, 50.0)
    assert result["attribution"].f1 == 0.0


def test_a_source_where_gold_has_none_is_wrong():
    gold = [{"doc": "one", "text": TEXT, "attributions": [{"cue": spans("said"), "content": spans('"we go"')}]}]
    assert score(gold, {"one": [{"source": spans("Ann"), "content": spans('"we go"')}]})["attribution"].f1 == 0.0
    assert score(gold, {"one": [{"source": [], "content": spans('"we go"')}]})["attribution"].f1 == 100.0


def test_one_prediction_is_used_once():
    double = [{"doc": "one", "text": TEXT, "attributions": [GOLD[0]["attributions"][0]] * 2}]
    assert score(double, {"one": [GOLD[0]["attributions"][0]]})["attribution"].recall == 50.0


def test_an_article_without_predictions_counts():
    assert score(GOLD, {})["attribution"].recall == 0.0
    assert figure(0, 0, 0).f1 == 0.0


@pytest.mark.parametrize(
    ("text", "content", "kind"),
    [
        ('He said "all of it".', "all of it", "direct"),
        ("He said “all of it”.", "“all of it”", "direct"),
        ("He said part “of it” was so.", "part “of it” was so", "mixed"),
        ("He said nothing of it.", "nothing of it", "indirect"),
        ("“He said.\n\nall of it", "all of it", "indirect"),  # a quotation ends with its paragraph
    ],
)
def test_quote_types(text, content, kind):
    start = text.index(content)
    assert quote_type(text, [[start, start + len(content)]]) == kind


def test_recall_is_told_by_quote_type():
    table = recall_by_type(GOLD, {"one": GOLD[0]["attributions"][:1]})
    assert table == {"direct": (1, 100.0, 100.0), "mixed": (0, 0.0, 0.0), "indirect": (1, 0.0, 0.0)}


def test_changes_name_the_articles_with_gains_and_losses():
    first, second = ({"one": [attribution]} for attribution in GOLD[0]["attributions"])
    assert changes(GOLD, first, second) == [("one", 1, 1)]
    assert changes(GOLD, first, first) == []


def test_agrees_with_the_reference_scorer():
    reference, data = SHARED / "score" / "attribution.py", SHARED / "polnear" / "dev.jsonl"
    if not reference.is_file() or not data.is_file():
        pytest.skip(f"{SHARED} is not there")
    spec = importlib.util.spec_from_file_location("reference", reference)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()][:10]
    rng = random.Random(3)
    found = {
        row["doc"]: [
            {part: [[s + rng.randrange(9), e + rng.randrange(20)] for s, e in a.get(part, [])] for part in a}
            for a in row["attributions"]
            if rng.random() < 0.8
        ]
        for row in rows
    }
    ours = {name: (f.precision, f.recall, f.f1) for name, f in score(rows, found).items()}
    assert ours == module.score({row["doc"]: row["attributions"] for row in rows}, found)
