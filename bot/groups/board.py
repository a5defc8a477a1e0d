"""How a night looks in its chat: one message, edited in place, and what can be tapped under it. No markup."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.reply import Card


class Move(StrEnum):
    """What someone does on a night's message."""

    JOIN = "join"  # who is in already goes again, until films are dealt
    LEAVE = "leave"
    WISH = "wish"
    DEAL = "deal"
    VOTE = "vote"
    CLOSE = "close"
    CANCEL = "cancel"
    POLL = "poll"  # votes will be cast in a poll
    BUTTONS = "buttons"  # or by buttons
    BALLOT = "ballot"  # an answer in the poll: everything that the person votes for
    PRIVATELY = "privately"  # opens the private chat, for a wish that the group does not see
    LIKED = "liked"  # of the film of the evening, when it was watched
    DISLIKED = "disliked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something to tap under the message."""

    label: str
    move: Move
    film: int | None = None  # TMDB id, to vote for


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What votes are cast in, where it is not the buttons."""

    question: str = ""
    options: tuple[str, ...] = ()  # the films in the order dealt
    closed: bool = False  # nothing counts any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The message of a night."""

    night: str  # its id
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()  # by rows
    cards: tuple[Card, ...] = ()  # the films dealt, or the pick alone
    poll: Poll | None = None  # to be there now, or to be closed
    note: str = ""  # a word that passes, for who tapped alone
    changed: bool = True  # whether it may look other than before
    fresh: bool = False  # to be sent as a new message rather than as an edit of the night's own
    after: bool = False  # it asks how the film was: a message of its own
    asks: bool = False  # the person is to write a wish now
