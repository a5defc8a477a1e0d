"""What a chat is in the middle of: its decks, the newest with the standing wish."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.context import Context
from engine.request import Request

_DECKS = 8  # older decks are let go


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """The cards shown for one wish."""

    id: str
    request: Request
    films: tuple[int, ...] = ()  # TMDB ids, in the order of the cards
    position: int = 0  # of the open card
    exact: int = 0  # so many of the first films met every wish when they were dealt
    relaxed: tuple[str, ...] = ()
    passed: tuple[int, ...] = ()  # TMDB ids that were dealt for this wish before and are not dealt again
    asker: int | None = None  # person who asked, in a group: they page

    @property
    def open(self) -> int | None:
        """TMDB id of the open card."""
        return self.films[self.position] if self.position < len(self.films) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """All decks of a chat that still answer to taps, oldest first."""

    decks: tuple[Deck, ...] = ()
    dealt: int = 0  # decks ever dealt, for their ids

    @property
    def deck(self) -> Deck | None:
        """The newest deck, whose wish stands."""
        return self.decks[-1] if self.decks else None

    @property
    def context(self) -> Context:
        """What a message is read against."""
        deck = self.deck
        if deck is None:
            return Context()
        return Context(standing=deck.request, deck=deck.films, position=deck.position)

    def find(self, deck: str | None) -> Deck | None:
        """A deck by its id, the newest for None; None when it was let go."""
        return self.deck if deck is None else next((d for d in self.decks if d.id == deck), None)

    def deal(self, deck: Deck) -> Session:
        """With a new deck on top."""
        return replace(self, decks=(*self.decks, deck)[-_DECKS:], dealt=self.dealt + 1)

    def turn(self, deck: Deck) -> Session:
        """With a deck in place of the one with its id."""
        return replace(self, decks=tuple(deck if d.id == deck.id else d for d in self.decks))

    def clear(self) -> Session:
        """With no standing wish."""
        return replace(self, decks=())
