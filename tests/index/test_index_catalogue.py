"""Films come back from parquet as they went in, and label masks say what plain Python says."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import catalogue
from index.catalogue import Catalogue, Labels
from index.errors import ArtefactError
from index.movie import CERTIFICATES, GENRES, Movie

FULL = Movie(
    tmdb=-12,
    imdb="tt0000012",
    title="The Long Pier",
    original_title="Der lange Steg",
    year=1961,
    runtime=101,
    languages=("de", "en"),
    countries=("AT", "DE"),
    genres=("Drama", "War"),
    directors=("Ada North", "Ben South"),
    cast=("Cleo West", "Ada North"),
    writers=("Dan East",),
    composers=("Eve Up",),
    certificate="PG-13",
    fame=2.5,
    acclaim=3.25,
    rating=7.5,
    votes=1234,
    overview="Two lines.\nAnd “quotes”, ümlauts, 東京.",
    tagline="Mind the gap.",
    keywords=("pier", "sea"),
    moods={"funny": 1.0, "dark": 3.5},
    kin=(7, 9),
    asks=("a film about a pier",),
    aka=("Pier",),
    collection="Piers",
    poster_path="/pier.jpg",
)
BARE = Movie(tmdb=7, title="Nobody's Harbour")
OTHER = Movie(tmdb=9, title="Other", genres=("War",), languages=("en",), certificate="R", year=2020, collection="Piers")
FILMS = [FULL, BARE, OTHER]


@pytest.fixture
def opened(tmp_path):
    catalogue.write(FILMS, tmp_path / "movies.parquet")
    return Catalogue.open(tmp_path / "movies.parquet")


def test_every_field_of_a_film_is_kept(opened):
    for row, film in enumerate(FILMS):
        for field in fields(Movie):
            found, given_ = getattr(opened.movie(row), field.name), getattr(film, field.name)
            assert found == given_, field.name
            assert type(found) is type(given_), field.name
    assert opened.movies() == FILMS
    assert {field.name for field in fields(Movie)} == set(catalogue.SCHEMA.names)


def test_all_starter_films_come_back(tmp_path, starter_films):
    catalogue.write(starter_films, tmp_path / "movies.parquet")
    assert Catalogue.open(tmp_path / "movies.parquet").movies() == starter_films


def test_columns(opened):
    assert len(opened) == 3
    assert opened.tmdb.tolist() == [-12, 7, 9]
    assert opened.year.tolist() == [1961, 0, 2020]  # 0: unknown
    assert opened.runtime.tolist() == [101, 0, 0]
    assert opened.certificate.tolist() == [CERTIFICATES.index("PG-13"), -1, CERTIFICATES.index("R")]
    assert opened.fame.tolist() == [2.5, 0, 0]
    assert opened.acclaim.tolist() == [3.25, 0, 0]
    assert opened.kin == [[7, 9], [], []]
    assert opened.column("votes") == [1234, 0, 0]
    assert opened.column("rating") == [7.5, None, None]


def test_genres(opened):
    assert opened.genre("War").tolist() == [True, False, True]
    assert opened.genre("Drama").tolist() == [True, False, False]
    assert opened.genres.tolist() == [[name in film.genres for name in GENRES] for film in FILMS]


def test_a_certificate_of_another_country_is_unknown(tmp_path):
    catalogue.write([replace(BARE, certificate="FSK 16")], tmp_path / "movies.parquet")
    assert Catalogue.open(tmp_path / "movies.parquet").certificate.tolist() == [-1]


def test_rows_by_id(opened):
    assert [opened.row(tmdb) for tmdb in (9, -12, 8)] == [2, 0, None]
    assert opened.rows([9, 8, -12, 9]).tolist() == [2, 0, 2]
    assert opened.rows([]).tolist() == []
    assert opened.rows([]).dtype == np.int64


def test_labels_of_films(opened):
    assert opened.languages.first("de").tolist() == [True, False, False]
    assert opened.languages.having("en").tolist() == [True, False, True]
    assert opened.countries.first("DE").tolist() == [False, False, False]
    assert opened.keywords.having("sea", "land").tolist() == [True, False, False]
    assert [opened.series(row) for row in range(3)] == ["Piers", None, "Piers"]


def test_people_by_role(opened):
    people = {role: sorted(labels.names) for role, labels in opened.people.items()}
    assert people == {
        "director": ["Ada North", "Ben South"],
        "cast": ["Ada North", "Cleo West"],
        "writer": ["Dan East"],
        "composer": ["Eve Up"],
    }
    assert opened.people["cast"].first("Cleo West").tolist() == [True, False, False]
    assert opened.people["cast"].first("Ada North").tolist() == [False, False, False]


LISTS = st.lists(st.lists(st.sampled_from("abcd"), max_size=4), max_size=12)
KIND = pa.list_(pa.string())


@given(chunks=st.lists(LISTS, max_size=3), cut=st.tuples(st.integers(0, 12), st.integers(0, 12)), data=st.data())
def test_labels_equal_plain_python(chunks, cut, data):
    start, length = cut
    column = pa.chunked_array([pa.array(some, KIND) for some in chunks], KIND).slice(start, length)
    lists = [some for chunk in chunks for some in chunk][start : start + length]
    wanted = data.draw(st.lists(st.sampled_from("abcdz"), max_size=3))
    labels = Labels(column)
    assert labels.having(*wanted).tolist() == [bool(set(some) & set(wanted)) for some in lists]
    for label in "abcdz":
        assert labels.first(label).tolist() == [some[:1] == [label] for some in lists]
    assert {label for some in lists for label in some} <= set(labels.names)


@pytest.mark.parametrize("damage", ["missing", "empty", "cut off", "another table"])
def test_a_damaged_file_is_refused(tmp_path, damage):
    path = tmp_path / "movies.parquet"
    catalogue.write(FILMS, path)
    whole = path.read_bytes()
    if damage == "missing":
        path.unlink()
    elif damage == "another table":
        pa.parquet.write_table(pa.table({"tmdb": [1]}), path)
    else:
        path.write_bytes(b"" if damage == "empty" else whole[:-9])
    with pytest.raises(ArtefactError, match="cannot be read: build again with `matinee catalogue build`"):
        Catalogue.open(path)
