import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from according.claims.extractor import NoLexicon
from according.claims.local import LocalExtractor, name_extractor, open_extractor
from according.errors import ExtractorError
from according.records import Mention, Span, Time
from tests.claims.marked import article, claim_with, read

STORY = (
    "KHARTOUM (Reuters) - The Rapid Support Forces (RSF) have seized the last base in Nyala, "
    "two residents said on Monday.\n\n"
    'The RSF said in a statement that its fighters held the town. "We will not stop here," it said.\n\n'
    "The army did not respond to a request for comment. Reuters could not independently verify the accounts.\n\n"
    "Karim Nasser, a trader, told the BBC that the army had said the bridge was mined.\n\n"
    "“They came from three sides,” said Nasser. “Nobody slept.”\n"
)
ODD = [
    "",
    " \n\n ",
    '"',
    "“”“”",
    "said said said",
    "according to",
    "According to\n\nx",
    '\u202eصرح الجيش\u202c said: "نعم"',
    "𝔗𝔥𝔢 army said 🙂🙂 it fell.",
    "a" * 3000,
    "The army said\r\nit\tfell\u00a0.",
    ": : : — — —",
    "X:\n\nY: z\n\nAll these",
    "A said B said C said D said E said F.",
    '"' * 50 + " he said",
]


def test_every_span_is_verbatim_and_in_order():
    for claim in read(STORY).claims:
        spans = [*claim.content, *(v.span for v in claim.chain if v.span), *(e.span for e in claim.evidence)]
        assert all(span.of(STORY) for span in spans)
        assert list(claim.content) == sorted(claim.content)
        assert not any(a.overlaps(b) for a in claim.content for b in claim.content if a != b)
        assert 0 <= claim.confidence <= 1


def test_reading_is_pure():
    (one,) = open_extractor("rules", NoLexicon()).extract([article(STORY)])
    (other,) = open_extractor("rules", NoLexicon()).extract([article(STORY)])
    assert repr(one) == repr(other)
    assert len({claim.id for claim in one.claims}) == len(one.claims)


def test_the_same_bytes_in_another_process():
    code = (
        "from according.claims.extractor import NoLexicon\n"
        "from according.claims.local import open_extractor\n"
        "from according.records import Article, Outlet\n"
        "text = 'Two officials told Reuters the depot was empty. The group denied the reports.'\n"
        "(found,) = open_extractor('rules', NoLexicon()).extract([Article('x', Outlet(''), text)])\n"
        "print(repr(found))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read_without_a_problem(text):
    found = read(text)
    assert found.problems == ()
    for claim in found.claims:
        assert all(span.of(text) for span in claim.content)


SHREDS = ["said", "The army", '"', "“", "”", ",", "it fell", "\n\n", "he", "told Reuters", "that", "according to"]
SHREDS += ["reportedly", ":", "who", "The group", ".", "did not respond", "citing officials,", "if", "his office"]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_no_text_makes_reading_fail(text):
    assert read.__wrapped__(text).article


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(SHREDS), max_size=25))
def test_no_string_of_cues_makes_reading_fail(words):
    assert read.__wrapped__(" ".join(words)).problems == ()


def test_a_saying_inside_sayings_has_every_voice_around_it():
    chain = claim_with(STORY, "the bridge was mined").chain
    assert [v.name for v in chain] == ["army", "Karim Nasser", "BBC", "The Courier"]


def test_extraction_names_its_version_and_what_it_knows():
    class Knowing(NoLexicon):
        name = "iraq@3f2a"

    assert open_extractor("rules", NoLexicon()).name == "local@3+grammar@3"
    assert name_extractor("rules", Knowing()) == "local@3+grammar@3+iraq@3f2a"


def test_an_unknown_extractor_is_named():
    with pytest.raises(ExtractorError, match="no extractor 'nope'"):
        open_extractor("nope", NoLexicon())


def test_known_names_and_times_come_from_the_lexicon():
    class Knowing:
        name = "made-up"

        def mentions(self, text):
            at = text.index("Brothers")
            return [Mention(Span(at, at + 8), "armed_group", "Brothers", "Brothers of the North", "pack")]

        def times(self, text, published):
            at = text.index("on Monday")
            return [Time("on Monday", "2025-06-16", date(2025, 6, 16), span=Span(at, at + 9))]

    text = "The Brothers said on Monday that they had left."
    (found,) = open_extractor("rules", Knowing()).extract([article(text)])
    (claim,) = found.claims
    assert claim.chain[0].name == "Brothers of the North"
    assert claim.chain[0].kind == "armed_group"
    assert claim.time is not None
    assert claim.time.edtf == "2025-06-16"
    assert {(m.kind, m.name) for m in found.mentions} >= {
        ("armed_group", "Brothers of the North"),
        ("date", "on Monday"),
    }


