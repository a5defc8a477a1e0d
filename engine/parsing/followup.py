"""What a message changes of the wish that stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from engine.context import Context
from engine.parsing.feelings import Feeling
from engine.parsing.phrases import Table, listed, load
from engine.parsing.reading import Reading
from engine.parsing.years import DECADE, NONE, Bounds
from engine.request import Example, Limits, Mood, Person, Request
from index.titles import FilmFacts

_PARTS = {"directors": "director", "cast": "cast", "composers": "composer"}
_PLOT = 4  # words of free text that make a wish of their own
_WHOLE = 2  # kinds of wish that make a whole one
_LIFTED = {"subtitles": ("languages",), "places": ("languages", "countries", "not_languages", "not_countries")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What the words of a message say about what it is, beside the wishes in it."""

    changes: bool  # it opens or ends like a change: "but", "make it", "instead"
    adding: bool  # it adds to what is there: "and", "with"
    closer: bool  # it moves the measure: "more like", "instead"
    opens_new: bool  # "new wish: ..."
    compared: bool = False  # "older", "less gory"
    opens_compared: bool = False  # and nothing stands before it
    made: bool = False  # "by the director of" some film
    films: bool = False  # it names films: "a heist film"
    moods: int = 0  # how many were said to be wanted


def signs_of(reading: Reading, feelings: Sequence[Feeling] = (), *, made: bool = False) -> Signs:
    """The signs in the words of a message and in the moods that were read there."""
    opening = _after_fillers(reading)
    words = reading.folded
    instead = any(_opens("instead", reading, n) for n in range(len(words)))
    return Signs(
        changes=_opens("changes", reading, opening) or instead,
        adding=_opens("adding", reading, opening),
        closer=_opens("closer", reading, opening) or instead,
        opens_new=_opens("new_wish", reading, 0),
        compared=any(feeling.comparison for feeling in feelings),
        opens_compared=any(feeling.comparison and feeling.start <= opening + 1 for feeling in feelings),
        made=made,
        films=any(_opens("film_words", reading, n) for n in range(len(words))),
        moods=sum(feeling.more and not feeling.comparison for feeling in feelings),
    )


def _after_fillers(reading: Reading) -> int:
    """Where a message begins, behind "ok" and "could you"."""
    place = 0
    while place < len(reading) and not _opens("changes", reading, place):
        hit = listed("talk", "fillers").at(reading.folded, place)
        if hit is None:
            return place
        place = hit[0]
    return place


def _opens(name: str, reading: Reading, place: int) -> bool:
    return place < len(reading) and listed("talk", name).at(reading.folded, place) is not None


def is_new(fresh: Request, signs: Signs) -> bool:
    """Whether a message is a whole wish of its own rather than a change of the one that stands.

    It is when it names an example or the makers of one, a kind of film as such ("a heist movie"), or two or more kinds
    of wish; it is not when it opens like a change, or compares with what was shown.
    """
    if signs.opens_new:
        return True
    if fresh.liked or signs.made:
        return not (signs.adding or signs.closer)
    if signs.changes:
        return False
    if signs.compared and (signs.opens_compared or _kinds(fresh, signs) < _WHOLE):
        return False
    if len(fresh.text.split()) >= _PLOT:
        return True
    named = fresh.limits.genres or fresh.limits.themes or signs.moods or _people(fresh)
    return bool(signs.films and named) or _kinds(fresh, signs) >= _WHOLE


def _people(fresh: Request) -> bool:
    return any(person.wanted for person in fresh.people)


def _kinds(fresh: Request, signs: Signs) -> int:
    """How many kinds of wish a message holds; what it rules out does not count."""
    limits = fresh.limits
    asked_for = bool(fresh.audience or fresh.occasion)
    return sum(
        (
            bool(limits.genres),
            bool(limits.themes) and not fresh.occasion,  # an occasion brings themes of its own
            bool(limits.languages or limits.countries),
            limits.years != NONE,
            limits.minutes != NONE,
            limits.rating is not None,
            _people(fresh),
            signs.moods > 0,
            asked_for,
            bool(fresh.fame),
            bool(fresh.text),
        )
    )


def without_lifted(standing: Request, reading: Reading) -> tuple[Request, bool]:
    """The standing request without the limits that a message lifts ("any year"), and whether it lifts any."""
    lifted = set()
    for place in range(len(reading)):
        if (hit := _lifts().at(reading.folded, place)) and reading.free(place, hit[0]):
            reading.use(place, hit[0])
            lifted.add(hit[1][0])
    if reading.take(rf"(?:forget|drop|remove|ignore|scrap|lose)(?: about)? {DECADE}"):
        lifted.add("years")
    if standing.limits.languages != ("en",):
        lifted.discard("subtitles")
    if not lifted:
        return standing, False
    plain = Limits()
    fields = [field for name in lifted for field in _LIFTED.get(name, (name,))]
    return replace(standing, limits=replace(standing.limits, **{f: getattr(plain, f) for f in fields})), True


@cache
def _lifts() -> Table[str]:
    return Table((phrase, name) for name, phrases in load("talk")["lifts"].items() for phrase in phrases)


