"""What a phrase such as "action filled" means over the films: a value for each, by how the parser reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.models import Films
from engine.models.measures import measure
from engine.parsing import Parser
from engine.parsing.guessing import Guesser
from engine.request import Request
from index.moods import load_axes

Values = NDArray[np.float64]

_TYPED = "something more {}"
_BY_KIND = 1.3  # what likeness in everything else counts, beside what was judged
_GENRES, _DOCUMENT = 1.5, 2.0  # genres and words say more of a film's kind than other moods do


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing of which a phrase asks for more or less."""

    kind: str  # mood, measure, genre, theme, or document: nothing was understood, the words stand for themselves
    name: str
    more: bool = True

    def __str__(self) -> str:
        return f"{'more' if self.more else 'less'} {self.name}"


def read(phrase: str, parser: Parser, guesser: Guesser) -> tuple[Term, ...]:
    """How a phrase is read when a person types it; never empty."""
    found = _terms(parser.parse(_TYPED.format(phrase)))
    if not found and (axis := guesser.nearest(phrase)):
        return (Term(kind="mood", name=axis),)
    return found or (Term(kind="document", name=phrase),)


def _terms(request: Request) -> tuple[Term, ...]:
    limits, axes = request.limits, load_axes()
    found = [Term(kind="mood", name=mood.axis, more=mood.wanted) for mood in request.moods]
    found += [
        Term(kind="mood" if critique.axis in axes else "measure", name=critique.axis, more=critique.more)
        for critique in request.critiques
    ]
    found += [Term(kind="genre", name=name) for name in limits.genres]
    found += [Term(kind="genre", name=name, more=False) for name in limits.not_genres]
    found += [Term(kind="theme", name=name) for name in limits.themes]
    found += [Term(kind="theme", name=name, more=False) for name in limits.not_themes]
    if request.fame:
        found.append(Term(kind="measure", name="famous", more=request.fame > 0))
    if limits.rating is not None:
        found.append(Term(kind="measure", name="acclaimed"))
    return tuple(dict.fromkeys(found))


class Scales:
    """Orders films by terms.

    `moods` (films, axes) may be other scores than those that the films were given; only the `known` films (films,)
    teach what goes together with what.
    """

    def __init__(self, films: Films, moods: NDArray[np.float32], known: NDArray[np.bool_]) -> None:
        self._films = films
        self._moods = moods
        self._known = known
        blocks = ((moods, 1.0), (films.catalogue.genres, _GENRES), (films.vectors.matrix, _DOCUMENT))
        self._all = np.hstack([weight * standard(block) / np.sqrt(block.shape[1]) for block, weight in blocks])

    def values(self, terms: Sequence[Term]) -> Values:
        """(films,) how much a film has of all the terms together, higher is more; in no unit."""
        total: Values = np.sum([self._value(term) * (1.0 if term.more else -1.0) for term in terms], axis=0)
        return total

    def _value(self, term: Term) -> Values:
        if term.kind == "document":
            meant = self._films.encoder.encode([term.name])[0]
            return standard(self._films.vectors.similarity(meant))
        own = standard(self._judged(term))
        # A score says little about films that are nearly equal, and a genre nothing: those have more that are in
        # everything else more like the films that have much of it.
        return own + _BY_KIND * standard(self._all @ (self._all[self._known].T @ own[self._known]))

    def _judged(self, term: Term) -> NDArray[Any]:
        if term.kind == "mood":
            return self._moods[:, list(load_axes()).index(term.name)]
        if term.kind == "genre":
            return self._films.catalogue.genre(term.name)
        if term.kind == "theme":
            return self._films.themes.strength(term.name)
        return measure(self._films, term.name)


def standard(values: NDArray[Any]) -> Values:
    """Columns with mean 0 and spread 1; a column without spread is 0."""
    centred = np.asarray(values, dtype=float) - np.mean(values, axis=0, dtype=float)
    spread = centred.std(axis=0)
    known = spread > 1e-6
    scaled: Values = np.where(known, centred / np.where(known, spread, 1.0), 0.0)
    return scaled
