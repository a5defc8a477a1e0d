"""A few thumbs as a table: recall after each number of likes, and what was shown and disliked later."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.models import splits
from engine.evaluation.models.comparison import Comparison, Measure, compared
from engine.evaluation.models.contest import Contest, Makers
from engine.evaluation.models.few import FEWEST, SHOWN, THUMBS, WITH_DISLIKES, Few, few
from engine.evaluation.models.tally import Tally
from engine.evaluation.models.top import AGAINST
from engine.models.learned import Opinions
from index.progress import Progress, silent

MEAN = f"Recall@{SHOWN}, mean"
DISLIKED = f"Disliked@{SHOWN}, mean"


def compare(
    opinions: Opinions,
    makers: Makers,
    seeds: Sequence[int],
    *,
    thumbs: Sequence[int] = THUMBS,
    people: int = 1_000,
    dislikes: bool = False,
    tell: Progress = silent,
) -> Comparison:
    """What `few` finds, as a comparison; with `dislikes` models that heed them have a second row.

    Raises what `few` raises.
    """
    contest = Contest(makers)
    timed = {name: partial(contest.made, name) for name in contest.names}
    found = few(opinions, timed, seeds, thumbs=thumbs, dislikes=dislikes, people=people, tell=tell)
    found = {row: each for row, each in found.items() if not row.endswith(WITH_DISLIKES) or _heeds(row, makers)}
    units = np.unique(np.concatenate([held_out(opinions, seed, people, thumbs) for seed in seeds]), return_inverse=True)
    cost = contest.seconds
    return compared(
        "few",
        {row: _figures(each, units[1], thumbs) for row, each in found.items()},
        measures=_measures(thumbs),
        against=(*AGAINST, *(contest.names if dislikes else ())),
        n=len(units[1]),
        counted="people" if len(seeds) == 1 else f"people, in {len(seeds)} drawn groups",
        seconds={row: cost[row.removesuffix(WITH_DISLIKES)] for row in found},
        facts={"seeds": list(seeds), "dislikes": dislikes},
    )


def _heeds(row: str, makers: Makers) -> bool:
    """Whether a model makes anything of dislikes; popularity shows what it is worth that they are not shown again."""
    name = row.removesuffix(WITH_DISLIKES)
    return name == AGAINST[0] or getattr(makers[name](), "heeds_dislikes", False)


def held_out(opinions: Opinions, seed: int, people: int, thumbs: Sequence[int] = THUMBS) -> NDArray[np.int64]:
    """Rows of the people whom `few` measures for a seed, in its order."""
    return splits.by_person(opinions, people, seed, fewest=max(FEWEST, max(thumbs) + 1))[1]


def _measures(thumbs: Sequence[int]) -> list[Measure]:
    said = f"share of the likes after the given ones that are shown, of {SHOWN} at most"
    return [
        Measure(name=MEAN, says=f"{said}: the mean over all numbers of likes given"),
        *(Measure(name=f"Recall@{SHOWN} after {n}", says=f"{said}, when {n} are given") for n in thumbs),
        Measure(name=DISLIKED, says="share of what is shown that the person dislikes later", better=-1),
    ]


def _figures(found: Few, units: NDArray[np.int64], thumbs: Sequence[int]) -> dict[str, Tally | float]:
    return {
        MEAN: Tally.of(found.recall.mean(axis=1).ravel(), units),
        **{
            f"Recall@{SHOWN} after {n}": Tally.of(found.recall[:, place].ravel(), units)
            for place, n in enumerate(thumbs)
        },
        DISLIKED: Tally.of(found.disliked.mean(axis=1).ravel() / SHOWN, units),
    }
