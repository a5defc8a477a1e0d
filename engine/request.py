"""What a person asked for, in parts that the recommender can act on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Act(StrEnum):
    """What a message wants done."""

    RECOMMEND = "recommend"  # films for this request
    ANOTHER = "another"  # other films for the same request ("something else", "not those")
    EXPLAIN = "explain"  # why a film was shown ("why the second one?")
    VERDICT = "verdict"  # a judgement of a film ("loved the first one", a bare thumb)
    START_OVER = "start over"
    GREET = "greet"  # hello, thanks, help: no wish in it
    CARE = "care"  # someone is in distress: no film
    UNCLEAR = "unclear"  # nothing could be placed


class Verdict(StrEnum):
    """What a person said of a film."""

    UP = "up"
    DOWN = "down"
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A film that was named as a measure of the wish."""

    tmdb: int
    said: str = ""  # the words that named it
    others: tuple[int, ...] = ()  # TMDB ids of other films that these words may mean, best known first


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A director, actor or composer who was named."""

    name: str
    role: str = "any"  # any, director, cast, writer, composer
    wanted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Critique:
    """More or less of a mood than the examples have: "funnier", "a bit less violent"."""

    axis: str  # a mood axis, or one of: short, recent, famous, acclaimed
    more: bool = True
    strength: float = 1.0  # .5 a bit, 1 plainly, 2 much
    than: tuple[int, ...] = ()  # TMDB ids of the films compared with; empty: the liked examples
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """A mood that was asked for, or ruled out, without a comparison: "feel-good", "nothing gory"."""

    axis: str
    wanted: bool = True
    strength: float = 1.0  # .5 somewhat, 1 plainly, 2 very
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Hard wishes: what does not fit is left out, until nothing else fits."""

    genres: tuple[str, ...] = ()  # names of index.movie.GENRES; a film has all of them
    not_genres: tuple[str, ...] = ()
    years: tuple[int | None, int | None] = (None, None)  # first and last, inclusive
    minutes: tuple[int | None, int | None] = (None, None)  # runtime, shortest and longest, inclusive
    languages: tuple[str, ...] = ()  # ISO 639-1; the film's main language is one of them
    not_languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()  # ISO 3166-1; one of them
    not_countries: tuple[str, ...] = ()
    certificate: str | None = None  # at most this one, of index.movie.CERTIFICATES
    rating: float | None = None  # mean rating at least, 0 to 10
    themes: tuple[str, ...] = ()  # keywords that a film should have: "heist", "time travel"
    not_themes: tuple[str, ...] = ()  # "no superheroes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One wish, as understood. Deterministic in the text and its context."""

    act: Act = Act.RECOMMEND
    subject: int | None = None  # TMDB id of the shown film that the message is about (EXPLAIN, VERDICT)
    verdict: Verdict | None = None
    liked: tuple[Example, ...] = ()
    disliked: tuple[Example, ...] = ()  # "not like X"
    seen: tuple[Example, ...] = ()  # "I've seen X"
    people: tuple[Person, ...] = ()
    critiques: tuple[Critique, ...] = ()
    moods: tuple[Mood, ...] = ()
    limits: Limits = field(default_factory=Limits)
    fame: float = 0.0  # -1 hidden gems, 0 no matter, 1 well known
    audience: str | None = None  # kids, family, date, parents, friends, alone
    occasion: str | None = None  # christmas, halloween, hangover, rainy day ...
    count: int | None = None  # how many films, when said
    text: str = ""  # what is left for the search by meaning: wishes, never negations or titles
    unplaced: tuple[str, ...] = ()  # words that look meant but could not be placed
    raw: str = ""  # the message itself, for display only

    @property
    def empty(self) -> bool:
        """Whether nothing at all was understood as a wish."""
        return not (
            self.liked
            or self.disliked
            or self.people
            or self.critiques
            or self.moods
            or self.limits != Limits()
            or self.fame
            or self.audience
            or self.occasion
            or self.text
        )
