"""One movie night as a value. Ids and numbers only: what is kept of it outlives any catalogue."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from engine.request import Request


class Phase(StrEnum):
    """How far a night is."""

    OPEN = "open"  # people join and wish
    DEALT = "dealt"  # films are on the table and votes are cast
    DECIDED = "decided"
    CANCELLED = "cancelled"


class Tie(StrEnum):
    """By what one of several films with the most votes won."""

    OWED = "owed"  # those who voted for it got less on earlier nights
    WORST_OFF = "worst off"  # the one who likes it least likes it more than such a one likes any other film
    AVERAGE = "average"  # as good for that one, and better on average
    ORDER = "order"  # nothing tells them apart


class What(StrEnum):
    """What happened, or why nothing did."""

    OPENED = "opened"
    JOINED = "joined"
    ALREADY_IN = "already in"
    LEFT = "left"
    NOT_IN = "not in"  # leaving, dealing or closing is for those who are in
    WISHED = "wished"
    BY_POLL = "by poll"  # votes will be cast in a poll
    BY_BUTTONS = "by buttons"
    DEALT = "dealt"
    NOTHING_FITS = "nothing fits"
    VOTED = "voted"
    UNVOTED = "unvoted"
    TWICE = "twice"  # a second tap so soon that it was meant once
    NOT_DEALT = "not dealt"  # no films yet, or not this one
    ALREADY_DEALT = "already dealt"  # too late for wishes and for another deal
    DECIDED = "decided"
    CANCELLED = "cancelled"
    ASKED = "asked"  # how the film was
    LIKED = "liked"
    DISLIKED = "disliked"
    UNSAID = "unsaid"  # what was said of the film is taken back
    OVER = "over"  # the night is decided or cancelled: nothing changes any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that a step did; the same step may do several."""

    what: What
    person: int | None = None
    film: int | None = None  # TMDB id


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Someone who is in."""

    person: int  # our own number
    name: str  # as the front end shows it
    since: datetime | None = None  # when they came in


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one person wishes for; one open and one private a person."""

    person: int
    request: Request
    private: bool = False  # honoured, never quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One film on the table."""

    film: int  # TMDB id
    worth: dict[int, float]  # person to 0..1, higher is better; those who were in when it was dealt


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One person would watch one film; people may vote for as many as they like."""

    person: int
    film: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one person says of the film afterwards."""

    person: int
    liked: bool
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The film of the evening."""

    film: int
    votes: int
    tied: tuple[int, ...] = ()  # the other films with as many votes
    tie: Tie | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """A movie night, from the first call to the pick. Changed by `bot.groups.rules` alone."""

    id: str
    chat: int  # our own number of the chat
    starter: int | None  # person; passes on when they leave
    request: Request  # the wish that the night was opened with
    opened_at: datetime
    language: str = ""  # that the night is spoken of in: of the app of who opened it, such as "pt-BR"
    by_poll: bool = False  # votes are cast in a poll rather than by buttons; nights after this one do alike
    guests: tuple[Guest, ...] = ()  # in the order in which they joined
    wishes: tuple[Wish, ...] = ()
    phase: Phase = Phase.OPEN
    offers: tuple[Offer, ...] = ()  # in the order dealt
    exact: int = 0  # so many of the first offers met every wish of the request
    relaxed: tuple[str, ...] = ()  # wishes of the request that were let go for the rest
    votes: tuple[Vote, ...] = ()
    until: datetime | None = None  # votes count before this
    patience: timedelta = timedelta(0)  # how long after everybody voted a mind may still be changed
    touched: datetime | None = None  # when votes or guests changed last, once dealt
    outcome: Outcome | None = None
    debts: dict[int, float] = field(default_factory=dict)  # by person, what earlier nights owe them; others: 0
    asks_at: datetime | None = None  # when to ask how it was; None: it was asked, or there is nothing to ask
    said: tuple[Word, ...] = ()  # how it was

    @property
    def films(self) -> tuple[int, ...]:
        """TMDB ids on the table."""
        return tuple(offer.film for offer in self.offers)

    @property
    def people(self) -> tuple[int, ...]:
        """Who is in."""
        return tuple(guest.person for guest in self.guests)

    @property
    def running(self) -> bool:
        """Whether anything can still happen."""
        return self.phase in {Phase.OPEN, Phase.DEALT}

    @property
    def everybody_voted(self) -> bool:
        """Whether each guest voted for a film at least."""
        return bool(self.guests) and set(self.people) <= {vote.person for vote in self.votes}

    @property
    def voted(self) -> int:
        """How many guests voted for a film at least."""
        return len({vote.person for vote in self.votes})

    @property
    def closes_at(self) -> datetime | None:
        """When the clock has something to do: count the votes as things stand, or ask how the film was."""
        if self.phase is Phase.DECIDED:
            return self.asks_at
        if self.phase is not Phase.DEALT or self.until is None:
            return None
        if self.everybody_voted and self.touched is not None:
            return min(self.until, self.touched + self.patience)
        return self.until

    def due(self, at: datetime) -> bool:
        """Whether the votes are to be counted, or the film asked about, at this time."""
        return self.closes_at is not None and at >= self.closes_at
