"""What chats have chosen, and the films that people keep for later; over one open transaction."""

from __future__ import annotations

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import delete, select

from bot.preferences import Preferences
from bot.store.ports import ChatId, PersonId
from bot.store.schema import saved, settings
from bot.store.transaction import Transaction
from bot.store.upserting import upsert

_PREFERENCES: TypeAdapter[Preferences] = TypeAdapter(Preferences)
_KIND = "settings"


class Choices:
    """The settings of chats."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of(self, chat: ChatId) -> Preferences:
        """What a chat has chosen; the defaults when it has not."""
        wanted = select(settings.c.body).where(settings.c.chat_id == chat)
        sealed = await self._transaction.connection.scalar(wanted)
        if sealed is None:
            return Preferences()
        body = await self._transaction.unseal(chat, _KIND, sealed)
        try:
            return _PREFERENCES.validate_json(body)
        except ValidationError:  # written by another version
            return Preferences()

    async def put(self, chat: ChatId, chosen: Preferences) -> None:
        """Keep what a chat has chosen."""
        sealed = await self._transaction.seal(chat, _KIND, _PREFERENCES.dump_json(chosen))
        values = {"body": sealed, "updated_at": int(self._transaction.now)}
        statement = upsert(self._transaction.connection, settings).values(chat_id=chat, **values)
        statement = statement.on_conflict_do_update(index_elements=[settings.c.chat_id], set_=values)
        await self._transaction.connection.execute(statement)

    async def sharing(self) -> tuple[ChatId, ...]:
        """Chats whose thumbs may train what others are served by too, as it stands now."""
        chats = await self._transaction.connection.scalars(select(settings.c.chat_id).order_by(settings.c.chat_id))
        return tuple([ChatId(chat) for chat in chats.all() if (await self.of(ChatId(chat))).sharing])


class Saved:
    """The films that people want to see one day."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    async def of(self, person: PersonId) -> tuple[int, ...]:
        """TMDB ids, the latest first."""
        wanted = select(saved.c.tmdb).where(saved.c.person_id == person)
        rows = await self._transaction.connection.scalars(wanted.order_by(saved.c.created_at.desc(), saved.c.tmdb))
        return tuple(rows)

    async def put(self, person: PersonId, tmdb: int) -> None:
        """Save a film; one that is saved stays where it is in the list."""
        values = {"person_id": person, "tmdb": tmdb, "created_at": int(self._transaction.now)}
        statement = upsert(self._transaction.connection, saved).values(values)
        await self._transaction.connection.execute(statement.on_conflict_do_nothing())

    async def drop(self, person: PersonId, tmdb: int) -> None:
        """Let a film go."""
        gone = delete(saved).where(saved.c.person_id == person, saved.c.tmdb == tmdb)
        await self._transaction.connection.execute(gone)
