"""The polls that nights are voted in, and the topics of a group that had a night."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of polls and of topics."""
    op.create_table(
        "polls",
        sa.Column("bot", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("poll_id", sa.String(64), nullable=False),
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("night", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_polls_chat_id_chats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("bot", "poll_id", name="pk_polls"),
    )
    op.create_index("ix_polls_chat_id", "polls", ["chat_id"])
    op.create_table(
        "topics",
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("topic_id", _ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_topics_chat_id_chats", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["topic_id"], ["chats.id"], name="fk_topics_topic_id_chats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "topic_id", name="pk_topics"),
    )
    op.create_index("ix_topics_topic_id", "topics", ["topic_id"])
