"""Thumbs of several people on shared cards: each their own, and together the taste of the group. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from cachetools import LRUCache

from engine.request import Verdict

Thumb = tuple[int, int, Verdict]
"""Person, TMDB id and the person's latest verdict on it."""

_TWICE = timedelta(milliseconds=200)  # two taps within this were meant as one
_TAPS = 4096  # that are remembered


class Taps:
    """What each person tapped last on each film, for a second tap so soon that it was meant once."""

    def __init__(self) -> None:
        self._latest: LRUCache[tuple[str, str, int], tuple[str, str, datetime]] = LRUCache(_TAPS)

    def twice(self, where: tuple[str, str, int], button: str, key: str, at: datetime) -> bool:
        """Whether the same button was tapped a moment ago; `where` is chat, user and film.

        `key` names the update: one that is answered anew, because its answer could not be kept, is no second tap.
        """
        before, self._latest[where] = self._latest.get(where), (button, key, at)
        return before is not None and before[0] == button and before[1] != key and at - before[2] < _TWICE


def tally(thumbs: Iterable[Thumb], film: int) -> dict[Verdict, int]:
    """How many people say what of a film; what nobody says is not there."""
    return dict(Counter(verdict for _, tmdb, verdict in thumbs if tmdb == film))


def own(thumbs: Iterable[Thumb], person: int, film: int) -> Verdict | None:
    """What one person says of a film."""
    return next((verdict for who, tmdb, verdict in thumbs if (who, tmdb) == (person, film)), None)


def told(thumbs: Iterable[Thumb], person: int, film: int, verdict: Verdict | None) -> tuple[Thumb, ...]:
    """With a new verdict of one person, the latest last; None takes theirs back."""
    others = tuple(thumb for thumb in thumbs if thumb[:2] != (person, film))
    return others if verdict is None else (*others, (person, film, verdict))


def together(thumbs: Iterable[Thumb]) -> dict[int, Verdict]:
    """What the group says of each film: the thumb that most give; where as many say the other, it was just seen."""
    counts: dict[int, Counter[Verdict]] = {}
    for _, film, verdict in thumbs:
        counts.setdefault(film, Counter())[verdict] += 1
    said = {}
    for film, of in counts.items():
        ups, downs = of[Verdict.UP], of[Verdict.DOWN]
        said[film] = Verdict.UP if ups > downs else Verdict.DOWN if downs > ups else Verdict.SEEN
    return said


def apart(thumbs: Iterable[Thumb]) -> frozenset[int]:
    """Films that the group does not want to be dealt: disliked by more than like them, or seen and not liked more."""
    return frozenset(film for film, verdict in together(thumbs).items() if verdict is not Verdict.UP)
