"""The settings of a private chat as one message with buttons, and what a tap on one of them chooses. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from bot.front_telegram.markup import escape, tag
from bot.front_telegram.outgoing import Keys, Table
from bot.preferences import FAMILY, Preferences
from bot.wording import Words
from bot.wording.speaking import own_name, spoken
from index.movie import CERTIFICATES

SETTING = "set:"
"""Data of buttons that begins so is of the settings."""

_DECK = "settings"  # names the message among the decks of its chat
_PAGE = "page"
_OPEN = "open"
COUNTRY = f"{SETTING}{_OPEN}:country"
"""Data of a button that asks for the country in a message of its own."""
_COUNTRIES = (
    "US", "GB", "CA", "AU", "IE", "NZ", "DE", "AT", "CH", "FR", "BE", "NL", "ES", "MX", "AR", "CO", "CL", "PT", "BR",
    "IT", "PL", "CZ", "RO", "SE", "NO", "DK", "FI", "UA", "TR", "GR", "IN", "JP", "KR", "ZA",
)  # fmt: skip
_ROW = 3  # buttons side by side on a page of many
_FITS = {2: 25, 3: 16}  # letters of each that a phone shows, by how many stand in a row
_SWITCHES = ("family", "spoilers", "sharing")


def known_country(code: str, words: Words) -> bool:
    """Whether a code is a country's (ISO 3166-1)."""
    return len(code) == 2 and code.isascii() and code.isalpha() and words.country(code) != code


def chosen(data: str, before: Preferences, words: Words) -> Preferences | None:
    """The settings after a tap; None for data that no button of ours holds."""
    name, _, value = data.removeprefix(SETTING).partition(":")
    if name in {_PAGE, _OPEN}:
        return before
    if name == "language" and value in {"", *spoken()}:
        return replace(before, language=value or None)
    if name == "country" and (not value or known_country(value, words)):
        return replace(before, country=value or None)
    if name == "certificate" and value in {"", *CERTIFICATES}:
        return replace(before, certificate=value or None)
    if value in {"0", "1"}:
        return _switched(name, value == "1", before)
    return None


def _switched(name: str, on: bool, before: Preferences) -> Preferences | None:
    match name:
        case "family":
            return replace(before, family=on)
        case "spoilers":
            return replace(before, spoilers=on)
        case "sharing":
            return replace(before, sharing=on)
    return None


def page(data: str) -> str:
    """Which page a tap opens: "language", "country", "certificate", or "" for the first one."""
    name, _, value = data.removeprefix(SETTING).partition(":")
    return value if name in {_PAGE, _OPEN} and value in {"language", "country", "certificate"} else ""


def table(now: Preferences, words: Words, *, opened: str = "", message: int | None = None) -> Table:
    """The message as it stands; a new one below unless `message` was tapped."""
    keys = {"": _first, "language": _languages, "country": _countries, "certificate": _certificates}[opened](now, words)
    lines = [tag("b", words("settings-head")), *(escape(line) for line in _lines(now, words))]
    if opened:
        lines = [tag("b", words(f"settings-{opened}-head")), escape(words(f"settings-{opened}-help"))]
    return Table(deck=_DECK, html="\n".join(lines), keys=keys, fresh=message is None, message=message)


def _lines(now: Preferences, words: Words) -> list[str]:
    said = {
        "language": own_name(now.language) if now.language else words("settings-as-app"),
        "country": words.country(now.country) if now.country else words("settings-unset"),
        "certificate": now.certificate or words("settings-any"),
    }
    lines = [words(f"settings-{name}", value=value) for name, value in said.items()]
    lines += [words(f"settings-{name}", value=_on(getattr(now, name), words)) for name in _SWITCHES]
    return [*lines, "", words("settings-meaning", certificate=FAMILY)]


def _first(now: Preferences, words: Words) -> Keys:
    pages = [(words(f"button-{name}"), f"{SETTING}{_PAGE}:{name}") for name in ("language", "country", "certificate")]
    switches = []
    for name in _SWITCHES:
        on = getattr(now, name)
        label = words("button-switch-off" if on else "button-switch-on", what=words(f"button-{name}"))
        switches.append(((label, f"{SETTING}{name}:{'0' if on else '1'}"),))
    return (tuple(pages), *switches)


def _languages(now: Preferences, words: Words) -> Keys:
    options = [(words("settings-as-app"), ""), *((own_name(code), code) for code in spoken())]
    return _options("language", options, now.language, words)


def _countries(now: Preferences, words: Words) -> Keys:
    named = sorted(((words.country(code), code) for code in _COUNTRIES), key=lambda each: _plain(each[0]))
    return _options("country", [(words("settings-unset"), ""), *named], now.country, words)


def _certificates(now: Preferences, words: Words) -> Keys:
    options = [(words("settings-any"), ""), *((each, each) for each in CERTIFICATES)]
    return _options("certificate", options, now.certificate, words)


def _options(name: str, options: list[tuple[str, str]], now: str | None, words: Words) -> Keys:
    chosen = now or ""
    keys = tuple((f"✓ {each}" if value == chosen else each, f"{SETTING}{name}:{value}") for each, value in options)
    return (*_rows(keys), ((words("button-back"), f"{SETTING}{_PAGE}:"),))


def _plain(name: str) -> str:
    """A name as it is sorted: by its letters without their accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))


def _rows(keys: tuple[tuple[str, str], ...]) -> Keys:
    """Buttons three in a row, two or one where a label is too long for a phone to show it whole."""
    rows: list[tuple[tuple[str, str], ...]] = []
    while keys:
        count = next(n for n in range(_ROW, 0, -1) if n == 1 or all(len(key[0]) <= _FITS[n] for key in keys[:n]))
        rows.append(keys[:count])
        keys = keys[count:]
    return tuple(rows)


def _on(on: bool, words: Words) -> str:
    return words("settings-on" if on else "settings-off")
