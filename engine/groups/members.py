"""Who watches together, and how a film suits each of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.candidate import Candidate, Reason
from engine.request import Request
from engine.taste import Taste


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What one member wishes for the evening, beside the group's own request."""

    request: Request
    private: bool = False  # honoured like any other, but no reason may follow from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person who joined: what they like, and what they wish for tonight."""

    person: int  # our own number of the person, or any other that tells the members apart
    taste: Taste = field(default_factory=Taste)
    wishes: tuple[Wish, ...] = ()
    weight: float = 1.0  # above 1 counts more than anybody else; who got little last time may


@dataclass(frozen=True, slots=True, kw_only=True)
class Suits:
    """How a film suits one member."""

    person: int
    worth: float  # 0 to 1, their best of all films that came into question; see `worth`
    reasons: tuple[Reason, ...] = ()  # of their own, weightiest first; safe to say before everybody


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One film for everybody."""

    candidate: Candidate  # as the group's request alone sees it
    suits: tuple[Suits, ...]  # in the order of the members
    seen_by: int = 0  # so many of the members know it

    @property
    def tmdb(self) -> int:
        """The film."""
        return self.candidate.tmdb


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Films for a group, the one that serves all of them best first."""

    request: Request  # the group's
    picks: tuple[Pick, ...] = ()
    exact: int = 0  # so many of the first picks meet every wish of the group's request
    relaxed: tuple[str, ...] = ()  # names of wishes of that request that were let go for the rest; never a veto
