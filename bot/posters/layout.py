"""Lay a poster out: where the picture goes, where each line of letters goes, and that the two never meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from bot.posters.colour import readable
from bot.posters.design import Design, choose
from bot.posters.lettering import Face, Voice
from bot.posters.setting import Block, Line, set_block, split_title
from bot.posters.spelling import readable_name
from index.movie import Movie

WIDTH = 600.0
"""Units across a poster, whatever its pixels; the height follows its proportions."""

MARGIN = 46.0
_CREDITS = Voice(capitals=True, weight=0.008, tracking=0.085, leading=1.35, largest=20)
_SUBTITLE = Voice(capitals=False, weight=0.008, tracking=0.005, leading=1.16, largest=34)
_MOST_DIRECTORS = 3
_SHORT = 32  # letters of a subtitle that may stand in capitals
_GAP = 22.0  # units between blocks
_BORDER = 30.0  # units of ground around a framed picture

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in units."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole poster, measured."""

    design: Design
    height: float  # units; the width is WIDTH
    picture: Box
    letters: str  # colour of every line
    title: tuple[Line, ...]
    subtitle: tuple[Line, ...]
    credits: tuple[Line, ...]
    rule: Box | None  # a thin line between title and credits

    def lines(self) -> tuple[Line, ...]:
        """All lettering, from the top down."""
        return (*self.title, *self.subtitle, *self.credits)


def lay_out(movie: Movie, face: Face, height: float = 900.0) -> Layout:
    """The layout of a film's poster at a height in units; the width is WIDTH."""
    design = choose(movie)
    title, subtitle, names = _blocks(movie, face, design, height)
    parts = [block for block in (title, subtitle) if block.lines]
    lettered = sum(block.height + _GAP for block in parts) + (_GAP + 8.0 if parts else 0.0) + names.height
    panel = lettered + MARGIN * (1.8 if names.lines else 1.2)
    if design.place == "top":
        picture, y = (0.0, panel, WIDTH, height), MARGIN
    else:
        edge = _BORDER if design.place == "frame" else 0.0
        picture, y = (edge, edge, WIDTH - edge, height - panel), height - panel + MARGIN * 0.8
    placed: list[tuple[Line, ...]] = []
    for block in (title, subtitle):
        placed.append(_lowered(block, y))
        y += block.height + _GAP if block.lines else 0.0
    half = 22.0 if design.centred else WIDTH / 2 - MARGIN
    rule = (WIDTH / 2 - half, y + 2.0, WIDTH / 2 + half, y + 3.6) if parts and names.lines else None
    return Layout(
        design=design,
        height=height,
        picture=picture,
        letters=readable(design.ground, design.palette.ink, design.palette.paper, design.palette.second),
        title=placed[0],
        subtitle=placed[1],
        credits=_lowered(names, y + _GAP + 4.0 if parts else y),
        rule=rule,
    )


def _blocks(movie: Movie, face: Face, design: Design, height: float) -> tuple[Block, Block, Block]:
    """Title, subtitle and credits, each set from y = 0."""
    fit = partial(set_block, face, measure=WIDTH - 2 * MARGIN, left=MARGIN, centred=design.centred)
    head, rest = split_title(readable_name((movie.title, movie.original_title, *movie.aka), face.has))
    title = fit(head, design.voice, tallest=height * (0.24 if rest else 0.3))
    em = min((line.em for line in title.lines), default=0.0)
    if design.voice.capitals and len(rest) < _SHORT:
        voice = replace(_SUBTITLE, capitals=True, tracking=0.06, largest=min(29.0, max(17.0, em * 0.43)))
    else:
        voice = replace(_SUBTITLE, largest=min(34.0, max(20.0, em * 0.5)))
    return title, fit(rest, voice, tallest=height * 0.13), _credits(movie, face, design, height)


def _credits(movie: Movie, face: Face, design: Design, height: float) -> Block:
    """Directors and year: at the two ends of the measure, or together in the middle."""
    fit = partial(set_block, face, voice=_CREDITS, tallest=height * 0.06, centred=design.centred)
    measure = WIDTH - 2 * MARGIN
    names = [name for name in movie.directors[:_MOST_DIRECTORS] if readable_name((name,), face.has)]
    people = " & ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))
    year = str(movie.year) if movie.year else ""
    if design.centred or not people or not year:
        return fit(text=" · ".join(filter(None, (people, year))), measure=measure, left=MARGIN)
    width = face.width(year, _CREDITS) * _CREDITS.largest
    left = fit(text=people, measure=measure - width - 28.0, left=MARGIN)
    right = fit(text=year, measure=width + 0.01, left=WIDTH - MARGIN - width)
    return Block(lines=(*left.lines, *right.lines), height=max(left.height, right.height))


def _lowered(block: Block, y: float) -> tuple[Line, ...]:
    return tuple(
        replace(
            line,
            baseline=line.baseline + y,
            box=(line.box[0], line.box[1] + y, line.box[2], line.box[3] + y),
        )
        for line in block.lines
    )
