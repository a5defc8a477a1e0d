"""The lexicons: phrases as data, read once from engine/parsing/lexicon."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from engine.errors import LexiconError
from index.titles import norm, read

FOLDER = Path(__file__).parent / "lexicon"
T = TypeVar("T")
_FROM = ("from", "made in", "produced in", "out of", "shot in")
_IN = ("in", "set in", "somewhere in", "that take place in", "taking place in", "takes place in")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a phrase stands for."""

    kind: str  # mood, genre, theme, place, era ...: see `wishes`
    name: str
    degree: str = ""  # of a mood: plain, very, more, less, opposite, compared; of an audience: bare, subject
    value: Any = None  # what the kind needs: years, codes, a number


@lru_cache(maxsize=65536)
def singular(word: str) -> str:
    """A word without the s of its plural, so that "robots" meets "robot"; the same is done to both sides."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "siu":
        return word[:-1]
    return word


_PLAIN = re.compile("[a-z ]+")


def fold(phrase: str) -> tuple[str, ...]:
    """A phrase in the form in which lexicons are searched."""
    if _PLAIN.fullmatch(phrase):  # nearly all are; a start reads thousands of them
        return tuple(singular(norm(word)) for word in phrase.split())
    return tuple(singular(word.norm) for word in read(phrase).words)


class Table(Generic[T]):
    """Phrases and what they stand for; the longest phrase wins."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._values: dict[tuple[str, ...], list[T]] = {}
        for phrase, value in phrases:
            words = fold(phrase)
            if not words:
                raise LexiconError(f"the phrase {phrase!r} has no words")
            values = self._values.setdefault(words, [])
            if value not in values:
                values.append(value)
        self._longest: dict[str, int] = {}
        self._longest_back: dict[str, int] = {}
        for words in self._values:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
            self._longest_back[words[-1]] = max(len(words), self._longest_back.get(words[-1], 0))

    def at(self, words: Sequence[str], start: int, stop: int | None = None) -> tuple[int, list[T]] | None:
        """The longest phrase that begins at a word: where it ends, and its values."""
        if (longest := self._longest.get(words[start])) is None:
            return None
        last = min(start + longest, len(words) if stop is None else stop)
        for end in range(last, start, -1):
            if (values := self._values.get(tuple(words[start:end]))) is not None:
                return end, values
        return None

    def places(self, words: Sequence[str]) -> list[int]:
        """Where some phrase may begin: the words that open one."""
        longest = self._longest
        return [place for place, word in enumerate(words) if word in longest]

    def reach(self, word: str) -> int:
        """How many words the longest phrase has that begins with this one; 0 when none does."""
        return self._longest.get(word, 0)

    def before(self, words: Sequence[str], end: int) -> tuple[int, list[T]] | None:
        """The longest phrase that ends right before a word: where it begins, and its values."""
        if end == 0 or (longest := self._longest_back.get(words[end - 1])) is None:
            return None
        for start in range(max(0, end - longest), end):
            if (values := self._values.get(tuple(words[start:end]))) is not None:
                return start, values
        return None

    def covers(self, words: Sequence[str], *others: Table[Any]) -> bool:
        """Whether the words are phrases of this table and of the others, and at least one of this."""
        place, own = 0, False
        while place < len(words):
            if hit := self.at(words, place):
                own, place = True, hit[0]
                continue
            ends = [hit[0] for other in others if (hit := other.at(words, place))]
            if not ends:
                return False
            place = max(ends)
        return own

    def __contains__(self, words: tuple[str, ...]) -> bool:
        return words in self._values

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of every phrase, folded."""
        return frozenset(word for words in self._values for word in words)


@cache
def load(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """One lexicon file; raises LexiconError when it is not well formed."""
    path = folder / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as broken:
        raise LexiconError(f"the lexicon {path.name} cannot be read: {broken}") from broken


@cache
def listed(file: str, name: str) -> Table[str]:
    """The phrases of one list of a lexicon file."""
    return listed_together(file, name)


@cache
def listed_together(file: str, *names: str) -> Table[str]:
    """The phrases of several lists of a lexicon file, each standing for the name of its list."""
    lexicon = load(file)
    try:
        return Table((phrase, name) for name in names for phrase in lexicon[name])
    except (KeyError, TypeError) as broken:
        raise LexiconError(f"the lexicon {file}.toml lacks a list {broken}") from broken


@cache
def wishes() -> Table[Entry]:
    """Every phrase that asks for something, and the talk between them (kind "chatter")."""
    return Table([*_moods(), *_kinds(), *_places(), *_times(), *_audiences(), *_rest(), *_talk()])


def _moods() -> Iterable[tuple[str, Entry]]:
    for axis, degrees in load("moods").items():
        for degree, phrases in degrees.items():
            for phrase in phrases:
                yield phrase, Entry(kind="mood", name=axis, degree=degree)


def _kinds() -> Iterable[tuple[str, Entry]]:
    for kind, file in (("genre", "genres"), ("theme", "themes")):
        for name, phrases in load(file).items():
            for phrase in phrases:
                yield phrase, Entry(kind=kind, name=name)


def _places() -> Iterable[tuple[str, Entry]]:
    lexicon = load("places")
    for place in lexicon["place"]:
        # A nation with a language of its own is asked for by language; the country alone speaks for the others.
        spoken = tuple(place["languages"])
        value = (spoken, () if spoken else tuple(place["countries"]))
        for phrase in place["words"]:
            yield phrase, Entry(kind="place", name=phrase, value=value)
        for name in place["names"]:
            for cue in _FROM:
                entry = Entry(kind="place", name=name, value=((), tuple(place["countries"])))
                yield f"{cue} {name}", entry
        for tongue in place["tongues"]:
            for way in (f"in {tongue}", f"{tongue} language", f"{tongue} speaking"):
                yield way, Entry(kind="place", name=tongue, value=(spoken, ()))
    yield from _regions()
    yield from _tongues()


def _regions() -> Iterable[tuple[str, Entry]]:
    for region in load("places")["region"]:
        tongues, countries = tuple(region.get("languages", ())), tuple(region["countries"])
        entry = Entry(kind="place", name=region["words"][0], value=(tongues, () if tongues else countries))
        where = (f"{cue} {name}" for name in region["names"] for cue in (*_FROM, *_IN))
        yield from ((phrase, entry) for phrase in (*region["words"], *where))


def _tongues() -> Iterable[tuple[str, Entry]]:
    lexicon = load("places")
    for phrase in (*lexicon["english"], *lexicon["unread"]):
        yield phrase, Entry(kind="tongue", name=phrase, value="unread" if phrase in lexicon["unread"] else "english")
    for phrase in ("subtitles", "subs", "subtitle"):
        yield phrase, Entry(kind="tongue", name=phrase, value="subtitles")
    for phrase in lexicon["foreign"]:
        yield phrase, Entry(kind="tongue", name=phrase, value="foreign")
    for phrase in lexicon["not_there"]:
        yield phrase, Entry(kind="phrase", name=phrase)
    for phrase in lexicon["no_matter"]:
        yield phrase, Entry(kind="plain talk", name=phrase)


def _times() -> Iterable[tuple[str, Entry]]:
    lexicon = load("times")
    for kind, section in (("era", "eras"), ("latest", "latest"), ("length", "lengths")):
        for phrase, value in lexicon[section].items():
            yield phrase, Entry(kind=kind, name=phrase, value=tuple(value) if isinstance(value, list) else value)


def _audiences() -> Iterable[tuple[str, Entry]]:
    lexicon = load("wishes")
    for kind in ("audience", "occasion"):
        for name, brings in lexicon[kind].items():
            entry = Entry(kind=kind, name=name)
            yield from ((phrase, entry) for phrase in brings["words"])
            for who in brings.get("who", ()):
                yield from ((f"{before} {who}", entry) for before in lexicon["beside"]["before"])
                yield from ((f"{who} {behind}", entry) for behind in lexicon["beside"]["behind"])
            mine = (who for who in brings.get("who", ()) if who.startswith(("my ", "our ")))
            yield from ((who, replace(entry, degree="subject")) for who in mine)
            yield from ((phrase, replace(entry, degree="bare")) for phrase in brings.get("bare", ()))


def _rest() -> Iterable[tuple[str, Entry]]:
    lexicon = load("wishes")
    for kind, phrases in lexicon["fame"].items():
        for phrase in phrases:
            yield phrase, Entry(kind="fame", name=kind, value=-1.0 if kind == "gem" else 1.0)
    for phrase, least in lexicon["rating"].items():
        yield phrase, Entry(kind="rating", name=phrase, value=float(least))
    for theme, phrases in lexicon["never"].items():
        for phrase in phrases:
            yield phrase, Entry(kind="never", name=theme)
    for genre, phrases in lexicon["rules_out"].items():
        for phrase in phrases:
            yield phrase, Entry(kind="rules out", name=genre)
    for name, phrases in lexicon["plain"].items():
        sign, _, axis = name.partition("_")
        for phrase in phrases:
            yield phrase, Entry(kind="mood", name=axis, degree=sign)
    for phrase, certificate in lexicon["certificates"].items():
        yield phrase, Entry(kind="certificate", name=phrase, value=certificate)


def _talk() -> Iterable[tuple[str, Entry]]:
    for phrase in (*load("talk")["chatter"], *load("scopes")["neutral"]):
        yield phrase, Entry(kind="chatter", name=phrase)
