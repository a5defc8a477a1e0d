"""The parts of a running bot, side by side: receiver, worker, sender."""

from __future__ import annotations

import asyncio
import contextlib
import platform
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from telegram import InlineQuery
from telegram.constants import ChatAction
from telegram.ext import ExtBot

from bot.front_telegram.address import where
from bot.front_telegram.chatting import Chatting, Talk
from bot.front_telegram.deeplinks import Links
from bot.front_telegram.desk import Desk
from bot.front_telegram.door import Door
from bot.front_telegram.evening import Evening
from bot.front_telegram.gallery import Gallery
from bot.front_telegram.inline import Inline
from bot.front_telegram.listening import Listening
from bot.front_telegram.logs import told
from bot.front_telegram.mail import ANSWER, SAY, Mail
from bot.front_telegram.menus import introduce
from bot.front_telegram.ranks import Ranks
from bot.front_telegram.receive import Receiver
from bot.front_telegram.send import PACE, Sender
from bot.front_telegram.shift import Shift
from bot.front_telegram.thumbs import Thumbs
from bot.front_telegram.updates import CHANNEL, Heard, Kind, Me
from bot.front_telegram.uploads import Uploads
from bot.front_telegram.work import Worker
from bot.movienight import MovieNight
from bot.playing.scene import House
from bot.store import Pending, Store, Transaction, Waiting
from bot.store.sweeping import sweep
from bot.watching import Places
from bot.wording import Words
from index.movie import Movie

_log = structlog.get_logger(__name__)

