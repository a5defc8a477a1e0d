"""The standing wish in one line, so that people see how they were understood and can correct it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.wording.reasons import Namer, genre, label, runtime
from bot.wording.words import Words
from engine.request import Critique, Limits, Mood, Request
from index.moods import load_axes


def standing(request: Request, name: Namer, words: Words) -> str:
    """Such as "Korean thriller, not gory, 1999 or earlier"."""
    sentence = clause(request, name, words)
    return f"{sentence[0].upper()}{sentence[1:]}"


def clause(request: Request, name: Namer, words: Words) -> str:
    """The standing wish as it stands inside a sentence."""
    parts = [part for part in _parts(request, name, words) if part]
    return ", ".join(dict.fromkeys(parts)) or words("wish-anything")


def _parts(request: Request, name: Namer, words: Words) -> Iterator[str]:
    if request.liked:
        yield words("wish-like", titles=words.listing([name(e.tmdb) for e in request.liked]))
    yield _kind(request.limits, words)
    yield from (_critique(c, words) for c in request.critiques)
    yield from (_mood(m, words) for m in request.moods if m.wanted)
    for person in request.people:
        if person.wanted:
            yield words("wish-person", name=person.name, role=person.role)
        else:
            yield words("wish-not-person", name=person.name)
    yield from _limits(request.limits, words)
    if request.fame:
        yield words("wish-known" if request.fame > 0 else "wish-gem")
    if request.audience:
        yield words("wish-for", audience=request.audience)
    if request.occasion and request.occasion not in request.limits.themes:
        yield words("occasion-" + request.occasion.replace(" ", "-").replace("'", ""))
    yield words.quoted(request.text) if request.text else ""
    yield from (_mood(m, words) for m in request.moods if not m.wanted)
    yield from _without(request, name, words)


def _kind(limits: Limits, words: Words) -> str:
    genres = ", ".join(genre(g, words) for g in limits.genres)
    if limits.languages:
        places = words.listing([words.language(code) for code in limits.languages], either=True)
        return words("wish-language", places=places, genres=genres).strip() if genres else places
    if limits.countries:  # a country's films are mostly in its language: one of the two says it
        places = words.listing([words.country(code) for code in limits.countries], either=True)
        return words("wish-country", places=places, genres=genres).strip() if genres else places
    return genres


def _mood(mood: Mood, words: Words) -> str:
    what = words(f"mood-{mood.axis}")
    if not mood.wanted:
        return words("not-too", what=what)
    return (
        words("very", what=what) if mood.strength > 1 else words("somewhat", what=what) if mood.strength < 1 else what
    )


def _critique(critique: Critique, words: Words) -> str:
    family = "mood" if critique.axis in load_axes() else "plain"
    what = words(f"{family}-{critique.axis}.{'more' if critique.more else 'less'}")
    if critique.strength > 1:
        return words("much-more", what=what)
    return words("bit-more", what=what) if critique.strength < 1 else what


def _limits(limits: Limits, words: Words) -> Iterator[str]:
    if limits.themes:
        yield words("wish-about", what=words.listing(list(limits.themes)))
    low, high = limits.years
    if low is not None and low == high:
        yield words("wish-year", **{"from": str(low)})
    else:
        yield _range("wish-years", low, high, str, words)
    yield _range("wish-minutes", *limits.minutes, lambda minutes: runtime(minutes, words), words)
    if limits.certificate:
        yield words("wish-certificate", certificate=limits.certificate)
    if limits.rating is not None:
        yield words("wish-rating", rating=words.number(limits.rating))


def _range(message: str, low: int | None, high: int | None, show: object, words: Words) -> str:
    assert callable(show)
    if low is not None and high is not None:
        return words(message, **{"from": show(low), "to": show(high)})
    if low is not None:
        return words(f"{message}-from", **{"from": show(low)})
    return words(f"{message}-to", to=show(high)) if high is not None else ""


def _without(request: Request, name: Namer, words: Words) -> Iterator[str]:
    limits = request.limits
    things = [*(words.inside(label(g, words)) for g in limits.not_genres), *limits.not_themes]
    things += [words.language(c) for c in limits.not_languages] + [words.country(c) for c in limits.not_countries]
    if things:
        yield words("wish-without", what=words.listing(things))
    if request.disliked:
        yield words("wish-unlike", titles=words.listing([name(e.tmdb) for e in request.disliked]))
    if request.seen:
        yield words("wish-seen", titles=words.listing([name(e.tmdb) for e in request.seen]))
