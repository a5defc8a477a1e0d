"""Models that are compared, each made anew for every part of a protocol, with a clock beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.models.comparison import Seconds
from engine.models.learned import Model, Opinions, Traits

Makers = Mapping[str, Callable[[], Model]]
"""By the name of its row: what makes a model that has learned nothing yet."""

_AT_ONCE = 1_000  # people who are scored at once: a million of them would not fit into memory


class Timed:
    """A model that is made anew whenever it learns, and notes on a clock how long that takes."""

    name: ClassVar[str] = "timed"

    def __init__(self, maker: Callable[[], Model], clock: Clock) -> None:
        self._maker, self._clock = maker, clock

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """As the model's own."""
        start = perf_counter()
        self._model = self._maker()
        self._model.fit(known, traits)
        self._clock.fitted(perf_counter() - start)

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """As the model's own."""
        start = perf_counter()
        scores = self._model.score(given)
        self._clock.scored(perf_counter() - start, given.stars.shape[0])
        return scores


class Clock:
    """How long one model takes, over all its fits."""

    def __init__(self) -> None:
        self._fit = self._score = 0.0
        self._fits = self._people = 0

    def fitted(self, seconds: float) -> None:
        """Note one fit."""
        self._fit += seconds
        self._fits += 1

    def scored(self, seconds: float, people: int) -> None:
        """Note one scoring."""
        self._score += seconds
        self._people += people

    @property
    def seconds(self) -> Seconds:
        """The mean of what was noted."""
        return Seconds(fit=self._fit / max(1, self._fits), score=1_000 * self._score / max(1, self._people))


class Contest:
    """All models of a run and their clocks."""

    def __init__(self, makers: Makers) -> None:
        self._makers = makers
        self._clocks = {name: Clock() for name in makers}

    @property
    def names(self) -> tuple[str, ...]:
        """The rows, in their order."""
        return tuple(self._makers)

    @property
    def seconds(self) -> dict[str, Seconds]:
        """What each has cost so far."""
        return {name: clock.seconds for name, clock in self._clocks.items()}

    def made(self, name: str) -> Model:
        """A new model of a row."""
        return Timed(self._makers[name], self._clocks[name])

    def fitted(self, name: str, known: Opinions, traits: Traits | None) -> Model:
        """A new model of a row that has learned."""
        model = self.made(name)
        model.fit(known, traits)
        return model


def in_parts(people: int) -> list[NDArray[np.int64]]:
    """Rows of people, so many at once as may be scored at once."""
    return [np.arange(start, min(people, start + _AT_ONCE)) for start in range(0, people, _AT_ONCE)]
