"""Values to words: cards, the standing wish, reasons and what else Matinee says. No markup: front ends add theirs."""

from __future__ import annotations

from collections.abc import Mapping

from bot.reply import Button, Card
from bot.turn import Action
from bot.wording.reasons import Namer, at_length, label, line, runtime
from bot.wording.standing import standing
from bot.wording.words import LANGUAGES, Words, language_of, words
from engine.candidate import Candidate, Recommendation
from engine.request import Request, Verdict
from index.movie import Movie

_THUMBS = {Action.UP: Verdict.UP, Action.DOWN: Verdict.DOWN, Action.SEEN: Verdict.SEEN}

__all__ = [
    "LANGUAGES",
    "Namer",
    "Words",
    "above",
    "at_length",
    "buttons",
    "card",
    "label",
    "language_of",
    "standing",
    "words",
]


def card(movie: Movie, candidate: Candidate, name: Namer, say: Words) -> Card:
    """A film as it is shown, with its line of why."""
    return Card(
        tmdb=movie.tmdb,
        imdb=movie.imdb,
        title=name(movie.tmdb),
        year=movie.year,
        genres=movie.genres[:3],
        runtime=runtime(movie.runtime, say) if movie.runtime else "",
        rating=say.number(movie.rating, places=1) if movie.rating else "",
        line=line(movie, candidate.reasons, name, say),
        overview=movie.overview,
        poster_path=movie.poster_path,
        score=candidate.score,
        kinds=tuple(label(genre, say) for genre in movie.genres[:3]),
    )


def above(found: Recommendation, request: Request, name: Namer, say: Words) -> str:
    """What is said above the cards: what was let go, what was taken for what, what could not be placed."""
    lines = []
    if found.relaxed:
        relaxed = say.listing([say(f"relaxed-{wish}") for wish in found.relaxed])
        lines.append(say("only", count=found.exact, relaxed=relaxed))
    for example in request.liked:
        if example.others:
            lines.append(say("took", title=name(example.tmdb), other=name(example.others[0])))
            break
    if request.unplaced:
        lines.append(say("unplaced", words=say.listing([say.quoted(word) for word in request.unplaced[:3]])))
    return " ".join(lines)


def buttons(
    films: tuple[int, ...],
    position: int,
    last: tuple[int, Verdict] | None,
    switch: bool,
    name: Namer,
    say: Words,
    *,
    saved: bool | None = None,
    given: Mapping[Verdict, int] | None = None,
) -> tuple[Button, ...]:
    """What can be tapped under the open card.

    `last` is the verdict that can be taken back; `saved` says whether the film is saved for later, None: not asked. On
    a card that several people share, `given` says how many of them gave which thumb.
    """
    film = films[position] if position < len(films) else None
    row = []
    if last is not None:
        label = say("button-undo", verdict=say(f"verdict-{last[1]}"), title=name(last[0]))
        row.append(Button(label=label, action=Action.UNDO, film=last[0]))
    row += [Button(label=_thumb(verdict, given, say), action=action, film=film) for action, verdict in _THUMBS.items()]
    if position > 0:
        row.append(Button(label=say("button-previous"), action=Action.PREVIOUS))
    row.append(Button(label=say("button-next"), action=Action.NEXT))
    row.append(Button(label=say("button-why"), action=Action.WHY, film=film))
    row.append(Button(label=say("button-more"), action=Action.MORE_LIKE, film=film))
    if switch:
        row.append(Button(label=say("button-switch"), action=Action.SWITCH))
    if given is not None:
        row.append(Button(label=say("button-mine"), action=Action.MINE))
    if saved is not None:
        action = Action.UNSAVE if saved else Action.SAVE
        row.append(Button(label=say(f"button-{action}"), action=action, film=film))
    return tuple(row)


def _thumb(verdict: Verdict, given: Mapping[Verdict, int] | None, say: Words) -> str:
    label, count = say(f"button-{verdict}"), (given or {}).get(verdict, 0)
    return say("shared-count", button=label, count=count) if count else label
