"""Shares of right cards by round, and one arm by another: by hand, and against drawing people one by one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.evaluation.report import INTERVAL, drawn_sets
from engine.evaluation.rounds import evaluate, quotient

THUMBS = [[[1, 0], [1, 1]], [[1, 1], [0, 1]], [[0, 0], [1, 1]]]  # three cases, two rounds of two cards
PLAIN = [[[1, 0], [0, 1]], [[1, 1], [0, 0]], [[0, 1], [1, 0]]]


def test_shares_and_quotients_are_those_by_hand() -> None:
    right = {"with": np.array(THUMBS, dtype=float), "without": np.array(PLAIN, dtype=float)}
    seeds, right["again"] = np.array([0, 0, 1]), right["with"]
    others = ("without", "again")
    report = evaluate(right, np.array([7, 9, 7]), seeds, ours="with", without=others, counted="chats")
    assert report.n == 3
    assert [score.value for score in report.ours.values()] == pytest.approx([3 / 6, 5 / 6])
    assert [score.value for score in report.peers["without"].values()] == pytest.approx([4 / 6, 2 / 6])
    assert report.above["without"].value == pytest.approx(-1 / 6)
    assert report.details["times without"]["round 1"][0] == 0.75
    assert report.details["times without"]["round 2"][0] == 2.5
    each = report.details["times without, round 2"]
    assert (each["seed 0"][0], each["seed 1"][0]) == (3.0, 2.0)
    assert report.details["times again"] == {"round 1": [1.0, 1.0, 1.0], "round 2": [1.0, 1.0, 1.0]}


def test_the_interval_of_a_quotient_is_over_people_and_paired() -> None:
    over, under = np.array([0.8, 0.2, 1.0, 0.4, 0.6]), np.array([0.6, 0.2, 0.5, 0.4, 0.1])
    units = np.array([3, 3, 1, 2, 2])
    found = quotient(over, under, units)
    assert found.value == pytest.approx(3.0 / 1.8)
    members = [np.flatnonzero(units == unit) for unit in (1, 2, 3)]
    by_hand = []
    for times in drawn_sets(3, 0):
        rows = np.concatenate([np.tile(own, count) for own, count in zip(members, times, strict=True)])
        by_hand.append(over[rows].sum() / under[rows].sum())
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(by_hand, INTERVAL)))


def test_nothing_is_so_many_times_nothing() -> None:
    assert math.isnan(quotient(np.ones(3), np.zeros(3), np.arange(3)).value)
    right = {"with": np.ones((2, 1, 2)), "without": np.zeros((2, 1, 2))}
    report = evaluate(right, np.arange(2), np.zeros(2, int), ours="with", without=("without",), counted="chats")
    assert report.details["times without"] == {}
