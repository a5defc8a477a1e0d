"""Which stretches of a message name films, and as what: a film to be like, unlike, or one already seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.parsing.listings import listings
from engine.parsing.phrases import Entry, listed, wishes
from engine.parsing.pointing import Link, Role, cue_of, year_behind
from engine.parsing.reading import Reading
from index.titles import ARTICLES, Kind, TitleIndex, TitleSpan, little_words

_ENOUGH = 1.0  # evidence from which a span is a title
_KNOWN = 2.4  # fame below which everyday words are hardly ever meant as a title, by
_HARDLY_KNOWN = (1.5, 0.8)  # for each point below, with titles of one and of two words
_LONG_SPAN = 0.3  # for each word more of a title, up to
_LONGEST_COUNTED = 4
_FAMOUS = 3.0  # fame from which everyday words may be a title
_ATTACHED = frozenset({"it", "up", "me", "this", "that", "them", "us", "my", "out", "off", "down", "into"})
_STRONG = 2.0  # weight of a cue behind which hardly anything but a title stands
_POINTING = frozenset(
    {"it", "this", "that", "these", "those", "them", "me", "us", "you", "him", "1", "the", "a", "an", "i", "will"}
)
_POLITE_WORDS = 4
_POLITE = frozenset({"please", "pls", "thanks"})
_BEFORE_JUDGING = 3  # little words between a title and what is said of it: "X, which I thought was boring"
_JUDGING = frozenset(
    {"which", "that", "and", "but", "it", "i", "we", "they", "thought", "found", "honestly", "really", "just"}
)
_THERE = frozenset({"in", "to", "from", "near", "around"})
_WHEN = frozenset({"from", "in", "of", "before", "after", "since", "until", "around", "year"})
_IN_LIST = 2.4
_NEWEST = frozenset({"new", "newer", "newest", "latest", "recent"})
_FIRST = frozenset({"original", "old", "1st"})
_KIND = {Kind.FULL: 0.0, Kind.SHORT: -0.3, Kind.TAIL: -0.7, Kind.FRANCHISE: -0.2, Kind.ACRONYM: -0.6}
_NO_TITLE = frozenset({"genre", "occasion", "audience", "place", "mood", "chatter", "era", "latest", "length", "fame"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a span is judged beside."""

    links: list[Link]  # films named before it
    known: frozenset[int] = frozenset()  # TMDB ids of films that were shown
    listed: frozenset[tuple[int, int]] = frozenset()  # spans in lists of titles


def link_titles(reading: Reading, titles: TitleIndex, known: frozenset[int] = frozenset()) -> list[Link]:
    """Films that the message names; uses up their words. `known` are films on the beside: they need less of a cue."""
    spans = [span for span in titles.titles(reading.written) if reading.free(span.start, span.end)]
    by_start: dict[int, list[TitleSpan]] = {}
    for span in spans:
        by_start.setdefault(span.start, []).append(span)
    links: list[Link] = []
    bare = Beside(links=links, known=known)
    beside = replace(bare, listed=listings(reading, spans, lambda span: judge(reading, span, bare)[0] >= _ENOUGH))
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
    newest, first = word in _NEWEST and reading.norms[before - 1] == "the", word in _FIRST
    if not (newest or first):
        if behind >= len(reading) or reading.norms[behind] != "original":
            return link
        before = behind
    reading.use(before, before + 1)
    years = {film: facts.year or 0 for film in link.span.films if (facts := titles.film(film))}
    films = tuple(sorted(years, key=lambda film: -years[film] if newest else years[film]))
    return replace(link, span=replace(link.span, films=films))


def _best(
    reading: Reading, here: Sequence[TitleSpan], by_start: dict[int, list[TitleSpan]], beside: Beside
) -> Link | None:
    judged = [judge(reading, span, beside) for span in here if reading.free(span.start, span.end)]
    judged = [(score, link) for score, link in judged if score >= _ENOUGH]
    if not judged:
        return None
    score, best = max(judged, key=lambda found: (found[0] + found[1].span.end, found[1].span.end))
    for later in range(best.span.start + 1, best.span.end):
        for span in by_start.get(later, ()):
            if span.end > best.span.end and judge(reading, span, beside)[0] > score + 0.5:
                return None
    return best


def judge(reading: Reading, span: TitleSpan, beside: Beside) -> tuple[float, Link]:
    """Evidence that a span is meant as a title (from `_ENOUGH` it is), and the link that it would be."""
    cue = cue_of(reading, span, beside.links)
    listed_here = (span.start, span.end) in beside.listed
    behind = _behind(reading, span)
    role = behind or (cue.role if cue else Role.LIKED)
    score = (cue.weight if cue else 0.0) + (1.0 if behind else 0.0)
    score += 3.0 * span.quoted + 3.0 * (span.year is not None)
    score += 3.5 if _solely(reading, span) else 2.5 if _alone(reading, span) else 0.0
    score += _after(reading, span)
    score += (1.1 + 0.4 * (span.words > 1 or span.rare > 0)) * span.capitals if reading.mixed else 0.0
    score += 0.8 * min(span.rare, 2) + _LONG_SPAN * min(span.words - 1, _LONGEST_COUNTED)
    score += 0.35 * (span.fame - 2.0) + _KIND[span.kind] - _obscure(span)
    score += _IN_LIST if listed_here else 0.0
    score += 1.0 if beside.known.intersection(span.films) else 0.0
    named = cue is not None and cue.weight >= _STRONG and _closes(reading, span.end)
    score += 1.5 if named else 0.0  # "something like up": nothing else can be meant
    doubts = _doubts(reading, span, named=named)
    listing = cue is not None and cue.listed and reading.words[span.start].surface[0].isupper()
    score += doubts / 2 if listing or listed_here else doubts
    start = cue.start if cue and cue.spent else span.start
    return score, Link(span=span, role=role, start=start)


