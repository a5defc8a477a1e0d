"""Where a film can be watched, and its trailer: from TMDB, where there is a key for it."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.wording import Words
from index.errors import SourceError

if TYPE_CHECKING:
    from index.sources.tmdb.client import Client
    from index.sources.tmdb.offers import Offer

_log = logging.getLogger(__name__)

ANSWERS = "tmdb-watching.sqlite"
"""The file in MATINEE_HOME/cache that answers are kept in."""
_FRESH = timedelta(days=2)  # offers change
_SECONDS = 8.0  # that somebody waits for an answer; it is kept for the next one who asks all the same
_TRAILER = "https://www.youtube.com/watch?v="


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """What TMDB knows of watching a film."""

    trailer: str | None  # address
    offers: Mapping[str, tuple[Offer, ...]]  # by country, ISO 3166-1


class Places:
    """Asks TMDB, at most once in two days for the same film."""

    def __init__(self, key: str, home: Path, url: str) -> None:
        self._key, self._path, self._url = key, home / "cache" / ANSWERS, url
        self._opening = threading.Lock()
        self._client: Client | None = None

    async def of(self, tmdb: int) -> Showing | None:
        """What is known of a film; None when TMDB does not know it or cannot be reached now."""
        if tmdb < 0:  # it has no number of TMDB's
            return None
        try:
            return await asyncio.wait_for(asyncio.to_thread(self._ask, tmdb), _SECONDS)
        except TimeoutError:
            _log.warning("TMDB takes too long")
            return None

    def close(self) -> None:
        """End what is still being asked."""
        with self._opening:
            if self._client is not None:
                self._client.stop()

    def _ask(self, tmdb: int) -> Showing | None:
        from index.sources import Report
        from index.sources.tmdb import film, offers
        from index.sources.tmdb.client import NotGiven

        try:
            details: Mapping[str, Any] = self._opened().details(tmdb, within=_FRESH)
        except NotGiven:
            return None
        except SourceError as broken:
            _log.warning("TMDB cannot be asked: %s", broken)
            return None
        movie = film.movie(details, Report(source="TMDB"))
        trailer = movie.trailer if movie else None
        return Showing(trailer=_TRAILER + trailer if trailer else None, offers=offers.providers(details))

    def _opened(self) -> Client:
        from index.sources.tmdb.client import Client

        with self._opening:
            if self._client is None:
                self._client = Client(self._key, self._path, url=self._url)
            return self._client


def told(title: str, showing: Showing | None, country: str | None, words: Words) -> str:
    """Where to watch a film in a country, in words; with who knows it."""
    from index.sources.tmdb.notices import JUSTWATCH_NOTICE

    if showing is None:
        return words("watch-unknown", title=title)
    if country is None:
        return words("watch-where", title=title)
    offers = showing.offers.get(country, ())
    if not offers:
        return words("watch-nowhere", title=title, country=words.of_country(country))
    kinds: dict[str, list[str]] = {}
    for offer in offers:
        kinds.setdefault(offer.kind, []).append(offer.name)
    lines = [words("watch-head", title=title, country=words.of_country(country))]
    lines += [words(f"watch-{kind}", places=words.listing(places)) for kind, places in kinds.items()]
    return "\n".join([*lines, JUSTWATCH_NOTICE])
