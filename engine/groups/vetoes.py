"""What anybody does not want, as limits for everybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from engine.request import Limits, Request
from index.movie import CERTIFICATES

_T = TypeVar("_T")


def with_vetoes(request: Request, wishes: Sequence[Request]) -> Request:
    """The group's request with all that its members rule out: genres, themes, places, moods, people, certificates.

    All of these are wishes that are never let go. Films that a member names, as loved or as a warning, are left out
    as well: nobody means the film itself. What members want is not added, for it binds nobody but themselves.
    """
    asked = [request.limits, *(wish.limits for wish in wishes)]
    named = [example for wish in wishes for example in (*wish.liked, *wish.disliked, *wish.seen)]
    return replace(
        request,
        limits=_limits(request.limits, asked),
        moods=_all([request.moods, *([m for m in wish.moods if not m.wanted] for wish in wishes)]),
        people=_all([request.people, *([p for p in wish.people if not p.wanted] for wish in wishes)]),
        seen=_all([request.seen, named]),
    )


def _limits(limits: Limits, asked: list[Limits]) -> Limits:
    certificates = [each.certificate for each in asked if each.certificate]
    return replace(
        limits,
        not_genres=_all(each.not_genres for each in asked),
        not_themes=_all(each.not_themes for each in asked),
        not_languages=_all(each.not_languages for each in asked),
        not_countries=_all(each.not_countries for each in asked),
        certificate=min(certificates, key=CERTIFICATES.index, default=None),
    )


def _all(parts: Iterable[Iterable[_T]]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(each for part in parts for each in part))
