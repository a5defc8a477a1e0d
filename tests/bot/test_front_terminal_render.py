from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from bot.front_terminal import render
from bot.reply import Button, Card, Reply
from bot.turn import Action

FIRST = Card(
    tmdb=1, imdb=None, title="The Lantern [bold]", year=1999, genres=("Comedy", "Drama"), runtime="1 h 42",
    rating="7.2", line="Funnier than The Sea, and with a lighthouse in it that nobody has lit for a hundred years.",
    overview="A keeper comes home.", poster_path=None, score=2.0,
)  # fmt: skip
SECOND = replace(FIRST, tmdb=2, title="Dust", year=None, genres=(), runtime="", rating="", line="", overview="A road.")
BUTTONS = (
    Button(label="↩ 👍 The Sea", action=Action.UNDO, film=3),
    Button(label="👍", action=Action.UP, film=1),
    Button(label="▶", action=Action.NEXT),
)
FRESH = Reply(text="One word.", standing="Like The Sea", cards=(FIRST, SECOND), deck="a", buttons=BUTTONS, fresh=True)


def printed(reply, width=80, **kind):
    console = Console(file=StringIO(), width=width, highlight=False, markup=False, emoji=False, **kind)
    render.show(reply, console)
    return console.file.getvalue()


def test_a_fresh_deck_lists_every_card_and_marks_the_open_one():
    assert printed(FRESH) == (
        "Matinee  Like The Sea\n"
        "         One word.\n"
        "       > 1  The Lantern [bold] (1999)\n"
        "            Comedy, Drama · 1 h 42 · 7.2\n"
        "            Funnier than The Sea, and with a lighthouse in it that nobody has\n"
        "            lit for a hundred years.\n"
        "         2  Dust\n"
        "         undo 👍 The Sea · up · next · 1-2 opens a card\n"
    )


def test_a_turned_deck_shows_the_open_card_alone_and_at_length():
    turned = replace(FRESH, fresh=False, position=1, text="", note="Noted.")
    assert printed(turned) == (
        "Matinee  Like The Sea\n"
        "         Noted.\n"
        "       > 2  Dust\n"
        "            A road.\n"
        "         undo 👍 The Sea · up · next · 1-2 opens a card\n"
    )


def test_where_something_is_said_of_a_card_its_story_is_left_out():
    explained = replace(FRESH, fresh=False, position=1, text="It is dusty.", buttons=())
    assert printed(explained) == "Matinee  Like The Sea\n         It is dusty.\n       > 2  Dust\n"


def test_words_alone_have_no_hints():
    assert printed(Reply(text="Tell me a film.")) == "Matinee  Tell me a film.\n"


def test_cards_without_a_chat_have_no_open_card():
    alone = Reply(cards=(SECOND,), position=-1, fresh=True)
    assert printed(alone) == "Matinee  1  Dust\n"


def test_what_was_said_hangs_beside_its_speaker():
    console = Console(file=StringIO(), width=30)
    render.show_said("something with a lighthouse in it", console)
    assert console.file.getvalue() == "You      something with a\n         lighthouse in it\n"


@pytest.mark.parametrize("width", [32, 50, 80, 100])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(width):
    long = replace(FIRST, title="千と千尋の神隠し" * 9, line="word " * 40, overview="x" * 300)
    for reply in (replace(FRESH, cards=(long, SECOND)), replace(FRESH, cards=(long,), fresh=False)):
        for line in printed(reply, width).splitlines():
            assert cell_len(line) <= width
            assert line == line.rstrip()


def test_it_reads_the_same_without_colour():
    coloured = printed(FRESH, force_terminal=True, color_system="standard", legacy_windows=False)
    assert "\x1b[" in coloured
    plain = printed(FRESH, force_terminal=True, no_color=True)
    assert not any(f"\x1b[3{n}" in plain for n in range(8))
    assert "> " in plain


def test_a_wide_terminal_is_used_up_to_a_readable_width(monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    assert render.screen().width == 100
    monkeypatch.setenv("COLUMNS", "64")
    assert render.screen().width == 64
