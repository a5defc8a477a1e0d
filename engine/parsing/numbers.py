"""Other wishes in figures: length, rating, age, certificate, how many."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.parsing.reading import Reading
from engine.parsing.years import NONE, Bounds, narrow, read_settings, read_years

_MINUTE, _HOUR = r"(?:minutes?|mins?|min)", r"(?:hours?|hrs?|hr|h)"
_LENGTH = (
    rf"(?:(?P<ha>(?:an|1) hour and a half)|(?P<hn>\d+) and a half {_HOUR}|(?P<hd>\d+[.,]\d+) ?{_HOUR}\b"
    rf"|(?P<h>\d{{1,2}}) ?{_HOUR}\b(?: (?:and )?(?P<hm>\d{{1,2}}) ?(?:{_MINUTE}|m)?\b)?"
    rf"|(?P<hx>\d)h(?P<mx>\d{{2}})\b|(?P<hy>\d)h\b|(?P<one>an hour)|(?P<m>\d{{2,3}}) ?(?:{_MINUTE}|m)\b)"
)
_UNDER = (
    r"(?:under|less than|below|at most|max(?:imum)?(?: of)?|no (?:more|longer) than|not (?:more|longer) than|up to|"
    r"within|shorter than|not over|nothing over|nothing longer than|only have|have only|i have|ive got)"
)
_OVER = (
    r"(?:over|more than|above|at least|longer than|min(?:imum)?(?: of)?|no (?:less|shorter) than|not under|"
    r"nothing under)"
)
_OR_LESS = r"(?: (?:long )?(?:or less|or under|max(?:imum)?|tops|at most|at the most|or shorter))"
_OR_MORE = r"(?: (?:long )?(?:or more|or longer|at least|minimum|plus))"
_AROUND = 10  # minutes to either side of "90 minutes"
_SHORTEST, _LONGEST = 40, 300  # minutes that a film may run

_MARK = r"(?P<r>10|\d(?:[.,]\d)?)"
_AT_LEAST = r"(?:at least|over|above|more than|higher than|minimum|of at least|better than|than)"
_UP = r"(?:higher|more|above|up|better)"
_RATINGS = (
    rf"(?:with )?(?:an? )?(?:imdb |user |tmdb )?(?:rating|score|rated|rates|imdb|stars?)(?: on imdb| of)? {_AT_LEAST} "
    rf"(?:an? )?{_MARK}(?: out of 10| 10)?(?: (?:or|and) {_UP})?(?: on imdb)?",
    rf"(?:with )?(?:an? )?(?:imdb |user )?(?:rating|score|rated|imdb)(?: of)? {_MARK}(?: 10)?"
    rf"(?: (?:and|or)(?: {_UP})?| plus)?",
    rf"(?:at least|over|above|minimum) (?:an? )?{_MARK}(?: 10)? (?:on|in) imdb",
    rf"{_MARK} (?:10 )?(?:and|or|plus)(?: {_UP})? (?:(?:on|in) )?imdb",
    rf"{_MARK} 10 (?:or|and) {_UP}",
    rf"(?:rated )?(?:above|over|at least) {_MARK} (?:10|stars|out of 10)",
)
_AT_MOST = r"(?:at most|max(?:imum)?|or (?:below|under|less|lower|milder)|tops|and (?:below|under))"
_NOT_ABOVE = r"(?:at most|up to|max(?:imum)?(?: of)?|no more than|nothing (?:above|over|beyond)|not above)"
_CERTIFICATES = {"pg": "PG", "g": "G", "r": "R", "nc 17": "NC-17", "pg 13": "PG-13", "pg13": "PG-13"}
_KIN = r"(?:kids?|sons?|daughters?|boys?|girls?|child|children|nephews?|nieces?)"
_WHOSE = r"(?:for |with )?(?:my |our |a |an |the )?"
_AGES = (
    rf"{_WHOSE}(\d{{1,2}}) ?(?:and (?:an? )?(\d{{1,2}}) )?(?:years? olds?|yr olds?|yrs|yo|y o)(?: {_KIN})?",
    rf"{_WHOSE}(\d{{1,2}})yo(?: {_KIN})?",
    r"(?:the |my |our )?(?:kids|kid|children|son|daughter|boys|girls|nephew|niece|grandkids|little one|toddler)"
    r" (?:\(|is|are|just turned|turned|who is|who are) (?:only )?(\d{1,2})(?: and (\d{1,2}))?(?: years? old)?",
    r"(?:for )?(?:kids |children )?(?:aged?|ages) (\d{1,2})(?: (?:and|to) (\d{1,2}))?",
)
_ADULT, _CHILD, _TODDLER = 18, 12, 4  # years of age

_COUNTED = (
    r"(?:really |good |great |more |other |different )?"
    r"(?:films?|movies?|suggestions?|recommendations?|titles?|picks?|options?|flicks?|ideas?)"
)
_COUNTS = (
    rf"(?:give me|show me|suggest|recommend|list|find me|get me|need|want|(?<!my )top|i want|name) (?:me )?"
    rf"(?:your |the |a )?(?:top )?(\d{{1,2}}) {_COUNTED}",
    r"make (?:it|that) (\d{1,2})",
    r"(?:give me|show me|(?<!my )top|just|find me|get me) (?:your |the )?(?:top |best )?(\d{1,2})",
    rf"(?<!10 , )(?<!these )(?<!those )(?<!my )(?<!of )(?<!watched )(?<!seen )(\d{{1,2}}) {_COUNTED}",
)
_MOST_FILMS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a message says in figures."""

    years: Bounds = NONE
    minutes: Bounds = NONE
    rating: float | None = None
    certificate: str | None = None
    count: int | None = None
    child: bool = False  # an age was said, of a child
    settings: tuple[str, ...] = ()  # decades in which the story plays: "1960s"


