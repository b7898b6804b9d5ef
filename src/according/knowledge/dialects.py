"""Where SQLite and PostgreSQL differ: opening, the writer's lock, inserting what is new, full-text search."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    Engine,
    MetaData,
    Select,
    Table,
    Text,
    column,
    create_engine,
    event,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from according.errors import StorageError
from according.knowledge.search import Term, words

__all__ = [
    "create_search",
    "drop_search",
    "index_texts",
    "insert_new",
    "matching",
    "open_engine",
    "reading",
    "sentences",
    "size_of",
    "unindex_texts",
    "writing",
]

BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up."""
WRITER_LOCK = 0x6163636F  # "acco"; PostgreSQL's advisory locks are numbers

Rows = Sequence[Mapping[str, Any]]


def open_engine(url: str, *, read_only: bool) -> Engine:
    """An engine for this address; StorageError, in a sentence, when there is nothing that can be opened there."""
    if url.startswith("sqlite:"):  # what follows is a path as it is, even with ? or % in it
        return _open_sqlite(url.removeprefix("sqlite:").removeprefix("///"), read_only=read_only)
    try:
        address = make_url(url)
        backend = address.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise StorageError(
            f"{url!r} is no database address. Give the path of a file, or sqlite:///FILE, or "
            "postgresql+psycopg://USER@HOST/NAME."
        ) from error
    if backend == "postgresql":
        return _open_postgres(url, read_only=read_only)
    raise StorageError(f"Databases of the kind {backend!r} are not supported. Use SQLite (a path) or PostgreSQL.")


