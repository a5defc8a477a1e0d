"""What speaks for and against every film: one array a part, by channel. Weights come later, in the ranking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from engine import taste as tastes
from engine.models import Films
from engine.models.measures import involves, measure, reference
from engine.request import Limits, Request
from engine.shortlist.parts import Asked, Known, Part, Rows, Values, Worth, near
from engine.shortlist.wishes import UNSAID, Wish
from engine.taste import Taste
from index.moods import SCALE, load_axes
from index.movie import GENRES

_FIRST_POINT, _FURTHER = 0.4, 0.12  # what a critique's first point is worth, and each point beyond it
_BESIDE = np.float32(0.3)  # what a genre counts that a film is beside others, where it could be the first of it
_COSINE = (0.10, 0.65)  # cosines of a message with documents that count as nothing and as all
_GOOD_WHEN_OPEN, _KNOWN_WHEN_OPEN = np.float32(4.0), np.float32(0.5)  # how much acclaim and fame count then
_APPEAL = {
    "feel-good": 0.1, "epic": 0.07, "tense": 0.05,
    "scary": -0.05, "big-budget": -0.055, "family-friendly": -0.055, "cheesy": -0.075,
}  # fmt: skip
"""Points of acclaim that a point of a mood is worth to somebody who leaves the choice to us.

