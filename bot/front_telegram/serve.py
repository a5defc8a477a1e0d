"""Starting a bot on Telegram, and ending it."""

from __future__ import annotations

import asyncio

import stamina
import stamina.instrumentation
import structlog
from telegram import Bot
from telegram.error import BadRequest, InvalidToken, RetryAfter
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.errors import MatineeError
from bot.front_telegram.door import secret
from bot.front_telegram.fates import transient
from bot.front_telegram.limits import Limits
from bot.front_telegram.listening import Listening
from bot.front_telegram.polled import Polled
from bot.front_telegram.receive import BAD_TOKEN, seconds
from bot.front_telegram.service import Parts, Service
from bot.front_telegram.updates import WANTED

_log = structlog.get_logger(__name__)

_CONNECTIONS = 64


async def serve(
    token: str, api_url: str, parts: Parts, stop: asyncio.Event, listening: Listening | None = None
) -> None:
    """Run the bot until `stop` is set; then finish what is in hand, within seconds.

    api_url is the address of the Bot API server, without a slash at the end. Updates are asked for, unless `listening`
    says where they are posted.

    Raises:
        MatineeError: Telegram does not know the token, refuses the webhook, or nothing can listen there.

    """
    stamina.instrumentation.set_on_retry_hooks([])  # they would log what is sent
    polled = Polled(read_timeout=10, connect_timeout=5)
    bot = _bot(token, api_url, polled)
    webhook = listening.webhook if listening else None
    try:
        if await _begun(bot, stop, webhook):
            await Service(bot, parts, listening, polled.renew).run(stop)
    finally:
        await bot.shutdown()


def _bot(token: str, api_url: str, polled: Polled) -> ExtBot[None]:
    return ExtBot(
        token,
        base_url=f"{api_url}/bot",
        base_file_url=f"{api_url}/file/bot",
        request=HTTPXRequest(connection_pool_size=_CONNECTIONS, read_timeout=10, connect_timeout=5, pool_timeout=10),
        get_updates_request=polled,
        rate_limiter=Limits(),
    )


async def _begun(bot: Bot, stop: asyncio.Event, webhook: str | None) -> bool:
    """Learn who we are, waiting for the network as long as it takes; False when it is to stop before."""
    async for attempt in stamina.retry_context(on=_worth, attempts=None, timeout=None, wait_initial=0.5, wait_max=30):
        with attempt:
            if stop.is_set():
                return False
            try:
                await bot.initialize()
                await _led(bot, webhook)
            except InvalidToken:  # its words quote the token
                raise MatineeError(BAD_TOKEN) from None
            except BadRequest as refused:
                raise MatineeError(f"Telegram refuses the webhook ({refused.message}): mend its address.") from None
    return True


async def _led(bot: Bot, webhook: str | None) -> None:
    """Say how updates come. A webhook stays when this process ends, for others may serve it."""
    if webhook is None:
        await bot.delete_webhook()  # a webhook and asking for updates exclude each other
        return
    await bot.set_webhook(webhook, secret_token=secret(bot.token), allowed_updates=WANTED)


def _worth(error: Exception) -> bool | float:
    if isinstance(error, RetryAfter):
        return seconds(error) + 0.1
    if transient(error):
        _log.warning("Telegram does not answer, trying again", error=type(error).__name__)
        return True
    return False
