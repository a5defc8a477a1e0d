"""Names behind a cue that no index knows: "something like Some Unknown Series". They are told, not searched for."""

from __future__ import annotations

from engine.parsing.phrases import listed, listed_together, wishes
from engine.parsing.reading import Reading

_INSIDE = frozenset({"and", "of", "the", "in", "a", "to", "on", "for"})
_LONGEST = 6  # words
_NAMED_BY = frozenset({"place", "genre", "theme", "era", "occasion", "audience"})  # a capital there names no film


def read_strangers(reading: Reading) -> tuple[str, ...]:
    """Capitalised stretches that stand where a title does and are none; uses up their words."""
    if not reading.mixed or reading.written.shouts:
        return ()
    found = []
    place = 0
    while place < len(reading):
        if not _raised(reading, place):
            place += 1
            continue
        end = _name_end(reading, place)
        pointed = listed_together("cues", "strong", "like", "seen").before(reading.folded, place) is not None
        opens = end - place > 1 and reading.begins(place) and _vibes(reading, end)
        if (pointed or opens) and reading.free(place, end) and not _is_wish(reading, place, end):
            found.append(reading.said(place, end))
            reading.use(place, end)
        place = end
    return tuple(found)


def _raised(reading: Reading, place: int) -> bool:
    return reading.words[place].surface[0].isupper() and reading.norms[place] not in {"i", "im", "id", "ive"}


def _name_end(reading: Reading, start: int) -> int:
    """Where a run of capitalised words ends; little words may stand inside."""
    end = start + 1
    for place in range(start + 1, min(start + _LONGEST, len(reading))):
        if reading.words[place].gap or reading.used[place]:
            break
        if _raised(reading, place):
            end = place + 1
        elif reading.norms[place] not in _INSIDE:
            break
    return end


def _vibes(reading: Reading, end: int) -> bool:
    return end < len(reading) and listed("cues", "after").at(reading.folded, end) is not None


def _is_wish(reading: Reading, start: int, end: int) -> bool:
    """Whether the words are phrases of the lexicons that are written with capitals for other reasons."""
    place = start
    while place < end:
        hit = wishes().at(reading.folded, place)
        if hit is None or (end - start > 1 and not any(entry.kind in _NAMED_BY for entry in hit[1])):
            return False
        place = hit[0]
    return True
