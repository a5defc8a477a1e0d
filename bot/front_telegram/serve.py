"""Starting a bot on Telegram, and ending it."""

from __future__ import annotations

import asyncio

import stamina
import stamina.instrumentation
import structlog
from telegram import Bot
from telegram.error import InvalidToken
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.errors import MatineeError
from bot.front_telegram.fates import transient
from bot.front_telegram.limits import Limits
from bot.front_telegram.polled import Polled
from bot.front_telegram.receive import BAD_TOKEN
from bot.front_telegram.service import Parts, Service

_log = structlog.get_logger(__name__)

_CONNECTIONS = 64


async def serve(token: str, api_url: str, parts: Parts, stop: asyncio.Event) -> None:
    """Run the bot until `stop` is set; then finish what is in hand, within seconds.

    api_url is the address of the Bot API server, without a slash at the end.

    Raises:
        MatineeError: Telegram does not know the token.

    """
    stamina.instrumentation.set_on_retry_hooks([])  # they would log what is sent
    bot = _bot(token, api_url)
    try:
        if await _begun(bot, stop):
            await Service(bot, parts).run(stop)
    finally:
        await bot.shutdown()


def _bot(token: str, api_url: str) -> ExtBot[None]:
    return ExtBot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=_CONNECTIONS, read_timeout=10, connect_timeout=5, pool_timeout=10),
        get_updates_request=Polled(read_timeout=10, connect_timeout=5),
        rate_limiter=Limits(),
    )


async def _begun(bot: Bot, stop: asyncio.Event) -> bool:
    """Learn who we are, waiting for the network as long as it takes; False when it is to stop before."""
    async for attempt in stamina.retry_context(on=_worth, attempts=None, timeout=None, wait_initial=0.5, wait_max=30):
        with attempt:
            if stop.is_set():
                return False
            try:
                await bot.initialize()
                await bot.delete_webhook()  # a webhook and asking for updates exclude each other
            except InvalidToken:  # its words quote the token
                raise MatineeError(BAD_TOKEN) from None
    return True


def _worth(error: Exception) -> bool:
    if transient(error):
        _log.warning("Telegram does not answer, trying again", error=type(error).__name__)
        return True
    return False
