"""Our own reading of the Bot API, from limits/*.toml: which fields there are, of which type and size."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "limits"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit of a value: a range with its unit, a constant, a choice or a pattern."""

    unit: str  # bytes, chars, parsed, items, value, constant, choice, pattern
    least: int = 0
    most: int = 0
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a method or type."""

    types: tuple[str, ...]  # such as "Integer", "String", "[MessageEntity]"
    required: bool = False
    limits: tuple[Limit, ...] = ()

    @property
    def constant(self) -> str | None:
        """The only value that it may have, if there is only one."""
        return next((limit.texts[0] for limit in self.limits if limit.unit == "constant"), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The whole reading."""

    methods: Mapping[str, Mapping[str, Field]]
    types: Mapping[str, Mapping[str, Field]]
    unions: Mapping[str, tuple[str, ...]]
    beyond: frozenset[str]
    words: Mapping[str, str]


def field(notation: str) -> Field:
    """A field from its notation, such as "Integer|String! 1..64 bytes; like [a-z]+"."""
    head, _, rest = notation.partition(" ")
    required = head.endswith("!")
    limits = tuple(_limit(part) for part in rest.split("; ") if part)
    return Field(types=tuple(head.rstrip("!").split("|")), required=required, limits=limits)


def _limit(notation: str) -> Limit:
    if size := re.fullmatch(r"(\d+)\.\.(\d+) (bytes|chars|parsed|items|value)", notation):
        return Limit(unit=size[3], least=int(size[1]), most=int(size[2]))
    if notation.startswith("="):
        return Limit(unit="constant", texts=(notation[1:],))
    word, _, rest = notation.partition(" ")
    if word == "in":
        return Limit(unit="choice", texts=tuple(rest.split(",")))
    if word == "like":
        return Limit(unit="pattern", texts=(rest,))
    raise ValueError(f"no such limit: {notation}")


def _fields(rows: Mapping[str, Any], shared: Mapping[str, Mapping[str, str]]) -> dict[str, Field]:
    named: dict[str, str] = {}
    for group in rows.get("with", ()):
        named |= shared[group]
    named |= {name: text for name, text in rows.items() if name != "with"}
    return {name: field(text) for name, text in named.items()}


def load() -> Table:
    """Read the table."""
    methods = tomllib.loads((HERE / "methods.toml").read_text())["methods"]
    rest = tomllib.loads((HERE / "types.toml").read_text())
    shared = rest["shared"]
    return Table(
        methods={name: _fields(rows, shared) for name, rows in methods.items()},
        types={name: _fields(rows, shared) for name, rows in rest["types"].items()},
        unions={name: tuple(members) for name, members in rest["unions"].items()},
        beyond=frozenset(rest["beyond"]["types"]),
        words=rest["words"],
    )


TABLE = load()
