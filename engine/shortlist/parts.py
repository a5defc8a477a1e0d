"""Parts of a score: what each says of films, and the films that it would bring."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from engine.models import Films
from engine.shortlist.wishes import Mask

Rows = NDArray[np.int64]
Values = NDArray[np.float32]
Worth = Callable[[Rows], Values]
"""From rows to what a part says of the films in them."""


class Part(Protocol):
    """One part of the score, about -1 to 1, higher speaks for a film."""

    def of(self, rows: Rows) -> Values:
        """(k,) what it says of the films in the given rows."""

    def best(self, allowed: Mask, count: int) -> Rows:
        """Rows of the films that it speaks for most, among the allowed (films,): about `count`, in no order."""


@dataclass(frozen=True, slots=True, eq=False)
class Known(Part):
    """A part that was worked out for every film."""

    values: Values  # (films,)

    def of(self, rows: Rows) -> Values:
        """See `Part.of`."""
        return self.values[rows]

    def best(self, allowed: Mask, count: int) -> Rows:
        """See `Part.best`."""
        rows = np.flatnonzero(allowed & (self.values > 0))
        return rows if len(rows) <= count else rows[np.argpartition(-self.values[rows], count)[:count]]


@dataclass(frozen=True, slots=True, eq=False)
class Asked(Part):
    """A part that is worked out for films that come into question alone."""

    worth: Worth
    bring: Callable[[Mask, int], Rows]

    def of(self, rows: Rows) -> Values:
        """See `Part.of`."""
        return self.worth(rows)

    def best(self, allowed: Mask, count: int) -> Rows:
        """See `Part.best`."""
        return self.bring(allowed, count)


def near(films: Films, to: Sequence[int | str], worth: Worth, people: Values | None = None) -> Part:
    """A part by content: it brings the films nearest to `to` (rows of films, or texts) by vector.

    And what `people` who love them love (films,), where that is known; none where it speaks against films.
    """

    def bring(allowed: Mask, count: int) -> Rows:
        brought = [films.content.nearest(one, count, allowed) for one in to]
        if people is not None:
            brought.append(Known(people).best(allowed, count))
        return np.concatenate(brought) if brought else np.array([], dtype=np.int64)

    return Asked(worth, bring)
