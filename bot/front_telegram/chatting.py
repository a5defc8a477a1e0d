"""Turns for the conversation: words, taps on cards, and links that open a film or a deck."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Protocol

import structlog

from bot.conversation import Alongside
from bot.front_telegram.cards import render
from bot.front_telegram.commands import talked
from bot.front_telegram.deeplinks import MINE, Links, film_of
from bot.front_telegram.mail import Keep
from bot.front_telegram.updates import Heard, Kind
from bot.playing.sharing import PAGING
from bot.reply import Reply
from bot.store import ChatId, PersonId, Transaction
from bot.turn import Action, Turn
from bot.wording.speaking import speaking

_log = structlog.get_logger(__name__)

Admin = Callable[[str, str], Awaitable[bool]]
"""Whether, in a chat, a user is an admin: both by Telegram's ids."""


class Talk(Protocol):
    """What answers a turn: `bot.conversation.Conversation`."""

    async def respond(self, turn: Turn, alongside: Alongside | None = None) -> Reply:
        """The reply to a turn; `alongside` is kept in the same transaction as what the turn changed."""

    async def forget(self, memory: Transaction, person: PersonId) -> None:
        """Take a person out of what groups share."""


class Chatting:
    """Hands turns to the conversation, and its replies to the outbox."""

    def __init__(self, talk: Talk, links: Links, admin: Admin, *, places: bool = False) -> None:
        self._talk = talk
        self._links = links
        self._admin = admin
        self._places = places  # whether it can be said where a film is to be watched

    async def respond(self, chat: ChatId, heard: Heard, keep: Keep) -> bool:
        """Answer an update with one call of `keep`; False, and nothing done, when it is not for the conversation."""
        turn = replace(talked(self._linked(heard.turn)), glance=True)
        if heard.kind is not Kind.SAID and turn.action is None:
            return False

        async def alongside(memory: Transaction, reply: Reply) -> None:
            if heard.query is not None and not reply.cards and not reply.note:
                _log.info("a button means nothing here", chat=chat)
            mine = self._links.address(MINE, chat, reply.deck) if turn.group and reply.deck else ""
            await keep(memory, render(reply, heard, speaking(reply.language), mine=mine, places=self._places))

        await self._talk.respond(await self._ranked(turn), alongside)
        return True

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

    async def _ranked(self, turn: Turn) -> Turn:
        """With whether the person is an admin, where that matters."""
        if not (turn.group and turn.action in PAGING):
            return turn
        return replace(turn, admin=await self._admin(turn.chat, turn.user))
