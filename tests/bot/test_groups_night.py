"""Whole nights as a state machine: every step's outcome by value."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from pydantic import TypeAdapter

from bot import groups
from bot.groups import (
    Guest,
    Night,
    Offer,
    Outcome,
    Phase,
    Tie,
    What,
    Wish,
    add_wish,
    cancel,
    close,
    counts,
    deal,
    decide,
    forget,
    join,
    leave,
    open_night,
    toggle,
    vote,
)
from engine.request import Limits, Mood, Request

START = datetime(2024, 5, 3, 20, 0, tzinfo=UTC)
ANN, BEN, CAT, DAN = (Guest(person=n, name=name) for n, name in enumerate(("Ann", "Ben", "Cat", "Dan"), 1))
NO_WAR = Request(limits=Limits(not_genres=("War",)))
CALM = Request(moods=(Mood(axis="scary", wanted=False),))


def at(minutes: float = 0, ms: float = 0) -> datetime:
    return START + timedelta(minutes=minutes, milliseconds=ms)


def offers(**worth: tuple[float, ...]) -> list[Offer]:
    """Films f1, f2 ... with their worth to Ann, Ben, Cat."""
    return [Offer(film=int(name[1:]), worth=dict(enumerate(values, 1))) for name, values in worth.items()]


def guest(person: int) -> Guest:
    return Guest(person=person, name=str(person))


THREE = offers(f10=(0.2, 0.9, 0.9), f20=(0.6, 0.6, 0.6), f30=(1.0, 0.1, 0.1))


def opened(*guests: Guest, patience: float = 0) -> Night:
    night, _ = open_night(
        night_id="n1", chat=7, starter=ANN, request=CALM, at=START, patience=timedelta(seconds=patience)
    )
    for guest in guests:
        night, _ = join(night, guest, at(1))
    return night


def dealt(*guests: Guest, patience: float = 0) -> Night:
    night, _ = deal(opened(*guests, patience=patience), ANN.person, THREE, at(2))
    return night


def whats(step: tuple[Night, tuple[object, ...]]) -> list[What]:
    return [happening.what for happening in step[1]]  # type: ignore[attr-defined]


def test_a_whole_night_of_three() -> None:
    night, happened = open_night(night_id="n1", chat=7, starter=ANN, request=CALM, at=START)
    assert [(h.what, h.person) for h in happened] == [(What.OPENED, 1)]
    assert (night.people, night.phase, night.closes_at) == ((1,), Phase.OPEN, None)
    night, happened = join(night, BEN, at(1))
    assert [(h.what, h.person) for h in happened] == [(What.JOINED, 2)]
    night, happened = add_wish(night, CAT, NO_WAR, at(1), private=True)  # wishing is joining
    assert [h.what for h in happened] == [What.JOINED, What.WISHED]
    assert night.wishes == (Wish(person=3, request=NO_WAR, private=True),)
    night, happened = deal(night, 2, THREE, at(2), exact=3)
    assert [h.what for h in happened] == [What.DEALT]
    assert (night.films, night.phase, night.closes_at) == ((10, 20, 30), Phase.DEALT, at(22))
    for guest, film in ((ANN, 30), (BEN, 10), (ANN, 10)):
        night, happened = vote(night, guest, film, at(3))
        assert [(h.what, h.person, h.film) for h in happened] == [(What.VOTED, guest.person, film)]
    assert counts(night) == {10: 2, 20: 0, 30: 1}
    night, happened = vote(night, CAT, 10, at(4))
    assert [h.what for h in happened] == [What.VOTED, What.DECIDED]
    assert (night.phase, night.outcome) == (Phase.DECIDED, Outcome(film=10, votes=3))


def test_taking_a_vote_back_is_one_tap_and_two_quick_taps_count_once() -> None:
    night, _ = vote(dealt(BEN), ANN, 20, at(3))
    assert whats(vote(night, ANN, 20, at(3, ms=150))) == [What.TWICE]
    assert vote(night, ANN, 20, at(3, ms=150))[0] == night
    back, happened = vote(night, ANN, 20, at(3, ms=200))
    assert [h.what for h in happened] == [What.UNVOTED]
    assert counts(back) == {10: 0, 20: 0, 30: 0}
    assert whats(vote(night, ANN, 30, at(3, ms=50))) == [What.VOTED]  # another film is no second tap


def test_who_votes_without_being_in_is_in() -> None:
    night, happened = vote(dealt(BEN), DAN, 20, at(3))
    assert [h.what for h in happened] == [What.JOINED, What.VOTED]
    assert night.people == (1, 2, 4)
    assert not night.everybody_voted


def test_a_late_joiner_is_waited_for() -> None:
    night, _ = vote(dealt(BEN), ANN, 20, at(3))
    night, _ = join(night, CAT, at(3))
    night, happened = vote(night, BEN, 20, at(4))
    assert [h.what for h in happened] == [What.VOTED]
    assert whats(vote(night, CAT, 10, at(5))) == [What.VOTED, What.DECIDED]


def test_who_leaves_takes_wishes_and_votes_along() -> None:
    night, _ = add_wish(opened(BEN), BEN, NO_WAR, at(1))
    assert leave(night, 2, at(1))[0].wishes == ()
    night, _ = vote(dealt(BEN, CAT), BEN, 10, at(3))
    night, happened = leave(night, 2, at(4))
    assert [(h.what, h.person) for h in happened] == [(What.LEFT, 2)]
    assert counts(night) == {10: 0, 20: 0, 30: 0}
    assert night.offers[0].worth == {1: 0.2, 3: 0.9}
    assert whats(leave(night, 2, at(4))) == [What.NOT_IN]


def test_when_the_last_who_had_not_voted_leaves_the_night_is_decided() -> None:
    night, _ = vote(dealt(BEN), ANN, 30, at(3))
    night, happened = leave(night, 2, at(4))
    assert [h.what for h in happened] == [What.LEFT, What.DECIDED]
    assert night.outcome == Outcome(film=30, votes=1)


def test_the_starter_passes_the_night_on_and_the_last_one_ends_it() -> None:
    night, _ = leave(opened(BEN, CAT), 1, at(1))
    assert (night.starter, night.people) == (2, (2, 3))
    assert whats(cancel(night, 3)) == [What.NOT_IN]
    night, _ = leave(night, 2, at(1))
    night, happened = leave(night, 3, at(1))
    assert [h.what for h in happened] == [What.LEFT, What.CANCELLED]
    assert (night.phase, night.starter, night.people) == (Phase.CANCELLED, None, ())


def test_tapping_in_twice_goes_out_again_until_films_are_dealt() -> None:
    night, happened = toggle(opened(), BEN, at(1))
    assert [h.what for h in happened] == [What.JOINED]
    assert whats(toggle(night, BEN, at(1, ms=150))) == [What.TWICE]
    assert whats(toggle(night, BEN, at(1.1))) == [What.LEFT]
    assert whats(toggle(dealt(BEN), BEN, at(3))) == [What.ALREADY_IN]
    assert whats(toggle(dealt(), BEN, at(3))) == [What.JOINED]


def test_a_later_wish_replaces_the_one_before_and_a_private_one_stands_beside_it() -> None:
    night, _ = add_wish(opened(), ANN, CALM, at(1))
    night, _ = add_wish(night, ANN, NO_WAR, at(1), private=True)
    night, _ = add_wish(night, ANN, NO_WAR, at(1))
    assert night.wishes == (
        Wish(person=1, request=NO_WAR, private=True),
        Wish(person=1, request=NO_WAR, private=False),
    )


def test_time_closes_a_night_and_only_time_or_a_guest_does() -> None:
    night, _ = vote(dealt(BEN), BEN, 10, at(3))
    assert close(night, at(21.9)) == (night, ())
    assert whats(close(night, at(3), person=4)) == [What.NOT_IN]
    by_time, happened = close(night, at(22))
    assert [h.what for h in happened] == [What.DECIDED]
    assert by_time.outcome == close(night, at(3), person=1)[0].outcome == Outcome(film=10, votes=1)


def test_a_vote_after_the_time_closes_the_night_and_does_not_count() -> None:
    night, _ = vote(dealt(BEN), BEN, 10, at(3))
    late, happened = vote(night, ANN, 30, at(22))
    assert [h.what for h in happened] == [What.OVER, What.DECIDED]
    assert late.outcome == Outcome(film=10, votes=1)


def test_patience_leaves_time_to_change_ones_mind() -> None:
    night, _ = vote(dealt(BEN, patience=20), ANN, 10, at(3))
    night, happened = vote(night, BEN, 20, at(4))
    assert [h.what for h in happened] == [What.VOTED]
    assert night.closes_at == at(4) + timedelta(seconds=20)
    more, _ = vote(night, BEN, 10, at(4) + timedelta(seconds=15))
    assert more.closes_at == at(4) + timedelta(seconds=35)
    assert close(more, at(4) + timedelta(seconds=34)) == (more, ())
    assert close(more, at(4) + timedelta(seconds=35))[0].outcome == Outcome(film=10, votes=2)
    back, _ = vote(night, ANN, 10, at(4) + timedelta(seconds=15))
    assert back.closes_at == at(22)  # Ann has no vote any more


@pytest.mark.parametrize(
    ("table", "outcome"),
    [
        (offers(f1=(0.9, 0.1), f2=(0.4, 0.3)), Outcome(film=2, votes=1, tied=(1,), tie=Tie.WORST_OFF)),
        (offers(f1=(0.3, 0.4), f2=(0.3, 0.9)), Outcome(film=2, votes=1, tied=(1,), tie=Tie.AVERAGE)),
        (offers(f2=(0.3, 0.4), f1=(0.4, 0.3)), Outcome(film=1, votes=1, tied=(2,), tie=Tie.ORDER)),
    ],
)
def test_a_tie_falls_to_the_worst_off_then_the_average_then_the_id(table: list[Offer], outcome: Outcome) -> None:
    night, _ = deal(opened(BEN), 1, table, at(2))
    night, _ = vote(night, ANN, 1, at(3))
    night, _ = vote(night, BEN, 2, at(3))
    assert night.outcome == outcome


def test_nobody_voted_and_all_films_tie() -> None:
    night, _ = close(dealt(BEN, CAT), at(22))
    assert night.outcome == Outcome(film=20, votes=0, tied=(10, 30), tie=Tie.WORST_OFF)


def test_who_came_after_the_deal_has_no_say_in_a_tie() -> None:
    night, _ = join(dealt(BEN), DAN, at(3))
    assert decide(night).film == 20
    with pytest.raises(ValueError, match="without films"):
        decide(opened())


def test_what_cannot_be_done_changes_nothing_and_says_why() -> None:
    early, late = opened(BEN), dealt(BEN)
    over, _ = close(late, at(22))
    refused = [
        (join(early, BEN, at(1)), early, What.ALREADY_IN),
        (vote(early, ANN, 10, at(1)), early, What.NOT_DEALT),
        (close(early, at(1), person=1), early, What.NOT_DEALT),
        (deal(early, 4, THREE, at(1)), early, What.NOT_IN),
        (deal(early, 1, [], at(1)), early, What.NOTHING_FITS),
        (cancel(early, 2), early, What.NOT_IN),
        (vote(late, ANN, 99, at(3)), late, What.NOT_DEALT),
        (deal(late, 1, THREE, at(3)), late, What.ALREADY_DEALT),
        (add_wish(late, ANN, CALM, at(3)), late, What.ALREADY_DEALT),
        (join(over, DAN, at(23)), over, What.OVER),
        (toggle(over, DAN, at(23)), over, What.OVER),
        (leave(over, 1, at(23)), over, What.OVER),
        (add_wish(over, ANN, CALM, at(23)), over, What.OVER),
        (deal(over, 1, THREE, at(23)), over, What.OVER),
        (vote(over, ANN, 10, at(23)), over, What.OVER),
        (close(over, at(23), person=1), over, What.OVER),
        (cancel(over, 1), over, What.OVER),
    ]
    for number, ((night, happened), before, what) in enumerate(refused):
        assert (number, night, [h.what for h in happened]) == (number, before, [what])


def test_only_the_starter_calls_it_off() -> None:
    night, happened = cancel(dealt(BEN), 1)
    assert [h.what for h in happened] == [What.CANCELLED]
    assert (night.phase, night.outcome, night.closes_at) == (Phase.CANCELLED, None, None)


def test_fifty_vote_and_the_last_one_closes() -> None:
    crowd = [Guest(person=n, name=f"G{n}") for n in range(2, 51)]
    night = dealt(*crowd)
    for guest in (ANN, *crowd[:-1]):
        night, _ = vote(night, guest, (10, 20, 20)[guest.person % 3], at(3))
    assert (night.phase, sum(counts(night).values())) == (Phase.DEALT, 49)
    night, _ = vote(night, crowd[-1], 20, at(4))
    assert night.outcome == Outcome(film=20, votes=34)  # 33 of 1..49 leave a rest, and the fiftieth


def test_a_person_leaves_no_trace_even_when_the_night_is_over() -> None:
    night, _ = add_wish(opened(BEN, CAT), BEN, NO_WAR, at(1), private=True)
    night, _ = deal(night, 1, THREE, at(2))
    night, _ = vote(night, BEN, 10, at(3))
    night, _ = close(night, at(4), person=1)
    gone = forget(forget(night, 2), 1)
    assert gone.outcome == night.outcome
    assert (gone.people, gone.starter, gone.wishes, gone.votes) == ((3,), 3, (), ())
    assert [offer.worth for offer in gone.offers] == [{3: 0.9}, {3: 0.6}, {3: 0.1}]


def test_a_night_survives_being_stored() -> None:
    adapter = TypeAdapter(Night)
    night, _ = add_wish(opened(BEN, patience=20), BEN, NO_WAR, at(1), private=True)
    night, _ = deal(night, 1, THREE, at(2), exact=1, relaxed=("years",))
    night, _ = vote(night, CAT, 20, at(3))
    for each in (opened(), night, close(night, at(22))[0]):
        assert adapter.validate_json(adapter.dump_json(each)) == each


def test_who_had_no_vote_for_the_film_is_owed_more_at_the_next_night() -> None:
    first, _ = groups.open_night(night_id="1", chat=5, starter=guest(1), request=Request(), at=START)
    first, _ = groups.join(first, guest(2), START)
    first, _ = groups.join(first, guest(3), START)
    offers = [Offer(film=film, worth={1: 0.5, 2: 0.5, 3: 0.5}) for film in (10, 20)]
    first, _ = groups.deal(first, 1, offers, START)
    for person, film in ((1, 10), (2, 10), (3, 20)):
        first, _ = groups.vote(first, guest(person), film, START + timedelta(seconds=person))
    assert first.outcome is not None
    assert first.outcome.film == 10
    third = round(2 / 3, 4)
    assert groups.debts(first) == {1: pytest.approx(-1 / 3, abs=1e-4), 2: pytest.approx(-1 / 3, abs=1e-4), 3: third}

    later = START + timedelta(days=7)
    second, _ = groups.open_night(night_id="2", chat=5, starter=guest(1), request=Request(), at=later, before=first)
    assert second.debts[3] == third
    second, _ = groups.join(second, guest(3), later)
    second, _ = groups.deal(second, 1, offers, later)
    second, _ = groups.vote(second, guest(1), 10, later + timedelta(seconds=1))
    second, _ = groups.vote(second, guest(3), 20, later + timedelta(seconds=2))
    assert second.outcome is not None
    assert (second.outcome.film, second.outcome.tie) == (20, Tie.OWED), "without debts the lower id would have won"
    after = groups.debts(second)
    assert after[2] == pytest.approx(-1 / 3, abs=1e-4), "who was not there is owed what they were"
    assert after[3] < third
    assert 3 not in groups.forget(second, 3).debts


def test_how_it_was_is_asked_once_and_thumbs_are_ones_own() -> None:
    night, _ = groups.open_night(night_id="1", chat=5, starter=guest(1), request=Request(), at=START)
    night, _ = groups.deal(night, 1, [Offer(film=10, worth={1: 1.0})], START)
    night, _ = groups.vote(night, guest(1), 10, START)
    assert night.closes_at == START + timedelta(hours=15)
    early, happened = groups.ask(night, START + timedelta(hours=14))
    assert (early, happened) == (night, ())
    at = START + timedelta(hours=15)
    night, happened = groups.ask(night, at)
    assert [each.what for each in happened] == [What.ASKED]
    assert (night.closes_at, groups.ask(night, at)[1]) == (None, ())
    night, _ = groups.say(night, guest(1), 10, at, liked=True)
    night, happened = groups.say(night, guest(1), 10, at + timedelta(milliseconds=100), liked=True)
    assert [each.what for each in happened] == [What.TWICE]
    changed, _ = groups.say(night, guest(1), 10, at + timedelta(milliseconds=150), liked=False)
    assert [word.liked for word in changed.said] == [False], "the other button, however soon, is another word"
    night, _ = groups.say(night, guest(9), 10, at, liked=False)  # who was not in may have watched it
    assert [(word.person, word.liked) for word in night.said] == [(1, True), (9, False)]
    night, happened = groups.say(night, guest(1), 10, at + timedelta(seconds=1), liked=True)
    assert ([each.what for each in happened], len(night.said)) == ([What.UNSAID], 1)
    assert groups.say(night, guest(1), 11, at, liked=True)[0] == night, "another film"
    assert groups.forget(night, 9).said == ()
