"""The fair choice on small matrices: values by hand, and each greedy step against a plain loop."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from engine.groups import fair, gains, worth

Values = NDArray[np.float64]


def choose(
    values: list[list[float]],
    count: int,
    weights: list[float] | None = None,
    tiers: list[int] | None = None,
    series: list[int] | None = None,
) -> list[int]:
    films = len(values[0])
    return fair(
        np.array(values),
        np.array(weights or [1.0] * len(values)),
        count,
        tiers=np.array(tiers or [0] * films),
        series=np.array(series or range(films)),
    )


def test_worth_runs_from_the_worst_of_few_to_the_best() -> None:
    scores = np.array([[1.0, 2.0, 5.0], [30.0, 10.0, 20.0], [7.0, 7.0, 7.0]])
    assert worth(scores).tolist() == [[0.0, 0.25**3, 1.0], [1.0, 0.0, 0.5**3], [0.0, 0.0, 0.0]]


def test_of_many_films_the_worse_half_is_worth_nothing() -> None:
    found = worth(np.arange(200, dtype=float)[None, :])[0]
    assert found[:101].tolist() == [0.0] * 101  # 100 is the hundredth best
    assert found[101] == pytest.approx((1 / 99) ** 3)
    assert found[199] == 1.0


def test_nobodys_scale_counts_more() -> None:
    scores = np.array([[1.0, 2.0, 5.0], [30.0, 10.0, 20.0]])
    stretched = scores * np.array([[100.0], [0.01]]) + np.array([[-7.0], [3.0]])
    assert worth(stretched) == pytest.approx(worth(scores))


def test_gains_by_hand() -> None:
    values = np.array([[1.0, 0.0, 0.6], [0.0, 0.8, 0.6]])
    even = np.array([0.5, 0.5])
    # First film: half of its worth is due to each. 1 + 0 is due as .5 and .5: only .5 of the 1 counts.
    assert gains(values, np.zeros(2), even) == pytest.approx([0.5, 0.4, 1.2])
    # Ann had 1, Ben none. After film 0 each deserves 1: nothing more to Ann, and to Ben this film gives nothing.
    # Film 1: .9 each, Ben gains .8. Film 2: 1.1 each, Ann gains the .1 that is due, Ben .6.
    assert gains(values, np.array([1.0, 0.0]), even) == pytest.approx([0.0, 0.8, 0.7])


def test_the_film_for_everybody_comes_first_and_then_each_in_turn() -> None:
    ann, ben = [1.0, 0.9, 0.0, 0.0, 0.7], [0.0, 0.0, 1.0, 0.9, 0.7]
    assert choose([ann, ben], 3) == [4, 0, 2]
    assert choose([ann, ben], 5)[0] == 4


def test_the_average_would_leave_one_out_and_the_fair_choice_does_not() -> None:
    # Three who agree and one who does not: by average the first five films are all the majority's.
    three, one = [1.0, 0.9, 0.8, 0.7, 0.6, 0.0, 0.0], [0.0] * 5 + [1.0, 0.9]
    chosen = choose([three, three, three, one], 5)
    by_average = np.argsort(-np.array([three, three, three, one]).mean(axis=0))[:5]
    assert set(by_average.tolist()) == {0, 1, 2, 3, 4}
    assert 5 in chosen


def test_twice_the_weight_deserves_twice_as_much() -> None:
    ann, ben = [1.0] * 6 + [0.0] * 6, [0.0] * 6 + [1.0] * 6
    bens = [sum(film >= 6 for film in choose([ann, ben], 6, weights=w)) for w in ([1.0, 1.0], [1.0, 2.0], [2.0, 1.0])]
    assert bens == [3, 4, 2]


def test_a_lower_tier_comes_first_and_a_second_of_a_series_last_in_its_tier() -> None:
    values = [[0.2, 1.0, 0.9, 0.1]]
    assert choose(values, 4, tiers=[0, 1, 1, 0]) == [0, 3, 1, 2]
    assert choose(values, 4, series=[0, 1, 1, 2]) == [1, 0, 3, 2]
    assert choose(values, 4, tiers=[0, 0, 0, 1], series=[0, 1, 1, 2]) == [1, 0, 2, 3]


def test_equals_fall_to_the_worst_off_then_the_average_then_the_order() -> None:
    # Both give 1 in sum to those who deserve it; the second gives nobody nothing.
    assert choose([[1.0, 0.5], [1.0, 0.5], [0.0, 0.5], [0.0, 0.5]], 1) == [1]
    assert choose([[0.5, 0.5], [0.5, 0.5]], 2) == [0, 1]
    assert choose([[0.0, 0.0, 0.0]], 2) == [0, 1]


def test_there_may_be_fewer_films_than_asked_for() -> None:
    assert sorted(choose([[0.3, 0.4]], 5)) == [0, 1]


@st.composite
def matrices(draw: st.DrawFn) -> Values:
    members, films = draw(st.integers(1, 5)), draw(st.integers(1, 9))
    cells = st.integers(0, 20).map(lambda n: n / 20)
    rows = st.lists(st.lists(cells, min_size=films, max_size=films), min_size=members, max_size=members)
    return np.array(draw(rows))


def plainly(values: Values, had: list[float], film: int, shares: list[float]) -> float:
    """The gain of one film and its worth to all, member by member."""
    handed_out = sum(had) + sum(values[u][film] for u in range(len(had)))
    gained = sum(min(values[u][film], max(0.0, shares[u] * handed_out - had[u])) for u in range(len(had)))
    return gained + sum(len(had) * shares[u] * values[u][film] for u in range(len(had)))


@settings(max_examples=80, deadline=None)
@given(values=matrices(), raw=st.lists(st.integers(1, 4), min_size=5, max_size=5))
def test_every_step_takes_a_film_that_no_other_beats(values: Values, raw: list[int]) -> None:
    members, films = values.shape
    weights = raw[:members]
    shares = [w / sum(weights) for w in weights]
    chosen = choose(values.tolist(), 5, weights=[float(w) for w in weights])
    assert len(chosen) == len(set(chosen)) == min(5, films)
    had, left = [0.0] * members, set(range(films))
    for film in chosen:
        best = max(plainly(values, had, each, shares) for each in left)
        assert plainly(values, had, film, shares) == pytest.approx(best)
        had = [had[u] + values[u][film] for u in range(members)]
        left.remove(film)
