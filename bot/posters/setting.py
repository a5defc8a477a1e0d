"""Set a title: break it into balanced lines, as large as its place allows, and never cut it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.posters.lettering import Face, Voice

_SUBTITLE = re.compile(r"^(?P<head>.{2,28}?)(?:: +| +- +| +(?=or:? ))(?P<rest>.{3,})$")
_WEAK = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "&"))
_MOST_LINES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of lettering on the poster, in units."""

    text: str
    voice: Voice
    em: float
    left: float
    baseline: float
    box: tuple[float, float, float, float]  # left, top, right, bottom of what is inked


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Lines set together, from y = 0 downwards."""

    lines: tuple[Line, ...]
    height: float  # units, to the lowest ink


def split_title(title: str) -> tuple[str, str]:
    """A title's head and its subtitle, which is empty where it has none; the colon between them is dropped."""
    found = _SUBTITLE.match(title.strip())
    return (found["head"], found["rest"]) if found else (title.strip(), "")


def set_block(
    face: Face, text: str, voice: Voice, *, measure: float, tallest: float, left: float, centred: bool
) -> Block:
    """The text in a voice, in as many lines as make it largest within a measure (width) and a height, in units."""
    words = text.split()
    if not words:
        return Block(lines=(), height=0.0)
    # Words keep their shape in any line, so every line's width follows from those of its words.
    single, space = [face.width(word, voice) for word in words], face.space(voice)
    widths = {
        (i, j): sum(single[i:j]) + (j - i - 1) * space for i in range(len(words)) for j in range(i + 1, len(words) + 1)
    }
    best: tuple[float, Block] | None = None
    for count in range(1, min(len(words), _MOST_LINES) + 1):
        spans = _broken(words, count, widths)
        rows = [" ".join(words[i:j]) for i, j in spans]
        lengths = [widths[span] for span in spans]
        block = _stacked(face, rows, lengths, voice, measure=measure, tallest=tallest, left=left, centred=centred)
        worth = min(line.em for line in block.lines)
        if not voice.filled:  # fewer lines, and none much shorter than the others
            worth *= 0.95**count * (0.7 + 0.3 * min(lengths) / max(lengths))
        if best is None or worth > best[0]:
            best = (worth, block)
    assert best is not None
    return best[1]


def _stacked(
    face: Face,
    rows: Sequence[str],
    lengths: Sequence[float],
    voice: Voice,
    *,
    measure: float,
    tallest: float,
    left: float,
    centred: bool,
) -> Block:
    """Rows at the size that fits, each with the box of its ink; lengths are their widths in ems."""
    ems = [min(voice.largest, measure / length) for length in lengths]
    if not voice.filled:
        ems = [min(ems)] * len(rows)
    for _ in range(2):  # the second time where the first was too tall
        placed: list[Line] = []
        for row, em, length in zip(rows, ems, lengths, strict=True):
            start = left + (measure - length * em) / 2 if centred else left
            placed.append(_below(placed[-1] if placed else None, face, row, voice, em=em, left=start, length=length))
        height = placed[-1].box[3]
        if height <= tallest:
            break
        ems = [em * tallest / height * 0.999 for em in ems]
    return Block(lines=tuple(placed), height=height)


def _below(upper: Line | None, face: Face, row: str, voice: Voice, *, em: float, left: float, length: float) -> Line:
    """A row under another line: at its leading, or further down where tall accents or its own size ask for it."""
    above, below = (reach * em for reach in face.reach(row, voice))
    baseline = above
    if upper is not None:
        clear = upper.box[3] + above
        baseline = clear + 0.12 * em if voice.filled else max(clear + 0.05 * em, upper.baseline + voice.leading * em)
    box = (left, baseline - above, left + length * em, baseline + below)
    return Line(text=row, voice=voice, em=em, left=left, baseline=baseline, box=box)


def _broken(words: Sequence[str], count: int, widths: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Spans of words for so many rows of even width; rows do not end on a weak word if it can be helped."""
    cost: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 0): (0.0, (0,))}
    target = widths[0, len(words)] / count
    for row in range(1, count + 1):
        for end in range(row, len(words) + 1):
            options = []
            for start in range(row - 1, end):
                if (row - 1, start) not in cost:
                    continue
                before, cuts = cost[row - 1, start]
                weak = 0.06 if end < len(words) and words[end - 1].lower() in _WEAK else 0.0
                price = before + (widths[start, end] / target - 1) ** 2 + weak
                options.append((price, (*cuts, end)))
            cost[row, end] = min(options)
    return list(pairwise(cost[count, len(words)][1]))
