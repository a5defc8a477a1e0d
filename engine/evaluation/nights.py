"""Is the choice for a group fair? Groups of people who are held out, and how much each of them likes of five films."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.evaluation.models import splits
from engine.evaluation.night_groups import KINDS, drawn, likenesses
from engine.evaluation.night_memory import NIGHTS, nights
from engine.evaluation.night_rivals import RIVALS, average
from engine.evaluation.report import INTERVAL, NothingToMeasure, Report, bootstrapped, drawn_sets
from engine.groups.fairness import fair, worth
from engine.models.learned import Model, Opinions
from index.progress import Progress, silent

SHOWN = 5
"""Films that are dealt."""
FEWEST = 20
"""Likes of a person who comes into a group; the earlier half is given, the later half is to be found."""
OURS, PLAIN, POPULAR = "ours", "average", "most popular"
LEAST, MEAN, EVEN, NOTHING = "minimum", "mean", "min/max", "nothing liked"
WITH, WITHOUT = "with memory", "without memory"
_TUNING = 4  # every fourth person is for tuning alone
_DIGITS = 4

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is drawn and measured."""

    seeds: tuple[int, ...] = (0, 1, 2)  # each draws its own people and groups
    sizes: tuple[int, ...] = (2, 3, 4, 5, 6, 7, 8)
    groups: int = 60  # of each kind and size, for each seed
    people: int = 1_000  # held out for each seed, at most a fifth of all
    series: int = 10  # of the groups of each kind and size, so many meet for ten nights
    tuning: bool = False  # draw from the people who are for tuning, and never measured, instead of from the others


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Held:
    """The people of one seed, after a model has learned from everybody else."""

    scores: Values  # (people, films) by what is given of them
    known: NDArray[np.bool_]  # (people, films) what is given
    likes: NDArray[np.bool_]  # (people, films) what is to be found
    popular: Values  # (films,) likes of everybody else
    alike: Values  # (people, people) by what is given


def evaluate(
    opinions: Opinions,
    model: Callable[[], Model],
    rules: Rules = Rules(),
    tell: Progress = silent,
) -> dict[str, Report]:
    """Reports by kind of group, over all groups, and over ten nights; ours beside each rival over the same groups.

    "average" is of bare scores; ours and the other rivals choose by the same `worth` of them. Films that are given of
    any member do not come into question. A member's recall is the hits among five films, by five or what they could be.

    Raises:
        NothingToMeasure: Too few people like enough films.
        NoOrder: The opinions have no order in time.

    """
    found: dict[str, list[dict[str, Values]]] = {kind: [] for kind in KINDS}
    series: list[dict[str, Values]] = []
    for turn, seed in enumerate(rules.seeds):
        held, draw = hold(opinions, model, rules, seed), np.random.default_rng([seed, 1])
        for place, kind in enumerate(KINDS):
            tell("kinds of groups", turn * len(KINDS) + place, len(rules.seeds) * len(KINDS))
            for size in rules.sizes:
                for number, members in enumerate(drawn(kind, size, rules.groups, held.alike, draw)):
                    scores, likes, popular = among(held, members)
                    if not likes.any(axis=1).all():
                        continue  # somebody's later likes are all known to another member
                    found[kind].append({name: recalls(likes, c) for name, c in chosen(scores, popular).items()})
                    if number < rules.series:
                        series.append(_both(scores, likes))
    if not all(found.values()):
        raise NothingToMeasure("too few people like enough films to meet in groups: give more ratings")
    every = [each for kind in KINDS for each in found[kind]]
    reports = {f"{kind} groups": _report(found[kind]) for kind in KINDS} | {"all groups": _report(every)}
    return reports | ({"ten nights": _remembered(series)} if series else {})


