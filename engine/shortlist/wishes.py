"""The hard wishes of a request as masks over the catalogue, each with a name by which it can be let go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.models import Films
from engine.models.measures import involves, measure, reference
from engine.request import Critique, Limits, Mood, Request
from index.moods import SCALE, load_axes
from index.movie import CERTIFICATES

Mask = NDArray[np.bool_]

UNSAID = ("clearly", "near")
"""Wishes of our own making, which are let go first and without a word."""
LET_GO = (*UNSAID, "fame", "rating", "minutes", "moods", "years", "themes", "critiques", "places", "genres", "people")
"""Wishes in the order in which they are let go when nothing fits; others (a negation, an age limit) never are."""

NEAREST = 0.15  # "like X but funnier": among this share of films nearest to X by kinship, and in subject
_WANTED = 2.0  # a mood that was asked for scores at least this; "very": 3, "somewhat": 1.5
_UNWANTED = 1.0  # a mood that was ruled out scores at most this
_KNOWN = 2.5  # fame from which a film counts as well known, and below which as little known
_MINUTES_APART = 10  # "shorter" is shorter by at least so much


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wish:
    """One wish and the films that meet it."""

    name: str
    mask: Mask  # (films,)

    @property
    def firm(self) -> bool:
        """Whether it is never let go."""
        return self.name not in LET_GO


def wishes(request: Request, films: Films) -> list[Wish]:
    """Every hard wish of a request; none when it has only soft ones."""
    return [Wish(name=name, mask=mask) for name, mask in (*_limits(request.limits, films), *_others(request, films))]


def _limits(limits: Limits, films: Films) -> Iterator[tuple[str, Mask]]:
    catalogue = films.catalogue
    if limits.genres:
        yield "genres", np.logical_and.reduce([catalogue.genre(g) for g in limits.genres])
    if limits.not_genres:
        yield "not genres", ~np.logical_or.reduce([catalogue.genre(g) for g in limits.not_genres])
    if limits.years != (None, None):
        yield "years", _between(catalogue.year, limits.years)
    if limits.minutes != (None, None):
        yield "minutes", _between(catalogue.runtime, limits.minutes)
    if limits.languages or limits.countries:
        places = [catalogue.languages.first(code) for code in limits.languages]
        places += [catalogue.countries.having(*limits.countries)] if limits.countries else []
        yield "places", np.logical_or.reduce(places)
    if limits.not_languages:
        yield "not languages", ~np.logical_or.reduce([catalogue.languages.first(c) for c in limits.not_languages])
    if limits.not_countries:
        yield "not countries", ~catalogue.countries.having(*limits.not_countries)
    if limits.certificate:
        yield "certificate", suits(films, limits.certificate)
    for theme in limits.themes:
        yield "themes", films.themes.strength(theme) > 0
    for theme in limits.not_themes:
        yield "not themes", films.themes.strength(theme) == 0


def _others(request: Request, films: Films) -> Iterator[tuple[str, Mask]]:
    for person in request.people:
        mask = involves(films, person.name, person.role)
        yield ("people", mask) if person.wanted else ("not people", ~mask)
    for mood in request.moods:
        yield ("moods", meets(films, mood)) if mood.wanted else ("not moods", meets(films, mood))
    for critique in request.critiques:
        yield "critiques", beyond(films, critique, request)
        if critique.more and critique.axis in load_axes():  # a trace of humour does not make a film the funnier one
            yield "clearly", films.moods.axis(critique.axis) >= _WANTED
    if request.critiques and (measures := measured_by(request)):
        yield "near", nearest(films, measures)
    if request.limits.rating is not None:
        # A film without a known rating is judged by its acclaim, on the same 0 to 10.
        yield "rating", films.catalogue.acclaim * 0.95 + 4.6 >= request.limits.rating
    if request.fame:
        known = films.catalogue.fame >= _KNOWN
        yield "fame", known if request.fame > 0 else ~known & (films.catalogue.acclaim >= _WANTED)


def _between(values: NDArray[np.int16], bounds: tuple[int | None, int | None]) -> Mask:
    low, high = bounds
    mask: Mask = values > 0
    if low is not None:
        mask = mask & (values >= low)
    if high is not None:
        mask = mask & (values <= high)
    return mask


def suits(films: Films, certificate: str) -> Mask:
    """Films whose certificate is at most the given one; uncertified ones when they are family-friendly enough."""
    level = CERTIFICATES.index(certificate)
    known = films.catalogue.certificate
    gentle = films.moods.axis("family-friendly") >= SCALE - 1 - level
    return (known >= 0) & (known <= level) | (known < 0) & gentle


def meets(films: Films, mood: Mood) -> Mask:
    """Films that have enough of a wanted mood, or little enough of an unwanted one."""
    scores = films.moods.axis(mood.axis)
    if not mood.wanted:
        return scores <= (_UNWANTED if mood.strength <= 1 else _UNWANTED / 2)
    return scores >= _WANTED + (1.0 if mood.strength > 1 else -0.5 if mood.strength < 1 else 0.0)


def measured_by(request: Request) -> list[int]:
    """TMDB ids of the films that a request's critiques compare with."""
    than = [tmdb for critique in request.critiques for tmdb in critique.than]
    return list(dict.fromkeys(than)) or [example.tmdb for example in request.liked]


def beyond(films: Films, critique: Critique, request: Request) -> Mask:
    """Films a point or more (a bit: half, much: one and a half) beyond those compared with, or at the scale's end."""
    values = measure(films, critique.axis)
    here = reference(films, critique, request, values)
    sign = 1.0 if critique.more else -1.0
    if critique.axis not in load_axes():
        step = _MINUTES_APART if critique.axis == "short" else 1.0 if critique.axis == "recent" else 0.5
        known = values != 0 if critique.axis in {"short", "recent"} else np.ones(len(values), dtype=bool)
        here = float(np.median(values)) if here is None else here
        mask: Mask = known & (sign * (values - here) >= step)
        return mask
    if here is None:  # nothing to compare with: it is a plain wish for the mood
        return meets(films, Mood(axis=critique.axis, wanted=critique.more, strength=critique.strength))
    step = {0.5: 0.5, 2.0: 1.5}.get(critique.strength, 1.0)
    bar = min(SCALE, max(0.0, here + sign * step))
    return np.asarray(sign * (values - bar) >= -1e-6)


def nearest(films: Films, ids: list[int], share: float = NEAREST) -> Mask:
    """Films among the given share nearest to any of the examples by kinship, or in subject."""
    count = max(1, int(share * len(films.catalogue)))
    mask = np.zeros(len(films.catalogue), dtype=bool)
    for row in films.catalogue.rows(ids).tolist():
        mask[films.content.around(row, count)] = True
        kin = films.kinship.near(row)
        known = np.flatnonzero(kin)
        mask[known[np.argsort(-kin[known])[:count]]] = True
        mask[row] = False
    return mask