From which films the people of MovieLens' release of 2023 like (ridge regression over the starter films).
"""
_BEST_OF = 6  # films of a person that say what their manner is
_BM25_FULL = 9.0  # a best BM25 from which the words count in full


def evidence(request: Request, films: Films, loose: list[Wish]) -> dict[str, Part]:
    """Parts of the score by name, each about -1 to 1, higher speaks for a film.

    Names: "kin:ID", "colike:ID" and "content:ID" (near a liked example; "unlike:ID" for a disliked one),
    "manner:PERSON" (near the films of someone who was asked for), "dense", "lexical", "mood:AXIS" and "not:AXIS",
    "more:AXIS" and "less:AXIS", "theme:THEME", "meets:WISH", "acclaim", "appeal", "fame".
    """
    parts: dict[str, Part] = {}
    for source in (_examples, _people, _texts, _moods, _critiques, _themes):
        parts.update(source(request, films))
    parts.update(_meets(request, films, loose))
    parts["acclaim"] = Known(films.catalogue.acclaim / SCALE * _acclaim_counts(request))
    if _open(request):
        parts["appeal"] = Known(_appeal(films))
    parts["fame"] = Known(films.catalogue.fame / np.float32(SCALE) * _fame_counts(request))
    return parts


def thumbs(taste: Taste, films: Films) -> dict[str, Part]:
    """What a taste says of films: "thumbs" by what they are, "company" by what other people like."""
    leaning = tastes.leaning(taste, films)
    parts: dict[str, Part] = {}
    if len(leaning.rows):
        parts["thumbs"] = Asked(leaning.content, leaning.best)
    if leaning.company.any():
        parts["company"] = Known(leaning.company)
    return parts


def _fame_counts(request: Request) -> np.float32:
    """How much being well known speaks for a film: less, the more a person says of it in words of their own."""
    if request.fame < 0:
        return np.float32(-0.5)
    if _open(request):
        return _KNOWN_WHEN_OPEN
    return np.float32(1.0 if request.liked else 1.0 / (1 + len(request.text.split())))


def _acclaim_counts(request: Request) -> np.float32:
    """How much acclaim speaks for a film: most when somebody leaves the choice to us."""
    return _GOOD_WHEN_OPEN if _open(request) else np.float32(1.0)


def _appeal(films: Films) -> Values:
    """Which moods most people like, beside acclaim."""
    points = sum(np.float32(worth) * films.moods.axis(axis) for axis, worth in _APPEAL.items())
    return np.asarray(points / SCALE * _GOOD_WHEN_OPEN, dtype=np.float32)


def _open(request: Request) -> bool:
    """Whether a request says nothing of what the film should be like: "surprise me"."""
    limits = request.limits
    return replace(request, limits=Limits(genres=limits.genres, themes=limits.themes)).empty


def _examples(request: Request, films: Films) -> Iterator[tuple[str, Part]]:
    ids = [e.tmdb for e in request.liked]
    than = [tmdb for c in request.critiques for tmdb in c.than if tmdb not in ids]
    for tmdb in dict.fromkeys((*ids, *than)):
        row = films.catalogue.row(tmdb)
        if row is None:
            continue
        # The films of a deck that a follow-up compares with matter less than films that a person named.
        share = np.float32((1.0 if tmdb in ids else 0.5) / max(1, len(ids) or len(than)))
        yield f"kin:{tmdb}", Known(share * films.kinship.near(row))
        if films.colikes.known[row]:
            yield f"colike:{tmdb}", Known(share * films.colikes.near(row))
        yield f"content:{tmdb}", near(films, [row], _content(row, share, request, films))
    for example in request.disliked:
        if (row := films.catalogue.row(example.tmdb)) is not None:
            yield f"unlike:{example.tmdb}", near(films, [], _like([row], -1.0, films))


def _content(row: int, share: np.float32, request: Request, films: Films) -> Worth:
    # Who wants it funnier wants another tone, and the same subject.
    alike = films.content.subject if request.critiques else films.content.near
    return lambda rows: share * alike(row, rows)


def _like(some: list[int], share: float, films: Films) -> Worth:
    def worth(rows: Rows) -> Values:
        likenesses = [tastes.likeness(films, row, rows) for row in some]
        return np.asarray(share * np.mean(likenesses, axis=0), dtype=np.float32)

    return worth


def _people(request: Request, films: Films) -> Iterator[tuple[str, Part]]:
    """When a person has made too few films, others in their manner come next."""
    for person in request.people:
        made = np.flatnonzero(involves(films, person.name, person.role)).tolist() if person.wanted else []
        best = sorted(made, key=lambda row: -float(films.catalogue.fame[row]))[:_BEST_OF]
        if best:
            loved = [people for row in best if (people := tastes.people(films, row)) is not None]
            together = np.mean(loved, axis=0) if loved else None
            yield f"manner:{person.name}", near(films, best, _like(best, 1.0, films), together)


def query_text(request: Request) -> str:
    """What is searched by meaning: the words that are left, and the themes and moods in words."""
    moods = [m.said or m.axis for m in request.moods if m.wanted]
    words = [request.text, *request.limits.themes, *request.limits.genres, *moods]
    words += [w for w in (request.audience, request.occasion) if w]
    return " ".join(dict.fromkeys(w for w in words if w))


def _texts(request: Request, films: Films) -> Iterator[tuple[str, Part]]:
    text = query_text(request)
    if not text:
        return
    # With nothing but known wishes the text adds colour; with words of its own it is the wish.
    share = np.float32(1.0 if request.text else 0.4)
    low, high = _COSINE

    def dense(rows: Rows) -> Values:
        return np.asarray(share * np.clip((films.content.meaning(text, rows) - low) / (high - low), 0.0, 1.0))

    yield "dense", near(films, [text], dense)
    words = films.lexical.scores(text)
    top = float(words.max())
    if top > 0:
        yield "lexical", Known((share * min(1.0, top / _BM25_FULL) / top) * words)


def _moods(request: Request, films: Films) -> Iterator[tuple[str, Part]]:
    wanted = max(1, sum(m.wanted for m in request.moods))
    for mood in request.moods:
        scores = films.moods.axis(mood.axis) / SCALE
        if mood.wanted:
            worth = np.float32(min(1.5, mood.strength) / wanted**0.5)
            yield f"mood:{mood.axis}", Known(np.sqrt(scores) * worth)
        else:
            yield f"not:{mood.axis}", Known(-scores * np.float32(mood.strength))


def _critiques(request: Request, films: Films) -> Iterator[tuple[str, Part]]:
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
        yield f"{'more' if critique.more else 'less'}:{critique.axis}", Known((worth / count).astype(np.float32))


def _themes(request: Request, films: Films) -> Iterator[tuple[str, Part]]:
    themes = request.limits.themes
    for theme in themes:
        yield f"theme:{theme}", Known(films.themes.strength(theme) / np.float32(len(themes)))


def _meets(request: Request, films: Films, loose: list[Wish]) -> Iterator[tuple[str, Part]]:
    """What cannot be met in full is met as far as can be."""
    for name in dict.fromkeys(
        wish.name for wish in loose if wish.name not in {*UNSAID, "critiques", "moods", "themes"}
    ):
        met: Values = np.asarray(np.mean([wish.mask for wish in loose if wish.name == name], axis=0), dtype=np.float32)
        if name == "genres":
            places = [GENRES.index(genre) for genre in request.limits.genres]
            first = films.catalogue.first_genre[:, places].any(axis=1)
            met *= np.where(first, np.float32(1.0), _BESIDE)
        yield f"meets:{name}", Known(met)
