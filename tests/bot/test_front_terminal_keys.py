import pytest

from bot.front_terminal.keys import read
from bot.reply import Card, Reply
from bot.turn import Action


def card(tmdb):
    return Card(
        tmdb=tmdb, imdb=None, title="T", year=None, genres=(), runtime="", rating="", line="", overview="",
        poster_path=None, score=0.0,
    )  # fmt: skip


SHOWN = Reply(cards=(card(11), card(22), card(33)), deck="a")


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("up", Action.UP), ("down", Action.DOWN), ("seen", Action.SEEN), ("next", Action.NEXT),
        ("back", Action.PREVIOUS), ("undo", Action.UNDO), ("why", Action.WHY), ("more", Action.MORE_LIKE),
        ("switch", Action.SWITCH), ("+", Action.UP), ("-", Action.DOWN), (">", Action.NEXT), ("<", Action.PREVIOUS),
        ("?", Action.WHY), (" up ", Action.UP),
    ],
)  # fmt: skip
def test_a_card_word_acts_on_the_open_card_of_the_latest_deck(said, action):
    turn = read(said, "home")
    assert (turn.action, turn.text, turn.film, turn.deck) == (action, "", None, None)
    assert (turn.channel, turn.chat, turn.user) == ("terminal", "home", "terminal")


@pytest.mark.parametrize(
    "said", ["Up", "up there", "why?", "something like up", "", "0", "4", "12", "more like the 2nd"]
)
def test_anything_else_is_a_message_as_it_was_typed(said):
    turn = read(said, "home", SHOWN)
    assert (turn.action, turn.text) == (None, said)


def test_a_digit_opens_the_card_of_that_place_in_the_deck_that_was_shown():
    turn = read("2", "home", SHOWN)
    assert (turn.action, turn.film, turn.deck) == (Action.OPEN, 22, "a")
    assert read("2", "home").text == "2"


def test_undo_is_about_the_film_that_was_judged_and_no_other_word_is():
    assert read("undo", "home", SHOWN, 77).film == 77
    assert read("undo", "home", SHOWN).film is None
    assert read("up", "home", SHOWN, 77).film is None


def test_what_is_no_text_is_replaced_so_that_it_can_be_stored():
    turn = read("a \udcff film", "ho\udcffme")
    assert (turn.text, turn.chat) == ("a ? film", "ho?me")


def test_every_turn_has_a_key_of_its_own():
    assert len({read("up", "home").key for _ in range(100)}) == 100
