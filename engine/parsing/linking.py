"""Which stretches of a message name films, and as what: a film to be like, unlike, or one already seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from engine.parsing.phrases import Table, listed, listed_together, wishes
from engine.parsing.reading import Reading
from index.titles import Kind, TitleIndex, TitleSpan, little_words

_ENOUGH = 1.0  # evidence from which a span is a title
_LONG_SPAN = 0.3  # for each word more of a title, up to
_LONGEST_COUNTED = 4
_FAMOUS = 3.0  # fame from which everyday words may be a title
_ATTACHED = frozenset({"it", "up", "me", "this", "that", "them", "us", "my", "out", "off", "down", "into"})
_WEAK = 0.5  # weight of a bare "not"
_STRONG = 2.0  # weight of a cue behind which hardly anything but a title stands
_POINTING = frozenset(
    {"it", "this", "that", "these", "those", "them", "me", "us", "you", "him", "1", "the", "a", "an", "i", "will"}
)
_WHEN = frozenset({"from", "in", "of", "before", "after", "since", "until", "around", "year"})
_KIND = {Kind.FULL: 0.0, Kind.SHORT: -0.3, Kind.TAIL: -0.7, Kind.FRANCHISE: -0.2, Kind.ACRONYM: -0.6}
_NO_TITLE = frozenset({"genre", "occasion", "audience", "place", "mood", "chatter", "era", "latest", "length", "fame"})


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


_MAKING = (Role.MAKER, Role.LEAD, Role.SCORER, Role.WRITER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A stretch that names a film."""

    span: TitleSpan
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    role: Role
    weight: float
    listed: bool = False  # it stands in a list, behind another title


def link_titles(reading: Reading, titles: TitleIndex, known: frozenset[int] = frozenset()) -> list[Link]:
    """Films that the message names; uses up their words. `known` are films on the table: they need less of a cue."""
    spans = [span for span in titles.titles(reading.written) if reading.free(span.start, span.end)]
    by_start: dict[int, list[TitleSpan]] = {}
    for span in spans:
        by_start.setdefault(span.start, []).append(span)
    links: list[Link] = []
    place = 0
    while place < len(reading):
        found = _best(reading, by_start, place, links, known)
        if found is None:
            place += 1
            continue
        links.append(found)
        use(reading, found.span)
        place = found.span.end
    return links


def _best(
    reading: Reading, by_start: dict[int, list[TitleSpan]], place: int, links: list[Link], known: frozenset[int]
) -> Link | None:
    judged = [judge(reading, span, links, known) for span in by_start.get(place, ()) if reading.free(place, span.end)]
    judged = [(score, link) for score, link in judged if score >= _ENOUGH]
    if not judged:
        return None
    score, best = max(judged, key=lambda found: (found[0] + 1.0 * (found[1].span.end - place), found[1].span.end))
    for later in range(place + 1, best.span.end):
        for span in by_start.get(later, ()):
            if span.end > best.span.end and judge(reading, span, links, known)[0] > score + 0.5:
                return None
    return best


def judge(reading: Reading, span: TitleSpan, links: list[Link], known: frozenset[int]) -> tuple[float, Link]:
    """Evidence that a span is meant as a title (from `_ENOUGH` it is), and the link that it would be."""
    cue = _cue(reading, span, links)
    behind = _behind(reading, span)
    role = behind or (cue.role if cue else Role.LIKED)
    score = (cue.weight if cue else 0.0) + (1.0 if behind else 0.0)
    score += 3.0 * span.quoted + 3.0 * (span.year is not None)
    score += 3.5 if _solely(reading, span) else 2.5 if _alone(reading, span) else 0.0
    score += _after(reading, span)
    score += (0.9 + 0.4 * (span.words > 1 or span.rare > 0)) * span.capitals if reading.mixed else 0.0
    score += 0.8 * min(span.rare, 2) + _LONG_SPAN * min(span.words - 1, _LONGEST_COUNTED)
    score += 0.35 * (span.fame - 2.0) + _KIND[span.kind]
    score += 1.0 if known.intersection(span.films) else 0.0
    named = cue is not None and cue.weight >= _STRONG and _closes(reading, span.end)
    score += 1.5 if named else 0.0  # "something like up": nothing else can be meant
    doubts = _doubts(reading, span, named=named)
    listing = cue is not None and cue.listed and reading.words[span.start].surface[0].isupper()
    score += doubts / 2 if listing else doubts
    return score, Link(span=span, role=role)


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
    hit = wishes().at(reading.folded, span.start + (words[0] in {"the", "a", "an"} and len(words) > 1))
    kinds = {entry.kind for entry in hit[1]} if hit and hit[0] >= span.end else set()
    if hit and kinds and not (kinds == {"chatter"} and _solely(reading, span)):
        doubt -= 1.0 * (span.fame < _FAMOUS and span.words == 1)
        exactly = words[-1] == reading.folded[span.end - 1] or (hit[0] == span.end and span.words > 1)
        doubt -= 2.4 if kinds & _NO_TITLE or hit[0] > span.end else 1.0 if exactly else 1.8
        doubt += 1.2 * (span.words > 2) + 0.7 * (span.capitals > 0 and span.words > 1)
    if span.words == 1 and words[-1].isdigit() and span.start and reading.norms[span.start - 1] in _WHEN:
        doubt -= 3.0  # "from 2001" is a year
    if not span.article:
        doubt -= 0.7 if span.words == 1 else 0.2
    if span.end < len(reading) and span.words == 1 and not span.rare and reading.words[span.end].gap == "":
        following = reading.norms[span.end]
        if following in _ATTACHED or (following not in little_words() and following not in {"meets", "vibes"}):
            doubt -= 1.0  # "drive fast", "room service": the word belongs to what follows
    return doubt / 2 if span.capitals >= 1.0 and reading.mixed else doubt


