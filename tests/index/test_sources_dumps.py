"""Dumps of TMDB in every form: the same film comes out, and dirt is mended or dropped with a reason."""

from __future__ import annotations

import csv
import json

import pytest

from index.movie import Movie
from index.sources import Report, dumps
from index.sources.tables import tables

GENRES = [{"id": 18, "name": "Drama"}, {"id": 1, "name": "Foreign"}, {"id": 37, "name": "Western"}]
CAST = [{"name": f"Player {n}"} for n in range(1, 12)]
CREW = [
    {"job": "Director", "name": "Ada North"},
    {"job": "Editor", "name": "Ben South"},
    {"job": "Screenplay", "name": "Cleo West"},
    {"job": "Novel", "name": "Cleo West"},
    {"job": "Original Music Composer", "name": "Eve Up"},
]
GOOD = {
    "id": "11",
    "imdb_id": "tt0000011",
    "title": "The Pier",
    "original_title": "Der Steg",
    "release_date": "1961-05-04",
    "runtime": "101.0",
    "original_language": "de",
    "spoken_languages": '[{"iso_639_1": "en", "name": "English"}, {"iso_639_1": "de", "name": "Deutsch"}]',
    "production_countries": '[{"iso_3166_1": "AT", "name": "Austria"}, {"iso_3166_1": "DE", "name": "Germany"}]',
    "genres": json.dumps(GENRES),
    "keywords": '[{"id": 1, "name": "pier"}, {"id": 2, "name": "sea"}]',
    "overview": "A pier, and who waits on it.",
    "tagline": "Mind the gap.",
    "vote_average": "7.5",
    "vote_count": "1234",
    "belongs_to_collection": "{'id': 3, 'name': 'Piers Collection', 'poster_path': None}",
    "poster_path": "/aB3.jpg",
    "certification": "PG",
    "adult": "False",
    "cast": json.dumps(CAST),
    "crew": json.dumps(CREW),
    "budget": "1",
}
FILM = Movie(
    tmdb=11,
    imdb="tt0000011",
    title="The Pier",
    original_title="Der Steg",
    year=1961,
    runtime=101,
    languages=("de", "en"),
    countries=("AT", "DE"),
    genres=("Drama", "Western"),
    directors=("Ada North",),
    cast=tuple(f"Player {n}" for n in range(1, 9)),
    writers=("Cleo West",),
    composers=("Eve Up",),
    certificate="PG",
    rating=7.5,
    votes=1234,
    overview="A pier, and who waits on it.",
    tagline="Mind the gap.",
    keywords=("pier", "sea"),
    collection="Piers",
    poster_path="/aB3.jpg",
)


def read(folder, *rows):
    """Films and report of a table with these rows, and the columns of the first."""
    path = folder / "films.csv"
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    (table,) = tables(path)
    assert dumps.recognises(table)
    report = Report(source=path.name)
    return list(dumps.read(table, report)), report


def test_json_cells(tmp_path):
    films, report = read(tmp_path, GOOD)
    assert films == [FILM]
    assert (report.read, report.mended, report.dropped) == (1, {}, {})


def test_python_literals_and_lists_between_bars_or_commas_say_the_same(tmp_path):
    literal = {
        name: repr(json.loads(GOOD[name])) for name in ("genres", "keywords", "cast", "crew", "spoken_languages")
    }
    assert read(tmp_path, GOOD | literal)[0] == [FILM]
    people = {
        "cast": "|".join(p["name"] for p in CAST),
        "director": "Ada North",
        "writers": "Cleo West",
        "music_composer": "Eve Up",
    }
    plain = {key: value for key, value in GOOD.items() if key != "crew"} | people
    plain |= {"genres": "Drama|Foreign|Western", "keywords": "pier|sea", "belongs_to_collection": "Piers Collection"}
    assert read(tmp_path, plain)[0] == [FILM]
    plain |= {"genres": "Drama, Foreign, Western", "production_countries": "Austria, Germany"}
    assert read(tmp_path, plain)[0] == [FILM]


