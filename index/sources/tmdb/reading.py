"""Careful reading of JSON in which anything may be null, missing or of another kind."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

LARGEST = 2**31 - 1  # ids and counts are kept in 32 bits
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")  # lone surrogates cannot be written as UTF-8


def text(value: Any) -> str:
    """A text on one line, without control characters; empty for what is no text."""
    return " ".join(unspoiled(value).split()) if isinstance(value, str) else ""


def unspoiled(said: str) -> str:
    """A text without control characters and halves of characters."""
    return _UNPRINTABLE.sub("", said)


def number(value: Any) -> float | None:
    """A finite number, also from digits in a text."""
    try:
        read = None if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return read if read is not None and math.isfinite(read) else None


def whole(value: Any, least: int = 1, most: int = LARGEST) -> int | None:
    """A whole number within bounds, both included."""
    read = number(value)
    return int(read) if read is not None and least <= read <= most and read == int(read) else None


def inside(value: Any, *path: str) -> Any:
    """What lies at a path of keys, or None."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def items(value: Any, *path: str) -> list[dict[str, Any]]:
    """The objects of the list at a path of keys."""
    found = inside(value, *path)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def texts(found: list[dict[str, Any]], key: str) -> tuple[str, ...]:
    """The text under a key of each object, once each, without the empty ones."""
    return tuple(dict.fromkeys(said for item in found if (said := text(item.get(key)))))


def latin(title: str) -> bool:
    """Whether a title is in latin script; figures and signs belong to every script."""
    return any(map(str.isalnum, title)) and all(name.startswith(("LATIN", "MODIFIER")) for name in _letters(title))


def _letters(title: str) -> Iterator[str]:
    return (unicodedata.name(letter, "") for letter in title if letter.isalpha())
