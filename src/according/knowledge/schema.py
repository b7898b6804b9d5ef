"""The tables. Evidence is only ever added to and migrated with Alembic; all else is derived and can be dropped.

Evidence    batch article extraction record linking judgement problem
Derived     current node node_name place place_name rule cluster claim claim_body claim_ref statement … review

A `seq` says in which order evidence came in. A claim's key is `extraction.seq * ROOM + its place in the extraction`,
so that derived tables come out the same however often they are rebuilt.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
)

__all__ = ["DERIVED_VERSION", "EVIDENCE_VERSION", "ROOM", "derived", "evidence"]

EVIDENCE_VERSION = "0001"
"""The newest migration; a store with another one is migrated or refused."""
DERIVED_VERSION = "12"
"""Change it with any change to the derived tables or to how they are filled: stores then rebuild them on opening."""
ROOM = 1 << 20
"""Claims (or statements) one extraction can hold."""

evidence = MetaData()
derived = MetaData()

# SQLite counts rows only in columns declared INTEGER; PostgreSQL needs the wide type spelled out.
_Seq = BigInteger().with_variant(Integer, "sqlite")


def _seq() -> Column[int]:
    return Column("seq", _Seq, primary_key=True, autoincrement=True)


# ---- evidence ----------------------------------------------------------------------------------------------------

meta = Table("meta", evidence, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

batch = Table(
    "batch",
    evidence,
    _seq(),
    Column("at", Text, nullable=False),  # UTC, ISO 8601
    Column("what", Text, nullable=False),
)

article = Table(
    "article",
    evidence,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    Column("path", Text),
    Column("title", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("outlet_kind", Text, nullable=False),
    Column("published", Text),
    Column("url", Text),
    Column("language", Text, nullable=False),
    Column("batch", ForeignKey("batch.seq"), nullable=False),
    Column("body", Text, nullable=False),  # the record without its text
    Column("text", Text, nullable=False),
    Index("article_published", "published"),
    Index("article_outlet", "outlet"),
    Index("article_path", "path"),
)

extraction = Table(
    "extraction",
    evidence,
    _seq(),
    Column("article", ForeignKey("article.seq"), nullable=False),
    Column("extractor", Text, nullable=False),
    Column("batch", ForeignKey("batch.seq"), nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("article", "extractor"),
)

# Entities, places and rule judgements recur in thousands of linkings; each distinct one is kept once.
record = Table(
    "record",
    evidence,
    _seq(),
    Column("id", Text, nullable=False, unique=True),  # hash of kind and body
    Column("kind", Text, nullable=False),  # entity, place, judgement
    Column("batch", ForeignKey("batch.seq"), nullable=False),
    Column("body", Text, nullable=False),
)

linking = Table(
    "linking",
    evidence,
    _seq(),
    Column("extraction", ForeignKey("extraction.seq"), nullable=False),
    Column("linker", Text, nullable=False),
    Column("batch", ForeignKey("batch.seq"), nullable=False),
    Column("body", Text, nullable=False),  # links, and the ids of its records
    UniqueConstraint("extraction", "linker"),
)

judgement = Table(
    "judgement",
    evidence,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    Column("subject", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("object", Text, index=True),
    Column("batch", ForeignKey("batch.seq"), nullable=False),
    Column("body", Text, nullable=False),
)

problem = Table(
    "problem",
    evidence,
    _seq(),
    Column("id", Text, nullable=False, unique=True),
    Column("extraction", ForeignKey("extraction.seq")),  # none where nothing could be read at all
    Column("input", Text, nullable=False),
    Column("batch", ForeignKey("batch.seq"), nullable=False),
    Column("body", Text, nullable=False),
)

# ---- derived -----------------------------------------------------------------------------------------------------

# The newest extraction of each article, and its newest linking.
current = Table(
    "current",
    derived,
    Column("article", _Seq, primary_key=True, autoincrement=False),
    Column("extraction", _Seq, nullable=False),
    Column("linking", _Seq, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
)

node = Table(
    "node",
    derived,
    Column("id", Text, primary_key=True),
    Column("canonical", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("record", _Seq, nullable=False),
    Column("body", Text, nullable=False),
)

node_name = Table(
    "node_name",
    derived,
    Column("node", Text, primary_key=True),
    Column("text", Text, primary_key=True),
    Column("folded", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What the members of a cluster amount to together; counts are of distinct claims and statements.
cluster = Table(
    "cluster",
    derived,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("members", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Index("cluster_weight", "claims", "mentions", "id"),
)

# Rule judgements that current linkings carry, and how many do; one that none carries any more does not count.
rule = Table(
    "rule",
    derived,
    Column("id", Text, primary_key=True),
    Column("subject", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("object", Text, index=True),
    Column("articles", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

place = Table(
    "place",
    derived,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("record", _Seq, nullable=False),
    Column("body", Text, nullable=False),
)

place_name = Table(
    "place_name",
    derived,
    Column("folded", Text, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("text", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# Nodes and places an article names.
article_ref = Table(
    "article_ref",
    derived,
    Column("ref", Text, primary_key=True),
    Column("article", _Seq, primary_key=True, autoincrement=False),
    Column("mentions", Integer, nullable=False),
    Column("site", Integer, nullable=False),  # which of the article's spots on the earth it is, in order; 0 for none
    Index("article_ref_article", "article"),
    sqlite_with_rowid=False,
)

# The columns filters and facets look at, and nothing else: a scan of all claims stays small.
claim = Table(
    "claim",
    derived,
    Column("seq", _Seq, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("article", _Seq, nullable=False),
    Column("published", Text, nullable=False),  # empty when unknown
    Column("outlet", Text, nullable=False),
    Column("speaker", Text),  # node of the innermost voice
    Column("voice_kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("distance", Text, nullable=False),
    Column("verification", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("review", Text, nullable=False),  # empty while it waits
    Index("claim_published", "published", "seq"),
    # Facets are counted from these alone. No index begins with a column of few values: filters on such a column
    # would then fetch most of the table row by row, which takes ten times as long as reading an index through.
    Index("claim_speaker", "speaker", "review", "status", "verification", "voice_kind", "published"),
    Index("claim_outlet", "outlet", "review", "status", "verification", "voice_kind", "published"),
    Index("claim_facets", "review", "status", "verification", "distance", "voice_kind", "published"),
    Index("claim_article", "article"),
    Index("claim_queue", "review", "confidence", "seq"),
)

claim_body = Table(
    "claim_body",
    derived,
    Column("seq", _Seq, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("texts", Text, nullable=False),
    Column("cue", Text),
    Column("nodes", Text, nullable=False),  # the node of each voice of the chain, or null
    Column("stands_for", Text),  # the body (name, why) whose word it is where the innermost voice is only described
)

# Names of bodies that somebody speaks for, and the claims whose origin hangs on whom the name means.
affiliated = Table(
    "affiliated",
    derived,
    Column("folded", Text, primary_key=True),
    Column("claim", _Seq, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

# Named voices, and whom they are said to speak for, by claim.
office = Table(
    "office",
    derived,
    Column("node", Text, primary_key=True),
    Column("claim", _Seq, primary_key=True, autoincrement=False, index=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Whom and what a claim is about: voices, names inside its words, ends of its statements; nodes and places.
claim_ref = Table(
    "claim_ref",
    derived,
    Column("ref", Text, primary_key=True),
    Column("claim", _Seq, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    derived,
    Column("seq", _Seq, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("article", _Seq, nullable=False),
    Column("claim", _Seq, index=True),
    Column("subject", Text, index=True),
    Column("predicate", Text, nullable=False, index=True),
    Column("object", Text, index=True),
    Column("item", Text),
    Column("place", Text, index=True),
    Column("position", Text),
    Column("since", Text, nullable=False),  # first and last day it can be about; the article's own when none is said
    Column("until", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("review", Text, nullable=False),
    Column("shown", SmallInteger, nullable=False),  # 0 when it, or its claim, was rejected
    Index("statement_article", "article"),
)

statement_body = Table(
    "statement_body",
    derived,
    Column("seq", _Seq, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Column("texts", Text, nullable=False),
)

statement_ref = Table(
    "statement_ref",
    derived,
    Column("ref", Text, primary_key=True),
    Column("statement", _Seq, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# The verdict of a person in force on a claim, statement or match.
review = Table(
    "review",
    derived,
    Column("subject", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("judgement", Text, nullable=False),
    Column("corrected", Text, nullable=False),  # the fields it sets, as a JSON object
)
