"""Moods and comparisons: how each mood word was meant, from the words before it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.parsing.marks import Mark
from engine.parsing.phrases import Entry, Table, listed_together
from engine.parsing.reading import Reading
from engine.request import Critique, Mood

PLAIN_AXES = frozenset({"short", "recent", "famous", "acclaimed"})
_BIT, _PLAIN, _MUCH = 0.5, 1.0, 2.0
_LOOK_BACK = 4  # phrases before a mood word that may say how much
_CONTRAST = frozenset({"but", "except", "only", "though", "yet", "just"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """One mood word as it was meant."""

    axis: str
    more: bool
    strength: float
    compared: bool  # "funnier", "less gory": a comparison; else a plain mood
    contrast: bool  # behind a "but": with an example, a comparison with that
    soft: bool  # "not so X": a comparison when there is something to compare with
    said: str
    place: int

    def critique(self, than: tuple[int, ...] = ()) -> Critique:
        """As a comparison."""
        return Critique(axis=self.axis, more=self.more, strength=self.strength, than=than, said=self.said)

    def mood(self) -> Mood:
        """As a plain mood."""
        return Mood(axis=self.axis, wanted=self.more, strength=self.strength, said=self.said)


def read_feelings(reading: Reading, marks: list[Mark]) -> list[Feeling]:
    """Every mood of the message; uses up its words and the words that say how much."""
    feelings: list[Feeling] = []
    carried: tuple[int, dict[str, float | bool]] = (-9, {})
    for mark in marks:
        entries = mark.of("mood")
        if not entries or not reading.free(mark.start, mark.end):
            continue
        how, start = _how(reading, mark.start)
        if not how and carried[1] and mark.start - carried[0] <= 1 and _joined(reading, carried[0], mark.start):
            how = carried[1]
        entries = [entry for entry in entries if _counts(entry, how, reading, mark)]
        if not entries:
            continue
        reading.use(start, mark.end)
        carried = (mark.end, how if "more" in how else {})
        feelings += [_feeling(reading, entry, how, start, mark) for entry in entries]
    return feelings


def _joined(reading: Reading, start: int, end: int) -> bool:
    return all(word in {"and", "or"} for word in reading.norms[start:end])


def _how(reading: Reading, place: int) -> tuple[dict[str, float | bool], int]:
    """What the words before a place say: {"strength": .5, "more": False ...}, and where they begin."""
    found: dict[str, float | bool] = {}
    table = _degrees()
    for _ in range(_LOOK_BACK):
        hit = table.before(reading.folded, place)
        if hit is None or not reading.free(hit[0], place) or _crosses(reading, hit[0] + 1, place + 1):
            break
        kind = hit[1][0]
        if kind in {"bit", "much"}:
            found.setdefault("strength", _BIT if kind == "bit" else _MUCH)
        elif kind in {"more", "less"}:
            found.setdefault("more", kind == "more")
            if kind == "less" and reading.norms[hit[0]] in {"not", "isnt", "arent", "doesnt"}:
                found["soft"] = True
        elif kind == "too":
            found["too"] = True
        place = hit[0]
    return found, place


def _degrees() -> Table[str]:
    return listed_together("strength", "less", "more", "too", "bit", "much", "plain")


def _crosses(reading: Reading, start: int, end: int) -> bool:
    return any(reading.words[at].gap in {".", "\n", ","} for at in range(start, min(end, len(reading))))


def _counts(entry: Entry, how: dict[str, float | bool], reading: Reading, mark: Mark) -> bool:
    """Whether a word is about a mood here: "action" is only after "more", or ruled out as a part of films."""
    if entry.degree == "compared":
        return "more" in how or "too" in how
    return True


def _feeling(reading: Reading, entry: Entry, how: dict[str, float | bool], start: int, mark: Mark) -> Feeling:
    more = entry.degree not in {"opposite", "less"}
    strength = float(how.get("strength", _MUCH if entry.degree == "very" else _PLAIN))
    compared = entry.degree in {"more", "less"} or "more" in how
    soft = bool(how.get("soft"))
    if "more" in how:
        more = more == bool(how["more"])
    negated = reading.negated[mark.start]
    if "too" in how and not negated:
        more, compared, strength = not more, True, float(how.get("strength", _PLAIN))
    elif negated:
        more = not more
        if "too" in how:
            strength = _BIT
        elif strength == _MUCH and entry.degree != "very":
            strength = _PLAIN
    return Feeling(
        axis=entry.name,
        more=more,
        strength=strength,
        compared=compared,
        contrast=_behind_but(reading, start) and not negated,
        soft=soft,
        said=reading.said(start, mark.end),
        place=mark.start,
    )


def _behind_but(reading: Reading, place: int) -> bool:
    """Whether "but" opens the clause that a place stands in."""
    for at in range(place - 1, max(-1, place - 7), -1):
        if reading.norms[at] in _CONTRAST:
            return True
        if reading.words[at].gap in {".", "\n"}:
            return False
    return False


def settle(feelings: list[Feeling], *, compares: bool, than: tuple[int, ...] = ()) -> tuple[list[Critique], list[Mood]]:
    """Feelings as critiques when there is something to compare with, else as moods; the last word on an axis counts."""
    critiques: dict[str, Critique] = {}
    moods: dict[str, Mood] = {}
    for feeling in feelings:
        comparison = feeling.compared or (compares and feeling.contrast)
        if feeling.axis in PLAIN_AXES or (comparison and compares):
            critiques[feeling.axis] = feeling.critique(than)
        else:
            moods[feeling.axis] = feeling.mood()
    return list(critiques.values()), list(moods.values())
