"""Do requests as people write them lead to the films that others suggested? Text goes in, and nothing else.

Scored as ReDial (Li et al. 2018) and reddit-movie (He et al. 2023) are: films that the person named are taken out of
the ranking before its first ten are looked at. What was ranked comes in finished, so that nothing here can reach it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.report import Contrast, NothingToMeasure, Report, Row, Score, bootstrapped

DEPTH = 60  # films that are ranked before the named ones are taken out
TOP = 10
_LONGEST = 3000  # characters of a dialogue that are read: its last

Ranking = Sequence[str | None]
"""IMDb ids, best first; None for a film that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request; films by IMDb id."""

    id: str | int
    text: str
    relevant: tuple[str, ...]  # what people suggested
    exclude: tuple[str, ...] = ()  # what the person named

    @property
    def unit(self) -> str:
        """The dialogue that it is a turn of, or the case itself: what is drawn when intervals are made."""
        return str(self.id).split("_")[0]


class Found(NamedTuple):
    """One ranking, measured; all from 0 to 1."""

    hit: float  # 1 when a relevant film is among the first ten
    recall: float  # share of the relevant films among the first ten
    gain: float  # NDCG@10, binary


MEASURES = (f"Hit@{TOP}", f"R@{TOP}", f"NDCG@{TOP}")
"""What the fields of `Found` are called in a report."""


def evaluate(
    cases: Sequence[Case],
    ranked: Sequence[Ranking],
    peers: Mapping[str, Sequence[Ranking]],
    *,
    without: Mapping[str, Sequence[Ranking]] | None = None,
    counted: str = "requests",
    folds: int = 0,
) -> Report:
    """Hit@10, R@10 and NDCG@10 of rankings, beside those of peers for the same cases.

    `without` are rankings with a part of the score taken away, by the part's name. With `folds`, R@10 is also said for
    so many drawn parts of the cases; a dialogue is in one of them as a whole.

    Raises:
        NothingToMeasure: There are no cases.

    """
    if not cases:
        raise NothingToMeasure("there are no cases")
    units = np.array([case.unit for case in cases])
    ours = measured(ranked, cases)
    theirs = {name: measured(rankings, cases) for name, rankings in peers.items()}
    first = 0 if len(set(units)) == len(units) else 1  # turns of one dialogue are hit or missed together
    details: dict[str, object] = {
        "above is on": MEASURES[first],
        "answered in words": sum(not ranking for ranking in ranked),
    }
    if folds:
        details[f"{MEASURES[1]} by fold"] = by_fold(ours[:, 1], units, folds)
    return Report(
        n=len(cases),
        counted=counted,
        ours=_row(ours, units),
        peers={name: _row(values, units) for name, values in theirs.items()},
        above={name: bootstrapped((ours - values)[:, first], units) for name, values in theirs.items()},
        ablation={name: _contrast(ours, measured(r, cases), units) for name, r in (without or {}).items()},
        details=details,
    )


def measured(rankings: Sequence[Ranking], cases: Sequence[Case]) -> NDArray[np.float64]:
    """(cases, 3) the fields of `Found` for a ranking of each case."""
    return np.array([scored(ranking, case) for ranking, case in zip(rankings, cases, strict=True)])


def scored(ranked: Ranking, case: Case) -> Found:
    """One ranking, best first, without the films that the person named."""
    named = set(case.exclude)
    top = [film for film in ranked if film not in named][:TOP]
    relevant = set(case.relevant) - named
    hits = [place for place, film in enumerate(top) if film in relevant]
    ideal = sum(1 / np.log2(place + 2) for place in range(min(TOP, len(relevant))))
    return Found(
        hit=float(bool(hits)),
        recall=len(hits) / max(1, len(relevant)),
        gain=float(sum(1 / np.log2(place + 2) for place in hits) / ideal) if ideal else 0.0,
    )


def by_fold(values: NDArray[np.float64], units: NDArray[np.str_], folds: int) -> dict[str, float]:
    """The mean of values (cases,) in each fold, from "1"; units are dealt to the folds in a drawn order."""
    names, numbers = np.unique(units, return_inverse=True)
    fold = np.random.default_rng(0).permutation(len(names)) % folds
    here = fold[numbers]
    return {str(k + 1): round(float(values[here == k].mean()), 4) for k in range(folds) if (here == k).any()}


def dialogue_text(turns: Sequence[Mapping[str, str]]) -> str:
    """What the seeker of a dialogue has written so far, oldest first."""
    return " ".join(turn["text"] for turn in turns if turn["role"] == "seeker")[-_LONGEST:]


def _row(values: NDArray[np.float64], units: NDArray[np.str_]) -> Row:
    return {name: bootstrapped(column, units) for name, column in zip(MEASURES, values.T, strict=True)}


def _contrast(ours: NDArray[np.float64], values: NDArray[np.float64], units: NDArray[np.str_]) -> Contrast:
    means = {name: Score(value=float(column.mean())) for name, column in zip(MEASURES, values.T, strict=True)}
    return Contrast(row=means, above=_row(ours - values, units))
