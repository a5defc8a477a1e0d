"""Phrases of another language and the English that the parser reads, as data under engine/parsing/languages.

A file has sections of `English = "phrase | phrase"`. In a phrase, `*` at the end of a word stands for any ending, `#`
for a figure, and a last `^` wants a capitalised word next. A language is known by the words of `little`, `degrees`
and `negation`; `care` has what someone in distress says; `adjectives` has stems, each said plainly and compared by the
`endings`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from engine.errors import LexiconError
from engine.parsing.phrases import load
from index.titles import Written, common_words, norm

FOLDER = Path(__file__).parent / "languages"
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))
NOUNS_RAISED = frozenset({"de"})
"""Languages in which capitals tell nothing of a noun."""
LIKE = ("like", "similar to", "liked", "loved", "than", "watched", "seen", "hate", "hated", "except")
"""What the English of a phrase ends with when a title is to follow it."""
_TELLING = ("little", "degrees", "negation")
_JOINS = frozenset({"-", "/"})
_PLACE = "#"
_BEFORE_NOUN = "^"
_FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
_FIGURE_AND_END = re.compile(r"(\d+)(\D+)")
_PHRASE_WORD = re.compile(r"[#^]|[^\s|*-]+\*?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word, or a part of one: the "d'" of "d'amour", the "er" of "90er"."""

    norm: str
    written: str  # in small letters, accents kept
    start: int  # in characters of the text
    end: int
    gap: str  # as of index.titles.Word
    capital: bool
    joined: bool  # to the word before: the "fi" of "sci-fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A phrase of the language."""

    words: tuple[str, ...]  # in normal form; "*" and "#" as in the files
    written: tuple[str, ...]  # the same, accents kept: they decide between phrases that are equal without them
    english: str
    section: str
    before_noun: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase that was found."""

    start: int  # tokens, half open
    end: int
    english: str
    phrase: Phrase


class Tongue:
    """The phrases of one language."""

    def __init__(self, code: str) -> None:
        self._lexicon = load(code, FOLDER)
        self.code = code
        self.articles = frozenset(norm(word) for word in str(self._lexicon.pop("articles", "")).split())
        """Words that may stand before a title or be left out, in normal form."""
        self.contracted = frozenset(norm(word) for word in str(self._lexicon.pop("contracted", "")).split())
        """Prepositions that have swallowed an article, in normal form."""
        self.cases = frozenset(norm(word) for word in str(self._lexicon.pop("cases", "")).split()) | {""}
        """Endings that cases change, in normal form; none but the empty one where there are no cases."""
        if len(self.cases) == 1:
            self.cases = frozenset()
        self._elided = frozenset(norm(part) for part in str(self._lexicon.pop("elided", "")).split())
        self._ends = frozenset(str(self._lexicon.pop("figure_ends", "")).split())
        self._endings: dict[str, str] = self._lexicon.pop("endings", {})
        single = {phrase.words[0] for phrase in self._phrases(*_TELLING) if len(phrase.words) == 1}
        self.telling = frozenset(word for word in single - common_words() if len(word) > 1 and word[-1] != "*")
        """Words by which the language is known: they are no English ones; in normal form."""
        caring = {word for phrase in self._phrases("care") for word in phrase.words}
        self.caring = frozenset(word for word in caring - common_words() if word[-1] != "*")
        """Words of someone in distress."""

    @cached_property
    def _all(self) -> tuple[Phrase, ...]:
        """Every phrase: built when the first text of this language comes, since a start needs none of it."""
        return tuple(self._phrases(*self._lexicon))

    @cached_property
    def shared(self) -> frozenset[str]:
        """Words of the language that are English ones too."""
        return frozenset(word for phrase in self._all for word in phrase.words) & common_words()

    @cached_property
    def _by_word(self) -> dict[str, list[Phrase]]:
        """Phrases by their first word; those that begin with a stem by that, with its "*"."""
        found: dict[str, list[Phrase]] = {}
        for phrase in self._all:
            found.setdefault(phrase.words[0], []).append(phrase)
        return found

    def tokens(self, written: Written) -> list[Token]:
        """The words of a text, with what is written together taken apart."""
        found = []
        for word in written.words:
            parts = self._parts(word.surface)
            place = word.start
            for number, part in enumerate(parts):
                token = Token(
                    norm=norm(part) if len(parts) > 1 else word.norm,
                    written=part.lower(),
                    start=place,
                    end=place + len(part),
                    gap=word.gap if not number else "",
                    capital=part[:1].isupper(),
                    joined=not number and written.text[place - 1 : place] in _JOINS,
                )
                found.append(token)
                place = token.end
        return found

    def hits(self, tokens: Sequence[Token], blocked: Collection[int] = ()) -> list[Hit]:
        """The phrases of a text, the longest at each place; none crosses a comma or a blocked token."""
        found = []
        place = 0
        while place < len(tokens):
            hit = self._at(tokens, place, blocked)
            if hit:
                found.append(hit)
            place = hit.end if hit else place + 1
        return found

    def _parts(self, surface: str) -> list[str]:
        cut = surface.find("'") + 1
        if 0 < cut < len(surface) and norm(surface[:cut]) in self._elided:
            return [surface[:cut], surface[cut:]]
        if surface[0].isdigit() and self._ends and (match := _FIGURE_AND_END.fullmatch(surface)):
            return [*match.groups()] if match.group(2).lower() in self._ends else [surface]
        return [surface]

    def _at(self, tokens: Sequence[Token], start: int, blocked: Collection[int]) -> Hit | None:
        word = tokens[start].norm
        candidates = list(self._by_word.get(word, ()))
        if _FIGURE.fullmatch(word):
            candidates += self._by_word.get(_PLACE, ())
        for size in range(2, len(word) + 1):
            candidates += self._by_word.get(f"{word[:size]}*", ())
        fitting = [phrase for phrase in candidates if _fits(phrase, tokens, start, blocked)]
        if not fitting:
            return None
        best = max(fitting, key=lambda phrase: _closeness(phrase, tokens, start))
        english = best.english
        for token in tokens[start : start + len(best.words)]:
            if _FIGURE.fullmatch(token.norm):
                english = english.replace(_PLACE, token.norm, 1)
        return Hit(start=start, end=start + len(best.words), english=english, phrase=best)

    def _phrases(self, *sections: str) -> Iterator[Phrase]:
        for section in sections:
            for english, listed in self._lexicon[section].items():
                for phrase in listed.split("|"):
                    if section != "adjectives":
                        yield self._phrase(phrase, english, section)
                        continue
                    for how, endings in self._endings.items():
                        said = english if how == "plain" else f"{how} {english}"
                        yield from (self._phrase(phrase.strip() + e, said, section) for e in endings.split("|"))

    def _phrase(self, phrase: str, english: str, section: str) -> Phrase:
        written: list[str] = []
        for part in _PHRASE_WORD.findall(phrase.lower()):
            *first, last = self._parts(part.removesuffix("*"))
            written += [*first, last + "*" * part.endswith("*")]
        before_noun = written[-1:] == [_BEFORE_NOUN]
        written = written[:-1] if before_noun else written
        words = [word if word == _PLACE else norm(word) for word in written]
        if not words:
            raise LexiconError(f"the phrase {phrase!r} for {english!r} in {self.code} has no words")
        return Phrase(
            words=tuple(words), written=tuple(written), english=english, section=section, before_noun=before_noun
        )


def _fits(phrase: Phrase, tokens: Sequence[Token], start: int, blocked: Collection[int]) -> bool:
    end = start + len(phrase.words)
    if end > len(tokens):
        return False
    for at, wanted in enumerate(phrase.words, start):
        token = tokens[at]
        if (at > start and token.gap) or (at in blocked and phrase.section != "care"):
            return False
        if wanted == _PLACE:
            if not _FIGURE.fullmatch(token.norm):
                return False
        elif token.norm != wanted and not (wanted[-1] == "*" and token.norm.startswith(wanted[:-1])):
            return False
    apart = not tokens[start].joined and (end == len(tokens) or not tokens[end].joined)
    if phrase.section in _TELLING and phrase.english and not apart:
        return False  # the "non" of "non-stop"
    return not phrase.before_noun or (end < len(tokens) and tokens[end].capital and not tokens[end].gap)


def _closeness(phrase: Phrase, tokens: Sequence[Token], start: int) -> tuple[int, bool, int, int, int]:
    exact = sum(not word.endswith("*") for word in phrase.words)
    accents = sum(word == token.written for word, token in zip(phrase.written, tokens[start:], strict=False))
    return len(phrase.words), phrase.before_noun, accents, exact, sum(len(word) for word in phrase.words)


@cache
def tongue(code: str) -> Tongue:
    """The phrases of a language, read once; raises LexiconError when its file is not well formed."""
    return Tongue(code)
