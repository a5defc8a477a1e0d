"""The emulator's own time: starts at a fixed date and moves with real time or by hand."""

from __future__ import annotations

import time
from datetime import UTC, datetime

START = datetime(2026, 3, 6, 18, 0, tzinfo=UTC)  # a Friday evening


class Clock:
    """Unix time in seconds for dates, ages and lifetimes."""

    def __init__(self, start: datetime = START, *, still: bool = False) -> None:
        self._base = start.timestamp()
        self._since: float | None = None if still else time.monotonic()

    def now(self) -> float:
        """The current time, seconds since 1970."""
        return self._base + (0.0 if self._since is None else time.monotonic() - self._since)

    def advance(self, seconds: float) -> None:
        """Move on by hand, forwards only."""
        if seconds < 0:
            raise ValueError("the clock runs forwards only")
        self._base += seconds

    def stop(self) -> None:
        """Stand still from now on; only `advance` moves it."""
        self._base, self._since = self.now(), None

    def run(self) -> None:
        """Move with real time again."""
        self._base, self._since = self.now(), time.monotonic()
