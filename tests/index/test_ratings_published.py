"""The data sets as they were published, where they lie beside this checkout: every row is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.sources.ratings.schema import load

DATA = Path(__file__).parents[3] / "shared" / "data"
ML = DATA / "movielens"

pytestmark = pytest.mark.skipif(not ML.is_dir(), reason="needs the published data sets beside the checkout")


@pytest.mark.parametrize(
    ("path", "links", "read", "ratings", "people"),
    [
        (ML / "ml-latest-small", None, 100_836, 100_835, 610),
        (ML / "ml-100k", ML / "ml-25m", 100_000, 98_907, 943),
        (ML / "ml-1m", ML / "ml-25m", 1_000_209, 997_305, 6_040),
        (ML / "ml-latest-2023", ML / "ml-25m", 206_585, 206_582, 2_149),
        (DATA / "movietweetings", None, 336_672, 336_672, 34_105),
    ],
    ids=["latest-small", "100k", "1m", "2023", "tweetings"],
)
def test_every_row_is_a_rating_or_has_a_reason(
    path: Path, links: Path | None, read: int, ratings: int, people: int
) -> None:
    found, report = load(path, links=links)
    assert (report.read, report.ratings, report.people) == (read, ratings, people)
    assert report.read == report.ratings + sum(report.dropped.values())
    assert len(found.table) == ratings
    assert len(found.people) == (people if path.name in {"ml-100k", "ml-1m"} else 0)


def test_the_rebuilt_1m_says_which_stars_are_rough() -> None:
    found, report = load(ML / "ml-1m", links=ML / "ml-25m")
    assert report.mended["no exact rating is known: the mean of what it may be stands for it"] == 109_436
    rough = found.table["stars"] % 1 != 0
    assert found.table.loc[rough, "stars"].between(1, 3).all()


def test_nearly_all_films_of_100k_are_found_by_title() -> None:
    _, report = load(ML / "ml-100k", links=ML / "ml-25m")
    assert report.notes[0].startswith("1,651 of 1,682 films were found by title and year: 1,585 exactly")
