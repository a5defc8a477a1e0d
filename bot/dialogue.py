"""What to do with a turn: pure decisions, no storage and no words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.session import Deck, Session
from bot.turn import Action, Turn
from engine.request import Act, Example, Request, Verdict


class Topic(StrEnum):
    """What is said when there is nothing to deal."""

    HELLO = "hello"
    CARE = "care"
    UNCLEAR = "unclear"
    NO_DECK = "no deck"
    CLEARED = "cleared"
    SIMILAR_WHAT = "similar what"
    SIMILAR_UNKNOWN = "similar unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """Deal a new deck for a request."""

    request: Request
    passed: tuple[int, ...] = ()  # TMDB ids not to deal again


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Note a verdict on a film; `turn` says whether the deck then turns to the next card."""

    film: int
    verdict: Verdict | None  # None: take it back
    deck: Deck | None
    turn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Open another card of a deck."""

    deck: Deck
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """Deal a film that was asked for by its number, and what is like it behind it."""

    film: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain:
    """Say why a film was dealt."""

    film: int
    deck: Deck


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """Save a film for later, or let it go."""

    film: int
    deck: Deck | None
    saved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """Show the films that were saved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """Say something, deal nothing."""

    topic: Topic
    request: Request | None = None
    keep: bool = True  # False: nothing of this turn may be stored


Step = Deal | Record | Page | Open | Explain | Keep | Gather | Say

VERDICTS = {Action.UP: Verdict.UP, Action.DOWN: Verdict.DOWN, Action.SEEN: Verdict.SEEN, Action.UNDO: None}
"""What an action says of a film; None: nothing any more."""
_PAGES = {Action.OPEN, Action.NEXT, Action.PREVIOUS}
_SAVES = {Action.SAVE: True, Action.UNSAVE: False}

_DEALT = {Action.UP, Action.DOWN, Action.SEEN, Action.WHY, Action.MORE_LIKE}
"""Actions on a film of a deck."""


def act(turn: Turn, session: Session) -> Step:
    """The step for a tap."""
    deck = session.find(turn.deck)
    film = turn.film if turn.film is not None else deck.open if deck else None
    action = turn.action
    if action is Action.OPEN and turn.deck is None and turn.film is not None:
        return Open(film=turn.film)
    if deck is not None and deck.films and action in _DEALT and film not in {*deck.films, *deck.passed}:
        return Say(topic=Topic.NO_DECK)  # no button of ours says so
    if action in VERDICTS and film is not None:
        turns = deck is not None and film == deck.open and action is not Action.UNDO
        return Record(film=film, verdict=VERDICTS[action], deck=deck, turn=turns)
    if action in _SAVES and film is not None:
        return Keep(film=film, deck=deck, saved=_SAVES[action])
    if (step := _of_the_chat(action, session)) is not None:
        return step
    if deck is not None and not deck.films and action in _PAGES:  # its cards were put away
        return Gather() if deck.own else Deal(request=deck.request)
    if deck is None or film is None:
        return Say(topic=Topic.NO_DECK)
    if action in _PAGES:
        return _paged(action, film, deck)
    if action is Action.WHY:
        return Explain(film=film, deck=deck)
    if action is Action.MORE_LIKE:
        example = Example(tmdb=film)
        return Deal(request=Request(liked=(example,), limits=deck.request.limits, raw=deck.request.raw))
    return Deal(request=switched(deck.request))


def _paged(action: Action | None, film: int, deck: Deck) -> Step:
    """The step for leafing through a deck."""
    if action is Action.OPEN:
        return Page(deck=deck, position=deck.films.index(film) if film in deck.films else deck.position)
    move = 1 if action is Action.NEXT else -1
    if move > 0 and deck.position + 1 >= len(deck.films):
        if deck.own:  # it ends where it begins
            return Page(deck=deck, position=0)
        return Deal(request=deck.request, passed=(*deck.passed, *deck.films))
    return Page(deck=deck, position=max(0, deck.position + move))


def _of_the_chat(action: Action | None, session: Session) -> Step | None:
    """The step for what is about no card."""
    if action is Action.FORGET:
        return Say(topic=Topic.CLEARED)
    if action is Action.WATCH:  # nobody here knows
        return Say(topic=Topic.NO_DECK)
    if action is Action.WATCHLIST:
        return Gather()
    if action is Action.SURPRISE:
        known = session.deck if session.deck and session.deck.request == Request() else None
        return Deal(request=Request(), passed=(*known.passed, *known.films) if known else ())
    return None


def similar(request: Request, said: str) -> Step:
    """The step for a film that was named to find others like it; `request` is what was understood of the name."""
    if not said.strip():
        return Say(topic=Topic.SIMILAR_WHAT)
    if not request.liked:
        return Say(topic=Topic.SIMILAR_UNKNOWN)
    return Deal(request=Request(liked=request.liked[:1]))


def decide(request: Request, session: Session) -> Step:
    """The step for a message, as it was understood."""
    deck = session.deck
    match request.act:
        case Act.CARE:
            return Say(topic=Topic.CARE, keep=False)
        case Act.START_OVER:
            return Say(topic=Topic.CLEARED)
        case Act.GREET:
            return Say(topic=Topic.HELLO)
        case Act.UNCLEAR:
            return Say(topic=Topic.UNCLEAR, request=request)
        case Act.EXPLAIN if deck and (film := request.subject or deck.open):
            return Explain(film=film, deck=deck)
        case Act.VERDICT if deck and (film := request.subject or deck.open):
            return Record(film=film, verdict=request.verdict, deck=deck, turn=film == deck.open)
        case Act.ANOTHER if deck:
            return Deal(request=deck.request, passed=(*deck.passed, *deck.films))
        case Act.EXPLAIN | Act.VERDICT | Act.ANOTHER:
            return Say(topic=Topic.NO_DECK)
    return Deal(request=request)  # "surprise me" says nothing of what: the taste alone decides


def switched(request: Request) -> Request:
    """The request with its first ambiguous example read as the next film that the words may mean."""
    liked = list(request.liked)
    for place, example in enumerate(liked):
        if example.others:
            first, *rest = example.others
            liked[place] = replace(example, tmdb=first, others=(*rest, example.tmdb))
            break
    return replace(request, liked=tuple(liked))
