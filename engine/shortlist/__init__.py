"""Which films come into question for a request: hard wishes as one mask, soft ones as evidence by channel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from engine.candidate import Shortlist
from engine.models import Films
from engine.request import Request
from engine.shortlist.evidence import evidence, thumbs
from engine.shortlist.parts import Part
from engine.shortlist.wishes import LET_GO, UNSAID, Mask, Wish, wishes
from engine.taste import Taste

_PER_CHANNEL = 200  # films that each channel may bring


def shortlist(
    request: Request,
    taste: Taste,
    films: Films,
    want: int,
    *,
    also: Sequence[tuple[Request, Taste]] = (),
    only: Mask | None = None,
) -> Shortlist:
    """Films for a request, at least `want` when letting wishes go can find so many.

    Never in it: films that were named, and those that the taste is done with. What stands in `also` may bring films
    of its own, but neither rules any out nor speaks for any here. `only` (films,): no others come into question.
    """
    asked = _asked(request, films)
    possible = _possible(request, taste, films)
    if only is not None:
        possible &= only
    for wish in asked.masks:
        if wish.firm:
            possible &= wish.mask
    loose = asked.loose
    fits = possible & _all(loose, len(possible))
    allowed = fits
    relaxed: tuple[str, ...] = ()
    if fits.sum() < want and loose:
        allowed, relaxed = _let_go(possible, loose, want)
    parts = asked.parts | thumbs(taste, films)
    others = [part for wish, likes in also for part in (evidence(wish, films, []) | thumbs(likes, films)).values()]
    rows = _union([*parts.values(), *others], allowed)
    return Shortlist(
        rows=rows,
        exact=fits[rows],
        relaxed=relaxed,
        evidence={name: part.of(rows) for name, part in parts.items()},
    )


def given(request: Request, taste: Taste, films: Films, rows: NDArray[np.int64]) -> Shortlist:
    """The films of the given rows as a shortlist, whether or not they meet the wishes: to judge what was shown."""
    asked = _asked(request, films)
    parts = asked.parts | thumbs(taste, films)
    return Shortlist(
        rows=rows,
        exact=_all(asked.masks, len(films.catalogue))[rows],
        relaxed=(),
        evidence={name: part.of(rows) for name, part in parts.items()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a request says of all films, whoever asks."""

    masks: list[Wish]
    loose: list[Wish]
    parts: dict[str, Part]


_lock = Lock()


def _asked(request: Request, films: Films) -> _Asked:
    """Worked out once for the taps that follow on one request."""
    with _lock:
        known: _Asked | None = films.asked.get(request)
    if known is None:
        masks = wishes(request, films)
        loose = [wish for wish in masks if not wish.firm]
        known = _Asked(masks=masks, loose=loose, parts=evidence(request, films, loose))
        with _lock:
            films.asked[request] = known
    return known


def _possible(request: Request, taste: Taste, films: Films) -> Mask:
    possible = np.ones(len(films.catalogue), dtype=bool)
    named = [e.tmdb for e in (*request.liked, *request.disliked, *request.seen)]
    possible[films.catalogue.rows([*named, *taste.liked, *taste.disliked, *taste.seen])] = False
    return possible


def _all(loose: list[Wish], count: int) -> Mask:
    mask = np.ones(count, dtype=bool)
    for wish in loose:
        mask &= wish.mask
    return mask


def _let_go(possible: Mask, loose: list[Wish], want: int) -> tuple[Mask, tuple[str, ...]]:
    """Let wishes go in their order until enough films fit, then take back those that need not have gone."""
    names = [name for name in LET_GO if any(w.name == name for w in loose)]
    gone: list[str] = []
    for name in names:
        gone.append(name)
        if (possible & _all([w for w in loose if w.name not in gone], len(possible))).sum() >= want:
            break
    for name in list(gone[:-1]):
        kept = [w for w in loose if w.name not in gone or w.name == name]
        if (possible & _all(kept, len(possible))).sum() >= want:
            gone.remove(name)
    allowed = possible & _all([w for w in loose if w.name not in gone], len(possible))
    return allowed, tuple(name for name in gone if name not in UNSAID)


def _union(parts: list[Part], allowed: Mask) -> NDArray[np.int64]:
    rows = np.flatnonzero(allowed)
    if len(rows) <= _PER_CHANNEL:
        return rows
    chosen = np.unique(np.concatenate([part.best(allowed, _PER_CHANNEL) for part in parts]))
    return chosen if len(chosen) else rows
