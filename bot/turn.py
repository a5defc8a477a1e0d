"""What comes in: one message or tap, the same from every front end."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum


class Action(StrEnum):
    """A tap, or a word that does the same, on a card."""

    UP = "up"
    DOWN = "down"
    SEEN = "seen"
    UNDO = "undo"  # take the last verdict on the film back
    NEXT = "next"
    PREVIOUS = "previous"
    OPEN = "open"  # the card of `film`
    WHY = "why"
    MORE_LIKE = "more like this"
    SWITCH = "switch"  # the other film that a title may have meant
    MINE = "mine"  # a shared deck, dealt once more to the person alone
    FORGET = "forget"  # the wish, not the person
    SAVE = "save"  # the film, for later
    UNSAVE = "unsave"
    WATCH = "watch"  # say where the film can be watched
    SURPRISE = "surprise"  # films without a wish: the taste alone decides
    SIMILAR = "similar"  # films like the one that `text` names
    WATCHLIST = "watchlist"  # the films that were saved


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One message of one person in one chat."""

    channel: str  # terminal, telegram, web
    chat: str  # the channel's own id of the chat
    user: str  # the channel's own id of the person
    key: str  # unique for this update within the channel: the same key again is the same update
    text: str = ""
    action: Action | None = None
    film: int | None = None  # TMDB id that the action is about; None: the open card
    deck: str | None = None  # id of the deck that was tapped; None: the latest
    command: str = ""  # such as "movienight", without a slash; then `text` is what stood behind it
    group: bool = False  # said where several people hear it
    name: str = ""  # what the person is called in a group
    admin: bool = False  # whether the person may turn cards that others asked for in a group
    lent: int | None = None  # our own number of the group whose deck is asked for; with `Action.MINE`
    glance: bool = False  # the front end shows the open card alone: the others need no reasons
    language: str = ""  # that the person's app is set to, such as "pt-BR"
    at: datetime = field(default_factory=_now)
