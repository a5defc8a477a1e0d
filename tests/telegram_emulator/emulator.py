"""The emulator as tests use it: people who chat on one side, the Bot API over HTTP on the other."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.telegram_emulator.clock import Clock
from tests.telegram_emulator.faults import Fault, FaultKind, Faults
from tests.telegram_emulator.people import Person, group_of
from tests.telegram_emulator.postman import Postman
from tests.telegram_emulator.rates import Rates
from tests.telegram_emulator.server import BotApi
from tests.telegram_emulator.state import Chat, Message
from tests.telegram_emulator.transcript import Call, Transcript
from tests.telegram_emulator.world import Bot, World


class Emulator:
    """A Telegram of its own on loopback: `async with Emulator() as telegram`.

    `url` is what TELEGRAM_API_URL wants, `token` the bot's. A test ends with `assert telegram.refused == []`.
    """

    def __init__(
        self, *, username: str = "matineebot", clock: Clock | None = None, host: str = "127.0.0.1", port: int = 0
    ) -> None:
        self.clock = clock or Clock()
        self.world = World(self.clock)
        self.transcript = Transcript()
        self.faults = Faults()
        self.bot = self.world.add_bot(username=username, first_name="Matinee")
        self.api = BotApi(self.world, self.transcript, self.faults)
        self._host, self._port = host, port
        self._runner: web.AppRunner | None = None
        self._postman = Postman(self.world)

    # ---- running

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()

    async def start(self, *more: web.AbstractRouteDef) -> None:
        """Listen; `more` are further addresses beside the API's."""
        application = web.Application(client_max_size=60 * 1024 * 1024)
        application.add_routes([*self.api.routes(), *more])
        self._runner = web.AppRunner(application, handler_cancellation=True, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        await site.start()
        self._port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Close every connection."""
        for bot in self.world.bots.values():
            bot.queue.interrupt("the end")
        await self._postman.close()
        if self._runner is not None:
            await self._runner.cleanup()

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://{self._host}:{self._port}"

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.bot.token

    # ---- who is there

    def person(self, first_name: str, **more: Any) -> Person:
        """A new person; `more` are fields of User such as username and language_code."""
        return Person(self, self.world.add_person(first_name, **more))

    def group(
        self, title: str, people: Sequence[Person], *, supergroup: bool = True, bot_status: str = "member"
    ) -> Chat:
        """A new group made by the first person; the bot comes in as member, administrator or not at all ("left")."""
        return group_of(self, title, people, supergroup=supergroup, bot_status=bot_status)

    def another_bot(self, username: str) -> Bot:
        """A second bot, with a token and file ids of its own."""
        return self.world.add_bot(username=username, first_name=username.title())

    # ---- looking

    def messages(self, chat: Chat, *, of_bot: bool = False) -> list[Message]:
        """The messages of a chat as they are now, oldest first, deleted ones left out."""
        return [message for message in chat.seen() if message.sender.is_bot or not of_bot]

    def last(self, chat: Chat) -> Message:
        """The newest message of a bot in a chat. AssertionError if there is none."""
        found = self.messages(chat, of_bot=True)
        assert found, f"no bot has said anything in this chat; calls:\n{self.transcript.told()}"
        return found[-1]

    @property
    def refused(self) -> list[Call]:
        """Calls that were wrong in themselves. Tests assert that there are none."""
        return [call for call in self.transcript if call.malformed]

    @property
    def failed(self) -> list[Call]:
        """Well-formed calls that the state of the chats refused (blocked, too old, not modified ...); no faults."""
        return [call for call in self.transcript if call.error and not call.malformed and not call.fault]

    # ---- trouble

    def fault(self, kind: FaultKind | str, method: str = "*", **more: Any) -> Fault:
        """Let something go wrong: `more` are fields of Fault (times, chat_id, seconds, code, words)."""
        return self.faults.order(Fault(kind=FaultKind(kind), method=method, **more))

    def keep_rates(self, **limits: tuple[int, float]) -> None:
        """Answer 429 from now on to what comes faster than Telegram allows; `limits` are those of Rates."""
        self.api.rates = Rates(self.clock, **limits)

    # ---- waiting

    async def until(self, holds: Callable[[], Any], *, within: float = 5, what: str = "") -> Any:
        """Wait until something holds and return it. AssertionError with the last calls after `within` real seconds."""
        end = time.monotonic() + within
        while not (value := holds()):
            left = end - time.monotonic()
            if left <= 0:
                waited = what or getattr(holds, "__name__", "")
                raise AssertionError(f"waited {within} s in vain {waited}; last calls:\n{self.transcript.told()}")
            await self.world.change(min(left, 0.25))
        return value

    async def settled(
        self, *, answered: bool = True, quiet: float = 0.15, within: float = 10, idle: Callable[[], bool] | None = None
    ) -> None:
        """Wait until the bot has taken all updates, answered in each chat that waits for it, and is quiet.

        `answered=False` when an answer is not expected; `idle` may look whether the bot's own queues are empty.
        """
        end = time.monotonic() + within
        while True:
            await self.until(lambda: self._at_rest(answered), within=end - time.monotonic(), what="to be settled")
            calls = len(self.transcript.said)
            await asyncio.sleep(quiet)
            still = self._at_rest(answered) and len(self.transcript.said) == calls
            if still and (idle is None or idle()):
                return
            assert time.monotonic() < end, f"not settled after {within} s; last calls:\n{self.transcript.told()}"

    async def answer(self, chat: Chat, *, within: float = 5) -> Message:
        """Wait for the bot's next message or edit after the newest message or tap of a person; return it."""
        asked = self._newest_word(chat)

        def found() -> Message | None:
            fresh = [m for m in self.messages(chat, of_bot=True) if _touched(m) > asked]
            return max(fresh, key=_touched, default=None)

        return await self.until(found, within=within, what="for an answer")

    def _newest_word(self, chat: Chat) -> float:
        said = [m.at for m in chat.messages.values() if not m.sender.is_bot]
        tapped = [t.at for bot in self.world.bots.values() for t in bot.taps.values() if t.message.chat is chat]
        return max([*said, *tapped], default=0.0)

    def _at_rest(self, answered: bool) -> bool:
        if self.api.under_way or any(bot.queue.waiting for bot in self.world.bots.values()):
            return False
        return not (answered and self.world.owed)


def _touched(message: Message) -> float:
    return message.history[-1].at if message.history else message.at
