"""A bot's queue of updates: offsets, lifetimes, subscriptions, and who may ask for them."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from tests.telegram_emulator.clock import Clock
from tests.telegram_emulator.refusal import Refusal, malformed

LIFETIME = 24 * 3600  # seconds that an update waits to be fetched
KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "message_reaction", "message_reaction_count",
    "inline_query", "chosen_inline_result", "callback_query", "shipping_query", "pre_checkout_query",
    "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost",
    "removed_chat_boost", "guest_message", "managed_bot",
})  # fmt: skip
ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})  # not in the default subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One update as it waits."""

    id: int
    kind: str
    body: dict[str, Any]
    at: float  # Unix time, emulator's clock

    def json(self) -> dict[str, Any]:
        """As type Update."""
        return {"update_id": self.id, self.kind: self.body}


class Queue:
    """The updates of one bot that were not confirmed yet."""

    def __init__(self, clock: Clock, first_id: int) -> None:
        self.waiting: list[Update] = []
        self.confirmed: list[Update] = []
        self.lost: list[Update] = []  # too old before they were fetched
        self.served: dict[int, int] = {}  # how often each id was handed out
        self.webhook: dict[str, Any] = {}
        self.asking: asyncio.Future[None] | None = None  # the long poll that waits
        self._clock = clock
        self._next = first_id
        self._repeats: list[Update] = []
        self._subscribed: frozenset[str] = KINDS - ON_REQUEST
        self._news = asyncio.Event()

    def subscribe(self, kinds: list[str] | None) -> None:
        """Note which kinds are wanted from now on; None keeps what was, an empty list is the default."""
        if kinds is None:
            return
        if unknown := set(kinds) - KINDS:
            raise malformed(f"strict: no kind of update: {min(unknown)}")
        self._subscribed = frozenset(kinds) or KINDS - ON_REQUEST

    @property
    def subscribed(self) -> list[str]:
        """The kinds that are wanted."""
        return sorted(self._subscribed)

    def put(self, kind: str, body: dict[str, Any]) -> Update | None:
        """Queue an update, unless its kind is not wanted."""
        if kind not in self._subscribed:
            return None
        update = Update(id=self._next, kind=kind, body=body, at=self._clock.now())
        self._next += 1
        self.waiting.append(update)
        self._news.set()
        return update

    def number_anew(self, first_id: int) -> None:
        """Begin anywhere, as servers do when nothing came for a week; an offset above it would hide what comes."""
        self._next = first_id

    def again(self, count: int = 1) -> None:
        """Hand out the last confirmed updates once more, as servers do now and then after a failure of theirs."""
        self._repeats += self.confirmed[-count:]
        self._news.set()

    def confirm(self, offset: int) -> None:
        """Forget what lies before an offset; a negative offset keeps so many of the newest."""
        if offset < 0:
            keep = self.waiting[offset:]
            self.confirmed += self.waiting[: len(self.waiting) - len(keep)]
            self.waiting = keep
        elif offset > 0:
            self.confirmed += [u for u in self.waiting if u.id < offset]
            self.waiting = [u for u in self.waiting if u.id >= offset]

    @property
    def empty(self) -> bool:
        """Whether nothing is left to be handed out."""
        return not (self.waiting or self._repeats)

    def clear(self) -> None:
        """Drop everything that waits."""
        self.confirm(self._next)

    def batch(self, limit: int) -> list[Update]:
        """What is next, without waiting."""
        born = self._clock.now() - LIFETIME
        self.lost += [u for u in self.waiting if u.at < born]
        self.waiting = [u for u in self.waiting if u.at >= born]
        found = [*self._repeats, *self.waiting][:limit]
        self._repeats = self._repeats[limit:]
        for update in found:
            self.served[update.id] = self.served.get(update.id, 0) + 1
        return found

    async def fetch(self, *, offset: int, limit: int, seconds: float) -> list[Update]:
        """Answer one getUpdates; the newest caller wins. Raises Refusal (409)."""
        if self.webhook:
            words = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            raise conflict(words)
        self.interrupt()
        mine = self.asking = asyncio.get_running_loop().create_future()
        self.confirm(offset)
        try:
            return await self._waited(mine, limit, seconds)
        finally:
            if self.asking is mine:
                self.asking = None

    async def news(self) -> None:
        """Wait until an update comes."""
        self._news.clear()
        await self._news.wait()

    async def _waited(self, mine: asyncio.Future[None], limit: int, seconds: float) -> list[Update]:
        until = asyncio.get_running_loop().time() + seconds
        while not (found := self.batch(limit)):
            left = until - asyncio.get_running_loop().time()
            if left <= 0:
                break
            self._news.clear()
            news = asyncio.ensure_future(self._news.wait())
            try:
                await asyncio.wait({news, mine}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            finally:
                news.cancel()
            if mine.done():
                mine.result()
        return found

    def interrupt(self, by: str = "other getUpdates request; make sure that only one bot instance is running") -> None:
        """End a long poll that waits, with a conflict."""
        if self.asking is not None and not self.asking.done():
            self.asking.set_exception(conflict(f"terminated by {by}"))
            self.asking = None


def conflict(words: str) -> Refusal:
    """A 409."""
    return Refusal(words, code=409)
