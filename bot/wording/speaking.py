"""Which of our languages somebody is spoken to in, and what is said where a translation lacks a message."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel import Locale

from bot.errors import MatineeError
from bot.wording.words import Words, words

HOME = "en"
"""The language that every message is written in first."""


@cache
def spoken() -> tuple[str, ...]:
    """Codes of the languages that there are words in (ISO 639-1), English first."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("*.ftl"))
    return (HOME, *(code for code in found if code != HOME))


def own_name(code: str) -> str:
    """What a language calls itself, such as "Deutsch"."""
    return (Locale.parse(code).get_language_name(code) or code).capitalize()


def speaking(*codes: str | None) -> Words:
    """The words of the first of these languages that is spoken here ("pt-BR" asks for "pt"), else English."""
    for code in codes:
        language = (code or "").replace("_", "-").partition("-")[0].lower()
        if language in spoken():
            return _words(language)
    return words(HOME)


@cache
def _words(language: str) -> Words:
    return words(HOME) if language == HOME else Translated(language)


class Translated(Words):
    """A language that may lack messages, which are then said in English."""

    def __call__(self, message: str, **values: str | int) -> str:
        """See `Words`."""
        try:
            return super().__call__(message, **values)
        except MatineeError:
            return words(HOME)(message, **values)
