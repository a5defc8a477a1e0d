"""What holds for keyboards as a whole: one action per inline button, no empty rows, no row too wide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.telegram_emulator.refusal import malformed

DECORATION = {"text", "icon_custom_emoji_id", "style"}
WIDEST = 8  # buttons in a row that clients show


def check_keyboard(owner: str, values: Mapping[str, Any]) -> None:
    """Check a keyboard or a button, when that is what the object is; anything else passes."""
    if owner == "InlineKeyboardButton":
        _one_action(values)
    elif owner == "InlineKeyboardMarkup":
        _rows(values["inline_keyboard"])
    elif owner == "ReplyKeyboardMarkup":
        _rows(values["keyboard"])


def _one_action(button: Mapping[str, Any]) -> None:
    actions = sorted(set(button) - DECORATION)
    if not actions:
        raise malformed("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise malformed(f"strict: one button has several actions: {', '.join(actions)}")


def _rows(rows: list[list[Any]]) -> None:
    for row in rows:
        if not row:
            raise malformed("strict: a keyboard has an empty row")
        if len(row) > WIDEST:
            raise malformed(f"strict: a keyboard row has {len(row)} buttons, more than {WIDEST}")
    if sum(map(len, rows)) > 100:
        raise malformed("reply markup is too long")
