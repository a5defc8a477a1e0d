"""Inbox, outbox and their leases; which message shows which deck, and pictures that can be sent again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of delivery."""
    op.create_table(
        "inbox",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", _ROW_ID),
        sa.Column("body", sa.LargeBinary()),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        _of_chat("inbox"),
        sa.PrimaryKeyConstraint("bot", "update_id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_chat_id_update_id", "inbox", ["chat_id", "update_id"])
    op.create_table(
        "outbox",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("bot", sa.BigInteger(), nullable=False),
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("lane", sa.String(8), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        _of_chat("outbox"),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat_id_lane_id", "outbox", ["chat_id", "lane", "id"])
    op.create_table(
        "leases",
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("task", sa.String(8), nullable=False),
        sa.Column("holder", sa.String(64), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        _of_chat("leases"),
        sa.PrimaryKeyConstraint("chat_id", "task", name="pk_leases"),
    )
    op.create_table(
        "messages",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("deck_id", sa.String(64), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("film", sa.BigInteger()),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        _of_chat("messages"),
        sa.PrimaryKeyConstraint("bot", "chat_id", "deck_id", name="pk_messages"),
    )
    op.create_table(
        "posters",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tmdb", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("file_id", sa.String(255), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("bot", "tmdb", "kind", name="pk_posters"),
    )


def _of_chat(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=f"fk_{table}_chat_id_chats", ondelete="CASCADE")
