"""`KnowledgeBase`: atomic, idempotent, append-only; what it says is saved survives anything."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from according.errors import StorageError
from according.knowledge import queries
from according.knowledge.base import KnowledgeBase
from according.knowledge.reader import Reader
from according.knowledge.rows import ClaimFilter, StatementFilter
from according.records import Problem, Span
from benchmarks.generated import generate
from tests.knowledge.made import article_of, dump, node, reading

ROOT = Path(__file__).parents[2]


def test_what_is_saved_comes_back_as_it_was(kb_url: str) -> None:
    article, extraction, linking = reading()
    with KnowledgeBase(kb_url) as kb:
        assert kb.save(article, extraction, linking)
        assert kb.has(article.id, "made@1")
        assert not kb.has(article.id, "made@2")
    with Reader(kb_url) as reader:
        (row,) = queries.claims(reader)
        assert row.claim == extraction.claims[0]
        assert row.texts == ("River Guards hold Dara Ford",)
        assert row.cue == "said"
        assert [voice.name for voice in row.chain] == ["Colonel Amari", "Harbour Wire"]
        assert row.chain[0].entity == node("Colonel Amari")
        assert row.extractor == "made@1"
        assert (row.article.path, row.article.claims) == ("ford.txt", 1)
        (fact,) = queries.statements(reader)
        assert fact.statement == extraction.statements[0]
        assert fact.subject.id == node("River Guards")
        assert fact.object is not None
        assert (fact.object.id, fact.object.name, fact.object.kind) == ("gn:1", "Dara Ford", "place")
        assert fact.position is not None
        assert fact.position.lat == 12.5
        assert fact.speaker == "Colonel Amari"
        for end in ("gn:1", node("Dara Ford"), node("River Guards")):  # the place, its name, who holds it
            assert queries.statements(reader, StatementFilter(either=end)) == [fact]
        assert queries.statements(reader, StatementFilter(either=node("Colonel Amari"))) == []
        assert queries.article_text(reader, article.id) == article.text
        assert list(queries.mentions(reader, article.id)) == sorted(extraction.mentions, key=lambda m: m.span)


def test_saving_again_changes_no_row(kb_url: str) -> None:
    batch = list(generate(120))
    with KnowledgeBase(kb_url) as kb:
        assert all(kb.save(*item) for item in batch)
        kb.record([Problem("a.bin", "articles", "binary", "It is binary.")])
    before = dump(kb_url)
    with KnowledgeBase(kb_url) as kb:
        assert not any(kb.save(*item) for item in batch)
        assert kb.record([Problem("a.bin", "articles", "binary", "It is binary.")]) == 0
    assert dump(kb_url) == before


def test_rebuilding_gives_the_same_rows(kb_url: str) -> None:
    items = list(generate(300, seed=5))
    with KnowledgeBase(kb_url) as kb:
        for item in items:
            kb.save(*item)
        article, extraction, linking = items[3]
        kb.save(article, replace(extraction, extractor="generated@2", claims=extraction.claims[:4]), linking)
        kb.save(*reading(same=[("River Guards", "pack:rg")]))
        kb.settle()
        before = dump(kb_url)
        kb.rebuild()
    assert dump(kb_url) == before


def test_a_newer_reading_replaces_the_older_which_stays_stored(kb_url: str) -> None:
    article, extraction, linking = reading()
    newer = replace(extraction, extractor="made@2", claims=(), statements=(), mentions=())
    with KnowledgeBase(kb_url) as kb:
        kb.save(article, extraction, linking)
        assert kb.save(article, newer, replace(linking, links=(), entities=(), places=()))
        assert kb.has(article.id, "made@1")
        assert not kb.save(article, extraction, linking)
    with Reader(kb_url) as reader:
        assert queries.claims(reader) == []
        assert queries.statements(reader) == []
        assert queries.entities(reader) == []
        assert queries.places(reader) == []
        assert queries.claims(reader, ClaimFilter(text="ford")) == []
        assert queries.article(reader, article.id).extractor == "made@2"
    engine = create_engine(kb_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM extraction")) == 2
    engine.dispose()


def test_a_failing_save_leaves_nothing_behind(kb_url: str) -> None:
    article, extraction, linking = reading()
    beyond = replace(extraction.claims[0], content=(Span(5000, 5001),))
    with KnowledgeBase(kb_url) as kb:
        before = dump(kb_url)
        with pytest.raises(ValueError, match="outside a text"):
            kb.save(article, replace(extraction, claims=(beyond,)), linking)
        assert dump(kb_url) == before
        assert kb.save(article, extraction, linking)
    with Reader(kb_url) as reader:
        assert queries.batches(reader)[0][0] in (1, 2)
        assert len(queries.claims(reader)) == 1


def test_an_extraction_of_another_article_is_refused(kb_url: str) -> None:
    _, extraction, linking = reading()
    other, *_ = reading(speaker="Someone Else")
    with KnowledgeBase(kb_url) as kb, pytest.raises(StorageError, match="belong to another"):
        kb.save(other, extraction, linking)


@pytest.mark.parametrize("odd", ["a\0b \ud83d half", "\u202eright to left\u202c and العربية 👩‍👩‍👧", " \u00a0\u2028"])
def test_odd_characters_survive(kb_url: str, odd: str) -> None:
    article, extraction, linking = reading(lead=odd + " ")
    article = replace(article, title=odd, path=odd, outlet=replace(article.outlet, name=odd))
    with KnowledgeBase(kb_url) as kb:
        kb.save(article, extraction, linking)
        kb.settle()
        before = dump(kb_url)
        kb.rebuild()
        assert dump(kb_url) == before
    with Reader(kb_url) as reader:
        assert queries.article_text(reader, article.id) == article.text
        assert queries.article(reader, article.id).title == odd
        assert queries.claims(reader)[0].texts == ("River Guards hold Dara Ford",)


def test_every_write_belongs_to_a_named_batch(kb_url: str) -> None:
    for number, what in enumerate(["add first", "add second"]):
        with KnowledgeBase(kb_url, what=what) as kb:
            kb.save(*reading(speaker=f"Speaker {number}"))
    with KnowledgeBase(kb_url, what="nothing new") as kb:
        kb.save(*reading(speaker="Speaker 0"))
    with Reader(kb_url) as reader:
        assert [what for _, _, what in queries.batches(reader)] == ["add first", "add second"]


def test_problems_are_kept_until_their_input_is_read(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.record([Problem("ford.txt", "articles", "empty", "It is empty.")])
        kb.record([Problem("b.txt", "articles", "empty", "It is empty.")])
    with Reader(kb_url) as reader:
        assert [p.input for p in queries.problems(reader)] == ["ford.txt", "b.txt"]
    with KnowledgeBase(kb_url) as kb:
        article, extraction, linking = reading()
        told = Problem("ford.txt", "claims", "long", "A part was skipped.", article.id, Span(0, 3))
        kb.save(article, replace(extraction, problems=(told,)), linking)
    with Reader(kb_url) as reader:
        assert [(p.input, p.kind) for p in queries.problems(reader)] == [("b.txt", "empty"), ("ford.txt", "long")]
        assert queries.problems(reader)[1] == told


def test_a_reader_sees_the_store_while_a_writer_is_at_work(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb, Reader(kb_url) if kb else None as reader:  # type: ignore[union-attr]
        kb.save(*reading())
        with kb._writing() as connection:
            connection.execute(text("UPDATE claim SET status = 'denied'"))
            assert [row.claim.status for row in queries.claims(reader)] == ["asserted"]
        first = queries.version(reader)
        kb.save(*reading(speaker="Another"))
        assert len(queries.claims(reader)) == 2
        assert queries.version(reader) != first


def test_writers_take_turns(kb_url: str) -> None:
    items = list(generate(160, seed=9))

    def save(some: list) -> int:  # type: ignore[type-arg]
        with KnowledgeBase(kb_url) as kb:
            return sum(kb.save(*item) for item in some)

    with ThreadPoolExecutor(3) as pool:
        new = sum(pool.map(save, [items, items[::-1], items[2:6]]))
    assert new == len(items)
    before = dump(kb_url)
    with KnowledgeBase(kb_url) as kb:
        kb.rebuild()
    assert dump(kb_url) == before


def test_a_store_in_a_folder_that_cannot_be_written_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with KnowledgeBase(url) as kb:
        kb.save(*reading())
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Reader(url) as reader:
        assert len(queries.claims(reader)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["store.db"]


KILLED = """
import sys
from according.knowledge.base import KnowledgeBase
from benchmarks.generated import generate
with KnowledgeBase(sys.argv[1]) as kb:
    for article, extraction, linking in generate(100_000):
        kb.save(article, extraction, linking)
        print(article.id, flush=True)
