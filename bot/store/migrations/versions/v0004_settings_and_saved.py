"""The settings of each chat, and the films that people saved for later."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of settings and of saved films."""
    op.create_table(
        "settings",
        sa.Column("chat_id", _ROW_ID, nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name="fk_settings_chat_id_chats", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", name="pk_settings"),
    )
    op.create_table(
        "saved",
        sa.Column("person_id", _ROW_ID, nullable=False),
        sa.Column("tmdb", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name="fk_saved_person_id_people", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id", "tmdb", name="pk_saved"),
    )
