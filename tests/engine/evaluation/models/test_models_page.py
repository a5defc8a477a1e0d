"""The page: whole, without a network, and no two names on each other."""

from __future__ import annotations

import re

import numpy as np
import pytest

pytest.importorskip("matplotlib", reason="plots need the extra [explore]")
pytest.importorskip("jinja2", reason="the page needs the extra [explore]")

from engine.evaluation.models import plots
from engine.evaluation.models.page import page
from engine.evaluation.models.top import top
from engine.evaluation.report import Score
from engine.models.learned.opinions import opinions
from engine.models.learned.popularity import Popularity
from index.sources import starter
from index.sources.ratings.mock import mock


@pytest.fixture(scope="module")
def text():
    people = opinions(mock(starter.load()[0][:120], 60, 3))
    return page(top(people, {"popularity": Popularity, "<same>": Popularity}, (0,), people=8))


def test_the_page_is_whole_and_needs_nothing_else(text):
    assert text.endswith("</html>\n")
    assert "<h1>Lists of twenty</h1>" in text
    assert "For somebody whose history is known, nothing here beats popularity." in text
    for title in ("What is strong", "What is weak", "Other measures", "What it costs", "Measures", "Limits"):
        assert f"<h3>{title}</h3>" in text
    assert not re.findall(r'(?:src|href)="(?!data:|#)', text)
    assert "&lt;same&gt;" in text
    assert "<same>" not in text
    assert text.count("data:image/svg+xml;base64,") == 4


def test_names_beside_a_plot_are_moved_apart_as_little_as_need_be():
    heights = {"a": 0.50, "b": 0.51, "c": 0.9, "d": 0.0}
    moved = plots.apart(heights, 0.1)
    assert moved["c"] == pytest.approx(0.9)
    assert moved["d"] == pytest.approx(0.0)
    assert (moved["a"], moved["b"]) == pytest.approx((0.455, 0.555))
    crowd = plots.apart({str(n): 0.5 for n in range(6)}, 0.1)
    assert np.diff(sorted(crowd.values())) == pytest.approx([0.1] * 5)
    assert np.mean(list(crowd.values())) == pytest.approx(0.5)


def overlaps(figure, texts):
    from matplotlib.text import Text  # of an annotation it is the words alone, without its line

    figure.canvas.draw()
    boxes = [Text.get_window_extent(text) for text in texts if text.get_text().strip() and text.get_visible()]
    return [(a, b) for n, a in enumerate(boxes) for b in boxes[:n] if a.overlaps(b)]


def test_no_labels_overlap():
    names = [f"model-{n}" for n in range(9)]
    lines = {name: [0.3, 0.4, 0.41 + n / 1000] for n, name in enumerate(names)}
    figure = plots.growth(lines, ["1", "2", "20"], along="likes given", of="Recall@20", plain=names[3])
    axes = figure.axes[0]
    assert overlaps(figure, axes.texts) == []
    figure = plots.ranges({n: Score(value=0.3, low=0.2, high=0.4) for n in names}, along="x", middle=("m", 0.3))
    axes = figure.axes[0]
    assert overlaps(figure, [*axes.texts, *axes.get_xticklabels()]) == []
    assert overlaps(figure, axes.get_yticklabels()) == []
