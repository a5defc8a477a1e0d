"""Messages that are not a wish: greetings, verdicts, "why?", "something else", starting over, and distress."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from engine.context import Context
from engine.parsing.phrases import Table, listed, listed_together
from engine.parsing.reading import Reading
from engine.request import Act, Verdict
from index.titles import TitleIndex

_ORDINALS = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4,
    "sixth": 5, "6th": 5, "seventh": 6, "7th": 6, "eighth": 7, "ninth": 8, "tenth": 9, "last": -1,
}  # fmt: skip
_FILLERS = (
    "please and the a an lol then so well ok okay ah oh hmm no yes yeah thanks i have it was that is me of just really "
    "very much already but to you can do one film movie again too also there bot hey hi matinee absolutely totally did "
    "this"
)
_LONGEST = 16  # words of a message that is not a wish
_FAR = 6  # words between a plot cue and words of distress


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What a whole message does, when it is not a wish."""

    act: Act
    subject: int | None = None  # TMDB id
    verdict: Verdict | None = None


@cache
def _fillers() -> Table[str]:
    return Table((word, "filler") for word in _FILLERS.split())


def distress(reading: Reading) -> bool:
    """Whether someone says, of themselves, that they want to die or to be hurt; a plot or a figure of speech is not."""
    words = listed("distress", "first_person")
    for place in words.places(reading.folded):
        hit = words.at(reading.folded, place)
        if hit and not _plot(reading, place) and not _figure(reading, hit[0]) and not _quoted(reading, place, hit[0]):
            return True
    return False


def _plot(reading: Reading, place: int) -> bool:
    plots = listed("distress", "plots")
    for at in range(max(0, place - _FAR), place):
        hit = plots.at(reading.folded, at)
        if hit and not any(reading.words[n].gap in {".", "\n"} for n in range(hit[0], place + 1) if n < len(reading)):
            return True
    return False


def _figure(reading: Reading, end: int) -> bool:
    figures = listed("distress", "figures")
    return any(figures.at(reading.folded, at) for at in range(end, min(end + 3, len(reading))))


def _quoted(reading: Reading, start: int, end: int) -> bool:
    first, last = reading.words[start].start, reading.words[end - 1].end
    return any(a <= first and last <= b and b - a < 60 for a, b in reading.written.quotes)


def spoken(reading: Reading, context: Context, titles: TitleIndex) -> Spoken | None:
    """What the whole message does when it holds no wish; None when it may be one."""
    if not 0 < len(reading) <= _LONGEST:
        return None
    subject, rest = pointed(reading, context, titles)
    open_card = context.deck[context.position] if 0 <= context.position < len(context.deck) else None
    on_deck = open_card is not None
    pointers = listed("talk", "pointers")
    if listed("talk", "start_over").covers(reading.folded, _fillers()):
        return Spoken(act=Act.START_OVER)
    if listed("talk", "why").covers(rest, pointers, _fillers()) and (subject or on_deck or len(rest) <= 2):
        return Spoken(act=Act.EXPLAIN, subject=subject or open_card)
    for name, verdict in (("seen", Verdict.SEEN), ("down", Verdict.DOWN), ("up", Verdict.UP)):
        table = listed("talk", name)
        if table.covers(rest, pointers, _fillers(), _praise(verdict)) and _verdict_is_meant(reading, subject, on_deck):
            return Spoken(act=Act.VERDICT, subject=subject or open_card, verdict=verdict)
    if subject is None and listed("talk", "another").covers(reading.folded, _fillers()):
        return Spoken(act=Act.ANOTHER)
    if listed("talk", "greetings").covers(reading.folded, _fillers()):
        return Spoken(act=Act.GREET)
    return None


def asks(reading: Reading) -> bool:
    """Whether a message without any wish still asks for films: "recommend me something"."""
    return any(listed("talk", "asks").at(reading.folded, place) for place in range(len(reading)))


def only_asks(reading: Reading) -> bool:
    """Whether a message asks for films and says nothing else, whatever film may be called so: "surprise me"."""
    return not reading.written.quotes and listed("talk", "asks").covers(reading.folded, _fillers())


@cache
def _praise(verdict: Verdict) -> Table[str]:
    """What may stand beside a verdict: having seen it comes with any."""
    return listed("talk", "seen") if verdict is not Verdict.SEEN else _fillers()


def _verdict_is_meant(reading: Reading, subject: int | None, on_deck: bool) -> bool:
    """A bare heart without any card is a mood; a bare "love" is nothing."""
    if subject is not None or on_deck:
        return True
    bare = listed_together("talk", "bare")
    return bare.covers(reading.folded, _fillers())


def pointed(reading: Reading, context: Context, titles: TitleIndex) -> tuple[int | None, list[str]]:
    """The card of the deck that a message points at, by place or by title, and the words without the pointing."""
    words = reading.folded
    for place, word in enumerate(words):
        spot = _ORDINALS.get(word)
        start = place
        if word in {"number", "no", "nr"} and place + 1 < len(words) and words[place + 1].isdecimal():
            spot, place = int(words[place + 1]) - 1, place + 1
        elif word.isdecimal() and 1 <= int(word[:3]) <= len(context.deck) and _bare_number(reading, place):
            spot = int(word) - 1
        if spot is not None and context.deck and spot < len(context.deck):
            end = place + 1
            while end < len(words) and words[end] in {"1", "film", "movie", "suggestion", "pick", "card"}:
                end += 1
            return context.deck[spot], [*words[:start], *words[end:]]
    for span in titles.titles(reading.written):
        shown = [film for film in span.films if film in context.deck]
        if shown and (span.rare or span.words > 1 or span.capitals):
            return shown[0], [*words[: span.start], *words[span.end :]]
    return None, list(words)


def _bare_number(reading: Reading, place: int) -> bool:
    """Whether a number is one of the deck's: "why #2?", "loved 3"."""
    surface = reading.words[place].surface
    marked = reading.words[place].start > 0 and reading.written.text[reading.words[place].start - 1] == "#"
    return marked or (surface.isdecimal() and len(reading) <= 2)
