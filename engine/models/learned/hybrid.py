"""Films without ratings by what they are, films with many by who likes them, and those between by both.

That a share of films is treated as hardly rated while the blend is learned follows Volkovs, Yu and Poutanen,
"DropoutNet: addressing cold start in recommender systems" (NIPS 2017).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.models.learned import Opinions, Traits
from engine.models.learned.foretelling import Foretold, foretell
from engine.models.learned.linear import DenoisingEase
from engine.models.learned.reading import features, known

_PENALTIES = (3.0, 10.0, 30.0, 100.0)
_TRUSTS = (0.0, 0.3, 1.0, 3.0, 10.0, 30.0)
_LEFT = (0, 0, 0, 1, 2, 4, 8, 16, 32)  # likes that a thinned film keeps, more or less
_TOP = 20  # films of a list, while the blend is learned
_JUDGES = 1000  # people whose lists are looked at then, a fifth of all at most


@dataclass(slots=True, kw_only=True, eq=False)
class Hybrid:
    """Denoising EASE whose scores are mixed with foretold ones, by n / (n + trust) for a film that n people like.

    `foretelling` (the penalty of the map from content: higher learns more carefully) and `trust` (the likes that weigh
    as much as content does) are learned where they are None. Some films are thinned to a few likes or none, and those
    values taken that best bring back what people who were left out like among these, and that leave the lists of all
    other films as good as EASE makes them.
    """

    penalty: float = 300.0  # of EASE
    dropout: float = 0.7  # share of likes that EASE imagines away, in [0, 1); higher suits people with few
    foretelling: float | None = None
    trust: float | None = None
    topics: int = 400  # of the words of films
    thinned: float = 0.2  # share of films
    seed: int = 0
    name: ClassVar[str] = "hybrid"

    learned: tuple[float, float] = field(init=False, repr=False)  # foretelling and trust
    _ease: DenoisingEase = field(init=False, repr=False)
    _foretold: Foretold = field(init=False, repr=False)
    _trusted: NDArray[np.float32] = field(init=False, repr=False)  # (films,) 0 to 1: how much of a score is by likes

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Learn the blend on thinned likes, then the weights on all: takes twice as long as EASE, and a little.

        Raises EngineError without traits.
        """
        if traits is None:
            raise EngineError("the model 'hybrid' reads what films are: give a bundle with a catalogue")
        films = _Films.of(traits, self.topics, self.seed)
        self.learned = self._blend(known, films)
        self._ease = self._fitted(known)
        self._foretold = foretell(self._ease, films.features, films.known, self.learned[0])
        self._trusted = _trusted(known.likes, self.learned[1])

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) sums of weights; all 0 for people who like nothing."""
        by_likes, by_content = self._ease.score(given), self._foretold.score(given.likes)
        return np.asarray(self._trusted * by_likes + (1.0 - self._trusted) * by_content, dtype=np.float32)

    def _fitted(self, known: Opinions) -> DenoisingEase:
        ease = DenoisingEase(penalty=self.penalty, dropout=self.dropout)
        ease.fit(known)
        return ease

    def _blend(self, opinions: Opinions, films: _Films) -> tuple[float, float]:
        """The values of `foretelling` and `trust`, learned where they are not given."""
        penalties = _PENALTIES if self.foretelling is None else (self.foretelling,)
        trusts = _TRUSTS if self.trust is None else (self.trust,)
        if len(penalties) == len(trusts) == 1:
            return penalties[0], trusts[0]
        trial = _Trial.of(opinions, films.known, self.thinned, np.random.default_rng(self.seed))
        ease = self._fitted(trial.known)
        by_likes = ease.score(trial.given)
        _, fair = trial.judged(by_likes)
        found: dict[tuple[float, float], tuple[bool, float]] = {}
        for penalty in penalties:
            by_content = foretell(ease, films.features, films.known, penalty).score(trial.given.likes)
            for trust in trusts:
                trusted = _trusted(trial.known.likes, trust)
                thin, others = trial.judged(trusted * by_likes + (1.0 - trusted) * by_content)
                found[penalty, trust] = others >= fair, thin
        return max(found, key=found.__getitem__)


def _trusted(likes: Any, trust: float) -> NDArray[np.float32]:
    counts = np.asarray(likes.sum(axis=0), dtype=np.float32).ravel()
    return np.asarray(counts / np.maximum(counts + trust, 1e-9), dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Films:
    """What is read of films."""

    features: NDArray[np.float64]  # (films, features)
    known: NDArray[np.bool_]  # (films,)

    @classmethod
    def of(cls, traits: Traits, topics: int, seed: int) -> _Films:
        return cls(features=features(traits, topics=topics, seed=seed), known=known(traits))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Trial:
    """Some people left out, and some films treated as hardly rated by all others."""

    known: Opinions  # of those who were not left out
    given: Opinions  # half of the likes of those who were, none of thinned films
    hidden: NDArray[np.bool_]  # (judges, films) the rest of their likes
    thin: NDArray[np.bool_]  # (films,)

    @classmethod
    def of(cls, opinions: Opinions, known: NDArray[np.bool_], share: float, rng: np.random.Generator) -> _Trial:
        people = rng.permutation(opinions.stars.shape[0])
        judges, others = np.split(people, [min(_JUDGES, len(people) // 5)])
        thin = known & (rng.random(len(known)) < share)
        learned = _thinned(opinions.of(others), thin, rng)
        theirs = opinions.of(judges)
        shown = (rng.random(theirs.stars.nnz) < 0.5) & ~thin[theirs.stars.indices]
        given = theirs.where(shown)
        hidden = (theirs.likes - given.likes).toarray() > 0
        return cls(known=learned, given=given, hidden=hidden, thin=thin)

    def judged(self, scores: NDArray[np.float32]) -> tuple[float, float]:
        """Recall in the first films, among those that were thinned and among all others; higher is better."""
        scores = np.where(self.given.likes.toarray() > 0, -np.inf, scores)
        thin = self.thin
        return _recall(scores[:, thin], self.hidden[:, thin]), _recall(scores[:, ~thin], self.hidden[:, ~thin])


def _thinned(opinions: Opinions, thin: NDArray[np.bool_], rng: np.random.Generator) -> Opinions:
    """The same opinions, of thinned films a few alone."""
    films = opinions.stars.indices
    counts = np.maximum(np.asarray(opinions.likes.sum(axis=0)).ravel(), 1.0)
    chances = np.where(thin, rng.choice(_LEFT, len(thin)) / counts, 1.0)
    return opinions.where(rng.random(len(films)) < chances[films])


def _recall(scores: NDArray[np.float32], hidden: NDArray[np.bool_]) -> float:
    """Mean over people with something to find of hits / min(20, hidden)."""
    some = hidden.any(axis=1)
    if not some.any():
        return 0.0
    scores, hidden = scores[some], hidden[some]
    top = min(_TOP, scores.shape[1])
    best = np.argpartition(-scores, top - 1, axis=1)[:, :top]
    hits = np.take_along_axis(hidden, best, axis=1).sum(axis=1)
    return float((hits / np.minimum(top, hidden.sum(axis=1))).mean())
