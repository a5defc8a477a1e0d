"""The page: whole, on its own, and with plots that can be read."""

from __future__ import annotations

import base64
import builtins
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from index.errors import MatineeIndexError
from index.explore import explore

matplotlib = pytest.importorskip("matplotlib", reason="plots need the extra [explore]")
pytest.importorskip("jinja2", reason="the page needs the extra [explore]")

from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402

from index.explore import drawing  # noqa: E402
from index.explore import films as of_films  # noqa: E402
from index.explore.drawing.ink import ACCENT, FAINT, GROUND, INK, MAIN  # noqa: E402
from index.explore.leanings import AGES  # noqa: E402
from index.explore.story import about_films, about_ratings  # noqa: E402
from index.movie import GENRES  # noqa: E402
from index.sources.tmdb.notices import TMDB_NOTICE  # noqa: E402

VOID = {"meta", "img", "br", "link", "hr"}


class Reader(HTMLParser):
    """Reads a page and fails where a tag is closed that is not open."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.open, self.tags, self.text = [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag} says {names}"
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.text.append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]

    def said(self):
        return " ".join(" ".join(self.text).split())


@pytest.fixture(scope="module")
def page(explored_bundle, some_ratings):
    return explore(explored_bundle, some_ratings)


@pytest.fixture(scope="module")
def read(page):
    return Reader(page)


@pytest.fixture(scope="module")
def sections(film_numbers, rating_numbers):
    return [*about_films(film_numbers), *about_ratings(rating_numbers)]


def test_the_page_needs_nothing_else(page, read):
    assert page.startswith("<!doctype html>")
    assert {tag for tag, _ in read.tags} & {"script", "link", "iframe", "object"} == set()
    for tag, attributes in read.tags:
        for name in ("src", "href", "srcset", "action", "data"):
            assert attributes.get(name, "#").startswith(("#", "data:image/svg+xml;base64,")), tag
    assert re.search(r"url\(|@import", page) is None


def test_each_section_is_in_the_contents(read, sections):
    ids = [attributes["id"] for attributes in read.all("section")]
    assert ids == [section.name for section in sections]
    assert len(ids) == len(set(ids))
    assert [a["href"] for a in read.all("a")] == [f"#{name}" for name in ids]


def test_all_words_stand_on_the_page(read, sections):
    for section in sections:
        assert section.title in read.said()
        for sentence in section.says:
            assert " ".join(sentence.split()) in read.said()
        for row in section.table.rows if section.table else ():
            assert " ".join(" ".join(row).split()) in read.said()


def test_where_the_data_comes_from_stands_on_the_page(page, read, some_ratings):
    assert TMDB_NOTICE in read.said()
    assert some_ratings.licence in read.said()
    assert "Tiny: for tests <only>" in read.said()
    assert "<only>" not in page
    assert "tiny: 9 rows read, 9 films" in read.said()
    assert "These ratings are made up." in read.said()


def test_real_ratings_are_not_called_made_up(bundle_of, film, some_ratings):
    real = replace(some_ratings, made_up=False, licence="Somebody's own")
    assert "made up" not in Reader(explore(bundle_of([film(1)]), real)).said()


def test_a_page_without_ratings(explored_bundle):
    read = Reader(explore(explored_bundle))
    assert "stars" not in {attributes["id"] for attributes in read.all("section")}
    assert "The ratings" not in read.said()


def test_a_page_of_films_of_which_little_is_known(bundle_of, film, some_ratings):
    read = Reader(explore(bundle_of([film(1), film(2, "Another")]), some_ratings))
    assert "No film of this catalogue has votes." in read.said()
    assert "Of films in this catalogue: 0 (0%) of the ratings" in read.said()
    assert "nan" not in read.said().lower().split()


def test_the_same_numbers_give_the_same_page(page, explored_bundle, some_ratings):
    assert explore(explored_bundle, some_ratings) == page


def test_pictures_are_whole_follow_the_theme_and_have_words(read):
    pictures = read.all("img")
    assert len(pictures) == 16
    for picture in pictures:
        drawn = base64.b64decode(picture["src"].partition(",")[2]).decode()
        root = ElementTree.fromstring(drawn)
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert "prefers-color-scheme: dark" in drawn
        body = drawn.partition("</style>")[2]
        assert "var(--ink)" in body
        assert not [colour for colour in (INK, FAINT, MAIN, ACCENT, GROUND) if colour in body]
        assert "<image" not in body
        assert len(picture["alt"]) > 10
        inches = float(root.get("width").removesuffix("pt")) / 72
        assert int(picture["width"]) == pytest.approx(inches * 96, abs=1)


def overlaps(texts, renderer):
    """Pairs of words that stand on each other, or side by side without a gap."""
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in texts if text.get_text().strip()]
    return [
        (one, other)
        for n, (one, box) in enumerate(boxes)
        for other, its in boxes[:n]
        if min(box.x1, its.x1) - max(box.x0, its.x0) > -5 and min(box.y1, its.y1) - max(box.y0, its.y0) > 0.5
    ]


def assert_readable(figure):
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    renderer = canvas.get_renderer()
    (axes,) = figure.axes
    assert axes.get_xlabel()
    assert axes.get_ylabel()
    assert axes.has_data() or axes.patches
    shown = [axes.get_xticklabels(), axes.get_yticklabels()]
    (low, high), (bottom, top) = sorted(axes.get_xlim()), sorted(axes.get_ylim())
    ticks = [
        *(t for t in shown[0] if low <= t.get_position()[0] <= high),
        *(t for t in shown[1] if bottom <= t.get_position()[1] <= top),
    ]
    assert len(ticks) >= 4
    words = [*ticks, axes.xaxis.label, axes.yaxis.label, *axes.texts]
    assert overlaps(words, renderer) == []
    whole = figure.bbox
    for word in words:
        box = word.get_window_extent(renderer)
        inside = box.x0 >= -1 and box.y0 >= -1 and box.x1 <= whole.x1 + 1 and box.y1 <= whole.y1 + 1
        assert inside or not word.get_text(), word.get_text()


def test_every_plot_can_be_read(sections):
    plots = [plot for section in sections for plot in section.plots]
    assert len(plots) == 16
    for plot in plots:
        assert_readable(plot.figure)


@pytest.mark.parametrize("times", [1, 3_000_000])
def test_plots_of_few_and_of_very_many_can_be_read(film_numbers, times):
    n = film_numbers
    scaled = replace(
        n, films=n.films * times, genres=n.genres * times, years=n.years * times, languages=n.languages * times
    )
    for section in about_films(scaled):
        for plot in section.plots:
            assert_readable(plot.figure)


def test_bars_are_as_long_as_the_numbers():
    figure = drawing.across(pd.Series([5, 3], index=["a", "b"]), said=["50%", "30%"], along="n", of="kind")
    assert [bar.get_width() for bar in figure.axes[0].patches] == [5, 3]
    assert [text.get_text() for text in figure.axes[0].texts] == ["50%", "30%"]
    from index.explore.spread import rising

    spread = rising(np.array([1, 1, 3, 70]))
    bars = drawing.upright(spread, along="n", of="kind").axes[0].patches
    assert [bar.get_height() for bar in bars] == [2, 1, 0, 0, 0, 1]


def test_shades_are_as_strong_as_the_numbers():
    table = pd.DataFrame({"one": [0.4, np.nan], "other": [-0.2, 0.0]}, index=["a", "b"])
    axes = drawing.shades(table, along="n", of="kind", end=0.4).axes[0]
    strengths = [patch.get_alpha() for patch in axes.patches]
    assert strengths == [pytest.approx(0.6), pytest.approx(0.3), None, 0.0]
    colours = [matplotlib.colors.to_hex(patch.get_facecolor()) for patch in axes.patches[:2]]
    assert colours == [MAIN, ACCENT]
    assert [text.get_text() for text in axes.texts] == ["+0.40", "−0.20", "0.00"]


def test_all_age_groups_and_genres_fit():
    table = pd.DataFrame(-0.25, index=GENRES, columns=list(AGES))
    assert_readable(drawing.shades(table, along="age", of="genre", end=1.0))


def test_nothing_known_draws_nothing(frame):
    assert [section.name for section in about_films(of_films.numbers(frame.head(0)))] == ["known", "votes"]


@pytest.mark.parametrize("missing", ["matplotlib", "jinja2"])
def test_without_the_extra_it_says_what_to_install(missing, monkeypatch, tmp_path):
    real = builtins.__import__

    def absent(name, *rest):
        if name.partition(".")[0] == missing:
            raise ModuleNotFoundError(f"No module named '{missing}'", name=missing)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(MatineeIndexError, match=r"pip install 'matinee\[explore\]'"):
        explore(tmp_path)
