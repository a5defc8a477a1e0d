"""Movie nights on Telegram: updates that are for one, and the clock that closes it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import structlog

from bot.front_telegram.logs import told
from bot.front_telegram.mail import Keep, Mail
from bot.front_telegram.tables import asked, render
from bot.front_telegram.updates import CHANNEL, Heard, Kind
from bot.groups import Board
from bot.movienight import MovieNight
from bot.store import ChatId, PersonId, Store, Transaction

_log = structlog.get_logger(__name__)


class Evening:
    """Plays the nights of one bot's groups."""

    def __init__(self, nights: MovieNight[Transaction], store: Store, mail: Mail) -> None:
        self._nights = nights
        self._store = store
        self._mail = mail

    async def respond(self, chat: ChatId, heard: Heard, keep: Keep) -> bool:
        """Answer an update with one call of `keep`; False, and nothing done, when it is not for a night."""
        turn = asked(heard, await self._answered(chat, heard))
        if turn is None:
            return False

        async def alongside(memory: Transaction, board: Board) -> None:
            await keep(memory, render(board, heard))

        await self._nights.respond(turn, alongside)
        return True

    async def count(self) -> bool:
        """Close the nights whose time has come; whether there were any."""
        now = datetime.now(UTC)
        async with self._store.turn() as memory:
            due = [(chat, *await memory.address_of(chat)) for chat in await memory.due_nights(now)]
        return any([await self._counted(chat, address, now) for chat, channel, address in due if channel == CHANNEL])

    async def forget(self, memory: Transaction, heard: Heard) -> None:
        """Take a person out of all nights, before they are forgotten."""
        await self._nights.forget(memory, await memory.person_of(CHANNEL, heard.turn.user))

    async def tell(self, memory: Transaction, person: PersonId) -> list[dict[str, Any]]:
        """What is kept of a person in nights."""
        return await self._nights.tell(memory, person)

    async def _answered(self, chat: ChatId, heard: Heard) -> str | None:
        if heard.kind is not Kind.SAID or heard.answered is None:
            return None
        async with self._store.turn() as memory:
            return await self._mail.shown(memory).deck(chat, heard.answered)

    async def _counted(self, chat: ChatId, address: str, now: datetime) -> bool:
        async def alongside(memory: Transaction, board: Board) -> None:
            await self._mail.post(memory, chat, *render(board, None))

        try:
            return await self._nights.count(CHANNEL, address, now, alongside) is not None
        except Exception as broken:  # the nights of others are counted all the same
            _log.error("a night cannot be counted", chat=chat, **told(broken))
            return False
