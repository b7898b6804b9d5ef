"""The derived tables of families and propositions; dropped and rebuilt with the others of the store."""

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text

from according.knowledge.schema import derived

__all__ = [
    "address",
    "band",
    "behind",
    "clash",
    "copied",
    "denial",
    "derivation",
    "family",
    "heard",
    "led",
    "meeting",
    "paragraph",
    "proposition",
    "said",
    "scene",
    "sighting",
    "spoken",
    "support",
    "telling",
    "unsettled",
]

_Seq = BigInteger().with_variant(Integer, "sqlite")

# ---- families ----------------------------------------------------------------------------------------------------

paragraph = Table(
    "paragraph",
    derived,
    Column("article", _Seq, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# Paragraphs that share a key are candidates for being copies; the index is the table.
band = Table(
    "band",
    derived,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("article", _Seq, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Addresses an article stands at (`based` False), or names as its original (`based` True).
address = Table(
    "address",
    derived,
    Column("address", Text, primary_key=True),
    Column("based", Boolean, primary_key=True),
    Column("article", _Seq, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

derivation = Table(
    "derivation",
    derived,
    Column("derived", _Seq, primary_key=True, autoincrement=False),
    Column("original", _Seq, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
    Index("derivation_original", "original"),
)

# Whom an article credits and lets speak, as it is compared by that with others.
heard = Table(
    "heard",
    derived,
    Column("article", _Seq, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

family = Table(
    "family",
    derived,
    Column("article", _Seq, primary_key=True, autoincrement=False),
    Column("family", Text, nullable=False, index=True),
)

# Paragraphs that stand in another article of the family too.
copied = Table(
    "copied",
    derived,
    Column("article", _Seq, primary_key=True, autoincrement=False),
    Column("place", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# ---- propositions ------------------------------------------------------------------------------------------------

# The block each statement is compared in: canonical subject (or its words) and class of predicate.
said = Table(
    "said",
    derived,
    Column("statement", _Seq, primary_key=True, autoincrement=False),
    Column("block", Text, nullable=False, index=True),
)

# Statements of what the followers of a group did, by the name the group would have ("m23" of "M23 rebels").
led = Table(
    "led",
    derived,
    Column("folded", Text, primary_key=True),
    Column("statement", _Seq, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

# Claims without a statement: what they say (a hash of its words), and the block of contents worded alike.
spoken = Table(
    "spoken",
    derived,
    Column("claim", _Seq, primary_key=True, autoincrement=False),
    Column("content", BigInteger, nullable=False, index=True),
    Column("block", Text, nullable=False, index=True),
)

# Contents that share a key are candidates for being worded alike.
phrase = Table(
    "phrase",
    derived,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("content", BigInteger, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

# Contents that share a key are candidates for telling of one event in other words.
scene = Table(
    "scene",
    derived,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("content", BigInteger, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

# The same of statements: a content may tell what a statement was read from.
sighting = Table(
    "sighting",
    derived,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("statement", _Seq, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

# Claims without a statement, and the statements (of one block) of which they tell.
support = Table(
    "support",
    derived,
    Column("claim", _Seq, primary_key=True, autoincrement=False),
    Column("block", Text, primary_key=True, index=True),
    Column("statements", Text, nullable=False),  # ids, as a JSON list
)

# Statements and claims to be gathered again, and blocks that lost one; emptied by settling.
unsettled = Table(
    "unsettled",
    derived,
    Column("what", Text, primary_key=True),  # `statement:SEQ`, `claim:SEQ`, `article:SEQ`, `block:…`, `meeting:…`
)

proposition = Table(
    "proposition",
    derived,
    Column("id", Text, primary_key=True),
    Column("block", Text, nullable=False, index=True),
    Column("subject", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),  # class of predicate
    Column("object", Text, nullable=False, index=True),  # canonical id, or words
    Column("place", Text, nullable=False, index=True),
    Column("low", Integer, nullable=False),
    Column("high", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("denials", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("numbers", Integer, nullable=False),  # quantities, by wording and origin
    Column("ahead", Integer, nullable=False),  # lines that forecast or threaten
    Column("body", Text, nullable=False),
    Index("proposition_weight", "high", "outlets", "id"),
)

# The blocks in which an origin (its key) stands behind something or denies it.
behind = Table(
    "behind",
    derived,
    Column("origin", Text, primary_key=True),
    Column("block", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

# Denials without a statement, and the block of what they deny.
denial = Table(
    "denial",
    derived,
    Column("claim", _Seq, primary_key=True, autoincrement=False),
    Column("block", Text, nullable=False, index=True),
    Column("statements", Text, nullable=False),  # ids, as a JSON list
    Column("why", Text, nullable=False),
)

# What claims tell of harm, and the places (with some days) or the article they meet under.
telling = Table(
    "telling",
    derived,
    Column("claim", _Seq, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)
meeting = Table(
    "meeting",
    derived,
    Column("key", Text, primary_key=True),
    Column("bucket", Integer, primary_key=True, autoincrement=False),
    Column("claim", _Seq, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)

# Tellings under one key that do not go together; `first` and `last` are the buckets they stand in.
clash = Table(
    "clash",
    derived,
    Column("key", Text, primary_key=True),
    Column("first", Integer, primary_key=True, autoincrement=False),
    Column("one", _Seq, primary_key=True, autoincrement=False),
    Column("other", _Seq, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

# Whom and what denials without a statement name.
disputed = Table(
    "disputed",
    derived,
    Column("ref", Text, primary_key=True),
    Column("claim", _Seq, primary_key=True, autoincrement=False, index=True),
    sqlite_with_rowid=False,
)
