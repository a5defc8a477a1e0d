"""The chat in a terminal: messages in, one by one, and each reply printed before the next is read."""

from __future__ import annotations

import contextlib
import json
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Protocol, TextIO

from rich.console import Console

from bot.front_terminal import render
from bot.front_terminal.keys import read
from bot.reply import Reply
from bot.turn import Action, Turn

EMPTY = "Type a film you love, a mood, or a wish. Ctrl-D ends."

Show = Callable[[Reply], None]


class Talk(Protocol):
    """What answers: `bot.conversation.Conversation`."""

    async def respond(self, turn: Turn) -> Reply:
        """The reply to a turn."""


async def chat(talk: Talk, heard: Iterable[str], show: Show, name: str) -> None:
    """Answer every message in order, all of them in the chat of that name."""
    shown: Reply | None = None
    judged: int | None = None
    for said in heard:
        reply = await talk.respond(read(said, name, shown, judged))
        if reply.cards:
            shown = reply
        # The card that a verdict was on is no longer open: a button says which film it was.
        judged = next((b.film for b in reply.buttons if b.action is Action.UNDO), judged)
        show(reply)


def printer(console: Console) -> Show:
    """Shows replies to a person, with an empty line after each."""

    def show(reply: Reply) -> None:
        render.show(reply, console)
        console.print()

    return show


def json_lines(out: TextIO) -> Show:
    """Shows replies to a program: one JSON object a line, with the fields of `bot.reply.Reply`."""

    def show(reply: Reply) -> None:
        out.write(json.dumps(asdict(reply), ensure_ascii=False) + "\n")
        out.flush()

    return show


def played(messages: Iterable[str], console: Console) -> Iterator[str]:
    """Messages that nobody types, each printed as if somebody had."""
    for said in messages:
        render.show_said(said, console)
        yield said


def lines(source: TextIO) -> Iterator[str]:
    """Messages from a file or a pipe, one a line, empty ones left out."""
    for line in source:
        if line.strip():
            yield line.strip()


def typed(console: Console) -> Iterator[str]:
    """Messages as a person types them, until Ctrl-D; Ctrl-C raises KeyboardInterrupt."""
    with contextlib.suppress(ImportError):  # not everywhere; with it, arrow keys edit and recall
        import readline  # noqa: F401
    while True:
        try:
            said = _ask()
        except EOFError:
            console.print()
            return
        except KeyboardInterrupt:
            console.print()
            raise
        if said.strip():
            yield said
        else:
            render.show(Reply(text=EMPTY), console)


def _ask() -> str:
    # The event loop holds Ctrl-C back until its task lets go, which a waiting input() never does.
    held = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return input(render.YOU)
    finally:
        signal.signal(signal.SIGINT, held)


def demo_messages() -> list[str]:
    """What the person says in the README's example chat, one message a line of demo.txt."""
    return Path(__file__).with_name("demo.txt").read_text(encoding="utf-8").splitlines()
