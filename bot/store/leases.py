"""Leases: one task of a chat is in one pair of hands at a time, until it is let go or a moment has passed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, delete, select

from bot.store.ports import ChatId
from bot.store.schema import leases
from bot.store.transaction import Transaction
from bot.store.upserting import upsert


class Leases:
    """The leases of one task, for one holder.

    A lease spares doing a thing twice; it does not forbid it, for a holder may be slow. What must not be done twice is
    looked at again in the transaction that keeps it.
    """

    def __init__(self, transaction: Transaction, task: str, holder: str) -> None:
        self._transaction = transaction
        self._task = task
        self._holder = holder

    async def take(self, chat: ChatId, seconds: float) -> bool:
        """Whether the chat is this holder's now, for so many seconds."""
        now = milliseconds(self._transaction.now)
        values = {"holder": self._holder, "until": now + round(seconds * 1000)}
        statement = upsert(self._transaction.connection, leases).values(chat_id=chat, task=self._task, **values)
        statement = statement.on_conflict_do_update(
            index_elements=[leases.c.chat_id, leases.c.task], set_=values, where=leases.c.until <= now
        )
        taken = await self._transaction.connection.execute(statement.returning(leases.c.chat_id))
        return taken.scalar_one_or_none() is not None

    async def release(self, chat: ChatId | None = None) -> bool:
        """Let a chat go, or all: those of an earlier life that ended without a word. Whether there were any."""
        statement = delete(leases).where(leases.c.task == self._task, leases.c.holder == self._holder)
        if chat is not None:
            statement = statement.where(leases.c.chat_id == chat)
        return bool((await self._transaction.connection.execute(statement)).rowcount)

    def taken(self) -> Select[Any]:
        """The chats that are in somebody's hands."""
        now = milliseconds(self._transaction.now)
        return select(leases.c.chat_id).where(leases.c.task == self._task, leases.c.until > now)


def milliseconds(seconds: float) -> int:
    """Unix seconds as the whole milliseconds that the tables hold."""
    return int(seconds * 1000)
