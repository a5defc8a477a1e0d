"""What came in and is not answered yet: written before it is acknowledged, emptied when its answer is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, select, update

from bot.store.leases import Leases, milliseconds
from bot.store.ports import ChatId
from bot.store.schema import inbox
from bot.store.transaction import Transaction
from bot.store.upserting import upsert

_TASK = "work"
_LOOKS = 5
_KEPT_SECONDS = 48 * 3600  # numbers of done updates; Telegram repeats none that is older than 24 hours


class DoneAlreadyError(Exception):
    """Somebody else answered this update meanwhile: whatever this transaction did must be undone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An update to be answered."""

    update: int
    chat: ChatId
    address: str  # the platform's id of the chat, as it is now
    body: bytes
    tries: int  # that failed before


class Inbox:
    """The inbox of one bot, over one open transaction."""

    def __init__(self, transaction: Transaction, bot: int, holder: str) -> None:
        self._transaction = transaction
        self._bot = bot
        self._leases = Leases(transaction, _TASK, holder)

    async def put(self, update_id: int, chat: ChatId, body: bytes) -> bool:
        """Keep an update; False when it came before."""
        row = {
            "bot": self._bot,
            "update_id": update_id,
            "chat_id": chat,
            "body": await self._transaction.seal(chat, "inbox", body),
            "tries": 0,
            "due_at": 0,
            "created_at": int(self._transaction.now),
        }
        statement = upsert(self._transaction.connection, inbox).values(row).on_conflict_do_nothing()
        kept = await self._transaction.connection.execute(statement.returning(inbox.c.update_id))
        return kept.scalar_one_or_none() is not None

    async def take(self, seconds: float) -> Waiting | None:
        """The lowest update of a chat that nobody works for; the chat is leased for so many seconds."""
        for _ in range(_LOOKS):
            chat = await self._first()
            if chat is None:
                return None
            if await self._leases.take(chat, seconds) and (waiting := await self._read(chat)):
                return waiting
        return None  # others are quicker: there is enough for everybody

    async def _first(self) -> ChatId | None:
        """The chat with the lowest update, of those that are free and that nobody else looks at just now."""
        first = (
            select(func.min(inbox.c.update_id))
            .where(inbox.c.bot == self._bot, inbox.c.chat_id.is_not(None), inbox.c.chat_id.not_in(self._leases.taken()))
            .group_by(inbox.c.chat_id)
            .having(func.max(inbox.c.due_at) <= milliseconds(self._transaction.now))
        )
        wanted = (
            select(inbox.c.chat_id)
            .where(inbox.c.bot == self._bot, inbox.c.chat_id.is_not(None), inbox.c.update_id.in_(first))
            .order_by(inbox.c.update_id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        found = await self._transaction.connection.scalar(wanted)
        return None if found is None else ChatId(found)

    async def _read(self, chat: ChatId) -> Waiting | None:
        """The lowest update of a chat that is leased now; None when another process answered it between two looks."""
        wanted = select(inbox.c.update_id, inbox.c.body, inbox.c.tries).order_by(inbox.c.update_id).limit(1)
        mine = wanted.where(inbox.c.bot == self._bot, inbox.c.chat_id == chat)
        row = (await self._transaction.connection.execute(mine)).one_or_none()
        if row is None:
            await self._leases.release(chat)
            return None
        body = await self._transaction.unseal(chat, "inbox", row.body)
        _, address = await self._transaction.address_of(chat)
        return Waiting(update=row.update_id, chat=chat, address=address, body=body, tries=row.tries)

    async def done(self, waiting: Waiting) -> None:
        """Empty an update that is answered in this transaction, and let its chat go.

        Raises:
            DoneAlreadyError: It was answered before.

        """
        emptied = update(inbox).where(self._is(waiting.update), inbox.c.chat_id.is_not(None))
        done = await self._transaction.connection.execute(emptied.values(chat_id=None, body=None))
        if not done.rowcount:
            raise DoneAlreadyError
        await self._leases.release(waiting.chat)

    async def again(self, waiting: Waiting, seconds: float) -> None:
        """Count a try that failed, and let the chat go; it is not taken before so many seconds."""
        due = milliseconds(self._transaction.now + seconds)
        counted = update(inbox).where(self._is(waiting.update)).values(tries=inbox.c.tries + 1, due_at=due)
        await self._transaction.connection.execute(counted)
        await self._leases.release(waiting.chat)

    async def drop_all(self, told: Callable[[bytes], bool]) -> None:
        """Empty what waits to be answered in any chat and is `told` to be let go."""
        wanted = select(inbox.c.update_id, inbox.c.chat_id, inbox.c.body)
        waiting = wanted.where(inbox.c.bot == self._bot, inbox.c.chat_id.is_not(None))
        for row in (await self._transaction.connection.execute(waiting)).all():
            if told(await self._transaction.unseal(ChatId(row.chat_id), "inbox", row.body)):
                emptied = update(inbox).where(self._is(row.update_id)).values(chat_id=None, body=None)
                await self._transaction.connection.execute(emptied)

    async def hold(self, chat: ChatId, seconds: float) -> bool:
        """Whether the chat is this holder's alone for so many seconds, to change something that no update asked for."""
        return await self._leases.take(chat, seconds)

    async def let_go(self, chat: ChatId) -> bool:
        """End a `hold`; False when it had run out, so that somebody else may have been at work meanwhile."""
        return await self._leases.release(chat)

    async def release(self) -> None:
        """Let go of what an earlier life of this holder had in its hands."""
        await self._leases.release()

    async def clean(self) -> None:
        """Delete the numbers that cannot come again."""
        old = int(self._transaction.now) - _KEPT_SECONDS
        await self._transaction.connection.execute(
            delete(inbox).where(inbox.c.chat_id.is_(None), inbox.c.created_at < old)
        )

    def _is(self, update_id: int) -> ColumnElement[bool]:
        return (inbox.c.bot == self._bot) & (inbox.c.update_id == update_id)
