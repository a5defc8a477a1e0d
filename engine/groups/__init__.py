"""Films for several people at once: whose wish rules what out, who deserves the next film, what may be said aloud."""

from __future__ import annotations

from engine.groups import memory
from engine.groups.aloud import in_common, kept_out, unnamed
from engine.groups.fairness import fair, gains, worth
from engine.groups.members import Choice, Member, Pick, Suits, Wish
from engine.groups.vetoes import with_vetoes

__all__ = [
    "Choice",
    "Member",
    "Pick",
    "Suits",
    "Wish",
    "fair",
    "gains",
    "in_common",
    "kept_out",
    "memory",
    "unnamed",
    "with_vetoes",
    "worth",
]
