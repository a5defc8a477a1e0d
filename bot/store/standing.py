"""What stands of the feedback of each chat, kept between turns: a turn reads what is new, not all that was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache
from sqlalchemy import Select, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.ports import ChatId
from bot.store.schema import feedback
from engine.request import Verdict

TAKEN_BACK = "none"
_CHATS = 512  # whose verdicts are kept


@dataclass(slots=True, kw_only=True)
class _Chat:
    read: int = 0  # rows of feedback
    last: int = 0  # the highest number among them
    said: dict[int, dict[int, tuple[int, str]]] = field(default_factory=dict)
    """By film and person, the number of the latest row and its verdict."""
    standing: dict[int, Verdict] = field(default_factory=dict)  # by film, the oldest first

    def hear(self, number: int, person: int, tmdb: int, verdict: str) -> None:
        """One row, in the order of their numbers."""
        self.read, self.last = self.read + 1, number
        of_film = self.said.setdefault(tmdb, {})
        of_film[person] = number, verdict
        if verdict != TAKEN_BACK:
            self.standing.pop(tmdb, None)  # so that the later one also stands later
            self.standing[tmdb] = Verdict(verdict)
        elif tmdb in self.standing:
            self._reorder(tmdb)

    def _reorder(self, tmdb: int) -> None:
        """Somebody took a verdict back: what another said before stands again, at its old place."""
        left = [one for one in self.said[tmdb].values() if one[1] != TAKEN_BACK]
        if not left:
            del self.standing[tmdb]
            return
        self.standing[tmdb] = Verdict(max(left)[1])
        latest = {film: max(one for one in self.said[film].values() if one[1] != TAKEN_BACK) for film in self.standing}
        self.standing = {film: self.standing[film] for film in sorted(self.standing, key=latest.__getitem__)}


class Standing:
    """The latest verdicts of chats."""

    def __init__(self) -> None:
        self._chats: LRUCache[ChatId, _Chat] = LRUCache(_CHATS)

    async def of(self, connection: AsyncConnection, chat: ChatId) -> dict[int, Verdict]:
        """The verdict on every film that is judged in a chat, the oldest first; where people differ, the later.

        What was read before holds as long as no row of it is gone: rows are never changed, and no number comes twice.
        """
        known = self._chats.pop(chat, None) or _Chat()
        rows = await _since(connection, chat, known.last)
        if rows[0].before != known.read:  # some of them were deleted
            known = _Chat()
            rows = await _since(connection, chat, 0)
        for row in rows:
            if row.id is not None:
                known.hear(row.id, row.person_id, row.tmdb, row.verdict)
        self._chats[chat] = known
        return known.standing.copy()


async def _since(connection: AsyncConnection, chat: ChatId, last: int) -> Sequence[Any]:
    """How many rows there are up to a number, and all beyond it, in their order; one empty row for none."""
    here = feedback.c.chat_id == chat
    before = select(func.count().label("before")).where(here, feedback.c.id <= last).subquery()
    later = select(feedback).where(here, feedback.c.id > last).subquery()
    both = before.outerjoin(later, true())
    wanted = select(before.c.before, later.c.id, later.c.person_id, later.c.tmdb, later.c.verdict).select_from(both)
    return (await connection.execute(wanted.order_by(later.c.id))).all()


async def standing_rows(connection: AsyncConnection, latest: Select[tuple[int]]) -> Sequence[Any]:
    """Person, film and verdict of those of the given rows that were not taken back, in their order."""
    wanted = select(feedback.c.person_id, feedback.c.tmdb, feedback.c.verdict)
    wanted = wanted.where(feedback.c.id.in_(latest), feedback.c.verdict != TAKEN_BACK)
    return (await connection.execute(wanted.order_by(feedback.c.id))).all()


async def standing_of(connection: AsyncConnection, latest: Select[tuple[int]]) -> dict[int, Verdict]:
    """The verdict on each film among the given rows, the oldest first."""
    verdicts: dict[int, Verdict] = {}
    for row in await standing_rows(connection, latest):
        verdicts.pop(row.tmdb, None)  # so that the later one also stands later
        verdicts[row.tmdb] = Verdict(row.verdict)
    return verdicts