def same_makers(reading: Reading, card: FilmFacts | None) -> tuple[Person, ...]:
    """The people of the open card that "the same director" means; uses up those words."""
    for place in range(len(reading) if card else 0):
        hit = _same().at(reading.folded, place)
        following = reading.norms[hit[0] : hit[0] + 1] if hit else []
        if card and hit and following not in (["as"], ["of"]):
            reading.use(place, hit[0])
            part = hit[1][0]
            named: tuple[str, ...] = getattr(card, part)
            return tuple(Person(name=name, role=_PARTS[part]) for name in named[: 1 if part == "cast" else None])
    return ()


@cache
def _same() -> Table[str]:
    return Table((phrase, part) for part, phrases in load("talk")["same"].items() for phrase in phrases)


def merge(fresh: Request, standing: Request, *, adding: bool = False) -> Request:
    """The standing request with the changes of a message: what is newly said replaces what it contradicts.

    Genres that are not added ("and a comedy") are put in place of those that stand; added places come beside them.
    """
    if fresh.limits.genres and not adding:
        standing = replace(standing, limits=replace(standing.limits, genres=()))
    critiques = {critique.axis: critique for critique in (*standing.critiques, *fresh.critiques)}
    moods = {mood.axis: mood for mood in (*standing.moods, *fresh.moods)}
    for mood in fresh.moods:
        critiques.pop(mood.axis, None)
    for critique in fresh.critiques:
        moods.pop(critique.axis, None)
    limits = merge_limits(fresh.limits, standing.limits)
    if adding:
        limits = replace(
            limits,
            languages=_with(standing.limits.languages, fresh.limits.languages, fresh.limits.not_languages),
            countries=_with(standing.limits.countries, fresh.limits.countries, fresh.limits.not_countries),
        )
    if any(critique.axis == "short" and not critique.more for critique in fresh.critiques):
        limits = replace(limits, minutes=(limits.minutes[0], None))  # "longer" than the limit allowed
    people = {person.name: person for person in (*standing.people, *fresh.people)}
    return replace(
        standing,
        act=fresh.act,
        subject=None,
        verdict=None,
        liked=_both(standing.liked, fresh.liked),
        disliked=_both(standing.disliked, fresh.disliked),
        seen=_both(standing.seen, fresh.seen),
        people=tuple(people.values()),
        critiques=tuple(critiques.values()),
        moods=tuple(moods.values()),
        limits=limits,
        fame=fresh.fame or standing.fame,
        audience=fresh.audience or standing.audience,
        occasion=fresh.occasion or standing.occasion,
        count=fresh.count or standing.count,
        text=" ".join(part for part in (standing.text, fresh.text) if part),
        unplaced=fresh.unplaced,
        raw=fresh.raw,
    )


def merge_limits(fresh: Limits, standing: Limits) -> Limits:
    """Limits with the new ones on top: years, length and places are replaced, themes and genres come together."""
    new_place = bool(fresh.languages or fresh.countries)
    genres = _with(standing.genres, fresh.genres, fresh.not_genres)
    return Limits(
        genres=genres,
        not_genres=_with(standing.not_genres, fresh.not_genres, fresh.genres),
        years=_bounds(fresh.years, standing.years),
        minutes=_bounds(fresh.minutes, standing.minutes),
        languages=fresh.languages if new_place else _with(standing.languages, (), fresh.not_languages),
        not_languages=_with(standing.not_languages, fresh.not_languages, fresh.languages),
        countries=fresh.countries if new_place else _with(standing.countries, (), fresh.not_countries),
        not_countries=_with(standing.not_countries, fresh.not_countries, fresh.countries),
        certificate=fresh.certificate or standing.certificate,
        rating=fresh.rating if fresh.rating is not None else standing.rating,
        themes=_with(standing.themes, fresh.themes, fresh.not_themes),
        not_themes=_with(standing.not_themes, fresh.not_themes, fresh.themes),
    )


def _bounds(fresh: Bounds, standing: Bounds) -> Bounds:
    return fresh if fresh != NONE else standing


def _with(standing: tuple[str, ...], added: tuple[str, ...], removed: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for item in (*standing, *added) if item not in removed))


def _both(standing: tuple[Example, ...], fresh: tuple[Example, ...]) -> tuple[Example, ...]:
    return tuple({example.tmdb: example for example in (*standing, *fresh)}.values())


def like_shown(fresh: Request, standing: Request, *shown: Example) -> Request:
    """For "more like the second one": that film becomes the measure, the limits stay."""
    changed = merge(replace(fresh, liked=()), standing)
    return replace(changed, liked=shown, critiques=fresh.critiques)


def open_card(context: Context) -> int | None:
    """TMDB id of the card that is open."""
    return context.deck[context.position] if 0 <= context.position < len(context.deck) else None


def without_brought(moods: list[Mood], brought: list[Mood]) -> list[Mood]:
    """Moods that an occasion brings give way to those that were said."""
    said = {mood.axis for mood in moods}
    return [*moods, *{mood.axis: mood for mood in brought if mood.axis not in said}.values()]
