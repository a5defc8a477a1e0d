"""People, chats, feedback and sessions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "people",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("lookup", name="uq_people_lookup"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "chats",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("lookup", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_chats"),
        sa.UniqueConstraint("lookup", name="uq_chats_lookup"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "feedback",
        sa.Column("id", _ROW_ID, nullable=False),
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("person_id", _ROW_ID, nullable=False),
        sa.Column("tmdb", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.String(8), nullable=False),
        sa.Column("update_key", sa.LargeBinary(), nullable=False),
        sa.Column("deck_id", sa.String(64)),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("verdict IN ('up', 'down', 'seen', 'none')", name=op.f("ck_feedback_verdict")),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_feedback_chat_id_chats", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_feedback_person_id_people", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_feedback"),
        sa.UniqueConstraint("update_key", name="uq_feedback_update_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feedback_person_id", "feedback", ["person_id"])
    op.create_index("ix_feedback_chat_id_id", "feedback", ["chat_id", "id"])
    op.create_table(
        "sessions",
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_sessions_chat_id_chats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", name="pk_sessions"),
    )
    op.create_table(
        "data_keys",
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name="pk_data_keys"),
    )
