"""Native polls: sent once, answered by updates of their own, and stopped when nothing counts any more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from telegram import Bot
from telegram.error import BadRequest

from bot.front_telegram.address import where
from bot.front_telegram.logs import told
from bot.front_telegram.mail import Mail
from bot.front_telegram.outgoing import Ask, Stop
from bot.front_telegram.trying import tried
from bot.store import ChatId, Pending, Place, Store

_log = structlog.get_logger(__name__)

_ELSEWHERE = ("thread not found", "chat not found", "topic_", "peer_id_invalid", "deactivated")
"""Words of refusals that are not about polls: nothing else can be said there either."""

Refused = Callable[[ChatId, str], Awaitable[None]]
"""Told of the chat and the night whose poll may not be sent."""


class Asking:
    """Sends and stops the polls of one bot."""

    def __init__(self, bot: Bot, store: Store, mail: Mail, refused: Refused | None = None) -> None:
        self._bot = bot
        self._store = store
        self._mail = mail
        self._refused = refused

    async def ask(self, pending: Pending, ask: Ask) -> None:
        """Send a poll, unless it is there already, and note which it is."""
        if await self._place(pending.chat, ask.deck) is not None:
            return
        chat, topic = where(pending.address)
        try:
            sent = await tried(
                lambda: self._bot.send_poll(
                    chat,
                    ask.question,
                    ask.options,
                    message_thread_id=topic,
                    is_anonymous=False,
                    allows_multiple_answers=True,
                )
            )
        except BadRequest as error:
            if self._refused is None or any(words in error.message.lower() for words in _ELSEWHERE):
                raise
            _log.info("a poll is not allowed", chat=pending.chat, **told(error))
            await self._refused(pending.chat, ask.night)
            return
        assert sent.poll is not None
        async with self._store.turn() as memory:
            await self._mail.shown(memory).put(pending.chat, ask.deck, Place(message=sent.message_id, film=None))
            await self._mail.polls(memory).put(pending.chat, ask.night, sent.poll.id)

    async def stop(self, pending: Pending, stop: Stop) -> None:
        """Close a poll; one that is closed or gone is closed enough."""
        place = await self._place(pending.chat, stop.deck)
        if place is None:
            return
        try:
            await tried(lambda: self._bot.stop_poll(where(pending.address)[0], place.message))
        except BadRequest as error:
            _log.info("a poll was closed already", chat=pending.chat, **told(error))

    async def _place(self, chat: ChatId, deck: str) -> Place | None:
        async with self._store.turn() as memory:
            return await self._mail.shown(memory).place(chat, deck)
