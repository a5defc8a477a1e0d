"""The tables, as they are today; the migrations beside this file make them, and a test holds the two together.

Platform ids stand in `people` and `chats` alone, as a keyed hash and sealed; everything else refers to those rows.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts rows by itself in INTEGER columns only.
_RowId = BigInteger().with_variant(Integer(), "sqlite")

people = Table(
    "people",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("lookup", LargeBinary, nullable=False, unique=True),  # keyed hash of channel and platform id
    Column("sealed", LargeBinary, nullable=False),  # channel and platform id, under the row's own key
    Column("key", LargeBinary, nullable=False),  # that key, under the master key
    Column("created_at", BigInteger, nullable=False),  # Unix seconds
    sqlite_autoincrement=True,  # the number of a forgotten row is never given to another
)

chats = Table(
    "chats",
    metadata,
    Column("id", _RowId, primary_key=True),
    Column("lookup", LargeBinary, nullable=False, unique=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("kind", String(16), nullable=False),  # "private", "group"
    Column("created_at", BigInteger, nullable=False),
    sqlite_autoincrement=True,
)

feedback = Table(
    "feedback",
    metadata,
    Column("id", _RowId, primary_key=True),  # rises with time: the latest verdict has the highest
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False),
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("tmdb", BigInteger, nullable=False),
    Column("verdict", String(8), nullable=False),
    Column("update_key", LargeBinary, nullable=False, unique=True),  # keyed hash, for it may hold platform ids
    Column("deck_id", String(64)),
    Column("created_at", BigInteger, nullable=False),
    CheckConstraint("verdict IN ('up', 'down', 'seen', 'none')", name="verdict"),
    Index(None, "chat_id", "id"),
    sqlite_autoincrement=True,
)

sessions = Table(
    "sessions",
    metadata,
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("body", LargeBinary, nullable=False),  # under the chat's own key
    Column("updated_at", BigInteger, nullable=False),
)

data_keys = Table(
    "data_keys",
    metadata,
    Column("fingerprint", LargeBinary, primary_key=True),  # of the master key that sealed these records
    Column("created_at", BigInteger, nullable=False),
)
