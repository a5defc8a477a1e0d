"""What speaks for and against every film: one array a part, by channel. Weights come later, in the ranking."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine import taste as tastes
from engine.models import Films
from engine.models.measures import involves, measure, reference
from engine.request import Request
from engine.shortlist.wishes import UNSAID, Wish
from engine.taste import Taste
from index.moods import SCALE, load_axes
from index.movie import GENRES

Values = NDArray[np.float32]

_FIRST_POINT, _FURTHER = 0.4, 0.12  # what a critique's first point is worth, and each point beyond it
_BESIDE = np.float32(0.3)  # what a genre counts that a film is beside others, where it could be the first of it
_COSINE = (0.10, 0.65)  # cosines of a message with documents that count as nothing and as all
_BEST_OF = 6  # films of a person that say what their manner is
_BM25_FULL = 9.0  # a best BM25 from which the words count in full


def evidence(request: Request, taste: Taste, films: Films, loose: list[Wish]) -> dict[str, Values]:
    """Parts of the score by name, each (films,), about -1 to 1, higher speaks for the film.

    Names: "kin:ID", "colike:ID" and "content:ID" (near a liked example; "unlike:ID" for a disliked one),
    "manner:PERSON" (near the films of someone who was asked for), "dense", "lexical", "mood:AXIS" and "not:AXIS",
    "more:AXIS" and "less:AXIS", "theme:THEME", "thumb:ID", "meets:WISH", "acclaim", "fame".
    """
    parts: dict[str, Values] = {}
    for source in (_examples, _people, _texts, _moods, _critiques):
        parts.update(source(request, films))
    for theme in request.limits.themes:
        parts[f"theme:{theme}"] = films.themes.strength(theme) / np.float32(len(request.limits.themes))
    for tmdb, values in tastes.scores(taste, films).items():
        parts[f"thumb:{tmdb}"] = values
    for name in dict.fromkeys(
        wish.name for wish in loose if wish.name not in {*UNSAID, "critiques", "moods", "themes"}
    ):
        masks = [wish.mask for wish in loose if wish.name == name]
        parts[f"meets:{name}"] = np.mean(masks, axis=0, dtype=np.float32)
    if "meets:genres" in parts:
        first = films.catalogue.first_genre[:, [GENRES.index(genre) for genre in request.limits.genres]].any(axis=1)
        parts["meets:genres"] *= np.where(first, np.float32(1.0), _BESIDE)
    parts["acclaim"] = films.catalogue.acclaim / SCALE
    parts["fame"] = films.catalogue.fame / np.float32(SCALE) * _fame_counts(request)
    return parts


def prepare(request: Request, films: Films) -> None:
    """Work out in one pass over the vectors what is like the films and words of a request; the rest finds it ready."""
    named = [e.tmdb for e in (*request.liked, *request.disliked)]
    than = [tmdb for critique in request.critiques for tmdb in critique.than]
    films.content.prepare(films.catalogue.rows([*named, *than]).tolist(), query_text(request))


def _fame_counts(request: Request) -> np.float32:
    """How much being well known speaks for a film: less, the more a person says of it in words of their own."""
    if request.fame < 0:
        return np.float32(-0.5)
    return np.float32(1.0 if request.liked else 1.0 / (1 + len(request.text.split())))


def _examples(request: Request, films: Films) -> Iterator[tuple[str, Values]]:
    ids = [e.tmdb for e in request.liked]
    than = [tmdb for c in request.critiques for tmdb in c.than if tmdb not in ids]
    for tmdb in dict.fromkeys((*ids, *than)):
        rows = films.catalogue.rows([tmdb])
        if not len(rows):
            continue
        # The films of a deck that a follow-up compares with matter less than films that a person named.
        share = np.float32((1.0 if tmdb in ids else 0.5) / max(1, len(ids) or len(than)))
        yield f"kin:{tmdb}", share * films.kinship.near(int(rows[0]))
        if films.colikes.known[rows[0]]:
            yield f"colike:{tmdb}", share * films.colikes.near(int(rows[0]))
        # Who wants it funnier wants another tone, and the same subject.
        alike = films.content.subject if request.critiques else films.content.near
        yield f"content:{tmdb}", share * alike(int(rows[0]))
    for example in request.disliked:
        rows = films.catalogue.rows([example.tmdb])
        if len(rows):
            yield f"unlike:{example.tmdb}", -tastes.likeness(films, int(rows[0]))


def _people(request: Request, films: Films) -> Iterator[tuple[str, Values]]:
    """When a person has made too few films, others in their manner come next."""
    for person in request.people:
        made = np.flatnonzero(involves(films, person.name, person.role)) if person.wanted else ()
        best = sorted(made, key=lambda row: -float(films.catalogue.fame[row]))[:_BEST_OF]
        if best:
            films.content.prepare([int(row) for row in best])
            near = [tastes.likeness(films, int(row)) for row in best]
            yield f"manner:{person.name}", np.mean(near, axis=0).astype(np.float32)


def query_text(request: Request) -> str:
    """What is searched by meaning: the words that are left, and the themes and moods in words."""
    moods = [m.said or m.axis for m in request.moods if m.wanted]
    words = [request.text, *request.limits.themes, *request.limits.genres, *moods]
    words += [w for w in (request.audience, request.occasion) if w]
    return " ".join(dict.fromkeys(w for w in words if w))


def _texts(request: Request, films: Films) -> Iterator[tuple[str, Values]]:
    text = query_text(request)
    if not text:
        return
    # With nothing but known wishes the text adds colour; with words of its own it is the wish.
    share = np.float32(1.0 if request.text else 0.4)
    low, high = _COSINE
    cosine = films.content.meaning(text)
    yield "dense", share * np.clip((cosine - low) / (high - low), 0.0, 1.0)
    words = films.lexical.scores(text)
    top = float(words.max())
    if top > 0:
        yield "lexical", (share * min(1.0, top / _BM25_FULL) / top) * words


def _moods(request: Request, films: Films) -> Iterator[tuple[str, Values]]:
    wanted = max(1, sum(m.wanted for m in request.moods))
    for mood in request.moods:
        scores = films.moods.axis(mood.axis) / SCALE
        if mood.wanted:
            yield f"mood:{mood.axis}", np.sqrt(scores) * np.float32(min(1.5, mood.strength) / wanted**0.5)
        else:
            yield f"not:{mood.axis}", -scores * np.float32(mood.strength)


def _critiques(request: Request, films: Films) -> Iterator[tuple[str, Values]]:
    count = max(1, len(request.critiques))
    for critique in request.critiques:
        values = measure(films, critique.axis)
        here = reference(films, critique, request, values)
        if critique.axis in load_axes():
            here = SCALE / 2 if here is None else here
            gain = (values - here) * (1.0 if critique.more else -1.0)
        else:
            spread = float(values[values != 0].std()) or 1.0
            here = float(np.median(values)) if here is None else here
            gain = (values - here) / spread * (1.0 if critique.more else -1.0)
        # Diminishing: a friend suggests the near film that is funnier, not the funniest film there is.
        worth = _FIRST_POINT * np.clip(gain, -1.0, 1.0) + _FURTHER * np.clip(gain - 1.0, 0.0, 2.0)
        yield f"{'more' if critique.more else 'less'}:{critique.axis}", (worth / count).astype(np.float32)
