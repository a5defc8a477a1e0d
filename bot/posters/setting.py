"""Set a title: break it into balanced lines, as large as its place allows, and never cut it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.posters.lettering import Face, Voice

_SUBTITLE = re.compile(r"^(?P<head>.{2,28}?)(?:: +| +- +| +(?=or:? ))(?P<rest>.{3,})$")
_WEAK = frozenset("a an and at by for from in la le of on or the to with".split())
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
    spans = {(i, j): " ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    widths = {span: face.width(row, voice) for span, row in spans.items()}
    best: tuple[float, Block] | None = None
    for count in range(1, min(len(words), _MOST_LINES) + 1):
        rows = _broken(words, count, widths)
        block = _stacked(face, rows, voice, measure, tallest, left, centred)
        worth = min(line.em for line in block.lines) * (0.94 if not voice.filled else 1.0) ** count
        if best is None or worth > best[0]:
            best = (worth, block)
    assert best is not None
    return best[1]


def _stacked(
    face: Face, rows: Sequence[str], voice: Voice, measure: float, tallest: float, left: float, centred: bool
) -> Block:
    """Rows at the size that fits, each with the box of its ink."""
    widths = [max(face.width(row, voice), 0.05) for row in rows]
    ems = [min(voice.largest, measure / width) for width in widths]
    if not voice.filled:
        ems = [min(ems)] * len(rows)
    block = _placed(face, rows, voice, ems, widths, measure, left, centred)
    if block.height > tallest:
        ems = [em * tallest / block.height for em in ems]
        block = _placed(face, rows, voice, ems, widths, measure, left, centred)
    return block


def _placed(
    face: Face,
    rows: Sequence[str],
    voice: Voice,
    ems: Sequence[float],
    widths: Sequence[float],
    measure: float,
    left: float,
    centred: bool,
) -> Block:
    lines: list[Line] = []
    bottom = 0.0  # of the ink so far
    baseline = 0.0
    for row, em, width in zip(rows, ems, widths, strict=True):
        above, below = (reach * em for reach in face.reach(row, voice))
        if not lines:
            baseline = above
        else:
            # Ordinary lines keep their leading; tall accents and filled lines push the next one down.
            even = baseline + voice.leading * em
            baseline = max(bottom + above + 0.12 * em, 0.0 if voice.filled else even)
        start = left + (measure - width * em) / 2 if centred else left
        box = (start, baseline - above, start + width * em, baseline + below)
        lines.append(Line(text=row, voice=voice, em=em, left=start, baseline=baseline, box=box))
        bottom = box[3]
    return Block(lines=tuple(lines), height=bottom)


def _broken(words: Sequence[str], count: int, widths: Mapping[tuple[int, int], float]) -> list[str]:
    """Words in so many rows that the widest is as narrow as can be; rows do not end on a weak word if it can be helped."""
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
    return [" ".join(words[a:b]) for a, b in pairwise(cost[count, len(words)][1])]
