"""Votes in a poll: the answer as it stands counts, and nothing of it is a tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot import groups
from bot.groups import Guest, Night, Offer, Phase, What
from engine.request import Request, Verdict

START = datetime(2024, 5, 3, 20, 0, tzinfo=UTC)
ANN, BEN, CAT = (Guest(person=n, name=name) for n, name in enumerate(("Ann", "Ben", "Cat"), 1))
OPEN = Night(id="n1", chat=7, starter=1, request=Request(), opened_at=START, guests=(ANN, BEN))
DEALT = replace(
    OPEN,
    by_poll=True,
    phase=Phase.DEALT,
    offers=tuple(Offer(film=film, worth={}) for film in (10, 20, 30)),
    until=START + timedelta(minutes=20),
)


def cast(night: Night) -> list[tuple[int, int]]:
    return [(vote.person, vote.film) for vote in night.votes]


def whats(happened: tuple[groups.Happening, ...]) -> list[What]:
    return [each.what for each in happened]


def test_an_answer_takes_the_place_of_the_one_before() -> None:
    night, happened = groups.ballot(DEALT, ANN, (30, 10, 99), START)
    assert (cast(night), whats(happened)) == ([(1, 10), (1, 30)], [What.VOTED])
    night, _ = groups.ballot(night, ANN, (20,), START)
    assert cast(night) == [(1, 20)]
    night, happened = groups.ballot(night, ANN, (), START)
    assert (cast(night), whats(happened), night.phase) == ([], [What.UNVOTED], Phase.DEALT)


def test_the_answer_by_which_all_have_voted_closes_the_night() -> None:
    night, _ = groups.ballot(DEALT, ANN, (10, 20), START)
    assert night.voted == 1
    night, happened = groups.ballot(night, BEN, (20,), START)
    assert (night.phase, night.outcome.film, night.outcome.votes) == (Phase.DECIDED, 20, 2)
    assert whats(happened) == [What.VOTED, What.DECIDED]
    assert groups.ballot(night, ANN, (10,), START) == (night, (groups.Happening(what=What.OVER, person=1),))


def test_who_was_not_in_comes_in_by_an_answer_and_not_by_an_empty_one() -> None:
    assert groups.ballot(DEALT, CAT, (), START) == (DEALT, (groups.Happening(what=What.NOT_IN, person=3),))
    night, happened = groups.ballot(DEALT, CAT, (10,), START)
    assert (night.people, whats(happened)) == ((1, 2, 3), [What.JOINED, What.VOTED])


def test_an_answer_after_the_time_closes_and_does_not_count() -> None:
    voted, _ = groups.ballot(DEALT, ANN, (30,), START)
    night, happened = groups.ballot(voted, BEN, (10,), START + timedelta(minutes=20))
    assert (night.outcome.film, cast(night), whats(happened)) == (30, [(1, 30)], [What.OVER, What.DECIDED])


@pytest.mark.parametrize("night", [OPEN, replace(DEALT, by_poll=False)])
def test_there_is_no_answer_without_a_poll(night: Night) -> None:
    assert groups.ballot(night, ANN, (10,), START) == (night, (groups.Happening(what=What.NOT_DEALT, person=1),))


def test_buttons_do_not_count_beside_a_poll() -> None:
    assert groups.vote(DEALT, ANN, 10, START) == (DEALT, (groups.Happening(what=What.NOT_DEALT, person=1),))


def test_how_votes_are_cast_is_for_who_is_in_and_before_the_deal_and_goes_on() -> None:
    night, happened = groups.vote_by(OPEN, 2, poll=True)
    assert (night.by_poll, whats(happened)) == (True, [What.BY_POLL])
    assert groups.vote_by(OPEN, 3, poll=True) == (OPEN, (groups.Happening(what=What.NOT_IN, person=3),))
    assert groups.vote_by(DEALT, 1, poll=False) == (DEALT, (groups.Happening(what=What.ALREADY_DEALT, person=1),))
    assert not groups.vote_by(DEALT, None, poll=False)[0].by_poll, "where none can be sent"
    for before in (night, OPEN, None):
        later, _ = groups.open_night(night_id="n2", chat=7, starter=ANN, request=Request(), at=START, before=before)
        assert later.by_poll is (before is night)


def test_what_a_group_does_not_want_is_what_most_did_not_like() -> None:
    up, down, seen = Verdict.UP, Verdict.DOWN, Verdict.SEEN
    thumbs = [
        (1, 10, down),
        (2, 10, down),
        (3, 10, up),
        (1, 20, up),
        (2, 20, seen),
        (1, 30, seen),
        (1, 40, down),
        (2, 40, up),
    ]
    assert groups.apart(thumbs) == {10, 30, 40}
