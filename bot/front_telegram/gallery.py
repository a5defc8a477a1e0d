"""The picture on a card: the film's own by its address, else one drawn here and uploaded once."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from telegram import Message
from telegram.error import BadRequest

from bot.front_telegram.fates import Fate, fate
from bot.front_telegram.mail import Mail
from bot.front_telegram.outgoing import Show
from bot.posters import draw, poster_address
from bot.store import Store
from index.movie import Movie

_log = structlog.get_logger(__name__)

DRAWN, STAND_IN = "drawn", "stand-in"
"""Kinds of uploaded pictures: of a film without an address, and of one whose address did not work."""

_STAND_IN_SECONDS = 24 * 3600  # then the address is tried again

Use = Callable[[str | bytes], Awaitable[Message]]
"""Sends a message with a picture: by address or file id, or its bytes."""


class Gallery:
    """Finds the picture of a film that Telegram takes."""

    def __init__(self, store: Store, mail: Mail, movie: Callable[[int], Movie | None]) -> None:
        self._store = store
        self._mail = mail
        self._movie = movie

    async def hang(self, show: Show, use: Use) -> Message:
        """Send a card with the first of its pictures that works; a drawn one is remembered.

        Raises:
            TelegramError: The card cannot be sent, for another reason than its picture.
            BadRequest: Not even the drawn picture is taken.

        """
        movie = self._movie(show.film) or _from(show)
        address = poster_address(movie)
        kind, within = (DRAWN, None) if address is None else (STAND_IN, _STAND_IN_SECONDS)
        async with self._store.turn() as memory:
            known = await self._mail.pictures(memory).find(show.film, kind, within)
        for source in filter(None, [known or address]):
            try:
                return await use(source)
            except BadRequest as refused:
                if fate(refused) is not Fate.PICTURE:
                    raise
                _log.info("a picture cannot be had", film=show.film, uploaded=known is not None)
        message = await use(await asyncio.to_thread(draw, movie))
        if message.photo:
            async with self._store.turn() as memory:
                await self._mail.pictures(memory).put(show.film, kind, message.photo[-1].file_id)
        return message


def _from(show: Show) -> Movie:
    """What the card says of a film that is no longer in the catalogue."""
    return Movie(tmdb=show.film, title=show.title, year=show.year, genres=show.genres, poster_path=show.poster_path)
