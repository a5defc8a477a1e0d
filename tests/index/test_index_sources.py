"""Films from files: every row is a film or is dropped with a reason, dirt is mended, and errors name the line."""

from __future__ import annotations

import json

import pytest

from index.errors import SourceError
from index.movie import GENRES, Movie
from index.sources import starter


def lines(path, *films):
    path.write_text("".join(f"{film if isinstance(film, str) else json.dumps(film)}\n" for film in films))
    return path


# Films as lines of JSON


def test_films_of_a_folder_are_read_file_by_file(tmp_path):
    lines(tmp_path / "b.jsonl", {"tmdb": 3, "title": "Third", "genres": ["War"], "moods": {"dark": 2}, "kin": [1]})
    lines(tmp_path / "a.jsonl", {"tmdb": 1, "title": "First"}, "", {"tmdb": 2, "title": "Two\u2028lines"}, "  ")
    lines(tmp_path / "notes.txt", "no film")
    films, report = starter.load(tmp_path)
    assert films == [
        Movie(tmdb=1, title="First"),
        Movie(tmdb=2, title="Two\u2028lines"),
        Movie(tmdb=3, title="Third", genres=("War",), moods={"dark": 2.0}, kin=(1,)),
    ]
    assert (report.read, report.films, sum(report.dropped.values())) == (3, 3, 0)
    assert report.lines() == [f"{tmp_path.name}: 3 rows read, 3 films"]


def test_a_line_separator_inside_a_text_does_not_end_the_line(tmp_path):
    path = tmp_path / "films.jsonl"
    path.write_text(json.dumps({"tmdb": 2, "title": "Two\u2028lines"}, ensure_ascii=False) + "\n")
    assert starter.load(path)[0] == [Movie(tmdb=2, title="Two\u2028lines")]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "not a film (Expecting property name enclosed in double quotes: line 1 column 2 (char 1))"),
        ("[1]", "not a film (line: input should be a dictionary"),
        ('{"tmdb": 2}', "not a film (title: field required)"),
        ('{"tmdb": 2, "title": "Two", "colour": "red"}', "unknown field 'colour'"),
        ('{"tmdb": 2, "title": "Two", "genres": "War"}', "not a film (genres: input should be a valid tuple)"),
        ('{"tmdb": 2, "title": "Two", "year": "soon"}', "not a film (year: input should be a valid integer"),
        ('{"tmdb": 2, "title": "Two", "moods": {"dark": "very"}}', "not a film (moods.dark: input should be a valid"),
    ],
)
def test_a_line_that_is_no_film_is_named(tmp_path, line, says):
    path = lines(tmp_path / "films.jsonl", {"tmdb": 1, "title": "First"}, line)
    with pytest.raises(SourceError) as refused:
        starter.load(path)
    assert str(refused.value).startswith(f"films.jsonl:2: {says}")
    assert "\n" not in str(refused.value)


def test_a_film_that_stands_twice_is_named(tmp_path):
    path = lines(tmp_path / "films.jsonl", {"tmdb": 1, "title": "First"}, {"tmdb": 1, "title": "Two", "year": 1999})
    with pytest.raises(SourceError, match=r"^films\.jsonl: Two \(1999\) stands twice$"):
        starter.load(path)


def test_files_that_cannot_be_read_are_named(tmp_path):
    (tmp_path / "latin.jsonl").write_bytes('{"tmdb": 1, "title": "Amélie"}'.encode("latin-1"))
    (tmp_path / "empty").mkdir()
    for name, says in {"latin.jsonl": "cannot be read", "empty": "holds no .jsonl file of films"}.items():
        with pytest.raises(SourceError) as refused:
            starter.load(tmp_path / name)
        assert str(refused.value).startswith(f"{tmp_path / name} {says}")


def test_the_starter_is_whole(starter_films):
    report = starter.load()[1]
    ids = {film.tmdb for film in starter_films}
    assert report.read == report.films == len(starter_films) == len(ids)
    for film in starter_films:
        assert film.moods, film.name
        assert set(film.kin) <= ids, film.name
        assert set(film.genres) <= set(GENRES), film.name
        assert len(film.asks) == 3, film.name


def test_enrich_adds_what_is_missing_and_keeps_what_is_there():
    ours = Movie(
        tmdb=1,
        imdb="tt0000001",
        title="Ours",
        moods={"dark": 2.0},
        kin=(2, 3),
        asks=("one",),
        aka=("Older",),
        certificate="PG",
        composers=("Eve",),
        collection="Piers",
        overview="Ours.",
    )
    bare = Movie(tmdb=1, title="Theirs", aka=("Older",), overview="Theirs.")
    full = Movie(
        tmdb=2,
        imdb="tt0000002",
        title="Full",
        moods={"funny": 4.0},
        kin=(9,),
        asks=("two",),
        certificate="R",
        composers=("Adam",),
        collection="Quays",
    )
    stranger = Movie(tmdb=5, title="Stranger")
    found = starter.enrich([bare, full, stranger], [ours, Movie(tmdb=2, title="Full", moods={"dark": 1.0}, kin=(1,))])
    assert found == [
        Movie(
            tmdb=1,
            imdb="tt0000001",
            title="Theirs",
            moods={"dark": 2.0},
            kin=(2,),  # 3 is not among these films
            asks=("one",),
            aka=("Older", "Ours"),
            certificate="PG",
            composers=("Eve",),
            collection="Piers",
            overview="Theirs.",
        ),
        Movie(
            tmdb=2,
            imdb="tt0000002",
            title="Full",
            moods={"funny": 4.0},
            kin=(9,),
            asks=("two",),
            aka=("Full",),
            certificate="R",
            composers=("Adam",),
            collection="Quays",
        ),
        stranger,
    ]
