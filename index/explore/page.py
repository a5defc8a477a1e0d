"""The sections as one page of HTML that needs nothing else: no network, no script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from index.explore import drawing
from index.explore.films import FilmNumbers
from index.explore.rated import RatingNumbers
from index.explore.story import Plot, Section, Table, about_films, about_ratings
from index.explore.words import of_all, percent
from index.explore.words import ratings as of_ratings
from index.sources.tmdb.notices import TMDB_NOTICE

_DOTS = 96  # of a page to an inch
_WIDE = 4.8  # inches: a plot that is wider is scrolled on a phone rather than shrunk


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A plot as the page shows it; sizes in dots of the page."""

    address: str
    shows: str
    width: int
    height: int
    wide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """A section whose plots are drawn."""

    name: str
    title: str
    says: tuple[str, ...]
    plots: tuple[Picture, ...]
    table: Table | None

    @property
    def beside(self) -> bool:
        """Whether words and plots stand side by side where there is room."""
        return len(self.plots) == 1 and not self.plots[0].wide


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some sections under one heading."""

    title: str
    says: tuple[str, ...]
    sections: tuple[_Shown, ...]
    made_up: bool = False


def page(films: FilmNumbers, ratings: RatingNumbers | None, made: Mapping[str, Any]) -> str:
    """The whole page; `made` is how the catalogue was made, by its manifest. The same numbers give the same page."""
    parts = [Part(title="The films", says=(), sections=drawn(about_films(films)))]
    if ratings is not None:
        sections = drawn(about_ratings(ratings))
        says = tuple(of_ratings.sizes(ratings))
        parts.append(Part(title="The ratings", says=says, sections=sections, made_up=ratings.made_up))
    return rendered(
        title="The catalogue in numbers",
        subtitle="What Matinee's films are" + (", and what people think of them." if ratings else "."),
        glance=_glance(films, ratings),
        parts=parts,
        notes=_notes(ratings, made),
    )


def rendered(
    *, title: str, subtitle: str, glance: Sequence[tuple[str, str]], parts: Sequence[Part], notes: Sequence[str]
) -> str:
    """A page of any parts in this form; `glance` are its first figures, each with its name."""
    text = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
    template = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True).from_string(text)
    return template.render(title=title, subtitle=subtitle, glance=glance, parts=parts, notes=notes)


def _glance(films: FilmNumbers, ratings: RatingNumbers | None) -> list[tuple[str, str]]:
    cards = [("Films", f"{films.films:,}")]
    if len(films.years):
        cards.append(("Years", f"{films.years.index[0]} to {films.years.index[-1]}"))
    if len(films.languages):
        cards.append(("Main languages", f"{len(films.languages)}"))
    if ratings is not None:
        cards += [
            ("Ratings", f"{ratings.ratings:,}"),
            ("People", f"{ratings.people:,}"),
            ("Rated films here", of_all(ratings.known_films, ratings.films)),
            ("Pairs with a rating", percent(ratings.filled)),
        ]
    return cards


def _notes(ratings: RatingNumbers | None, made: Mapping[str, Any]) -> list[str]:
    notes = [line for source in made.get("sources", ()) for line in source[:1]]
    notes += [str(licence) for licence in made.get("licences", ())]
    if ratings is not None:
        notes.append(f"Ratings: {ratings.licence}.")
    return list(dict.fromkeys([*notes, TMDB_NOTICE]))


def drawn(sections: Sequence[Section]) -> tuple[_Shown, ...]:
    """Sections with their plots as pictures."""
    return tuple(
        _Shown(name=s.name, title=s.title, says=s.says, plots=tuple(map(_picture, s.plots)), table=s.table)
        for s in sections
    )


def _picture(plot: Plot) -> Picture:
    width, height = plot.figure.get_size_inches()
    return Picture(
        address=drawing.address(plot.figure),
        shows=plot.shows,
        width=round(width * _DOTS),
        height=round(height * _DOTS),
        wide=bool(width > _WIDE),
    )
