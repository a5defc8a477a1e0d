"""From the inbox to the outbox: one update, one answer, one transaction."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

import structlog

from bot.front_telegram.cards import render
from bot.front_telegram.commands import answer
from bot.front_telegram.logs import told
from bot.front_telegram.mail import ANSWER, SAY, Keep, Mail
from bot.front_telegram.markup import NOTE, message, shorten
from bot.front_telegram.outgoing import Answer, Say, Saying
from bot.front_telegram.tongue import words_of
from bot.front_telegram.updates import Heard, Kind, from_bytes
from bot.reply import Reply
from bot.store import ChatId, DoneAlreadyError, Store, Transaction, Waiting
from bot.wording import Words
from bot.wording.speaking import speaking

_log = structlog.get_logger(__name__)

_LEASE_SECONDS = 15
_TRIES = 3


class Room(Protocol):
    """Where updates of one sort are answered."""

    async def respond(self, chat: ChatId, heard: Heard, keep: Keep) -> bool:
        """Answer an update with one call of `keep`; False, and nothing done, when it is not for this room."""


class Worker:
    """Answers updates, a chat's own in order."""

    def __init__(
        self, store: Store, mail: Mail, words: Words, rooms: Sequence[Room], *, days: int | None = None
    ) -> None:
        self._store = store
        self._mail = mail
        self._words = words
        self._rooms = rooms  # asked in this order
        self._days = days  # after which a chat that nobody uses is deleted

    async def take(self) -> Waiting | None:
        """The next update of a chat that nobody answers."""
        async with self._store.turn() as memory:
            return await self._mail.inbox(memory).take(_LEASE_SECONDS)

    async def do(self, waiting: Waiting) -> None:
        """Answer an update; when it cannot be answered, try again, and at last say so."""
        try:
            heard = from_bytes(waiting.body)
            # A group may have moved since it was said.
            heard = replace(heard, turn=replace(heard.turn, chat=waiting.address))
            await self._answer(waiting, heard)
        except DoneAlreadyError:
            _log.info("an update was answered elsewhere", update=waiting.update)
        except Exception as broken:
            _log.error("an update failed", update=waiting.update, tries=waiting.tries + 1, **told(broken))
            await self._failed(waiting)

    async def _answer(self, waiting: Waiting, heard: Heard) -> None:
        if heard.kind is Kind.GONE:
            await self._gone(waiting)
            return
        if not await self._elsewhere(waiting, heard):
            for room in self._rooms:
                if await room.respond(waiting.chat, heard, partial(self._put, waiting)):
                    return
        await self._say(waiting, heard)

    async def _put(self, waiting: Waiting, memory: Transaction, outgoing: Sequence[Saying]) -> None:
        await self._mail.inbox(memory).done(waiting)
        await self._mail.post(memory, waiting.chat, *outgoing)

    async def _say(self, waiting: Waiting, heard: Heard) -> None:
        """The plain answers: to commands, to what is not read, to buttons that mean nothing any more."""
        outgoing: Sequence[Saying] = ()
        async with self._store.turn() as memory:
            words = await words_of(memory, waiting.chat, heard.turn)
            if heard.kind is Kind.TAPPED:
                _log.info("a button means nothing here", update=waiting.update)
                outgoing = render(Reply(), heard, words)
            elif heard.kind is not Kind.LEFT:
                if heard.turn.command == "start" and heard.turn.text:
                    _log.info("a link leads nowhere", update=waiting.update)
                outgoing = answer(heard.turn, words, days=self._days)
            await self._put(waiting, memory, outgoing)

    async def _elsewhere(self, waiting: Waiting, heard: Heard) -> bool:
        """Whether a button speaks of another deck than its message shows, as none of ours does; nights look by name."""
        if heard.kind is not Kind.TAPPED or heard.message is None or heard.turn.deck is None:
            return False
        async with self._store.turn() as memory:
            shown = await self._mail.shown(memory).deck(waiting.chat, heard.message)
        return shown is not None and shown != heard.turn.deck

    async def _gone(self, waiting: Waiting) -> None:
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).done(waiting)
            for lane in (SAY, ANSWER):
                await self._mail.outbox(memory, lane).drop(waiting.chat)

    async def _failed(self, waiting: Waiting) -> None:
        async with self._store.turn() as memory:
            inbox = self._mail.inbox(memory)
            if waiting.tries + 1 < _TRIES:
                await inbox.again(waiting, seconds=0.5 * 2**waiting.tries)
                return
            await inbox.done(waiting)
            await self._mail.post(memory, waiting.chat, self._sorry(waiting))

    def _sorry(self, waiting: Waiting) -> Say | Answer:
        words, query = self._words, None
        with contextlib.suppress(ValueError):
            heard = from_bytes(waiting.body)
            words, query = speaking(heard.turn.language), heard.query
        text = words("broken")
        return Answer(query=query, text=shorten(text, NOTE), alert=True) if query else Say(html=message(text))
