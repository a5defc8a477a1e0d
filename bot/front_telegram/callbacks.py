"""What a button carries: an action, a film and a deck, in at most 64 bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.turn import Action

MOST_BYTES = 64  # Telegram's limit
NIGHT = "n:"
"""Data that begins so is movie night's own and is handed on as it is."""

FORGET_ME = "forget me"

_CODES = {
    Action.UP: "u",
    Action.DOWN: "d",
    Action.SEEN: "s",
    Action.UNDO: "b",
    Action.NEXT: "f",
    Action.PREVIOUS: "p",
    Action.OPEN: "o",
    Action.WHY: "w",
    Action.MORE_LIKE: "m",
    Action.SWITCH: "x",
}
_ACTIONS = {code: action for action, code in _CODES.items()}
_FORM = re.compile(r"([a-z]):(-?\d{1,18})?:([0-9a-f]{1,16})", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tapped:
    """What a button said."""

    action: Action
    film: int | None  # TMDB id
    deck: str


def pack(action: Action, film: int | None, deck: str) -> str:
    """The data of a button, such as "u:926:1f"."""
    return f"{_CODES[action]}:{'' if film is None else film}:{deck}"


def unpack(data: str) -> Tapped | None:
    """What `pack` was given; None for anything that it would not write."""
    found = _FORM.fullmatch(data)
    if found is None or found[1] not in _ACTIONS:
        return None
    return Tapped(action=_ACTIONS[found[1]], film=int(found[2]) if found[2] else None, deck=found[3])
