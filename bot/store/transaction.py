"""One turn's reads and writes, in one transaction: all of them are kept, or none."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Table, delete, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import StoreError
from bot.store import schema
from bot.store.merging import forget_places, merge
from bot.store.ports import LEAVING, ChatId, Directory, Feedback, Histories, Memory, Nights, PersonId, Privacy
from bot.store.schema import chats, nights, people, sessions
from bot.store.sealing import Cipher, new_key
from bot.store.standing import TAKEN_BACK, Standing, standing_of, standing_rows
from bot.store.upserting import upsert
from engine.request import Verdict

_feedback = schema.feedback


class Transaction(Directory, Memory, Histories, Nights, Privacy):
    """All ports of `bot.store.ports` over one open transaction; made by `Store.turn`."""

    def __init__(
        self, connection: AsyncConnection, cipher: Cipher, clock: Callable[[], float], standing: Standing
    ) -> None:
        self._connection = connection
        self._stands = standing
        self._cipher = cipher
        self._clock = clock
        self._keys: dict[tuple[str, int], tuple[bytes, bytes]] = {}  # lookup and sealed key of rows that were found
        self.forgot = False  # whether something was deleted that must leave no trace

    # Directory

    async def chat_of(self, channel: str, platform_chat: str, kind: str = "private") -> ChatId:
        """See `Directory.chat_of`."""
        return ChatId(await self._row_of(chats, channel, platform_chat, kind=kind))

    async def person_of(self, channel: str, platform_user: str) -> PersonId:
        """See `Directory.person_of`."""
        return PersonId(await self._row_of(people, channel, platform_user))

    async def met(self, channel: str, platform_user: str) -> PersonId | None:
        """See `Directory.met`."""
        lookup = self._cipher.digest(people.name, f"{channel}\0{platform_user}")
        found = await self._connection.scalar(select(people.c.id).where(people.c.lookup == lookup))
        return None if found is None else PersonId(found)

    async def address_of(self, chat: ChatId) -> tuple[str, str]:
        """See `Directory.address_of`."""
        channel, platform_chat = await self._address(chats, chat)
        return channel, platform_chat

    async def user_of(self, person: PersonId) -> tuple[str, str]:
        """Channel and platform id of a person."""
        channel, platform_user = await self._address(people, person)
        return channel, platform_user

    async def knows_chat(self, channel: str, platform_chat: str) -> bool:
        """Whether there is a chat with these ids; none is made."""
        lookup = self._cipher.digest(chats.name, f"{channel}\0{platform_chat}")
        return await self._connection.scalar(select(chats.c.id).where(chats.c.lookup == lookup)) is not None

    async def move_chat(self, channel: str, old: str, new: str) -> None:
        """See `Directory.move_chat`."""
        lookup = self._cipher.digest(chats.name, f"{channel}\0{old}")
        row = await self._connection.scalar(select(chats.c.id).where(chats.c.lookup == lookup))
        if row is None:
            return
        taken = self._cipher.digest(chats.name, f"{channel}\0{new}")
        newer = await self._connection.scalar(select(chats.c.id).where(chats.c.lookup == taken))
        await forget_places(self._connection, ChatId(row))
        if newer is not None and newer != row:
            await self._merge(ChatId(newer), ChatId(row))
        key = await self._key(chats, row)
        values = self._sealed_row(chats, channel, new, key)
        self._keys.clear()  # what was found under the old id
        await self._connection.execute(update(chats).where(chats.c.id == row).values(values))

    # Memory

    async def session(self, chat: ChatId) -> str | None:
        """See `Memory.session`."""
        return await self._body(sessions, "session", chat)

    async def save_session(self, chat: ChatId, body: str) -> None:
        """See `Memory.save_session`."""
        await self._save(sessions, "session", chat, body)

    async def record(self, feedback: Feedback) -> bool:
        """See `Memory.record`."""
        return await self.record_all((feedback,)) == 1

    async def verdicts(self, chat: ChatId, person: PersonId | None = None) -> dict[int, Verdict]:
        """See `Memory.verdicts`."""
        if person is None:
            return await self._stands.of(self._connection, chat)
        latest = select(func.max(_feedback.c.id)).where(_feedback.c.chat_id == chat, _feedback.c.person_id == person)
        return await standing_of(self._connection, latest.group_by(_feedback.c.tmdb))

    async def said_in(self, chat: ChatId, person: PersonId, deck: str) -> tuple[int, Verdict] | None:
        """See `Memory.said_in`."""
        mine = (_feedback.c.chat_id == chat) & (_feedback.c.person_id == person) & (_feedback.c.deck_id == deck)
        wanted = select(_feedback.c.tmdb, _feedback.c.verdict).where(mine).order_by(_feedback.c.id.desc()).limit(1)
        row = (await self._connection.execute(wanted)).one_or_none()
        return None if row is None or row.verdict == TAKEN_BACK else (int(row.tmdb), Verdict(row.verdict))

    # Nights

    async def night(self, chat: ChatId) -> str | None:
        """See `Nights.night`."""
        return await self._body(nights, "night", chat)

    async def save_night(self, chat: ChatId, body: str, closes_at: datetime | None) -> None:
        """See `Nights.save_night`."""
        closes = None if closes_at is None else int(closes_at.timestamp())
        await self._save(nights, "night", chat, body, closes_at=closes)

    async def nights(self) -> tuple[tuple[ChatId, str], ...]:
        """See `Nights.nights`."""
        found = (await self._connection.scalars(select(nights.c.chat_id).order_by(nights.c.chat_id))).all()
        bodies = [(ChatId(chat), await self.night(ChatId(chat))) for chat in found]
        return tuple((chat, body) for chat, body in bodies if body is not None)

    async def due_nights(self, at: datetime) -> tuple[ChatId, ...]:
        """See `Nights.due_nights`."""
        due = select(nights.c.chat_id).where(nights.c.closes_at <= int(at.timestamp())).order_by(nights.c.closes_at)
        return tuple(ChatId(chat) for chat in await self._connection.scalars(due))

    async def thumbs_in(self, chat: ChatId) -> tuple[tuple[PersonId, int, Verdict], ...]:
        """See `Nights.thumbs_in`."""
        latest = select(func.max(_feedback.c.id)).where(_feedback.c.chat_id == chat)
        rows = await standing_rows(self._connection, latest.group_by(_feedback.c.person_id, _feedback.c.tmdb))
        return tuple((PersonId(row.person_id), row.tmdb, Verdict(row.verdict)) for row in rows)

    async def verdicts_of(self, person: PersonId) -> dict[int, Verdict]:
        """See `Nights.verdicts_of`."""
        latest = select(func.max(_feedback.c.id)).where(_feedback.c.person_id == person)
        return await standing_of(self._connection, latest.group_by(_feedback.c.tmdb))

    # Privacy

    async def export_person(self, person: PersonId) -> dict[str, Any]:
        """See `Privacy.export_person`."""
        channel, platform_user = await self._address(people, person)
        since = await self._connection.scalar(select(people.c.created_at).where(people.c.id == person))
        rows = await self._connection.execute(
            select(_feedback.c.chat_id, _feedback.c.tmdb, _feedback.c.verdict, _feedback.c.created_at)
            .where(_feedback.c.person_id == person)
            .order_by(_feedback.c.id)
        )
        said = [{"chat": chat, "tmdb": tmdb, "verdict": verdict, "at": at} for chat, tmdb, verdict, at in rows]
        return {"channel": channel, "id": platform_user, "since": since, "feedback": said}

    async def forget_person(self, person: PersonId) -> None:
        """See `Privacy.forget_person`."""
        await self._forget(people, person)

    async def forget_chat(self, chat: ChatId) -> None:
        """See `Privacy.forget_chat`."""
        await self._forget(chats, chat)

    async def part(self, chat: ChatId) -> None:
        """Delete a chat that was left, once nothing stands or waits in it any more; nothing happens to others."""
        more = [table for table in schema.metadata.sorted_tables if table not in {chats, schema.leases}]
        kept = [exists().where(table.c.chat_id == chat) for table in more if "chat_id" in table.c]
        gone = delete(chats).where(chats.c.id == chat, chats.c.kind == LEAVING, *(~each for each in kept))
        if (await self._connection.execute(gone)).rowcount:
            self.forgot = True

    # Histories

    async def record_all(self, feedback: Sequence[Feedback]) -> int:
        """See `Histories.record_all`."""
        rows: dict[bytes, Feedback] = {}
        for one in feedback:
            rows.setdefault(self._cipher.digest("update", one.update_key), one)
        values = [
            {
                "chat_id": one.chat,
                "person_id": one.person,
                "tmdb": one.tmdb,
                "verdict": one.verdict or TAKEN_BACK,
                "update_key": key,
                "deck_id": one.deck,
                "created_at": self._now(),
            }
            for key, one in rows.items()
        ]
        if not values:
            return 0
        # What was recorded before, here or by another process, is passed over.
        kept = upsert(self._connection, _feedback).on_conflict_do_nothing().returning(_feedback.c.id)
        return len((await self._connection.scalars(kept, values)).all())

    # For what else is kept of a chat in the same transaction: `bot.store.inbox` and those beside it.

    @property
    def connection(self) -> AsyncConnection:
        """The open transaction's connection."""
        return self._connection

    @property
    def now(self) -> float:
        """Unix seconds."""
        return self._clock()

    async def seal(self, chat: ChatId, kind: str, plain: bytes) -> bytes:
        """`plain` under the chat's own key."""
        return self._cipher.seal(kind, plain, await self._key(chats, chat))

    async def unseal(self, chat: ChatId, kind: str, sealed: bytes) -> bytes:
        """What `seal` was given."""
        return self._cipher.unseal(kind, sealed, await self._key(chats, chat))

    # People and chats are sealed alike.

    async def _row_of(self, table: Table, channel: str, platform_id: str, **more: str) -> int:
        lookup = self._cipher.digest(table.name, f"{channel}\0{platform_id}")
        known = select(table.c.id, table.c.key).where(table.c.lookup == lookup)
        found = (await self._connection.execute(known)).one_or_none()
        if found is not None:
            self._keys[table.name, found.id] = lookup, found.key
            return int(found.id)
        values = self._sealed_row(table, channel, platform_id, new_key()) | {"created_at": self._now()}
        made = upsert(self._connection, table).values(**values, **more).on_conflict_do_nothing().returning(table.c.id)
        number = await self._connection.scalar(made)
        if number is None:  # another process met them in the same moment
            number = (await self._connection.scalars(known)).one()
        return int(number)

    def _sealed_row(self, table: Table, channel: str, platform_id: str, key: bytes) -> dict[str, Any]:
        lookup = self._cipher.digest(table.name, f"{channel}\0{platform_id}")
        address = json.dumps([channel, platform_id]).encode()
        return {
            "lookup": lookup,
            "sealed": self._cipher.seal(f"{table.name} address", address, key),
            "key": self._cipher.seal(key_kind(table, lookup), key),
        }

    async def _merge(self, newer: ChatId, into: ChatId) -> None:
        async def reseal(kind: str, sealed: bytes) -> bytes:
            return await self.seal(into, kind, await self.unseal(newer, kind, sealed))

        await merge(self._connection, newer, into, reseal)

    async def _key(self, table: Table, row: int, *, hold: bool = False) -> bytes:
        hold = hold and self._connection.dialect.name != "sqlite"  # where many write at a time
        if hold or (table.name, row) not in self._keys:
            wanted = select(table.c.lookup, table.c.key).where(table.c.id == row)
            found = (await self._connection.execute(wanted.with_for_update(key_share=True) if hold else wanted)).first()
            if found is None:
                raise StoreError(f"Number {row} is not among the {table.name}: ask for it by its platform id again.")
            self._keys[table.name, row] = found.lookup, found.key
        lookup, key = self._keys[table.name, row]
        return self._cipher.unseal(key_kind(table, lookup), key)

    async def _address(self, table: Table, row: int) -> list[str]:
        key = await self._key(table, row)
        sealed = await self._connection.scalar(select(table.c.sealed).where(table.c.id == row))
        address: list[str] = json.loads(self._cipher.unseal(f"{table.name} address", sealed or b"", key))
        return address

    async def _body(self, table: Table, kind: str, chat: ChatId) -> str | None:
        key = await self._key(chats, chat, hold=True)
        sealed = await self._connection.scalar(select(table.c.body).where(table.c.chat_id == chat))
        return None if sealed is None else self._cipher.unseal(kind, sealed, key).decode()

    async def _save(self, table: Table, kind: str, chat: ChatId, body: str, **more: int | None) -> None:
        values = {"body": await self.seal(chat, kind, body.encode()), "updated_at": self._now(), **more}
        saved = upsert(self._connection, table).values(chat_id=chat, **values)
        await self._connection.execute(saved.on_conflict_do_update(index_elements=[table.c.chat_id], set_=values))

    async def _forget(self, table: Table, row: int) -> None:
        await self._connection.execute(delete(table).where(table.c.id == row))
        self._keys.pop((table.name, row), None)
        self.forgot = True

    def _now(self) -> int:
        return int(self._clock())


def key_kind(table: Table, lookup: bytes) -> str:
    """Binds a key to its row: moved to another, it opens nothing."""
    return f"{table.name} key {lookup.hex()}"
