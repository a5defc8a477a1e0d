"""A deck as cards."""

from __future__ import annotations

from dataclasses import replace

from bot import groups, wording
from bot.playing.scene import Scene
from bot.reply import Reply
from bot.session import Deck
from engine.candidate import Recommendation
from engine.request import Verdict


def cards(scene: Scene, deck: Deck) -> Recommendation:
    """The deck's films scored for its wish as the taste is now, in the order of the deck."""
    needed = None if deck.open is None or not scene.turn.glance else {deck.open}
    found = scene.house.recommender.judge(scene.wish(deck), deck.films, scene.taste, explained=needed)
    return replace(found, exact=deck.exact, relaxed=deck.relaxed)


def show(
    scene: Scene, deck: Deck, found: Recommendation | None = None, last: tuple[int, Verdict] | None = None
) -> Reply:
    """The reply that shows a deck; `last` is the verdict that can be taken back."""
    found = found or cards(scene, deck)
    catalogue = scene.house.recommender.films.catalogue
    shown = tuple(wording.card(catalogue.movie(c.row), c, scene.name, scene.words) for c in found.candidates)
    films = tuple(card.tmdb for card in shown)
    position = films.index(deck.open) if deck.open in films else 0
    group = scene.turn.group
    return Reply(
        standing=_standing(scene, deck),
        cards=shown,
        position=position,
        deck=deck.id,
        buttons=wording.buttons(
            films,
            position,
            last,
            not deck.own and any(example.others for example in deck.request.liked),
            scene.name,
            scene.words,
            saved=None if group or not films else films[position] in scene.saved,
            given=groups.tally(scene.thumbs, films[position]) if group and films else None,
        ),
        veiled=scene.chosen.spoilers,
    )


def _standing(scene: Scene, deck: Deck) -> str:
    if deck.own:
        return scene.words("watchlist-head", count=len(deck.films))
    return wording.standing(scene.wish(deck), scene.name, scene.words)
