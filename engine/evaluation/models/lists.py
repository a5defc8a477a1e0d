"""Ranked lists of one model, gathered seed by seed, and everything that is measured of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.models import metrics, variety
from engine.evaluation.models.about import About
from engine.evaluation.models.comparison import Measure
from engine.evaluation.models.contest import in_parts
from engine.evaluation.models.tally import Tally
from engine.models.learned import Model, Opinions

TOP = 20
"""How many films a list shows."""

MEASURES = (
    Measure(name=f"Recall@{TOP}", says=f"share of a person's later likes that are shown, of {TOP} at most"),
    Measure(name=f"NDCG@{TOP}", says="the same with more weight for the first places, 1 for a perfect list"),
    Measure(name=f"MAP@{TOP}", says="mean over the hits of the share of hits up to each of them"),
    Measure(name=f"MRR@{TOP}", says="1 divided by the place of the first hit, 0 without one"),
    Measure(name=f"Hit@{TOP}", says="share of people who are shown anything that they like later"),
    Measure(name=f"Precision@{TOP}", says="share of what is shown that the person likes later"),
    Measure(name=f"F1@{TOP}", says="harmonic mean of precision and of the share of all later likes that are shown"),
    Measure(name=f"Disliked@{TOP}", says="share of what is shown that the person dislikes later", better=-1),
    Measure(name="coverage", says="share of all films that anybody is shown"),
    Measure(name="diversity", says="1 less the mean cosine between the films of a list, by what is written of them"),
    Measure(name="novelty", says="bits of self-information of what is shown: one more for half as many who like it"),
    Measure(name="popularity", says="mean percentile by likes of what is shown: 1 is what most people like", better=-1),
    Measure(name="Gini", says="how unevenly films are shown: 0 all alike, towards 1 the same few", better=-1),
    Measure(name="miscalibration", says="how far the genres shown are from those liked before, in nats", better=-1),
)
"""Columns of lists. All are from 0 to 1 where nothing else is said."""

_RIGHT = {
    f"Recall@{TOP}": metrics.recall,
    f"NDCG@{TOP}": metrics.ndcg,
    f"MAP@{TOP}": metrics.average_precision,
    f"MRR@{TOP}": metrics.reciprocal_rank,
    f"Hit@{TOP}": metrics.hit_rate,
    f"Precision@{TOP}": metrics.precision,
    f"F1@{TOP}": metrics.f1,
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Asked:
    """What one seed asks of every model."""

    known: Opinions  # what models learn from
    given: Opinions  # what is known of the people who are measured
    later: Opinions  # what they think of films besides
    people: NDArray[np.int64]  # (people,) their numbers
    films: NDArray[np.bool_]  # (films,) those that may be shown
    seed: int

    @property
    def likes(self) -> NDArray[np.int64]:
        """(films,) how many people like each, of those that models learn from."""
        return np.asarray(self.known.likes.sum(axis=0)).ravel().astype(np.int64)


@dataclass(slots=True, eq=False)
class Lists:
    """What one model shows, measured."""

    _values: dict[str, list[NDArray[np.float64]]] = field(default_factory=dict)  # by measure: by person
    _whole: dict[str, list[float]] = field(default_factory=dict)  # by measure: of all lists of a seed together

    def add(self, scores: NDArray[np.float32], asked: Asked, about: About) -> None:
        """Measure what a model's scores (people, films) show of what may be shown and was not given."""
        allowed = np.broadcast_to(asked.films, scores.shape) & (asked.given.stars.toarray() == 0)
        columns = metrics.shown(scores, allowed, TOP, asked.seed)
        wanted = (asked.later.likes.toarray() > 0) & allowed
        hit, targets = metrics.hits(columns, wanted), wanted.sum(axis=1)
        found = {name: measure(hit, targets) for name, measure in _RIGHT.items()}
        regretted = metrics.hits(columns, asked.later.dislikes.toarray() > 0)
        found[f"Disliked@{TOP}"] = np.where(targets > 0, regretted.sum(axis=1) / TOP, np.nan)
        found |= _varied(columns, asked, about)
        for name, values in found.items():
            self._values.setdefault(name, []).append(values)
        here = np.cumsum(asked.films)[columns] - 1  # columns among those that may be shown
        here[columns < 0] = -1
        films = int(asked.films.sum())
        self._whole.setdefault("coverage", []).append(variety.coverage(here, films))
        self._whole.setdefault("Gini", []).append(variety.gini(here, films))

    def figures(self, people: NDArray[np.int64]) -> dict[str, Tally | float]:
        """By measure; `people` are the numbers of who was measured, seed after seed."""
        _, units = np.unique(people, return_inverse=True)
        joined = {name: np.concatenate(values) for name, values in self._values.items()}
        tallies = {name: Tally.of(values, units) for name, values in joined.items() if not np.isnan(values).all()}
        return {**tallies, **{name: float(np.mean(values)) for name, values in self._whole.items()}}


def _varied(columns: NDArray[np.int64], asked: Asked, about: About) -> Mapping[str, NDArray[np.float64]]:
    likes, people = asked.likes, asked.known.stars.shape[0]
    found = {
        "novelty": variety.novelty(columns, likes, people),
        "popularity": variety.popularity(columns, likes),
    }
    if about.traits is not None:
        found["diversity"] = variety.diversity(columns, about.traits.vectors)
    if about.genres is not None:
        found["miscalibration"] = variety.calibration(columns, asked.given.likes, about.genres)
    return found


def scored(model: Model, given: Opinions) -> NDArray[Any]:
    """(people, films) scores, made for so many people at a time as fit into memory."""
    parts = [model.score(given.of(rows)) for rows in in_parts(given.stars.shape[0])]
    return np.concatenate(parts) if parts else np.zeros(given.stars.shape, dtype=np.float32)
