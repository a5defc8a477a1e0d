"""Draw a film's poster, and many on one sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from random import Random

from PIL import Image, ImageChops

from bot.posters.canvas import Canvas
from bot.posters.layout import WIDTH, Layout, lay_out
from bot.posters.lettering import Face
from bot.posters.motifs import MOTIFS
from index.movie import Movie

LARGEST_FILE = 200_000
"""Bytes that a drawn poster of the usual size stays under."""

_FINER = 3  # drawn so many times larger, then reduced: clean edges
_GRAIN = 5  # levels of 255, either way


def draw(movie: Movie, size: tuple[int, int] = (600, 900)) -> bytes:
    """A poster of the film as JPEG, size in pixels (width, height); the same bytes each time for the same film.

    Raises ValueError at a size under 60 x 90 or wider than it is high.
    """
    image = _grained(_drawn(movie, size), movie)
    for quality in (90, 84, 76, 66, 50):
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality, optimize=True, subsampling=0 if quality > 80 else 2)
        if file.tell() < LARGEST_FILE:
            break
    return file.getvalue()


def contact_sheet(movies: Sequence[Movie], columns: int = 6, *, width: int = 240, gap: int = 20) -> bytes:
    """Posters side by side as one JPEG, in order, row by row; width and gap in pixels."""
    if not movies or columns < 1:
        raise ValueError("a contact sheet needs at least one film and one column")
    height = width * 3 // 2
    rows = -(-len(movies) // columns)
    columns = min(columns, len(movies))
    sheet = Image.new("RGB", (gap + columns * (width + gap), gap + rows * (height + gap)), "#f4f1ea")
    for position, movie in enumerate(movies):
        row, column = divmod(position, columns)
        poster = _grained(_drawn(movie, (600, 900)), movie).resize((width, height), Image.Resampling.LANCZOS)
        sheet.paste(poster, (gap + column * (width + gap), gap + row * (height + gap)))
    file = io.BytesIO()
    sheet.save(file, "JPEG", quality=88, optimize=True)
    return file.getvalue()


def _drawn(movie: Movie, size: tuple[int, int]) -> Image.Image:
    """The poster in pixels, without grain."""
    if size[0] < 60 or size[1] < 90 or size[0] > size[1]:
        raise ValueError(f"a poster is upright and at least 60 x 90 pixels, not {size[0]} x {size[1]}")
    face = Face()
    scale = size[0] / WIDTH * _FINER
    layout = lay_out(movie, face, height=size[1] / size[0] * WIDTH)
    page = Canvas(WIDTH, layout.height, scale=scale, fill=layout.design.ground)
    page.place(_picture(layout, scale), *layout.picture[:2])
    if layout.rule:
        page.block(*layout.rule, layout.letters)
    for line in layout.lines():
        face.write(
            page.image,
            line.text,
            line.voice,
            left=line.left * scale,
            baseline=line.baseline * scale,
            em=line.em * scale,
            fill=layout.letters,
        )
    return page.image.reduce(_FINER)


def _picture(layout: Layout, scale: float) -> Canvas:
    left, top, right, bottom = layout.picture
    design = layout.design
    art = Canvas(right - left, bottom - top, scale=scale, fill=design.palette.paper)
    MOTIFS[design.motif](art, design.palette, Random(design.seed + "/picture"))  # noqa: S311 (variety, not secrecy)
    return art


def _grained(image: Image.Image, movie: Movie) -> Image.Image:
    """The image with a print's fine grain, the same for the same film."""
    width, height = image.size
    chance = Random(f"grain/{movie.tmdb}")  # noqa: S311
    noise = Image.frombytes("L", (width, height), chance.randbytes(width * height))
    noise = noise.point([128 + round((level - 127.5) / 127.5 * _GRAIN) for level in range(256)])
    return ImageChops.add(image, Image.merge("RGB", (noise, noise, noise)), scale=1, offset=-128)
