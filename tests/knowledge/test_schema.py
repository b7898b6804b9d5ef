"""Migrations and tables say the same."""

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from according.knowledge import schema
from according.knowledge.base import KnowledgeBase


def test_the_newest_migration_is_the_version_the_code_expects() -> None:
    config = Config()
    config.set_main_option("script_location", "according.knowledge:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == schema.EVIDENCE_VERSION


def test_a_migrated_store_has_the_tables_as_defined(kb_url: str) -> None:
    with KnowledgeBase(kb_url):
        pass
    engine = create_engine(kb_url)
    evidence = set(schema.evidence.tables) | {"alembic_version"}

    def ours(thing, name, kind, *_):  # type: ignore[no-untyped-def]
        return kind != "table" or name in evidence

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, schema.evidence) == []
    engine.dispose()
