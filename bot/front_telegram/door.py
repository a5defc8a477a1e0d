"""The door for what comes by itself: updates that Telegram posts, and whoever asks whether the bot is well."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import structlog

from bot.errors import MatineeError
from bot.front_telegram.listening import Listening
from bot.front_telegram.logs import told
from bot.front_telegram.sound import numbered

if TYPE_CHECKING:
    from aiohttp import web

_log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (its name)
HEALTH = "/healthz"
_MOST_BYTES = 1_000_000  # of an update; the longest message with all its entities stays far below
_FINISH_SECONDS = 3.0  # for requests in hand when it closes

Post = Callable[[dict[str, Any]], Awaitable[None]]
"""Keeps an update; what it raises makes Telegram post the update again."""

Health = Callable[[], Awaitable[str]]
"""What is wrong with the bot, in a few words; empty when it is well."""


def secret(token: str) -> str:
    """What Telegram says with each update: every process of one bot knows it, and nobody who lacks the token does."""
    return hmac.digest(token.encode(), b"matinee webhook", hashlib.sha256).hex()


class Door:
    """An HTTP server with two addresses: /healthz, and any other that updates are posted to."""

    def __init__(self, listening: Listening, token: str, post: Post, health: Health) -> None:
        self._listening = listening
        self._secret = secret(token).encode()
        self._post = post
        self._health = health
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        """Listen from now on.

        Raises:
            MatineeError: The server is not installed, or somebody else listens there.

        """
        if find_spec("aiohttp") is None:
            raise MatineeError("Listening needs aiohttp: install the extra [web].")
        from aiohttp import web  # late, for a bot that asks for updates needs none of it

        application = web.Application(client_max_size=_MOST_BYTES)
        application.router.add_get(HEALTH, self._asked)
        if self._listening.webhook:
            application.router.add_post("/{anywhere:.*}", self._posted)
        # Nothing is unpacked: Telegram packs nothing, and a little that is packed may be much.
        more: dict[str, Any] = {"auto_decompress": False}
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=_FINISH_SECONDS, **more)
        await self._runner.setup()
        host, port = self._listening.host, self._listening.port
        try:
            await web.TCPSite(self._runner, host, port).start()
        except OSError as error:
            await self.close()
            raise MatineeError(f"{host}:{port} cannot be listened on ({error.strerror}): choose another.") from None
        _log.info("listening", host=host, port=port)

    async def close(self) -> None:
        """Let nobody in any more, and finish what is in hand."""
        if self._runner is not None:
            runner, self._runner = self._runner, None
            await runner.cleanup()

    async def run(self, ending: asyncio.Event) -> None:
        """Stay open until `ending` is set."""
        try:
            await ending.wait()
        finally:
            await self.close()

    async def _asked(self, _request: web.Request) -> web.Response:
        from aiohttp import web

        wrong = await self._health()
        return web.json_response({"status": wrong or "ok"}, status=503 if wrong else 200)

    async def _posted(self, request: web.Request) -> web.Response:
        from aiohttp import web

        if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), self._secret):
            _log.warning("somebody without the secret was refused")
            return web.Response(status=403)
        try:
            update = _read(await request.read())
        except web.HTTPRequestEntityTooLarge:
            _log.warning("what was posted is too long")
            return web.Response(status=413)
        except Exception as broken:  # it was packed wrongly, or whoever posted it hung up
            _log.warning("what was posted cannot be read", **told(broken))
            return web.Response(status=400)
        if update is None:
            _log.warning("what was posted is no update")
            return web.Response(status=400)
        try:
            await self._post(update)
        except Exception as broken:  # it comes again
            _log.error("an update cannot be kept", update=update["update_id"], **told(broken))
            return web.Response(status=503)
        return web.Response()  # only now, for it is on the disk


def _read(body: bytes) -> dict[str, Any] | None:
    """An update with a number, or None."""
    try:
        update = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return update if isinstance(update, dict) and numbered(update.get("update_id")) else None
