"""A person's own history: exports as their publishers write them, and the films of a catalogue they name."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index import catalogue
from index.catalogue import Catalogue
from index.errors import SourceError
from index.sources.ratings.history import Entry, load, read, resolve


def day(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


def packed(**files: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_slash_", "/").replace("_dash_", "-").replace("_dot_", "."), text)
    return stream.getvalue()


# Letterboxd

WATCHED = (
    "Date,Name,Year,Letterboxd URI\n2020-01-01,Heat,1995,https://boxd.it/a\n2020-01-02,Up,2009,https://boxd.it/b\n"
)
RATED = "Date,Name,Year,Letterboxd URI,Rating\n2020-01-03,Heat,1995,https://boxd.it/a,3\n"
DIARY = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    '2020-02-02,Heat,1995,https://boxd.it/x,4.5,Yes,"crime, la",2020-02-01\n'
    "2020-03-01,Cats,2019,https://boxd.it/y,0.5,,,2020-02-28\n"
)
WATCHLIST = "Date,Name,Year,Letterboxd URI\n2020-01-05,Ran,1985,https://boxd.it/c\n2020-01-05,,1985,https://boxd.it/d\n"
LIKES = "Date,Name,Year,Letterboxd URI\n2020-01-06,Up,2009,https://boxd.it/b\n"
LETTERBOXD = packed(
    watched_dot_csv=WATCHED,
    ratings_dot_csv=RATED,
    diary_dot_csv=DIARY,
    watchlist_dot_csv=WATCHLIST,
    likes_slash_films_dot_csv=LIKES,
    deleted_slash_diary_dot_csv=DIARY.replace("Cats", "Bats"),
    profile_dot_csv="Date Joined,Username\n2019-01-01,somebody\n",
)


def test_letterboxd_makes_one_entry_of_what_its_files_say_of_a_film() -> None:
    history = read(LETTERBOXD, "letterboxd-export.zip")
    assert history.publisher == "Letterboxd"
    assert history.entries == (
        Entry(title="Ran", year=1985, wanted=True, at=day("2020-01-05")),
        Entry(title="Up", year=2009, heart=True, seen=True, at=day("2020-01-06")),
        Entry(title="Heat", year=1995, stars=4.5, seen=True, at=day("2020-02-01")),  # the later stars
        Entry(title="Cats", year=2019, stars=0.5, seen=True, at=day("2020-02-28")),
    )
    assert [e.liked for e in history.entries] == [False, True, True, False]
    assert [e.disliked for e in history.entries] == [False, False, False, True]
    assert history.report.dropped == {"a row without a title, or with cells too many": 1}
    assert history.report.read == 8
    assert history.report.read == history.report.ratings + sum(history.report.dropped.values())


def test_a_folder_reads_like_the_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(LETTERBOXD)) as archive:
        archive.extractall(tmp_path)
    assert load(tmp_path).entries == read(LETTERBOXD).entries


@pytest.mark.parametrize(
    ("name", "data", "entry"),
    [
        ("ratings.csv", RATED, Entry(title="Heat", year=1995, stars=3.0, seen=True, at=day("2020-01-03"))),
        ("films.csv", LIKES, Entry(title="Up", year=2009, heart=True, seen=True, at=day("2020-01-06"))),
        ("watchlist (1).csv", WATCHLIST, Entry(title="Ran", year=1985, wanted=True, at=day("2020-01-05"))),
    ],
)
def test_one_file_of_letterboxd_will_do(name: str, data: str, entry: Entry) -> None:
    assert read(data.encode(), name).entries == (entry,)


def test_a_list_that_may_be_seen_or_to_see_asks_for_its_name() -> None:
    with pytest.raises(SourceError, match="under the name that Letterboxd gave it"):
        read(WATCHED.encode(), "mine.csv")


# IMDb

IMDB = (
    "Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,"
    "Num Votes,Release Date,Directors\n"
    'tt0211915,9,2019-05-01,"Amélie",Le fabuleux destin,https://www.imdb.com/title/tt0211915,Movie,8.3,122,2001,'
    '"Comedy, Romance",1,2001-04-25,Jean-Pierre Jeunet\n'
    "tt0903747,10,2019-05-02,A Series,A Series,u,TV Series,9.5,45,2008,Crime,1,2008-01-20,\n"
    "tt0113277,4,2190-05-02,Heat,Heat,u,movie,8.3,170,1995,Crime,1,1995-12-15,Michael Mann\n"
    "nothing,4,2019-05-02,Heat,Heat,u,movie,8.3,170,1995,Crime,1,1995-12-15,Michael Mann\n"
    "tt0000012,11,2019-05-03,Odd,Odd,u,video,8.3,1,12,Short,1,,\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_imdb_ratings_in_any_encoding(encoding: str) -> None:
    history = read(IMDB.encode(encoding), "ratings.csv")
    assert history.publisher == "IMDb"
    assert history.entries == (
        Entry(title="Heat", year=1995, imdb="tt0113277", stars=2.0, seen=True),
        Entry(title="Amélie", year=2001, imdb="tt0211915", stars=4.5, seen=True, at=day("2019-05-01")),
        Entry(title="Odd", imdb="tt0000012", seen=True, at=day("2019-05-03")),
    )
    assert history.report.mended == {
        "a date that is none, or in the future: it counts as unknown": 1,
        "a rating outside of the scale: it counts as none": 1,
    }
    assert history.report.dropped == {
        "a series, an episode or a game": 1,
        "a row without an IMDb id, or with cells too many": 1,
    }


def test_an_imdb_watchlist_is_wanted_where_it_is_not_rated() -> None:
    text = (
        "Position;Const;Created;Modified;Description;Title;URL;Title Type;Year;Your Rating;Date Rated\n"
        "1;tt0089881;2018-03-01;;;Ran;u;movie;1985;;\n2;tt0113277;2018-03-02;;;Heat;u;movie;1995;7;2018-04-01\n"
    )
    assert read(text.encode(), "WATCHLIST.csv").entries == (
        Entry(title="Ran", year=1985, imdb="tt0089881", wanted=True, at=day("2018-03-01")),
        Entry(title="Heat", year=1995, imdb="tt0113277", stars=3.5, seen=True, at=day("2018-04-01")),
    )


# Trakt

HEAT = {"title": "Heat", "year": 1995, "ids": {"trakt": 1, "slug": "heat-1995", "imdb": "tt0113277", "tmdb": 949}}
RAN = {"title": "Ran", "year": 1985, "ids": {"trakt": 2, "tmdb": 11645}}
TRAKT = {
    "watched-movies.json": [{"plays": 2, "last_watched_at": "2014-04-05T15:27:00.000Z", "movie": HEAT}],
    "watched-history-1.json": [
        {"id": 5, "watched_at": "2013-01-01T00:00:00.000Z", "action": "watch", "type": "movie", "movie": HEAT},
        {"id": 6, "watched_at": "2013-01-01T00:00:00.000Z", "type": "episode", "show": {}, "episode": {}},
    ],
    "ratings-movies.json": [{"rated_at": "2015-01-01T00:00:00.000Z", "rating": 8, "type": "movie", "movie": HEAT}],
    "lists-watchlist.json": [{"listed_at": "2016-01-01T00:00:00.000Z", "type": "movie", "movie": RAN}],
    "lists-list-9-quiet.json": [{"listed_at": "2016-01-01T00:00:00.000Z", "type": "movie", "movie": RAN}, None],
    "user-profile.json": {"username": "somebody"},
}


def test_trakt_json_in_a_zip() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in TRAKT.items():
            archive.writestr(f"somebody/{name}", json.dumps(data))
    history = read(stream.getvalue(), "trakt.zip")
    assert history.publisher == "Trakt"
    assert history.entries == (
        Entry(title="Heat", year=1995, imdb="tt0113277", tmdb=949, stars=4.0, seen=True, at=day("2015-01-01")),
        Entry(title="Ran", year=1985, tmdb=11645, wanted=True, at=day("2016-01-01")),
    )
    assert history.report.dropped == {
        "a series, a season or an episode": 1,
        "neither watched, rated nor on the watchlist": 1,
        "no entry of a list": 1,
    }


def test_trakt_csv() -> None:
    text = (
        "rated_at,type,title,year,trakt_rating,trakt_id,imdb_id,tmdb_id,tvdb_id,url,released,season_number,rating\n"
        "2018-08-24T13:48:52Z,movie,Heat,1995,8.1,1,tt0113277,949,,u,1995-12-15,,3\n"
        "2018-08-24T13:48:52Z,episode,A Series,2008,8.1,1,tt0903747,1396,,u,2008-01-20,1,9\n"
    )
    history = read(text.encode(), "ratings.csv")
    at = int(datetime(2018, 8, 24, 13, 48, 52, tzinfo=UTC).timestamp())
    assert history.entries == (Entry(title="Heat", year=1995, imdb="tt0113277", tmdb=949, stars=1.5, seen=True, at=at),)


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"a,b\n1,2\n", "other.csv", "is no export that is known"),
        (b"", "empty.csv", "is no export that is known"),
        (b"[{", "broken.json", "is no readable JSON"),
        (b"PK\x05\x06" + bytes(18), "empty.zip", "is no export that is known"),
        (b"\xff\xfe\x00\x01" * 50, "picture.jpg", "is no export that is known"),
        (b"Const\n" + b"x" * (32 * 2**20), "huge.csv", "larger than 32 MB"),
    ],
    ids=["other", "empty", "json", "zip", "picture", "huge"],
)
def test_what_is_no_export_is_said_to_be_none(data: bytes, name: str, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        read(data, name)


# Into a catalogue


@pytest.fixture
def films(tmp_path: Path, film) -> Catalogue:
    made = [
        film(949, "Heat", year=1995, imdb="tt0113277", fame=3.0),
        film(11645, "Ran", year=1985, imdb="tt0089881"),
        film(194, "Amélie", original_title="Le Fabuleux Destin d'Amélie Poulain", year=2001),
        film(-555, "Small Thing", year=2011, imdb="tt0000555"),
        film(10, "Crash", year=2004, fame=3.0),
        film(11, "Crash", year=1996, fame=1.0),
        film(20, "The Gift", year=2015, fame=1.0),
        film(21, "The Gift", year=2015, fame=3.0),
        film(30, "Harbour Lights 2", year=1990),
        film(40, "Sisters of the Northern Harbour", year=1990, aka=("Sœurs du port",)),
    ]
    catalogue.write(made, tmp_path / "movies.parquet")
    return Catalogue.open(tmp_path / "movies.parquet")


@pytest.mark.parametrize(
    ("entry", "tmdb"),
    [
        (Entry(title="", tmdb=949), 949),
        (Entry(title="whatever", imdb="tt0089881"), 11645),
        (Entry(title="whatever", imdb="tt0000555", tmdb=777), -555),
        (Entry(title="amelie", year=2001), 194),
        (Entry(title="Fabuleux destin d'Amelie Poulain, Le", year=2001), 194),  # the article stands elsewhere
        (Entry(title="Le fabuleux destin d'Amélie Poulain", year=2001), 194),
        (Entry(title="Soeurs du port", year=1990), 40),
        (Entry(title="Crash", year=2004), 10),
        (Entry(title="Crash", year=1997), 11),  # a year off
        (Entry(title="Crash", year=2000), None),
        (Entry(title="Crash"), None),  # either
        (Entry(title="Ran"), 11645),
        (Entry(title="Gift", year=2015), 21),  # of two, the better known
        (Entry(title="Harbour Lights 3", year=1990), None),
        (Entry(title="Sisters of the Nothern Harbour", year=1991), 40),  # misspelt
        (Entry(title="Sisters of the Nothern Harbour", year=1992), None),
        (Entry(title="Heat", year=1995, imdb="tt0091187"), None),  # an id that says it is another film
        (Entry(title="Heat", year=1995, tmdb=888), None),
        (Entry(title="Amélie", year=2001, imdb="tt0211915"), 194),
    ],
)
def test_a_film_is_found_by_id_or_by_title_and_year(films: Catalogue, entry: Entry, tmdb: int | None) -> None:
    found = resolve([entry], films)
    assert found.ids == ({} if tmdb is None else {entry: tmdb})
    assert found.unresolved == ((entry,) if tmdb is None else ())


def test_how_films_were_found_is_counted(films: Catalogue) -> None:
    entries = [
        Entry(title="Heat", tmdb=949),
        Entry(title="Crash", year=2004),
        Entry(title="Crash", year=1997),
        Entry(title="The Gift", year=2015),
        Entry(title="Sisters of the Nothern Harbour", year=1990),
    ]
    assert resolve(entries, films).report.mended == {
        "by title and year": 1,
        "by title, the year one off": 1,
        "by title and year, the best known of several": 1,
        "by a like title": 1,
    }


def test_a_history_becomes_seen_thumbs_and_wanted_in_its_order(films: Catalogue) -> None:
    entries = [
        Entry(title="Heat", year=1995, stars=3.5, seen=True, at=1),
        Entry(title="Ran", year=1985, wanted=True, at=2),
        Entry(title="Amélie", year=2001, heart=True, stars=1.0, seen=True, at=3),
        Entry(title="Crash", year=2004, stars=2.0, seen=True, at=4),
        Entry(title="Crash", year=1996, stars=2.5, seen=True, at=5),
        Entry(title="Heat", tmdb=949, stars=1.0, seen=True, at=6),  # later, they thought better of it
        Entry(title="Crash", tmdb=10, wanted=True, at=7),  # seen already
        Entry(title="Nowhere", year=1999, seen=True, at=8),
    ]
    found = resolve(entries, films)
    assert found.seen == (949, 194, 10, 11)
    assert found.liked == (194,)
    assert found.disliked == (949, 10)
    assert found.wanted == (11645,)
    assert [e.title for e in found.unresolved] == ["Nowhere"]
    assert found.report.read == 8
    assert found.report.ratings == 7
    assert found.report.dropped == {"not in the catalogue, or not told apart from another film": 1}
