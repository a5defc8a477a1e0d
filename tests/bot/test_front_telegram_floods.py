"""How much one person may ask for."""

from __future__ import annotations

import pytest

from bot.front_telegram import floods
from bot.front_telegram.floods import BURST, Floods


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_a_burst_then_one_a_second_and_others_are_not_held_up(clock):
    gate = Floods(clock)
    assert [gate.let_in("ann") for _ in range(BURST + 3)] == [True] * BURST + [False] * 3
    assert gate.let_in("ben")
    clock.now += 2
    assert [gate.let_in("ann") for _ in range(3)] == [True, True, False]
    clock.now += 10 * BURST
    assert [gate.let_in("ann") for _ in range(BURST + 1)] == [True] * BURST + [False]


def test_a_flood_is_one_line_in_the_log_and_names_nobody(clock, monkeypatch):
    lines = []
    monkeypatch.setattr(floods._log, "warning", lambda *said, **more: lines.append((said, more)), raising=False)
    gate = Floods(clock)
    for _ in range(500):
        gate.let_in("ann")
        clock.now += 0.1
    assert lines == [(("somebody sends too much",), {})]


def test_few_are_remembered(clock, monkeypatch):
    monkeypatch.setattr(floods, "_REMEMBERED", 3)
    gate = Floods(clock)
    for user in range(50):
        gate.let_in(str(user))
    assert len(gate._levels) == 3
