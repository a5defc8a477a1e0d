"""Movie nights on Telegram: updates that are for one, and the clock that closes it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import structlog

from bot.front_telegram.address import group_of
from bot.front_telegram.deeplinks import WISH, Links
from bot.front_telegram.logs import told
from bot.front_telegram.mail import Keep, Mail
from bot.front_telegram.markup import message
from bot.front_telegram.outgoing import Say, Saying
from bot.front_telegram.tables import ask_deck, ask_decks, asked, private_deck, privately, question, render
from bot.front_telegram.tongue import words_of
from bot.front_telegram.updates import CHANNEL, Heard, Kind
from bot.groups import Board, Move
from bot.movienight import MovieNight
from bot.playing.night import NightTurn
from bot.store import ChatId, DoneAlreadyError, PersonId, Store, Topics, Transaction
from bot.wording import Words
from bot.wording.speaking import speaking

_log = structlog.get_logger(__name__)

_HOLD_SECONDS = 15

Present = Callable[[str, str], Awaitable[bool]]
"""Whether, in a chat, there is a user: both by Telegram's ids."""


class Evening:
    """Plays the nights of one bot's groups."""

    def __init__(
        self, nights: MovieNight[Transaction], store: Store, mail: Mail, links: Links, present: Present
    ) -> None:
        self._nights = nights
        self._store = store
        self._mail = mail
        self._links = links
        self._present = present

    async def respond(self, chat: ChatId, heard: Heard, keep: Keep) -> bool:
        """Answer an update with one call of `keep`; False, and nothing done, when it is not for a night."""
        if not heard.turn.group:
            return await self._privately(chat, heard, keep)
        turn = asked(heard, await self._answered(chat, heard))
        if turn is None:
            return False
        if heard.kind is Kind.LEFT:
            await self._left(chat, heard, turn)
        if heard.kind is Kind.BALLOT and not await self._may_vote(chat, turn):
            async with self._store.turn() as memory:
                await keep(memory, ())
            return True

        async def alongside(memory: Transaction, board: Board) -> None:
            if board.fresh and (group := group_of(heard.turn.chat)):
                await Topics(memory).put(await memory.chat_of(CHANNEL, group, "group"), chat)
            if heard.query is not None and not board.night:
                _log.info("a button means nothing here", chat=chat)
            said = list(render(board, heard, self._link(chat, board)))
            if board.asks and heard.query is not None:
                said.append(await self._question(memory, heard, board))
            await keep(memory, said)

        await self._nights.respond(turn, alongside)
        return True

    async def count(self) -> bool:
        """Close the nights whose time has come, and ask about films that were watched; whether there were any."""
        now = datetime.now(UTC)
        async with self._store.turn() as memory:
            due = [(chat, *await memory.address_of(chat)) for chat in await memory.due_nights(now)]
        return any([await self._counted(chat, address, now) for chat, channel, address in due if channel == CHANNEL])

    async def forget(self, memory: Transaction, heard: Heard) -> None:
        """Take a person out of all nights, before they are forgotten."""
        person = await memory.person_of(CHANNEL, heard.turn.user)
        await self._nights.forget(memory, person)
        await self._mail.shown(memory).drop_all(*ask_decks(person))

    async def without_poll(self, chat: ChatId, night: str) -> None:
        """A poll may not be sent in a chat: its night goes on by buttons, and it says so."""

        async def alongside(memory: Transaction, board: Board) -> None:
            await self._mail.post(memory, chat, Say(html=message(board.note)), *render(board, None))

        async with self._store.turn() as memory:
            address = (await memory.address_of(chat))[1]
        await self._nights.without_poll(CHANNEL, address, night, datetime.now(UTC), alongside)

    async def _may_vote(self, chat: ChatId, turn: NightTurn) -> bool:
        """Whether who answered a poll is in the group: polls can be forwarded, and then anybody may answer."""
        async with self._store.turn() as memory:
            person = await memory.met(CHANNEL, turn.user)
            if person is not None and await self._nights.has(memory, chat, turn.night or "", person):
                return True
        return await self._present(turn.chat, turn.user)

    async def _left(self, chat: ChatId, heard: Heard, turn: NightTurn) -> None:
        """Who left a group is out of the nights of its topics too."""
        async with self._store.turn() as memory:
            topics = [(each, (await memory.address_of(each))[1]) for each in await Topics(memory).of(chat)]
        for topic, address in topics:

            async def alongside(memory: Transaction, board: Board, topic: ChatId = topic) -> None:
                await self._mail.post(memory, topic, *render(board, heard))

            await self._nights.respond(replace(turn, chat=address), alongside)

    async def _privately(self, chat: ChatId, heard: Heard, keep: Keep) -> bool:
        """A private wish: the link that leads to it, or the reply that holds it."""
        if heard.kind is Kind.COMMAND and heard.turn.command == "start":
            parts = self._links.read(heard.turn.text)
            if parts is None or parts[0] != WISH or len(parts) != 3:
                return False
            words = await self._words(chat, heard)
            said = await self._invited(ChatId(int(parts[1])), parts[2], heard.turn.user, words)
            async with self._store.turn() as memory:
                await keep(memory, [said])
            return True
        found = privately(await self._answered(chat, heard))
        if found is None:
            return False
        await self._wish(ChatId(found[0]), found[1], heard, await self._words(chat, heard), keep)
        return True

    async def _invited(self, group: ChatId, night: str, user: str, words: Words) -> Saying:
        """Asks for a private wish, where there is still a night to wish for and the person may."""
        address = await self._open(group, night)
        if address is None:
            return Say(html=message(words("night-link-old")))
        if not await self._present(address, user):
            return Say(html=message(words("night-link-others")))
        text = words("night-ask-privately")
        return question(private_deck(group, night), text, words("night-button-privately"))

    async def _wish(self, group: ChatId, night: str, heard: Heard, words: Words, keep: Keep) -> None:
        """A wish that was written in private changes the message of the group, which says no word of it."""
        turn, address = heard.turn, await self._open(group, night)
        if address is None:
            async with self._store.turn() as memory:
                await keep(memory, [Say(html=message(words("night-link-old")))])
            return

        async def alongside(memory: Transaction, board: Board) -> None:
            text = words("night-noted-privately") if board.changed else board.note
            await keep(memory, [Say(html=message(text))])
            if board.changed:
                await self._mail.post(memory, group, *render(board, None, self._link(group, board)))

        step = NightTurn(channel=CHANNEL, chat=address, user=turn.user, name=turn.name or "?", at=turn.at)
        step = replace(step, move=Move.WISH, night=night, text=turn.text, private=True, key=turn.key)
        step = replace(step, language=words.code)
        await self._nights.respond(step, alongside)

    async def _words(self, chat: ChatId, heard: Heard) -> Words:
        async with self._store.turn() as memory:
            return await words_of(memory, chat, heard.turn)

    async def _open(self, group: ChatId, night: str) -> str | None:
        """Where a group is, if people can still wish for this night of it."""
        async with self._store.turn() as memory:
            if await self._nights.open(memory, group, night) is None:
                return None
            return (await memory.address_of(group))[1]

    async def _question(self, memory: Transaction, heard: Heard, board: Board) -> Saying:
        """Asks one member among others for a wish."""
        user, name = heard.turn.user, heard.turn.name or "?"
        deck = ask_deck(board.night, await memory.person_of(CHANNEL, user))
        words = speaking(heard.turn.language)
        return question(deck, words("night-ask", name=name), words("night-button-wish"), to=(user, name))

    def _link(self, chat: ChatId, board: Board) -> str:
        return self._links.address(WISH, chat, board.night) if board.night else ""

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
            if not await self._mail.inbox(memory).let_go(chat):
                raise DoneAlreadyError
            await self._mail.post(memory, chat, *render(board, None))

        async with self._store.turn() as memory:  # a worker may take a vote just now, or another process count
            if not await self._mail.inbox(memory).hold(chat, _HOLD_SECONDS):
                return False
        try:
            if await self._nights.count(CHANNEL, address, now, alongside) is not None:
                return True
        except Exception as broken:  # the nights of others are counted all the same
            _log.error("a night cannot be counted", chat=chat, **told(broken))
        async with self._store.turn() as memory:
            await self._mail.inbox(memory).let_go(chat)
        return False
