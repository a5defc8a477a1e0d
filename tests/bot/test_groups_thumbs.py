"""Thumbs that several people give, by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.groups import Taps, own, tally, together, told
from engine.request import Verdict

UP, DOWN, SEEN = Verdict.UP, Verdict.DOWN, Verdict.SEEN
THUMBS = ((1, 10, UP), (2, 10, UP), (3, 10, DOWN), (1, 20, UP), (2, 20, DOWN), (3, 30, SEEN), (2, 40, DOWN))


def test_counts_and_own_thumbs() -> None:
    assert tally(THUMBS, 10) == {UP: 2, DOWN: 1}
    assert tally(THUMBS, 99) == {}
    assert [own(THUMBS, person, 20) for person in (1, 2, 3)] == [UP, DOWN, None]


def test_a_new_thumb_takes_the_place_of_ones_own_alone() -> None:
    changed = told(THUMBS, 3, 10, UP)
    assert tally(changed, 10) == {UP: 3}
    assert changed[-1] == (3, 10, UP)
    assert tally(told(changed, 3, 10, None), 10) == {UP: 2}


def test_the_group_likes_what_most_like() -> None:
    assert together(THUMBS) == {10: UP, 20: SEEN, 30: SEEN, 40: DOWN}


def test_two_quick_taps_on_one_button_count_once_and_on_two_buttons_both_count() -> None:
    taps, where = Taps(), ("-1", "7", 10)
    start = datetime(2026, 3, 6, 20, 0, tzinfo=UTC)
    said = [("👍", "a", 0), ("👍", "b", 150), ("👎", "c", 200), ("👍", "d", 250), ("👍", "e", 450), ("👍", "f", 500)]
    found = [taps.twice(where, button, key, start + timedelta(milliseconds=ms)) for button, key, ms in said]
    assert found == [False, True, False, False, False, True]
    assert not taps.twice(("-1", "8", 10), "👍", "g", start), "somebody else"


def test_a_tap_that_is_answered_anew_is_no_second_tap() -> None:
    taps, where, start = Taps(), ("-1", "7", 10), datetime(2026, 3, 6, 20, 0, tzinfo=UTC)
    assert [taps.twice(where, "👍", "a", start) for _ in range(2)] == [False, False]
