"""Every call that came in, in order, with times for measuring and answers for asserting."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, kw_only=True, eq=False)
class Call:
    """One call to the API and how it was answered."""

    number: int  # from 1
    method: str
    bot_id: int | None
    parameters: dict[str, Any] = field(default_factory=dict)
    date: float  # Unix time, emulator's clock
    at: float = field(default_factory=time.monotonic)  # when it came, monotonic seconds
    answered_at: float | None = None  # None: not answered yet, or never
    result: Any = None
    error: dict[str, Any] | None = None
    malformed: bool = False  # the call was wrong in itself
    fault: str | None = None  # the fault that was asked for and met this call

    @property
    def chat_id(self) -> Any:
        """The chat it is about, where it names one."""
        return self.parameters.get("chat_id")

    @property
    def ok(self) -> bool:
        """Whether it was done."""
        return self.error is None and self.answered_at is not None

    def json(self) -> dict[str, Any]:
        """For the control API."""
        return {
            "number": self.number,
            "method": self.method,
            "bot_id": self.bot_id,
            "parameters": {name: _plain(value) for name, value in self.parameters.items()},
            "date": self.date,
            "at": self.at,
            "answered_at": self.answered_at,
            "result": self.result,
            "error": self.error,
            "malformed": self.malformed,
            "fault": self.fault,
        }


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int, float, bool, list, dict, type(None))) else repr(value)


class Transcript(list[Call]):
    """All calls, oldest first."""

    def of(self, *methods: str) -> list[Call]:
        """The calls of these methods."""
        return [call for call in self if call.method in methods]

    def about(self, chat_id: int) -> list[Call]:
        """The calls about one chat."""
        return [call for call in self if str(call.chat_id) == str(chat_id)]

    @property
    def said(self) -> list[Call]:
        """All calls but the asking for updates."""
        return [call for call in self if call.method != "getUpdates"]

    def told(self, last: int = 12) -> str:
        """The end of it, one line a call, for messages of failed tests."""
        lines = []
        for call in self.said[-last:]:
            shown = ", ".join(f"{name}={str(value)[:60]!r}" for name, value in call.parameters.items())
            end = call.error["description"] if call.error else call.fault or ("ok" if call.ok else "no answer")
            lines.append(f"  {call.number} {call.method}({shown}) -> {end}")
        return "\n".join(lines) or "  (no calls)"
