"""A person's files become films: kinds are recognised, unknown ones reported, every row accounted for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.errors import SourceError
from index.movie import Movie
from index.sources import Report, standing
from index.sources.gathering import gather
from index.sources.schema import sound

DATA = Path(__file__).parent.parent.parent.parent / "shared" / "data"
FILMS = """id,title,overview,release_date,vote_count,vote_average,adult
1,One,First.,1950-01-01,100,7.0,False
2,Two,Second.,1960-01-01,0,0,False
3,Three,Third.,1970-01-01,0,0,True
"""


def write(folder, **files):
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text)
    return folder


def balanced(report):
    return report.read == report.films + report.joined + sum(report.dropped.values())


def test_all_kinds_together(tmp_path):
    films = write(tmp_path, movies__csv=FILMS) / "movies.csv"
    facts = write(
        tmp_path / "facts",
        basics__tsv="tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\truntimeMinutes\tgenres\n"
        "tt0000001\tmovie\tOne\tUno\t0\t1950\t80\tSci-Fi,Short\ntt0000009\ttvSeries\tNine\tNine\t0\t1990\t20\t\\N\n",
        links__csv="movieId,imdbId,tmdbId\n5,0000001,1\n6,0000002,\n7,0000003,77\n",
        ratings__tsv="tconst\taverageRating\tnumVotes\ntt0000001\t8.1\t9000\ntt0000004\t5.0\t8\n",
        akas__tsv="titleId\tordering\ttitle\tregion\tlanguage\tisOriginalTitle\n"
        "tt0000001\t1\tThe One\tUS\t\\N\t0\ntt0000001\t2\tL'Un\tFR\tfr\t0\n",
        credits__csv="movie_id,name,job,cast_order,character\n2,Ada,Director,,\n2,Ben,Actor,1,Y\n2,Cleo,Actor,0,X\n"
        "77,Dan,Director,,\n77,Eve,Actor,0,Z\n",
        notes__md="not a table",
    )
    found = gather([films], [facts])
    assert found.unknown == (facts / "notes.md",)
    assert all(balanced(report) for report in found.reports)
    one, two = found.movies
    assert one == Movie(
        tmdb=1,
        imdb="tt0000001",
        title="One",
        original_title="Uno",
        year=1950,
        runtime=80,
        genres=("Science Fiction",),
        overview="First.",
        votes=100,
        rating=7.0,
        imdb_votes=9000,
        imdb_rating=8.1,
        aka=("The One",),
        fame=standing.fame(180),
        acclaim=standing.acclaim(8.1, 180),
    )
    assert (two.directors, two.cast) == (("Ada",), ("Cleo", "Ben"))
    by_name = {report.source: report for report in found.reports}
    assert by_name["links.csv"].dropped == {"not both ids": 1, "of a film that is not here": 1}
    assert by_name["basics.tsv"].dropped == {"a series, a short film, a game or the like": 1}
    assert by_name["akas.tsv"].dropped == {"a title for people who speak another language": 1}
    assert by_name["credits.csv"].joined == 3
    assert by_name["credits.csv"].dropped == {"of a film that is not here": 2}
    assert by_name["all together"].dropped == {"adult titles, left out unless asked for": 1}
    assert found.licences == (
        "TMDB: non-commercial use, with attribution",
        "MovieLens: research and non-commercial use",
        "IMDb: personal and non-commercial use",
    )


def test_adult_titles_are_kept_when_asked_for(tmp_path):
    films = write(tmp_path, movies__csv=FILMS) / "movies.csv"
    assert [movie.tmdb for movie in gather([films], adult=True).movies] == [1, 2, 3]


def test_credits_beside_the_films_are_read_without_being_asked_for(tmp_path):
    cast = json.dumps([{"name": "Ada"}]).replace('"', '""')
    folder = write(tmp_path, my_movies__csv=FILMS, my_credits__csv=f'movie_id,title,cast,crew\n1,One,"{cast}",[]\n')
    assert gather([folder / "my_movies.csv"]).movies[0].cast == ("Ada",)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("nowhere.csv", None, "does not exist"),
        ("notes.txt", "films", "is of no known form: give JSON lines"),
        ("films.csv", "id,colour\n1,red\n", "is of no known form: give JSON lines"),
        ("movies.csv", "id,title,overview\n", "no film in"),
    ],
)
def test_what_cannot_be_used_is_said_in_one_line(tmp_path, name, text, says):
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(SourceError) as refused:
        gather([tmp_path / name])
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_folder_without_any_known_file_is_refused(tmp_path):
    with pytest.raises(SourceError, match="holds no file of a known form"):
        gather([write(tmp_path / "empty", notes__md="x")])


def test_films_that_break_the_schema_are_dropped_with_their_reason():
    good = Movie(tmdb=1, imdb="tt0000001", title="One", year=1950, runtime=90, genres=("War",), certificate="PG")
    broken = {
        "an impossible year": Movie(tmdb=2, title="Two", year=1066),
        "an impossible runtime": Movie(tmdb=3, title="Three", runtime=4000),
        "an odd IMDb id": Movie(tmdb=4, title="Four", imdb="nm0000001"),
        "a genre that TMDB does not have": Movie(tmdb=5, title="Five", genres=("Erotica",)),
        "no US certificate": Movie(tmdb=6, title="Six", certificate="15"),
        "a rating outside 0 to 10": Movie(tmdb=7, title="Seven", rating=70.0),
        "fame outside 0 to 4": Movie(tmdb=8, title="Eight", fame=9.0),
    }
    report = Report(source="all together", read=1 + len(broken), films=1 + len(broken))
    assert sound([good, *broken.values()], report) == [good]
    assert report.dropped == {f"not as a film has to be: {reason}": 1 for reason in broken}
    assert balanced(report)


@pytest.mark.skipif(not DATA.exists(), reason="the public data files do not lie beside the project")
def test_the_published_files_lose_no_row():
    found = gather(
        [DATA / "tmdb" / "tmdb_5000_movies.csv.gz", DATA / "tmdb" / "tmdb_1960_2015.csv.gz"],
        [DATA / "imdb" / "imdb_ratings.csv.gz"],
    )
    assert [(r.source, r.read, r.films) for r in found.reports] == [
        ("tmdb_5000_movies.csv.gz", 4803, 4803),
        ("tmdb_1960_2015.csv.gz", 10866, 7111),
        ("imdb_ratings.csv.gz", 67942, 0),
        ("tmdb_5000_credits.csv.gz", 4803, 0),
        ("all together", 11914, 11914),
    ]
    assert all(balanced(report) for report in found.reports)
    avatar = next(film for film in found.movies if film.tmdb == 19995)
    assert (avatar.name, avatar.imdb, avatar.directors) == ("Avatar (2009)", "tt0499549", ("James Cameron",))
    assert avatar.cast[:2] == ("Sam Worthington", "Zoe Saldana")
