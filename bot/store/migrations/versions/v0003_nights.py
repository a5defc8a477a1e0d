"""The movie night of each group, and when its votes are counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table of nights."""
    op.create_table(
        "nights",
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("closes_at", sa.BigInteger()),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_nights_chat_id_chats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", name="pk_nights"),
    )
    op.create_index("ix_nights_closes_at", "nights", ["closes_at"])