def test_a_time_inside_what_is_said_is_not_when_it_was_said():
    class Knowing(NoLexicon):
        name = "made-up"

        def times(self, text, published):
            at = text.index("on Monday")
            return [Time("on Monday", span=Span(at, at + 9))]

    (found,) = open_extractor("rules", Knowing()).extract([article("The army said that it had left on Monday.")])
    assert found.claims[0].time is None


def test_failing_statements_cost_no_claim(monkeypatch):
    def broken(*_):
        raise RuntimeError("no")

    monkeypatch.setattr("according.claims.statements.read_statements", broken)
    (found,) = open_extractor("rules", NoLexicon()).extract([article(STORY)])
    assert found.claims
    assert [p.stage for p in found.problems] == ["statements"]


def test_one_unreadable_article_stops_no_other(monkeypatch):
    class Broken:
        name = "broken@1"

        def find(self, docs):
            if "bad" in docs[0].text:
                raise RuntimeError("no")
            return [[] for _ in docs]

    bad, good = LocalExtractor(Broken(), NoLexicon()).extract([article("bad"), article("good")])
    assert [p.kind for p in bad.problems] == ["unreadable"]
    assert "made-up.txt" in bad.problems[0].input
    assert good.problems == ()


def test_the_lead_is_read_as_the_design_says():
    two = claim_with(STORY, "have seized the last base")
    assert (two.chain[0].name, two.chain[0].kind, two.chain[0].number) == ("two residents", "eyewitness", "two")
    assert claim_with(STORY, "We will not stop here").chain[0].name == "Rapid Support Forces"
    assert claim_with(STORY, "did not respond").status == "declined"


SHARED = Path(__file__).parents[2].parent / "shared"


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="needs ../shared/gold")
def test_rules_alone_reach_the_floor_on_the_dev_articles(tmp_path):
    extractor = open_extractor("rules", NoLexicon())
    rows = []
    for path in sorted((SHARED / "articles").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        (found,) = extractor.extract([article(text, outlet="")])
        for claim in found.claims:
            rows.append(
                {
                    "article": {"path": f"articles/{path.name}"},
                    "content": [{"start": s.start, "end": s.end, "text": s.of(text)} for s in claim.content],
                    "chain": [
                        {
                            "name": v.name,
                            "start": v.span.start if v.span else None,
                            "end": v.span.end if v.span else None,
                        }
                        for v in claim.chain
                    ],
                    "status": claim.status,
                    "verification": claim.verification,
                }
            )
    (tmp_path / "claims.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    score = [
        sys.executable,
        str(SHARED / "score/knowledge.py"),
        str(SHARED / "articles"),
        str(SHARED / "gold"),
        str(tmp_path),
    ]
    out = subprocess.run(score, capture_output=True, text=True, check=True).stdout
    figures = {line.split()[0]: line for line in out.splitlines()}
    assert float(figures["attributed"].split()[-1]) >= 80
    assert float(figures["speaker"].split()[1]) >= 85
    assert float(figures["status"].split()[1]) >= 88


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A merchant begged that his name be withheld.", "withheld"),
        ("A nurse asked us not to publish her name.", "publish"),
        ("Witnesses told a grim story of the night.", "grim story"),
        ("Schools stay shut until May, the minister said, as queues grew outside the shops.", "queues"),
    ],
)
def test_what_nobody_said_of_the_war_is_no_content(text, words):
    assert not any(words in s.of(text) for c in read(text).claims for s in c.content)


def test_early_findings_inside_a_report_are_the_reporting_bodys():
    text = "The prosecutor's office reported that, according to preliminary findings, rebels fired a missile at Lozova."
    assert {c.chain[0].name for c in read(text, name="local").claims} == {"prosecutor's office"}


def test_denied_part_in_something_is_told_whole():
    text = "The Dawn Brigades denied any part in the attack."
    assert [s.of(text) for c in read(text, name="local").claims for s in c.content] == ["any part in the attack"]


@pytest.mark.parametrize(
    "text", ["No group has claimed responsibility for the blast.", "The ministry has yet to comment on the blast."]
)
def test_silence_is_declined(text):
    assert [c.status for c in read(text).claims] == ["declined"]


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        (
            '"We hold the bridge," commander Yusuf Adan was quoted as saying by state news agency SONNA.',
            ["Yusuf Adan", "SONNA"],
        ),
        (
            "State news agency IRNA quoted General Hossein Rabi as saying six people were killed.",
            ["Hossein Rabi", "IRNA"],
        ),
    ],
)
def test_whom_a_medium_quotes_speaks_and_the_medium_relays(text, chain):
    (claim,) = read(text, name="local").claims
    assert [voice.name for voice in claim.chain[:-1]] == chain
