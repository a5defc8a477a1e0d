"""Any sequence of steps: nothing raises, the count is the votes, and an ended night stays as it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.groups import (
    Guest,
    Night,
    Offer,
    Phase,
    What,
    add_wish,
    cancel,
    close,
    counts,
    deal,
    join,
    leave,
    open_night,
    toggle,
    vote,
)
from engine.request import Limits, Request

START = datetime(2024, 5, 3, 20, 0, tzinfo=UTC)
FILMS = {1: "War", 2: "War", 3: "Horror", 4: "Comedy", 5: "Drama", 6: "Drama"}  # film to its genre
PEOPLE = [Guest(person=n, name=f"G{n}") for n in range(1, 6)]

people = st.sampled_from(PEOPLE)
steps = st.one_of(
    st.tuples(st.just("join"), people, st.none()),
    st.tuples(st.just("toggle"), people, st.none()),
    st.tuples(st.just("leave"), people, st.none()),
    st.tuples(st.sampled_from(["wish", "private wish"]), people, st.sampled_from(["War", "Horror", "Comedy"])),
    st.tuples(st.just("deal"), people, st.none()),
    st.tuples(st.just("vote"), people, st.integers(0, 7)),
    st.tuples(st.just("vote"), people, st.integers(4, 6)),
    st.tuples(st.sampled_from(["close", "time"]), people, st.none()),
    st.tuples(st.just("cancel"), people, st.none()),
)
waits = st.sampled_from([0.05, 1.0, 30.0, 600.0])


def unvetoed(night: Night) -> list[Offer]:
    """What a dealer would deal: films of no genre that anybody ruled out."""
    vetoed = {genre for wish in night.wishes for genre in wish.request.limits.not_genres}
    films = [film for film, genre in FILMS.items() if genre not in vetoed]
    return [Offer(film=film, worth={p: (film * p % 7) / 7 for p in night.people}) for film in films]


def play(night: Night, step: tuple[str, Guest, object], at: datetime) -> tuple[Night, tuple[What, ...]]:
    name, guest, value = step
    if name in {"wish", "private wish"}:
        request = Request(limits=Limits(not_genres=(str(value),)))
        after, happened = add_wish(night, guest, request, at, private=name == "private wish")
    elif name == "deal":
        after, happened = deal(night, guest.person, unvetoed(night), at)
    elif name == "vote":
        assert isinstance(value, int)
        after, happened = vote(night, guest, value, at)
    elif name == "leave":
        after, happened = leave(night, guest.person, at)
    elif name in {"close", "time"}:
        after, happened = close(night, at, guest.person if name == "close" else None)
    elif name == "cancel":
        after, happened = cancel(night, guest.person)
    else:
        after, happened = (join if name == "join" else toggle)(night, guest, at)
    return after, tuple(each.what for each in happened)


@settings(max_examples=300, deadline=None)
@given(sequence=st.lists(st.tuples(steps, waits), max_size=40), patience=st.sampled_from([0, 20]))
def test_any_night_stays_sound(sequence: list[tuple[tuple[str, Guest, object], float]], patience: int) -> None:
    at = START
    night, _ = open_night(
        night_id="n", chat=1, starter=PEOPLE[0], request=Request(), at=at, patience=timedelta(seconds=patience)
    )
    tally: set[tuple[int, int]] = set()  # kept beside the night, from what it says happened
    ended = 0
    for step, wait in sequence:
        at += timedelta(seconds=wait)
        before = night
        night, whats = play(night, step, at)
        pair = (step[1].person, step[2])
        if What.VOTED in whats:
            tally.add(pair)  # type: ignore[arg-type]
        if What.UNVOTED in whats:
            tally.remove(pair)  # type: ignore[arg-type]
        if What.LEFT in whats:
            tally = {(person, film) for person, film in tally if person != step[1].person}
        ended += (What.DECIDED in whats) + (What.CANCELLED in whats)

        assert {(v.person, v.film) for v in night.votes} == tally
        assert len(night.votes) == len(tally)
        assert counts(night) == {film: sum(f == film for _, f in tally) for film in night.films}
        assert {person for person, _ in tally} <= set(night.people)
        assert len(night.people) == len(set(night.people))
        assert night.starter in night.people or night.phase is Phase.CANCELLED
        assert ended == (not night.running)  # ends once
        if not before.running:
            assert night == before
        if night.outcome:
            assert night.phase is Phase.DECIDED
            assert night.outcome.film in night.films
            assert night.outcome.votes == max(counts(night).values())
            vetoed = {g for w in night.wishes for g in w.request.limits.not_genres}
            assert FILMS[night.outcome.film] not in vetoed
