import json

import pytest

from benchmarks.speed import measure, report

TEXT = "The governor said the road was open. Nobody else was asked about it that day."


@pytest.mark.slow
def test_every_way_of_reading_is_measured(tmp_path):
    data = tmp_path / "data.jsonl"
    data.write_text("".join(json.dumps({"doc": str(i), "text": TEXT, "attributions": []}) + "\n" for i in range(6)))
    speed = measure(data, limit=4)
    assert speed.words == 4 * len(TEXT.split())
    assert min(speed.tagger_one_process, speed.tagger_two_processes, speed.spacy_one_process) > 0
    assert 50 < speed.peak_memory < 700
    assert json.loads(report(speed))["words"] == speed.words
