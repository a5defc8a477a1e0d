"""Wishes in figures: years, length, rating, age, certificate, how many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.parsing.reading import Reading

Bounds = tuple[int | None, int | None]
NONE: Bounds = (None, None)

_YEAR = r"((?:18[89]|19\d|20\d)\d)"
_DECADE = r"(?:the )?(early |mid |late )?(?:(?:19|20)?(\d0)s|(twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties|aughts)|(2000|1900)s)"
_SPELLED = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990, "noughties": 2000, "aughts": 2000,
}  # fmt: skip
_PART = {"early ": (0, 4), "mid ": (4, 6), "late ": (6, 9)}
_LENGTH = (
    r"(?:(?P<ha>(?:an|1) hour and a half)|(?P<hn>\d+) and a half (?:hours?|hrs?)|(?P<hd>\d+[.,]\d+) ?(?:hours?|hrs?|h)\b"
    r"|(?P<h>\d{1,2}) ?(?:hours?|hrs?|hr|h)\b(?: (?:and )?(?P<hm>\d{1,2}) ?(?:minutes?|mins?|min|m)?\b)?"
    r"|(?P<hx>\d)h(?P<mx>\d{2})\b|(?P<hy>\d)h\b|(?P<one>an hour)|(?P<m>\d{2,3}) ?(?:minutes?|mins?|min|m)\b)"
)
_UNDER = r"(?:under|less than|below|at most|max(?:imum)?(?: of)?|no (?:more|longer) than|not (?:more|longer) than|up to|within|shorter than|not over|nothing over|nothing longer than|no longer than|only have|have only|i have|ive got)"
_OVER = r"(?:over|more than|above|at least|longer than|min(?:imum)?(?: of)?|no (?:less|shorter) than|not under|nothing under)"
_TAIL_UNDER = r"(?: (?:long )?(?:or less|or under|max(?:imum)?|tops|at most|at the most|or shorter))"
_TAIL_OVER = r"(?: (?:long )?(?:or more|or longer|at least|minimum|plus))"
_RATED = r"(?:10|\d(?:[.,]\d)?)"
_COUNTED = r"(?:really |good |great |more |other |different )?(?:films?|movies?|suggestions?|recommendations?|titles?|picks?|options?|flicks?|ideas?)"


@dataclass(slots=True)
class Figures:
    """What a message says in figures."""

    years: Bounds = NONE
    minutes: Bounds = NONE
    rating: float | None = None
    certificate: str | None = None
    count: int | None = None
    child: bool = False
    settings: tuple[str, ...] = ()  # decades in which the story plays: "1960s"


def read_figures(reading: Reading, latest: int = 0) -> Figures:
    """All figures; uses up their words. `latest` is the year that "the last ten years" counts from."""
    figures = Figures()
    _settings(reading, figures)
    _minutes(reading, figures)
    _ratings(reading, figures)
    _ages(reading, figures)
    _counts(reading, figures)
    if latest and (match := _take(reading, r"(?:from |in |within )?(?:the )?(?:last|past) (\d{1,2}) years")):
        figures.years = (latest - int(match.group(1)), None)
    if latest and _take(reading, r"(?:from |in )?(?:the )?(?:last|past) decade"):
        figures.years = (latest - 10, None)
    _years(reading, figures)
    return figures


def _take(reading: Reading, pattern: str) -> re.Match[str] | None:
    for match in re.compile(rf"(?<!\S)(?:{pattern})(?!\S)").finditer(reading.plain):
        start, end = reading.place(match)
        if reading.free(start, end):
            reading.use(start, end)
            return match
    return None


def decade(part: str | None, digits: str | None, spelled: str | None, whole: str | None) -> tuple[int, int]:
    """First and last year of a decade: ("late ", "80", None, None) gives (1986, 1989)."""
    if whole:
        first = int(whole)
    elif spelled:
        first = _SPELLED[spelled]
    else:
        first = (1900 if int(digits or 0) >= 20 else 2000) + int(digits or 0)
    low, high = _PART.get(part or "", (0, 9))
    return first + low, first + high


def _settings(reading: Reading, figures: Figures) -> None:
    found = []
    cue = r"(?:set (?:\w+ ){0,2}in|set during|takes? place in|taking place in|plays in|setting of|story in)"
    while match := _take(reading, rf"{cue} {_DECADE}"):
        first, _ = decade(None, *match.groups()[1:])
        found.append(f"{first // 10 * 10}s")
    while match := _take(reading, rf"{_DECADE} (?:setting|set)"):
        first, _ = decade(None, *match.groups()[1:])
        found.append(f"{first // 10 * 10}s")
    figures.settings = tuple(found)


def _years(reading: Reading, figures: Figures) -> None:
    for pattern, bounds in _YEAR_PATTERNS:
        while match := _take(reading, pattern):
            figures.years = narrow(figures.years, bounds(match))
    spans = []
    while match := _take(reading, rf"(?:from |in |of |during )?{_DECADE}"):
        spans.append(decade(*match.groups()))
    if spans:
        named = (min(first for first, _ in spans), max(last for _, last in spans))
        figures.years = named if figures.years == NONE else narrow(figures.years, named)
    exact = []
    while match := _take(reading, rf"(?:from |in |of |year )?{_YEAR}"):
        exact.append(int(match.group(1)))
    if exact and figures.years == NONE:
        figures.years = (min(exact), max(exact))


def narrow(one: Bounds, other: Bounds) -> Bounds:
    """Both bounds at once, where each may be open; the later one when they contradict each other."""
    lows = [low for low in (one[0], other[0]) if low is not None]
    highs = [high for high in (one[1], other[1]) if high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return other if low is not None and high is not None and low > high else (low, high)


def _to(match: re.Match[str], shift: int = 0) -> Bounds:
    return None, int(match.group(1)) + shift


def _from(match: re.Match[str], shift: int = 0) -> Bounds:
    return int(match.group(1)) + shift, None


def _before_decade(match: re.Match[str]) -> Bounds:
    return None, decade(*match.groups())[0] - 1


def _after_decade(match: re.Match[str]) -> Bounds:
    return decade(*match.groups())[1] + 1, None


def _since_decade(match: re.Match[str]) -> Bounds:
    return decade(*match.groups())[0], None


def _range(match: re.Match[str]) -> Bounds:
    first, last = int(match.group(1)), int(match.group(2))
    return min(first, last), max(first, last)


_OLDER = r"(?:before|pre|older than|earlier than|prior to|not after)"
_NEWER = r"(?:after|post|newer than|later than|more recent than|past)"
_NOT_OLDER = r"(?:no|not|nothing|none|isnt|nothing that is) (?:from )?(?:before|older than|earlier than|pre)"
_NOT_NEWER = r"(?:no|not|nothing|none|isnt) (?:from )?(?:after|newer than|later than|post|more recent than)"
_YEAR_PATTERNS = (
    (rf"{_NOT_OLDER} (?:the year )?{_YEAR}", _from),
    (rf"{_NOT_NEWER} (?:the year )?{_YEAR}", _to),
    (rf"{_NOT_OLDER} {_DECADE}", _since_decade),
    (rf"{_NOT_NEWER} {_DECADE}", lambda match: (None, decade(*match.groups())[1])),
    (rf"(?:between|from)? ?{_YEAR} (?:to|and|until|till|through|,)? ?{_YEAR}", _range),
    (rf"{_OLDER} (?:the year )?{_YEAR}", lambda match: _to(match, -1)),
    (rf"{_NEWER} (?:the year )?{_YEAR}", lambda match: _from(match, 1)),
    (
        rf"(?:since|starting|starting from|from|at least from) {_YEAR} (?:on|onwards?|and later|or later|and newer|or newer|up)",
        _from,
    ),
    (rf"{_YEAR} (?:onwards?|and later|or later|and newer|or newer|and up|and after)", _from),
    (rf"{_YEAR} (?:or|and) (?:earlier|older|before)", _to),
    (rf"since {_YEAR}", _from),
    (rf"(?:until|up to|by|till|not later than|at most) {_YEAR}", _to),
    (rf"{_OLDER} {_DECADE}", _before_decade),
    (rf"{_NEWER} {_DECADE}", _after_decade),
    (rf"(?:since|from) {_DECADE} (?:on|onwards?)", _since_decade),
    (rf"since {_DECADE}", _since_decade),
    (rf"{_DECADE} (?:or|and) (?:later|newer|onwards?)", _since_decade),
    (rf"{_DECADE} (?:or|and) (?:earlier|older|before)", lambda match: (None, decade(*match.groups())[1])),
)


def _length(match: re.Match[str]) -> int:
    found = match.groupdict()
    if found["ha"]:
        return 90
    if found["one"] or found["hy"]:
        return 60 * int(found["hy"] or 1)
    if found["hn"]:
        return 60 * int(found["hn"]) + 30
    if found["hd"]:
        return round(60 * float(found["hd"].replace(",", ".")))
    if found["hx"]:
        return 60 * int(found["hx"]) + int(found["mx"])
    if found["h"]:
        return 60 * int(found["h"]) + int(found["hm"] or 0)
    return int(found["m"])


def _minutes(reading: Reading, figures: Figures) -> None:
    between = r"(?:between|from)? ?(\d{2,3}) (?:to|and)? ?(\d{2,3}) ?(?:minutes?|mins?|min)"
    if match := _take(reading, between):
        figures.minutes = narrow(figures.minutes, _range(match))
    while match := _take(reading, rf"{_UNDER} (?:about )?{_LENGTH}(?: long)?") or _take(
        reading, rf"{_LENGTH}{_TAIL_UNDER}"
    ):
        figures.minutes = narrow(figures.minutes, (None, _length(match)))
    while match := _take(reading, rf"{_OVER} (?:about )?{_LENGTH}(?: long)?") or _take(
        reading, rf"{_LENGTH}{_TAIL_OVER}"
    ):
        figures.minutes = narrow(figures.minutes, (_length(match), None))
    if match := _take(reading, rf"(?:about|around|roughly|approximately|circa|some)? ?{_LENGTH}(?: long)?"):
        length = _length(match)
        if figures.minutes == NONE and 40 <= length <= 300:
            figures.minutes = (length - 10, length + 10)


def _ratings(reading: Reading, figures: Figures) -> None:
    least = r"(?:at least|over|above|more than|higher than|minimum|of at least|better than|than)"
    for pattern in (
        rf"(?:with )?(?:an? )?(?:imdb |user |tmdb )?(?:rating|score|rated|rates|imdb|stars?)(?: on imdb| of)? {least} (?:an? )?(?P<r>{_RATED})(?: out of 10| 10)?(?: (?:or|and) (?:higher|more|above|up))?(?: on imdb)?",
        rf"(?:with )?(?:an? )?(?:imdb |user )?(?:rating|score|rated|imdb)(?: of)? (?P<r>{_RATED})(?: 10)?(?: (?:and|or)(?: (?:higher|more|above|up))?| plus)?",
        rf"(?:at least|over|above|minimum) (?:an? )?(?P<r>{_RATED})(?: 10)? (?:on|in) imdb",
        rf"(?P<r>{_RATED}) (?:10 )?(?:and|or|plus)(?: (?:higher|more|above|up))? (?:(?:on|in) )?imdb",
        rf"(?P<r>{_RATED}) 10 (?:or|and) (?:higher|more|above|up|better)",
        rf"(?:rated )?(?:above|over|at least) (?P<r>{_RATED}) (?:10|stars|out of 10)",
    ):
        if match := _take(reading, pattern):
            figures.rating = float(match.group("r").replace(",", "."))
            return


def _ages(reading: Reading, figures: Figures) -> None:
    most = r"(?:at most|max(?:imum)?|or (?:below|under|less|lower|milder)|tops|and (?:below|under))"
    if match := _take(reading, rf"(?:rated )?(pg 13|pg13|pg|nc 17|g|r) {most}") or _take(
        reading,
        r"(?:at most|up to|max(?:imum)?(?: of)?|no more than|nothing (?:above|over|beyond)|not above) (?:rated )?(?:a )?(pg 13|pg13|pg|r|g)",
    ):
        figures.certificate = {"pg": "PG", "g": "G", "r": "R", "nc 17": "NC-17"}.get(match.group(1), "PG-13")
    if _take(reading, r"(?:no|nothing|not|without|none) (?:rated r|r rated|r)(?: films?| movies?| rated)?"):
        figures.certificate = "PG-13"
    age = (
        r"(?:for |with )?(?:my |our |a |an |the )?(\d{1,2}) ?(?:and (?:an? )?(\d{1,2}) )?"
        r"(?:years? olds?|yr olds?|yo|y o|year old (?:kid|son|daughter|boy|girl|child|nephew|niece))"
    )
    ages: list[int] = []
    while match := _take(reading, age) or _take(
        reading, r"(?:for )?(?:kids |children )?(?:aged?|ages) (\d{1,2})(?: (?:and|to) (\d{1,2}))?"
    ):
        ages += [int(group) for group in match.groups() if group]
    if ages and min(ages) < 18:
        youngest = min(ages)
        figures.certificate = "G" if youngest <= 4 else "PG" if youngest <= 12 else "PG-13"
        figures.child = youngest <= 12


def _counts(reading: Reading, figures: Figures) -> None:
    asked = r"(?:give me|show me|suggest|recommend|list|find me|get me|need|want|top|i want|name)"
    match = _take(reading, rf"{asked} (?:me )?(?:your |the |a )?(?:top )?(\d{{1,2}}) {_COUNTED}") or _take(
        reading, r"(?:give me|show me|top|just|find me|get me) (?:your |the )?(?:top |best )?(\d{1,2})"
    )
    if match is None:
        start = _take(reading, rf"(?<!these )(?<!those )(?<!my )(?<!of )(?<!watched )(?<!seen )(\d{{1,2}}) {_COUNTED}")
        match = start
    if match and 1 <= int(match.group(1)) <= 20:
        figures.count = int(match.group(1))
