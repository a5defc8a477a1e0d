"""What the commands beside the chat print: tables for a person to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.front_terminal.doctor import Check
from engine.request import Request


def understood(request: Request, standing: str) -> RenderableType:
    """How a message was understood: the wish in words, then every part that says something."""
    table = _table("part", "understood as")
    for name, value in _parts(request):
        table.add_row(name, value)
    return Group(Text(standing), table) if standing else table


def _parts(value: Any) -> list[tuple[str, str]]:
    """Name and text of each field that differs from its default."""
    plain = type(value)()
    parts: list[tuple[str, str]] = []
    for field in fields(value):
        held = getattr(value, field.name)
        if held == getattr(plain, field.name) and field.name != "act":
            continue
        if is_dataclass(held):
            parts += _parts(held)
        else:
            parts.append((field.name.replace("_", " "), _text(held, field.name)))
    return parts


def _text(value: Any, name: str = "") -> str:
    if name in ("years", "minutes"):
        low, high = value
        return f"{'' if low is None else low} to {'' if high is None else high}".strip()
    if isinstance(value, tuple):
        return "\n".join(_text(v) for v in value)
    if is_dataclass(value):
        held = ((f.name, getattr(value, f.name)) for f in fields(value))
        # An example or a critique in one line, its first field bare.
        (_, first), *rest = held
        said = [f"{n} {_inline(v)}" for n, v in rest if v not in ("", (), None)]
        return " · ".join([str(first), *said])
    return str(value)


def _inline(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def catalogue(made: Mapping[str, Any], folder: str, films: int, shares: Mapping[str, float]) -> RenderableType:
    """What a bundle holds: `made` as its manifest says, `shares` (0 to 1) of the films that have each field."""
    about = Table.grid(padding=(0, 2))
    about.add_row("films", f"{films:,}")
    about.add_row("sources", "\n".join(line for lines in made.get("sources", []) for line in lines))
    about.add_row("model", str(made.get("model", "")))
    about.add_row("built with", f"format {made.get('format')} · {folder}")
    cover = _table("field", "films that have it")
    for field, share in shares.items():
        cover.add_row(field, f"{share:4.0%}  {'█' * round(share * 20)}")
    return Group(about, cover)


def health(checks: Sequence[Check]) -> RenderableType:
    """What the doctor found, and what mends it."""
    table = _table("", "found", "to mend it")
    for check in checks:
        mark = "ok" if check.good else "missing" if check.needed else "optional"
        style = "green" if check.good else "bold red" if check.needed else "yellow"
        name = Text.assemble(check.name, "\n", (mark, style))
        table.add_row(name, Text(check.found), Text("" if check.good else check.mend))
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
