"""Words that point at films, and as what: "similar to X", "hated X", "the director of X", "but not X"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from engine.parsing.phrases import Table, listed, listed_together
from engine.parsing.reading import Reading
from index.titles import TitleSpan

_WEAK = 0.5  # weight of a bare "not" before an everyday word
_TELLING = 1.2  # before any other


class Role(StrEnum):
    """As what a film was named."""

    LIKED = "liked"
    DISLIKED = "disliked"
    SEEN = "seen"
    LEFT_OUT = "left out"  # "a heist film, but not X": nothing is said of its like
    THAN = "than"  # behind a comparison: "funnier than X"
    MAKER = "makers"  # "the director of X"
    LEAD = "leads"
    SCORER = "scorers"
    WRITER = "writers"


MAKING = (Role.MAKER, Role.LEAD, Role.SCORER, Role.WRITER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A stretch that names a film."""

    span: TitleSpan
    role: Role
    start: int  # the word where the title begins, or what only leads up to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What stands before a title and speaks for it."""

    role: Role
    weight: float
    start: int  # the word where it begins
    listed: bool = False  # it stands in a list, behind another title

    @property
    def spent(self) -> bool:
        """Whether its words say nothing but that a title follows."""
        return self.listed or self.role in MAKING


CUES: dict[str, tuple[Role, float]] = {
    "makers": (Role.MAKER, 2.0),
    "leads": (Role.LEAD, 2.0),
    "scorers": (Role.SCORER, 2.0),
    "writers": (Role.WRITER, 2.0),
    "dislike": (Role.DISLIKED, 1.4),
    "strong": (Role.LIKED, 2.2),
    "seen": (Role.SEEN, 1.2),
    "except": (Role.LEFT_OUT, 1.2),
    "like": (Role.LIKED, 1.2),
}
"""What each list of cues makes of the title behind it, and how much it speaks for a title; the first counts."""
_BETWEEN_NOT = frozenset({"just", "another", "again", "the", "a", "an", "say", "suggest", "recommend", "film", "movie"})
_BETWEEN = frozenset({"the", "a", "an", "movie", "film", "both", "say", "maybe", "with", "watching", "1st"})


def cue_of(reading: Reading, span: TitleSpan, links: list[Link]) -> Cue | None:
    """What stands before a title and speaks for it; `links` are the films named before."""
    start = span.start
    if inherited := _inherited(reading, span, links):
        return inherited
    for skip in range(3):
        at = start - skip
        if at <= 0 or (skip and reading.norms[at] not in _BETWEEN):
            break
        if (hit := cue_words(reading, at)) and not _parted(reading, hit[0] + 1, start + 1):
            role, weight = CUES[hit[1]]
            opens = reading.norms[at - 1] == "like" and reading.begins(at - 1)
            return Cue(role=role_at(reading, role, hit[0], at), weight=2.2 if opens else weight, start=hit[0])
    return _ruled_out(reading, span)


def _ruled_out(reading: Reading, span: TitleSpan) -> Cue | None:
    """The negation right before a title: "but not X"."""
    start = span.start
    weight = _TELLING if span.words > 1 or span.rare else _WEAK
    for at in range(start, max(0, start - 3), -1):
        hit = listed("scopes", "cues").before(reading.folded, at)
        if hit and not _parted(reading, hit[0] + 1, start + 1):
            return Cue(role=Role.LEFT_OUT, weight=weight, start=hit[0])
        if reading.norms[at - 1] not in _BETWEEN_NOT:
            return None
    return None


@cache
def _cue_table() -> Table[str]:
    return listed_together("cues", *CUES)


@cache
def _articles() -> Table[str]:
    return Table([("the", ""), ("a", "")])


def cue_words(reading: Reading, end: int) -> tuple[int, str] | None:
    """The cue that ends right before a word: where it begins, and its list."""
    hit = _cue_table().before(reading.folded, end)
    return (hit[0], hit[1][0]) if hit else None


def role_at(reading: Reading, role: Role, start: int, end: int) -> Role:
    """The role that a cue gives, from its first word to its last: some cues turn by what stands around them."""
    if reading.norms[end - 1] == "than" and role is not Role.DISLIKED:
        return Role.THAN
    if role is Role.LIKED and listed("scopes", "cues").before(reading.folded, start):
        return Role.DISLIKED  # "nothing similar to X"
    return role


def _parted(reading: Reading, start: int, end: int) -> bool:
    return any(
        reading.words[at].gap in {".", "\n"} and reading.norms[at - 1] != "like"
        for at in range(start, min(end, len(reading)))
    )


def _inherited(reading: Reading, span: TitleSpan, links: list[Link]) -> Cue | None:
    """The role of the film before, when only commas and "and" stand between."""
    if not links:
        return None
    last = links[-1]
    end = last.span.end + year_behind(reading, last.span.end)
    between = reading.folded[end : span.start]
    joins = listed("cues", "joins")
    if len(between) > 3 or (between and not joins.covers(between, _articles())):
        return None
    gap = reading.words[span.start].gap if not between else reading.words[end].gap
    if gap == "." or (not between and gap == ""):
        return None
    return Cue(role=last.role, weight=2.4 if not between else 1.6, start=end, listed=True)


def year_behind(reading: Reading, end: int) -> int:
    """1 when a year stands at a word, else 0."""
    return int(end < len(reading) and reading.norms[end].isdigit() and len(reading.norms[end]) == 4)


def read_back(reading: Reading, links: list[Link]) -> list[Link]:
    """Films that were only seen become the measure when the message asks for the like of them; uses up those words."""
    if any(link.role is Role.LIKED for link in links):
        return links
    first = next((link.span.end for link in links if link.role is Role.SEEN), len(reading))
    for place in range(first, len(reading)):
        hit = listed("cues", "again").at(reading.folded, place)
        if hit is None or not reading.free(place, hit[0]):
            continue
        refused = listed("scopes", "cues").before(reading.folded, place)
        start = refused[0] if refused else place
        reading.use(start, hit[0])
        role = Role.DISLIKED if refused else Role.LIKED
        return [replace(link, role=role) if link.role is Role.SEEN else link for link in links]
    return links
