"""Which stretches of a message name films, and as what: a film to be like, unlike, or one already seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.parsing.doubting import (
    MOST_FOR,
    THERE,
    closes,
    dated,
    doubts,
    is_talk,
    obscure,
    only_little,
    solely,
    stressed,
)
from engine.parsing.listings import listings
from engine.parsing.phrases import listed
from engine.parsing.pointing import Link, Role, cue_of, year_behind
from engine.parsing.reading import Reading
from index.titles import Kind, TitleIndex, TitleSpan

_ENOUGH = (1.0, 1.6)  # evidence from which a span is a title: in a text without capitals, and in one that has them
_QUOTED = 3.0
_STRESSED = 0.8  # what quotes and stars are worth around one everyday word in small letters: "*why* they did it"
_LONG_SPAN = 0.3  # for each word more of a title, up to
_LONGEST_COUNTED = 4
_STRONG = 2.0  # weight of a cue behind which hardly anything but a title stands
_TALKED = 60  # words of a message that may be talk around one title
_BEFORE_JUDGING = 3  # little words between a title and what is said of it: "X, which I thought was boring"
_JUDGING = frozenset(
    {"which", "that", "and", "but", "it", "i", "we", "they", "thought", "found", "honestly", "really", "just"}
)
_IN_LIST = 2.4
_NEWEST = frozenset({"new", "newer", "newest", "latest", "recent"})
_MADE_ANEW = frozenset({"remake", "reboot"})
_FIRST = frozenset({"original", "old", "1st"})
_KIND = {Kind.FULL: 0.0, Kind.SHORT: -0.3, Kind.TAIL: -0.7, Kind.FRANCHISE: -0.2, Kind.ACRONYM: -0.6}


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a span is judged beside."""

    links: list[Link]  # films named before it
    known: frozenset[int] = frozenset()  # TMDB ids of films that were shown
    listed: frozenset[tuple[int, int]] = frozenset()  # spans in lists of titles
    films: int = 1000  # in the catalogue


def link_titles(reading: Reading, titles: TitleIndex, known: frozenset[int] = frozenset()) -> list[Link]:
    """Films that the message names; uses up their words. `known` are films on the cards: they need less of a cue."""
    spans = [span for span in titles.titles(reading.written) if reading.free(span.start, span.end)]
    by_start: dict[int, list[TitleSpan]] = {}
    for span in spans:
        by_start.setdefault(span.start, []).append(span)
    links: list[Link] = []
    bare = Beside(links=links, known=known, films=len(titles))
    beside = replace(
        bare, listed=listings(reading, spans, lambda span: judge(reading, span, bare)[0] >= enough(reading))
    )
    place = 0
    while place < len(reading):
        found = _best(reading, by_start.get(place, ()), by_start, beside)
        if found is None:
            place += 1
            continue
        links.append(found)
        reading.use(found.start, found.span.start)
        use(reading, found.span)
        links[-1] = _version(reading, found, titles)
        place = found.span.end
    return links


def _version(reading: Reading, link: Link, titles: TitleIndex) -> Link:
    """Of films of one name, the newest for "the new X" and the first for "the original X"; uses up those words."""
    before, behind = link.span.start - 1, link.span.end
    word = reading.norms[before] if before >= 0 and reading.free(before, before + 1) else ""
    made_anew = word == "of" and before > 0 and reading.norms[before - 1] in _MADE_ANEW
    newest = made_anew or (word in _NEWEST and reading.norms[before - 1] == "the")
    first = word in _FIRST
    if not (newest or first):
        if behind >= len(reading) or reading.norms[behind] != "original":
            return link
        before = behind
    reading.use(before - made_anew, before + 1)
    years = {film: facts.year or 0 for film in link.span.films if (facts := titles.film(film))}
    films = tuple(sorted(years, key=lambda film: -years[film] if newest else years[film]))
    return replace(link, span=replace(link.span, films=films))


def _best(
    reading: Reading, here: Sequence[TitleSpan], by_start: dict[int, list[TitleSpan]], beside: Beside
) -> Link | None:
    judged = [judge(reading, span, beside) for span in here if reading.free(span.start, span.end)]
    judged = [(score, link) for score, link in judged if score >= enough(reading)]
    if not judged:
        return None
    score, best = max(judged, key=lambda found: (found[0] + found[1].span.end, found[1].span.end))
    for later in range(best.span.start + 1, best.span.end):
        for span in by_start.get(later, ()):
            if span.end > best.span.end and judge(reading, span, beside)[0] > score + 0.5:
                return None
    return best


