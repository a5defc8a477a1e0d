"""Why a film was chosen, in facts: each follows from a part of its score and is true by the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np

from engine.candidate import Candidate, Fact, Reason
from engine.models import Films
from engine.models.leaning import Leaning
from engine.models.measures import measure, reference
from engine.models.themes import BY_KEYWORD
from engine.request import Person, Request
from index.moods import load_axes
from index.movie import CERTIFICATES, Movie

_AT_MOST = 3
_BY_THUMBS = {"thumbs", "company"}  # parts of the score
_LOOKED_AT = 5  # liked films that may be said to be why
_KIN = 0.35  # kinship from which people may be said to love both
_ACCLAIMED = 3.0
_FAMOUS = 3.0
_HIDDEN = 2.0
DULL = {
    "based on novel or book", "based on novel", "woman director", "duringcreditsstinger", "aftercreditsstinger",
    "sequel", "remake", "independent film", "sex", "nudity", "female nudity", "male nudity", "violence", "blood",
    "suspense", "3d", "death", "relationship", "flashback", "usa", "based on young adult novel", "short film",
    "drama", "comedy", "romance", "animation",
}  # fmt: skip
"""Keywords that say nothing to a person."""


def explain(candidate: Candidate, request: Request, films: Films, own: Leaning, at_most: int = _AT_MOST) -> Candidate:
    """The candidate with its reasons, the weightiest first and no two of a kind about the same."""
    movie = films.catalogue.movie(candidate.row)
    found: list[Reason] = []
    if (thumbs := sum(candidate.parts.get(part, 0.0) for part in _BY_THUMBS)) > 0:
        found += [replace(r, weight=thumbs) for r in _liked(candidate, movie, request, films, own)]
    for part, weight in sorted(candidate.parts.items(), key=lambda kv: -kv[1]):
        kind, _, value = part.partition(":")
        if (source := _SOURCES.get(kind)) is not None and (weight > 0 or kind == "not"):
            found += [replace(r, weight=weight) for r in source(value, candidate, movie, request, films)]
    chosen: list[Reason] = []
    for reason in sorted(found, key=lambda r: -_rank(r)):
        if all((reason.fact, reason.value) != (r.fact, r.value) for r in chosen) and _adds(reason, chosen):
            chosen.append(reason)
    return replace(candidate, reasons=tuple(chosen[:at_most]))


_FIRST = {
    **dict.fromkeys((Fact.MORE, Fact.LESS, Fact.PERSON), 1.5),
    **dict.fromkeys((Fact.KIN, Fact.LIKED, Fact.THEME, Fact.MOOD), 0.5),
    **dict.fromkeys((Fact.ACCLAIM, Fact.FAMOUS), -0.5),
    **dict.fromkeys((Fact.GENRE, Fact.YEAR, Fact.MINUTES, Fact.PLACE, Fact.CERTIFICATE), -0.9),
}
"""What was asked for in words is said before what merely helped, and what the card shows anyway comes last."""


def _rank(reason: Reason) -> float:
    return reason.weight + _FIRST.get(reason.fact, 0.0)


def _adds(reason: Reason, chosen: list[Reason]) -> bool:
    """One kinship, one likeness and one background fact are enough."""
    about = {Fact.KIN: "love", Fact.LIKED: "love", Fact.SHARES: "shares", Fact.ACCLAIM: "back", Fact.FAMOUS: "back"}
    mine = about.get(reason.fact)
    return mine is None or all(about.get(r.fact) != mine for r in chosen)


Source = Callable[[str, Candidate, Movie, Request, Films], Iterator[Reason]]


def _kin(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    row = films.catalogue.row(int(value))
    if row is not None and (kin := _together(row, candidate.row, films)) >= _KIN:
        yield Reason(fact=Fact.KIN, other=int(value), own=kin)


def _together(row: int, other: int, films: Films) -> float:
    """How much the same people love both, by what people wrote or by ratings."""
    return float(max(films.kinship.near(row)[other], films.colikes.near(row)[other]))


def _shared(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    row = films.catalogue.row(int(value))
    if row is None:
        return
    other = films.catalogue.movie(row)
    common = [k for k in movie.keywords if k in other.keywords and k not in DULL]
    if common:
        yield Reason(fact=Fact.SHARES, value=common[0], other=other.tmdb)
        return
    genres = [g for g in movie.genres if g in other.genres]
    if genres:
        yield Reason(fact=Fact.SHARES, value=genres[0], other=other.tmdb)


def _liked(candidate: Candidate, movie: Movie, request: Request, films: Films, own: Leaning) -> Iterator[Reason]:
    """The liked film that says most for the candidate and that people can see to be like it."""
    for row in own.speaking(candidate.row, _LOOKED_AT):
        tmdb, kin = int(films.catalogue.tmdb[row]), _together(row, candidate.row, films)
        if kin >= _KIN:
            yield Reason(fact=Fact.LIKED, other=tmdb, own=kin)
            return
        if films.content.near(row, np.array([candidate.row]))[0] >= _KIN:
            yield from _shared(str(tmdb), candidate, movie, request, films)
            return


def _critique(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    for critique in request.critiques:
        if critique.axis != value:
            continue
        values = measure(films, value)
        own, here = float(values[candidate.row]), reference(films, critique, request, values)
        if value == "short":
            yield Reason(fact=Fact.MINUTES, own=-own)
        elif value == "recent":
            yield Reason(fact=Fact.YEAR, own=own)
        elif value in load_axes():
            than = critique.than or tuple(e.tmdb for e in request.liked)
            if here is not None and len(than) == 1 and abs(own - here) >= 0.5:
                fact = Fact.MORE if own > here else Fact.LESS
                yield Reason(fact=fact, value=value, own=own, theirs=here, other=than[0])
            elif critique.more and own >= 2:
                yield Reason(fact=Fact.MOOD, value=value, own=own)


def _mood(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    own = float(films.moods.axis(value)[candidate.row])
    if own >= 2:
        yield Reason(fact=Fact.MOOD, value=value, own=own)


def _without(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    own = float(films.moods.axis(value)[candidate.row])
    if own < 0.5:
        yield Reason(fact=Fact.WITHOUT, value=value, own=own)


def _theme(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    if films.themes.strength(value)[candidate.row] == BY_KEYWORD:
        yield Reason(fact=Fact.THEME, value=value)


def _meets(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    limits = request.limits
    if value == "people":
        for person in request.people:
            if person.wanted and (role := _role(person, movie)):
                yield Reason(fact=Fact.PERSON, value=person.name, role=role)
    elif value == "genres":
        yield from (Reason(fact=Fact.GENRE, value=genre) for genre in limits.genres if genre in movie.genres)
    elif value == "years" and movie.year and films_between(movie.year, limits.years):
        yield Reason(fact=Fact.YEAR, own=movie.year)
    elif value == "minutes" and movie.runtime and films_between(movie.runtime, limits.minutes):
        yield Reason(fact=Fact.MINUTES, own=movie.runtime)
    elif value == "places":
        places = [c for c in movie.countries if c in limits.countries] + [
            c for c in movie.languages[:1] if c in limits.languages
        ]
        yield from (Reason(fact=Fact.PLACE, value=place) for place in places[:1])
    elif value == "fame" and request.fame < 0 and movie.fame <= _HIDDEN:
        yield Reason(fact=Fact.GEM, own=movie.fame)


def films_between(value: int, bounds: tuple[int | None, int | None]) -> bool:
    """Whether a year or runtime lies within bounds, both inclusive, None for open."""
    low, high = bounds
    return (low is None or value >= low) and (high is None or value <= high)


def _role(person: Person, movie: Movie) -> str:
    """As what a person had a part in a film: as what they were asked for, or anything; empty when they had none."""
    made = {"director": movie.directors, "cast": movie.cast, "writer": movie.writers, "composer": movie.composers}
    roles = [person.role] if person.role in made else list(made)
    return next((role for role in roles if person.name in made[role]), "")


def _acclaim(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    if movie.acclaim >= _ACCLAIMED:
        yield Reason(fact=Fact.ACCLAIM, own=movie.acclaim)
    level = request.limits.certificate
    if level and movie.certificate and CERTIFICATES.index(movie.certificate) <= CERTIFICATES.index(level):
        yield Reason(fact=Fact.CERTIFICATE, value=movie.certificate)


def _fame(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    if movie.fame >= _FAMOUS:
        yield Reason(fact=Fact.FAMOUS, own=movie.fame)


def _text(value: str, candidate: Candidate, movie: Movie, request: Request, films: Films) -> Iterator[Reason]:
    said = {word.strip(".,!?").lower() for word in request.text.split() if len(word) > 3}
    for keyword in movie.keywords:
        if keyword not in DULL and said & set(keyword.lower().split()):
            yield Reason(fact=Fact.THEME, value=keyword)
            return


_SOURCES: dict[str, Source] = {
    "kin": _kin,
    "colike": _kin,
    "content": _shared,
    "more": _critique,
    "less": _critique,
    "mood": _mood,
    "not": _without,
    "theme": _theme,
    "meets": _meets,
    "acclaim": _acclaim,
    "fame": _fame,
    "dense": _text,
    "lexical": _text,
}
