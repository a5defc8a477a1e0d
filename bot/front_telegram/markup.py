"""Telegram's HTML, in its limits by construction. Lengths are UTF-16 units after entities, as Telegram counts."""

from __future__ import annotations

import html
from unicodedata import category

CAPTION, TEXT, NOTE = 1024, 4096, 200
"""The most that a caption, a text and the answer to a tap may hold, in UTF-16 units."""


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)


def shorten(text: str, most: int) -> str:
    """`text`, or as many of its first words as fit, with an ellipsis; empty when nothing would be left."""
    text = plain(text)
    if units(text) <= most:
        return text
    kept, size = [], 1  # for the ellipsis
    for letter in text:
        size += units(letter)
        if size > most:
            break
        kept.append(letter)
    cut = "".join(kept)
    words = cut[: cut.rfind(" ")] if " " in cut[len(cut) // 2 :] else cut
    words = words.rstrip(" ,;:–-")
    return f"{words}…" if words else ""


def plain(text: str) -> str:
    """Without control characters, which Telegram does not take; line breaks stay."""
    return "".join(letter for letter in text if letter == "\n" or category(letter) not in {"Cc", "Cs"}).strip()


def escape(text: str) -> str:
    """Text as it stands in HTML."""
    return html.escape(text, quote=False)


def tag(name: str, text: str) -> str:
    """Text in a tag, escaped; nothing around nothing."""
    return f"<{name}>{escape(text)}</{name.split()[0]}>" if text else ""


def message(text: str) -> str:
    """A whole message of plain words."""
    return escape(shorten(text, TEXT))
