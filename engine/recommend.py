"""The spine: a request and a taste in, ranked films with reasons out. Chat and evaluation call this same function."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from copy import copy
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine import groups, ranking, reasons
from engine.candidate import Candidate, Fact, Reason, Recommendation, Shortlist
from engine.groups import Choice, Member, Pick, Suits
from engine.models import Films
from engine.request import Request
from engine.shortlist import given, shortlist
from engine.taste import Taste, leaning

DECK = 5
"""Cards for one wish, unless the person says how many."""
_OWN_REASONS = 2  # of one member, for one film of a group
_PRIORS = {"acclaim", "fame"}  # parts that are the same for everybody
_FOR_ANYBODY = {Fact.ACCLAIM, Fact.FAMOUS}


class Recommender:
    """Ranks the films of one loaded set of artefacts."""

    def __init__(self, films: Films, weights: Mapping[str, float] | None = None) -> None:
        self.films = films
        self._only: NDArray[np.bool_] | None = None  # (films,) None: any film may be dealt
        self._weights = dict(ranking.default_weights()) | dict(weights or {})

    def only(self, ids: Set[int]) -> Recommender:
        """The same recommender, which deals to one person no other films than these, by TMDB id."""
        narrowed = copy(self)
        narrowed._only = np.isin(self.films.catalogue.tmdb, list(ids))
        return narrowed

    def recommend(
        self,
        request: Request,
        taste: Taste = Taste(),  # noqa: B008 (frozen)
        *,
        count: int | None = None,
        without: Set[int] = frozenset(),
        explained: int | None = None,
    ) -> Recommendation:
        """Films for a request, best first, each with reasons; those that meet every wish come first.

        `without` are TMDB ids that were shown already and are not wanted again this time. Only the first `explained`
        get reasons; None: all.
        """
        count = count or request.count or DECK
        away = Taste(liked=taste.liked, disliked=taste.disliked, seen=(*taste.seen, *without))
        found = shortlist(request, away, self.films, count, only=self._only)
        ranked = ranking.score(found, self.films.catalogue.tmdb, self._weights, max(ranking.LOOKED_AT, count))
        exact = set(found.rows[found.exact].tolist())
        chosen = ranking.diversify([c for c in ranked if c.row in exact], self.films, count)
        fitting = len(chosen)
        chosen += ranking.diversify([c for c in ranked if c.row not in exact], self.films, count - fitting)
        return Recommendation(
            request=request,
            candidates=self._explained(chosen, request, taste, range(len(chosen))[:explained]),
            exact=fitting,
            relaxed=found.relaxed if fitting < len(chosen) else (),
        )

    def judge(
        self,
        request: Request,
        ids: Sequence[int],
        taste: Taste = Taste(),  # noqa: B008 (frozen)
        *,
        explained: Set[int] | None = None,
    ) -> Recommendation:
        """Given films scored for a request, in their order, with reasons; ids that are not here are left out.

        Only the films of `explained` (TMDB ids) get reasons; None: all.
        """
        rows = self.films.catalogue.rows(ids)
        found = given(request, taste, self.films, rows)
        scored = {c.row: c for c in ranking.score(found, self.films.catalogue.tmdb, self._weights)}
        chosen = [scored[row] for row in rows.tolist()]
        places = [place for place, one in enumerate(chosen) if explained is None or one.tmdb in explained]
        return Recommendation(
            request=request,
            candidates=self._explained(chosen, request, taste, places),
            exact=int(found.exact.sum()),
        )

    def for_group(
        self, members: Sequence[Member], request: Request, *, count: int | None = None, without: Set[int] = frozenset()
    ) -> Choice:
        """Films for several people, fairly: the group's request and each member's taste and wishes.

        Never among them: what any member rules out or disliked, and `without`. Films that a member has seen come
        only when too few others meet the request, and before any wish of it is let go.

        Raises:
            ValueError: There are no members.

        """
        if not members:
            raise ValueError("a group has at least one member")
        count = count or request.count or DECK
        asked = groups.with_vetoes(request, [wish.request for member in members for wish in member.wishes])
        away = {*without, *(tmdb for member in members for tmdb in member.taste.disliked)}
        also = [strand for member in members for strand, _ in _strands(member)]
        found = shortlist(asked, Taste(seen=tuple(sorted(away))), self.films, count, also=also)
        found = _by_id(found, self.films.catalogue.tmdb)
        if not len(found.rows):
            return Choice(request=request)
        shared = ranking.totals(found, self._weights)
        values = groups.worth(np.stack([shared + self._own(member, found.rows) for member in members]))
        seen_by = self._seen_by(members)[found.rows]
        chosen = groups.fair(
            values,
            np.array([member.weight for member in members]),
            count,
            tiers=2 * (~found.exact).astype(np.int64) + (seen_by > 0),
            series=self._series(found.rows),
        )
        exact = int(found.exact[chosen].sum())
        return Choice(
            request=request,
            picks=self._picks(members, request, found.rows[chosen], values[:, chosen], seen_by[chosen]),
            exact=exact,
            relaxed=found.relaxed if exact < len(chosen) else (),
        )

    def own_reasons(self, member: Member, ids: Sequence[int]) -> dict[int, tuple[Reason, ...]]:
        """Why films suit one member of a group, by TMDB id: from their thumbs and open wishes, fit for all to hear.

        Nothing is said that follows from a private wish, and no film that was thumbed is named.
        """
        told: dict[int, dict[tuple[Fact, str], Reason]] = {tmdb: {} for tmdb in ids}
        for (wish, taste), private in _strands(member):
            for candidate in () if private else self.judge(wish, ids, taste).candidates:
                for reason in self._aloud(candidate, wish, taste):
                    told[candidate.tmdb].setdefault((reason.fact, reason.value), reason)
        return {tmdb: tuple(own.values())[:_OWN_REASONS] for tmdb, own in told.items()}

    def _explained(
        self, chosen: Sequence[Candidate], request: Request, taste: Taste, places: Iterable[int]
    ) -> tuple[Candidate, ...]:
        """With reasons for those at some places."""
        thumbs, found = leaning(taste, self.films), list(chosen)
        for place in places:
            found[place] = reasons.explain(found[place], request, self.films, thumbs)
        return tuple(found)

    def _aloud(self, candidate: Candidate, wish: Request, taste: Taste) -> list[Reason]:
        """What one strand of a member says for a film, without what it says to anybody."""
        own = [reason for reason in candidate.reasons if reason.fact not in _FOR_ANYBODY]
        if taste == Taste():
            return [*own, *groups.kept_out(candidate.row, wish, self.films)]
        return [*groups.in_common(candidate.row, taste, self.films), *(groups.unnamed(reason) for reason in own)]

    def _own(self, member: Member, rows: NDArray[np.int64]) -> NDArray[np.float64]:
        """(k,) what a member's thumbs and wishes say of the films in the given rows."""
        total = np.zeros(len(rows))
        for (wish, taste), _ in _strands(member):
            found = given(wish, taste, self.films, rows)
            own = {name: values for name, values in found.evidence.items() if name not in _PRIORS}
            total += ranking.totals(replace(found, evidence=own), self._weights)
        return total

    def _seen_by(self, members: Sequence[Member]) -> NDArray[np.int64]:
        """(films,) how many members know each film; what was liked was seen."""
        counts = np.zeros(len(self.films.catalogue), dtype=np.int64)
        for member in members:
            counts[self.films.catalogue.rows({*member.taste.liked, *member.taste.seen})] += 1
        return counts

    def _series(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """(k,) numbers that films of one series share, and no others."""
        names = [self.films.catalogue.series(row) or row for row in rows.tolist()]
        numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
        return np.array([numbers[name] for name in names], dtype=np.int64)

    def _picks(
        self,
        members: Sequence[Member],
        request: Request,
        rows: NDArray[np.int64],
        values: NDArray[np.float64],
        seen_by: NDArray[np.int64],
    ) -> tuple[Pick, ...]:
        ids = [int(tmdb) for tmdb in self.films.catalogue.tmdb[rows]]
        own = [self.own_reasons(member, ids) for member in members]
        return tuple(
            Pick(
                candidate=candidate,
                suits=tuple(
                    Suits(person=member.person, worth=float(values[i, place]), reasons=own[i][candidate.tmdb])
                    for i, member in enumerate(members)
                ),
                seen_by=int(seen_by[place]),
            )
            for place, candidate in enumerate(self.judge(request, ids).candidates)
        )


def _strands(member: Member) -> list[tuple[tuple[Request, Taste], bool]]:
    """What speaks for films to one member, one by one, each with whether it must not be told."""
    strands = [((wish.request, Taste()), wish.private) for wish in member.wishes]
    return [*strands, ((Request(), member.taste), False)] if member.taste != Taste() else strands


def _by_id(found: Shortlist, catalogue_ids: NDArray[np.int64]) -> Shortlist:
    """The shortlist in the order of its films' ids, by which ties fall."""
    order = np.argsort(catalogue_ids[found.rows])
    evidence = {name: values[order] for name, values in found.evidence.items()}
    return replace(found, rows=found.rows[order], exact=found.exact[order], evidence=evidence)
