"""The parts of a running bot, side by side: receiver, worker, sender."""

from __future__ import annotations

import asyncio
import platform
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import partial

import structlog
from telegram import BotCommand
from telegram.constants import ChatAction
from telegram.ext import ExtBot

from bot.front_telegram.commands import MENU
from bot.front_telegram.gallery import Gallery
from bot.front_telegram.logs import told
from bot.front_telegram.mail import ANSWER, SAY, Mail
from bot.front_telegram.receive import Receiver
from bot.front_telegram.send import Sender
from bot.front_telegram.shift import Shift
from bot.front_telegram.updates import Heard, Kind, Me
from bot.front_telegram.work import Talk, Worker
from bot.store import Pending, Store, Waiting
from bot.wording import Words
from index.movie import Movie

_log = structlog.get_logger(__name__)

_WORKERS, _SPEAKERS, _ANSWERERS = 4, 16, 8  # chats that are served at once
_FINISH_SECONDS = 5.0  # for turns in hand when it stops, and as long again for what is to be said
_CLEAN_SECONDS = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a bot on Telegram is made of."""

    store: Store
    talk: Talk
    movie: Callable[[int], Movie | None]  # by TMDB id, for pictures
    words: Words
    night: Talk | None = None  # answers /movienight and its buttons; without it they are told that it is not there


class Service:
    """One bot at work."""

    def __init__(self, bot: ExtBot[None], parts: Parts) -> None:
        self._bot = bot
        self._store = parts.store
        self._words = parts.words
        self._mail = Mail(bot=bot.id, holder=platform.node()[:64])
        me = Me(id=bot.id, username=bot.username)
        self._receiver = Receiver(bot, parts.store, self._mail, me, self._filed)
        self._worker = Worker(parts.store, self._mail, parts.talk, parts.words, parts.night)
        sender = Sender(bot, parts.store, self._mail, Gallery(parts.store, self._mail, parts.movie))
        self._works = Shift[Waiting](self._worker.take, self._work, hands=_WORKERS)
        self._says = Shift[Pending](partial(sender.take, SAY), sender.say, hands=_SPEAKERS)
        self._answers = Shift[Pending](partial(sender.take, ANSWER), sender.answer, hands=_ANSWERERS)
        self._asides: set[asyncio.Task[None]] = set()

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set; then take nothing new, finish what is in hand and say what is left to say."""
        async with self._store.turn() as memory:
            await self._mail.release(memory)
        self._aside(self._introduce())
        ended = asyncio.create_task(stop.wait())
        receives = asyncio.create_task(self._receiver.run())
        works = asyncio.create_task(self._works.run())
        others = [asyncio.create_task(run) for run in (self._says.run(), self._answers.run(), self._clean())]
        _log.info("serving", bot=self._bot.username)
        try:
            done, _ = await asyncio.wait([ended, receives, works, *others], return_when=asyncio.FIRST_COMPLETED)
            await _cancelled(receives, works)
            await self._works.finish(_FINISH_SECONDS)
            await self._flush(_FINISH_SECONDS)
            for task in done:
                task.result()  # raises what ended a part that should not end
        finally:
            await _cancelled(ended, receives, works, *others, *self._asides)
            await asyncio.gather(*(shift.finish(1) for shift in (self._works, self._says, self._answers)))
        _log.info("stopped")

    def _filed(self, heard: Sequence[Heard]) -> None:
        """Show at once that an answer is being made."""
        for one in heard:
            if one.kind is Kind.SAID:
                self._aside(self._type(int(one.turn.chat)))
        if heard:
            self._works.ring()

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

    async def _type(self, chat: int) -> None:
        await self._bot.send_chat_action(chat, ChatAction.TYPING)

    async def _introduce(self) -> None:
        await self._bot.set_my_commands([BotCommand(name, self._words(f"menu-{name}")) for name in MENU])

    async def _clean(self) -> None:
        """Now and then, throw away what no longer matters."""
        while True:
            try:
                async with self._store.turn() as memory:
                    await self._mail.inbox(memory).clean()
            except Exception as broken:  # the next time will do
                _log.warning("old numbers were not deleted", **told(broken))
            await asyncio.sleep(_CLEAN_SECONDS)

    def _aside(self, work: Awaitable[None]) -> None:
        """Do something that nothing waits for."""
        task = asyncio.create_task(_quietly(work))
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)


async def _quietly(work: Awaitable[None]) -> None:
    """Nothing depends on it, so that it may fail."""
    try:
        await work
    except Exception as broken:
        _log.debug("an aside failed", **told(broken))


async def _cancelled(*tasks: asyncio.Task[object]) -> None:
    """Cancel tasks and wait until they are over."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
