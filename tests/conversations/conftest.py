"""The bot as it is served, against the emulator: nothing of it is replaced."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.conversation import Conversation
from bot.front_telegram import Listening, Parts, serve
from bot.movienight import MovieNight
from bot.store import MasterCipher, Store
from bot.wiring import ActiveHouse
from bot.wording import words
from engine.request import Verdict
from tests.telegram_emulator import Chat, Emulator, Message

KEY = bytes(range(32))
WISH = "something like Interstellar but funnier"


@dataclass
class Served:
    """A bot that can be started and stopped over one database."""

    telegram: Emulator
    house: ActiveHouse
    path: Path
    movie: Callable[[int], Any] | None = None  # in place of the catalogue
    store: Store | None = None
    running: asyncio.Task[None] | None = None
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    talk: Callable[[Store], Any] | None = None  # in place of the conversation
    pace: float = 0.05  # seconds between two edits of a table; 4 where it is served
    listening: Listening | None = None
    url: str = ""  # of the database
    more: dict[str, Any] = field(default_factory=dict)  # other parts

    async def open(self) -> Store:
        return await Store.open(self.url or f"sqlite:///{self.path / 'matinee.db'}", MasterCipher(KEY))

    async def start(self) -> None:
        self.stop = asyncio.Event()
        self.store = await self.open()
        talk = self.talk(self.store) if self.talk else Conversation(self.store, self.house, words())
        parts = Parts(
            store=self.store,
            talk=talk,
            movie=self.movie or self.house.movie,
            words=words(),
            house=self.house,
            night=MovieNight(self.store.turn, self.house),
            pace=self.pace,
            **self.more,
        )
        self.running = asyncio.create_task(
            serve(self.telegram.token, self.telegram.url, parts, self.stop, self.listening)
        )
        queue, posted = self.telegram.bot.queue, self.listening and self.listening.webhook
        ready = (lambda: queue.webhook) if posted else (lambda: queue.asking)
        await self.telegram.until(lambda: ready() or self.running.done(), within=20)
        if posted:
            await self._listens()
        if self.running.done():
            self.running.result()

    async def _listens(self) -> None:
        for _ in range(200):
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection("127.0.0.1", self.listening.port)
                writer.close()
                return
            await asyncio.sleep(0.02)
        raise AssertionError("nothing listens")

    async def end(self) -> None:
        """As SIGTERM ends it."""
        self.stop.set()
        await self._over()

    async def kill(self) -> None:
        """As near to SIGKILL as one can come within a process: nothing is finished."""
        self.running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._over()

    async def _over(self) -> None:
        if self.running is None:
            return
        running, self.running = self.running, None
        try:
            await running
        finally:
            await self.store.close()

    async def verdicts(self, chat: Chat) -> dict[int, Verdict]:
        async with self.store.turn() as memory:
            return dict(await memory.verdicts(await memory.chat_of("telegram", str(chat.id))))

    async def settled(self, **more: Any) -> None:
        """Until all is said: the queues of the bot are empty too."""
        await self.telegram.settled(within=30, **more)
        for _ in range(1000):  # a group gets no more than a message in four seconds once it had its first few
            if await self._nothing_waits():
                return
            await asyncio.sleep(0.05)
        raise AssertionError("something still waits to be said")

    async def _nothing_waits(self) -> bool:
        async with self.store.turn() as memory:
            counts = [
                (await memory.connection.exec_driver_sql(query)).scalar_one()
                for query in ("SELECT count(*) FROM outbox", "SELECT count(*) FROM inbox WHERE chat_id IS NOT NULL")
            ]
        return counts == [0, 0]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="session")
def active(starter_bundle: Path) -> ActiveHouse:
    house = ActiveHouse(starter_bundle)
    house().parser.parse(WISH)
    return house


@pytest.fixture
async def telegram() -> AsyncIterator[Emulator]:
    async with Emulator() as emulator:
        yield emulator
        assert [(call.method, call.error) for call in emulator.refused] == []


@pytest.fixture
async def served(telegram: Emulator, active: ActiveHouse, tmp_path: Path) -> AsyncIterator[Served]:
    served = Served(telegram, active, tmp_path)
    await served.start()
    yield served
    await served.end()


@pytest.fixture
def ann(telegram: Emulator):
    return telegram.person("Ann", language_code="en")


@pytest.fixture
def ben(telegram):
    return telegram.person("Ben & <i>")


@pytest.fixture
def cat(telegram):
    return telegram.person("Cat")


@pytest.fixture
def friends(telegram, ann, ben, cat):
    return telegram.group("Friday <b>", [ann, ben, cat])


async def dealt(served: Served, person: Any, wish: str = WISH) -> Message:
    """The card that a wish is answered with."""
    await person.says(wish)
    card = await served.telegram.answer(person.private(), within=15)
    await served.settled()
    return card


def data(message: Message, label: str) -> str:
    return message.button(label)["callback_data"]


def film(message: Message) -> int:
    """The film that is open."""
    return int(data(message, "/").split(":")[1])


def title(message: Message) -> str:
    bold = next(e for e in message.caption_entities if e["type"] == "bold")
    return message.caption.encode("utf-16-le")[bold["offset"] * 2 : (bold["offset"] + bold["length"]) * 2].decode(
        "utf-16-le"
    )


def standing(message: Message) -> str:
    return message.words.split("\n")[0]
