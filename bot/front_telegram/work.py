"""From the inbox to the outbox: one update, one answer, one transaction."""

from __future__ import annotations

from typing import Protocol

import structlog

from bot.conversation import Alongside
from bot.front_telegram.callbacks import FORGET_ME
from bot.front_telegram.cards import render
from bot.front_telegram.commands import Said, answer
from bot.front_telegram.logs import told
from bot.front_telegram.mail import ANSWER, SAY, Mail
from bot.front_telegram.markup import NOTE, message, shorten
from bot.front_telegram.outgoing import Answer, Say
from bot.front_telegram.updates import CHANNEL, Heard, Kind, from_bytes
from bot.reply import Reply
from bot.store import DoneAlreadyError, Store, Transaction, Waiting
from bot.turn import Turn
from bot.wording import Words

_log = structlog.get_logger(__name__)

_LEASE_SECONDS = 15
_TRIES = 3
_NIGHT = "movienight"


class Talk(Protocol):
    """What answers a turn: `bot.conversation.Conversation`, or a movie night."""

    async def respond(self, turn: Turn, alongside: Alongside | None = None) -> Reply:
        """The reply to a turn; `alongside` is kept in the same transaction as what the turn changed."""


class Worker:
    """Answers updates, a chat's own in order."""

    def __init__(self, store: Store, mail: Mail, talk: Talk, words: Words, night: Talk | None = None) -> None:
        self._store = store
        self._mail = mail
        self._talk = talk
        self._words = words
        self._night = night

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
        turn = heard.turn
        night = self._night is not None and turn.command == _NIGHT
        if turn.command == FORGET_ME:
            await self._forget(waiting, heard)
        elif heard.kind is Kind.GONE:
            await self._gone(waiting)
        elif heard.kind in {Kind.PUZZLE, Kind.COMMAND} and not night:
            await self._say(waiting, answer(turn, self._words))
        elif heard.kind is Kind.TAPPED and turn.action is None and not night:
            await self._keep(waiting, heard, Reply())
        else:
            talk = self._night if night and self._night is not None else self._talk

            async def alongside(memory: Transaction, reply: Reply) -> None:
                await self._put(memory, waiting, heard, reply)

            await talk.respond(turn, alongside)

    async def _keep(self, waiting: Waiting, heard: Heard, reply: Reply) -> None:
        async with self._store.turn() as memory:
            await self._put(memory, waiting, heard, reply)

    async def _put(self, memory: Transaction, waiting: Waiting, heard: Heard, reply: Reply) -> None:
        await self._mail.inbox(memory).done(waiting)
        await self._mail.post(memory, waiting.chat, *render(reply, heard, self._words))

    async def _say(self, waiting: Waiting, said: Said) -> None:
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).done(waiting)
            if said.text:
                await self._mail.post(memory, waiting.chat, Say(html=message(said.text), keys=said.keys))

    async def _gone(self, waiting: Waiting) -> None:
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).done(waiting)
            for lane in (SAY, ANSWER):
                await self._mail.outbox(memory, lane).drop(waiting.chat)

    async def _forget(self, waiting: Waiting, heard: Heard) -> None:
        """Delete the person and their private chat. The last word needs an address, so a bare chat is made for it."""
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).done(waiting)
            await memory.forget_person(await memory.person_of(CHANNEL, heard.turn.user))
            if not heard.turn.group:
                await memory.forget_chat(waiting.chat)
            chat = await memory.chat_of(CHANNEL, heard.turn.chat)
            said = [Answer(query=heard.query)] if heard.query else []
            await self._mail.post(memory, chat, *said, Say(html=message(self._words("forgotten"))))

    async def _failed(self, waiting: Waiting) -> None:
        async with self._store.turn() as memory:
            inbox = self._mail.inbox(memory)
            if waiting.tries + 1 < _TRIES:
                await inbox.again(waiting, seconds=0.5 * 2**waiting.tries)
                return
            await inbox.done(waiting)
            await self._mail.post(memory, waiting.chat, self._sorry(waiting))

    def _sorry(self, waiting: Waiting) -> Say | Answer:
        text = self._words("broken")
        try:
            query = from_bytes(waiting.body).query
        except ValueError:
            query = None
        return Answer(query=query, text=shorten(text, NOTE), alert=True) if query else Say(html=message(text))
