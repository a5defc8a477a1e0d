"""What a chat is in the middle of: its decks, the newest with the standing wish."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

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
    own: bool = False  # films that the person saved, rather than an answer to the wish, which stands all the same

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
        """With a new deck on top. Of a wish that no longer stands, the person's own words are let go."""
        before = tuple(replace(d, request=_wordless(d.request)) for d in self.decks)
        return replace(self, decks=(*before, deck)[-_DECKS:], dealt=self.dealt + 1)

    def turn(self, deck: Deck) -> Session:
        """With a deck in place of the one with its id."""
        return replace(self, decks=tuple(deck if d.id == deck.id else d for d in self.decks))

    def put_away(self) -> Session:
        """With the cards of all decks put away; the wish stands, and is dealt anew when it is turned."""
        return replace(self, decks=tuple(replace(d, films=(), position=0) for d in self.decks))

    def clear(self) -> Session:
        """With no standing wish."""
        return replace(self, decks=())


_SESSION: TypeAdapter[Session] = TypeAdapter(Session)


def written(session: Session) -> str:
    """A session as it is stored."""
    return _SESSION.dump_json(session).decode()


def read(stored: str | None) -> Session:
    """The session that was stored; a new one when there is none, or another version wrote it."""
    if stored is None:
        return Session()
    try:
        return _SESSION.validate_json(stored)
    except ValidationError:  # the wish is lost, thumbs are not
        return Session()


def _wordless(request: Request) -> Request:
    """What was understood of a wish, without the words that said it."""
    return replace(
        request,
        liked=tuple(replace(each, said="") for each in request.liked),
        disliked=tuple(replace(each, said="") for each in request.disliked),
        seen=tuple(replace(each, said="") for each in request.seen),
        critiques=tuple(replace(each, said="") for each in request.critiques),
        moods=tuple(replace(each, said="") for each in request.moods),
        text="",
        unplaced=(),
        raw="",
    )
