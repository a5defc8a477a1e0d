"""How a bot gets its updates: asking for them, or having them posted."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram_emulator.methods.registry import Order, method
from tests.telegram_emulator.refusal import Refusal


@method("getUpdates")
async def get_updates(order: Order) -> list[dict[str, Any]]:
    """Wait for updates, up to the timeout in real seconds."""
    queue = order.bot.queue
    queue.subscribe(order.get("allowed_updates"))
    found = await queue.fetch(
        offset=order.get("offset", 0), limit=order.get("limit", 100), seconds=order.get("timeout", 0)
    )
    order.world.touch()
    return [update.json() for update in found]


@method("setWebhook")
def set_webhook(order: Order) -> bool:
    """Have updates posted to an address; plain http is taken for this machine only."""
    url = order["url"]
    if not url:
        return _no_webhook(order)
    if not re.match(r"https://|http://(127\.0\.0\.1|localhost)[:/]", url):
        raise Refusal("bad webhook: HTTPS url must be provided for webhook", malformed=True)
    order.bot.queue.subscribe(order.get("allowed_updates"))
    order.bot.queue.interrupt("setWebhook request")
    if order.get("drop_pending_updates"):
        order.bot.queue.clear()
    order.bot.queue.webhook = {"url": url, "secret": order.get("secret_token")}
    order.world.webhook_set(order.bot)
    return True


@method("deleteWebhook")
def delete_webhook(order: Order) -> bool:
    """Go back to asking."""
    return _no_webhook(order)


def _no_webhook(order: Order) -> bool:
    if order.get("drop_pending_updates"):
        order.bot.queue.clear()
    order.bot.queue.webhook = {}
    order.world.webhook_set(order.bot)
    return True


@method("getWebhookInfo")
def get_webhook_info(order: Order) -> dict[str, Any]:
    """As type WebhookInfo."""
    queue = order.bot.queue
    body: dict[str, Any] = {
        "url": queue.webhook.get("url", ""),
        "has_custom_certificate": False,
        "pending_update_count": len(queue.waiting),
        "allowed_updates": queue.subscribed,
    }
    if queue.webhook.get("error"):
        body |= {"last_error_date": int(order.world.clock.now()), "last_error_message": queue.webhook["error"]}
    return body
