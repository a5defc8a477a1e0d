"""What goes out: text and cards without markup; each front end renders them its own way."""

from __future__ import annotations

from dataclasses import dataclass

from bot.turn import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """Something to tap under a card."""

    label: str
    action: Action
    film: int | None = None  # TMDB id


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One film as it is shown."""

    tmdb: int
    imdb: str | None
    title: str
    year: int | None
    genres: tuple[str, ...]  # at most three
    runtime: str  # "1 h 42", or empty
    rating: str  # "7.2", or empty when no source gives one
    line: str  # one line of why
    overview: str
    poster_path: str | None
    score: float  # comparable within one deck only
    kinds: tuple[str, ...] = ()  # the genres as the language calls them; empty: as they are

    @property
    def facts(self) -> str:
        """What is known of it in one line: "Comedy, War · 1 h 42 · 7.2"."""
        known = (", ".join(self.kinds or self.genres), self.runtime, self.rating)
        return " · ".join(fact for fact in known if fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to one turn."""

    text: str = ""  # said before the card, or alone; plain sentences
    standing: str = ""  # the standing wish in one line: how the person was understood
    cards: tuple[Card, ...] = ()  # the whole deck, in order
    position: int = 0  # of the open card, from 0
    deck: str | None = None  # id of the deck
    buttons: tuple[Button, ...] = ()  # for the open card
    note: str = ""  # a word that passes, such as "Noted."
    veiled: bool = False  # what happens in the films is hidden until it is tapped
    language: str = ""  # code of the one that it is in
    fresh: bool = False  # the cards are an answer to a new wish rather than the same deck turned