_WORKERS, _SPEAKERS, _ANSWERERS = 4, 16, 8  # chats that are served at once
_FINISH_SECONDS = 5.0  # for turns in hand when it stops, and as long again for what is to be said
_CLEAN_SECONDS, _SWEEP_SECONDS = 3600, 24 * 3600 - 60
_COUNT_SECONDS = 2
_HEALTH_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a bot on Telegram is made of."""

    store: Store
    talk: Talk
    movie: Callable[[int], Movie | None]  # by TMDB id, for pictures
    words: Words
    house: Callable[[], House]
    night: MovieNight[Transaction] | None = None  # of groups; without it people are told that it is not there
    pace: float = PACE  # seconds between two edits of a table
    places: Places | None = None  # says where a film can be watched, where there is a key for it
    admins: Sequence[str] = ()  # chats that get what is written to /feedback, by their ids on Telegram
    retention_days: int | None = None  # after which a chat that nobody uses is deleted


class Service:
    """One bot at work."""

    def __init__(
        self,
        bot: ExtBot[None],
        parts: Parts,
        listening: Listening | None = None,
        renew: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        self._bot = bot
        self._store = parts.store
        self._parts = parts
        self._mail = Mail(bot=bot.id, holder=_holder(listening))
        me, links, ranks = Me(id=bot.id, username=bot.username), Links(bot.username, bot.token), Ranks(bot)
        self._inline = Inline(bot, parts.store, parts.house, links)
        self._receiver = Receiver(bot, parts.store, self._mail, me, heard=self._filed, asked=self._offered, renew=renew)
        self._posted = listening is not None and listening.webhook is not None
        self._door = Door(listening, bot.token, self._receiver.take, self._health) if listening else None
        night = parts.night
        self._evening = Evening(night, parts.store, self._mail, links, ranks.present) if night else None
        desk = Desk(parts.store, self._mail, parts.house, parts.talk, self._evening, parts.admins, parts.places)
        self._worker = Worker(
            parts.store,
            self._mail,
            parts.words,
            rooms=(
                Thumbs(parts.store, self._mail),
                *([self._evening] if self._evening else ()),
                desk,
                Uploads(parts.store, parts.house, self._fetch),
                Chatting(parts.talk, links, ranks.admin, places=desk.places),
            ),
            days=parts.retention_days,
        )
        gallery = Gallery(parts.store, self._mail, parts.movie)
        refused = self._evening.without_poll if self._evening else None
        sender = Sender(bot, parts.store, self._mail, gallery, parts.pace, refused)
        self._works = Shift[Waiting](self._worker.take, self._work, hands=_WORKERS)
        self._says = Shift[Pending](partial(sender.take, SAY), sender.say, hands=_SPEAKERS)
        self._answers = Shift[Pending](partial(sender.take, ANSWER), sender.answer, hands=_ANSWERERS)
        self._sweep_at = 0.0  # by the monotonic clock
        self._asides: set[asyncio.Task[None]] = set()
        self._typing: dict[int, asyncio.Task[None]] = {}  # inline queries that are being answered, by person

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set; then take nothing new, finish what is in hand and say what is left to say."""
        async with self._store.turn() as memory:
            await self._mail.release(memory)
        if self._door:
            await self._door.open()
        self._aside(introduce(self._bot, feedback=bool(self._parts.admins)))
        stopped = asyncio.create_task(stop.wait())
        ending = asyncio.Event()  # set by a part that breaks, too
        loops = [
            asyncio.create_task(run)
            for run in (self._receive(ending), self._works.run(), self._says.run(), self._answers.run())
        ]
        rounds = [asyncio.create_task(now_and_then) for now_and_then in (self._clean(ending), self._count(ending))]
        if self._door and not self._posted:
            rounds.append(asyncio.create_task(self._door.run(ending)))
        _log.info("serving", bot=self._bot.username)
        try:
            await asyncio.wait([stopped, *loops], return_when=asyncio.FIRST_COMPLETED)
            ending.set()
            self._works.end()
            await asyncio.wait(loops[:2])
            await self._works.finish(_FINISH_SECONDS)
            await self._flush(_FINISH_SECONDS)
        finally:
            ending.set()
            if self._parts.places:
                self._parts.places.close()
            shifts = (self._works, self._says, self._answers)
            for shift in shifts:
                shift.end()
            await asyncio.gather(*(shift.finish(1) for shift in shifts))
            await asyncio.wait([*loops, *rounds])
            await _cancelled(stopped, *self._asides)
        for loop in loops:
            loop.result()  # raises what ended a part that should not end
        _log.info("stopped")

    async def _receive(self, ending: asyncio.Event) -> None:
        if self._door and self._posted:
            await self._door.run(ending)
        else:
            await self._receiver.run(ending)

    async def _health(self) -> str:
        """What is wrong, in a few words; empty when all is well."""
        try:
            async with asyncio.timeout(_HEALTH_SECONDS), self._store.turn() as memory:
                await self._mail.said(memory)
        except Exception as broken:
            _log.warning("the database does not answer", **told(broken))
            return "the database does not answer"
        return "Telegram does not answer" if not self._posted and self._receiver.jammed else ""

    def _filed(self, heard: Sequence[Heard]) -> None:
        """Show at once that an answer is being made."""
        for one in heard:
            if one.kind in {Kind.SAID, Kind.FILE} or (one.kind is Kind.COMMAND and not one.turn.group):
                self._aside(self._type(one.turn.chat))
        if heard:
            self._works.ring()

    def _offered(self, query: InlineQuery) -> None:
        """Answer an inline query; a newer one of the same person is worth more than it."""
        person = query.from_user.id
        if (older := self._typing.get(person)) is not None:
            older.cancel()
        task = self._aside(self._inline.answer(query))
        self._typing[person] = task
        task.add_done_callback(lambda done: self._typing.pop(person) if self._typing.get(person) is done else None)

    async def _work(self, waiting: Waiting) -> None:
        await self._worker.do(waiting)
        self._answers.ring()
        self._says.ring()

    async def _flush(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            async with self._store.turn() as memory:
                said = await self._mail.said(memory)
            if said and self._says.idle and self._answers.idle:
                return
            await asyncio.sleep(0.05)

    async def _type(self, chat: str) -> None:
        number, topic = where(chat)
        await self._bot.send_chat_action(number, ChatAction.TYPING, message_thread_id=topic)

    async def _fetch(self, file_id: str) -> bytes:
        return bytes(await (await self._bot.get_file(file_id)).download_as_bytearray())

    async def _clean(self, ending: asyncio.Event) -> None:
        """Now and then, throw away what no longer matters."""
        while not ending.is_set():
            try:
                async with self._store.turn() as memory:
                    await self._mail.inbox(memory).clean()
                await self._sweep()
            except Exception as broken:  # the next time will do
                _log.warning("old numbers were not deleted", **told(broken))
            await _paused(ending, _CLEAN_SECONDS)

    async def _sweep(self) -> None:
        """Once a day, forget what nobody has used for long."""
        days, now = self._parts.retention_days, time.monotonic()
        if days is None or now < self._sweep_at:
            return
        self._sweep_at = now + _SWEEP_SECONDS
        while True:
            async with self._store.turn() as memory:
                chats, people = await sweep(memory, CHANNEL, days)
            if chats or people:
                _log.info("forgot what nobody used", chats=chats, people=people)
            if not chats:
                return

    async def _count(self, ending: asyncio.Event) -> None:
        """Close movie nights when their time has come."""
        while self._evening and not ending.is_set():
            try:
                if await self._evening.count():
                    self._says.ring()
            except Exception as broken:  # the next time will do
                _log.warning("nights were not counted", **told(broken))
            await _paused(ending, _COUNT_SECONDS)

    def _aside(self, work: Awaitable[None]) -> asyncio.Task[None]:
        """Do something that nothing waits for."""
        task = asyncio.create_task(_quietly(work))
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)
        return task


def _holder(listening: Listening | None) -> str:
    """Who holds leases: the same name after a restart, and another one for each process that runs side by side.

    Only one process can ask for a bot's updates; those that are posted to have an address each.
    """
    return f"{platform.node()[:56]}:{listening.port}" if listening and listening.webhook else platform.node()[:64]


async def _paused(ending: asyncio.Event, seconds: float) -> None:
    """Wait so many seconds, or until it ends."""
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(ending.wait(), seconds)


async def _quietly(work: Awaitable[None]) -> None:
    """Nothing depends on it, so that it may fail."""
    try:
        await work
    except Exception as broken:
        _log.debug("an aside failed", **told(broken))


async def _cancelled(*tasks: asyncio.Task[Any]) -> None:
    """Cancel tasks and wait until they are over."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
