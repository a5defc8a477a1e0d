"""What is said to commands, and to what is not read."""

from __future__ import annotations

from dataclasses import dataclass

from bot.front_telegram.callbacks import FORGET_ME
from bot.front_telegram.outgoing import Keys
from bot.turn import Turn
from bot.wording import Words

MENU = ("start", "help", "privacy", "forget")
"""The commands behind the menu button, each with a line of its own in the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A plain answer; empty: nothing is said."""

    text: str = ""
    keys: Keys = ()


def answer(turn: Turn, words: Words) -> Said:
    """The answer to a command, or to a message without words."""
    command = turn.command
    if command == "forget":
        if turn.group:
            return Said(text=words("forget-privately"))
        return Said(text=words("forget-sure"), keys=(((words("button-forget"), FORGET_ME),),))
    if command in MENU:
        return Said(text=words(f"command-{command}"))
    if command == "movienight":
        return Said(text=words("movienight-not-here" if not turn.group else "movienight-not-yet"))
    if turn.group:
        return Said()
    return Said(text=words("command-unknown" if command else "words-only"))
