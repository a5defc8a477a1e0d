"""Predicted stars: how near do models come to ratings that they have not seen, of people they know?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.models import metrics, splits
from engine.evaluation.models.about import About
from engine.evaluation.models.comparison import Comparison, Measure, compared
from engine.evaluation.models.contest import Contest, Makers, in_parts
from engine.evaluation.models.tally import Tally
from engine.evaluation.report import NothingToMeasure
from engine.models.learned import Model, Opinions, Traits
from index.progress import Progress, silent

FOLDS = 5
AGAINST = ("baseline", "knn-baseline", "svd")
MEASURES = (
    Measure(name="RMSE", says="root of the mean squared error, in stars", better=-1),
    Measure(name="MAE", says="mean absolute error, in stars", better=-1),
    Measure(name="MSE", says="mean squared error, in stars²", better=-1),
    Measure(name="precision", says="share of the ratings predicted as likes (4 stars and more) that are likes"),
    Measure(name="recall", says="share of the likes that are predicted as likes"),
    Measure(name="F1", says="harmonic mean of the two"),
    Measure(name="accuracy", says="share of ratings rightly told to be a like or none"),
)


def stars(
    opinions: Opinions,
    makers: Makers,
    seeds: Sequence[int],
    *,
    about: About | None = None,
    folds: int = FOLDS,
    tell: Progress = silent,
) -> Comparison:
    """Each rating is predicted once a seed, by a model that learned from the other folds: a random split of ratings.

    Predictions are clipped to the scale of the ratings that were learned from. Intervals are over people.

    Raises:
        NothingToMeasure: There are fewer ratings than folds.

    """
    if opinions.stars.nnz < folds:
        raise NothingToMeasure(f"there are fewer than {folds} ratings: give more")
    contest, traits = Contest(makers), (about or About()).traits
    predicted = {name: np.zeros((len(seeds), opinions.stars.nnz)) for name in contest.names}
    parts = [(turn, held) for turn, seed in enumerate(seeds) for held in splits.random(opinions, folds, seed)]
    for part, (turn, held) in enumerate(parts):
        for place, name in enumerate(contest.names):
            tell("models", part * len(makers) + place, len(parts) * len(makers))
            predicted[name][turn, held] = predictions(contest.made(name), opinions, held, traits)
    return compared(
        "stars",
        {name: _figures(opinions, values) for name, values in predicted.items()},
        measures=MEASURES,
        against=AGAINST,
        n=opinions.stars.nnz,
        counted="ratings, drawn by person",
        seconds=contest.seconds,
        facts={"seeds": list(seeds), "folds": folds},
    )


def predictions(
    model: Model, opinions: Opinions, held: NDArray[np.bool_], traits: Traits | None
) -> NDArray[np.float64]:
    """(held,) stars of the ratings that a mask holds back, by a model that learns from all others."""
    known = opinions.where(~held)
    model.fit(known, traits)
    people, films = splits.persons(opinions)[held], opinions.stars.indices[held]
    found = np.empty(len(people))
    for rows in in_parts(opinions.stars.shape[0]):
        here = (people >= rows[0]) & (people <= rows[-1])
        found[here] = model.score(known.of(rows))[people[here] - rows[0], films[here]]
    return np.clip(found, known.stars.data.min(), known.stars.data.max())


def _figures(opinions: Opinions, predicted: NDArray[np.float64]) -> dict[str, Tally | float]:
    """Of predictions (seeds, ratings)."""
    true = np.tile(opinions.stars.data.astype(float), len(predicted))
    said = predicted.ravel()
    _, units = np.unique(np.tile(splits.persons(opinions), len(predicted)), return_inverse=True)
    squared = metrics.squared_errors(true, said)
    return {
        "RMSE": Tally.of(squared, units, root=True),
        "MAE": Tally.of(metrics.absolute_errors(true, said), units),
        "MSE": Tally.of(squared, units),
        **{name: Tally.of(top, units, bottom) for name, (top, bottom) in metrics.verdicts(true, said).items()},
    }