"""


def test_a_killed_run_keeps_what_it_reported_and_resumes(kb_url: str) -> None:
    command = [sys.executable, "-c", KILLED, kb_url]
    run = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, "PYTHONPATH": "."})
    assert run.stdout is not None
    reported = [run.stdout.readline().strip() for _ in range(5)]
    time.sleep(0.05)
    run.send_signal(signal.SIGKILL)
    reported += [line.strip() for line in run.stdout.read().splitlines() if len(line.strip()) == 20]
    run.wait()
    with Reader(kb_url) as reader:
        for id in reported:
            assert queries.article_text(reader, id)
    items = [item for item, _ in zip(generate(100_000), range(len(reported) + 3), strict=False)]
    with KnowledgeBase(kb_url) as kb:
        again = [kb.save(*item) for item in items]
        assert not any(again[: len(reported)])
        assert all(again[-2:])
        kb.settle()
        before = dump(kb_url)
        kb.rebuild()
        assert dump(kb_url) == before


# ---- what cannot be opened ---------------------------------------------------------------------------------------


def test_a_folder_or_missing_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="is a folder"):
        KnowledgeBase(f"sqlite:///{tmp_path}")
    with pytest.raises(StorageError, match="no folder"):
        KnowledgeBase(f"sqlite:///{tmp_path}/missing/store.db")
    with pytest.raises(StorageError, match="no store at"):
        Reader(f"sqlite:///{tmp_path}/store.db")


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://localhost/x", "not supported"),
        ("nonsense://x", "not supported"),
        ("post gres@@://", "no database address"),
        ("sqlite://", "needs a file"),
        ("postgresql+psycopg://nobody@127.0.0.1:1/none", "cannot be reached"),
        ("postgresql://nobody@127.0.0.1:1/none", r"psycopg|reached"),
    ],
)
def test_wrong_addresses_give_a_sentence(url: str, message: str) -> None:
    with pytest.raises(StorageError, match=message):
        KnowledgeBase(url)


@pytest.mark.parametrize("open_store", [KnowledgeBase, Reader])
def test_other_files_are_refused_untouched(tmp_path: Path, open_store: type) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Dear diary, this is no database, and long enough to have a header." * 20)
    with pytest.raises(StorageError, match="not a store"):
        open_store(f"sqlite:///{note}")
    assert note.read_text().startswith("Dear diary")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE shopping (item TEXT)")
    with pytest.raises(StorageError, match="shopping"):
        open_store(f"sqlite:///{other}")


@pytest.mark.parametrize("open_store", [KnowledgeBase, Reader])
def test_a_store_of_a_newer_version_is_refused(kb_url: str, open_store: type) -> None:
    with KnowledgeBase(kb_url):
        pass
    engine = create_engine(kb_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StorageError, match="newer version"):
        open_store(kb_url)


def test_a_store_with_older_derived_tables_is_rebuilt_on_opening(kb_url: str) -> None:
    with KnowledgeBase(kb_url) as kb:
        kb.save(*reading())
        before = dump(kb_url)
    engine = create_engine(kb_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE meta SET value = '0' WHERE key = 'derived'"))
        connection.execute(text("DELETE FROM claim"))
    engine.dispose()
    with pytest.raises(StorageError, match="older version"):
        Reader(kb_url)
    with KnowledgeBase(kb_url):
        pass
    assert dump(kb_url) == before


def test_an_empty_database_has_no_store_to_read(tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    with pytest.raises(StorageError, match="no store in"):
        Reader(f"sqlite:///{tmp_path / 'empty.db'}")


def test_a_damaged_store_gives_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with KnowledgeBase(f"sqlite:///{path}") as kb:
        for item in generate(100):
            kb.save(*item)
    raw = bytearray(path.read_bytes())
    raw[4096:] = b"\x5a" * (len(raw) - 4096)
    path.write_bytes(raw)
    with pytest.raises(StorageError, match=r"damaged|cannot be used"), Reader(f"sqlite:///{path}") as reader:
        queries.claims(reader)


def test_a_path_with_odd_characters_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a ?b%20c#d ü.db"
    with KnowledgeBase(f"sqlite:///{path}") as kb:
        kb.save(*reading())
    assert path.exists()
    with Reader(f"sqlite:///{path}") as reader:
        assert len(queries.claims(reader)) == 1


def test_an_article_of_its_own_words_is_fine(kb_url: str) -> None:
    from according.records import Extraction, Linking

    article = article_of("Nothing was said.")
    with KnowledgeBase(kb_url) as kb:
        assert kb.save(article, Extraction(article.id, "made@1"), Linking(article.id, "links@1"))
    with Reader(kb_url) as reader:
        assert queries.articles(reader)[0].claims == 0
