"""What is ruled out: from "no", "without", "nothing" ... to where the negation stops reaching."""

from __future__ import annotations

from engine.parsing.marks import Mark
from engine.parsing.phrases import listed, listed_together
from engine.parsing.reading import Reading

_BARE = frozenset({"not", "isnt", "arent", "nothing"})
_TELLING = frozenset({"seen", "watched", "grew"})
_OUTSIDE = frozenset({"outside"})  # reaches no further than a comma
_PARTING = frozenset({"so", "but", "and", "although", "though", "while"})
_REACH = 8  # words
_LISTED = {"or", "nor", "and"}


def read_negations(reading: Reading, marks: list[Mark]) -> None:
    """Mark the words that negations reach, and use up the words that negate; "not in English" stays whole."""
    whole = {at for mark in marks for at in range(mark.start, mark.end) if mark.end - mark.start > 1}
    starts = {mark.start: mark for mark in marks}
    cues, neutral = listed("scopes", "cues"), listed("scopes", "neutral")
    less = listed("strength", "less")
    overs = (place for place, word in enumerate(reading.norms) if word == "over")
    done = 0
    for place in sorted({*overs, *(at for table in (cues, neutral, less) for at in table.places(reading.folded))}):
        if place < done:
            continue
        if hit := neutral.at(reading.folded, place):
            done = hit[0]
            continue
        hit = cues.at(reading.folded, place) or _preferred_over(reading, place)
        softer = less.at(reading.folded, place)
        if softer and (hit is None or softer[0] > hit[0]):
            done = softer[0]  # "not so slow" compares, it does not rule out
            continue
        if (
            hit is None
            or not reading.free(place, hit[0])
            or place in whole
            or _crossed(reading, place, hit[0])
            or _answers(reading, place)
        ):
            continue
        done = hit[0]
        if not _told(reading, place, done):  # "a man who never sleeps" rules nothing out
            end = _reach(reading, starts, place, done)
            reading.negated[done:end] = [True] * (end - done)
        reading.use(place, done)


def _reach(reading: Reading, marks: dict[int, Mark], place: int, start: int) -> int:
    """Where a negation, from its first word to the one behind it, stops reaching."""
    if reading.norms[start - 1] in _BARE:
        return _qualified(reading, marks, start)
    end = _end(reading, start)
    if _OUTSIDE & set(reading.norms[place:start]):
        return next((at for at in range(start + 1, end) if reading.words[at].gap), end)
    return end


def read_indifference(reading: Reading) -> None:
    """Use up what is neither wanted nor ruled out: "I don't mind blood", "older is fine", "seen most classics"."""
    indifferent, allowed = listed("scopes", "indifferent"), listed("scopes", "allowed")
    for place in indifferent.places(reading.folded):
        hit = indifferent.at(reading.folded, place)
        if hit and reading.free(place, hit[0]):
            told = reading.norms[place] in _TELLING  # "seen most of the comedies from the last ten years": all of it
            reading.use(place, _clause_end(reading, hit[0]) if told else _end(reading, hit[0]))
    for place in allowed.places(reading.folded):
        hit = allowed.at(reading.folded, place)
        start = _clause(reading, place) if hit else place
        if hit and not reading.used[place] and place > start and "or" not in reading.norms[start:place]:
            reading.use(start, hit[0])


def _clause(reading: Reading, place: int) -> int:
    """Where the clause that ends before a word begins."""
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if reading.words[at].gap in {".", "\n", ",", "(", ")"}:
            return at
        if reading.norms[at] in _PARTING:
            return at + 1
    return max(0, place - _REACH) if place > _REACH else 0


def _clause_end(reading: Reading, start: int) -> int:
    for at in range(start, len(reading)):
        if at > start and (reading.words[at].gap in {".", "\n", ",", "(", ")"} or reading.norms[at] in _PARTING):
            return at
    return len(reading)


def _told(reading: Reading, place: int, end: int) -> bool:
    """Whether a negation is part of a plot: "a man who never sleeps"; "he hates musicals" is none."""
    if not place or reading.words[place].gap or tuple(reading.folded[place:end]) not in listed("scopes", "of_plots"):
        return False
    return listed("scopes", "told").before(reading.folded, place) is not None


def _preferred_over(reading: Reading, place: int) -> tuple[int, list[str]] | None:
    """The "over" of "I prefer clever ones over shootouts"."""
    if reading.norms[place] != "over" or "prefer" not in reading.norms[max(0, place - _REACH) : place]:
        return None
    return place + 1, ["over"]


def _answers(reading: Reading, place: int) -> bool:
    """Whether a "no" stands for itself: "no, older than that"."""
    following = place + 1
    return reading.norms[place] == "no" and following < len(reading) and reading.words[following].gap != ""


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
    """Whether a comma stands inside a phrase that negates, or behind a "no" that is an answer."""
    return _answers(reading, start) or any(reading.words[at].gap in {".", "\n", ","} for at in range(start + 1, end))


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
