"""One film from what TMDB says of it.

Shapes: https://developer.themoviedb.org/reference/movie-details with what `APPENDED` adds, each as on its own page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

from index.movie import CERTIFICATES, GENRES, Movie
from index.sources import Report
from index.sources.tmdb.prose import plain
from index.sources.tmdb.reading import inside, items, latin, number, text, texts, whole

APPENDED = (
    "credits",
    "keywords",
    "release_dates",
    "videos",
    "watch/providers",
    "recommendations",
    "reviews",
    "alternative_titles",
    "external_ids",
)
"""What is asked for along with the details; TMDB allows twenty."""

_CAST, _KIN, _AKA, _REVIEWS = 8, 10, 10, 3  # how many are kept
_LONGEST = 1000  # minutes
_RELEASES = (3, 2, 1, 4, 5, 6)  # kinds by trust: theatrical, limited, premiere, digital, physical, television
_IMDB = re.compile(r"tt\d{7,10}")
_YOUTUBE = re.compile(r"[\w-]{6,20}", re.ASCII)


def movie(details: Mapping[str, Any], report: Report) -> Movie | None:
    """A film, or None with the reason in the report; what is null or missing stays unknown.

    Its fame and acclaim are 0: they are computed once all sources are merged.
    """
    found = dict(details)
    tmdb = whole(found.get("id"))
    original = text(found.get("original_title"))
    title = text(found.get("title"))
    if tmdb is None or not (title or original):
        report.dropped["no id" if tmdb is None else "no title"] += 1
        return None
    if not title:
        report.mended["no title: the original one stands for it"] += 1
    votes = whole(found.get("vote_count")) or 0
    crew = items(found, "credits", "crew")
    return Movie(
        tmdb=tmdb,
        imdb=_imdb(found, report),
        title=title or original,
        original_title=original,
        year=_year(found, report),
        runtime=_runtime(found, report),
        languages=_languages(found),
        countries=texts(items(found, "production_countries"), "iso_3166_1"),
        genres=_genres(found, report),
        directors=_by(crew, "Director"),
        cast=_cast(found),
        writers=_by(crew, "Screenplay", "Writer", "Novel", "Author"),
        composers=_by(crew, "Original Music Composer"),
        certificate=_certificate(found, report),
        rating=_rating(found, report) if votes else None,
        votes=votes,
        overview=text(found.get("overview")),
        tagline=text(found.get("tagline")),
        keywords=texts(items(found, "keywords", "keywords"), "name"),
        kin=_kin(found, tmdb),
        aka=_aka(found, title or original, original),
        collection=text(inside(found, "belongs_to_collection", "name")).removesuffix(" Collection") or None,
        poster_path=text(found.get("poster_path")) or None,
        trailer=_trailer(found),
        reviews=_reviews(found),
        adult=found.get("adult") is True,
    )


def _imdb(found: dict[str, Any], report: Report) -> str | None:
    said = text(found.get("imdb_id")) or text(inside(found, "external_ids", "imdb_id"))
    if said and not _IMDB.fullmatch(said):
        report.mended["an IMDb id that is none was left out"] += 1
        return None
    return said or None


def _year(found: dict[str, Any], report: Report) -> int | None:
    year = whole(text(found.get("release_date"))[:4], 1870, 2100)
    if year is None:
        report.mended["no usable release date"] += 1
    return year


def _runtime(found: dict[str, Any], report: Report) -> int | None:
    said = number(found.get("runtime"))
    runtime = whole(said, 1, _LONGEST)
    if said and runtime is None:
        report.mended["a runtime that cannot be was left out"] += 1
    return runtime


def _rating(found: dict[str, Any], report: Report) -> float | None:
    rating = number(found.get("vote_average"))
    if rating is not None and not 0 <= rating <= 10:
        report.mended["a rating beyond 0 to 10 was left out"] += 1
        return None
    return rating


def _languages(found: dict[str, Any]) -> tuple[str, ...]:
    spoken = texts(items(found, "spoken_languages"), "iso_639_1")
    return tuple(dict.fromkeys(code for code in (text(found.get("original_language")), *spoken) if code))


def _genres(found: dict[str, Any], report: Report) -> tuple[str, ...]:
    named = texts(items(found, "genres"), "name")
    known = tuple(name for name in named if name in GENRES)
    if len(known) < len(named):
        report.mended["a genre that is not TMDB's was left out"] += 1
    return known


def _by(crew: list[dict[str, Any]], *jobs: str) -> tuple[str, ...]:
    return texts([person for person in crew if person.get("job") in jobs], "name")


def _cast(found: dict[str, Any]) -> tuple[str, ...]:
    def place(part: dict[str, Any]) -> float:
        order = number(part.get("order"))
        return float("inf") if order is None else order

    return texts(sorted(items(found, "credits", "cast"), key=place), "name")[:_CAST]


def _certificate(found: dict[str, Any], report: Report) -> str | None:
    """The certificate of the United States: that of the cinema first, of two the earlier."""
    countries = [country for country in items(found, "release_dates", "results") if country.get("iso_3166_1") == "US"]
    releases = [release for country in countries for release in items(country, "release_dates")]
    given = [release for release in releases if text(release.get("certification"))]
    known = [release for release in given if text(release.get("certification")) in CERTIFICATES]

    def rank(release: dict[str, Any]) -> tuple[int, str]:
        kind = whole(release.get("type"))
        return _RELEASES.index(kind) if kind in _RELEASES else len(_RELEASES), text(release.get("release_date"))

    if given and not known:
        report.mended["a certificate that is not the MPA's was left out"] += 1
    return text(min(known, key=rank).get("certification")) if known else None


def _kin(found: dict[str, Any], tmdb: int) -> tuple[int, ...]:
    ids = (whole(item.get("id")) for item in items(found, "recommendations", "results"))
    return tuple(dict.fromkeys(other for other in ids if other is not None and other != tmdb))[:_KIN]


def _aka(found: dict[str, Any], *known: str) -> tuple[str, ...]:
    titles = texts(items(found, "alternative_titles", "titles"), "title")
    return tuple(title for title in titles if latin(title) and title not in known)[:_AKA]


def _reviews(found: dict[str, Any]) -> tuple[str, ...]:
    written = (plain(item.get("content")) for item in items(found, "reviews", "results"))
    return tuple(islice((said for said in written if said), _REVIEWS))


def _trailer(found: dict[str, Any]) -> str | None:
    """The YouTube id of the official trailer, else of another trailer, else of a teaser."""
    videos = [
        video
        for video in items(found, "videos", "results")
        if video.get("site") == "YouTube"
        and video.get("type") in ("Trailer", "Teaser")
        and _YOUTUBE.fullmatch(text(video.get("key")))
    ]

    def rank(video: dict[str, Any]) -> tuple[bool, bool]:
        return video.get("type") != "Trailer", video.get("official") is not True

    return text(min(videos, key=rank).get("key")) if videos else None
