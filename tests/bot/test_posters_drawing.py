from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from random import Random

import numpy as np
import pytest
from PIL import Image

from bot.posters import LARGEST_FILE, contact_sheet, draw
from bot.posters.canvas import Canvas, Stencil
from bot.posters.design import _PALETTES, _TABLE
from bot.posters.motifs import MOTIFS
from index.movie import Movie

FILMS = [
    Movie(tmdb=603, title="The Long Way Home", year=1999, genres=("Science Fiction",), directors=("Ann Ó",)),
    Movie(tmdb=604, title="M", year=1931, genres=("Comedy",), keywords=("black and white",)),
    Movie(tmdb=-5, title="기생충", genres=("Horror",)),
    Movie(tmdb=9, title="", genres=()),
]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("movie", FILMS, ids=lambda movie: movie.tmdb)
def test_the_same_film_is_the_same_bytes(movie: Movie) -> None:
    first = draw(movie)
    assert draw(movie) == first
    assert len(first) < LARGEST_FILE
    assert (opened(first).format, opened(first).size) == ("JPEG", (600, 900))


def test_threads_do_not_disturb_each_other() -> None:
    alone = [draw(movie) for movie in FILMS]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(draw, FILMS * 2)) == alone * 2


def test_the_id_makes_the_difference() -> None:
    films = [Movie(tmdb=number, title="Same", genres=("Western",)) for number in (5, -5, 6)]
    assert len({draw(film) for film in films}) == 3


@pytest.mark.parametrize("size", [(300, 450), (500, 750), (401, 601), (600, 800), (780, 1170)])
def test_sizes(size: tuple[int, int]) -> None:
    data = draw(FILMS[0], size)
    assert opened(data).size == size
    assert len(data) < LARGEST_FILE or size[0] > 600


@pytest.mark.parametrize("size", [(0, 0), (59, 90), (900, 600), (60, 80)])
def test_sizes_that_are_no_poster_are_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="upright"):
        draw(FILMS[0], size)


def test_a_contact_sheet_shows_the_posters_in_order() -> None:
    sheet = opened(contact_sheet(FILMS[:3], 2, width=120, gap=10)).convert("RGB")
    assert sheet.size == (10 + 2 * 130, 10 + 2 * 190)
    for film, (left, top) in zip(FILMS, ((10, 10), (140, 10), (10, 200)), strict=False):
        alone = opened(draw(film)).convert("RGB").resize((120, 180), Image.Resampling.LANCZOS)
        shown = np.asarray(sheet.crop((left, top, left + 120, top + 180))).astype(int)
        assert np.abs(shown - np.asarray(alone).astype(int)).mean() < 6
    with pytest.raises(ValueError, match="at least one"):
        contact_sheet([], 3)


def test_motifs_and_their_table_agree() -> None:
    assert set(_TABLE["motifs"]) == set(MOTIFS)
    for rule in _TABLE["motifs"].values():
        assert set(rule["palettes"]) <= set(_PALETTES)
        assert set(rule["places"]) <= {"top", "bottom", "frame"}


@pytest.mark.parametrize("name", MOTIFS)
def test_a_motif_ends_in_the_ground_of_the_letters(name: str) -> None:
    """Where letters may stand under (or over) a picture, most of its last row has the colour that they stand on."""
    rule = _TABLE["motifs"][name]
    for palette in (_PALETTES[p] for p in rule["palettes"]):
        for height in (400, 560, 640):
            art = Canvas(600, height, scale=1, fill=palette.paper)
            MOTIFS[name](art, palette, Random(name))
            pixels = np.asarray(art.image).astype(int)
            assert len(art.image.getcolors(600 * height) or ()) >= 3, "something is drawn"
            for place, row, end in (("top", 0, "head"), ("bottom", -1, "foot")):
                ground = np.array([int(getattr(palette, rule[end])[i : i + 2], 16) for i in (1, 3, 5)])
                share = (np.abs(pixels[row] - ground).sum(axis=1) <= 6).mean()
                assert place not in rule["places"] or name in _OPEN or share >= 0.5, (place, height)


_OPEN = {"shapes", "stripes", "speed", "blinds"}  # what runs out to the edge on purpose


def test_a_stencil_turns_mirrors_and_scales() -> None:
    art = Canvas(100, 100, scale=1, fill="#ffffff")
    assert Stencil(art, 50, 40, 2).at(3, 4) == pytest.approx((56, 48))
    assert Stencil(art, 50, 40, 2, down=10).at(3, 4) == pytest.approx((56, 80))
    assert Stencil(art, 50, 40, 2, side=-1).at(3, 4) == pytest.approx((44, 48))
    assert Stencil(art, 50, 40, 2, turn=90).at(3, 4) == pytest.approx((42, 46))
    Stencil(art, 50, 50, 10).path("-1,-1 1,-1 1,1 -1,1", "#000000")
    black = np.argwhere(np.asarray(art.image.convert("L")) == 0)
    assert black.min(axis=0).tolist() == [40, 40]
    assert black.max(axis=0).tolist() == [60, 60]
