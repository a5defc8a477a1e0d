"""Arguments of the command line, put where they belong."""

from __future__ import annotations

from collections.abc import Sequence


def globals_first(arguments: Sequence[str]) -> list[str]:
    """--bundle and --home before the command, where they belong, wherever they were written."""
    first: list[str] = []
    rest: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            rest += [argument, *left]
        elif argument in ("--bundle", "--home"):
            first += [argument, *([value] if (value := next(left, None)) is not None else [])]
        elif argument.startswith(("--bundle=", "--home=")):
            first.append(argument)
        else:
            rest.append(argument)
    return first + rest
