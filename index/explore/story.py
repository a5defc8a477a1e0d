"""The page in sections: what the numbers say, the plots and the tables that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from index.explore import drawing
from index.explore.films import FilmNumbers
from index.explore.leanings import Leanings
from index.explore.rated import RatingNumbers
from index.explore.together import strongest
from index.explore.weighted import Ranking
from index.explore.words import films as of_films
from index.explore.words import language, percent
from index.explore.words import ratings as of_ratings

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_LANGUAGES = 12
_PAIRS = 10
_TOLD = 5  # films: where fewer have a pair, and fewer would by chance, its lift says nothing


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plot:
    """A picture, and the words for who cannot see it."""

    figure: Figure
    shows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of cells as they are read."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: int = 1  # so many of the first columns are words; the others are numbers


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Section:
    """One subject of the page."""

    name: str  # in the address
    title: str
    says: tuple[str, ...]
    plots: tuple[Plot, ...] = ()
    table: Table | None = None


def about_films(n: FilmNumbers) -> list[Section]:
    """The sections about a catalogue; what it knows nothing of has no plot."""
    found = [
        _section("known", "What is known", of_films.gaps(n), [_fields(n)]),
        _section("years", "Years", of_films.years(n), [_years(n)]),
        _section("genres", "Genres", of_films.genres(n), [_genres(n)]),
        _section("together", "Genres together", of_films.pairs(n.together), [_lifts(n)], _pairs(n)),
        _section("runtimes", "Runtimes", of_films.runtimes(n), [_runtimes(n)]),
        _section("languages", "Languages", of_films.languages(n), [_languages(n)]),
        _section("votes", "Votes", of_films.votes(n) + of_films.ratings(n), _votes(n)),
    ]
    if n.best:
        found.append(_section("best", "The best rated", of_ratings.best(n.best), [], _ranking(n.best)))
    return [section for section in found if section]


def about_ratings(n: RatingNumbers) -> list[Section]:
    """The sections about ratings."""
    found = [
        _section("stars", "Stars", of_ratings.stars(n), [_stars(n)]),
        _section("people", "Ratings a person, ratings a film", of_ratings.people(n) + of_ratings.rated(n), _many(n)),
        _section("tail", "The long tail", of_ratings.tail(n), [_tail(n)]),
        _section("liked", "How genres are rated", of_ratings.genres(n), [_liked(n)]),
    ]
    if n.ages:
        found.append(_section("ages", "Ages", of_ratings.groups(n.ages), [_ages(n.ages)]))
    if n.genders:
        found.append(_section("genders", "Women and men", of_ratings.groups(n.genders), [_genders(n.genders)]))
    if n.best:
        found.append(_section("favourites", "The best by these ratings", of_ratings.best(n.best), [], _ranking(n.best)))
    return [section for section in found if section]


def _section(
    name: str, title: str, says: Iterable[str], plots: Iterable[Plot | None], table: Table | None = None
) -> Section | None:
    drawn, said = tuple(plot for plot in plots if plot), tuple(says)
    return Section(name=name, title=title, says=said, plots=drawn, table=table) if said or drawn else None


def _fields(n: FilmNumbers) -> Plot:
    share = n.fields["share"] * 100
    figure = drawing.across(
        share, said=[percent(s) for s in n.fields["share"]], along="films that have it, %", of="field"
    )
    return Plot(figure=figure, shows="How many films have each field.")


def _years(n: FilmNumbers) -> Plot | None:
    if n.years.empty:
        return None
    return Plot(figure=drawing.calendar(n.years, of="films"), shows="Films by year of release.")


def _genres(n: FilmNumbers) -> Plot | None:
    if n.genres.empty:
        return None
    said = [percent(count / n.films) for count in n.genres]
    return Plot(figure=drawing.across(n.genres, said=said, along="films", of="genre"), shows="Films by genre.")


def _lifts(n: FilmNumbers) -> Plot | None:
    size = n.together.counts.to_numpy().diagonal()
    by_chance = np.outer(size, size) / max(1, n.together.films)
    lift = n.together.lift.where((n.together.counts >= _TOLD) | (by_chance >= _TOLD))
    if lift.isna().to_numpy().all():
        return None
    figure = drawing.lifts(lift, along="how many times as often together as by chance (empty: too few)")
    return Plot(figure=figure, shows="How often each two genres go together, against chance.")


def _pairs(n: FilmNumbers) -> Table | None:
    pairs = strongest(n.together, least=of_films.least_together(n.together)).head(_PAIRS)
    rows = zip(pairs["one"], pairs["other"], pairs["films"], pairs["lift"], strict=True)
    table = tuple((str(one), str(other), f"{count:,}", f"{lift:.1f}") for one, other, count, lift in rows)
    return Table(head=("Genre", "and", "Films", "Times chance"), rows=table, words=2) if table else None


def _runtimes(n: FilmNumbers) -> Plot | None:
    if n.runtimes is None:
        return None
    figure = drawing.upright(n.runtimes, along="minutes (240 and longer in the last bar)", of="films", every=6)
    return Plot(figure=figure, shows="Films by runtime.")


def _languages(n: FilmNumbers) -> Plot | None:
    if n.languages.empty:
        return None
    shown, total = n.languages.head(_LANGUAGES), int(n.languages.sum())
    rest = total - int(shown.sum())
    named = pd.Series(shown.to_numpy(), index=[language(str(code)) for code in shown.index])
    if rest:
        named[f"{len(n.languages) - len(shown)} others"] = rest
    figure = drawing.across(named, said=[percent(c / total) for c in named], along="films", of="main language")
    return Plot(figure=figure, shows="Films by main language.")


def _votes(n: FilmNumbers) -> list[Plot]:
    if not n.votes:
        return []
    plots = [
        Plot(
            figure=drawing.steps(n.votes, along="votes on a film", of="films, %"),
            shows="How many votes films have.",
        ),
        Plot(figure=drawing.concentration(n.tails, of="share of all votes"), shows="How unevenly votes fall on films."),
    ]
    if n.ratings:
        figure = drawing.steps(n.ratings, along="rating of a film, 0 to 10", of="films, %", every=4)
        plots.append(Plot(figure=figure, shows="How films are rated."))
    return plots


def _stars(n: RatingNumbers) -> Plot:
    stars = n.stars.sort_index(ascending=False)
    named = pd.Series(stars.to_numpy(), index=[f"{star:g}" for star in stars.index])
    said = [percent(count / n.ratings) for count in named]
    return Plot(figure=drawing.across(named, said=said, along="ratings", of="stars"), shows="Ratings by stars.")


def _many(n: RatingNumbers) -> list[Plot]:
    person = drawing.upright(n.per_person, along="ratings a person gave", of="people")
    film = drawing.upright(n.per_film, along="ratings a film got", of="films")
    return [
        Plot(figure=person, shows="People by how much they rated."),
        Plot(figure=film, shows="Films by how often they were rated."),
    ]


def _tail(n: RatingNumbers) -> Plot:
    figure = drawing.concentration({"ratings": n.tail}, of="share of all ratings")
    return Plot(figure=figure, shows="How unevenly ratings fall on films.")


def _liked(n: RatingNumbers) -> Plot | None:
    if n.genres.empty:
        return None
    said = [f"{count:,}" for count in n.genres["ratings"]]
    along = "mean stars (right: how many ratings)"
    figure = drawing.from_middle(n.genres["mean"], n.known_mean, said=said, along=along, of="genre")
    return Plot(figure=figure, shows="Mean stars by genre.")


def _ages(found: Leanings) -> Plot:
    end = max(0.1, float(np.nanmax(np.abs(found.table.to_numpy(float)))))
    figure = drawing.shades(found.table, along="age; stars against the group's own mean", of="genre", end=end)
    return Plot(figure=figure, shows="How each age group rates each genre, against its own mean.")


def _genders(found: Leanings) -> Plot | None:
    if found.table.dropna().empty:
        return None
    figure = drawing.between(found.table, along="stars against the group's own mean", of="genre")
    return Plot(figure=figure, shows="How women and men rate each genre, against their own mean.")


def _ranking(ranking: Ranking) -> Table:
    digits = 2 if ranking.scale == 5 else 1
    rows = []
    for place, film in enumerate(ranking.table.to_dict("records"), 1):
        numbers = (f"{film['rating']:.{digits}f}", f"{int(film['votes']):,}", f"{film['weighted']:.2f}")
        rows.append((f"{place}. {of_ratings.named(film)}", *numbers))
    return Table(head=("Film", "R", "v", "Weighted"), rows=tuple(rows))
