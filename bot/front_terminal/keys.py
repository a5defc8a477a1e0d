"""What a person types: a wish, or a word that acts on the open card."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from bot.reply import Reply
from bot.turn import Action, Turn

CHANNEL = "terminal"
_USER = "terminal"  # whoever owns this MATINEE_HOME; there is nobody else in a terminal

WORDS: Mapping[Action, str] = {
    Action.UP: "up",
    Action.DOWN: "down",
    Action.SEEN: "seen",
    Action.UNDO: "undo",
    Action.NEXT: "next",
    Action.PREVIOUS: "back",
    Action.WHY: "why",
    Action.MORE_LIKE: "more",
    Action.SWITCH: "switch",
}
"""The word for each action, as the hints below a reply name them."""

_SIGNS = {"+": Action.UP, "-": Action.DOWN, ">": Action.NEXT, "<": Action.PREVIOUS, "?": Action.WHY}
_ACTIONS = {word: action for action, word in WORDS.items()} | _SIGNS


def read(said: str, chat: str, shown: Reply | None = None, judged: int | None = None) -> Turn:
    """The turn for what was typed after `shown`, the last reply with cards; undo is about the film that was `judged`.

    Only a message that is exactly a card word, small letters and all, acts on the open card: with a capital it may be
    a title. A digit opens the card of that place, and is a wish like any other where there is no such card.
    """
    word = said.strip()
    cards = shown.cards if shown else ()
    if len(word) == 1 and word in "123456789" and int(word) <= len(cards):
        deck = shown.deck if shown else None
        return _turn(chat, action=Action.OPEN, film=cards[int(word) - 1].tmdb, deck=deck)
    action = _ACTIONS.get(word)
    if action is None:
        return _turn(chat, text=said)
    return _turn(chat, action=action, film=judged if action is Action.UNDO else None)


def _turn(
    chat: str, *, text: str = "", action: Action | None = None, film: int | None = None, deck: str | None = None
) -> Turn:
    key = uuid4().hex
    chat, text = _letters(chat), _letters(text)
    return Turn(channel=CHANNEL, chat=chat, user=_USER, key=key, text=text, action=action, film=film, deck=deck)


def _letters(typed: str) -> str:
    """Without the bytes that are no text, which a terminal hands over as half letters that cannot be stored."""
    return typed.encode(errors="replace").decode()
