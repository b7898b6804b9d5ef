"""A database becomes a store: told apart from other databases, created, migrated, checked."""

from sqlalchemy import Connection, Engine, inspect, select, text

from according.errors import StorageError
from according.knowledge import schema
from according.knowledge.dialects import reading, writing
from according.knowledge.rebuilding import create_derived, rebuild

__all__ = ["check_ready", "make_ready"]


def make_ready(engine: Engine) -> None:
    """Create the tables where there are none, and bring older ones up to date. Raises StorageError otherwise."""
    with reading(engine) as connection:
        if _is_current(connection):
            return
    with writing(engine) as connection:
        if _is_current(connection):  # another writer was faster
            return
        found = _evidence_version(connection)
        if found != schema.EVIDENCE_VERSION:
            _migrate(connection)
        if found is None:
            create_derived(connection)
        else:
            rebuild(connection)


def check_ready(engine: Engine) -> None:
    """Raise StorageError unless this is a store in the form this version reads."""
    with reading(engine) as connection:
        if _is_current(connection):
            return
        if _evidence_version(connection) is None:
            raise StorageError(f"There is no store in {_name(engine)} yet. Add articles first: according add PATH")
    raise StorageError(
        f"The store {_name(engine)} was made by an older version. Any command that writes, such as "
        "according add, brings it up to date."
    )


def _name(engine: Engine) -> str:
    if engine.dialect.name == "sqlite":
        return (engine.url.database or "").removeprefix("file://")
    return engine.url.render_as_string(hide_password=True)


def _is_current(connection: Connection) -> bool:
    if _evidence_version(connection) != schema.EVIDENCE_VERSION:
        return False
    meta = schema.meta
    return connection.scalar(select(meta.c.value).where(meta.c.key == "derived")) == schema.DERIVED_VERSION


def _evidence_version(connection: Connection) -> str | None:
    """The migration the store is at; None for an empty database. StorageError for anything else."""
    tables = set(inspect(connection).get_table_names())
    name = _name(connection.engine)
    if not tables:
        return None
    if not {"alembic_version", "meta", "extraction"} <= tables:
        raise StorageError(f"{name} holds other tables ({', '.join(sorted(tables)[:3])} …) and is no store of ours.")
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    if found is None or found > schema.EVIDENCE_VERSION:
        raise StorageError(
            f"The store {name} was made by a newer version of according (form {found}; this one knows "
            f"{schema.EVIDENCE_VERSION}). Update according to open it."
        )
    return str(found)


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "according.knowledge:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
