"""Moods and comparisons: how each mood word was meant, from the words before it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from engine.parsing.marks import Mark
from engine.parsing.phrases import listed, listed_together
from engine.parsing.reading import Reading
from engine.request import Critique, Mood

PLAIN_AXES = frozenset({"short", "recent", "famous", "acclaimed"})
_BIT, _PLAIN, _MUCH = 0.5, 1.0, 2.0
_LOOK_BACK = 4  # phrases before a mood word that may say how much
_CONTRAST = frozenset({"but", "except", "only", "though", "yet", "just"})
_CLAUSE = 6  # words in which a "but" still counts


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """What the words before a mood word say of it."""

    start: int  # where they begin
    strength: float | None = None  # .5 a bit, 2 much
    more: bool | None = None  # more or less of it
    too: bool = False  # "too scary"

    @property
    def said(self) -> bool:
        """Whether there are any."""
        return self.strength is not None or self.more is not None or self.too


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """One mood word as it was meant."""

    axis: str
    more: bool
    strength: float
    compared: bool  # "funnier", "less gory", "not so slow": a comparison; else a plain mood
    contrast: bool  # behind a "but": a comparison when there is something to compare with
    said: str
    start: int = 0  # the word where it begins

    @property
    def comparison(self) -> bool:
        """Whether it only means something beside a film."""
        return self.compared or self.axis in PLAIN_AXES

    def critique(self, than: tuple[int, ...] = ()) -> Critique:
        """As a comparison."""
        return Critique(axis=self.axis, more=self.more, strength=self.strength, than=than, said=self.said)

    def mood(self) -> Mood:
        """As a plain mood."""
        return Mood(axis=self.axis, wanted=self.more, strength=self.strength, said=self.said)


def read_feelings(reading: Reading, marks: list[Mark]) -> list[Feeling]:
    """Every mood of the message; uses up its words and the words that say how much."""
    feelings: list[Feeling] = []
    last, carried = -9, How(start=0)
    for mark in marks:
        entries = mark.of("mood")
        if not entries or not reading.free(mark.start, mark.end):
            continue
        how = how_much(reading, mark.start)
        if not how.said and (carried.more is not None or carried.too) and _joined(reading, last, mark.start):
            how = replace(carried, start=mark.start)  # "less violent and gory"
        # Alone, "action" is a genre; only "more action" is about the mood, and "more action films" is not.
        asked = (how.more is not None or how.too) and not _names_films(reading, how, mark)
        asked = asked or (reading.negated[mark.start] and not mark.of("genre"))
        blamed = reading.negated[mark.start] or how.more is False or how.too
        entries = [e for e in entries if (e.degree != "compared" or asked) and (e.degree != "fault" or blamed)]
        if not entries:
            if mark.of("mood")[0].degree == "fault":
                reading.use(mark.start, mark.end)  # "old films are boring": nothing is asked for
            continue
        of_a_kind = bool(how.more) and any(e.degree == "compared" for e in entries) and _of_a(reading, how, mark)
        # "more animated": drawn, and so less like life.
        of_a_kind = of_a_kind or (bool(mark.of("genre")) and all(e.degree in {"more", "less"} for e in entries))
        if behind := listed("strength", "behind").at(reading.folded, mark.end) if mark.end < len(reading) else None:
            how = replace(how, strength=_MUCH)
            reading.use(mark.end, behind[0])
        reading.use(how.start, mark.start if of_a_kind else mark.end)  # "more of a thriller" is one, too
        if how.start < mark.start and reading.norms[how.start] == "so" and entries[0].degree in {"more", "less"}:
            how = replace(how, strength=None)  # "so older is better"
        last, carried = mark.end, how
        feelings += [feeling_of(reading, entry.name, how, mark.start, mark.end, entry.degree) for entry in entries]
    return feelings


def _names_films(reading: Reading, how: How, mark: Mark) -> bool:
    """Whether a phrase names films rather than a quality: "more comedies", "less horror films", not "of a comedy"."""
    films = mark.end < len(reading) and (reading.folded[mark.end],) in listed("talk", "film_words")
    plural = reading.norms[mark.end - 1] != reading.folded[mark.end - 1]
    return (films or plural) and not _of_a(reading, how, mark)


def _of_a(reading: Reading, how: How, mark: Mark) -> bool:
    return "of" in reading.norms[how.start : mark.start]


def _joined(reading: Reading, start: int, end: int) -> bool:
    return 0 < end - start <= 1 and reading.norms[start] in {"and", "or"}


def how_much(reading: Reading, place: int) -> How:
    """What the words before a place say of a mood there."""
    how = How(start=place)
    table = listed_together("strength", "less", "more", "too", "bit", "much", "plain")
    for _ in range(_LOOK_BACK):
        hit = table.before(reading.folded, how.start)
        if hit is None or not reading.free(hit[0], how.start) or _crosses(reading, hit[0] + 1, place + 1):
            break
        start, kind = hit[0], hit[1][0]
        strength = {"bit": _BIT, "much": _MUCH}.get(kind)
        how = How(
            start=start,
            strength=how.strength if how.strength is not None else strength,
            more=how.more if how.more is not None or kind not in {"more", "less"} else kind == "more",
            too=how.too or kind == "too",
        )
    return how


def _crosses(reading: Reading, start: int, end: int) -> bool:
    return any(reading.words[at].gap in {".", "\n", ","} for at in range(start, min(end, len(reading))))


def feeling_of(reading: Reading, axis: str, how: How, start: int, end: int, degree: str = "plain") -> Feeling:
    """A mood word from start to end; `degree` is how the lexicon lists it."""
    more = degree not in {"opposite", "less"}
    strength = how.strength if how.strength is not None else _MUCH if degree == "very" else _PLAIN
    compared = degree in {"more", "less"} or how.more is not None
    negated = reading.negated[start]
    if how.more is not None:
        more = more == how.more
    if how.too and not negated:  # "too scary": less of it
        more, compared = not more, True
    elif negated:
        more = not more
        strength = _BIT if how.too or how.strength == _MUCH else _PLAIN  # "not too", "not very"
    return Feeling(
        axis=axis,
        more=more,
        strength=strength,
        compared=compared,
        contrast=not negated and _behind_but(reading, how.start),
        said=reading.said(how.start, end),
        start=how.start,
    )


def _behind_but(reading: Reading, place: int) -> bool:
    """Whether "but" opens the clause that a place stands in."""
    for at in range(place - 1, max(-1, place - 1 - _CLAUSE), -1):
        if reading.norms[at] in _CONTRAST:
            return True
        if reading.words[at].gap in {".", "\n"}:
            return False
    return False


def settle(feelings: list[Feeling], *, compares: bool, than: tuple[int, ...] = ()) -> tuple[list[Critique], list[Mood]]:
    """Feelings as critiques when there is something to compare with, else as moods.

    Wanted and ruled out in one message, a mood is wanted somewhat.
    """
    critiques: dict[str, Critique] = {}
    moods: dict[str, Mood] = {}
    for feeling in feelings:
        axis, earlier = feeling.axis, moods.get(feeling.axis)
        if axis in PLAIN_AXES or (compares and (feeling.compared or feeling.contrast) and not earlier):
            critiques[axis] = feeling.critique(than)
        elif earlier is None:
            moods[axis] = feeling.mood()
        elif earlier.wanted != feeling.more:  # "scary but not too scary"
            moods[axis] = replace(earlier, wanted=True, strength=_BIT, said=f"{earlier.said} … {feeling.said}")
    return list(critiques.values()), list(moods.values())
