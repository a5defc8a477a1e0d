"""What is said to commands, and to what is not read."""

from __future__ import annotations

from bot.front_telegram.callbacks import FORGET_ME
from bot.front_telegram.markup import message
from bot.front_telegram.outgoing import Keys, Say
from bot.turn import Turn
from bot.wording import Words

MENU = ("start", "help", "movienight", "privacy", "forget")
"""The commands behind the menu button, each with a line of its own in the words."""


def answer(turn: Turn, words: Words) -> tuple[Say, ...]:
    """The answer to a command, or to a message without words; empty: nothing is said."""
    said = _answer(turn)
    keys: Keys = ()
    if said == "forget-sure":
        keys = (((words("button-forget"), FORGET_ME),),)
    return (Say(html=message(words(said)), keys=keys),) if said else ()


def _answer(turn: Turn) -> str:
    """Which message."""
    command = turn.command
    if command == "forget":
        return "forget-privately" if turn.group else "forget-sure"
    if command == "movienight":
        return "movienight-not-yet" if turn.group else "movienight-not-here"
    if command in MENU:
        return f"command-{command}"
    if turn.group:
        return ""
    return "command-unknown" if command else "words-only"
