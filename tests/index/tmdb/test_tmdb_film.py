"""What becomes of TMDB's details of a film, whole or full of holes."""

from __future__ import annotations

import copy
import math

import pytest

from index.movie import Movie
from index.sources import Report
from index.sources.tmdb.film import movie
from index.sources.tmdb.offers import Offer, providers


def read(details):
    report = Report(source="TMDB")
    return movie(details, report), report


def test_all_that_is_known_of_a_film_is_in_its_place(details):
    film, report = read(details)
    assert film == Movie(
        tmdb=4242,
        imdb="tt0177789",
        title="Harbour Lights",
        original_title="Havnens lys",
        year=1999,
        runtime=102,
        languages=("da", "en"),
        countries=("DK", "US"),
        genres=("Science Fiction", "Comedy"),
        directors=("Director A",),
        cast=("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"),
        writers=("Writer A", "Writer B"),
        composers=("Composer A",),
        certificate="PG",
        rating=7.25,
        votes=1204,
        overview="A lighthouse keeper looks after a stranded crew.",
        tagline="Keep it lit.",
        keywords=("lighthouse", "stranded"),
        kin=(12, 11, 13, 14, 15, 16, 17, 18, 19, 20),
        aka=("Orot ha-namal", "Vohni harmanʹ", "Liman Işıkları"),
        collection="Harbour Lights",
        poster_path="/p.jpg",
        trailer="dfeUzm6KF4g",
        reviews=("Warm & clever.", "Second.", "Third."),
    )
    assert dict(report.mended) == {"a genre that is not TMDB's was left out": 1}
    assert not report.dropped


def test_a_film_of_which_only_the_name_is_known():
    film, report = read({"id": 7, "title": "Film 7"})
    assert film == Movie(tmdb=7, title="Film 7")
    assert dict(report.mended) == {"no usable release date": 1}


@pytest.mark.parametrize(
    ("details", "why"),
    [
        ({"title": "Film"}, "no id"),
        ({"id": None, "title": "Film"}, "no id"),
        ({"id": -4, "title": "Film"}, "no id"),
        ({"id": True, "title": "Film"}, "no id"),
        ({"id": 7}, "no title"),
        ({"id": 7, "title": " \u0000\n", "original_title": None}, "no title"),
        ({"success": False, "status_code": 34}, "no id"),
    ],
)
def test_what_is_no_film_is_dropped_with_a_reason(details, why):
    film, report = read(details)
    assert film is None
    assert dict(report.dropped) == {why: 1}


@pytest.mark.parametrize(
    ("change", "field", "value", "why"),
    [
        ({"title": None}, "title", "Havnens lys", "no title: the original one stands for it"),
        ({"imdb_id": "177789"}, "imdb", None, "an IMDb id that is none was left out"),
        ({"imdb_id": None}, "imdb", "tt0177789", None),
        ({"release_date": ""}, "year", None, "no usable release date"),
        ({"release_date": "0000-00-00"}, "year", None, "no usable release date"),
        ({"runtime": 0}, "runtime", None, None),
        ({"runtime": 14400}, "runtime", None, "a runtime that cannot be was left out"),
        ({"vote_average": 78.0}, "rating", None, "a rating beyond 0 to 10 was left out"),
        ({"vote_count": 0}, "rating", None, None),
        ({"vote_count": "1204"}, "votes", 1204, None),
        ({"adult": True}, "adult", True, None),
        ({"adult": "false"}, "adult", False, None),
        ({"belongs_to_collection": {"name": "Trilogy"}}, "collection", "Trilogy", None),
        ({"overview": "a\ud83db\u2028c"}, "overview", "ab c", None),
        ({"videos": {"results": [{"site": "YouTube", "type": "Trailer", "key": "a b&c=d"}]}}, "trailer", None, None),
    ],
)
def test_what_cannot_be_is_mended_and_said(details, change, field, value, why):
    film, report = read({**details, **change})
    assert getattr(film, field) == value
    assert set(report.mended) - {"a genre that is not TMDB's was left out"} == ({why} if why else set())


def test_videos_are_taken_by_trust(details):
    results = details["videos"]["results"]
    order = []
    while (film := read(details)[0]).trailer:
        order.append(film.trailer)
        results[:] = [video for video in results if video["key"] != film.trailer]
    assert order == ["dfeUzm6KF4g", "fantrailer1", "teaser-0001"]


def test_certificates_are_taken_by_trust_and_only_the_mpas(details):
    releases = details["release_dates"]["results"][1]["release_dates"]
    order = []
    while (film := read(details)[0]).certificate:
        order.append(film.certificate)
        releases[:] = [release for release in releases if release["certification"].strip() != film.certificate]
    assert order == ["PG", "PG-13", "G", "R"]
    releases.append({"certification": "NR", "type": 3, "release_date": "1999"})
    film, report = read(details)
    assert film.certificate is None
    assert report.mended["a certificate that is not the MPA's was left out"] == 1


def places(value, path=()):
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield from places(item, (*path, key))


ODD = (None, [], {}, [None], {"results": None}, "", "x", 0, -1, True, 1e300, math.nan, math.inf, [[1]], {"a": {"b": 1}})


def test_whatever_is_put_in_any_place_there_is_a_film_or_a_reason(details):
    for path in list(places(details))[1:]:
        for odd in ODD:
            holed = copy.deepcopy(details)
            place = holed
            for key in path[:-1]:
                place = place[key]
            place[path[-1]] = odd
            film, report = read(holed)
            assert (film is None) == bool(report.dropped), (path, odd)
            assert film is None or path == ("id",) or film.tmdb == 4242
            providers(holed)


def test_where_to_watch_goes_by_country_and_kind(details):
    assert providers(details) == {
        "DK": (
            Offer(name="Netflix", kind="flatrate"),
            Offer(name="Plex", kind="ads"),
            Offer(name="Apple TV", kind="rent"),
            Offer(name="Blockbuster", kind="rent"),
            Offer(name="Apple TV", kind="buy"),
        ),
        "US": (Offer(name="Kanopy", kind="free"),),
    }
    assert providers({}) == {}
