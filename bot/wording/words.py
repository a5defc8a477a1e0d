"""Matinee's own words, from Fluent files: one language at a time."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

from bot.errors import MatineeError


class Words:
    """Formats messages of one language; a missing message is a bug and raises MatineeError."""

    def __init__(self, language: str = "en") -> None:
        path = Path(__file__).parent / f"{language}.ftl"
        # Isolation marks are invisible in most chats but break copying and searching.
        self._bundle: Any = FluentBundle([language], use_isolating=False)
        self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        self._locale = Locale.parse(language)

    def __call__(self, message: str, **values: str | int) -> str:
        """A message with its variables; "mood-funny.more" asks for an attribute."""
        name, _, attribute = message.partition(".")
        if not self._bundle.has_message(name):
            raise MatineeError(f"no words for {message!r}")
        found = self._bundle.get_message(name)
        pattern = found.attributes.get(attribute) if attribute else found.value
        if pattern is None:
            raise MatineeError(f"no words for {message!r}")
        text, faults = self._bundle.format_pattern(pattern, values)
        if faults:
            raise MatineeError(f"words for {message!r} do not fit: {faults[0]}")
        return str(text)

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 code."""
        # Countries that are gone have no name in the locale data.
        gone = {
            "SU": "the Soviet Union",
            "YU": "Yugoslavia",
            "CS": "Czechoslovakia",
            "XC": "Czechoslovakia",
            "DD": "East Germany",
        }
        return gone.get(code) or str(self._locale.territories.get(code, code))

    def language(self, code: str) -> str:
        """The name of a language by its ISO 639-1 code."""
        return str(self._locale.languages.get(code, code))

    def listing(self, parts: list[str]) -> str:
        """Parts as a plain list: "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} and {parts[-1]}"


@cache
def words(language: str = "en") -> Words:
    """The words of a language, read once."""
    return Words(language)
