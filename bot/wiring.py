"""Plain constructors: what a command needs, made from the settings."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from threadpoolctl import threadpool_limits

from bot.conversation import Conversation
from bot.errors import SettingsError
from bot.playing.scene import House
from bot.settings import Settings
from bot.store import MasterCipher, Store, master_key
from bot.wording import words
from engine.models import Films
from engine.parsing import Parser
from engine.recommend import Recommender
from index.artefacts import Artefacts, load
from index.artefacts.active import POINTER
from index.moods import load_axes
from index.movie import Movie

if TYPE_CHECKING:
    from bot.front_telegram import Listening
    from bot.watching import Places

_log = logging.getLogger(__name__)


def open_house(bundle: Path) -> House:
    """What answers a turn, over the active set of a bundle.

    Raises:
        MatineeIndexError: There is no set, or it cannot be loaded.

    """
    return house_over(load(bundle))


def house_over(artefacts: Artefacts) -> House:
    """What answers a turn, over a loaded set."""
    # A turn multiplies small matrices: threads that wake for one wait for one another longer than it takes.
    threadpool_limits(limits=1, user_api="blas")
    return House(
        parser=Parser(artefacts.titles, load_axes(), artefacts.encoder.encode),
        recommender=Recommender(Films.of(artefacts), artefacts.ranker),
    )


class ActiveHouse:
    """The house over whatever set of a bundle is active, looked at anew with every call.

    Once there is one, a new set that cannot be loaded is logged, and the one before goes on serving.
    """

    def __init__(self, bundle: Path) -> None:
        self._bundle = bundle
        self._house: House | None = None
        self._pointer: tuple[int, ...] | None = None  # as it was when it was followed last

    def __call__(self) -> House:
        """The house to answer the next turn with.

        Raises:
            MatineeIndexError: There is no set yet, or the first one cannot be loaded.

        """
        pointer = self._look()
        if self._house is None or pointer != self._pointer:
            # Noted before the set is read: a pointer that moves meanwhile is followed at the next call.
            self._pointer = pointer
            first = self._house is None
            self._house = self._load()
            _settle(first=first)
        return self._house

    def movie(self, tmdb: int) -> Movie | None:
        """A film of the set that answered last; None when it is not in it."""
        if self._house is None:
            return None
        catalogue = self._house.recommender.films.catalogue
        row = catalogue.row(tmdb)
        return None if row is None else catalogue.movie(row)

    def _look(self) -> tuple[int, ...] | None:
        try:
            now = (self._bundle / POINTER).stat()
        except OSError:
            return None
        return now.st_ino, now.st_mtime_ns, now.st_size

    def _load(self) -> House:
        try:
            return open_house(self._bundle)
        except Exception as broken:  # whatever is wrong with the new set, chats must go on
            if self._house is None:
                raise
            _log.warning("The new artefacts cannot be used, the ones before go on serving: %s", broken)
            return self._house


def _settle(*, first: bool) -> None:
    """Keep a loaded set out of what is looked through for garbage: a million objects would hold up a reply for 100 ms.

    The set before is collected here, since nothing frozen ever is.
    """
    if not first:
        gc.unfreeze()
        gc.collect()
    gc.freeze()


async def open_store(settings: Settings) -> Store:
    """What Matinee remembers.

    Raises:
        StoreError: The database cannot be opened.
        DataKeyError: The key is malformed, or another one sealed the database.

    """
    data_key = settings.data_key.get_secret_value() if settings.data_key else None
    cipher = MasterCipher(master_key(data_key, settings.home))
    return await Store.open(settings.database_url.get_secret_value(), cipher)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rooms:
    """All that a front end is built over."""

    house: ActiveHouse
    store: Store
    conversation: Conversation


@asynccontextmanager
async def rooms(settings: Settings) -> AsyncIterator[Rooms]:
    """A conversation over the bundle and the database of the settings, with both; closed when the block ends.

    Raises:
        MatineeIndexError: There is no usable set of artefacts; no database is made then.
        MatineeError: The database cannot be opened.

    """
    house = ActiveHouse(settings.bundle)
    house()
    store = await open_store(settings)
    try:
        yield Rooms(house=house, store=store, conversation=Conversation(store, house, words()))
    finally:
        await store.close()


@asynccontextmanager
async def conversation(settings: Settings) -> AsyncIterator[Conversation]:
    """The conversation of `rooms`."""
    async with rooms(settings) as opened:
        yield opened.conversation


def _places(settings: Settings) -> Places | None:
    """What says where a film can be watched; None without a key of TMDB's."""
    if settings.tmdb_api_key is None:
        return None
    from bot.watching import Places

    return Places(settings.tmdb_api_key.get_secret_value(), settings.home, settings.tmdb_api_url)


async def telegram(settings: Settings, listening: Listening | None = None) -> None:
    """Chat on Telegram until SIGINT or SIGTERM; updates are asked for, unless `listening` says where they are posted.

    Raises:
        SettingsError: There is no token.
        MatineeIndexError: There is no usable set of artefacts.
        MatineeError: The database cannot be opened, or Telegram does not know the token.

    """
    if settings.telegram_bot_token is None:
        raise SettingsError("TELEGRAM_BOT_TOKEN is not set: ask @BotFather on Telegram for a bot, and set its token.")
    # Late, for a chat in a terminal should not wait for it.
    from bot.front_telegram import Parts, serve
    from bot.movienight import MovieNight

    stop = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stop.set)
    async with rooms(settings) as opened:
        parts = Parts(
            store=opened.store,
            talk=opened.conversation,
            movie=opened.house.movie,
            words=words(),
            house=opened.house,
            night=MovieNight(opened.store.turn, opened.house),
            places=_places(settings),
            admins=settings.admin_chats,
            retention_days=settings.retention_days or None,
        )
        token = settings.telegram_bot_token.get_secret_value()
        await serve(token, settings.telegram_api_url, parts, stop, listening)
