"""A movie night as Telegram shows it: read from updates, and within its limits whatever is in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.front_telegram.callbacks import MOST_BYTES, NightTapped, pack_night, unpack, unpack_night
from bot.front_telegram.markup import CAPTION, units
from bot.front_telegram.outgoing import Answer, Say, Show, Table, from_bytes, merged, to_bytes
from bot.front_telegram.tables import asked, private_deck, privately, question, render
from bot.front_telegram.updates import Heard, Kind
from bot.groups import Board, Button, Move
from bot.movienight import NightTurn
from bot.reply import Card
from bot.turn import Turn
from tests.telegram_emulator import entities

AT = datetime(2024, 5, 3, 20, 0, tzinfo=UTC)
TURN = Turn(channel="telegram", chat="-5", user="7", key="1", group=True, name="Ann", at=AT)
ASKED = NightTurn(channel="telegram", chat="-5", user="7", name="Ann", at=AT, key="1")
CARD = Card(
    tmdb=926, imdb=None, title="Me & <You>", year=1999, genres=("Comedy", "War"), runtime="1 h 42", rating="7.2",
    line="", overview="", poster_path="/p.jpg", score=1.0,
)  # fmt: skip
OPEN = Board(
    night="1f",
    text="Movie night · A & B\nIn: <Ann>",
    buttons=((Button(label="I'm in", move=Move.JOIN),), (Button(label="X · 2", move=Move.VOTE, film=926),)),
    note="You are in.",
)
DECIDED = Board(night="1f", text="Tonight: Me & <You> (1999)\nAnn: warm.", cards=(CARD,), note="Counted.")


def heard(kind: Kind, text: str = "", **more) -> Heard:
    turn = replace(TURN, text=text, command="" if kind is Kind.SAID else "movienight")
    return Heard(kind=kind, turn=turn, **more)


TAPPED = heard(Kind.TAPPED, "n:j::1f", query="q", message=9)


@given(
    st.sampled_from(Move),
    st.none() | st.integers(-(10**17), 10**17),
    st.integers(0, 2**48 - 1).map("{:012x}".format),
)
def test_a_button_says_what_it_was_given_in_64_bytes(move, film, night):
    data = pack_night(move, film, night)
    assert len(data.encode()) <= MOST_BYTES
    assert unpack_night(data) == NightTapped(move=move, film=film, night=night)
    assert unpack(data) is None, "it is not taken for a card's button"


@pytest.mark.parametrize("data", ["", "n:", "n:q::1f", "n:j:x:1f", "n:j::", "n:j::1F", "n:j::1f ", "u:926:1f"])
def test_what_no_button_says_is_not_read(data):
    assert unpack_night(data) is None


@pytest.mark.parametrize(
    ("update", "answered", "turn"),
    [
        (heard(Kind.COMMAND, "comedy"), None, replace(ASKED, text="comedy")),
        (TAPPED, None, replace(ASKED, move=Move.JOIN, night="1f")),
        (heard(Kind.TAPPED, "n:v:926:1f"), None, replace(ASKED, move=Move.VOTE, night="1f", film=926)),
        (heard(Kind.SAID, "no war"), "night:1f", replace(ASKED, move=Move.WISH, night="1f", text="no war")),
        (heard(Kind.SAID, "no war"), "ask:1f:7", replace(ASKED, move=Move.WISH, night="1f", text="no war")),
        (heard(Kind.LEFT), None, replace(ASKED, move=Move.LEAVE)),
        (heard(Kind.TAPPED, "n:y:926:1f"), None, replace(ASKED, move=Move.LIKED, night="1f", film=926)),
        (heard(Kind.SAID, "no war"), "wish:4:1f", None),
        (heard(Kind.SAID, "no war"), "3", None),
        (heard(Kind.SAID, "no war"), "pick:1f", None),
        (heard(Kind.SAID, "no war"), None, None),
        (heard(Kind.TAPPED, "n:?"), None, None),
        (replace(heard(Kind.COMMAND), turn=replace(TURN, group=False, command="movienight")), None, None),
    ],
)
def test_what_an_update_asks_of_a_night(update, answered, turn):
    assert asked(update, answered) == turn


def test_a_tap_is_answered_and_the_table_edited():
    answer, table = render(OPEN, TAPPED)
    assert answer == Answer(query="q", text="You are in.")
    assert table == Table(
        deck="night:1f",
        html="<b>Movie night · A &amp; B</b>\nIn: &lt;Ann&gt;",
        keys=((("I'm in", "n:j::1f"),), (("X · 2", "n:v:926:1f"),)),
        message=9,
    )
    assert [from_bytes(to_bytes(each)) for each in (answer, table)] == [answer, table]


def test_what_changed_nothing_edits_nothing_and_is_told_where_it_was_said():
    same = replace(OPEN, changed=False, note="Sorry <you>.")
    assert render(same, heard(Kind.SAID, "asdf")) == (Say(html="Sorry &lt;you&gt;.", about="night:1f"),)
    assert render(same, heard(Kind.TAPPED, "n:w::1f", query="q")) == (Answer(query="q", text="Sorry <you>."),)
    assert render(same, heard(Kind.LEFT)) == (), "who left is told nothing"
    assert render(same, None) == ()
    assert render(Board(night="", text="", note="None here."), TAPPED) == (
        Answer(query="q", text="None here.", alert=True),
    )


def test_a_private_wish_is_a_link_and_the_reply_to_its_question_is_known():
    board = replace(OPEN, buttons=((Button(label="Privately", move=Move.PRIVATELY),),))
    link = "https://t.me/matineebot?start=wish-4-1f-0123456789abcdef"
    assert render(board, TAPPED, link)[1].keys == ((("Privately", link),),)
    assert render(board, TAPPED)[1].keys == ()
    assert privately(private_deck(4, "1f")) == (4, "1f")
    assert [privately(deck) for deck in (None, "night:1f", "ask:1f:7", "3")] == [None] * 4
    asked_for = question("ask:1f:7", "A & B, what do you wish?", "Add a wish", to=("7", "A & B"))
    assert asked_for.html == '<a href="tg://user?id=7">A &amp; B</a>, what do you wish?'
    assert (asked_for.asks, asked_for.fresh, asked_for.keys) == ("Add a wish", True, ())


def test_how_it_was_is_a_message_of_its_own():
    board = Board(
        night="1f", text="How was X?", buttons=((Button(label="👍 1", move=Move.LIKED, film=926),),), after=True
    )
    (table,) = render(board, None)
    assert table == Table(deck="after:1f", html="<b>How was X?</b>", keys=((("👍 1", "n:y:926:1f"),),))


def test_a_new_table_says_itself_what_to_do():
    (table,) = render(replace(OPEN, fresh=True, changed=False), heard(Kind.COMMAND))
    assert isinstance(table, Table)
    assert (table.fresh, table.message) == (True, None)


def test_the_pick_is_a_poster_and_the_table_loses_its_buttons():
    table, pick = render(replace(DECIDED, note=""), None)
    assert table == Table(deck="night:1f", html="<b>Tonight: Me &amp; &lt;You&gt; (1999)</b>")
    assert isinstance(pick, Show)
    assert pick.html == ("<b>Tonight: Me &amp; &lt;You&gt; (1999)</b>\nComedy, War · 1 h 42 · 7.2\nAnn: warm.")
    assert (pick.film, pick.poster_path, pick.keys, pick.deck) == (926, "/p.jpg", (), "pick:1f")


@given(st.lists(st.text(max_size=400), min_size=1, max_size=12))
def test_any_pick_fits_into_a_caption_and_is_whole_html(lines):
    board = replace(DECIDED, text="Tonight: X\n" + "\n".join(lines))
    pick = render(board, None)[-1]
    assert isinstance(pick, Show)
    value = entities.read(pick.html, "HTML")
    assert units(value.text) <= CAPTION


def test_counts_that_wait_are_one_edit_to_the_last():
    states = [Table(deck="night:1f", html=str(n), message=9) for n in range(3)]
    other = Table(deck="night:2f", html="other")
    new = Table(deck="night:1f", html="below", fresh=True)
    assert merged([states[0], other, states[1], states[2]]) == (states[2], (0, 2, 3))
    assert merged([states[0], new, states[1]])[0].html == "1"
    assert merged([new, states[1]]) == (replace(states[1], fresh=True), (0, 1))