def _open_sqlite(database: str, *, read_only: bool) -> Engine:
    if database.strip("/") in ("", ":memory:"):
        raise StorageError("The store needs a file, since it is read and written through several connections.")
    path = Path(database)
    if path.is_dir():
        raise StorageError(f"{path} is a folder. Name a file in it, such as {path / 'according.db'}.")
    if read_only and not path.exists():
        raise StorageError(f"There is no store at {path}. Add articles first: according add PATH --db {path}")
    if not path.parent.is_dir():
        raise StorageError(f"There is no folder {path.parent} to keep {path.name} in. Create it, or name another file.")
    file = path.absolute().as_uri()
    # Without write access to the folder, SQLite cannot set up the shared index of its log; nobody writes then either.
    still = read_only and not os.access(path.parent, os.W_OK) and not Path(f"{path}-wal").exists()
    flags = {"mode": "ro" if read_only else "rwc", "uri": "true"} | ({"immutable": "1"} if still else {})
    engine = create_engine(URL.create("sqlite", database=file, query=flags), connect_args={"timeout": BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        connection.isolation_level = None  # BEGIN is ours, see below
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA cache_size = -65536")
        cursor.execute("PRAGMA temp_store = MEMORY")
        if read_only:
            cursor.execute("PRAGMA query_only = ON")
        else:
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = NORMAL")  # in WAL mode a killed process loses nothing committed
            cursor.execute("PRAGMA wal_autocheckpoint = 8000")  # 32 MB; a save then rarely waits for the disk
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        only_reads = read_only or connection.get_execution_options().get("only_reads")
        connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")

    return engine


def _open_postgres(url: str, *, read_only: bool) -> Engine:
    options = "-c default_transaction_read_only=on" if read_only else ""
    try:
        engine = create_engine(url, connect_args={"options": options, "connect_timeout": 10})
    except ImportError as error:
        raise StorageError(
            "PostgreSQL needs the psycopg driver. Install it with: pip install 'according[postgres]' "
            "and use an address that begins with postgresql+psycopg://"
        ) from error
    if not read_only:

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            if not connection.get_execution_options().get("only_reads"):
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")

    return engine


@contextmanager
def sentences(engine: Engine) -> Iterator[None]:
    """Turn what the database says inside this block into a StorageError that names the store."""
    try:
        yield
    except DBAPIError as error:
        name = engine.url.render_as_string(hide_password=True)
        path = engine.url.database or ""
        name = path.removeprefix("file://") if engine.dialect.name == "sqlite" else name
        said = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
        raise StorageError(_explain(name, said, error)) from error
    except SQLAlchemyError as error:
        raise StorageError(f"The store cannot be used: {error}") from error


def _explain(name: str, said: str, error: DBAPIError) -> str:
    if "not a database" in said:
        return f"{name} is not a store: it is no SQLite database. Name another file."
    if "malformed" in said:
        return f"{name} is damaged ({said}). Restore it from a copy; adding the articles again makes a new one."
    if "locked" in said:
        return f"Another process has been writing to {name} for over {BUSY_SECONDS} seconds. Try again when it is done."
    if "unable to open" in said or "readonly" in said or "read-only" in said:
        return f"{name} cannot be opened for this ({said}). Check that it exists and who may write there."
    if "full" in said:
        return f"There is no room left to write {name} ({said}). What was saved before is safe."
    if error.connection_invalidated or (isinstance(error, DatabaseError) and "connection" in said):
        return f"The database {name} cannot be reached ({said}). Check the address and that the server runs."
    return f"The store {name} cannot be used: {said}"


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other writer shares: all of it is saved, or nothing."""
    with sentences(engine), engine.begin() as connection:
        yield connection


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One transaction that sees the store as it was when it began, and waits for nobody."""
    with sentences(engine), engine.connect() as connection:
        yield connection.execution_options(only_reads=True)


def insert_new(connection: Connection, into: Table, rows: Rows) -> int:
    """Insert the rows that are not there yet; how many were new."""
    if not rows:
        return 0
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(into).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
    return max(connection.execute(statement, list(rows)).rowcount, 0)


def size_of(connection: Connection) -> int:
    """The bytes the store takes on disk."""
    if connection.dialect.name == "postgresql":
        return int(connection.scalar(text("SELECT pg_database_size(current_database())")) or 0)
    pages = connection.scalar(text("PRAGMA page_count")) or 0
    return int(pages * (connection.scalar(text("PRAGMA page_size")) or 0))


# ---- full-text search --------------------------------------------------------------------------------------------
#
# Both sides see words folded by `search.words`, joined by spaces; the databases only look them up.

_search = MetaData()
_claim_text = Table(
    "claim_text",
    _search,
    Column("seq", postgresql.BIGINT, primary_key=True, autoincrement=False),
    Column("content", postgresql.TSVECTOR, nullable=False),
    Column("speaker", postgresql.TSVECTOR, nullable=False),
)
_virtual = table("claim_text", column("rowid"), column("content", Text), column("speaker", Text))


def create_search(connection: Connection) -> None:
    """Create the empty index over claims' words and speakers."""
    if connection.dialect.name == "postgresql":
        _search.create_all(connection)
        for name in ("content", "speaker"):
            connection.execute(text(f"CREATE INDEX claim_text_{name} ON claim_text USING gin ({name})"))
    else:
        connection.execute(
            text("CREATE VIRTUAL TABLE claim_text USING fts5(content, speaker, tokenize = 'unicode61', prefix = '3')")
        )


def drop_search(connection: Connection) -> None:
    """Drop the index if there is one."""
    connection.execute(text("DROP TABLE IF EXISTS claim_text"))


def index_texts(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Add (claim, its words, its speaker's names)."""
    values = [{"k": key, "c": " ".join(words(said)), "s": " ".join(words(by))} for key, said, by in rows]
    if not values:
        return
    if connection.dialect.name == "postgresql":
        sql = (
            "INSERT INTO claim_text (seq, content, speaker) "
            "VALUES (:k, to_tsvector('simple', :c), to_tsvector('simple', :s))"
        )
    else:
        sql = "INSERT INTO claim_text (rowid, content, speaker) VALUES (:k, :c, :s)"
    connection.execute(text(sql), values)


def unindex_texts(connection: Connection, first: int, last: int) -> None:
    """Remove the claims with keys first..last."""
    key = "seq" if connection.dialect.name == "postgresql" else "rowid"
    connection.execute(text(f"DELETE FROM claim_text WHERE {key} BETWEEN :a AND :b"), {"a": first, "b": last})


def matching(connection: Connection, where: str, terms: Sequence[Term]) -> Select[tuple[int]]:
    """The keys of claims whose `content` or `speaker` has all these terms."""
    if connection.dialect.name == "postgresql":
        parts = []
        for phrase, prefix in terms:
            quoted = ["'" + word + "'" for word in phrase]
            parts.append("(" + " <-> ".join([*quoted[:-1], quoted[-1] + (":*" if prefix else "")]) + ")")
        query = func.to_tsquery(literal_column("'simple'"), " & ".join(parts))
        return select(_claim_text.c.seq).where(_claim_text.c[where].op("@@")(query))
    parts = ['"' + " ".join(phrase) + '"' + (" *" if prefix else "") for phrase, prefix in terms]
    found: ColumnElement[bool] = literal_column("claim_text").op("MATCH")(f"{{{where}}} : ({' AND '.join(parts)})")
    return select(_virtual.c.rowid).select_from(_virtual).where(found)
