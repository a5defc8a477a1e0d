"""Do requests as people write them lead to the films that others suggested? Text goes in, and nothing else.

Scored as ReDial (Li et al. 2018) and reddit-movie (He et al. 2023) are: films that the person named are taken out of
the ranking before its first ten are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.report import NothingToMeasure, Report, Score, bootstrapped, by_unit
from engine.evaluation.sense import standard
from engine.models import Films

DEPTH = 60  # films that are ranked before the named ones are taken out
TOP = 10
_FAME = 0.5  # of the standardised logarithm of votes, in the stronger of the plain peers
_LONGEST = 3000  # characters of a dialogue that are read: its last

Rank = Callable[[str], Sequence[int]]
"""TMDB ids for a text, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One request; films by IMDb id."""

    id: str
    text: str
    relevant: tuple[str, ...]  # what people suggested
    exclude: tuple[str, ...] = ()  # what the person named

    @property
    def unit(self) -> str:
        """The dialogue that it is a turn of, or the case itself: what is drawn when intervals are made."""
        return self.id.split("_")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    hit: float  # 1 when a relevant film is among the first ten
    recall: float  # share of the relevant films among the first ten
    gain: float  # NDCG@10, binary


def evaluate(cases: Sequence[Case], films: Films, rank: Rank, progress: Callable[[int], None] | None = None) -> Report:
    """Hit@10, R@10 and NDCG@10 of `rank`, beside popularity and nearest documents, on the same cases.

    Raises:
        NothingToMeasure: There are no cases.

    """
    if not cases:
        raise NothingToMeasure("there are no cases")
    ids = films.catalogue.column("imdb")
    row_of = {int(tmdb): row for row, tmdb in enumerate(films.catalogue.tmdb)}
    found: dict[str, list[_Found]] = {name: [] for name in ("ours", *_PEERS)}
    peers = _Peers(films)
    for number, case in enumerate(cases, 1):
        ours = [ids[row_of[tmdb]] for tmdb in rank(case.text)]
        found["ours"].append(scored(ours, case))
        for name, order in peers.ranked(case.text).items():
            found[name].append(scored([ids[row] for row in order], case))
        if progress:
            progress(number)
    units = np.array([case.unit for case in cases])
    rows = {name: _row(each, units) for name, each in found.items()}
    first = "hit" if len(set(units)) == len(units) else "recall"
    ours_first = np.array([getattr(one, first) for one in found["ours"]])
    above = {
        name: bootstrapped(by_unit(units, ours_first - np.array([getattr(one, first) for one in found[name]])))
        for name in _PEERS
    }
    return Report(
        n=len(cases), counted="requests", ours=rows["ours"], peers={n: rows[n] for n in _PEERS}, above=above,
        details={"above is on": "Hit@10" if first == "hit" else "R@10"},
    )  # fmt: skip


def scored(ranked: Sequence[str | None], case: Case) -> _Found:
    """One ranking, best first, without the films that the person named."""
    named = set(case.exclude)
    top = [film for film in ranked if film not in named][:TOP]
    relevant = set(case.relevant) - named
    hits = [place for place, film in enumerate(top) if film in relevant]
    ideal = sum(1 / np.log2(place + 2) for place in range(min(TOP, len(relevant))))
    return _Found(
        hit=float(bool(hits)),
        recall=len(hits) / max(1, len(relevant)),
        gain=float(sum(1 / np.log2(place + 2) for place in hits) / ideal) if ideal else 0.0,
    )


def dialogue_text(turns: Sequence[Mapping[str, str]]) -> str:
    """What the seeker of a dialogue has written so far, oldest first."""
    return " ".join(turn["text"] for turn in turns if turn["role"] == "seeker")[-_LONGEST:]


_PEERS = ("popularity", "nearest documents", "nearest documents and popularity")


class _Peers:
    """What a tutorial would do."""

    def __init__(self, films: Films) -> None:
        self._films = films
        votes = np.log1p(np.array(films.catalogue.column("votes"), dtype=float))
        self._fame = standard(votes)

    def ranked(self, text: str) -> dict[str, NDArray[np.int64]]:
        likeness = self._films.vectors.similarity(self._films.encoder.encode([text])[0]).astype(np.float64)
        orders = (self._fame, likeness, standard(likeness) + _FAME * self._fame)
        return {name: np.argsort(-values, kind="stable")[:DEPTH] for name, values in zip(_PEERS, orders, strict=True)}


def _row(found: Sequence[_Found], units: NDArray[np.str_]) -> dict[str, Score]:
    measures = {"Hit@10": "hit", "R@10": "recall", "NDCG@10": "gain"}
    return {
        name: bootstrapped(by_unit(units, np.array([getattr(one, field) for one in found])))
        if len(set(units)) == len(units)
        else Score(value=float(np.mean([getattr(one, field) for one in found])))
        for name, field in measures.items()
    }
