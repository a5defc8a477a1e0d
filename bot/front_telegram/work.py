"""From the inbox to the outbox: one update, one answer, one transaction."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

import structlog

from bot.conversation import Alongside
from bot.front_telegram.callbacks import FORGET_ME
from bot.front_telegram.cards import render
from bot.front_telegram.commands import answer
from bot.front_telegram.deeplinks import MINE, Links, film_of
from bot.front_telegram.evening import Evening
from bot.front_telegram.logs import told
from bot.front_telegram.mail import ANSWER, SAY, Mail
from bot.front_telegram.markup import NOTE, message, shorten
from bot.front_telegram.outgoing import Answer, Say, Saying
from bot.front_telegram.thumbs import reacted, tapped
from bot.front_telegram.updates import CHANNEL, Heard, Kind, from_bytes
from bot.reply import Reply
from bot.store import DoneAlreadyError, PersonId, Store, Transaction, Waiting
from bot.turn import Action, Turn
from bot.wording import Words

_log = structlog.get_logger(__name__)

_LEASE_SECONDS = 15
_TRIES = 3
_PAGING = {Action.NEXT, Action.PREVIOUS, Action.OPEN, Action.SWITCH}

Admin = Callable[[str, str], Awaitable[bool]]
"""Whether, in a chat, a user is an admin: both by Telegram's ids."""


class Talk(Protocol):
    """What answers a turn: `bot.conversation.Conversation`."""

    async def respond(self, turn: Turn, alongside: Alongside | None = None) -> Reply:
        """The reply to a turn; `alongside` is kept in the same transaction as what the turn changed."""

    async def forget(self, memory: Transaction, person: PersonId) -> None:
        """Take a person out of what groups share."""


class Worker:
    """Answers updates, a chat's own in order."""

    def __init__(
        self,
        store: Store,
        mail: Mail,
        talk: Talk,
        words: Words,
        links: Links,
        admin: Admin,
        evening: Evening | None = None,
    ) -> None:
        self._store = store
        self._mail = mail
        self._talk = talk
        self._words = words
        self._evening = evening
        self._links = links
        self._admin = admin

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
        turn = heard.turn
        if heard.kind in {Kind.THUMBED, Kind.REACTED}:
            await self._thumb(waiting, heard)
            return
        if heard.kind is Kind.TAPPED and await self._elsewhere(waiting, heard):
            await self._say(waiting, heard)
            return
        if self._evening and await self._evening.respond(waiting.chat, heard, partial(self._put, waiting)):
            return
        turn = self._linked(turn)
        if turn.command == FORGET_ME:
            await self._forget(waiting, heard)
        elif heard.kind is Kind.LEFT:
            async with self._store.turn() as memory:
                await self._put(waiting, memory, ())
        elif heard.kind is Kind.GONE:
            await self._gone(waiting)
        elif heard.kind is Kind.SAID or turn.action is not None:

            async def alongside(memory: Transaction, reply: Reply) -> None:
                await self._put(waiting, memory, render(reply, heard, self._words, self._mine(waiting, turn, reply)))

            await self._talk.respond(await self._ranked(turn), alongside)
        else:
            await self._say(waiting, heard)

    def _linked(self, turn: Turn) -> Turn:
        """With what a link asks for that a person came by: a film, or a shared deck as their own."""
        link = self._links.read(turn.text) if turn.command == "start" and not turn.group else None
        if link is None:
            return turn
        if (film := film_of(link)) is not None:
            return replace(turn, command="", text="", action=Action.OPEN, film=film)
        if link[0] == MINE and len(link) == 3:
            return replace(turn, command="", text="", action=Action.MINE, lent=int(link[1]), deck=link[2])
        return turn

    def _mine(self, waiting: Waiting, turn: Turn, reply: Reply) -> str:
        """The link by which a deck of a group opens as one's own."""
        if not turn.group or reply.deck is None:
            return ""
        return self._links.address(MINE, waiting.chat, reply.deck)

    async def _ranked(self, turn: Turn) -> Turn:
        """With whether the person is an admin, where that matters."""
        if not (turn.group and turn.action in _PAGING):
            return turn
        return replace(turn, admin=await self._admin(turn.chat, turn.user))

    async def _put(self, waiting: Waiting, memory: Transaction, outgoing: Sequence[Saying]) -> None:
        await self._mail.inbox(memory).done(waiting)
        await self._mail.post(memory, waiting.chat, *outgoing)

    async def _say(self, waiting: Waiting, heard: Heard) -> None:
        """The plain answers: to commands, to what is not read, to buttons that mean nothing any more."""
        if heard.kind is Kind.TAPPED:
            outgoing: tuple[Saying, ...] = render(Reply(), heard, self._words)
        else:
            outgoing = answer(heard.turn, self._words)
        async with self._store.turn() as memory:
            await self._put(waiting, memory, outgoing)

    async def _thumb(self, waiting: Waiting, heard: Heard) -> None:
        async with self._store.turn() as memory:
            if heard.kind is Kind.REACTED:
                await reacted(memory, self._mail, waiting.chat, heard)
                await self._put(waiting, memory, ())
                return
            new = await tapped(memory, waiting.chat, heard)
            note = self._words("noted" if new else "again")
            await self._put(waiting, memory, [Answer(query=heard.query or "", text=shorten(note, NOTE))])

    async def _elsewhere(self, waiting: Waiting, heard: Heard) -> bool:
        """Whether a button speaks of another deck than its message shows, as none of ours does; nights look by name."""
        if heard.message is None or heard.turn.deck is None:
            return False
        async with self._store.turn() as memory:
            shown = await self._mail.shown(memory).deck(waiting.chat, heard.message)
        return shown is not None and shown != heard.turn.deck

    async def _gone(self, waiting: Waiting) -> None:
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).done(waiting)
            for lane in (SAY, ANSWER):
                await self._mail.outbox(memory, lane).drop(waiting.chat)

    async def _forget(self, waiting: Waiting, heard: Heard) -> None:
        """Delete the person and their private chat. The last word needs an address, so a bare chat is made for it."""
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).done(waiting)
            if self._evening:
                await self._evening.forget(memory, heard)
            person = await memory.person_of(CHANNEL, heard.turn.user)
            await self._talk.forget(memory, person)
            await memory.forget_person(person)
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
