"""What a front end has shown: which message shows which deck, and pictures that need not be sent as bytes again."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select

from bot.store.ports import ChatId
from bot.store.schema import messages, posters
from bot.store.transaction import Transaction
from bot.store.upserting import upsert

_DECKS = 64  # of a chat that are remembered; older ones are found again by a tap on them


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The message that shows a deck."""

    message: int
    film: int | None  # TMDB id of the film whose picture it shows; None: it has no picture, or it is not known


class Shown:
    """What one bot has shown, over one open transaction."""

    def __init__(self, transaction: Transaction, bot: int) -> None:
        self._transaction = transaction
        self._bot = bot

    async def place(self, chat: ChatId, deck: str) -> Place | None:
        """Where a deck is shown."""
        wanted = select(messages.c.message_id, messages.c.film).where(self._in(chat), messages.c.deck_id == deck)
        row = (await self._transaction.connection.execute(wanted)).one_or_none()
        return None if row is None else Place(message=row.message_id, film=row.film)

    async def deck(self, chat: ChatId, message: int) -> str | None:
        """The deck that a message shows."""
        wanted = select(messages.c.deck_id).where(self._in(chat), messages.c.message_id == message)
        found: str | None = await self._transaction.connection.scalar(wanted)
        return found

    async def put(self, chat: ChatId, deck: str, place: Place) -> None:
        """Remember where a deck is shown now; a deck that the message showed before is no longer there."""
        before = (messages.c.message_id == place.message) & (messages.c.deck_id != deck)
        await self._transaction.connection.execute(delete(messages).where(self._in(chat), before))
        values = {"message_id": place.message, "film": place.film, "updated_at": int(self._transaction.now)}
        statement = upsert(self._transaction.connection, messages)
        statement = statement.values(bot=self._bot, chat_id=chat, deck_id=deck, **values)
        keys = [messages.c.bot, messages.c.chat_id, messages.c.deck_id]
        await self._transaction.connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))
        newest = select(messages.c.message_id).where(self._in(chat)).order_by(messages.c.message_id.desc())
        oldest = await self._transaction.connection.scalar(newest.offset(_DECKS - 1).limit(1))
        if oldest is not None:
            old = delete(messages).where(self._in(chat), messages.c.message_id < oldest)
            await self._transaction.connection.execute(old)

    async def drop_all(self, begin: str, end: str) -> None:
        """Forget where decks are shown whose names begin and end so, in any chat."""
        named = messages.c.deck_id.startswith(begin, autoescape=True) & messages.c.deck_id.endswith(
            end, autoescape=True
        )
        await self._transaction.connection.execute(delete(messages).where(messages.c.bot == self._bot, named))

    def _in(self, chat: ChatId) -> ColumnElement[bool]:
        return (messages.c.bot == self._bot) & (messages.c.chat_id == chat)


class Pictures:
    """Pictures that a bot has uploaded, by the id under which it may send them again; over one open transaction."""

    def __init__(self, transaction: Transaction, bot: int) -> None:
        self._transaction = transaction
        self._bot = bot

    async def find(self, tmdb: int, kind: str, within: float | None = None) -> str | None:
        """The id of a film's picture, unless it was uploaded longer than so many seconds ago."""
        wanted = select(posters.c.file_id).where(self._of(tmdb, kind))
        if within is not None:
            wanted = wanted.where(posters.c.created_at > int(self._transaction.now - within))
        found: str | None = await self._transaction.connection.scalar(wanted)
        return found

    async def put(self, tmdb: int, kind: str, file_id: str) -> None:
        """Remember a picture."""
        values = {"file_id": file_id, "created_at": int(self._transaction.now)}
        statement = upsert(self._transaction.connection, posters).values(bot=self._bot, tmdb=tmdb, kind=kind, **values)
        keys = [posters.c.bot, posters.c.tmdb, posters.c.kind]
        await self._transaction.connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=values))

    async def forget(self, tmdb: int) -> None:
        """Let go of a film's pictures, which can no longer be sent."""
        mine = (posters.c.bot == self._bot) & (posters.c.tmdb == tmdb)
        await self._transaction.connection.execute(delete(posters).where(mine))

    def _of(self, tmdb: int, kind: str) -> ColumnElement[bool]:
        return (posters.c.bot == self._bot) & (posters.c.tmdb == tmdb) & (posters.c.kind == kind)
