"""From the inbox to the outbox: one update, one answer, one transaction."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import partial
from typing import Protocol

import structlog

from bot.conversation import Alongside
from bot.front_telegram.callbacks import FORGET_ME
from bot.front_telegram.cards import render
from bot.front_telegram.commands import answer, talked
from bot.front_telegram.desk import Desk
from bot.front_telegram.evening import Evening
from bot.front_telegram.logs import told
from bot.front_telegram.mail import ANSWER, SAY, Mail
from bot.front_telegram.markup import NOTE, message, shorten
from bot.front_telegram.outgoing import Answer, Say, Saying
from bot.front_telegram.tongue import words_of
from bot.front_telegram.updates import CHANNEL, Heard, Kind, from_bytes
from bot.front_telegram.uploads import Uploads
from bot.reply import Reply
from bot.store import DoneAlreadyError, Store, Transaction, Waiting
from bot.turn import Turn
from bot.wording import Words
from bot.wording.speaking import speaking

_log = structlog.get_logger(__name__)

_LEASE_SECONDS = 15
_TRIES = 3


class Talk(Protocol):
    """What answers a turn: `bot.conversation.Conversation`."""

    async def respond(self, turn: Turn, alongside: Alongside | None = None) -> Reply:
        """The reply to a turn; `alongside` is kept in the same transaction as what the turn changed."""


class Worker:
    """Answers updates, a chat's own in order."""

    def __init__(
        self,
        store: Store,
        mail: Mail,
        talk: Talk,
        words: Words,
        desk: Desk,
        *,
        uploads: Uploads | None = None,
        evening: Evening | None = None,
        days: int | None = None,  # after which a chat that nobody uses is deleted
    ) -> None:
        self._store = store
        self._mail = mail
        self._talk = talk
        self._words = words
        self._desk = desk
        self._uploads = uploads
        self._evening = evening
        self._days = days

    async def take(self) -> Waiting | None:
        """The next update of a chat that nobody answers."""
        async with self._store.turn() as memory:
            return await self._mail.inbox(memory).take(_LEASE_SECONDS)

    async def do(self, waiting: Waiting) -> None:
        """Answer an update; when it cannot be answered, try again, and at last say so."""
        try:
            heard = from_bytes(waiting.body)
            await self._answer(waiting, heard)
        except DoneAlreadyError:
            _log.info("an update was answered elsewhere", update=waiting.update)
        except Exception as broken:
            _log.error("an update failed", update=waiting.update, tries=waiting.tries + 1, **told(broken))
            await self._failed(waiting)

    async def _answer(self, waiting: Waiting, heard: Heard) -> None:
        turn = talked(heard.turn)
        if self._evening and await self._evening.respond(waiting.chat, heard, partial(self._put, waiting)):
            return
        if await self._desk.respond(waiting.chat, heard, partial(self._put, waiting)):
            return
        if heard.kind is Kind.FILE and self._uploads:
            await self._uploads.take(waiting.chat, heard, partial(self._put, waiting))
        elif turn.command == FORGET_ME:
            await self._forget(waiting, heard)
        elif heard.kind is Kind.GONE:
            await self._gone(waiting)
        elif heard.kind is Kind.SAID or turn.action is not None:

            async def alongside(memory: Transaction, reply: Reply) -> None:
                words = await words_of(memory, waiting.chat, turn)
                await self._put(waiting, memory, render(reply, heard, words, places=self._desk.places))

            await self._talk.respond(turn, alongside)
        else:
            await self._say(waiting, heard)

    async def _put(self, waiting: Waiting, memory: Transaction, outgoing: Sequence[Saying]) -> None:
        await self._mail.inbox(memory).done(waiting)
        await self._mail.post(memory, waiting.chat, *outgoing)

    async def _say(self, waiting: Waiting, heard: Heard) -> None:
        """The plain answers: to commands, to what is not read, to buttons that mean nothing any more."""
        async with self._store.turn() as memory:
            words = await words_of(memory, waiting.chat, heard.turn)
            if heard.kind is Kind.TAPPED:
                outgoing: tuple[Saying, ...] = render(Reply(), heard, words)
            else:
                outgoing = answer(heard.turn, words, days=self._days)
            await self._put(waiting, memory, outgoing)

    async def _gone(self, waiting: Waiting) -> None:
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).done(waiting)
            for lane in (SAY, ANSWER):
                await self._mail.outbox(memory, lane).drop(waiting.chat)

    async def _forget(self, waiting: Waiting, heard: Heard) -> None:
        """Delete the person and their private chat. The last word needs an address, so a bare chat is made for it."""
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).done(waiting)
            gone = await self._desk.forget(memory, waiting.chat, heard)
            chat = await memory.chat_of(CHANNEL, heard.turn.chat)
            said = [Answer(query=heard.query)] if heard.query else []
            await self._mail.post(memory, chat, *said, Say(html=message(gone)))

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