def _obscure(span: TitleSpan) -> float:
    """What speaks against everyday words as the title of a film that hardly anybody knows."""
    if span.quoted or span.year is not None or span.rare or span.words > len(_HARDLY_KNOWN):
        return 0.0
    return _HARDLY_KNOWN[span.words - 1] * max(0.0, _KNOWN - span.fame)


def _doubts(reading: Reading, span: TitleSpan, *, named: bool) -> float:
    """What speaks against a title: everyday words, words that are wishes themselves, a missing article."""
    if span.quoted or span.year is not None:
        return 0.0
    doubt = 0.0
    words = reading.norms[span.start : span.end]
    if span.rare == 0:
        doubt -= 1.6 if span.words == 1 else 0.9 if span.words == 2 else 0.3
    if all(len(word) == 1 for word in words):
        doubt -= 0.0 if _solely(reading, span) else 3.0
    if all(word in little_words() for word in words):
        doubt -= 0.8 if span.capitals >= 1.0 or ((named or _solely(reading, span)) and span.fame >= _FAMOUS) else 2.4
    whole = _solely(reading, span)
    hit = None if whole and span.article and words[0] in ARTICLES else _wish_over(reading, span)
    kinds = {entry.kind for entry in hit[1]} if hit else set()
    if hit and kinds and not (kinds == {"chatter"} and _solely(reading, span)):
        doubt -= 1.0 * (span.fame < _FAMOUS and span.words == 1)
        exactly = words[-1] == reading.folded[span.end - 1] or (hit[0] == span.end and span.words > 1)
        doubt -= 2.4 if kinds & _NO_TITLE or hit[0] > span.end else 1.0 if exactly else 1.8
        doubt += 1.2 * (span.words > 2) + 0.7 * (span.capitals > 0 and span.words > 1)
    if span.words == 1 and words[-1].isdigit() and span.start and reading.norms[span.start - 1] in _WHEN:
        doubt -= 3.0  # "from 2001" is a year
    if span.words == 1 and span.start and reading.norms[span.start - 1] in _THERE:
        doubt -= 1.0  # "set in budapest"
    if not span.article:
        doubt -= 0.7 if span.words == 1 else 0.2
    if span.end < len(reading) and span.words == 1 and not span.rare and reading.words[span.end].gap == "":
        following = reading.norms[span.end]
        if following in _ATTACHED or not (
            following in little_words() or following == "meets" or _is_talk(reading, span.end)
        ):
            doubt -= 1.0  # "drive fast", "room service": the word belongs to what follows
    return doubt / 2 if span.capitals >= 1.0 and reading.mixed else doubt


def _wish_over(reading: Reading, span: TitleSpan) -> tuple[int, list[Entry]] | None:
    """The phrase of the lexicons that covers a title and more before it ("for grown ups"), or at least the title."""
    first = span.start + (reading.norms[span.start] in ARTICLES and span.end - span.start > 1)
    for start in (*range(max(0, first - 2), first), first):
        hit = wishes().at(reading.folded, start)
        if hit and hit[0] >= span.end and (start == first or hit[1][0].kind != "chatter"):
            return hit
    return None


def _closes(reading: Reading, end: int) -> bool:
    """Whether nothing follows in the same clause."""
    if reading.norms[end - 1] in _POINTING:
        return False
    return end == len(reading) or bool(reading.words[end].gap) or reading.norms[end] in {"but", "and", "or", "please"}


def _solely(reading: Reading, span: TitleSpan) -> bool:
    """Whether the message is the title and nothing else but "please"."""
    if len(reading) > span.end - span.start + _POLITE_WORDS:
        return False
    others = (*reading.norms[: span.start], *reading.norms[span.end + (span.year is not None) :])
    return all(word in _POLITE for word in others)


def _alone(reading: Reading, span: TitleSpan) -> bool:
    """Whether nothing but talk stands in the same message, or on the same line."""
    if span.start and reading.norms[span.start - 1] in _THERE:
        return False
    tells = span.words > 1 or span.rare > 0
    if tells and all(_is_talk(reading, at) for at in range(len(reading)) if not span.start <= at < span.end):
        return True
    starts = span.start == 0 or reading.words[span.start].gap == "\n"
    ends = span.end == len(reading) or reading.words[span.end].gap in {"\n", "("}
    return (
        starts
        and ends
        and (span.words > 1 or span.rare > 0 or span.capitals > 0 or reading.said(span.start, span.end)[0].isupper())
    )


def _is_talk(reading: Reading, place: int) -> bool:
    if reading.used[place] or reading.norms[place] in little_words():
        return True
    hit = listed("talk", "chatter").at(reading.folded, place)
    return hit is not None


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
