"""What is kept of chats in which several people talk."""

from __future__ import annotations

from sqlalchemy import func, select

from bot.store.ports import ChatId, PersonId
from bot.store.schema import chats, feedback, sessions
from bot.store.standing import TAKEN_BACK
from bot.store.transaction import Transaction
from engine.request import Verdict


class Shared:
    """The groups of a store, over one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def thumbs(self, chat: ChatId) -> tuple[tuple[PersonId, int, Verdict], ...]:
        """(person, TMDB id, verdict): what each person says of each film in a chat, the oldest verdict first."""
        latest = select(func.max(feedback.c.id)).where(feedback.c.chat_id == chat)
        rows = await self._transaction.connection.execute(
            select(feedback.c.person_id, feedback.c.tmdb, feedback.c.verdict)
            .where(feedback.c.id.in_(latest.group_by(feedback.c.person_id, feedback.c.tmdb)))
            .where(feedback.c.verdict != TAKEN_BACK)
            .order_by(feedback.c.id)
        )
        return tuple((PersonId(row.person_id), row.tmdb, Verdict(row.verdict)) for row in rows)

    async def sessions(self) -> tuple[tuple[ChatId, str], ...]:
        """The sessions of all groups."""
        of = select(sessions.c.chat_id).join(chats).where(chats.c.kind == "group").order_by(sessions.c.chat_id)
        found = (await self._transaction.connection.scalars(of)).all()
        bodies = [(ChatId(chat), await self._transaction.session(ChatId(chat))) for chat in found]
        return tuple((chat, body) for chat, body in bodies if body is not None)
