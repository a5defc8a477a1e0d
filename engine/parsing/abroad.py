"""The titles that films have in other languages, which are data under languages/titles.

A line of a file has the TMDB id of a film, a tab, and with " | " between them the titles under which it came out, where
they are not the English one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA, Prefix
from rapidfuzz.process import extractOne

from engine.errors import LexiconError
from engine.parsing.tongue import FOLDER, NOUNS_RAISED, tongue
from index.titles import read

LONGEST = 12
"""Words of a title that are looked at."""
_BEGIN = 2  # letters of a word that its case leaves as they are
_WHOLE = 3  # of the only one of a title
_NEAR = 0.85  # a misspelt title is at least so like the title: a slip in seven letters
_FEWEST = 5  # letters of one that may be misspelt
_SUBTITLE = re.compile(r"\s*:\s+|\s+[-–—]\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title in use."""

    film: int
    article: str  # that stands before it; empty: none
    short: bool  # without its subtitle


class Abroad:
    """The titles of one language."""

    def __init__(self, code: str) -> None:
        own = tongue(code)
        self._articles, self._cases = own.articles, own.cases
        self.contracted = own.contracted
        self.nouns_raised = code in NOUNS_RAISED
        self._titles: dict[tuple[str, ...], list[Title]] = {}
        self.title: dict[int, str] = {}
        """By TMDB id, what a film is called; those that go by their English title are not here."""
        for film, whole in _lines(code):
            self.title.setdefault(film, whole)
            parts = [part for part in _SUBTITLE.split(whole) if part]
            for title in dict.fromkeys((whole, parts[0])):
                words = tuple(token.norm for token in own.tokens(read(title)))
                bare = words[len(words) > 1 and words[0] in own.articles :]
                article = words[0] if bare != words else ""
                one = Title(film=film, article=article, short=title != whole)
                self._titles.setdefault(bare, []).append(one)
        self._spelled = [" ".join(title) for title in self._titles]
        self._by_begin: dict[tuple[int, str], list[tuple[str, ...]]] = {}
        for bare in self._titles:
            self._by_begin.setdefault((len(bare), bare[0][:_BEGIN]), []).append(bare)

    def article(self, word: str) -> str:
        """The word itself when it is an article; else nothing."""
        return word if word in self._articles else ""

    def agree(self, one: str, other: str) -> bool:
        """Whether two articles, or none, are the same one: in another case where the language has cases."""
        return one == other or bool(self._cases and one and other and one[0] == other[0])

    def at(self, words: Sequence[str], start: int) -> Iterator[tuple[int, Sequence[Title]]]:
        """Every title that the words from `start` on spell: where it ends, and what it is; the longest first."""
        first = start + (words[start] in self._articles)
        for end in range(min(len(words), first + LONGEST), first, -1):
            if titles := self._titles.get(tuple(words[first:end])):
                yield end, titles

    def near(self, words: Sequence[str]) -> Sequence[Title]:
        """The titles that all of the words spell in another case, or nearly spell; none when there is no such."""
        said = tuple(words[words[0] in self._articles :])
        text = " ".join(said)
        begin = self._by_begin.get((len(said), said[0][:_BEGIN]), ()) if said and self._cases else ()
        declined = [" ".join(title) for title in begin if self._is_declined(title, said)]
        among, least = (declined, 0.0) if declined else (self._spelled, _NEAR)
        if not declined and len(text) < _FEWEST:
            return ()
        best = extractOne(text, among, scorer=OSA.normalized_similarity, score_cutoff=least)
        return self._titles[tuple(best[0].split())] if best else ()

    def _is_declined(self, title: Sequence[str], said: Sequence[str]) -> bool:
        """Whether a title is said in another case; one of a single word has to keep more of it."""
        least = _WHOLE if len(title) == 1 else _BEGIN
        return all(self._is_same(one, other, least) for one, other in zip(title, said, strict=True))

    def _is_same(self, one: str, other: str, least: int) -> bool:
        """Whether two words are one in two cases: they share a stem of at least so many letters."""
        stem = int(Prefix.similarity(one, other))
        return one == other or (stem >= least and {one[stem:], other[stem:]} <= self._cases)


def _lines(code: str) -> Iterator[tuple[int, str]]:
    path = FOLDER / "titles" / f"{code}.tsv"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        film, tab, titles = line.partition("\t")
        if not (tab and film.isdecimal() and titles.strip()):
            raise LexiconError(f"{path.name}:{number} is no TMDB id, tab and titles")
        yield from ((int(film), title) for title in titles.split(" | "))


@cache
def titles_in(code: str) -> Abroad:
    """The titles of a language, read once; raises LexiconError when its file is not well formed."""
    return Abroad(code)
