"""What is to be said: written with the turn that it answers, deleted when it has been said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, insert, select, update

from bot.store.leases import Leases, milliseconds
from bot.store.ports import ChatId
from bot.store.schema import outbox
from bot.store.transaction import Transaction

_LOOKS = 5
_MOST = 20  # rows of a chat that are looked at together


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing to be said."""

    id: int
    body: bytes
    tries: int  # that failed before


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """What a chat is to be told, in order."""

    chat: ChatId
    address: str  # the platform's id of the chat
    rows: tuple[Row, ...]


class Outbox:
    """One lane of the outbox of one bot, over one open transaction. What is in one lane of a chat keeps its order."""

    def __init__(self, transaction: Transaction, bot: int, lane: str, holder: str) -> None:
        self._transaction = transaction
        self._bot = bot
        self._lane = lane
        self._leases = Leases(transaction, lane, holder)

    async def put(self, chat: ChatId, body: bytes) -> None:
        """Say something after all that waits in this lane."""
        sealed = await self._transaction.seal(chat, "outbox", body)
        values = {"bot": self._bot, "chat_id": chat, "lane": self._lane, "body": sealed, "tries": 0, "due_at": 0}
        values["created_at"] = int(self._transaction.now)
        await self._transaction.connection.execute(insert(outbox).values(values))

    async def take(self, seconds: float) -> Pending | None:
        """The first rows of a chat that nobody writes to; its lane is leased for so many seconds."""
        for _ in range(_LOOKS):
            chat = await self._first()
            if chat is None:
                return None
            if await self._leases.take(chat, seconds) and (pending := await self._read(chat)):
                return pending
        return None  # others are quicker: there is enough for everybody

    async def _first(self) -> ChatId | None:
        """The chat that waits longest, of those that are free and that nobody else looks at just now."""
        first = (
            select(func.min(outbox.c.id))
            .where(self._mine(), outbox.c.chat_id.not_in(self._leases.taken()))
            .group_by(outbox.c.chat_id)
            .having(func.max(outbox.c.due_at) <= milliseconds(self._transaction.now))
        )
        wanted = select(outbox.c.chat_id).where(outbox.c.id.in_(first)).order_by(outbox.c.id).limit(1)
        found = await self._transaction.connection.scalar(wanted.with_for_update(skip_locked=True))
        return None if found is None else ChatId(found)

    async def _read(self, chat: ChatId) -> Pending | None:
        wanted = select(outbox.c.id, outbox.c.body, outbox.c.tries).where(self._mine(), outbox.c.chat_id == chat)
        kept = (await self._transaction.connection.execute(wanted.order_by(outbox.c.id).limit(_MOST))).all()
        rows = [
            Row(id=row.id, body=await self._transaction.unseal(chat, "outbox", row.body), tries=row.tries)
            for row in kept
        ]
        if not rows:  # another process said it between two looks
            await self._leases.release(chat)
            return None
        _, address = await self._transaction.address_of(chat)
        return Pending(chat=chat, address=address, rows=tuple(rows))

    async def done(self, chat: ChatId, rows: Sequence[int]) -> None:
        """Delete what has been said, and let the lane go."""
        await self._transaction.connection.execute(delete(outbox).where(outbox.c.id.in_(rows)))
        await self._leases.release(chat)
        await self._transaction.part(chat)

    async def hold(self, chat: ChatId, seconds: float, failed: int | None = None) -> None:
        """Let the lane go, but say nothing in it for so many seconds; counts a try of the row that failed."""
        due = milliseconds(self._transaction.now + seconds)
        mine = update(outbox).where(self._mine(), outbox.c.chat_id == chat)
        await self._transaction.connection.execute(mine.values(due_at=due))
        if failed is not None:
            counted = update(outbox).where(outbox.c.id == failed).values(tries=outbox.c.tries + 1)
            await self._transaction.connection.execute(counted)
        await self._leases.release(chat)

    async def drop(self, chat: ChatId) -> None:
        """Say nothing of what waits in this lane, for nobody hears it any more."""
        await self._transaction.connection.execute(delete(outbox).where(self._mine(), outbox.c.chat_id == chat))
        await self._leases.release(chat)
        await self._transaction.part(chat)

    async def drop_all(self, told: Callable[[bytes], bool]) -> None:
        """Say nothing of what waits in this lane of any chat and is `told` to be let go."""
        wanted = select(outbox.c.id, outbox.c.chat_id, outbox.c.body).where(self._mine())
        for row in (await self._transaction.connection.execute(wanted)).all():
            if told(await self._transaction.unseal(ChatId(row.chat_id), "outbox", row.body)):
                await self._transaction.connection.execute(delete(outbox).where(outbox.c.id == row.id))

    async def release(self) -> None:
        """Let go of what an earlier life of this holder had in its hands."""
        await self._leases.release()

    async def empty(self) -> bool:
        """Whether nothing is due in this lane."""
        due = outbox.c.due_at <= milliseconds(self._transaction.now)
        return await self._transaction.connection.scalar(select(outbox.c.id).where(self._mine(), due).limit(1)) is None

    def _mine(self) -> ColumnElement[bool]:
        return (outbox.c.bot == self._bot) & (outbox.c.lane == self._lane)
