"""How figures stand in a sentence."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale


def percent(share: float) -> str:
    """A share (0 to 1) as people say it: 45%, 3.2%, under 0.1%; what is not all is never said to be 100%."""
    if 0 < share < 0.001:
        return "under 0.1%"
    if 0.999 < share < 1:
        return "over 99.9%"
    return f"{share:.0%}" if 0.1 <= share < 0.99 or share in (0, 1) else f"{share:.1%}"


def of_all(count: int, everything: int) -> str:
    """A count and its share: 1,204 (45%)."""
    return f"{count:,} ({percent(count / everything)})" if everything else f"{count:,}"


def signed(stars: float) -> str:
    """A difference in stars: +0.20, −0.10, 0.00."""
    said = f"{stars:+.2f}".replace("-", "−")
    return said if any(digit in said for digit in "123456789") else "0.00"


def joined(names: Iterable[str]) -> str:
    """Names as a list in a sentence: a, b and c."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def films(count: int) -> str:
    """How many films."""
    return "1 film" if count == 1 else f"{count:,} films"


def language(code: str) -> str:
    """The English name of a language by its ISO 639-1 code; TMDB writes "cn" for Cantonese and "xx" for none."""
    own = {"cn": "Cantonese", "xx": "no language", "sh": "Serbo-Croatian"}
    return own.get(code) or Locale("en").languages.get(code) or code
