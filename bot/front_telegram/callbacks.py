"""What a button carries: an action, a film and a deck, in at most 64 bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.groups import Move
from bot.turn import Action

MOST_BYTES = 64  # Telegram's limit
NIGHT = "n:"
"""Data that begins so is movie night's own: `pack_night` writes it."""

INLINE = "i:"
"""Data that begins so is of a card that was sent into another chat: `pack_inline` writes it."""

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
    Action.SAVE: "k",
    Action.UNSAVE: "l",
    Action.WATCH: "t",
}
_ACTIONS = {code: action for action, code in _CODES.items()}
_MOVES = {
    Move.JOIN: "j",
    Move.LEAVE: "l",
    Move.WISH: "w",
    Move.DEAL: "d",
    Move.VOTE: "v",
    Move.CLOSE: "c",
    Move.CANCEL: "x",
    Move.PRIVATELY: "p",
    Move.POLL: "o",
    Move.BUTTONS: "b",
    Move.BALLOT: "a",
    Move.LIKED: "y",
    Move.DISLIKED: "n",
}
_NIGHT_MOVES = {code: move for move, code in _MOVES.items()}
_NIGHT_FORM = re.compile(NIGHT + r"([a-z]):(-?\d{1,18})?:([0-9a-f]{1,16})", re.ASCII)
_INLINE_FORM = re.compile(INLINE + r"([ud]):(-?\d{1,18})", re.ASCII)
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


def pack_inline(action: Action, film: int) -> str:
    """The data of a thumb on an inline card, such as "i:u:926"."""
    return f"{INLINE}{_CODES[action]}:{film}"


def unpack_inline(data: str) -> tuple[Action, int] | None:
    """What `pack_inline` was given; None for anything but a thumb."""
    found = _INLINE_FORM.fullmatch(data)
    return (_ACTIONS[found[1]], int(found[2])) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class NightTapped:
    """What a button of a movie night said."""

    move: Move
    film: int | None  # TMDB id, to vote for
    night: str


def pack_night(move: Move, film: int | None, night: str) -> str:
    """The data of a movie night's button, such as "n:v:926:1f"."""
    return f"{NIGHT}{_MOVES[move]}:{'' if film is None else film}:{night}"


def unpack_night(data: str) -> NightTapped | None:
    """What `pack_night` was given; None for anything that it would not write."""
    found = _NIGHT_FORM.fullmatch(data)
    if found is None or found[1] not in _NIGHT_MOVES:
        return None
    return NightTapped(move=_NIGHT_MOVES[found[1]], film=int(found[2]) if found[2] else None, night=found[3])
