"""A movie night of a group, as a pure state machine: who is in, what they wish, what was dealt, how they vote."""

from __future__ import annotations

from bot.groups.board import Board, Button, Move
from bot.groups.counting import counts, decide
from bot.groups.night import (
    Guest,
    Happening,
    Night,
    Offer,
    Outcome,
    Phase,
    Tie,
    Vote,
    What,
    Wish,
    Word,
)
from bot.groups.rules import (
    add_wish,
    ask,
    cancel,
    close,
    deal,
    debts,
    forget,
    join,
    leave,
    open_night,
    say,
    toggle,
    vote,
)
from bot.groups.thumbs import Taps, Thumb, own, tally, together, told

__all__ = [
    "Board",
    "Button",
    "Guest",
    "Happening",
    "Move",
    "Night",
    "Offer",
    "Outcome",
    "Phase",
    "Taps",
    "Thumb",
    "Tie",
    "Vote",
    "What",
    "Wish",
    "Word",
    "add_wish",
    "ask",
    "cancel",
    "close",
    "counts",
    "deal",
    "debts",
    "decide",
    "forget",
    "join",
    "leave",
    "open_night",
    "own",
    "say",
    "tally",
    "together",
    "toggle",
    "told",
    "vote",
]
