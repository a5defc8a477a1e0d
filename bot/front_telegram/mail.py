"""Inbox and outbox of one running bot, over a transaction of the store."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.front_telegram.outgoing import Answer, Saying, to_bytes
from bot.store import ChatId, Inbox, Outbox, Pictures, Polls, Shown, Transaction

SAY, ANSWER = "say", "answer"
"""The lanes of the outbox: answers to taps do not wait for messages."""

Keep = Callable[[Transaction, Sequence[Saying]], Awaitable[None]]
"""Posts what is to be said and marks the update as answered, in the transaction that keeps what it changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """Whose mail it is and who handles it."""

    bot: int
    holder: str  # of leases: this host, so that it can go on where an earlier life of it ended

    def inbox(self, transaction: Transaction) -> Inbox:
        """What came in."""
        return Inbox(transaction, self.bot, self.holder)

    def outbox(self, transaction: Transaction, lane: str) -> Outbox:
        """What is to go out."""
        return Outbox(transaction, self.bot, lane, self.holder)

    def shown(self, transaction: Transaction) -> Shown:
        """Which message shows which deck."""
        return Shown(transaction, self.bot)

    def polls(self, transaction: Transaction) -> Polls:
        """Which poll is for which night."""
        return Polls(transaction, self.bot)

    def pictures(self, transaction: Transaction) -> Pictures:
        """Pictures that were uploaded."""
        return Pictures(transaction, self.bot)

    async def post(self, transaction: Transaction, chat: ChatId, *outgoing: Saying) -> None:
        """Put messages into the outbox, in order."""
        for one in outgoing:
            lane = ANSWER if isinstance(one, Answer) else SAY
            await self.outbox(transaction, lane).put(chat, to_bytes(one))

    async def release(self, transaction: Transaction) -> None:
        """Let go of what an earlier life of this host had in its hands."""
        await self.inbox(transaction).release()
        for lane in (SAY, ANSWER):
            await self.outbox(transaction, lane).release()

    async def said(self, transaction: Transaction) -> bool:
        """Whether nothing that is due is left to be said."""
        return all([await self.outbox(transaction, lane).empty() for lane in (SAY, ANSWER)])
