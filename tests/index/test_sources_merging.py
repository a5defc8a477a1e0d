"""One film is one film: rows are joined by id, then by title and year, and the written order of trust decides."""

from __future__ import annotations

from index.movie import Movie
from index.sources import Report
from index.sources.merging import Merging, key


def merged(films, facts=()):
    merging, first, second = Merging(), Report(source="films"), Report(source="facts")
    merging.films(films, first)
    merging.facts(facts, second)
    for report, rows in ((first, films), (second, facts)):
        assert len(rows) == report.films + report.joined + sum(report.dropped.values())
    return merging.joined(), first, second


def test_a_film_that_comes_once_is_left_as_it_is():
    film = Movie(tmdb=1, imdb="tt0000001", title="One", year=1950, keywords=("sea",))
    assert merged([film])[0] == [film]


def test_the_first_source_decides_and_the_others_fill_its_gaps():
    first = Movie(
        tmdb=1, title="One", year=1950, overview="First.", votes=10, rating=6.0, cast=("A",), keywords=("sea",)
    )
    later = Movie(
        tmdb=1,
        imdb="tt0000001",
        title="Uno",
        year=1951,
        runtime=90,
        overview="Later.",
        votes=20,
        rating=7.0,
        cast=("B", "C"),
        keywords=("ship", "sea"),
        adult=True,
    )
    films, report, _ = merged([first, later])
    assert films == [
        Movie(
            tmdb=1,
            imdb="tt0000001",
            title="One",
            year=1950,
            runtime=90,
            overview="First.",
            votes=20,
            rating=7.0,
            cast=("B", "C"),
            keywords=("sea", "ship"),
            aka=("Uno",),
            adult=True,
        )
    ]
    assert (report.films, report.joined) == (1, 1)


def test_links_give_ids_by_which_later_facts_find_their_films():
    film = Movie(tmdb=1, title="One")
    facts = [
        Movie(tmdb=1, imdb="tt0000001", title=""),
        Movie(tmdb=0, imdb="tt0000001", title="", imdb_rating=7.1, imdb_votes=9),
        Movie(tmdb=0, imdb="tt0000002", title="", imdb_rating=7.2, imdb_votes=9),
    ]
    films, _, report = merged([film], facts)
    assert films == [Movie(tmdb=1, imdb="tt0000001", title="One", imdb_rating=7.1, imdb_votes=9)]
    assert report.dropped == {"of a film that is not here": 1}


def test_a_film_known_by_imdb_alone_has_a_negative_id_until_the_other_turns_up():
    unknown = Movie(tmdb=0, imdb="tt0000123", title="One", year=1950)
    assert merged([unknown])[0][0].tmdb == -123
    films, report, _ = merged([unknown, Movie(tmdb=7, imdb="tt0000123", title="One", year=1950)])
    assert [(film.tmdb, film.imdb) for film in films] == [(7, "tt0000123")]
    assert report.films == 1


def test_title_and_year_join_where_no_id_does():
    here = Movie(tmdb=1, title="Le Trou", year=1960)
    films, _, _ = merged([here, Movie(tmdb=0, imdb="tt0054407", title="LE TROU!", year=1960, runtime=131)])
    assert films == [Movie(tmdb=1, imdb="tt0054407", title="Le Trou", year=1960, runtime=131)]
    apart, _, _ = merged([here, Movie(tmdb=0, imdb="tt0054407", title="Le Trou", year=1970)])
    assert [film.tmdb for film in apart] == [1, -54407]
    twins = [
        here,
        Movie(tmdb=2, title="Le Trou", year=1960),
        Movie(tmdb=0, imdb="tt0054407", title="Le Trou", year=1960),
    ]
    assert len(merged(twins)[0]) == 3  # nobody can tell which of two is meant


def test_a_second_entry_of_a_film_is_joined_and_a_wrong_imdb_id_left_out():
    films, report, _ = merged(
        [
            Movie(tmdb=1, imdb="tt0000001", title="One", year=1950),
            Movie(tmdb=2, imdb="tt0000001", title="One", year=1951, runtime=80),
            Movie(tmdb=3, imdb="tt0000001", title="Three", year=1950),
        ]
    )
    assert [(film.tmdb, film.imdb, film.runtime) for film in films] == [(1, "tt0000001", 80), (3, None, None)]
    assert report.mended == {"an IMDb id that belongs to another film, left out": 1}


def test_contradicting_imdb_ids_are_said():
    films, report, _ = merged(
        [Movie(tmdb=1, imdb="tt0000001", title="One"), Movie(tmdb=1, imdb="tt0000002", title="One")]
    )
    assert films[0].imdb == "tt0000001"
    assert report.mended == {"another IMDb id than an earlier source gave, left out": 1}


def test_what_is_no_film_is_dropped():
    _, report, _ = merged([Movie(tmdb=0, title="Nameless"), Movie(tmdb=4, title="")])
    assert report.dropped == {"no id": 1, "no title": 1}


def test_titles_are_compared_by_letters_and_digits():
    assert key("Amélie: Le Film!") == key("amelie le film") == "amelielefilm"
    assert key("8½") != key("8")