def _closes(reading: Reading, end: int) -> bool:
    """Whether nothing follows in the same clause."""
    if reading.norms[end - 1] in _POINTING:
        return False
    return end == len(reading) or bool(reading.words[end].gap) or reading.norms[end] in {"but", "and", "or", "please"}


def _solely(reading: Reading, span: TitleSpan) -> bool:
    """Whether the message is the title and nothing else."""
    return len(reading) == span.end - span.start + (span.year is not None)


def _alone(reading: Reading, span: TitleSpan) -> bool:
    """Whether nothing but talk stands in the same message, or on the same line."""
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


def _cue(reading: Reading, span: TitleSpan, links: list[Link]) -> _Cue | None:
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
            return _Cue(role=role_at(reading, role, hit[0], at), weight=2.2 if opens else weight)
    return _ruled_out(reading, start)


def _ruled_out(reading: Reading, start: int) -> _Cue | None:
    """The negation right before a title: "but not X"."""
    for at in range(start, max(0, start - 3), -1):
        hit = listed("scopes", "cues").before(reading.folded, at)
        if hit and not _parted(reading, hit[0] + 1, start + 1):
            return _Cue(role=Role.LEFT_OUT, weight=_WEAK)
        if reading.norms[at - 1] not in _BETWEEN_NOT:
            return None
    return None


def cue_words(reading: Reading, end: int) -> tuple[int, str] | None:
    """The cue that ends right before a word: where it begins, and its list."""
    hit = listed_together("cues", *CUES).before(reading.folded, end)
    return (hit[0], hit[1][0]) if hit else None


def role_at(reading: Reading, role: Role, start: int, end: int) -> Role:
    """The role that a cue gives, from its first word to its last: some cues turn by what stands around them."""
    if reading.norms[end - 1] == "than":
        return Role.THAN
    if role is Role.LIKED and listed("scopes", "cues").before(reading.folded, start):
        return Role.DISLIKED  # "nothing similar to X"
    return role


def _parted(reading: Reading, start: int, end: int) -> bool:
    return any(
        reading.words[at].gap in {".", "\n"} and reading.norms[at - 1] != "like"
        for at in range(start, min(end, len(reading)))
    )


def _inherited(reading: Reading, span: TitleSpan, links: list[Link]) -> _Cue | None:
    """The role of the film before, when only commas and "and" stand between."""
    if not links:
        return None
    last = links[-1]
    end = last.span.end + _year_behind(reading, last.span.end)
    between = reading.folded[end : span.start]
    joins = listed("cues", "joins")
    if len(between) > 3 or (between and not joins.covers(between, Table([("the", ""), ("a", "")]))):
        return None
    gap = reading.words[span.start].gap if not between else reading.words[end].gap
    if gap == "." or (not between and gap == ""):
        return None
    return _Cue(role=last.role, weight=2.4 if not between else 1.6, listed=True)


def _year_behind(reading: Reading, end: int) -> int:
    return int(end < len(reading) and reading.norms[end].isdigit() and len(reading.norms[end]) == 4)


def _behind(reading: Reading, span: TitleSpan) -> Role | None:
    """A judgement right behind the title: "X was great"."""
    end = span.end + _year_behind(reading, span.end)
    if end >= len(reading):
        return None
    if listed("cues", "after_dislike").at(reading.folded, end):
        return Role.DISLIKED
    if listed("cues", "after_like").at(reading.folded, end):
        return Role.LIKED
    return None


def _after(reading: Reading, span: TitleSpan) -> float:
    """What the words behind a title that opens the message say: "X but funnier", "X meets Y"."""
    end = span.end + _year_behind(reading, span.end)
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
    if span.year is not None:
        if _year_behind(reading, end):
            end += 1
        elif span.start and reading.norms[span.start - 1] == str(span.year):
            reading.use(span.start - 1, span.start)
    reading.use(span.start, end)


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
