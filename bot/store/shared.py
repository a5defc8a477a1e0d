"""What is kept of chats in which several people talk."""

from __future__ import annotations

from sqlalchemy import select

from bot.store.ports import ChatId
from bot.store.schema import chats, sessions
from bot.store.transaction import Transaction


class Shared:
    """The groups of a store, over one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def sessions(self) -> tuple[tuple[ChatId, str], ...]:
        """The sessions of all groups."""
        of = select(sessions.c.chat_id).join(chats).where(chats.c.kind == "group").order_by(sessions.c.chat_id)
        found = (await self._transaction.connection.scalars(of)).all()
        bodies = [(ChatId(chat), await self._transaction.session(ChatId(chat))) for chat in found]
        return tuple((chat, body) for chat, body in bodies if body is not None)
