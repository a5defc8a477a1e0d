"""Looks at everything that Matinee needs, and says which command mends what is missing."""

from __future__ import annotations

import platform
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING

from bot.errors import MatineeError
from bot.settings import Settings
from index.artefacts import active, load, read_manifest
from index.encoder import Encoder
from index.errors import MatineeIndexError

if TYPE_CHECKING:
    from bot.store import Store

OpenStore = Callable[[Settings], Awaitable["Store"]]

_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What was found of one thing."""

    name: str
    found: str
    good: bool
    needed: bool = True  # for a chat in the terminal; False: Matinee works without it
    mend: str = ""  # the command, or the line of .env, that mends it


async def examine(settings: Settings, open_store: OpenStore) -> list[Check]:
    """All checks, in the order in which to mend them. Opens the database as a chat would, and so makes a new one."""
    return [
        _python(),
        _bundle(settings),
        _encoder(settings),
        await _database(settings, open_store),
        _building(),
        _ratings(settings),
        _tmdb(settings),
        _telegram(settings),
    ]


async def alive(settings: Settings, open_store: OpenStore) -> None:
    """Returns when the active set can be read and the database opens; quick, for a health check.

    Raises:
        MatineeIndexError: There is no set, or a file of it is missing.
        MatineeError: The database does not open.

    """
    read_manifest(settings.bundle / active(settings.bundle).catalogue)
    store = await open_store(settings)
    await store.close()


def _python() -> Check:
    wanted = ".".join(map(str, _PYTHON))
    return Check(
        name="Python",
        found=platform.python_version(),
        good=sys.version_info >= _PYTHON,
        mend=f"install Python {wanted} or later",
    )


def _bundle(settings: Settings) -> Check:
    try:
        artefacts = load(settings.bundle)
    except MatineeIndexError as missing:
        return Check(name="Bundle", found=_said(missing), good=False, mend="matinee catalogue build")
    films = len(artefacts.catalogue)
    posters = sum(map(bool, artefacts.catalogue.column("poster_path")))
    drawn = "their posters are drawn" if not posters else f"{posters / films:.0%} with a poster from TMDB"
    own = ", the starter" if artefacts.manifest.made.get("starter") else ""
    return Check(name="Bundle", found=f"{films:,} films{own}, {drawn}, in {settings.bundle}", good=True)


def _encoder(settings: Settings) -> Check:
    try:
        encoder = Encoder.open(settings.bundle / active(settings.bundle).catalogue / "encoder")
        encoder.encode(["a quiet film"])
    except MatineeIndexError as missing:
        return Check(name="Encoder", found=_said(missing), good=False, mend="matinee catalogue build")
    return Check(name="Encoder", found=f"reads text as {encoder.dimensions} numbers", good=True)


async def _database(settings: Settings, open_store: OpenStore) -> Check:
    try:
        store = await open_store(settings)
        await store.close()
    except MatineeError as broken:
        return Check(name="Database", found=_said(broken), good=False, mend="set MATINEE_HOME in .env")
    return Check(name="Database", found=f"opens, with MATINEE_HOME {settings.home}", good=True)


def _building() -> Check:
    able = find_spec("sentence_transformers") is not None and find_spec("torch") is not None
    found = "catalogues can be built" if able else "catalogues cannot be built here, only used"
    return Check(name="Building", found=found, good=able, needed=False, mend="pip install 'matinee[build]'")


def _ratings(settings: Settings) -> Check:
    name = "Ratings"
    try:
        taste = active(settings.bundle).taste
        made = read_manifest(settings.bundle / taste).made if taste else None
    except MatineeIndexError as broken:
        return Check(name=name, found=_said(broken), good=False, needed=False, mend="matinee train --ratings PATH")
    if made is None:
        found = "none: what goes with what comes from the kin that were written, and from content"
        return Check(name=name, found=found, good=False, needed=False, mend="matinee train --ratings PATH (MovieLens)")
    return Check(name=name, found=f"{made['ratings']:,} by {made['people']:,} people", good=True, needed=False)


def _tmdb(settings: Settings) -> Check:
    if settings.tmdb_api_key is not None:
        return Check(name="TMDB key", found="set: matinee catalogue fetch can use it", good=True, needed=False)
    found = "not set; it would add photographed posters, trailers and any of TMDB's films"
    mend = (
        "get one at https://www.themoviedb.org/settings/api, put TMDB_API_KEY=... into .env, then\n"
        "matinee catalogue fetch --popular 5000 --out films.jsonl\n"
        "matinee catalogue build --from films.jsonl"
    )
    return Check(name="TMDB key", found=found, good=False, needed=False, mend=mend)


def _telegram(settings: Settings) -> Check:
    is_set = settings.telegram_bot_token is not None
    found = "set" if is_set else "not set: chat works in the terminal only"
    mend = "put TELEGRAM_BOT_TOKEN=... into .env"
    return Check(name="Telegram token", found=found, good=is_set, needed=False, mend=mend)


def _said(error: Exception) -> str:
    """The complaint alone: the command that mends it stands beside it."""
    return str(error).split(": run `")[0].split(": build again")[0].rstrip(".")
