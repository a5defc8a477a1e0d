"""How a night reads: its message in every phase, and the word for who tapped."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.groups import Guest, Happening, Move, Night, Offer, Outcome, Phase, Tie, Vote, What, Wish, Word
from bot.reply import Card
from bot.wording import night as told
from bot.wording import words
from engine.candidate import Fact, Reason
from engine.request import Example, Limits, Mood, Request

SAY = words()
START = datetime(2024, 5, 3, 20, 0, tzinfo=UTC)
TITLES = {1: "Paddington 2", 2: "Heat", 3: "Amélie"}
ANN, BEN, CAT = (Guest(person=n, name=name) for n, name in enumerate(("Ann", "Ben", "Cat"), 1))
CALM = Request(moods=(Mood(axis="scary", wanted=False),), limits=Limits(minutes=(None, 120)))
NIGHT = Night(id="n1", chat=7, starter=1, request=CALM, opened_at=START, guests=(ANN, BEN, CAT))
DEALT = replace(
    NIGHT,
    phase=Phase.DEALT,
    offers=tuple(Offer(film=film, worth={}) for film in TITLES),
    exact=3,
    votes=(Vote(person=1, film=1, at=START), Vote(person=2, film=1, at=START), Vote(person=1, film=3, at=START)),
    until=START + timedelta(minutes=20),
    touched=START,
)


def name(tmdb: int) -> str:
    return TITLES[tmdb]


def card(film: int, year: int | None = 2017, runtime: str = "1 h 43", genres: tuple[str, ...] = ("Comedy",)) -> Card:
    return Card(
        tmdb=film,
        imdb=None,
        title=TITLES[film],
        year=year,
        genres=genres,
        runtime=runtime,
        rating="",
        line="",
        overview="",
        poster_path=None,
        score=0.0,
    )


CARDS = (card(1), card(2, 1995, "2 h 50", ("Crime", "Drama", "Thriller")), card(3, None, "", ()))


def test_an_open_night_says_who_is_in_and_what_was_wished_openly() -> None:
    open_wish = Wish(person=3, request=Request(moods=(Mood(axis="funny"),)))
    secret = Wish(person=2, request=Request(limits=Limits(not_genres=("War",))), private=True)
    board = told.opened(replace(NIGHT, wishes=(secret, open_wish)), name, SAY)
    assert board.text == "Movie night · up to 2 h, not scary\nIn: Ann, Ben and Cat\nCat: Funny"
    assert [[(b.label, b.move) for b in row] for row in board.buttons] == [
        [("🙋 I'm in", Move.JOIN), ("✍️ Add a wish", Move.WISH)],
        [("🤫 Wish privately", Move.PRIVATELY), ("📊 Vote by poll", Move.POLL)],
        [("🎬 Deal", Move.DEAL), ("Call it off", Move.CANCEL)],
    ]


@pytest.mark.parametrize(
    ("request_", "head"),
    [
        (Request(), "Movie night · anything good"),
        (Request(liked=(Example(tmdb=2),)), "Movie night · like Heat"),
        (Request(limits=Limits(languages=("ko",), genres=("Drama",))), "Movie night · Korean drama"),
    ],
)
def test_the_head_is_how_the_wish_was_understood(request_: Request, head: str) -> None:
    assert told.opened(replace(NIGHT, request=request_), name, SAY).text.splitlines()[0] == head


def test_fifty_are_not_all_named() -> None:
    crowd = tuple(Guest(person=n, name=f"Guest {n} {'x' * 90}") for n in range(50))
    board = told.opened(replace(NIGHT, guests=crowd), name, SAY)
    line = board.text.splitlines()[1]
    assert line.startswith("In: Guest 0 xxxxxxxxxxxxxxx…, Guest 1 ")
    assert line.endswith(" and 42 more")
    assert len(board.text) < 400


def test_dealt_films_have_live_counts() -> None:
    board = told.dealt(DEALT, CARDS, START + timedelta(minutes=8), name, SAY)
    assert board.text == (
        "Movie night · up to 2 h, not scary\n"
        "Three for Ann, Ben and Cat:\n"
        "1. Paddington 2 (2017) · 1 h 43 · Comedy\n"
        "2. Heat (1995) · 2 h 50 · Crime, Drama\n"
        "3. Amélie\n"
        "Closes in 12 min."
    )
    assert [[(b.label, b.move, b.film) for b in row] for row in board.buttons] == [
        [("Paddington 2 · 2", Move.VOTE, 1)],
        [("Heat · 0", Move.VOTE, 2)],
        [("Amélie · 1", Move.VOTE, 3)],
        [("🙋 I'm in", Move.JOIN, None), ("I'm out", Move.LEAVE, None), ("Close", Move.CLOSE, None)],
    ]
    assert board.cards == CARDS


def test_what_was_let_go_is_said_and_the_last_minute_too() -> None:
    night = replace(DEALT, exact=1, relaxed=("years", "genres"))
    board = told.dealt(night, CARDS, START + timedelta(minutes=19, seconds=40), name, SAY)
    assert board.text.splitlines()[1] == "One film fits all of that. After it, with the years and the genre let go:"
    assert board.text.splitlines()[-1] == "Closes in under a minute."
    voted = replace(DEALT, votes=(*DEALT.votes, Vote(person=3, film=2, at=START)), patience=timedelta(seconds=20))
    assert told.dealt(voted, CARDS, START, name, SAY).text.splitlines()[-1] == "All of you voted. The count is next."


def test_afterwards_thumbs_are_counted_on_the_buttons() -> None:
    night = replace(DEALT, phase=Phase.DECIDED, outcome=Outcome(film=1, votes=2))
    said = tuple(Word(person=person, liked=person != 2, at=START) for person in (1, 2, 3))
    board = told.after(replace(night, said=said), name, SAY)
    assert (board.text, board.after) == ("How was Paddington 2?", True)
    assert [(b.label, b.move, b.film) for b in board.buttons[0]] == [
        ("👍 2", Move.LIKED, 1),
        ("👎 1", Move.DISLIKED, 1),
    ]
    assert [b.label for b in told.after(night, name, SAY).buttons[0]] == ["👍", "👎"]


def test_the_pick_says_why_it_suits_each() -> None:
    night = replace(DEALT, phase=Phase.DECIDED, outcome=Outcome(film=1, votes=2))
    why = {
        1: (
            Reason(fact=Fact.MOOD, value="cosy", own=4, theirs=3),
            Reason(fact=Fact.MOOD, value="funny", own=3, theirs=2),
        ),
        2: (Reason(fact=Fact.WITHOUT, value="dark"), Reason(fact=Fact.LIKED)),
        3: (),
    }
    board = told.decided(night, CARDS[0], why, (Reason(fact=Fact.ACCLAIM, own=4),), name, SAY)
    assert board.text == (
        "Tonight: Paddington 2 (2017) · 2 of 3 would watch it\n"
        "Ann: cosy and funny, as you like them.\n"
        "Ben: not dark; close to films you like.\n"
        "Cat: highly praised."
    )
    assert (board.cards, board.buttons) == ((CARDS[0],), ())
    alone = told.decided(night, CARDS[0], {}, (), name, SAY).text.splitlines()[1:]
    assert alone == ["Ann, Ben and Cat: nearest to what the night was opened with."]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (
            Outcome(film=1, votes=1, tied=(2, 3), tie=Tie.WORST_OFF),
            "As many votes as Heat and Amélie; this one leaves nobody far behind.",
        ),
        (
            Outcome(film=1, votes=1, tied=(2,), tie=Tie.AVERAGE),
            "As many votes as Heat; this one suits you better on average.",
        ),
        (Outcome(film=1, votes=1, tied=(2,), tie=Tie.ORDER), "As many votes as Heat, and nothing else between them."),
        (
            Outcome(film=1, votes=0, tied=(2, 3), tie=Tie.WORST_OFF),
            "Nobody voted, so it is the one that suits you all best.",
        ),
    ],
)
def test_how_a_tie_was_broken_is_said(outcome: Outcome, said: str) -> None:
    night = replace(DEALT, phase=Phase.DECIDED, outcome=outcome)
    lines = told.decided(night, CARDS[0], {}, (), name, SAY).text.splitlines()
    assert lines[1] == said
    head = "Tonight: Paddington 2 (2017) · 1 of 3 would watch it" if outcome.votes else "Tonight: Paddington 2 (2017)"
    assert lines[0] == head


def test_a_pick_for_fifty_stays_short() -> None:
    crowd = tuple(Guest(person=n, name="x" * 200) for n in range(50))
    long = tuple(Reason(fact=Fact.THEME, value="y" * 300) for _ in range(2))
    night = replace(DEALT, guests=crowd, phase=Phase.DECIDED, outcome=Outcome(film=1, votes=2))
    text = told.decided(night, CARDS[0], dict.fromkeys(range(50), long), (), name, SAY).text
    assert len(text.splitlines()) == 9
    assert len(text) < 1700


@pytest.mark.parametrize("what", list(What))
def test_there_is_a_word_for_all_that_can_happen(what: What) -> None:
    said = told.note((Happening(what=what, person=1, film=1),), name, SAY)
    assert said
    assert len(said) <= 200  # what a passing word may have
    assert "!" not in said


def test_the_word_is_for_the_last_thing_that_the_person_did() -> None:
    joined, voted = Happening(what=What.JOINED, person=1), Happening(what=What.VOTED, person=1, film=2)
    picked = Happening(what=What.DECIDED, film=3)
    assert told.note((joined, voted, picked), name, SAY) == "You would watch Heat."
    assert told.note((picked,), name, SAY) == "Counted."
    assert told.note((), name, SAY) == ""
