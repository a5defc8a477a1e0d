"""A few thumbs: how much of what people go on to like is found after their first one, two, and up to twenty likes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.models import metrics, splits
from engine.evaluation.models.splits import NoOrder
from engine.evaluation.report import NothingToMeasure
from engine.models.learned import Model, Opinions
from engine.models.learned.first_thumbs import first_thumbs
from index.progress import Progress, silent

THUMBS = (1, 2, 3, 5, 10, 20)
FEWEST = 25
"""Likes of a person who is measured."""
SHOWN = 20
"""Films of a list."""
WITH_DISLIKES = " with dislikes"
"""Ends the name of the row of a model that was given what people disliked, too."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Few:
    """What one row found, person by person: the same people in the same places in every row."""

    recall: NDArray[np.float64]  # (seeds, thumbs, people) hits / min(20, targets), 0 to 1, higher is better
    disliked: NDArray[np.int64]  # (seeds, thumbs, people) films shown that the person disliked later; lower is better


def few(
    opinions: Opinions,
    models: Mapping[str, Callable[[], Model]],
    seeds: Sequence[int],
    *,
    thumbs: Sequence[int] = THUMBS,
    dislikes: bool = False,
    people: int = 1_000,
    tell: Progress = silent,
) -> dict[str, Few]:
    """By row: each model, and with `dislikes` each once more, given what was disliked before the last given like.

    For each seed, `people` (a fifth of all at most) who like 25 films and more are held out, and models learn from
    everybody else. The first likes in time are given, all later likes are to be found, among all films but those given.

    Raises:
        NothingToMeasure: Nobody likes enough films.
        NoOrder: The opinions have no order in time.

    """
    if opinions.order is None:
        raise NoOrder("these opinions have no order in time: make them from ratings")
    found: dict[str, list[list[Few]]] = {}
    for turn, seed in enumerate(seeds):
        rest, held = splits.by_person(opinions, people, seed, fewest=max(FEWEST, max(thumbs) + 1))
        if not len(held):
            raise NothingToMeasure(f"no person likes {FEWEST} films and can be held back: give more ratings")
        known, asked = opinions.of(rest), opinions.of(held)
        for place, (name, maker) in enumerate(models.items()):
            tell("models", turn * len(models) + place, len(seeds) * len(models))
            model = maker()
            model.fit(known)
            for row, given in ((name, False), (name + WITH_DISLIKES, True))[: 1 + dislikes]:
                found.setdefault(row, []).append([_asked(model, asked, n, given, seed) for n in thumbs])
    return {
        row: Few(
            recall=np.array([[each.recall for each in counts] for counts in parts]),
            disliked=np.array([[each.disliked for each in counts] for counts in parts]),
        )
        for row, parts in found.items()
    }


def _asked(model: Model, asked: Opinions, count: int, dislikes: bool, seed: int) -> Few:
    """What one model finds for (people,) after so many likes."""
    given, later = first_thumbs(asked, count, dislikes=dislikes)
    allowed = np.ones(asked.stars.shape, dtype=bool)
    allowed[given.stars.nonzero()] = False
    shown = metrics.shown(model.score(given), allowed, SHOWN, seed)
    wanted, unwanted = later.likes.toarray() > 0, later.dislikes.toarray() > 0
    return Few(
        recall=metrics.recall(metrics.hits(shown, wanted), wanted.sum(axis=1)),
        disliked=metrics.hits(shown, unwanted).sum(axis=1),
    )
