"""Few thumbs: what a chat learns of a person from one thumb, and from twenty.

    score of a film = its base + gain * (sum over likes of their weights - dislike * sum over dislikes of theirs)

Base and weights are those of `engine.models.ease_with_base`: without thumbs the base ranks films by popularity, and
each thumb adds its row. All of it is a sum: a chat may keep its own and add one row a thumb, and the part that a thumb
has in the score of a film is what it added. Likes do not fade: on MovieLens-1M old ones say as much as new ones.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.models.ease_with_base import ease_with_base
from engine.models.learned import Opinions, Traits
from engine.models.learned.few_choice import Cases, Sums
from engine.models.learned.nearness import nearest

DROPOUTS, PENALTIES = (0.98, 0.99, 0.995), (2_500.0, 5_000.0)
GAINS, DISLIKES = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0), (0.1, 0.2, 0.3, 0.4, 0.5)
"""What is tried."""

_PLAIN = (0.99, 2_500.0, 0.7, 0.3)  # dropout, penalty, gain and dislike where too few people could choose


@dataclass(slots=True, kw_only=True, eq=False)
class FewThumbs:
    """Base of a film, and the sum of what each thumb adds; see above.

    What is None is chosen when it learns, by some of the people it learns from, who are held out for that and then
    learned from like all others. Films over `most`, the least liked ones first, are not learned and score 0.
    """

    dropout: float | None = None  # share of likes that training imagines away, in [0, 1)
    penalty: float | None = None  # higher learns more carefully
    gain: float | None = None  # how much of its weights a like adds
    dislike: float | None = None  # how much a dislike takes, beside what a like adds
    kept: int | None = None  # only so many of a film's weights, the highest above 0, remain as serving stores them
    most: int = 12_000
    seed: int = 0  # of who is held out
    name: ClassVar[str] = "few-thumbs"
    heeds_dislikes: ClassVar[bool] = True

    chosen: tuple[float, float, float, float] = field(init=False, repr=False)  # dropout, penalty, gain, dislike
    films: NDArray[np.int64] = field(init=False, repr=False)  # (learned,) columns, ascending
    base: NDArray[np.float32] = field(init=False, repr=False)  # (learned,)
    weights: NDArray[np.float32] = field(init=False, repr=False)  # (learned, learned), before the gain

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Choose, then solve in closed form; takes time by the third power of films, a minute or so for 4,000."""
        self.chosen = self._choose(known)
        self._learn(known, *self.chosen[:2])

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films), about the share of people like them who like a film; the base for who has no thumbs."""
        _, _, gain, dislike = self.chosen
        likes, dislikes = given.likes[:, self.films], given.dislikes[:, self.films]
        scores = np.zeros(given.stars.shape, dtype=np.float32)
        scores[:, self.films] = self.base + gain * ((likes - dislike * dislikes) @ self.weights)
        return scores

    def neighbours(self, film: int, count: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Columns of the films that liking a column adds most to, best first, and how much."""
        place = int(np.searchsorted(self.films, film))
        if place == len(self.films) or self.films[place] != film:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        best, weights = nearest(self.weights[place], place, count)
        return self.films[best], self.chosen[2] * weights

    def _learn(self, known: Opinions, dropout: float, penalty: float) -> None:
        likes = known.likes
        counts = np.asarray(likes.sum(axis=0)).ravel()
        liked = np.argsort(-counts, kind="stable")[: min(self.most, int((counts > 0).sum()))]
        self.films = np.sort(liked)
        self.base, self.weights = ease_with_base(likes[:, self.films], penalty=penalty, dropout=dropout)
        if self.kept is not None:
            _keep(self.weights, self.kept)

    def _choose(self, known: Opinions) -> tuple[float, float, float, float]:
        """Dropout, penalty and gain with the highest recall after few likes; then the dislike of the highest worth."""
        own = (self.dropout, self.penalty, self.gain, self.dislike)
        cases = None if None not in own else Cases.of(known, self.seed)
        if cases is None:
            dropout, penalty, gain, dislike = (p if o is None else o for o, p in zip(own, _PLAIN, strict=True))
            return dropout, penalty, gain, dislike
        dropouts, penalties, gains, dislikes = (
            tried if one is None else (one,)
            for one, tried in zip(own, (DROPOUTS, PENALTIES, GAINS, DISLIKES), strict=True)
        )
        best, highest = None, -1.0
        for dropout in dropouts:
            for penalty in penalties:
                self._learn(cases.rest, dropout, penalty)
                sums = Sums.of(cases, self.films, self.base, self.weights)
                reached = [sums.recall(gain, 0.0) for gain in gains]
                if max(reached) > highest:
                    highest, gain = max(reached), gains[int(np.argmax(reached))]
                    best = (dropout, penalty, gain, sums)
        assert best is not None
        dropout, penalty, gain, sums = best
        dislike = max(dislikes, key=lambda tried: sums.worth(gain, tried))
        return dropout, penalty, gain, dislike


def _keep(weights: NDArray[np.float32], kept: int) -> None:
    """Set all but the highest `kept` weights of each row, and those below 0, to 0."""
    np.maximum(weights, 0.0, out=weights)
    if kept < len(weights):
        rest = np.argpartition(-weights, kept, axis=1)[:, kept:]
        np.put_along_axis(weights, rest, 0.0, axis=1)
