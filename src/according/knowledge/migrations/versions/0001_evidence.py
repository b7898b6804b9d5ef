"""The evidence tables as first laid."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_Seq = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def _seq() -> sa.Column[int]:
    return sa.Column("seq", _Seq, primary_key=True, autoincrement=True)


def _batch() -> sa.Column[int]:
    return sa.Column("batch", _Seq, sa.ForeignKey("batch.seq"), nullable=False)


def _text(name: str, *, nullable: bool = False, unique: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable, unique=unique)


def upgrade() -> None:
    op.create_table("meta", sa.Column("key", sa.Text, primary_key=True), _text("value"))
    op.create_table("batch", _seq(), _text("at"), _text("what"))
    op.create_table(
        "article",
        _seq(),
        _text("id", unique=True),
        _text("path", nullable=True),
        _text("title"),
        _text("outlet"),
        _text("outlet_kind"),
        _text("published", nullable=True),
        _text("url", nullable=True),
        _text("language"),
        _batch(),
        _text("body"),
        _text("text"),
    )
    op.create_index("article_published", "article", ["published"])
    op.create_index("article_outlet", "article", ["outlet"])
    op.create_index("article_path", "article", ["path"])
    op.create_table(
        "extraction",
        _seq(),
        sa.Column("article", _Seq, sa.ForeignKey("article.seq"), nullable=False),
        _text("extractor"),
        _batch(),
        _text("body"),
        sa.UniqueConstraint("article", "extractor"),
    )
    op.create_table("record", _seq(), _text("id", unique=True), _text("kind"), _batch(), _text("body"))
    op.create_table(
        "linking",
        _seq(),
        sa.Column("extraction", _Seq, sa.ForeignKey("extraction.seq"), nullable=False),
        _text("linker"),
        _batch(),
        _text("body"),
        sa.UniqueConstraint("extraction", "linker"),
    )
    op.create_table(
        "judgement",
        _seq(),
        _text("id", unique=True),
        _text("subject"),
        _text("verdict"),
        _text("object", nullable=True),
        _batch(),
        _text("body"),
    )
    op.create_index("ix_judgement_subject", "judgement", ["subject"])
    op.create_index("ix_judgement_object", "judgement", ["object"])
    op.create_table(
        "problem",
        _seq(),
        _text("id", unique=True),
        sa.Column("extraction", _Seq, sa.ForeignKey("extraction.seq")),
        _text("input"),
        _batch(),
        _text("body"),
    )
