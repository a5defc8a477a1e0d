"""What earlier nights owe, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from engine.groups.memory import owed, weights


def test_who_got_less_than_the_others_is_owed_more() -> None:
    after = owed(np.zeros(3), np.array([1.0, 1.0, 0.0]))
    assert after == pytest.approx([-1 / 3, -1 / 3, 2 / 3])
    again = owed(after, np.array([0.0, 0.0, 1.0]))
    assert again == pytest.approx([0.8 * -1 / 3 + 1 / 3, 0.8 * -1 / 3 + 1 / 3, 0.8 * 2 / 3 - 2 / 3])
    assert owed(np.zeros(2), np.ones(2)).tolist() == [0.0, 0.0], "where all got alike nobody is owed"


def test_debts_fade_and_have_an_end() -> None:
    debts = np.array([1.0, 0.0])
    assert owed(debts, np.zeros(2)) == pytest.approx([0.8, 0.0])
    for _ in range(50):
        debts = owed(debts, np.array([0.0, 1.0]))
    assert debts == pytest.approx([2.0, -2.0])


def test_weights_are_even_without_debts_and_rise_with_them() -> None:
    assert weights(np.array([0.0, 1.0, -1.0])) == pytest.approx([1.0, 3.0, 1 / 3])
