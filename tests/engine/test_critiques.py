"""Drawn films with drawn critiques, through the text alone: every answer is further along the axis, and near."""

from __future__ import annotations

import numpy as np
import pytest

from bot.wording import words
from engine.models import Films
from engine.parsing import Parser
from engine.recommend import Recommender
from index.moods import SCALE, load_axes

PAIRS = 20
SEED = 20
NEAREST = 0.15


def near(films: Films, row: int) -> np.ndarray:
    """The nearest 15% by kinship, and in subject, counted from the full orders."""
    count = int(NEAREST * len(films.catalogue))
    mask = np.zeros(len(films.catalogue), dtype=bool)
    for values in (films.kinship.near(row), films.content.subject(row)):
        mask[np.argsort(-values, kind="stable")[:count]] = True
    mask[row] = False
    return mask


def beyond(films: Films, row: int, axis: str, more: bool) -> np.ndarray:
    own = films.moods.axis(axis)
    if more:
        return own >= min(SCALE, own[row] + 1)
    return own <= max(0.0, own[row] - 1)


def draw(films: Films) -> list[tuple[int, str, bool]]:
    """Pairs of film and critique that at least five films of the starter can meet, in a drawn order."""
    rng = np.random.default_rng(SEED)
    axes = list(load_axes())
    found = []
    while len(found) < PAIRS:
        row, axis, more = (
            int(rng.integers(len(films.catalogue))),
            axes[rng.integers(len(axes))],
            bool(rng.random() < 0.7),
        )
        if (near(films, row) & beyond(films, row, axis, more)).sum() >= 5:
            found.append((row, axis, more))
    return found


@pytest.mark.parametrize("number", range(PAIRS))
def test_answers_are_beyond_the_example_and_near_it(
    films: Films, parser: Parser, recommender: Recommender, number: int
) -> None:
    row, axis, more = draw(films)[number]
    example = films.catalogue.movie(row)
    wish = words()(f"mood-{axis}.{'more' if more else 'less'}")
    request = parser.parse(f"something like {example.title} ({example.year}) but {wish}")
    assert [e.tmdb for e in request.liked] == [example.tmdb]
    assert [(c.axis, c.more) for c in request.critiques] == [(axis, more)]

    answers = [c.row for c in recommender.recommend(request).candidates]

    assert len(answers) == 5
    assert all(beyond(films, row, axis, more)[answers])
    assert all(near(films, row)[answers])
