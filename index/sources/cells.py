"""Cells as publishers fill them, read into values: text with HTML and broken letters, lists in four forms, numbers."""

from __future__ import annotations

import ast
import html
import json
import math
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import ftfy

from index.sources import Report

NOTHING = {"", "\\n", "nan", "none", "null", "n/a"}
"""What stands for an empty cell, in lower case; in a title only "" and "\\N" do, for films are called "None"."""
_TAG = re.compile(r"</?(?:a|b|br|div|em|font|i|li|p|small|span|strong|u|ul)\b[^<>]*>", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


def text(value: object, report: Report) -> str:
    """A sentence or a name, without tags and with its letters mended."""
    if not isinstance(value, str) or not value or value == "\\N":
        return ""
    if value.isascii() and "<" not in value and "&" not in value:
        return " ".join(value.split())
    whole = value
    if "<" in whole or "&" in whole:
        plain = html.unescape(_TAG.sub(" ", whole))
        if plain != whole:
            report.mended["HTML in a text, taken out"] += 1
        whole = plain
    if not whole.isascii():
        mended = ftfy.fix_encoding(whole)
        if mended != whole:
            report.mended["letters of a wrong encoding, put right"] += 1
        whole = mended
    return _SPACE.sub(" ", whole).strip()


def number(value: str | None) -> float | None:
    """A finite number, or None."""
    try:
        found = float(value or "")
    except ValueError:
        return None
    return found if math.isfinite(found) else None


def whole(value: str | None) -> int | None:
    """A whole number, also written "603.0"; or None."""
    found = number(value)
    return int(found) if found is not None and found == int(found) else None


def listed(value: str | None, report: Report) -> list[Any]:
    """The items of a list cell: JSON, Python literals, or texts between "|" or ","."""
    if value is None or value.strip().lower() in NOTHING:
        return []
    cell = value.strip()
    if cell[0] in "[{":
        found = _literal(cell)
        if found is None:
            report.mended["a list that cannot be read, left empty"] += 1
        return found if isinstance(found, list) else [found] if isinstance(found, dict) else []
    return [part for part in (text(part, report) for part in cell.split("|" if "|" in cell else ",")) if part]


@lru_cache(maxsize=1 << 16)  # the same genres and countries stand in thousands of rows
def _literal(cell: str) -> Any:
    for read in (json.loads, ast.literal_eval):
        try:
            return read(cell)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            continue
    return None


def named(items: Sequence[Any], report: Report, key: str = "name") -> tuple[str, ...]:
    """The names in the items of a list cell, each once, in order."""
    found = (text(item.get(key) if isinstance(item, dict) else item, report) for item in items if item)
    return tuple(dict.fromkeys(name for name in found if name))
