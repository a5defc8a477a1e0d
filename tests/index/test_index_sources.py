"""Films from files: every row is a film or is dropped with a reason, dirt is mended, and errors name the line."""

from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path

import pytest

from index import sources
from index.errors import SourceError
from index.movie import GENRES, Movie
from index.sources import starter, tmdb5000

REAL = Path(__file__).parent.parent.parent.parent / "shared" / "data" / "tmdb" / "tmdb_5000_movies.csv.gz"


def lines(path, *films):
    path.write_text("".join(f"{film if isinstance(film, str) else json.dumps(film)}\n" for film in films))
    return path


# Films as lines of JSON


def test_films_of_a_folder_are_read_file_by_file(tmp_path):
    lines(tmp_path / "b.jsonl", {"tmdb": 3, "title": "Third", "genres": ["War"], "moods": {"dark": 2}, "kin": [1]})
    lines(tmp_path / "a.jsonl", {"tmdb": 1, "title": "First"}, "", {"tmdb": 2, "title": "Two\u2028lines"}, "  ")
    lines(tmp_path / "notes.txt", "no film")
    films, report = sources.load(tmp_path)
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
        ('{"tmdb": 1, "title": "Two", "year": 1999}', "Two (1999) stands twice"),
    ],
)
def test_a_line_that_is_no_film_is_named(tmp_path, line, says):
    path = lines(tmp_path / "films.jsonl", {"tmdb": 1, "title": "First"}, line)
    with pytest.raises(SourceError) as refused:
        sources.load(path)
    assert str(refused.value).startswith(f"films.jsonl:2: {says}")
    assert "\n" not in str(refused.value)


def test_files_that_cannot_be_read_are_named(tmp_path):
    (tmp_path / "latin.jsonl").write_bytes('{"tmdb": 1, "title": "Amélie"}'.encode("latin-1"))
    (tmp_path / "empty").mkdir()
    (tmp_path / "films.txt").write_text("films")
    (tmp_path / "films.csv").write_text("id,title\n1,First\n")
    (tmp_path / "movies.csv.gz").write_bytes(gzip.compress(b"id,title\n" * 500)[:30])
    for name, says in {
        "latin.jsonl": "cannot be read",
        "empty": "holds no .jsonl file of films",
        "nowhere": "does not exist",
        "films.txt": "is of no known form",
        "films.csv": "is of no known form",
        "movies.csv.gz": "is of no known form",
    }.items():
        with pytest.raises(SourceError) as refused:
            sources.load(tmp_path / name)
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


# TMDB 5000: two CSV files with JSON inside cells

GOOD = {
    "genres": '[{"id": 18, "name": "Drama"}, {"id": 1, "name": "Foreign"}, {"id": 37, "name": "Western"}]',
    "id": "11",
    "keywords": '[{"id": 1, "name": "pier"}, {"id": 2, "name": "sea"}]',
    "original_language": "de",
    "original_title": "Der Steg",
    "overview": "A pier, and who waits on it.",
    "production_countries": '[{"iso_3166_1": "AT", "name": "Austria"}, {"iso_3166_1": "DE", "name": "Germany"}]',
    "release_date": "1961-05-04",
    "runtime": "101.0",
    "spoken_languages": '[{"iso_639_1": "en", "name": "English"}, {"iso_639_1": "de", "name": "Deutsch"}]',
    "tagline": "Mind the gap.",
    "title": "The Pier",
    "vote_average": "7.5",
    "vote_count": "1234",
}
CREDITS = {
    "movie_id": "11",
    "title": "The Pier",
    "cast": json.dumps([{"name": f"Player {n}"} for n in range(1, 12)]),
    "crew": json.dumps(
        [
            {"job": "Director", "name": "Ada North"},
            {"job": "Editor", "name": "Ben South"},
            {"job": "Screenplay", "name": "Cleo West"},
            {"job": "Novel", "name": "Cleo West"},
            {"job": "Original Music Composer", "name": "Eve Up"},
        ]
    ),
}


def table(path, head, *rows):
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, head)
        writer.writeheader()
        writer.writerows(rows)
    return path


def tmdb(folder, *changes, people=(CREDITS,)):
    """The movies file of a pair; each film is the good one with changes."""
    if people:
        table(folder / "tmdb_credits.csv", list(CREDITS), *people)
    return table(folder / "tmdb_movies.csv", ["budget", *GOOD], *(GOOD | change for change in changes))


def test_a_good_row_becomes_a_film_field_by_field(tmp_path):
    films, report = sources.load(tmdb(tmp_path, {}))
    assert films == [
        Movie(
            tmdb=11,
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
            # log(1235) / log(20001) of 4; (1234 * 7.5 + 150 * 6.1) / 1384 = 7.348, less 4.6, by 3.8, of 4
            fame=2.875,
            acclaim=2.893,
            rating=7.5,
            votes=1234,
            overview="A pier, and who waits on it.",
            tagline="Mind the gap.",
            keywords=("pier", "sea"),
        )
    ]
    assert report.lines() == ["tmdb_movies.csv: 1 rows read, 1 films"]