def read_figures(reading: Reading, latest: int = 0) -> Figures:
    """All figures; uses up their words. `latest` is the year that "the last ten years" counts from."""
    settings = read_settings(reading)
    minutes = _minutes(reading)
    rating = _rating(reading)
    certificate = _certificate(reading)
    youngest = _youngest(reading)
    count = _count(reading)
    if youngest is not None:
        certificate = "G" if youngest <= _TODDLER else "PG" if youngest <= _CHILD else "PG-13"
    return Figures(
        years=read_years(reading, latest),
        minutes=minutes,
        rating=rating,
        certificate=certificate,
        count=count,
        child=youngest is not None and youngest <= _CHILD,
        settings=settings,
    )


def _length(match: re.Match[str]) -> int:
    """Minutes."""
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


def _minutes(reading: Reading) -> Bounds:
    minutes = NONE
    if match := reading.take(rf"(?:between|from)? ?(\d{{2,3}}) (?:to|and)? ?(\d{{2,3}}) ?{_MINUTE}"):
        first, last = sorted((int(match.group(1)), int(match.group(2))))
        minutes = (first, last)
    while match := reading.take(rf"{_UNDER} (?:about )?{_LENGTH}(?: long)?") or reading.take(rf"{_LENGTH}{_OR_LESS}"):
        minutes = narrow(minutes, (None, _length(match)))
    while match := reading.take(rf"{_OVER} (?:about )?{_LENGTH}(?: long)?") or reading.take(rf"{_LENGTH}{_OR_MORE}"):
        minutes = narrow(minutes, (_length(match), None))
    if match := reading.take(rf"(?:about|around|roughly|approximately|circa|some)? ?{_LENGTH}(?: long)?"):
        length = _length(match)
        if minutes == NONE and _SHORTEST <= length <= _LONGEST:
            minutes = (length - _AROUND, length + _AROUND)
    return minutes


def _rating(reading: Reading) -> float | None:
    for pattern in _RATINGS:
        if match := reading.take(pattern):
            return float(match.group("r").replace(",", "."))
    return None


def _certificate(reading: Reading) -> str | None:
    if reading.take(r"(?:no|nothing|not|without|none) (?:rated r|r rated|r)(?: films?| movies?| rated)?"):
        return "PG-13"
    match = reading.take(rf"(?:rated )?(pg 13|pg13|pg|nc 17|g|r) {_AT_MOST}") or reading.take(
        rf"{_NOT_ABOVE} (?:rated )?(?:a )?(pg 13|pg13|pg|r|g)"
    )
    return _CERTIFICATES[match.group(1)] if match else None


def _youngest(reading: Reading) -> int | None:
    """The age of the youngest child that was named."""
    ages: list[int] = []
    for pattern in _AGES:
        while match := reading.take(pattern):
            ages += [int(group) for group in match.groups() if group]
    return min(ages) if ages and min(ages) < _ADULT else None


def _count(reading: Reading) -> int | None:
    for pattern in _COUNTS:
        if match := reading.take(pattern):
            return int(match.group(1)) if 1 <= int(match.group(1)) <= _MOST_FILMS else None
    return None
