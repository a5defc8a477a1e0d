"""How fast may be sent: 1 message a second to a chat, 20 a minute to a group, 30 a second in all.

Source: Telegram, Bots FAQ, "My bot is hitting limits". A 429 is left to whoever sends to that chat; others go on.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.ext import BaseRateLimiter

_COUNTED = (
    "sendMessage",
    "sendPhoto",
    "sendDocument",
    "sendPoll",
    "editMessageText",
    "editMessageCaption",
    "editMessageMedia",
    "editMessageReplyMarkup",
)
# A leaky bucket lets its whole capacity out at once and refills meanwhile: in any window of W seconds at most
# capacity + W * rate calls go out. Capacities and rates are chosen so that this sum is Telegram's limit.
_OVERALL = (5, 0.2)  # (capacity, seconds to refill it): in any second at most 5 + 25
_GROUP = (5, 20)  # in any minute at most 5 + 15
_PRIVATE = (3, 3)  # one a second; after a pause a card, a word beside it and the next card may follow each other
_REMEMBERED = 2_000  # chats; one that is let go has long been quiet

_Sent = bool | dict[str, Any] | list[dict[str, Any]]


class Limits(BaseRateLimiter[None]):
    """Waits before a call that would be too fast; what is not counted, such as typing, never waits."""

    def __init__(self) -> None:
        self._overall = AsyncLimiter(*_OVERALL)
        self._chats: OrderedDict[str, AsyncLimiter] = OrderedDict()

    async def initialize(self) -> None:
        """Nothing is to be made ready."""

    async def shutdown(self) -> None:
        """Nothing is held."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, _Sent]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> _Sent:
        """Make a call when its time has come."""
        if endpoint in _COUNTED and "chat_id" in data:
            async with self._chat(str(data["chat_id"])), self._overall:
                return await callback(*args, **kwargs)
        return await callback(*args, **kwargs)

    def _chat(self, chat: str) -> AsyncLimiter:
        limiter = self._chats.get(chat)
        if limiter is None:
            limiter = AsyncLimiter(*(_GROUP if chat.startswith("-") else _PRIVATE))
            self._chats[chat] = limiter
        self._chats.move_to_end(chat)
        while len(self._chats) > _REMEMBERED:
            self._chats.popitem(last=False)
        return limiter
