"""Files with one JSON value a line, read into values; a line that does not fit is named by file and number."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import MatineeError

T = TypeVar("T")


class LineError(MatineeError):
    """A line of a file is not what it should be; the message names file and line."""


def read(path: Path, make: Callable[[Any], T], fault: str) -> list[T]:
    """What `make` makes of each line; empty lines are skipped.

    `fault` says what is wrong with a line, and how to write it, when it is no JSON or `make` raises ValueError,
    TypeError or KeyError.

    Raises:
        LineError: A line does not fit.
        OSError: The file cannot be read.

    """
    made = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            made.append(make(json.loads(line)))
        except (ValueError, TypeError, KeyError):
            raise LineError(f"{path}:{number}: {fault}") from None
    return made
