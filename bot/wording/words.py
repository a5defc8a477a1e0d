"""Matinee's own words, from Fluent files: one language at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource

from bot.errors import MatineeError

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "de", "es", "fr", "pt", "it", "ru", "uk")
"""Codes of the languages that Matinee speaks (ISO 639-1)."""

_LISTS = {"en": "en_AU"}  # a, b and c: without a comma before the "and"
_QUOTES = {"en": '""', "de": "„“", "pt": "“”", "fr": ("«\xa0", "\xa0»")}  # the others: «»
_VOWELS = "aeiouyàâéèêëîïôùûœ"
_WITH_ARTICLE = frozenset({"US", "GB", "NL", "PH", "AE", "BS", "MV", "GM", "KM", "SC", "MH", "SB", "DO", "CF"})
_GONE = frozenset({"SU", "YU", "CS", "XC", "DD"})  # countries that the locale data has no names for


def language_of(code: str | None) -> str:
    """The language to speak with somebody whose client says such as "pt-BR"; English when it is none of ours."""
    language = (code or "").replace("_", "-").partition("-")[0].lower()
    return language if language in LANGUAGES else "en"


class Words:
    """Formats messages of one language; a missing message is a bug and raises MatineeError."""

    def __init__(self, language: str = "en") -> None:
        self.code = language_of(language)
        # Isolation marks are invisible in most chats but break copying and searching.
        self._bundle: Any = FluentBundle([self.code], use_isolating=False)
        self._bundle.add_resource(FluentResource((FOLDER / f"{self.code}.ftl").read_text(encoding="utf-8")))
        self._locale = Locale.parse(self.code)
        self._plain = lru_cache(maxsize=None)(self._formatted)  # a card has dozens of them

    def __call__(self, message: str, **values: str | int) -> str:
        """A message with its variables; "mood-funny.more" asks for an attribute."""
        return self._formatted(message, **values) if values else self._plain(message)

    def _formatted(self, message: str, **values: str | int) -> str:
        pattern = self._pattern(message)
        if pattern is None:
            raise MatineeError(f"no words for {message!r}")
        text, faults = self._bundle.format_pattern(pattern, values)
        if faults:
            raise MatineeError(f"words for {message!r} do not fit: {faults[0]}")
        return _elided(str(text), values.values()) if self.code == "fr" else str(text)

    def __contains__(self, message: str) -> bool:
        return self._pattern(message) is not None

    def _pattern(self, message: str) -> Any:
        name, _, attribute = message.partition(".")
        if not self._bundle.has_message(name):
            return None
        found = self._bundle.get_message(name)
        return found.attributes.get(attribute) if attribute else found.value

    def country(self, code: str) -> str:
        """The name of a country by its ISO 3166-1 code."""
        return self(f"country-{code.lower()}") if code in _GONE else str(self._locale.territories.get(code, code))

    def of_country(self, code: str) -> str:
        """A country as it stands after "in" and "from": in English some have an article there."""
        article = "the " if self.code == "en" and code in _WITH_ARTICLE else ""
        return f"{article}{self.country(code)}"

    def language(self, code: str) -> str:
        """The name of a language by its ISO 639-1 code."""
        return str(self._locale.languages.get(code, code))

    def listing(self, parts: list[str], *, either: bool = False) -> str:
        """Parts as a plain list: "a, b and c", or "a, b or c"."""
        style = "or" if either else "standard"
        listed = str(format_list(parts, style=style, locale=_LISTS.get(self.code, self.code)))
        return _before_i(listed, parts[-1]) if self.code == "es" and len(parts) > 1 else listed

    def quoted(self, text: str) -> str:
        """A text in the language's quotation marks."""
        before, after = _QUOTES.get(self.code, "«»")
        return f"{before}{text}{after}"

    def number(self, value: float, *, places: int | None = None) -> str:
        """A number as the language writes it, with so many places; None: at most one, and none that is needless."""
        pattern = "0.#" if places is None else f"0.{'0' * places}"
        return _decimal(value, pattern, self.code)

    def inside(self, label: str) -> str:
        """A label as it stands inside a sentence: in small letters, but for German nouns."""
        return label if self.code == "de" else label.lower()


@lru_cache(maxsize=4_096)
def _decimal(value: float, pattern: str, code: str) -> str:
    return str(format_decimal(value, format=pattern, locale=code))


def _elided(text: str, values: Iterable[str | int]) -> str:
    """French: "que" and "de" before a name that begins with a vowel, "plus long qu'Interstellar"."""
    for value in values:
        if isinstance(value, str) and value[:1].lower() in _VOWELS and value:
            text = re.sub(rf"\b([Qq]u|[Dd])e (?={re.escape(value)})", r"\1'", text)
    return text


def _before_i(listed: str, last: str) -> str:
    """Spanish: "y" is "e" before the sound of i, and "o" is "u" before that of o."""
    start = last.lower().removeprefix("h")
    of_i, of_o = start[:1] in {"i", "í"} and start[:2] != "ie", start[:1] in {"o", "ó"}
    sound, word = ("y", "e") if of_i else ("o", "u") if of_o else ("", "")
    end = f" {sound} {last}"
    return f"{listed.removesuffix(end)} {word} {last}" if sound and listed.endswith(end) else listed


@cache
def words(language: str = "en") -> Words:
    """The words of a language, read once; `language` may be a code such as "pt-BR", and is English when unknown."""
    return Words(language)
