"""What a message is read against: the wish that stands and the films that were shown for it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The standing request and its deck."""

    standing: Request | None = None
    deck: tuple[int, ...] = ()  # TMDB ids, in the order shown
    position: int = 0  # of the card that is open, from 0
