"""Every phrase of the lexicons that a message holds."""

from __future__ import annotations

from dataclasses import dataclass

from engine.parsing.phrases import Entry, listed, wishes
from engine.parsing.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A phrase and what it may stand for."""

    start: int  # word positions, half open
    end: int
    entries: tuple[Entry, ...]

    def of(self, *kinds: str) -> list[Entry]:
        """Its entries of some kinds."""
        return [entry for entry in self.entries if entry.kind in kinds]


_TALK = Entry(kind="plain talk", name="allowed")


def _allowed(reading: Reading, end: int) -> int | None:
    """Where "is fine" ends, right behind a wish that it takes back."""
    hit = listed("scopes", "allowed").at(reading.folded, end) if end < len(reading) else None
    return hit[0] if hit else None


def scan(reading: Reading) -> list[Mark]:
    """All phrases in text order, the longest at each place; none crosses the end of a sentence or a used word."""
    table = wishes()
    marks = []
    done = 0
    for place in table.places(reading.folded):
        if place < done or reading.used[place]:
            continue
        stop, last = place + 1, min(len(reading), place + table.reach(reading.folded[place]))
        while stop < last and not reading.used[stop] and reading.words[stop].gap not in {".", "\n"}:
            stop += 1
        hit = table.at(reading.folded, place, stop)
        if hit is None:
            continue
        end, entries = hit
        if (allowed := _allowed(reading, end)) and reading.norms[place - 1] != "or":
            end, entries = allowed, [_TALK]
        marks.append(Mark(start=place, end=end, entries=tuple(entries)))
        done = end
    return marks