def hold(opinions: Opinions, model: Callable[[], Model], rules: Rules, seed: int) -> Held:
    """Hold people out, let a model learn from all others, and score films for those held out by their earlier half."""
    people = opinions.stars.shape[0]
    counts = np.bincount(splits.persons(opinions)[splits.liked(opinions)], minlength=people)
    numbers = np.arange(people)
    able = numbers[(counts >= FEWEST) & ((numbers % _TUNING == 0) == rules.tuning)]
    size = min(rules.people, people // 5, len(able))
    if size < max(rules.sizes):
        raise NothingToMeasure(f"{size} people like {FEWEST} films and can be held back: give more ratings")
    chosen = np.sort(np.random.default_rng(seed).choice(able, size=size, replace=False))
    rest = opinions.of(np.setdiff1d(numbers, chosen))
    learned = model()
    learned.fit(rest)
    given, later = splits.halves(opinions.of(chosen), dislikes=True)
    return Held(
        scores=np.asarray(learned.score(given), dtype=np.float64),
        known=given.stars.toarray() != 0,
        likes=later.likes.toarray() > 0,
        popular=np.asarray(rest.likes.sum(axis=0), dtype=np.float64).ravel(),
        alike=likenesses(given.likes),
    )


def among(held: Held, members: Sequence[int]) -> tuple[Values, NDArray[np.bool_], Values]:
    """Scores and likes (members, films) and popularity (films,) of the films that come into question for a group."""
    films = np.flatnonzero(~held.known[members].any(axis=0))
    rows = np.ix_(np.asarray(members), films)
    return held.scores[rows], held.likes[rows], held.popular[films]


def chosen(scores: Values, popular: Values) -> dict[str, NDArray[np.int64]]:
    """Columns of the films that each way of choosing deals, by its name."""
    values = worth(scores)
    zeros, each = np.zeros(len(popular), dtype=np.int64), np.arange(len(popular))
    dealt = fair(values, np.ones(len(values)), SHOWN, tiers=zeros, series=each)
    return {
        OURS: np.array(dealt, dtype=np.int64),
        PLAIN: average(scores, SHOWN),
        **{name: choose(values, SHOWN) for name, choose in RIVALS.items()},
        POPULAR: average(popular[None, :], SHOWN),
    }


def recalls(likes: NDArray[np.bool_], films: NDArray[np.int64]) -> Values:
    """(members,) the share of the films that each likes, of all five or of as many as they could like."""
    most = np.minimum(SHOWN, likes.sum(axis=1))
    return np.asarray(likes[:, films].sum(axis=1) / most, dtype=np.float64)


def measured(parts: Sequence[Values]) -> dict[str, Values]:
    """By measure (groups,), from what each member of each group got; higher is better but for nothing liked."""
    least, most = (np.array([end(part) for part in parts]) for end in (np.min, np.max))
    return {
        LEAST: least,
        MEAN: np.array([part.mean() for part in parts]),
        EVEN: np.divide(least, most, out=np.zeros(len(parts)), where=most > 0),  # nobody got anything: 0
        NOTHING: np.array([(part == 0).mean() for part in parts]),
    }


def _both(scores: Values, likes: NDArray[np.bool_]) -> dict[str, Values]:
    arms = {WITH: True, WITHOUT: False}
    return {name: nights(scores, likes, remembers=remembers).mean(axis=1) for name, remembers in arms.items()}


def _report(groups: Sequence[dict[str, Values]]) -> Report:
    return _compared({name: measured([group[name] for group in groups]) for name in groups[0]}, OURS, "groups")


def _remembered(groups: Sequence[dict[str, Values]]) -> Report:
    found = {name: measured([group[name] for group in groups]) for name in (WITH, WITHOUT)}
    return _compared(found, WITH, f"groups that met for {NIGHTS} nights; shares of nights whose film was liked")


def _compared(found: dict[str, dict[str, Values]], ours: str, counted: str) -> Report:
    rows = {name: {m: bootstrapped(values) for m, values in own.items()} for name, own in found.items()}
    mine = found[ours]
    rivals = [name for name in found if name != ours]
    return Report(
        n=len(mine[LEAST]),
        counted=counted,
        ours=rows[ours],
        peers={name: rows[name] for name in rivals},
        above={name: bootstrapped(mine[LEAST] - found[name][LEAST]) for name in rivals},
        details={
            "ours is above in": LEAST,
            f"{MEAN} by that of": {name: _quotient(mine[MEAN], found[name][MEAN]) for name in rivals},
            **{
                f"{measure}, more than": {name: _more(mine[measure] - found[name][measure]) for name in rivals}
                for measure in (MEAN, EVEN, NOTHING)
            },
        },
    )


def _more(differences: Values) -> list[Any]:
    score = bootstrapped(differences)
    return [round(float(value), _DIGITS) for value in (score.value, score.low or 0.0, score.high or 0.0)]


def _quotient(over: Values, under: Values) -> list[float]:
    """The mean of one by the mean of the other, with the interval over drawn sets of the same groups; [] for none."""
    sets = drawn_sets(len(over), 0)
    below = sets @ under
    if not under.sum() > 0 or not (below > 0).all():
        return []
    low, high = np.quantile((sets @ over) / below, INTERVAL)
    return [round(float(value), _DIGITS) for value in (over.sum() / under.sum(), low, high)]
