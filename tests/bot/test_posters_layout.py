from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from bot.posters.colour import READABLE, contrast
from bot.posters.design import VOICES, choose, gloom, suits
from bot.posters.drawing import _drawn
from bot.posters.layout import MARGIN, WIDTH, Box, Layout, lay_out
from bot.posters.lettering import Face
from bot.posters.motifs import MOTIFS
from bot.posters.setting import set_block, split_title
from index.movie import GENRES, Movie
from index.sources import starter

STARTER = starter.load()[0]
LONGEST = sorted(STARTER, key=lambda movie: len(movie.title))[-10:]
SHORTEST = sorted(STARTER, key=lambda movie: len(movie.title))[:6]
WIDEST = max(STARTER, key=lambda movie: max(map(len, movie.title.split())))
ODD = (
    Movie(tmdb=1, title="Pneumonoultramicroscopicsilicovolcanoconiosis", year=1999, directors=("A B",)),
    Movie(tmdb=2, title="A " * 60 + "Z", year=2001, directors=("Somebody With A Really Very Long Name Indeed",) * 3),
    Movie(tmdb=3, title="기생충", original_title="기생충", year=2019, directors=("봉준호",)),
    Movie(tmdb=4, title="Ç", genres=("Horror",)),
    Movie(tmdb=5, title=""),
    Movie(tmdb=-6, title="Q: " + "ŷ" * 30, genres=("Western",)),
)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def check(layout: Layout) -> None:
    boxes = [line.box for line in layout.lines()]
    for left, top, right, bottom in boxes:
        assert MARGIN - 0.5 <= left < right <= WIDTH - MARGIN + 0.5
        assert 30 <= top < bottom <= layout.height - 30
    assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]
    assert not [box for box in boxes if overlap(box, layout.picture)]
    assert layout.rule is None or not [box for box in boxes if overlap(box, layout.rule)]
    assert layout.picture[3] - layout.picture[1] >= layout.height * 0.36, "the picture keeps its room"


@pytest.mark.parametrize("movie", [*LONGEST, *SHORTEST, WIDEST, *ODD], ids=lambda movie: movie.title[:20])
def test_every_title_is_drawn_whole_inside_the_margins(movie: Movie) -> None:
    face = Face()
    for tmdb in (movie.tmdb, *range(100, 112)):  # other ids: other voices and places
        layout = lay_out(replace(movie, tmdb=tmdb), face)
        check(layout)
        said = " ".join(line.text for line in (*layout.title, *layout.subtitle))
        wanted = "" if movie.title == "기생충" else " ".join(split_title(movie.title)).strip()
        assert said == wanted


@pytest.fixture(scope="module")
def layouts() -> list[Layout]:
    face = Face()
    return [lay_out(movie, face) for movie in STARTER]


def test_the_whole_starter_fits(layouts: list[Layout]) -> None:
    for layout in layouts:
        check(layout)


def test_letters_can_be_read_on_their_ground(layouts: list[Layout]) -> None:
    for layout in layouts:
        assert contrast(layout.letters, layout.design.ground) >= READABLE


def test_titles_are_large(layouts: list[Layout]) -> None:
    heads = [max(line.em for line in layout.title) for layout in layouts]
    assert min(heads) >= 40, "units of 600"
    assert np.median(heads) >= 80


def test_the_ground_of_the_letters_holds_nothing_else() -> None:
    """Pixels: what is drawn of the picture ends where the picture ends."""
    for movie in STARTER[::40]:
        layout = lay_out(movie, Face())
        image = np.asarray(_drawn(movie, (600, 900)).convert("RGB")).astype(int)
        ground = np.array(Image.new("RGB", (1, 1), layout.design.ground).getpixel((0, 0)))
        blank = np.abs(image - ground).sum(axis=2) < 12
        left, top, right, bottom = (round(v) for v in layout.picture)
        blank[top : bottom + 1, left:right] = True
        for box in (*(line.box for line in layout.lines()), *([layout.rule] if layout.rule else [])):
            x0, y0, x1, y1 = box
            blank[int(y0) - 2 : int(y1) + 3, int(x0) - 2 : int(x1) + 3] = True
        assert blank.all(), movie.title


