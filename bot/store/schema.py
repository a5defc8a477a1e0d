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

nights = Table(
    "nights",
    metadata,
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("body", LargeBinary, nullable=False),  # under the chat's own key
    Column("closes_at", BigInteger, index=True),  # Unix seconds; when the votes are to be counted
    Column("updated_at", BigInteger, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("body", LargeBinary, nullable=False),  # under the chat's own key
    Column("updated_at", BigInteger, nullable=False),
)

saved = Table(
    "saved",
    metadata,
    Column("person_id", ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("tmdb", BigInteger, primary_key=True, autoincrement=False),
    Column("created_at", BigInteger, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    # What was done stays a while as a bare number, so that an update that comes again is known.
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE")),
    Column("body", LargeBinary),  # under the chat's own key
    Column("tries", Integer, nullable=False),
    Column("due_at", BigInteger, nullable=False),  # Unix milliseconds; not before this
    Column("created_at", BigInteger, nullable=False),
    Index(None, "chat_id", "update_id"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _RowId, primary_key=True),  # rises with time: a chat's rows go out in this order
    Column("bot", BigInteger, nullable=False),
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False),
    Column("lane", String(8), nullable=False),  # rows of one chat keep their order within a lane
    Column("body", LargeBinary, nullable=False),  # under the chat's own key
    Column("tries", Integer, nullable=False),
    Column("due_at", BigInteger, nullable=False),  # Unix milliseconds; not before this
    Column("created_at", BigInteger, nullable=False),
    Index(None, "chat_id", "lane", "id"),
    sqlite_autoincrement=True,
)

leases = Table(
    "leases",
    metadata,
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("task", String(8), primary_key=True),  # "work", or a lane of the outbox
    Column("holder", String(64), nullable=False),
    Column("until", BigInteger, nullable=False),  # Unix milliseconds
)

messages = Table(
    "messages",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("deck_id", String(64), primary_key=True),
    Column("message_id", BigInteger, nullable=False),  # the front end's own number of the message that shows it
    Column("film", BigInteger),  # TMDB id of the film whose picture it shows; without: it has no picture
    Column("updated_at", BigInteger, nullable=False),
)

polls = Table(
    "polls",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("poll_id", String(64), primary_key=True),  # the front end's own, by which an answer names it
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("night", String(64), nullable=False),  # that it is asked for
)

topics = Table(
    "topics",
    metadata,
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),  # the group
    Column("topic_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True, index=True),  # a chat in it
)

posters = Table(
    "posters",
    metadata,
    Column("bot", BigInteger, primary_key=True, autoincrement=False),
    Column("tmdb", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(8), primary_key=True),  # how the picture came about
    Column("file_id", String(255), nullable=False),  # by which this bot may send it again
    Column("created_at", BigInteger, nullable=False),
)

data_keys = Table(
    "data_keys",
    metadata,
    Column("fingerprint", LargeBinary, primary_key=True),  # of the master key that sealed these records
    Column("created_at", BigInteger, nullable=False),
)
