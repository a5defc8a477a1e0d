"""From Telegram into the inbox: an update is acknowledged only after it is on the disk."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

import stamina
import structlog
from telegram import Bot, InlineQuery, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError

from bot.errors import MatineeError
from bot.front_telegram.ballots import Ballots
from bot.front_telegram.floods import Floods
from bot.front_telegram.logs import told
from bot.front_telegram.mail import Mail
from bot.front_telegram.polled import readable
from bot.front_telegram.sound import OddUpdateError, check
from bot.front_telegram.updates import CHANNEL, WANTED, Heard, Me, moved, read, to_bytes
from bot.store import Store

_log = structlog.get_logger(__name__)
T = TypeVar("T")

_POLL_SECONDS = 30
BAD_TOKEN = "Telegram does not know the token in TELEGRAM_BOT_TOKEN: copy it anew from @BotFather."  # noqa: S105
_SHARED = "another program asks for this bot's updates: stop it, or give each a bot of its own"


class Receiver:
    """Takes updates and files them: those that it asks for, and those that are posted to it."""

    def __init__(
        self,
        bot: Bot,
        store: Store,
        mail: Mail,
        me: Me,
        *,
        heard: Callable[[Sequence[Heard]], None],
        asked: Callable[[InlineQuery], None],
        renew: Callable[[], Awaitable[None]] | None = None,
        patience: float = _POLL_SECONDS + 20,
    ) -> None:
        self._bot = bot
        self._store = store
        self._mail = mail
        self._me = me
        self._heard = heard  # told of what was filed
        self._asked = asked  # told of what passes: an answer to it is of no use a moment later, and nothing is kept
        self._renew = renew  # gives up the connections that updates are asked over
        self._patience = patience  # seconds after which a poll is jammed: longer than it can take
        self._answered = time.monotonic()
        self._floods = Floods()
        self._ballots = Ballots(store, mail)

    @property
    def jammed(self) -> bool:
        """Whether Telegram has not answered for so long that something must be wrong."""
        return time.monotonic() - self._answered > 2 * self._patience

    async def run(self, stop: asyncio.Event) -> None:
        """Receive until `stop` is set. It is not cancelled, for it may be amid a transaction.

        Raises:
            MatineeError: Telegram no longer knows the token.

        """
        offset: int | None = None
        while (updates := await _unless(stop, self._ask(offset))) is not None:
            # Again and again until it is on the disk, for only then the offset may move.
            async for attempt in stamina.retry_context(on=_failing, attempts=None, timeout=None, wait_max=10):
                with attempt:
                    self._heard(await self.file(updates))
            # An offset is said until it was heard, and then forgotten: after an idle week the numbers begin anywhere.
            offset = updates[-1].update_id + 1 if updates else None

    async def take(self, update: dict[str, Any]) -> None:
        """File an update that was posted; it is on the disk when this returns."""
        self._heard(await self.file([Update.de_json(readable(update), self._bot)]))

    async def file(self, updates: Sequence[Update]) -> list[Heard]:
        """Write updates into the inbox in one transaction; those that are new and ask for something."""
        fresh: list[Heard] = []
        sound = [update for update in updates if _sound(update)]
        if not sound:
            return fresh
        await self._ballots.wait(sound)
        async with self._store.turn() as memory:
            inbox = self._mail.inbox(memory)
            for update in sound:
                if update.effective_user and not self._floods.let_in(str(update.effective_user.id)):
                    continue
                if update.inline_query:
                    self._asked(update.inline_query)
                    continue
                if move := moved(update):
                    await memory.move_chat(CHANNEL, *move)
                heard = self._read(update)
                if heard is None or (heard := await self._ballots.placed(memory, heard)) is None:
                    continue
                kind = "group" if heard.turn.group else "private"
                chat = await memory.chat_of(CHANNEL, heard.turn.chat, kind)
                if await inbox.put(update.update_id, chat, to_bytes(heard)):
                    fresh.append(heard)
        return fresh

    def _read(self, update: Update) -> Heard | None:
        try:
            heard = read(update, self._me)
            if heard is not None:
                to_bytes(heard)  # what cannot be written down cannot be read either
            return heard
        except Exception as broken:  # one odd update must not hold up all that come after it
            _log.error("an update cannot be read", update=update.update_id, **told(broken))
            return None

    async def _ask(self, offset: int | None) -> Sequence[Update]:
        async for attempt in stamina.retry_context(
            on=_pause, attempts=None, timeout=None, wait_initial=0.5, wait_max=30, wait_jitter=1
        ):
            with attempt:
                try:
                    return await self._poll(offset)
                except InvalidToken:
                    raise MatineeError(BAD_TOKEN) from None
                except Conflict:
                    _log.warning(_SHARED)
                    raise
                except TelegramError as error:
                    _log.warning("Telegram does not answer, asking again", error=type(error).__name__)
                    raise
        raise AssertionError("never reached")

    async def _poll(self, offset: int | None) -> Sequence[Update]:
        try:
            async with asyncio.timeout(self._patience):
                updates = await self._bot.get_updates(offset=offset, timeout=_POLL_SECONDS, allowed_updates=WANTED)
        except TimeoutError:  # bytes may drip in for ever, or a connection be lost within the library
            _log.warning("a poll was jammed, asking over new connections")
            if self._renew:
                await self._renew()
            raise
        self._answered = time.monotonic()
        return updates


def _sound(update: Update) -> bool:
    try:
        check(update)
    except OddUpdateError as odd:
        _log.warning("an update was refused", update=update.update_id, odd=str(odd))
        return False
    except Exception as broken:  # of a shape that not even a check can look at
        _log.error("an update cannot be read", update=update.update_id, **told(broken))
        return False
    return True


async def _unless(stop: asyncio.Event, asking: Coroutine[Any, Any, T]) -> T | None:
    """The result, or None when it is to stop before there is one."""
    task, stopped = asyncio.create_task(asking), asyncio.create_task(stop.wait())
    try:
        await asyncio.wait((task, stopped), return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() and not stop.is_set() else None
    finally:
        for each in (task, stopped):
            each.cancel()
        await asyncio.gather(task, stopped, return_exceptions=True)


def _pause(error: Exception) -> bool | float:
    """Whether to ask again, or after how many seconds."""
    if isinstance(error, RetryAfter):
        return seconds(error) + 0.1
    return isinstance(error, TelegramError | TimeoutError)


def _failing(error: Exception) -> bool:
    _log.error("updates cannot be kept, trying again", **told(error))
    return True


def seconds(error: RetryAfter) -> float:
    """How long Telegram wants us to wait."""
    wait = error.retry_after
    return float(wait) if isinstance(wait, (int, float)) else wait.total_seconds()