def enough(reading: Reading) -> float:
    """The evidence from which a span is a title."""
    return _ENOUGH[reading.capitals_tell]


def judge(reading: Reading, span: TitleSpan, beside: Beside) -> tuple[float, Link]:
    """Evidence that a span is meant as a title (from `enough` it is), and the link that it would be."""
    cue = cue_of(reading, span, beside.links)
    listed_here = (span.start, span.end) in beside.listed
    behind = _behind(reading, span)
    role = behind or (cue.role if cue else Role.LIKED)
    score = (cue.weight if cue else 0.0) + (1.0 if behind else 0.0)
    score += _in_quotes(reading, span) + 3.0 * dated(reading, span)
    score += 3.5 if solely(reading, span) else 2.5 if _alone(reading, span) else 0.0
    score += _after(reading, span)
    score += (1.1 + 0.4 * (span.words > 1 or span.rare > 0)) * span.capitals if reading.mixed else 0.0
    score += 0.8 * min(span.rare, 2) + _LONG_SPAN * min(span.words - 1, _LONGEST_COUNTED)
    score += 0.35 * (span.fame - 2.0) + _KIND[span.kind] - obscure(span, beside.films)
    score += _IN_LIST if listed_here else 0.0
    score += 1.0 if beside.known.intersection(span.films) else 0.0
    named = cue is not None and cue.weight >= _STRONG and closes(reading, span.end)
    score += 1.5 if named else 0.0  # "something like up": nothing else can be meant
    link = Link(span=span, role=role, start=cue.start if cue and cue.spent else span.start)
    if score + MOST_FOR < _ENOUGH[0]:
        return score, link
    against = doubts(reading, span, named=named)
    listing = cue is not None and cue.listed and reading.words[span.start].surface[0].isupper()
    listing = listing and (closes(reading, span.end) or not only_little(reading, span))  # "It was a fine film"
    score += against / 2 if listing or listed_here else against
    return score, link


def _in_quotes(reading: Reading, span: TitleSpan) -> float:
    return (_STRESSED if stressed(reading, span) else _QUOTED) if span.quoted else 0.0


def _alone(reading: Reading, span: TitleSpan) -> bool:
    """Whether nothing but talk stands in the same message, when it is not long, or on the same line."""
    if span.start and reading.norms[span.start - 1] in THERE:
        return False
    tells = (span.words > 1 or span.rare > 0) and len(reading) <= _TALKED
    if tells and all(is_talk(reading, at) for at in range(len(reading)) if not span.start <= at < span.end):
        return True
    starts = span.start == 0 or reading.words[span.start].gap == "\n"
    ends = span.end == len(reading) or reading.words[span.end].gap in {"\n", "("}
    return (
        starts
        and ends
        and (span.words > 1 or span.rare > 0 or span.capitals > 0 or reading.said(span.start, span.end)[0].isupper())
    )


def _behind(reading: Reading, span: TitleSpan) -> Role | None:
    """A judgement right behind the title: "X was great"."""
    end = span.end + year_behind(reading, span.end)
    for _ in range(_BEFORE_JUDGING):
        if end < len(reading) and reading.norms[end] in _JUDGING and reading.words[end].gap in {"", ","}:
            end += 1
    if end >= len(reading):
        return None
    if listed("cues", "after_dislike").at(reading.folded, end):
        return Role.DISLIKED
    if listed("cues", "after_like").at(reading.folded, end):
        return Role.LIKED
    return None


def _after(reading: Reading, span: TitleSpan) -> float:
    """What the words behind a title that opens the message say: "X but funnier", "X meets Y"."""
    end = span.end + year_behind(reading, span.end)
    if end >= len(reading) or reading.words[end].gap in {".", "\n"}:
        return 0.0
    if reading.norms[end] == "meets":
        return 3.0
    if span.start > 1 or listed("cues", "after").at(reading.folded, end) is None:
        return 0.0
    return 2.4 if reading.norms[end] == "but" else 1.2


def use(reading: Reading, span: TitleSpan) -> None:
    """Mark the words of a title, and the year beside it, as understood."""
    end = span.end
    year = year_behind(reading, end)
    if span.year is None and year and _ends(reading, end + 1):
        end += 1  # a version that nobody knows: its year is no limit
    if span.year is not None:
        if year_behind(reading, end):
            end += 1
        elif span.start and reading.norms[span.start - 1] == str(span.year):
            reading.use(span.start - 1, span.start)
    reading.use(span.start, end)


def _ends(reading: Reading, end: int) -> bool:
    return end >= len(reading) or reading.words[end].gap != "" or reading.norms[end] == "but"
