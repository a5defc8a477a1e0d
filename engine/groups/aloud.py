"""What may be said of one member's taste in front of everyone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.candidate import Fact, Reason
from engine.models import Films
from engine.request import Request
from engine.taste import Taste
from index.moods import load_axes
from index.movie import GENRES

_CLEARLY = 2.0  # a mood that is clearly there
_NOTHING = 0.5  # below this there is next to nothing of a mood


def unnamed(reason: Reason) -> Reason:
    """A reason from a member's thumbs without the film that the thumb was for: thumbs are given in private.

    That the film is close to one they like stays (`Fact.LIKED` without `other`), or what keyword it has of it.
    """
    if reason.fact is Fact.SHARES and reason.value not in GENRES:
        return replace(reason, fact=Fact.THEME, other=None)
    return replace(reason, fact=Fact.LIKED, value="", own=0.0, other=None)


def in_common(row: int, taste: Taste, films: Films) -> tuple[Reason, ...]:
    """Moods that the film in a row has clearly and the liked films have on average: `own` of 4, `theirs` of 4.

    The mood that sets the liked films apart most from all films comes first.
    """
    liked = films.catalogue.rows(taste.liked)
    if not len(liked):
        return ()
    found: list[tuple[float, Reason]] = []
    for axis in load_axes():
        values = films.moods.axis(axis)
        own, theirs = float(values[row]), float(values[liked].mean())
        if own >= _CLEARLY and theirs >= _CLEARLY:
            found.append((theirs - float(np.mean(values)), Reason(fact=Fact.MOOD, value=axis, own=own, theirs=theirs)))
    return tuple(reason for _, reason in sorted(found, key=lambda pair: -pair[0]))


def kept_out(row: int, wish: Request, films: Films) -> tuple[Reason, ...]:
    """Moods that were ruled out and of which the film in a row has next to nothing."""
    unwanted = [(m.axis, float(films.moods.axis(m.axis)[row])) for m in wish.moods if not m.wanted]
    return tuple(Reason(fact=Fact.WITHOUT, value=axis, own=own) for axis, own in unwanted if own < _NOTHING)