def test_dirt_is_mended_or_dropped_and_every_row_accounted_for(tmp_path):
    path = tmdb(
        tmp_path,
        {"id": "1", "genres": "[{'id': 18, 'name': 'Drama'}]", "keywords": '{"name": "pier"}'},
        {"id": "2", "runtime": "0.0"},
        {"id": "3", "runtime": "", "release_date": ""},
        {"id": "4", "release_date": "soon"},
        {"id": "2", "title": "The same id"},
        {"id": "5", "title": ""},
        {"id": "", "title": "No id"},
        {"id": "1997-08-20", "title": "Shifted"},
        {"id": "6", "title": "None"},
        {"id": "7", "title": "300", "vote_count": "", "vote_average": "9.9"},
        {"id": "8", "spoken_languages": "[null, {}, 4]", "production_countries": '[{"iso_3166_1": null}]'},
    )
    films, report = sources.load(path)
    assert [film.tmdb for film in films] == [1, 2, 3, 4, 6, 7, 8]
    by_id = {film.tmdb: film for film in films}
    assert (by_id[1].genres, by_id[1].keywords, by_id[1].runtime) == ((), (), 101)
    assert (by_id[2].title, by_id[2].runtime) == ("The Pier", None)
    assert (by_id[3].runtime, by_id[3].year, by_id[4].year) == (None, None, None)
    assert (by_id[6].title, by_id[7].title) == ("None", "300")
    assert (by_id[7].votes, by_id[7].rating, by_id[7].fame, by_id[7].acclaim) == (0, None, 0.0, 0.0)
    assert (by_id[8].languages, by_id[8].countries) == (("de",), ())
    assert all(film.directors == () for film in films)  # nobody is credited for these ids
    assert report.mended == {
        "a cell that is not a JSON list was left empty": 2,
        "runtime of 0 or beyond 1,000 minutes": 1,
        "no usable release date": 2,
    }
    assert report.dropped == {"the same id again": 1, "no title": 1, "no id": 2}
    assert (report.read, report.films) == (11, 7)
    assert report.lines()[0] == "tmdb_movies.csv: 11 rows read, 7 films"
    assert "  dropped 2: no id" in report.lines()


def test_dirty_credits_cost_no_film(tmp_path):
    crew = '[{"job": "Director"}, {"job": "Director", "name": " Ada North "}, 7, {"name": null, "job": "Director"}]'
    people = ({**CREDITS, "movie_id": "eleven"}, {**CREDITS, "movie_id": ""}, {**CREDITS, "crew": crew, "cast": "[{]"})
    films, report = sources.load(tmdb(tmp_path, {}, people=people))
    assert (films[0].directors, films[0].cast, films[0].writers) == (("Ada North",), (), ())
    assert report.mended == {"a cell that is not a JSON list was left empty": 1}


def test_without_credits_films_have_no_people(tmp_path):
    films, report = sources.load(tmdb(tmp_path, {}, people=()))
    assert (films[0].directors, films[0].cast) == ((), ())
    assert report.mended == {"no credits file beside it: films have no people": 1}


def test_gzipped_files_read_the_same(tmp_path):
    plain, _ = sources.load(tmdb(tmp_path, {}))
    for path in list(tmp_path.glob("*.csv")):
        path.with_suffix(".csv.gz").write_bytes(gzip.compress(path.read_bytes()))
        path.unlink()
    assert sources.load(tmp_path / "tmdb_movies.csv.gz")[0] == plain


def test_credits_that_were_cut_off_are_named(tmp_path):
    path = tmdb(tmp_path, {}, people=())
    beside = tmp_path / "tmdb_credits.csv"
    beside.write_text('movie_id,cast,crew\n11,"[')
    with pytest.raises(SourceError, match=r"tmdb_credits\.csv cannot be read"):
        sources.load(path)


@pytest.mark.parametrize(("votes", "fame"), [(0, 0.0), (1, 0.28), (140, 1.999), (20_000, 4.0), (10**6, 4.0)])
def test_fame_grows_with_the_logarithm_of_votes(votes, fame):
    assert tmdb5000.fame(votes) == pytest.approx(fame, abs=0.001)


@pytest.mark.parametrize(
    ("rating", "votes", "acclaim"),
    [(None, 10, 0.0), (9.0, 0, 0.0), (6.1, 3, 1.579), (8.4, 10**9, 4.0), (9.5, 10**9, 4.0), (2.0, 10**9, 0.0)],
)
def test_acclaim_is_drawn_to_the_mean_by_few_votes(rating, votes, acclaim):
    assert tmdb5000.acclaim(rating, votes) == pytest.approx(acclaim, abs=0.001)


@pytest.mark.skipif(not REAL.exists(), reason="the public TMDB 5000 files do not lie beside the project")
def test_the_real_files_lose_no_film():
    films, report = sources.load(REAL)
    assert report.read == 4803
    assert report.read == report.films + sum(report.dropped.values())
    assert len(films) == report.films == 4803
    assert report.mended == {"runtime of 0 or beyond 1,000 minutes": 35, "no usable release date": 1}
    by_id = {film.tmdb: film for film in films}
    avatar = by_id[19995]
    assert (avatar.name, avatar.runtime, avatar.directors) == ("Avatar (2009)", 162, ("James Cameron",))
    assert avatar.cast[:2] == ("Sam Worthington", "Zoe Saldana")
    assert sum(bool(film.overview) for film in films) == 4799  # 3 have none, and one is a blank
    assert sum(bool(film.directors) for film in films) == 4773
