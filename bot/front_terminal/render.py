"""A reply as a terminal shows it: readable at 80 columns, without colour, and in a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from bot.front_terminal.keys import WORDS
from bot.reply import Card, Reply
from bot.turn import Action

YOU = "You      "
_LABEL, _MARK, _PLACE = 7, 2, 3  # columns: who speaks, the mark of the open card, its number
_WIDEST = 100  # longer lines are hard to read

_Part = tuple[str, str, Text]  # the mark, the number, and what stands beside them


def screen(*, stderr: bool = False) -> Console:
    """The terminal, or the pipe, to print on."""
    console = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


def show_said(said: str, console: Console) -> None:
    """Print a person's message, for a chat that is played rather than typed."""
    _print("You", [("", "", Text(said))], console)


def show(reply: Reply, console: Console) -> None:
    """Print a reply: all cards of a fresh deck, else the open one, below what is said, above what can be typed."""
    _print("Matinee", _parts(reply), console)


def _print(who: str, parts: Iterator[_Part] | list[_Part], console: Console) -> None:
    label = Text(who.ljust(_LABEL), style="bold cyan" if who == "Matinee" else "")
    for mark, place, text in parts:
        indent = _LABEL + _MARK + (_PLACE if place else 0)
        head = Text(mark.ljust(_MARK)).append(place.ljust(_PLACE) if place else "", style="cyan")
        for line in text.wrap(console, max(20, console.width - indent), overflow="fold"):
            line.rstrip()
            console.print(Text.assemble(label, head, line), soft_wrap=True)
            label, head = Text(" " * _LABEL), Text(" " * (indent - _LABEL))


def _parts(reply: Reply) -> Iterator[_Part]:
    if reply.standing:
        yield "", "", Text(reply.standing, style="dim")
    if said := " ".join(part for part in (reply.note, reply.text) if part):
        yield "", "", Text(said)
    for place, card in enumerate(reply.cards):
        is_open = place == reply.position
        if is_open or reply.fresh:
            yield "> " if is_open else "", str(place + 1), _card(card, at_length=not (reply.fresh or reply.text))
    if hint := hints(reply):
        yield "", "", Text(hint, style="dim")


def _card(card: Card, *, at_length: bool) -> Text:
    lines = [Text(f"{card.title} ({card.year})" if card.year else card.title, style="bold")]
    more = (card.facts, card.line, card.overview if at_length else "")
    lines += [Text(part, style=style) for part, style in zip(more, ("dim", "", "dim"), strict=True) if part]
    return Text("\n").join(lines)


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
