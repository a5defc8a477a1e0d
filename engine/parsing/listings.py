"""Lists of titles: where one item of "X, Y and Z" is surely a film, its neighbours are films too."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.parsing.pointing import cue_words
from engine.parsing.reading import Reading
from index.titles import TitleSpan

_JOINS = frozenset({"and", "or", "vs", "then", "also"})
_POLITE = frozenset({"please", "pls", "thanks"})
_NAMING = frozenset({"are", "is", "were", "was"})
_APART = 2  # words from one item to the next, at most


def listings(
    reading: Reading, spans: Sequence[TitleSpan], sure: Callable[[TitleSpan], bool]
) -> frozenset[tuple[int, int]]:
    """The spans that fill an item of a list with a sure title in it: (start, end) word positions."""
    filling: dict[int, TitleSpan] = {}
    for span in spans:  # the longest at each place
        if _fills(reading, span) and (span.start not in filling or span.end > filling[span.start].end):
            filling[span.start] = span
    found: list[TitleSpan] = []
    run: list[TitleSpan] = []
    for following in [*(filling[start] for start in sorted(filling)), None]:
        if following and (not run or _next(reading, run[-1], following)):
            run.append(following)
            continue
        if len(run) > 1:
            anchors = [item for item in run if sure(item)]
            raised = any(item.said[0].isupper() for item in anchors)
            found += [item for item in run if anchors and (not raised or item.said[0].isupper())]
        run = [following] if following else []
    return frozenset((item.start, item.end) for item in found)


def _fills(reading: Reading, span: TitleSpan) -> bool:
    """Whether nothing else stands between the commas (or joins) around a title."""
    start, end = span.start, span.end + (span.year is not None)
    before = reading.norms[start - 1] if start else ""
    opens = not start or reading.words[start].gap != "" or before in _JOINS or cue_words(reading, start) is not None
    opens = opens or (before in _NAMING and reading.words[start].surface[0].isupper())
    if not opens:
        return False
    return end >= len(reading) or reading.words[end].gap != "" or reading.norms[end] in _JOINS | _POLITE


def _next(reading: Reading, one: TitleSpan, other: TitleSpan) -> bool:
    end = one.end + (one.year is not None)
    between = reading.norms[end : other.start]
    if len(between) > _APART or not all(word in _JOINS for word in between):
        return False
    parted = reading.words[min(end, other.start)].gap
    return parted in {",", "\n", ")"} or (bool(between) and not parted)
