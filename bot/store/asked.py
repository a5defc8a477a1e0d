"""Polls that were sent, and topics in which there was a night: what leads from an update to the chat that it is for."""

from __future__ import annotations

from sqlalchemy import delete, select

from bot.store.ports import ChatId
from bot.store.schema import polls, topics
from bot.store.transaction import Transaction
from bot.store.upserting import upsert


class Polls:
    """The polls of one bot, over one open transaction."""

    def __init__(self, transaction: Transaction, bot: int) -> None:
        self._transaction = transaction
        self._bot = bot

    async def find(self, poll: str) -> tuple[ChatId, str] | None:
        """The chat and the night that a poll is for, by the platform's id of the poll."""
        wanted = select(polls.c.chat_id, polls.c.night).where(polls.c.bot == self._bot, polls.c.poll_id == poll)
        row = (await self._transaction.connection.execute(wanted)).one_or_none()
        return None if row is None else (ChatId(row.chat_id), str(row.night))

    async def put(self, chat: ChatId, night: str, poll: str) -> None:
        """Remember a poll; those of earlier nights of the chat are forgotten."""
        older = (polls.c.bot == self._bot) & (polls.c.chat_id == chat) & (polls.c.night != night)
        await self._transaction.connection.execute(delete(polls).where(older))
        values = {"bot": self._bot, "poll_id": poll, "chat_id": chat, "night": night}
        kept = upsert(self._transaction.connection, polls).values(values).on_conflict_do_nothing()
        await self._transaction.connection.execute(kept)


class Topics:
    """The topics of groups, which are chats of their own, over one open transaction."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of(self, group: ChatId) -> tuple[ChatId, ...]:
        """Those of a group."""
        wanted = select(topics.c.topic_id).where(topics.c.chat_id == group).order_by(topics.c.topic_id)
        return tuple(ChatId(topic) for topic in await self._transaction.connection.scalars(wanted))

    async def put(self, group: ChatId, topic: ChatId) -> None:
        """Remember that a chat is a topic of a group."""
        statement = upsert(self._transaction.connection, topics).values(chat_id=group, topic_id=topic)
        await self._transaction.connection.execute(statement.on_conflict_do_nothing())
