"""New decks, and decks whose cards ahead are ranked anew."""

from __future__ import annotations

from dataclasses import replace

from bot import wording
from bot.dialogue import Deal
from bot.playing.scene import Scene
from bot.playing.showing import show
from bot.reply import Reply
from bot.session import Deck
from engine.recommend import DECK
from engine.request import Example, Request

_BEHIND = 5
"""Cards that can be paged back to once a deck was dealt on; older ones are let go."""
_LONGEST_LIST = 50  # saved films on cards, the latest


def deal(scene: Scene, step: Deal) -> Reply:
    """The best films for a wish."""
    wish = scene.chosen.narrow(step.request)
    found = scene.house.recommender.recommend(
        wish, scene.taste, without=frozenset(step.passed), explained=_needed(scene)
    )
    if not found.candidates:
        deck = scene.session.deck
        reply = show(scene, deck) if deck and deck.films else Reply()
        return replace(reply, text=scene.words("nothing-left"))
    deck = Deck(
        id=_number(scene),
        request=step.request,
        films=tuple(c.tmdb for c in found.candidates),
        exact=found.exact,
        relaxed=found.relaxed,
        passed=step.passed,
        asker=scene.person if scene.turn.group else None,
    )
    scene.session = scene.session.deal(deck)
    text = wording.above(found, step.request, scene.name, scene.words)
    return replace(show(scene, deck, found), text=text, fresh=True)


def redeal(scene: Scene, deck: Deck) -> Deck:
    """The deck turned to its next card, what lies ahead ranked anew by the taste as it is now."""
    if deck.own:
        return replace(deck, position=min(deck.position + 1, len(deck.films) - 1))
    gone = deck.films[: deck.position + 1]
    ahead = max(len(deck.films) - len(gone), 0) or DECK
    passed = frozenset((*deck.passed, *gone))
    found = scene.house.recommender.recommend(scene.wish(deck), scene.taste, count=ahead, without=passed, explained=0)
    behind = gone[-_BEHIND:]
    films = (*behind, *(c.tmdb for c in found.candidates))
    older = gone[: -len(behind)]
    return replace(
        deck,
        films=films,
        position=min(len(behind), len(films) - 1),
        exact=max(0, deck.exact - len(older)),
        passed=(*deck.passed, *older),
    )


def open_film(scene: Scene, film: int) -> Reply:
    """A film that was asked for by its number, and what is like it behind it."""
    recommender = scene.house.recommender
    if recommender.films.catalogue.row(film) is None:
        return Reply(text=scene.words("no-deck"))
    request = Request(liked=(Example(tmdb=film),))
    found = recommender.recommend(scene.chosen.narrow(request), scene.taste, count=DECK - 1)
    films = (film, *(c.tmdb for c in found.candidates))
    deck = Deck(id=_number(scene), request=request, films=films, exact=len(films))
    scene.session = scene.session.deal(deck)
    return replace(show(scene, deck), fresh=True)


def gather(scene: Scene) -> Reply:
    """The films that were saved and are still to be seen, as a deck; the wish before goes on standing."""
    catalogue = scene.house.recommender.films.catalogue
    done = scene.taste.done_with
    films = [film for film in scene.saved if film not in done and catalogue.row(film) is not None]
    if not films:
        return Reply(text=scene.words("watchlist-empty"))
    wish = scene.session.deck.request if scene.session.deck else Request()
    deck = Deck(id=_number(scene), request=wish, films=tuple(films[:_LONGEST_LIST]), own=True)
    scene.session = scene.session.deal(deck)
    return replace(show(scene, deck), fresh=True)


def _needed(scene: Scene) -> int | None:
    """How many of the first cards need reasons now; None: all."""
    return 1 if scene.turn.glance else None


def _number(scene: Scene) -> str:
    return f"{scene.session.dealt + 1:x}"
