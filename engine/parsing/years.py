"""Release years in figures: "90s", "before 1999", "since the eighties", "between 1970 and 1979"."""

from __future__ import annotations

import re
from collections.abc import Callable

from engine.parsing.reading import Reading

Bounds = tuple[int | None, int | None]  # first and last, inclusive; None is open
NONE: Bounds = (None, None)

_SPELLED = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990, "noughties": 2000, "aughts": 2000,
}  # fmt: skip
_YEAR = r"((?:18[89]|19\d|20\d)\d)"
DECADE = rf"(?:the )?(early |mid |late )?(?:(?:19|20)?(\d0)s|({'|'.join(_SPELLED)})|(2000|1900)s)"
_PART = {"early ": (0, 4), "mid ": (4, 6), "late ": (6, 9)}  # years of a decade
_FIRST_OF_LAST_CENTURY = 20  # "20s" to "90s" are of the 1900s, "00s" and "10s" of the 2000s
_OLDER = r"(?:before|pre|older than|earlier than|prior to|not after)"
_NEWER = r"(?:after|post|newer than|later than|more recent than|past)"
_NOT = r"(?:no|not|nothing|none|isnt|nothing that is) (?:from )?"
_NOT_OLDER = rf"{_NOT}(?:before|older than|earlier than|pre)"
_NOT_NEWER = rf"{_NOT}(?:after|newer than|later than|post|more recent than)"
_ONWARDS = r"(?:on|onwards?|and later|or later|and newer|or newer|and up|and after|up)"
_EARLIER = r"(?:or|and) (?:earlier|older|before)"
_SET_IN = (
    r"(?:set (?:\w+ ){0,2}in|set during|takes? place in|taking place in|plays in|setting of|story in|"
    r"that take place in)"
)


def decade(part: str | None, digits: str | None, spelled: str | None, whole: str | None) -> tuple[int, int]:
    """First and last year of a decade: ("late ", "80", None, None) gives (1986, 1989)."""
    if whole:
        first = int(whole)
    elif spelled:
        first = _SPELLED[spelled]
    else:
        first = int(digits or 0) + (1900 if int(digits or 0) >= _FIRST_OF_LAST_CENTURY else 2000)
    low, high = _PART.get(part or "", (0, 9))
    return first + low, first + high


def narrow(one: Bounds, other: Bounds) -> Bounds:
    """Both bounds at once, where each may be open; the later one when they contradict each other."""
    lows = [low for low in (one[0], other[0]) if low is not None]
    highs = [high for high in (one[1], other[1]) if high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return other if low is not None and high is not None and low > high else (low, high)


def _between(match: re.Match[str]) -> Bounds:
    first, last = int(match.group(1)), int(match.group(2))
    return min(first, last), max(first, last)


def _to(match: re.Match[str]) -> Bounds:
    return None, int(match.group(1))


def _from(match: re.Match[str]) -> Bounds:
    return int(match.group(1)), None


def _before(match: re.Match[str]) -> Bounds:
    return None, int(match.group(1)) - 1


def _after(match: re.Match[str]) -> Bounds:
    return int(match.group(1)) + 1, None


def _before_decade(match: re.Match[str]) -> Bounds:
    return None, decade(*match.groups())[0] - 1


def _to_decade(match: re.Match[str]) -> Bounds:
    return None, decade(*match.groups())[1]


def _after_decade(match: re.Match[str]) -> Bounds:
    return decade(*match.groups())[1] + 1, None


def _since_decade(match: re.Match[str]) -> Bounds:
    return decade(*match.groups())[0], None


_PATTERNS: tuple[tuple[str, Callable[[re.Match[str]], Bounds]], ...] = (
    (rf"{_NOT_OLDER} (?:the year )?{_YEAR}", _from),
    (rf"{_NOT_NEWER} (?:the year )?{_YEAR}", _to),
    (rf"{_NOT_OLDER} {DECADE}", _since_decade),
    (rf"{_NOT_NEWER} {DECADE}", _to_decade),
    (rf"(?:between|from)? ?{_YEAR} (?:to|and|until|till|through|,)? ?{_YEAR}", _between),
    (rf"{_OLDER} (?:the year )?{_YEAR}", _before),
    (rf"{_NEWER} (?:the year )?{_YEAR}", _after),
    (rf"(?:since|starting|starting from|from|at least from) {_YEAR} {_ONWARDS}", _from),
    (rf"{_YEAR} {_ONWARDS}", _from),
    (rf"{_YEAR} {_EARLIER}", _to),
    (rf"since {_YEAR}", _from),
    (rf"(?:until|up to|by|till|not later than|at most) {_YEAR}", _to),
    (rf"{_OLDER} {DECADE}", _before_decade),
    (rf"{_NEWER} {DECADE}", _after_decade),
    (rf"(?:since|from) {DECADE} {_ONWARDS}", _since_decade),
    (rf"since {DECADE}", _since_decade),
    (rf"{DECADE} (?:or|and) (?:later|newer|onwards?)", _since_decade),
    (rf"{DECADE} {_EARLIER}", _to_decade),
)


def read_settings(reading: Reading) -> tuple[str, ...]:
    """Decades in which the story plays, as keywords name them ("1960s"); uses up their words."""
    found = []
    for pattern in (rf"{_SET_IN} {DECADE}", rf"{DECADE} (?:setting|set)"):
        while match := reading.take(pattern):
            found.append(f"{decade(None, *match.groups()[1:])[0]}s")
    return tuple(found)


def read_years(reading: Reading, latest: int) -> Bounds:
    """Years of release; uses up their words. "The last ten years" count from `latest`, which is 0 when unknown."""
    years = NONE
    if latest and (match := reading.take(r"(?:from |in |within )?(?:the )?(?:last|past) (\d{1,2}) years")):
        years = (latest - int(match.group(1)), None)
    if latest and (match := reading.take(rf"{_NOT}(?:older|more) than (\d{{1,2}}) years(?: old| ago)?")):
        years = (latest - int(match.group(1)), None)
    if latest and (match := reading.take(r"(?:older than|at least|over) (\d{1,2}) years(?: old| ago)")):
        years = (None, latest - int(match.group(1)))
    if latest and reading.take(r"(?:from |in )?(?:the )?(?:last|past) decade"):
        years = (latest - 10, None)
    for pattern, bounds in _PATTERNS:
        while match := reading.take(pattern):
            years = narrow(years, bounds(match))
    while reading.take(rf"(?:saw|watched|seen|remember|grew up)(?: [^ .]+){{0,7}} in {DECADE}"):
        pass  # when it was seen, not when it was made
    spans = []
    while match := reading.take(rf"(?:from |form |in |of |during )?{DECADE}"):
        spans.append(decade(*match.groups()))
    if spans:
        named = (min(first for first, _ in spans), max(last for _, last in spans))
        years = named if years == NONE else narrow(years, named)
    exact = []
    while match := reading.take(rf"(?:from |in |of |year )?{_YEAR}"):
        exact.append(int(match.group(1)))
    return (min(exact), max(exact)) if exact and years == NONE else years
