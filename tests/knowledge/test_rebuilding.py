"""Whatever happened to a store, rebuilding it gives the rows it had."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from according.errors import NotFoundError
from according.knowledge.base import KnowledgeBase
from according.knowledge.judgements import opinion
from according.records import Entity, Name
from tests.knowledge.made import dump, node, reading, rule

PACK = "pack:rg"
NODES = [node("RG"), node("River Guards"), node("Harbour Wire"), PACK]


def _articles() -> list[tuple]:  # type: ignore[type-arg]
    first = reading(same=[("River Guards", PACK)])
    second = reading("A resident", "RG left Dara Ford", same=[("RG", PACK)], path="two.txt")
    third = reading("A resident", "River Guards left", path="three.txt")
    article, extraction, linking = first
    renamed = Entity(PACK, "armed_group", (Name("River Guard Corps"), Name("RGC")))
    kept = tuple(entity for entity in linking.entities if entity.id != PACK)
    claim = replace(extraction.claims[0], status="denied", confidence=0.5)
    return [
        first,
        second,
        third,
        (article, replace(extraction, extractor="made@2", claims=(claim,)), linking),
        (article, replace(extraction, extractor="made@3", claims=(), statements=()), linking),
        (article, extraction, replace(linking, linker="links@2", judgements=())),
        (article, extraction, replace(linking, linker="links@3", entities=(*kept, renamed))),
        (*second[:2], replace(second[2], linker="links@2", judgements=(rule(node("RG"), "not_same", PACK),))),
    ]


ARTICLES = _articles()
SUBJECTS = [item.id for _, found, _ in ARTICLES for item in (*found.claims, *found.statements)]
START = datetime(2025, 1, 1, tzinfo=UTC)

saves = st.tuples(st.just("save"), st.integers(0, len(ARTICLES) - 1), st.just(0), st.just(""))
ties = st.tuples(st.just("tie"), st.integers(0, 3), st.integers(0, 3), st.sampled_from(["same", "not_same", "unsure"]))
views = st.tuples(
    st.just("view"),
    st.integers(0, len(SUBJECTS) - 1),
    st.sampled_from([0, 1]),
    st.sampled_from(["accept", "reject", "correct"]),
)
undos = st.tuples(st.just("undo"), st.integers(0, 9), st.just(0), st.just(""))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(saves, saves, ties, views, undos), min_size=3, max_size=12))
def test_any_history_rebuilds_to_the_same_rows(history: list[tuple[str, int, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'store.db'}"
        _live(url, history)
        before = dump(url)
        with KnowledgeBase(url) as kb:
            kb.rebuild()
        assert dump(url) == before


def _live(url: str, history: list[tuple[str, int, int, str]]) -> None:
    log: list[str] = []
    with KnowledgeBase(url) as kb:
        kb.save(*ARTICLES[0])
        for minute, (what, first, second, verdict) in enumerate(history):
            at = START + timedelta(minutes=minute)
            if what == "save":
                kb.save(*ARTICLES[first])
                continue
            if what == "tie":
                judgement = opinion(NODES[first], verdict, NODES[second], by="Ana", at=at)  # type: ignore[arg-type]
            elif what == "view":
                value = '{"status": "hedged"}' if verdict == "correct" and second else None
                judgement = opinion(SUBJECTS[first], verdict, by="Ana", at=at, value=value)  # type: ignore[arg-type]
            elif log:
                judgement = opinion(log[first % len(log)], "undo", by="Ana", at=at)
            else:
                continue
            try:
                kb.judge(judgement)
                log.append(judgement.id)
            except NotFoundError:
                pass  # an actor no article has named yet
