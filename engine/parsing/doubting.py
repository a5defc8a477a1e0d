"""What speaks against a stretch of words as a title: that everybody uses them, or that they mean something else."""

from __future__ import annotations

import math

from engine.parsing.phrases import Entry, listed, wishes
from engine.parsing.pointing import cue_words, year_behind
from engine.parsing.reading import Reading
from index.titles import ARTICLES, TitleSpan, little_words

_KNOWN = (0.8, 0.45)  # fame below which a title of few words is less and less often meant, and more for each tenfold
# of films in the catalogue, since there they spell more everyday words; by
_HARDLY_KNOWN = (2.0, 0.8, 0.4)  # for each point below, with titles of one, two and three everyday words
_RARELY_KNOWN = (1.5, 0.3, 0.2)  # the same for a title with a rare word
_LETTERS = 4.0  # what speaks against single letters as a title
_WITHIN_NAME = 2.4  # against one word of a longer name; halved for its capital, as every doubt
_FAMOUS = 3.0  # fame from which everyday words may be a title
_ATTACHED = frozenset({"it", "up", "me", "this", "that", "them", "us", "my", "out", "off", "down", "into"})
_POINTING = frozenset(
    {"it", "this", "that", "these", "those", "them", "me", "us", "you", "him", "1", "the", "a", "an", "i", "will"}
)
_POLITE_WORDS = 4
_POLITE = frozenset({"please", "pls", "thanks"})
_WHEN = frozenset({"from", "in", "of", "before", "after", "since", "until", "around", "year"})
_NO_TITLE = frozenset({"genre", "occasion", "audience", "place", "mood", "chatter", "era", "latest", "length", "fame"})
MOST_FOR = 0.9
"""What `doubts` says at the most: a phrase of the lexicons that has a capital and is long."""
THERE = frozenset({"in", "to", "from", "near", "around"})


def doubts(reading: Reading, span: TitleSpan, *, named: bool) -> float:
    """What speaks against a title: everyday words, words that are wishes themselves, a missing article."""
    if span.quoted and not stressed(reading, span):
        return 0.0
    within = span.words == 1 and span.capitals >= 1.0 and reading.mixed and _of_a_name(reading, span)
    if dated(reading, span):
        return -_WITHIN_NAME * within
    doubt = -_WITHIN_NAME * within
    words = reading.norms[span.start : span.end]
    if span.rare == 0:
        doubt -= 1.6 if span.words == 1 else 0.9 if span.words == 2 else 0.3
    if all(len(word) == 1 for word in words) and not solely(reading, span):
        return -_LETTERS
    if only_little(reading, span):
        doubt -= 0.8 if span.capitals >= 1.0 or ((named or solely(reading, span)) and span.fame >= _FAMOUS) else 2.4
    whole = solely(reading, span)
    hit = None if whole and span.article and words[0] in ARTICLES else _wish_over(reading, span)
    kinds = {entry.kind for entry in hit[1]} if hit else set()
    if hit and kinds and not (kinds == {"chatter"} and solely(reading, span)):
        doubt -= 1.0 * (span.fame < _FAMOUS and span.words == 1)
        exactly = words[-1] == reading.folded[span.end - 1] or (hit[0] == span.end and span.words > 1)
        doubt -= 2.4 if kinds & _NO_TITLE or hit[0] > span.end else 1.0 if exactly else 1.8
        doubt += 1.2 * (span.words > 2) + 0.7 * (span.capitals > 0 and span.words > 1)
    if span.words == 1 and words[-1].isdigit() and span.start and reading.norms[span.start - 1] in _WHEN:
        doubt -= 3.0  # "from 2001" is a year
    if span.words == 1 and span.start and reading.norms[span.start - 1] in THERE:
        doubt -= 1.0  # "set in budapest"
    if not span.article:
        doubt -= 0.7 if span.words == 1 else 0.2
    if span.end < len(reading) and span.words == 1 and not span.rare and reading.words[span.end].gap == "":
        following = reading.norms[span.end]
        if following in _ATTACHED or not (
            following in little_words() or following == "meets" or is_talk(reading, span.end)
        ):
            doubt -= 1.0  # "drive fast", "room service": the word belongs to what follows
    return doubt / 2 if span.capitals >= 1.0 and reading.mixed else doubt


def obscure(span: TitleSpan, films: int) -> float:
    """What speaks against a title of few words when hardly anybody knows the film."""
    if span.year is not None or span.words > len(_HARDLY_KNOWN):  # a year settles it
        return 0.0
    weight = _RARELY_KNOWN[span.words - 1] if span.rare else _HARDLY_KNOWN[span.words - 1]
    known = _KNOWN[0] + _KNOWN[1] * math.log10(max(1, films))
    return weight * max(0.0, known - span.fame) * (0.5 if span.quoted else 1.0)


def stressed(reading: Reading, span: TitleSpan) -> bool:
    """Whether a quoted everyday word is likelier stressed than a title: others of the message have capitals, it not."""
    return span.words == 1 and not span.rare and not span.capitals and reading.mixed


def dated(reading: Reading, span: TitleSpan) -> bool:
    """Whether the year of the film stands beside: behind, or before words that are not such as "till 2020 will do"."""
    return span.year is not None and not (only_little(reading, span) and not year_behind(reading, span.end))


def only_little(reading: Reading, span: TitleSpan) -> bool:
    """Whether a title has nothing but little words."""
    return all(word in little_words() for word in reading.norms[span.start : span.end])


def _of_a_name(reading: Reading, span: TitleSpan) -> bool:
    """Whether a capitalised word that is not understood stands right beside: "Cobra Verde", "the Blair Witch"."""
    before, behind = span.start - 1, span.end
    if behind < len(reading) and reading.words[behind].gap == "" and _unread_name(reading, behind):
        return True
    first = before >= 0 and reading.begins(before)
    return before >= 0 and reading.words[span.start].gap == "" and not first and _unread_name(reading, before)


def _unread_name(reading: Reading, place: int) -> bool:
    told = reading.used[place] or reading.norms[place] in little_words() or is_talk(reading, place)
    return reading.words[place].surface[0].isupper() and not told and cue_words(reading, place + 1) is None


def _wish_over(reading: Reading, span: TitleSpan) -> tuple[int, list[Entry]] | None:
    """The phrase of the lexicons that covers a title and more before it ("for grown ups"), or at least the title."""
    first = span.start + (reading.norms[span.start] in ARTICLES and span.end - span.start > 1)
    for start in (*range(max(0, first - 2), first), first):
        hit = wishes().at(reading.folded, start)
        if hit and hit[0] >= span.end and (start == first or hit[1][0].kind != "chatter"):
            return hit
    return None


def closes(reading: Reading, end: int) -> bool:
    """Whether nothing follows in the same clause."""
    if reading.norms[end - 1] in _POINTING:
        return False
    return end == len(reading) or bool(reading.words[end].gap) or reading.norms[end] in {"but", "and", "or", "please"}


def solely(reading: Reading, span: TitleSpan) -> bool:
    """Whether the message is the title and nothing else but "please"."""
    if len(reading) > span.end - span.start + _POLITE_WORDS:
        return False
    others = (*reading.norms[: span.start], *reading.norms[span.end + (span.year is not None) :])
    return all(word in _POLITE for word in others)


def is_talk(reading: Reading, place: int) -> bool:
    """Whether a word is understood already, or says nothing of its own."""
    if reading.used[place] or reading.norms[place] in little_words():
        return True
    hit = listed("talk", "chatter").at(reading.folded, place)
    return hit is not None
