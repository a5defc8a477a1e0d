"""Intervals and differences follow from sums over people."""

from __future__ import annotations

import numpy as np
import pytest

from engine.evaluation.models.tally import Tally
from engine.evaluation.report import bootstrapped


@pytest.fixture
def cases():
    rng = np.random.default_rng(1)
    return rng.random(300), np.concatenate([np.arange(40), rng.integers(0, 40, 260)])


def test_a_mean_has_the_interval_of_drawn_people(cases):
    values, people = cases
    expected = bootstrapped(values, people)
    found = Tally.of(values, people).score()
    assert (found.value, found.low, found.high) == pytest.approx((expected.value, expected.low, expected.high))


def test_a_root_has_the_root_of_the_interval(cases):
    values, people = cases
    plain, root = Tally.of(values, people).score(), Tally.of(values, people, root=True).score()
    assert (root.value, root.low, root.high) == pytest.approx(tuple(np.sqrt([plain.value, plain.low, plain.high])))


def test_what_is_no_number_is_no_case_and_weights_are_divided_by(cases):
    values, people = cases
    holed = np.where(np.arange(300) < 100, np.nan, values)
    assert Tally.of(holed, people).score().value == pytest.approx(values[100:].mean())
    weights = np.arange(300.0)
    assert Tally.of(values, people, weights).score().value == pytest.approx(values.sum() / weights.sum())


def test_a_difference_is_paired(cases):
    values, people = cases
    shifted = Tally.of(values + 0.25, people).minus(Tally.of(values, people))
    assert (shifted.value, shifted.low, shifted.high) == pytest.approx((0.25, 0.25, 0.25))


def test_crowds_are_drawn_in_groups():
    people = np.arange(12_000)
    tally = Tally.of(people.astype(float), people)
    assert len(tally.top) == 5_000
    assert tally.score().value == pytest.approx(people.mean())


def test_nothing_has_no_interval():
    found = Tally.of(np.array([np.nan]), np.array([0])).score()
    assert np.isnan(found.value)
    assert found.low is None