def test_the_year_comes_from_its_own_column_when_the_date_has_two_digits(tmp_path):
    row = {**GOOD, "release_date": "5/4/61", "release_year": "1961"}
    assert read(tmp_path, row)[0][0].year == 1961
    assert read(tmp_path, GOOD | {"release_date": "5/4/61"})[0][0].year is None


def test_facts_alone_are_partial_films(tmp_path):
    films, _ = read(tmp_path, {"id": "11", "keywords": "[{'id': 1, 'name': 'pier'}]"})
    assert films == [Movie(tmdb=11, title="", keywords=("pier",))]
    films, _ = read(
        tmp_path, {"movie_id": "11", "title": "The Pier", "cast": json.dumps(CAST), "crew": json.dumps(CREW)}
    )
    people = {name: getattr(FILM, name) for name in ("cast", "directors", "writers", "composers")}
    assert films == [Movie(tmdb=11, title="The Pier", **people)]


def test_dirt_is_mended_or_dropped_and_every_row_accounted_for(tmp_path):
    films, report = read(
        tmp_path,
        GOOD | {"id": "1", "genres": "[{'id': 18, 'name': ", "keywords": '{"name": "pier"}'},
        GOOD | {"id": "2", "runtime": "0.0"},
        GOOD | {"id": "3", "runtime": "43200", "release_date": ""},
        GOOD | {"id": "4", "release_date": "soon"},
        GOOD | {"id": "", "title": "No id"},
        GOOD | {"id": "1997-08-20", "title": "Shifted"},
        GOOD | {"id": "6", "title": "None", "overview": "Bread &amp; <i>butter</i>"},
        GOOD | {"id": "7", "title": "300", "vote_count": "", "vote_average": "9.9"},
        GOOD | {"id": "8", "spoken_languages": "[null, {}, 4]", "production_countries": '[{"iso_3166_1": null}]'},
        GOOD | {"id": "9", "title": "AmÃ©lie", "vote_average": "88", "certification": "NR", "imdb_id": "0000009"},
        GOOD | {"id": "10", "adult": "1.0", "poster_path": "http://x/y.jpg", "original_language": "cn"},
    )
    assert [film.tmdb for film in films] == [1, 2, 3, 4, 6, 7, 8, 9, 10]
    by_id = {film.tmdb: film for film in films}
    assert (by_id[1].genres, by_id[1].keywords, by_id[1].runtime) == ((), ("pier",), 101)
    assert (by_id[2].title, by_id[2].runtime) == ("The Pier", None)
    assert (by_id[3].runtime, by_id[3].year, by_id[4].year) == (None, None, None)
    assert (by_id[6].title, by_id[6].overview, by_id[7].title) == ("None", "Bread & butter", "300")
    assert (by_id[7].votes, by_id[7].rating) == (0, None)
    assert (by_id[8].languages, by_id[8].countries) == (("de",), ())
    assert (by_id[9].title, by_id[9].rating, by_id[9].certificate, by_id[9].imdb) == ("Amélie", None, None, "tt0000009")
    assert (by_id[10].adult, by_id[10].poster_path, by_id[10].languages) == (True, None, ("zh", "en", "de"))
    assert report.mended == {
        "a list that cannot be read, left empty": 1,
        "a runtime below 1 or beyond 1,000 minutes, left out": 1,
        "a release date that cannot be one, left out": 1,
        "HTML in a text, taken out": 1,
        "a rating outside 0 to 10, left out": 1,
        "letters of a wrong encoding, put right": 1,
    }
    assert report.dropped == {"no id": 1, "no id: a shifted row": 1}
    assert report.read == 11


@pytest.mark.parametrize("head", ["id,name,colour", "movieId,title,genres", "userId,imdb_id,rating", "tconst,title"])
def test_other_tables_are_not_taken_for_films(tmp_path, head):
    path = tmp_path / "other.csv"
    path.write_text(head + "\n1,2,3\n")
    (table,) = tables(path)
    assert not dumps.recognises(table)
