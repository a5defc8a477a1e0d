import io
import json
import signal

import pytest
from rich.console import Console

from bot.front_terminal import chat as terminal
from bot.reply import Button, Card, Reply
from bot.turn import Action

CARD = Card(
    tmdb=5, imdb="tt5", title="Dust", year=1999, genres=("Drama",), runtime="1 h", rating="", line="", overview="",
    poster_path=None, score=1.5,
)  # fmt: skip


class Echo:
    """Answers with cards to a wish, with a way back to "up", with a word to anything else; remembers the turns."""

    def __init__(self):
        self.turns = []

    async def respond(self, turn):
        self.turns.append(turn)
        if turn.text:
            return Reply(cards=(CARD,), deck="d", fresh=True)
        buttons = (Button(label="↩", action=Action.UNDO, film=9),) if turn.action is Action.UP else ()
        return Reply(note=str(turn.action), buttons=buttons)


async def test_messages_are_answered_in_order_and_a_digit_means_the_last_cards():
    talk, shown = Echo(), []
    await terminal.chat(talk, ["a wish", "why", "1"], shown.append, "home")
    assert [(t.text, t.action, t.film, t.deck, t.chat) for t in talk.turns] == [
        ("a wish", None, None, None, "home"),
        ("", "why", None, None, "home"),
        ("", "open", 5, "d", "home"),
    ]
    assert [r.note for r in shown] == ["", "why", "open"]


async def test_undo_is_about_the_last_film_that_was_judged_whatever_was_opened_since():
    talk = Echo()
    await terminal.chat(talk, ["a wish", "undo", "up", "1", "undo"], lambda reply: None, "home")
    assert [t.film for t in talk.turns] == [None, None, None, 5, 9]


def test_json_is_one_reply_a_line():
    out = io.StringIO()
    show = terminal.json_lines(out)
    show(Reply(text="Çava\nbien", cards=(CARD,), deck="d"))
    show(Reply(note="Noted."))
    first, second = (json.loads(line) for line in out.getvalue().splitlines())
    assert (first["text"], first["deck"], first["cards"][0]["tmdb"]) == ("Çava\nbien", "d", 5)
    assert (first["cards"][0]["genres"], first["cards"][0]["score"]) == (["Drama"], 1.5)
    assert (second["note"], second["cards"]) == ("Noted.", [])
    assert "Çava" in out.getvalue()


def test_piped_messages_come_one_a_line_without_the_empty_ones():
    assert list(terminal.lines(io.StringIO("one\n\n  \n two \n"))) == ["one", "two"]


def test_an_empty_line_gets_a_hint_and_ctrl_d_ends(monkeypatch):
    answers = iter(["", "a wish", "  "])

    def typed(prompt):
        assert prompt == "You      "
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("builtins.input", typed)
    console = Console(file=io.StringIO(), width=80)
    assert list(terminal.typed(console)) == ["a wish"]
    hint = "Matinee  Type a film you love, a mood, or a wish. Ctrl-D ends.\n"
    assert console.file.getvalue() == f"{hint}{hint}\n"


def test_ctrl_c_interrupts_the_prompt_and_the_handler_before_comes_back(monkeypatch):
    def held(*_):
        pass

    def typed(prompt):
        signal.raise_signal(signal.SIGINT)
        return "never"

    monkeypatch.setattr("builtins.input", typed)
    before = signal.signal(signal.SIGINT, held)
    try:
        out = io.StringIO()
        with pytest.raises(KeyboardInterrupt):
            next(terminal.typed(Console(file=out)))
        assert out.getvalue() == "\n"
        assert signal.getsignal(signal.SIGINT) is held
    finally:
        signal.signal(signal.SIGINT, before)
