"""Files that people send: what Letterboxd, IMDb or Trakt export becomes verdicts of theirs."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from telegram.error import BadRequest

from bot.front_telegram.mail import Keep
from bot.front_telegram.markup import message
from bot.front_telegram.outgoing import Say
from bot.front_telegram.tongue import words_of
from bot.front_telegram.updates import CHANNEL, Heard, Kind, Sent
from bot.importing import Imported, keep_found
from bot.playing.scene import House
from bot.store import ChatId, Store
from bot.wording import Words
from index.errors import SourceError
from index.sources.ratings.history import Found, read, resolve

_log = structlog.get_logger(__name__)

MOST_BYTES = 8 * 2**20
"""Of a file, as it is sent: a zip of it is smaller by far."""
_NAMED = 3  # films that are not here which are named; the others are counted

Fetch = Callable[[str], Awaitable[bytes]]
"""The content of a file, by the id under which this bot may have it."""


class Uploads:
    """Takes files in, one at a time: reading one may take a second and some memory."""

    def __init__(self, store: Store, house: Callable[[], House], fetch: Fetch) -> None:
        self._store = store
        self._house = house
        self._fetch = fetch
        self._one = asyncio.Semaphore(1)

    async def respond(self, chat: ChatId, heard: Heard, keep: Keep) -> bool:
        """Bring in what a file holds, all of it or nothing, and say what it was, with one call of `keep`.

        False, and nothing done, for what is no file.
        """
        if heard.kind is not Kind.FILE or heard.file is None:
            return False
        read_from = await self._read(heard.file)
        async with self._store.turn() as memory:
            words = await words_of(memory, chat, heard.turn)
            if isinstance(read_from, str):
                said = words(read_from, most=MOST_BYTES // 2**20)
            else:
                person = await memory.person_of(CHANNEL, heard.turn.user)
                said = told(await keep_found(*read_from, memory, chat, person), words)
            await keep(memory, [Say(html=message(said))])
        return True

    async def _read(self, sent: Sent) -> tuple[str, Found] | str:
        """Publisher and films of a file, or the message that says why there are none."""
        if sent.size > MOST_BYTES:
            return "import-too-large"
        async with self._one:
            try:
                data = await self._fetch(sent.id)
            except BadRequest:  # Telegram does not have it, or not for us
                _log.info("a file cannot be had")
                return "import-not-read"
            if len(data) > MOST_BYTES:
                return "import-too-large"
            try:
                return await asyncio.to_thread(self._resolved, data, sent.name)
            except SourceError:  # its words quote what is in the file
                _log.info("a file is no export that can be read", bytes=len(data))
                return "import-not-read"

    def _resolved(self, data: bytes, name: str) -> tuple[str, Found]:
        history = read(data, name)
        return history.publisher, resolve(history.entries, self._house().recommender.films.catalogue)


def told(found: Imported, words: Words) -> str:
    """What an export held, in words."""
    said = words("import-found", publisher=found.publisher, liked=found.liked, disliked=found.disliked, seen=found.seen)
    lines = [said]
    if found.missing:
        named, more = words.listing(list(found.missing[:_NAMED])), len(found.missing) - _NAMED
        lines.append(words("import-missing-more" if more > 0 else "import-missing", films=named, count=more))
    lines.append(words("import-new", count=found.new))
    return "\n".join(lines)
