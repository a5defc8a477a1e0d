"""The sending limits that Telegram documents, kept for real when a test wants them: 429 for what comes too fast."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from typing import Any

from tests.telegram_emulator.clock import Clock
from tests.telegram_emulator.refusal import too_many

COUNTED = ("sendMessage", "sendPhoto", "sendPoll", "editMessageText", "editMessageMedia", "editMessageCaption")
GRACE = 0.1  # share of a window that is forgiven, since calls do not arrive as evenly as they were sent


class Rates:
    """How much went out lately; (calls, seconds) for a private chat, a group, and all chats together."""

    def __init__(
        self,
        clock: Clock,
        *,
        private: tuple[int, float] = (1, 1.0),
        group: tuple[int, float] = (20, 60.0),
        overall: tuple[int, float] = (30, 1.0),
    ) -> None:
        self._clock = clock
        self._limits = {"private": private, "group": group, "overall": overall}
        self._sent: dict[str, deque[float]] = defaultdict(deque)

    def meet(self, method: str, parameters: dict[str, Any]) -> None:
        """Count a call. Raises Refusal (429) with the seconds to wait; a refused call does not count."""
        if method not in COUNTED:
            return
        chat = str(parameters.get("chat_id", "inline"))
        kind = "group" if chat.startswith("-") else "private"
        for name, limit in ((chat, self._limits[kind]), ("overall", self._limits["overall"])):
            self._check(name, *limit)
        for name in (chat, "overall"):
            self._sent[name].append(self._clock.now())

    def _check(self, name: str, calls: int, seconds: float) -> None:
        times, now = self._sent[name], self._clock.now()
        while times and times[0] <= now - seconds * (1 - GRACE):
            times.popleft()
        if len(times) >= calls:
            raise too_many(max(1, math.ceil(times[0] + seconds - now)))
