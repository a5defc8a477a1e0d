"""What is ruled out: from "no", "without", "nothing" ... to where the negation stops reaching."""

from __future__ import annotations

from engine.parsing.marks import Mark
from engine.parsing.phrases import listed, listed_together
from engine.parsing.reading import Reading

_BARE = frozenset({"not", "isnt", "arent", "nothing"})
_REACH = 8  # words
_LISTED = {"or", "nor", "and"}


def read_negations(reading: Reading, marks: list[Mark]) -> None:
    """Mark the words that negations reach, and use up the words that negate; "not in English" stays whole."""
    whole = {at for mark in marks for at in range(mark.start, mark.end) if mark.end - mark.start > 1}
    starts = {mark.start: mark for mark in marks}
    cues, neutral = listed("scopes", "cues"), listed("scopes", "neutral")
    place = 0
    while place < len(reading):
        if hit := neutral.at(reading.folded, place):
            place = hit[0]
            continue
        if (hit := listed("scopes", "indifferent").at(reading.folded, place)) and reading.free(place, hit[0]):
            end = _end(reading, hit[0])
            reading.use(place, end)  # "I don't mind blood": neither wanted nor ruled out
            place = end
            continue
        hit = cues.at(reading.folded, place)
        softer = listed("strength", "less").at(reading.folded, place)
        if softer and (hit is None or softer[0] > hit[0]):
            place = softer[0]  # "not so slow" compares, it does not rule out
            continue
        if hit is None or not reading.free(place, hit[0]) or place in whole:
            place += 1
            continue
        start = hit[0]
        if _crossed(reading, place, start):
            place += 1
            continue
        if place and listed("scopes", "told").before(reading.folded, place) and not reading.words[place].gap:
            reading.use(place, start)  # "a man who never sleeps"
            place = start
            continue
        end = _qualified(reading, starts, start) if reading.norms[start - 1] in _BARE else _end(reading, start)
        for reached in range(start, end):
            reading.negated[reached] = True
        reading.use(place, start)
        place = start


def _qualified(reading: Reading, marks: dict[int, Mark], start: int) -> int:
    """Where a bare "not" stops reaching: of "not too gory horror" the horror is wanted."""
    end = _end(reading, start)
    degrees = listed_together("strength", "too", "much")
    place = start
    while place < end and (hit := degrees.at(reading.folded, place)):
        place = hit[0]
    mood = marks.get(place)
    if place > start and mood and mood.of("mood") and (kind := marks.get(mood.end)) and kind.of("genre", "theme"):
        return min(end, mood.end)
    return end


def _crossed(reading: Reading, start: int, end: int) -> bool:
    return any(reading.words[at].gap in {".", "\n", ","} for at in range(start + 1, end))


def _end(reading: Reading, start: int) -> int:
    enders, cues = listed("scopes", "enders"), listed("scopes", "cues")
    for place in range(start, min(start + _REACH, len(reading))):
        gap = reading.words[place].gap
        if gap in {".", "\n", "(", ")"} or (gap == "," and place > start and not _list_goes_on(reading, place)):
            return place
        if place > start and (enders.at(reading.folded, place) or cues.at(reading.folded, place)):
            return place
    return min(start + _REACH, len(reading))


def _list_goes_on(reading: Reading, place: int) -> bool:
    """Whether the words behind a comma still belong to a list that was begun: "no a, b or c"."""
    for at in range(place, min(place + 5, len(reading))):
        if at > place and reading.words[at].gap in {".", "\n", "(", ")"}:
            return False
        if reading.norms[at] in {"or", "nor"} or (at == place and reading.norms[at] in _LISTED):
            return True
        if listed("scopes", "enders").at(reading.folded, at) or listed("scopes", "cues").at(reading.folded, at):
            return False
    return False
