"""Replies as Telegram shows them: within its limits whatever they hold, and escaped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.front_telegram.cards import caption, keyboard, render
from bot.front_telegram.markup import CAPTION, NOTE, message, shorten, units
from bot.front_telegram.outgoing import Answer, Say, Show, from_bytes, merged, to_bytes
from bot.front_telegram.updates import Heard, Kind
from bot.reply import Button, Card, Reply
from bot.turn import Action, Turn
from bot.wording import words
from tests.telegram_emulator import entities

CARD = Card(
    tmdb=926,
    imdb=None,
    title="Me & <You>",
    year=1999,
    genres=("Comedy", "War"),
    runtime="1 h 42",
    rating="7.2",
    line="Warm & slow.",
    overview="Two <people> meet.",
    poster_path=None,
    score=1.0,
)
BUTTONS = (
    Button(label="↩ 👍 Other", action=Action.UNDO, film=925),
    Button(label="👍", action=Action.UP, film=926),
    Button(label="👎", action=Action.DOWN, film=926),
    Button(label="👁 Seen it", action=Action.SEEN, film=926),
    Button(label="◀", action=Action.PREVIOUS),
    Button(label="▶", action=Action.NEXT),
    Button(label="Why?", action=Action.WHY, film=926),
    Button(label="More like this", action=Action.MORE_LIKE, film=926),
    Button(label="Switch", action=Action.SWITCH),
)
DECK = (replace(CARD, tmdb=925), CARD, replace(CARD, tmdb=927))
REPLY = Reply(standing="Like X, funnier", cards=DECK, position=1, deck="1f", buttons=BUTTONS)


def tapped(action: Action | None = Action.UP) -> Heard:
    turn = Turn(channel="telegram", chat="5", user="5", key="1", action=action)
    return Heard(kind=Kind.TAPPED, turn=turn, query="q", message=9)


SAID = Heard(kind=Kind.SAID, turn=Turn(channel="telegram", chat="5", user="5", key="1", text="x"))


def test_a_card_has_the_wish_on_top_and_everything_escaped():
    assert caption(CARD, "Like A & B", "Nothing fits <all>.") == (
        "<i>Like A &amp; B</i>\nNothing fits &lt;all&gt;.\n\n"
        "<b>Me &amp; &lt;You&gt; (1999)</b>\nComedy, War · 1 h 42 · 7.2\nWarm &amp; slow."
    )
    assert caption(replace(CARD, year=None, rating="", genres=()), "") == (
        "<b>Me &amp; &lt;You&gt;</b>\n1 h 42\nWarm &amp; slow.\n"
        "<blockquote expandable>Two &lt;people&gt; meet.</blockquote>"
    )


def test_buttons_stand_in_rows_and_paging_names_the_film():
    rows = [[(label, data) for label, data in row] for row in keyboard(REPLY)]
    assert rows == [
        [("↩ 👍 Other", "b:925:1f")],
        [("👍", "u:926:1f"), ("👎", "d:926:1f"), ("👁 Seen it", "s:926:1f")],
        [("◀", "o:925:1f"), ("2/3", "o:926:1f"), ("▶", "o:927:1f")],
        [("Why?", "w:926:1f"), ("More like this", "m:926:1f"), ("Switch", "x::1f")],
    ]
    last = keyboard(replace(REPLY, position=2))
    assert last[2][2] == ("▶", "f::1f"), "past the last card there is no film yet"


def test_a_tap_is_answered_and_edits_its_own_message():
    answer, show = render(replace(REPLY, note="Noted."), tapped(), words())
    assert answer == Answer(query="q", text="Noted.")
    assert (show.message, show.fresh, show.film, show.deck) == (9, False, 926, "1f")


def test_more_like_this_is_a_new_message_and_more_of_the_same_is_not():
    fresh = replace(REPLY, fresh=True)
    assert [(s.message, s.fresh) for s in render(fresh, tapped(Action.MORE_LIKE), words())[1:]] == [(None, True)]
    assert [(s.message, s.fresh) for s in render(fresh, tapped(Action.NEXT), words())[1:]] == [(9, False)]


def test_a_tap_on_a_deck_that_is_gone_gets_a_note_that_stays():
    assert render(Reply(text="There are no cards yet."), tapped(), words()) == (
        Answer(query="q", text=words()("deck-gone"), alert=True),
    )
    assert render(Reply(note="Noted."), tapped(), words()) == (Answer(query="q", text="Noted."),)


def test_words_about_the_card_turn_it_and_are_answered_below():
    show, say = render(replace(REPLY, text="Because."), SAID, words())
    assert (show.fresh, show.message) == (False, None)
    assert "Because." not in show.html
    assert say == Say(html="Because.", about="1f")
    assert render(Reply(text="a <b"), SAID, words()) == (Say(html="a &lt;b"),)
    (wish,) = render(replace(REPLY, text="Closest:", fresh=True), SAID, words())
    assert wish.fresh
    assert "Closest:" in wish.html


TEXT = st.text(max_size=1500) | st.text(alphabet="a 😀<&>é", max_size=6000)


@settings(max_examples=150, deadline=None)
@given(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT)
def test_a_caption_is_within_the_limit_whatever_a_card_holds(title, line, overview, standing, text, genre):
    card = replace(CARD, title=title, line=line, overview=overview, genres=(genre, genre))
    shown = entities.read(caption(card, standing, text), "HTML")  # which also holds the HTML to be sound
    assert units(shown.text) == entities.units(shown.text) <= CAPTION


@settings(max_examples=100, deadline=None)
@given(TEXT, st.integers(0, 300))
def test_shortened_text_is_a_beginning_with_an_ellipsis(text, most):
    short = shorten(text, most)
    assert units(short) <= most
    whole = "".join(letter for letter in text if letter == "\n" or letter.isprintable() or ord(letter) > 0xA0).strip()
    if units(whole) <= most:
        assert short == shorten(text, 10**6)
    elif short:
        assert short.endswith("…")
        assert shorten(text, 10**6).startswith(short[:-1])


def test_words_are_cut_between_words_and_long_words_anywhere():
    assert shorten("one two three", 10) == "one two…"
    assert shorten("abcdefghij", 5) == "abcd…"
    assert shorten("😀😀😀", 5) == "😀😀…"
    assert units(message("x " * 5000)) <= 4096
    assert units(shorten("n" * 500, NOTE)) == NOTE


def show(deck, html, **more):
    return Show(deck=deck, html=html, keys=(), film=1, title="t", year=None, genres=(), poster_path=None, **more)


def test_pending_states_of_one_deck_become_the_last_one():
    a1, a2, a3 = show("1", "a1", message=5), show("1", "a2"), show("1", "a3")
    b, word = show("2", "b"), Say(html="w")
    assert merged([a1, word, a2, b, a3]) == (show("1", "a3", message=5), (0, 2, 4))
    assert merged([word, a1, a2]) == (word, (0,))
    assert merged([show("1", "new", fresh=True), a2]) == (show("1", "a2", fresh=True), (0, 1))
    assert merged([a1, show("1", "again", fresh=True)]) == (a1, (0,)), "a new message is no edit"


@pytest.mark.parametrize("one", [Say(html="x", keys=((("l", "d"),),)), show("1", "h", message=3), Answer(query="q")])
def test_what_is_to_be_said_survives_the_outbox(one):
    assert from_bytes(to_bytes(one)) == one
