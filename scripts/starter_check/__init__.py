"""Checks of the starter catalogue: its form, its facts against public data, and how broad it is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
STARTER = ROOT / "index" / "starter"
AXES: dict[str, Any] = tomllib.loads((ROOT / "index" / "moods" / "axes.toml").read_text(encoding="utf-8"))

Film = dict[str, Any]
"""One line of the starter, as it stands in the file."""


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return re.findall(r"[\w'’]+", text.lower())
