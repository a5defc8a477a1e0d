"""The figures themselves, by hand on cases small enough to count."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation import Report, Score
from engine.evaluation.asks import best
from engine.evaluation.critiques import Judgement, in_order, ordered_pairs
from engine.evaluation.kinship import by_likeness, by_popularity, first, recall
from engine.evaluation.report import bootstrapped, by_unit
from engine.evaluation.sense import standard

ROWS = {"a": 0, "b": 1, "c": 2, "d": 3}


def test_pairs_are_of_two_groups_and_the_reference_has_the_same() -> None:
    judged = Judgement(attribute="odd", reference="a", less=("b",), same=("c",), more=("d", "gone"))
    other = Judgement(attribute="warm", reference="a", more=("b",))
    pairs = ordered_pairs([judged, other], "odd", ROWS)
    assert {tuple(pair) for pair in pairs.tolist()} == {(1, 0), (1, 2), (1, 3), (0, 3), (2, 3)}
    assert len(pairs) == 5


def test_pairs_are_counted_again_when_judged_again() -> None:
    judged = Judgement(attribute="odd", reference="a", more=("b",))
    assert ordered_pairs([judged, judged], "odd", ROWS).tolist() == [[0, 1], [0, 1]]


def test_an_attribute_without_known_films_has_no_pairs() -> None:
    assert ordered_pairs([Judgement(attribute="odd", reference="x", more=("y",))], "odd", ROWS).shape == (0, 2)


def test_a_tie_is_half_right() -> None:
    pairs = np.array([[0, 1], [1, 2], [2, 0], [0, 3]])
    assert in_order(np.array([1.0, 2.0, 2.0, 0.0]), pairs) == pytest.approx((1 + 0.5 + 0 + 0) / 4)


def test_recall_is_of_the_other_likes_and_of_twenty_at_most() -> None:
    shown = np.arange(1, 21)
    assert recall(shown, np.array([0, 5, 40])) == pytest.approx(1 / 2)
    assert recall(shown, np.arange(30)) == pytest.approx(20 / 20)
    assert recall(shown, np.array([0, *range(15, 45)])) == pytest.approx(6 / 20)


def test_the_given_film_is_never_shown_and_ties_fall_as_drawn() -> None:
    scores = np.array([9.0, 1.0, 5.0, 5.0, 0.0], dtype=np.float32)
    assert first(scores, 0, np.array([0, 1, 2, 3, 4]), 3).tolist() == [2, 3, 1]
    assert first(scores, 0, np.array([0, 1, 3, 2, 4]), 3).tolist() == [3, 2, 1]
    assert first(scores, 2, np.array([0, 1, 2, 3, 4]), 3).tolist() == [0, 3, 1]


def test_recall_is_averaged_over_the_films_of_a_person() -> None:
    shortlist = {0: np.array([1, 2]), 1: np.array([5, 6]), 2: np.array([0, 7])}
    means = by_likeness([np.array([0, 1, 2]), np.array([0, 1])], shortlist)
    assert means == pytest.approx([(2 / 2 + 0 + 1 / 2) / 3, (1 + 0) / 2])


def test_popularity_does_not_count_the_person_who_is_measured() -> None:
    # 25 films; two people agree on the first ten, and a third likes two that nobody else does, late in the drawn order.
    crowd = [np.arange(10), np.arange(10)]
    means = by_popularity([*crowd, np.array([20, 21])], 25, np.arange(25))
    assert means.tolist() == [1.0, 1.0, 0.0]


def test_ten_best_by_score_then_by_row() -> None:
    scores = np.zeros(14, dtype=np.float32)
    scores[[12, 3]] = 2.0, 1.0
    assert best(scores) == [12, 3, 0, 1, 2, 4, 5, 6, 7, 8]


def test_values_are_averaged_by_unit() -> None:
    units = np.array([7, 2, 7, 7])
    assert by_unit(units, np.array([1.0, 0.5, 0.0, 0.0])) == pytest.approx([0.5, 1 / 3])


def test_an_interval_holds_the_mean_and_is_the_same_every_time() -> None:
    values = np.array([0.0, 1.0] * 200)
    score = bootstrapped(values)
    assert score == bootstrapped(values)
    assert score.value == 0.5
    # A share of one half in 400 has a standard error of .025.
    assert score.low == pytest.approx(0.5 - 1.96 * 0.025, abs=0.006)
    assert score.high == pytest.approx(0.5 + 1.96 * 0.025, abs=0.006)


def test_what_comes_in_units_is_drawn_in_units() -> None:
    values, units = np.array([1.0, 1.0, 1.0, 0.0]), np.array(["x", "x", "x", "y"])
    assert bootstrapped(values, units) == Score(value=0.75, low=0.0, high=1.0)
    assert bootstrapped(values, np.array(list("abcd"))) == bootstrapped(values)
    # Two hundred pairs of equal values spread as two hundred values do, not as four hundred.
    pairs = np.repeat([0.0, 1.0] * 100, 2)
    wide, narrow = bootstrapped(pairs, np.repeat(np.arange(200), 2)), bootstrapped(pairs)
    assert (wide.high or 0) - (wide.low or 0) == pytest.approx(2 * 1.96 * 0.5 / 200**0.5, abs=0.012)
    assert (narrow.high or 0) - (narrow.low or 0) == pytest.approx(2 * 1.96 * 0.5 / 400**0.5, abs=0.012)


def test_constant_columns_have_no_spread() -> None:
    made = standard(np.array([[1.0, 5.0], [3.0, 5.0]]))
    assert made.tolist() == [[-1.0, 0.0], [1.0, 0.0]]


def test_a_report_is_plain_json_with_ours_and_peers() -> None:
    report = Report(
        n=3,
        counted="asks",
        ours={"R@10": Score(value=0.123456, low=0.1, high=0.2)},
        peers={"chance": {"R@10": Score(value=0.5)}},
        above={"chance": Score(value=-0.4, low=-0.5, high=-0.3)},
        details={"more": 1},
    )
    assert report.plain() == {
        "n": 3,
        "ours": {"R@10": 0.1235},
        "peers": {"chance": {"R@10": 0.5}},
        "intervals": {"ours": {"R@10": [0.1, 0.2]}},
        "above": {"chance": [-0.4, -0.5, -0.3]},
        "more": 1,
    }
