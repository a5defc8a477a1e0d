"""A reply as a terminal shows it: readable at 80 columns, without colour, and in a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.front_terminal.keys import WORDS
from bot.reply import Card, Reply
from bot.turn import Action

YOU = "You      "
_LABEL, _GUTTER, _PLACE = 7, 2, 3  # columns: who speaks, the mark of the open card, its number
_WIDEST = 100  # longer lines are hard to read


def screen(*, stderr: bool = False) -> Console:
    """The terminal, or the pipe, to print on."""
    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


def you(said: str) -> RenderableType:
    """A person's message, for a chat that is played rather than typed."""
    grid = _rows()
    grid.add_row("You", "", Text(said))
    return grid


def matinee(reply: Reply, width: int = 80) -> RenderableType:
    """A reply: all cards of a fresh deck, else the open one, below what is said, above what can be typed."""
    grid = _rows()
    label = Text("Matinee", style="bold cyan")
    room = width - _LABEL - _GUTTER - _PLACE
    for mark, row in _parts(reply, room):
        grid.add_row(label, mark, row)
        label = Text()
    return grid


def _rows() -> Table:
    grid = Table.grid(padding=0)
    grid.add_column(width=_LABEL, no_wrap=True)
    grid.add_column(width=_GUTTER, no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _parts(reply: Reply, room: int) -> Iterator[tuple[str, RenderableType]]:
    if reply.standing:
        yield "", Text(reply.standing, style="dim")
    said = " ".join(part for part in (reply.note, reply.text) if part)
    if said:
        yield "", Text(said)
    if reply.cards and reply.fresh:
        for place, card in enumerate(reply.cards):
            is_open = place == reply.position
            yield (">" if is_open else ""), _numbered(place, _card(card, room, is_open=is_open))
    elif reply.cards:
        card = reply.cards[reply.position]
        parts = [_card(card, room, is_open=True)]
        if card.overview:
            parts.append(Text(card.overview, style="dim"))
        yield ">", _numbered(reply.position, Group(*parts))
    if hint := hints(reply):
        yield "", Text(hint, style="dim")


def _numbered(place: int, body: RenderableType) -> RenderableType:
    grid = Table.grid(padding=0)
    grid.add_column(width=_PLACE, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(str(place + 1), style="cyan"), body)
    return grid


def _card(card: Card, room: int, *, is_open: bool) -> RenderableType:
    name = f"{card.title} ({card.year})" if card.year else card.title
    facts = facts_of(card)
    # Facts that would be cut in two begin a line of their own.
    gap = "  " if cell_len(name) + 2 + cell_len(facts) <= room else "\n"
    head = Text(name, style="bold" if is_open else "")
    if facts:
        head.append(gap).append(facts, style="not bold dim")
    return Group(head, Text(card.line)) if card.line else head


def facts_of(card: Card) -> str:
    """Genres, runtime and rating in one line, without those that are unknown."""
    return " · ".join(fact for fact in (", ".join(card.genres), card.runtime, card.rating) if fact)


def hints(reply: Reply) -> str:
    """What can be typed about the cards; empty when nothing can."""
    words = []
    for button in reply.buttons:
        if button.action is Action.UNDO:
            # The button names the verdict and its film, after an arrow that the word stands for here.
            words.append(f"undo {button.label.lstrip('↩ ')}")
        elif button.action in WORDS:
            words.append(WORDS[button.action])
    if words and len(reply.cards) > 1:
        words.append(f"1-{min(9, len(reply.cards))} opens a card")
    return " · ".join(words)