def test_titles_part_at_their_colon() -> None:
    assert split_title("2001: A Space Odyssey") == ("2001", "A Space Odyssey")
    assert split_title("Either or: Both of Them") == ("Either", "or: Both of Them")
    assert split_title("One - Two Three") == ("One", "Two Three")
    assert split_title("Spider-Man") == ("Spider-Man", "")
    assert split_title("Dead or Alive") == ("Dead", "or Alive")
    assert split_title("4:44 Last Day") == ("4:44 Last Day", "")


def test_lines_are_balanced() -> None:
    def rows(text: str, voice: str = "heavy", measure: float = 508) -> list[str]:
        block = set_block(Face(), text, VOICES[voice], measure=measure, tallest=270, left=46, centred=False)
        return [line.text for line in block.lines]

    assert rows("The Good, the Bad and the Ugly") == ["The Good,", "the Bad and", "the Ugly"]
    assert rows("Heat") == ["Heat"]
    assert rows("The Godfather", "block") == ["The", "Godfather"]
    plain = set_block(
        Face(), "A Considerably Long One", VOICES["heavy"], measure=300, tallest=270, left=46, centred=False
    )
    assert len(plain.lines) > 1
    assert len({line.em for line in plain.lines}) == 1, "one size unless filled"
    block = set_block(Face(), "One Three", VOICES["block"], measure=508, tallest=900, left=46, centred=False)
    assert block.lines[1].box[2] == pytest.approx(46 + 508, abs=0.01), "a filled line is as wide as the measure"


@pytest.mark.parametrize("genre", GENRES)
def test_every_genre_has_a_motif_of_its_own_and_a_palette(genre: str) -> None:
    movie = Movie(tmdb=11, title="Film", genres=(genre,))
    best = max(MOTIFS, key=lambda motif: suits(movie, motif))
    assert suits(movie, best) >= 2.0
    chosen = {choose(replace(movie, tmdb=number)).motif for number in range(20)}
    assert all(suits(movie, motif) > 0 for motif in chosen)


def test_motif_and_gloom_follow_the_film() -> None:
    def motif(*genres: str, keywords: tuple[str, ...] = ()) -> set[str]:
        films = (Movie(tmdb=n, title="F", genres=genres, keywords=keywords) for n in range(12))
        return {choose(film).motif for film in films}

    assert motif("Western") == {"mesas"}
    assert motif("War") == {"searchlights"}
    assert motif("Documentary") == {"lens"}
    assert motif("Documentary", "Adventure", keywords=("rock climbing", "mountain")) == {"peak"}
    assert motif("Crime", keywords=("mafia",)) == {"jacket"}
    assert motif("Comedy", keywords=("airplane",)) == {"aeroplane"}
    assert motif("Family", keywords=("talking bear",)) == {"bear"}
    horror, family = (Movie(tmdb=1, title="F", genres=(g,)) for g in ("Horror", "Family"))
    assert gloom(horror) > 0.8 > 0.2 > gloom(family)
    assert gloom(replace(family, moods={"scary": 4, "dark": 4, "tense": 4})) > 0.8, "moods before genres"


def test_films_shot_in_black_and_white_are_printed_so() -> None:
    plain = Movie(tmdb=7, title="F", year=1950, genres=("Comedy",))
    grey = choose(replace(plain, keywords=("black and white",))).palette
    assert grey == choose(replace(plain, year=1925)).palette
    spread = [max(c) - min(c) for c in ([int(x[i : i + 2], 16) for i in (1, 3, 5)] for x in (grey.main, grey.second))]
    assert max(spread) <= 45
    assert choose(plain).palette != grey


def test_films_of_one_motif_differ() -> None:
    designs = [choose(Movie(tmdb=number, title="F", genres=("Western",))) for number in range(30)]
    assert len({design.palette for design in designs}) >= 25
    assert len({design.voice for design in designs}) >= 2
    assert {design.place for design in designs} == {"top", "bottom"}
