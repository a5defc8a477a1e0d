"""What the commands beside the chat print: tables for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.front_terminal.doctor import Check
from bot.wording import Namer
from engine.evaluation import Report, Score
from engine.request import Request

_RANGES = {"years", "minutes"}
_FILMS = {"tmdb", "others", "than", "subject"}  # fields that hold TMDB ids


def understood(request: Request, standing: str, name: Namer) -> RenderableType:
    """How a message was understood: the wish in words, then every part that says something."""
    table = _table("part", "understood as")
    for part, value in _parts(request, name):
        table.add_row(part, value)
    return Group(Text(standing), table)


def _parts(value: Any, name: Namer) -> Iterator[tuple[str, str]]:
    """Name and text of each field that differs from its default; the fields of limits among them."""
    plain = type(value)()
    for field in fields(value):
        held = getattr(value, field.name)
        if is_dataclass(held):
            yield from _parts(held, name)
        elif held != getattr(plain, field.name) or field.name == "act":
            yield field.name.replace("_", " "), _text(field.name, held, name)


def _text(field: str, value: Any, name: Namer) -> str:
    if field in _RANGES:
        low, high = ("" if end is None else str(end) for end in value)
        return f"{low} to {high}".strip()
    if field in _FILMS:
        return ", ".join(name(film) for film in (value if isinstance(value, tuple) else (value,)))
    if isinstance(value, tuple):
        return "\n".join(_text("", each, name) for each in value)
    if is_dataclass(value):  # an example, a person, a critique or a mood: what it is, then what it says of it
        first, *rest = ((f.name, getattr(value, f.name)) for f in fields(value))
        said = [f"{part} {_text(part, held, name)}" for part, held in rest if held not in ("", ())]
        return " · ".join([_text(*first, name), *said])
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def catalogue(made: Mapping[str, Any], folder: str, films: int, shares: Mapping[str, float]) -> RenderableType:
    """What a bundle holds: `made` as its manifest says, `shares` (0 to 1) of the films that have each field."""
    about = Table.grid(padding=(0, 2))
    about.add_row("films", f"{films:,}")
    about.add_row("sources", "\n".join(line for lines in made.get("sources", []) for line in lines))
    for licence in made.get("licences", []):
        about.add_row("licence", licence)
    about.add_row("model", str(made.get("model", "")))
    about.add_row("built as", folder)
    cover = _table("field", "films that have it")
    for field, share in shares.items():
        if field != "adult":  # a mark, not a fact that a film can lack
            cover.add_row(field, f"{share:4.0%}  {'█' * round(share * 20)}")
    return Group(about, cover)


def health(checks: Sequence[Check]) -> RenderableType:
    """What the doctor found, and below what is missing the command that mends it."""
    table = _table("", "", "found")
    for check in checks:
        mark, style = ("ok", "green") if check.good else ("missing", "red") if check.needed else ("optional", "yellow")
        found = Text(check.found)
        if not check.good:
            found.append("\n").append(check.mend, style="bold")
        table.add_row(Text(mark, style=style), check.name, found)
    return table


def measures(report: Report) -> RenderableType:
    """What an evaluation found: ours and its peers, what each part of the score is worth, and what else is known."""
    parts: list[RenderableType] = [Text(f"{report.n:,} {report.counted}"), _compared(report)]
    if report.ablation:
        parts += [Text(), _ablated(report)]
    for name, detail in report.details.items():
        if isinstance(detail, Mapping):
            table = _table(name, "")
            for key, value in detail.items():
                table.add_row(key, f"{value:.3f}" if isinstance(value, float) else str(value))
            parts += [Text(), table]
        else:
            said = ", ".join(map(str, detail)) if isinstance(detail, list) else str(detail)
            parts.append(Text(f"{name}: {said}"))
    return Group(*parts)


def _compared(report: Report) -> Table:
    """A row for ours and for each peer, a column for each measure."""
    table = _table("", *report.ours, *(["ours is above by"] if report.above else []))
    for name, row in {"ours": report.ours, **report.peers}.items():
        above = [_figure(report.above[name])] if name in report.above else []
        table.add_row(name, *(_figure(score) for score in row.values()), *above)
    return table


def _ablated(report: Report) -> Table:
    """A row for each part of the score that was taken away: what is left, and by how much ours is above that."""
    on = report.details["above is on"]
    table = _table("without", *report.ours, f"ours is above on {on} by")
    for name, contrast in report.ablation.items():
        left = (f"{score.value:.3f}" for score in contrast.row.values())
        above = contrast.above[on]
        table.add_row(name, *left, f"{above.value:+.3f}  ({above.low:+.3f} to {above.high:+.3f})")
    return table


def _figure(score: Score) -> str:
    if score.low is None or score.high is None:
        return f"{score.value:.3f}"
    return f"{score.value:.3f}\n{score.low:.3f} to {score.high:.3f}"


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
