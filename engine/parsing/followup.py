"""What a message changes of the wish that stands."""

from __future__ import annotations

from dataclasses import replace

from engine.context import Context
from engine.parsing.years import NONE, Bounds
from engine.request import Example, Limits, Mood, Request


def is_new(fresh: Request, standing: Request) -> bool:
    """Whether a message is a whole wish of its own rather than a change: it names an example, or a genre and more."""
    if fresh.liked:
        return True
    if fresh.text and not standing.text and len(fresh.text.split()) >= 4:
        return True
    parts = sum(
        (
            bool(fresh.limits.themes or fresh.text),
            bool(fresh.limits.languages or fresh.limits.countries),
            fresh.limits.years != NONE,
            bool(fresh.people),
            bool(fresh.moods),
            fresh.limits.minutes != NONE,
            bool(fresh.audience or fresh.occasion),
        )
    )
    return bool(fresh.limits.genres) and parts >= 1


def merge(fresh: Request, standing: Request) -> Request:
    """The standing request with the changes of a message: what is newly said replaces what it contradicts."""
    critiques = {critique.axis: critique for critique in (*standing.critiques, *fresh.critiques)}
    moods = {mood.axis: mood for mood in (*standing.moods, *fresh.moods)}
    for mood in fresh.moods:
        critiques.pop(mood.axis, None)
    for critique in fresh.critiques:
        moods.pop(critique.axis, None)
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
        limits=merge_limits(fresh.limits, standing.limits),
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


def like_shown(fresh: Request, standing: Request, shown: Example) -> Request:
    """For "more like the second one": that film becomes the measure, the limits stay."""
    changed = merge(replace(fresh, liked=()), standing)
    return replace(changed, liked=(shown,), critiques=fresh.critiques)


def open_card(context: Context) -> int | None:
    """TMDB id of the card that is open."""
    return context.deck[context.position] if 0 <= context.position < len(context.deck) else None


def without_brought(moods: list[Mood], brought: list[Mood]) -> list[Mood]:
    """Moods that an occasion brings give way to those that were said."""
    said = {mood.axis for mood in moods}
    return [*moods, *(mood for mood in brought if mood.axis not in said)]
