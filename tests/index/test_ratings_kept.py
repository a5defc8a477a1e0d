"""MovieTweetings, ratings on disk, and the contract that all of them are checked against."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest

from index.errors import SourceError
from index.sources.ratings import Ratings, holding, movietweetings
from index.sources.ratings.keeping import save
from index.sources.ratings.schema import check, load
from index.sources.ratings.tidy import nobody


def rows(ratings):
    return [tuple(row) for row in ratings.table.itertuples(index=False)]


# MovieTweetings

DAT = "1::0114508::8::1381006850\n2::0208092::0::1586466072\n2::10288566::10::1579057827\n2::0208092::11::1586466073\n"


def test_ten_points_become_five_stars_and_nought_half_a_star(tmp_path: Path) -> None:
    path = tmp_path / "ratings.dat"
    path.write_text(DAT)
    ratings, report = load(path)
    expected = [(0, -114508, 4.0, 1381006850), (1, -208092, 0.5, 1586466072), (1, -10288566, 5.0, 1579057827)]
    assert rows(ratings) == expected
    assert report.mended == {"0 of 10: half a star is the least": 1}
    assert report.dropped == {"a rating outside of the scale": 1}
    assert report.read == 4


def test_the_csv_reads_alike_and_links_give_tmdb_ids(tmp_path: Path) -> None:
    (tmp_path / "ratings.csv").write_text(
        "userId,imdb_id,rating,timestamp\n7,tt0114508,7,1362062307\n7,tt0208092,x,1362062307\n7,tt0000005,1,5000000000\n"
    )
    links = tmp_path / "newer" / "links.csv"
    links.parent.mkdir()
    links.write_text("movieId,imdbId,tmdbId\n1,0114508,862\n")
    ratings, report = movietweetings.load(holding.at(tmp_path / "ratings.csv"), holding.at(links), now=1_700_000_000)
    assert rows(ratings) == [(0, 862, 3.5, 1362062307), (0, -5, 0.5, 0)]
    assert report.notes == ["1 of 2 films have a TMDB id"]
    assert report.dropped == {"a person, a film or a rating that is no number": 1}


# On disk


def made(people: bool = True, **columns: object) -> Ratings:
    given = {"user": [0, 0, 1], "film": [862, -5, 862], "stars": [4.5, 1.0, 3.25], "at": [10, 0, 20], **columns}
    kinds = {"user": "int32", "film": "int64", "stars": "float32", "at": "int64"}
    told = pd.DataFrame({"age": [30.0, np.nan], "gender": ["F", ""], "occupation": ["nurse", ""]})
    told = told.astype({"gender": object, "occupation": object}) if people else nobody()
    return Ratings(table=pd.DataFrame(given).astype(kinds), people=told, licence="free, é", made_up=people)


@pytest.mark.parametrize("people", [True, False])
def test_what_is_saved_is_loaded_again(tmp_path: Path, people: bool) -> None:
    path = tmp_path / "mine.parquet"
    save(made(people), path)
    first = path.read_bytes()
    loaded, report = load(path)
    assert rows(loaded) == [(0, 862, 4.5, 10), (0, -5, 1.0, 0), (1, 862, 3.25, 20)]
    assert (loaded.licence, loaded.made_up) == ("free, é", people)
    pd.testing.assert_frame_equal(loaded.people, made(people).people)
    assert (report.read, report.ratings, report.people, report.films) == (3, 3, 2, 2)
    save(made(people), path)
    assert path.read_bytes() == first
    assert [p.name for p in tmp_path.iterdir()] == ["mine.parquet"]  # nothing is left lying beside


def test_a_save_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.parquet"
    path.write_bytes(b"before")

    def full(table: object, stream: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(OSError, match="No space left"):
        save(made(), path)
    assert path.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir()] == ["mine.parquet"]


def test_a_damaged_or_foreign_parquet_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.parquet"
    save(made(), path)
    path.write_bytes(path.read_bytes()[:-20])
    with pytest.raises(SourceError, match=r"mine\.parquet"):
        load(path)
    pd.DataFrame({"a": [1]}).to_parquet(path)
    with pytest.raises(SourceError, match="holds no ratings of a known form"):
        load(path)


# The contract


def test_good_ratings_pass() -> None:
    check(made())
    check(made(people=False))


@pytest.mark.parametrize(
    "wrong",
    [
        {"stars": [0.25, 1.0, 3.0]},
        {"stars": [5.5, 1.0, 3.0]},
        {"film": [0, 1, 1]},
        {"film": [5, 5, 1]},  # rated twice
        {"at": [-1, 0, 0]},
        {"user": [0, 0, 2]},  # nobody is number 1
        {"user": [-1, 0, 1]},
    ],
)
def test_ratings_that_break_the_contract_are_refused(wrong: dict[str, list[float]]) -> None:
    with pytest.raises(SourceError, match="not as they must be"):
        check(made(**wrong))


def test_people_who_are_not_those_of_the_ratings_are_refused() -> None:
    good = made()
    with pytest.raises(SourceError, match="1 rows for 2 people"):
        check(Ratings(table=good.table, people=good.people[:1], licence=""))
    odd = good.people.assign(gender=pd.Series(["F", "?"], dtype=object))
    with pytest.raises(SourceError, match="gender"):
        check(Ratings(table=good.table, people=odd, licence=""))
