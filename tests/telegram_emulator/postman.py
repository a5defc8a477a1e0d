"""Delivers updates to webhooks: one at a time and in order, again after a pause when the answer was not 2xx."""

from __future__ import annotations

import asyncio

import aiohttp

from tests.telegram_emulator.world import Bot, World

PAUSE = 0.2  # real seconds between tries; servers wait longer and longer


class Postman:
    """Posts the updates of every bot that has a webhook."""

    def __init__(self, world: World) -> None:
        self._rounds: dict[str, asyncio.Task[None]] = {}
        world.webhook_set = self.webhook_set

    def webhook_set(self, bot: Bot) -> None:
        """A webhook was set or taken away."""
        if old := self._rounds.pop(bot.token, None):
            old.cancel()
        if bot.queue.webhook:
            self._rounds[bot.token] = asyncio.create_task(self._round(bot))

    async def close(self) -> None:
        """Deliver nothing more."""
        for task in self._rounds.values():
            task.cancel()
        await asyncio.gather(*self._rounds.values(), return_exceptions=True)

    async def _round(self, bot: Bot) -> None:
        hook = bot.queue.webhook
        headers = {"X-Telegram-Bot-Api-Secret-Token": hook["secret"]} if hook["secret"] else {}
        async with aiohttp.ClientSession(headers=headers, timeout=aiohttp.ClientTimeout(total=60)) as session:
            while True:
                for update in bot.queue.batch(1):
                    if error := await _posted(session, hook["url"], update.json()):
                        hook["error"] = error
                        await asyncio.sleep(PAUSE)
                    else:
                        bot.queue.confirm(update.id + 1)
                if bot.queue.empty:
                    await bot.queue.news()


async def _posted(session: aiohttp.ClientSession, url: str, body: object) -> str | None:
    """What went wrong, or None."""
    try:
        async with session.post(url, json=body) as answer:
            return None if answer.status < 300 else f"Wrong response from the webhook: {answer.status} {answer.reason}"
    except aiohttp.ClientError:
        return "Connection refused"
