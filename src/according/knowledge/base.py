"""`KnowledgeBase`: the only writer of the store."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, func, insert, select

from according.errors import StorageError
from according.knowledge import evidence, schema
from according.knowledge.clusters import add_entities, add_places, recluster
from according.knowledge.derive import derive
from according.knowledge.dialects import open_engine, reading, writing
from according.knowledge.filing import file, unfile
from according.knowledge.judgements import add_judgements, unrecorded, verdicts_on
from according.knowledge.opening import make_ready
from according.knowledge.origins.lineage.kin import Kin
from according.knowledge.origins.lineage.kinship import enter, leave
from according.knowledge.origins.noting import (
    note_articles,
    note_blocks,
    note_claims,
    note_names,
    note_nodes,
    note_offices,
    note_places,
)
from according.knowledge.origins.settling import settle, unsettled
from according.knowledge.rebuilding import add_place_names, count_rules, rebuild
from according.records import Article, Extraction, Judgement, Linking, Problem

__all__ = ["KnowledgeBase"]


class KnowledgeBase:
    """The store, open for writing. Makes it where there is none, and brings an older one up to date.

    Every method is one transaction: when it returns, what it did survives a killed process; when it raises,
    nothing was changed. Writers wait for each other; readers never wait. Use it as a context manager.

    url: `sqlite:///FILE` or `postgresql+psycopg://…`; what: names this run in the list of batches.
    Raises StorageError where the store cannot be opened.
    """

    def __init__(self, url: str, *, what: str = "add") -> None:
        self._engine = open_engine(url, read_only=False)
        self._what = what
        self._batch: int | None = None
        self._known: set[str] = set()
        self._kin: dict[int, Kin] = {}
        """What was read of the last articles, to compare the next with; holds while nobody else writes."""
        self._newest = 0
        make_ready(self._engine)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.settle()
        finally:
            self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        batch, known = self._batch, self._known
        self._known = set(known)
        try:
            with writing(self._engine) as connection:
                yield connection
        except BaseException:
            self._batch, self._known = batch, known
            self._kin.clear()
            raise

    def _stamp(self, connection: Connection) -> int:
        """This run's batch, begun with its first change; a run that changes nothing leaves no trace."""
        if self._batch is None:
            row = {"at": datetime.now(UTC).isoformat(timespec="seconds"), "what": self._what}
            key = connection.execute(insert(schema.batch), row).inserted_primary_key
            assert key is not None
            self._batch = int(key[0])
        return self._batch

    @property
    def batch(self) -> int | None:
        """The number of this run in the list of batches; None while it has changed nothing."""
        return self._batch

    def has(self, article: str, extractor: str) -> bool:
        """True when this extractor's reading of the article with this id is stored."""
        table = schema.extraction
        query = select(table.c.seq).join(schema.article, schema.article.c.seq == table.c.article)
        query = query.where(schema.article.c.id == article, table.c.extractor == extractor)
        with reading(self._engine) as connection:
            return connection.scalar(query) is not None

    def save(self, article: Article, extraction: Extraction, linking: Linking) -> bool:
        """Store one article with what was found in it; True when anything was new, False when all was there.

        The newest reading of an article is the one shown; earlier ones stay. Ids are content hashes, so saving
        again changes nothing.
        """
        if {extraction.article, linking.article} != {article.id}:
            raise StorageError(f"The extraction and linking saved with article {article.id} belong to another.")
        with reading(self._engine) as connection:
            if self._stored(connection, article, extraction, linking):
                return False
        with self._writing() as connection:
            if self._stored(connection, article, extraction, linking):  # another writer was faster
                return False
            return self._save(connection, article, extraction, linking)

    def _stored(self, connection: Connection, article: Article, extraction: Extraction, linking: Linking) -> bool:
        a, e, k = schema.article, schema.extraction, schema.linking
        query = select(k.c.seq).join(e, e.c.seq == k.c.extraction).join(a, a.c.seq == e.c.article)
        query = query.where(a.c.id == article.id, e.c.extractor == extraction.extractor, k.c.linker == linking.linker)
        return connection.scalar(query) is not None

    def _save(self, connection: Connection, article: Article, extraction: Extraction, linking: Linking) -> bool:
        batch = self._stamp(connection)
        last_record = connection.scalar(select(func.max(schema.record.c.seq))) or 0
        newest = connection.scalar(select(func.max(schema.extraction.c.seq))) or 0
        if newest != self._newest:  # another writer's readings came between
            self._kin.clear()
        article_seq = evidence.add_article(connection, article, batch)
        extraction_seq = evidence.add_extraction(connection, article_seq, extraction, batch)
        self._newest = max(newest, extraction_seq)
        linking_seq = evidence.add_linking(connection, extraction_seq, linking, batch, self._known)
        touched, fresh = self._take_in(connection, last_record)
        add_place_names(connection, linking.links, {place.id for place in linking.places})
        current = connection.execute(
            select(schema.current).where(schema.current.c.article == article_seq)
        ).one_or_none()
        if current and (current.extraction, current.linking) > (extraction_seq, linking_seq):
            note_nodes(connection, recluster(connection, touched, fresh))
            return True  # an older reading than the one shown, newly linked
        if current:
            touched |= self._take_out(connection, current)
        touched |= count_rules(connection, linking.judgements, 1)
        note_nodes(connection, recluster(connection, touched, fresh))
        subjects = {claim.id for claim in extraction.claims} | {fact.id for fact in extraction.statements}
        rows = derive(article_seq, extraction_seq, article, extraction, linking, verdicts_on(connection, subjects))
        note_offices(connection, rows.offices)
        file(connection, article_seq, extraction_seq, linking_seq, rows)
        note_articles(connection, enter(connection, article_seq, article, extraction, self._kin))
        return True

    def _take_in(self, connection: Connection, last_record: int) -> tuple[set[str], set[str]]:
        """Nodes and places from the records added since; the nodes that changed, and those that are new."""
        table = schema.record
        rows = connection.execute(
            select(table.c.seq, table.c.kind, table.c.body).where(table.c.seq > last_record).order_by(table.c.seq)
        ).all()
        note_places(connection, add_places(connection, [(row.seq, row.body) for row in rows if row.kind == "place"]))
        taken = add_entities(connection, [(row.seq, row.body) for row in rows if row.kind == "entity"])
        note_names(connection, taken.named)
        return taken.changed, taken.fresh

    def _take_out(self, connection: Connection, current: Any) -> set[str]:
        """Remove the rows of the reading shown so far; the nodes whose ties this changes."""
        linking = evidence.read_linking(connection, current.linking, {})
        rows = derive(
            current.article,
            current.extraction,
            evidence.read_article(connection, current.article),
            evidence.read_extraction(connection, current.extraction),
            linking,
            {},
        )
        note_blocks(connection, [row["seq"] for row in rows.statements])
        note_claims(connection, [row["seq"] for row in rows.claims])
        note_articles(connection, leave(connection, current.article))
        unfile(connection, current.article, current.extraction, rows)
        note_offices(connection, rows.offices)
        return count_rules(connection, linking.judgements, -1)

    def record(self, problems: Iterable[Problem]) -> int:
        """Keep what could not be read, with its reason; how many of the problems were new."""
        problems = list(problems)
        with reading(self._engine) as connection:
            problems = evidence.unrecorded(connection, problems)
        if not problems:
            return 0
        with self._writing() as connection:
            return evidence.add_problems(connection, problems, self._stamp(connection), None)

    def judge(self, *judgements: Judgement) -> int:
        """Write opinions to the log, where they stay; how many were new.

        What they change (who is the same as whom, what is rejected) is changed when this returns, and undone
        exactly by a judgement `undo` whose subject is the id of the one it takes back.
        Raises NotFoundError when a judgement is about an actor or a judgement that is not in the store.
        """
        with reading(self._engine) as connection:
            judgements = tuple(unrecorded(connection, judgements))
        if not judgements:
            return 0
        with self._writing() as connection:
            return add_judgements(connection, judgements, self._stamp(connection))

    def settle(self) -> int:
        """Gather propositions again where articles or judgements changed them; how many groups of statements that were.

        Leaving the context manager does this. Nothing is lost when it does not happen: the next writer catches up.
        """
        with reading(self._engine) as connection:
            if not unsettled(connection):
                return 0
        with self._writing() as connection:
            return settle(connection)

    def rebuild(self) -> None:
        """Drop everything derived and make it again from evidence and judgements; queries answer the same after."""
        with self._writing() as connection:
            rebuild(connection)
            settle(connection)
