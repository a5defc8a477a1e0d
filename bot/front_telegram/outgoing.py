"""What is to be said on Telegram, as the outbox keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from pydantic import Base64Bytes, Field, TypeAdapter

Keys = tuple[tuple[tuple[str, str], ...], ...]
"""The buttons of a message, row by row: label, and callback data or the address (https://...) that it opens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """A message of words alone."""

    kind: Literal["say"] = "say"
    html: str
    keys: Keys = ()
    about: str | None = None  # id of the deck whose message it answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """A deck's card: a new message the first time, an edit from then on; of several, the last one counts."""

    kind: Literal["show"] = "show"
    deck: str
    html: str
    keys: Keys
    film: int  # TMDB id
    title: str
    year: int | None
    genres: tuple[str, ...]
    poster_path: str | None
    fresh: bool = False  # a new message, whatever message showed the deck before
    message: int | None = None  # the message to edit, where it is known because it was tapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A message of words that is edited in place: new the first time; of several states, the last one counts."""

    kind: Literal["table"] = "table"
    deck: str  # names it, among the decks of its chat
    html: str
    keys: Keys = ()
    fresh: bool = False  # a new message below; the one before loses its buttons
    message: int | None = None  # the message that was tapped, for when it is not known where the table is
    asks: str = ""  # what stands in the box of who is to reply now; empty: nobody is asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A poll in which everybody sees who chose what, and may choose several; sent once for a deck."""

    kind: Literal["ask"] = "ask"
    deck: str
    night: str  # that it is for
    question: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """The end of a poll, if it was ever sent."""

    kind: Literal["stop"] = "stop"
    deck: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attach:
    """A message with something made for it: a picture or a file."""

    kind: Literal["attach"] = "attach"
    name: str  # of the file
    data: Base64Bytes
    html: str
    picture: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to a tap: a word that passes, or none."""

    kind: Literal["answer"] = "answer"
    query: str
    text: str = ""
    alert: bool = False  # to be read and put away


Saying = Say | Show | Table | Ask | Stop | Attach | Answer
"""Anything that is to be said."""

_OUTGOING: TypeAdapter[Saying] = TypeAdapter(Annotated[Saying, Field(discriminator="kind")])


def to_bytes(outgoing: Saying) -> bytes:
    """For the outbox."""
    return _OUTGOING.dump_json(outgoing)


def from_bytes(body: bytes) -> Saying:
    """From the outbox."""
    return _OUTGOING.validate_json(body)


def merged(waiting: Sequence[Saying]) -> tuple[Saying, tuple[int, ...]]:
    """The next thing to say, and the positions in `waiting` that are said with it.

    Several states of one deck or table are one edit, to the last of them.
    """
    first = waiting[0]
    if not isinstance(first, Show | Table):
        return first, (0,)
    said, last, message = [0], first, first.message
    for position, later in enumerate(waiting[1:], 1):
        # What is shown afresh is another message, below.
        if isinstance(later, type(first)) and later.deck == first.deck and not later.fresh:
            said.append(position)
            last, message = later, later.message or message
    return replace(last, fresh=first.fresh, message=message), tuple(said)
