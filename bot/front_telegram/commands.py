"""Commands: which there are, what is said to those that need nothing but words, and to what is not read."""

from __future__ import annotations

from dataclasses import replace

from bot.front_telegram.callbacks import FORGET_ME
from bot.front_telegram.markup import message
from bot.front_telegram.outgoing import Keys, Say
from bot.turn import Action, Turn
from bot.wording import Words

PRIVATE = (
    "surprise",
    "similar",
    "taste",
    "watchlist",
    "seen",
    "settings",
    "help",
    "privacy",
    "export",
    "forget",
    "feedback",
)
"""The commands behind the menu button of a private chat, each with a line of its own in the words."""
GROUP = ("movienight", "surprise", "similar", "help", "privacy")
"""Those of a group."""

_TALK = {"surprise": Action.SURPRISE, "similar": Action.SIMILAR, "watchlist": Action.WATCHLIST}
_ALONE = {"taste", "watchlist", "seen", "settings", "export", "feedback"}
"""What concerns one person, and is not said where others hear it."""


def talked(turn: Turn) -> Turn:
    """A command that the conversation answers, as the action that it stands for; any other turn as it is."""
    if turn.command not in _TALK or (turn.group and turn.command in _ALONE):
        return turn
    return replace(turn, action=_TALK[turn.command], command="")


def answer(turn: Turn, words: Words, *, days: int | None = None) -> tuple[Say, ...]:
    """The answer to a command, or to a message without words; empty: nothing is said.

    `days` is after how many a chat that nobody uses is deleted, None: never.
    """
    said = _answer(turn, words, days)
    keys: Keys = ()
    if turn.command == "forget" and not turn.group:
        keys = (((words("button-forget"), FORGET_ME),),)
    return (Say(html=message(said), keys=keys),) if said else ()


def _answer(turn: Turn, words: Words, days: int | None) -> str:
    command = turn.command
    if turn.group and command in _ALONE:
        return words("alone", command=f"/{command}")
    if command == "forget":
        return words("forget-privately" if turn.group else "forget-sure")
    if command == "movienight":
        return words("movienight-not-yet" if turn.group else "movienight-not-here")
    if command == "help":
        return f"{words('command-help')}\n\n{words('help-more')}"
    if command == "privacy":
        kept = words("privacy-days", days=days) if days else words("privacy-no-days")
        return f"{words('command-privacy')}\n\n{words('privacy-more')}\n\n{kept}"
    if command == "start":
        return words("command-start")
    if turn.group:
        return ""
    return words("command-unknown" if command else "words-only")
