"""Cold films: what do models make of films that nobody has rated yet, and do the others suffer from it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.models import splits
from engine.evaluation.models.about import About
from engine.evaluation.models.comparison import Comparison, Measure, compared
from engine.evaluation.models.contest import Contest, Makers
from engine.evaluation.models.lists import MEASURES, TOP, Asked, Lists, scored
from engine.evaluation.models.tally import Tally
from engine.evaluation.models.top import AGAINST, ask
from engine.evaluation.report import NothingToMeasure
from engine.models.learned import Opinions, Traits
from index.progress import Progress, silent

SHARE = 0.1
"""Of all films: those whose ratings are taken away."""
VOTES = "votes of the world"
"""The row of a ranking by how many people voted on a film elsewhere, where that is known."""
CONTENT = ("tf-idf", "embedding")
_WARM = " among the others"

_COLUMNS = (
    replace(MEASURES[0], says=f"share of the likes among films without ratings that are shown, of {TOP} at most"),
    replace(MEASURES[1], says="the same with more weight for the first places"),
    replace(MEASURES[4], says="share of people who are shown anything that they like among those films"),
    Measure(name="coverage", says="share of the films without ratings that anybody is shown"),
    Measure(name=MEASURES[0].name + _WARM, says="the same as in top-N, among the films that have ratings"),
    Measure(name=MEASURES[1].name + _WARM, says="the same with more weight for the first places"),
)


class Votes:
    """Ranks films by how many people of the world voted on them."""

    name: ClassVar[str] = VOTES

    def __init__(self, votes: NDArray[np.int64]) -> None:
        self._votes = votes.astype(np.float32)

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """There is nothing to learn."""

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) votes."""
        return np.tile(self._votes, (given.stars.shape[0], 1))


def cold(
    opinions: Opinions,
    makers: Makers,
    seeds: Sequence[int],
    *,
    about: About | None = None,
    people: int = 1_000,
    share: float = SHARE,
    dislikes: bool = False,
    tell: Progress = silent,
) -> Comparison:
    """All ratings of a drawn tenth of films are taken away; held-out people give half of their likes of the others.

    Removed films are ranked among themselves, their targets all likes of them; the others among themselves, as in
    top-N. People without a like among the removed films are not measured there. Films without ratings score alike in
    models that read nothing: their order is drawn, so that popularity stands for chance.

    Raises:
        NothingToMeasure: Nobody likes ten films of those that keep their ratings.
        NoOrder: The opinions have no order in time.

    """
    about = about or About()
    votes = about.votes
    rows = dict(makers) if votes is None else {**makers, VOTES: lambda: Votes(votes)}
    contest = Contest(rows)
    cold_lists, warm_lists = ({name: Lists() for name in contest.names} for _ in range(2))
    numbers = []
    for turn, seed in enumerate(seeds):
        new, others = asked(opinions, seed, people=people, share=share, dislikes=dislikes)
        numbers.append(new.people)
        for place, name in enumerate(contest.names):
            tell("models", turn * len(rows) + place, len(seeds) * len(rows))
            model = contest.fitted(name, new.known, about.traits)
            scores = scored(model, new.given)
            cold_lists[name].add(scores, new, about)
            warm_lists[name].add(scores, others, about)
    everyone = np.concatenate(numbers)
    return compared(
        "cold",
        {n: _figures(cold_lists[n].figures(everyone), warm_lists[n].figures(everyone)) for n in contest.names},
        measures=_COLUMNS,
        against=(*AGAINST, *CONTENT, VOTES),
        n=len(everyone),
        counted="people" if len(seeds) == 1 else f"people, in {len(seeds)} drawn groups",
        seconds=contest.seconds,
        facts={"seeds": list(seeds), "dislikes": dislikes, "share of films removed": share},
    )


def asked(opinions: Opinions, seed: int, *, people: int, share: float, dislikes: bool = False) -> tuple[Asked, Asked]:
    """What one seed asks: of the removed films, and of the others; raises NothingToMeasure or NoOrder."""
    removed = splits.cold(opinions, share, seed)
    gone = removed[opinions.stars.indices]
    others = ask(opinions, seed, people=people, dislikes=dislikes, kept=~gone)
    new = replace(others, later=opinions.where(gone).of(others.people), films=removed)
    if not splits.liked(new.later).any():
        raise NothingToMeasure("nobody who is held back likes a film that was taken away: give more ratings")
    return new, replace(others, films=~removed)


def _figures(new: dict[str, Tally | float], others: dict[str, Tally | float]) -> dict[str, Tally | float]:
    wanted = {measure.name for measure in _COLUMNS}
    return {
        **{name: figure for name, figure in new.items() if name in wanted},
        **{name + _WARM: figure for name, figure in others.items() if name + _WARM in wanted},
    }
