"""Plain constructors: what a command needs, made from the settings."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.conversation import Conversation, House
from bot.settings import Settings
from bot.store import MasterCipher, Store, master_key
from bot.wording import words
from engine.models import Films
from engine.parsing import Parser
from engine.recommend import Recommender
from index.artefacts import load
from index.artefacts.active import POINTER
from index.moods import load_axes

_log = logging.getLogger(__name__)


def open_house(bundle: Path) -> House:
    """What answers a turn, over the active set of a bundle.

    Raises:
        MatineeIndexError: There is no set, or it cannot be loaded.

    """
    artefacts = load(bundle)
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
            self._house = self._load()
        return self._house

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


async def open_store(settings: Settings) -> Store:
    """What Matinee remembers.

    Raises:
        StoreError: The database cannot be opened.
        DataKeyError: The key is malformed, or another one sealed the database.

    """
    data_key = settings.data_key.get_secret_value() if settings.data_key else None
    cipher = MasterCipher(master_key(data_key, settings.home))
    return await Store.open(settings.database_url.get_secret_value(), cipher)


@asynccontextmanager
async def conversation(settings: Settings) -> AsyncIterator[Conversation]:
    """A conversation over the bundle and the database of the settings, closed when the block ends.

    Raises:
        MatineeIndexError: There is no usable set of artefacts; no database is made then.
        MatineeError: The database cannot be opened.

    """
    house = ActiveHouse(settings.bundle)
    house()
    store = await open_store(settings)
    try:
        yield Conversation(store, house, words())
    finally:
        await store.close()
