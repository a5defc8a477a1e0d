"""Top-N: what do models show to people whom they have not learned from, of all films that these have not rated yet?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.models import splits
from engine.evaluation.models.about import About
from engine.evaluation.models.comparison import Comparison, compared
from engine.evaluation.models.contest import Contest, Makers
from engine.evaluation.models.lists import MEASURES, Asked, Lists, scored
from engine.evaluation.report import NothingToMeasure
from engine.models.learned import Opinions
from index.progress import Progress, silent

FEWEST = 10
"""Likes of a person who is measured: half of them are given, half are to be found."""
AGAINST = ("popularity", "item-knn", "ease")


def top(
    opinions: Opinions,
    makers: Makers,
    seeds: Sequence[int],
    *,
    about: About | None = None,
    people: int = 1_000,
    dislikes: bool = False,
    tell: Progress = silent,
) -> Comparison:
    """Held-out people give the earlier half of their likes; the later half are the targets among all other films.

    For each seed, `people` (a fifth of all at most) are held out and everybody else is learned from. With `dislikes`,
    what they disliked until then is given too. Full ranking: no film is left out but those given.

    Raises:
        NothingToMeasure: Nobody likes ten films.
        NoOrder: The opinions have no order in time.

    """
    about, contest = about or About(), Contest(makers)
    lists = {name: Lists() for name in contest.names}
    numbers = []
    for turn, seed in enumerate(seeds):
        asked = ask(opinions, seed, people=people, dislikes=dislikes)
        numbers.append(asked.people)
        for place, name in enumerate(contest.names):
            tell("models", turn * len(lists) + place, len(seeds) * len(lists))
            model = contest.fitted(name, asked.known, about.traits)
            lists[name].add(scored(model, asked.given), asked, about)
    everyone = np.concatenate(numbers)
    return compared(
        "top",
        {name: each.figures(everyone) for name, each in lists.items()},
        measures=MEASURES,
        against=AGAINST,
        n=len(everyone),
        counted="people" if len(seeds) == 1 else f"people, in {len(seeds)} drawn groups",
        seconds=contest.seconds,
        facts={"seeds": list(seeds), "dislikes": dislikes},
    )


def ask(
    opinions: Opinions, seed: int, *, people: int, dislikes: bool = False, kept: NDArray[np.bool_] | None = None
) -> Asked:
    """What one seed asks, of the opinions that a mask keeps; raises NothingToMeasure or NoOrder.

    Who is held out is drawn from all opinions: the same people in every protocol, and none of them in tuning.
    """
    rest, held = splits.by_person(opinions, people, seed, fewest=FEWEST)
    if not len(held):
        raise NothingToMeasure(f"no person likes {FEWEST} films and can be held back: give more ratings")
    if kept is not None:
        opinions = opinions.where(kept)
    given, later = splits.halves(opinions.of(held), dislikes=dislikes)
    films = np.ones(len(opinions.films), dtype=bool)
    return Asked(known=opinions.of(rest), given=given, later=later, people=held, films=films, seed=seed)
