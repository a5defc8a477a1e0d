"""Films by the titles that they have in other languages, which are data under languages/titles.

A line of a file has the TMDB id of a film, a tab, and with " | " between them the titles under which it came out, where
they are not the English one. An article before a title may be left out or declined.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from engine.errors import LexiconError
from engine.parsing.tongue import FOLDER, LIKE, NOUNS_RAISED, Hit, Token, tongue
from index.titles import FilmFacts, TitleIndex, read

_JOINING = frozenset({"and", "or", "but"})
_SURE = 4  # words that nobody says by chance
_SHORT = 3  # letters of a word that is not declined
_BEGIN = 2  # letters of a title that its case leaves as they are
_ENDING = 2  # letters at the end of a word that its case may change
_NEAR = 0.85  # a misspelt title is at least so like the title: a slip in seven letters
_FEWEST = 5  # letters of one that may be misspelt
_LONGEST = 12  # words
_SUBTITLE = re.compile(r"\s*:\s+|\s+[-–—]\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A film that a text names in its own language."""

    start: int  # tokens, half open; with the article
    end: int
    film: FilmFacts
    plain: bool = False  # the words are its title as the index knows it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Title:
    """A title in use."""

    film: int
    article: str  # that stands before it; empty: none
    short: bool  # without its subtitle


class Abroad:
    """The titles of one language."""

    def __init__(self, code: str) -> None:
        own = tongue(code)
        self._articles = own.articles
        self.nouns_raised = code in NOUNS_RAISED
        self._titles: dict[tuple[str, ...], list[_Title]] = {}
        self.title: dict[int, str] = {}
        """By TMDB id, what a film is called; those that go by their English title are not here."""
        for film, whole in _lines(code):
            self.title.setdefault(film, whole)
            parts = [part for part in _SUBTITLE.split(whole) if part]
            for title in dict.fromkeys((whole, parts[0])):
                words = tuple(token.norm for token in own.tokens(read(title)))
                bare = words[len(words) > 1 and words[0] in own.articles :]
                article = words[0] if bare != words else ""
                one = _Title(film=film, article=article, short=title != whole)
                self._titles.setdefault(bare, []).append(one)
        self._spelled = [" ".join(title) for title in self._titles]
        self._by_begin: dict[tuple[int, str], list[tuple[str, ...]]] = {}
        for bare in self._titles:
            self._by_begin.setdefault((len(bare), bare[0][:_BEGIN]), []).append(bare)

    def article(self, word: str) -> str:
        """The word itself when it is an article; else nothing."""
        return word if word in self._articles else ""

    def at(self, words: Sequence[str], start: int) -> Iterator[tuple[int, Sequence[_Title]]]:
        """Every title that the words from `start` on spell: where it ends, and what it is; the longest first."""
        first = start + (words[start] in self._articles)
        for end in range(min(len(words), first + _LONGEST), first, -1):
            if titles := self._titles.get(tuple(words[first:end])):
                yield end, titles

    def near(self, words: Sequence[str]) -> Sequence[_Title]:
        """The titles that all of the words spell in another case, or nearly spell; none when there is no such."""
        said = tuple(words[words[0] in self._articles :])
        text = " ".join(said)
        begin = self._by_begin.get((len(said), said[0][:_BEGIN]), ()) if said else ()
        declined = [" ".join(title) for title in begin if _declined(title, said)]
        among, least = (declined, 0.0) if declined else (self._spelled, _NEAR)
        if not declined and len(text) < _FEWEST:
            return ()
        best = extractOne(text, among, scorer=OSA.normalized_similarity, score_cutoff=least)
        return self._titles[tuple(best[0].split())] if best else ()


def called(
    tokens: Sequence[Token], hits: Sequence[Hit], quoted: Collection[int], abroad: Abroad, here: TitleIndex
) -> list[Called]:
    """The films that a text names in its language, in its order.

    `hits` are the phrases that were found in it, `quoted` its tokens inside quotation marks; `here` has the films that
    can be named. A title counts in quotation marks, behind words such as "like", in a list of titles, alone, and where
    nothing else can be meant.
    """
    search = _Search(tokens, hits, quoted, abroad, here)
    found: list[Called] = []
    place = 0
    while place < len(tokens):
        one = search.exact(place) or search.near(place)
        if one is None:
            place += 1
            continue
        found.append(one)
        place = one.end
        search.follows(place)
    return found


class _Search:
    """One text, gone through once."""

    def __init__(
        self, tokens: Sequence[Token], hits: Sequence[Hit], quoted: Collection[int], abroad: Abroad, here: TitleIndex
    ) -> None:
        self._tokens, self._quoted, self._abroad, self._here = tokens, quoted, abroad, here
        self._words = [token.norm for token in tokens]
        self._covered = {at for hit in hits for at in range(hit.start, hit.end)}
        self._joining = {hit.start: hit.end for hit in hits if hit.english in _JOINING}
        self._asked = {hit.end for hit in hits if hit.english.endswith(LIKE)}
        """Where a title is to be expected."""

    def follows(self, place: int) -> None:
        """A title ended before `place`: what is behind a comma or an "and" may be another."""
        if place in self._joining:
            self._asked.add(self._joining[place])
        elif place < len(self._tokens) and self._tokens[place].gap == ",":
            self._asked.add(place)

    def exact(self, start: int) -> Called | None:
        """The longest title that is spelled from `start` on and meant."""
        for end, titles in self._abroad.at(self._words, start):
            if not (self._is_one(start, end) and self._is_meant(start, end, titles)):
                continue
            english = self._in_english(start, end)
            if english and all(title.short for title in titles):
                return None
            if film := self._best(titles, start):
                return Called(start=start, end=end, film=film, plain=film.tmdb in english)
        return None

    def near(self, start: int) -> Called | None:
        """The longest stretch from `start` on that nearly spells a title, where one is to be expected."""
        if start not in self._asked and start:
            return None
        for end in range(min(len(self._words), start + _LONGEST), start, -1):
            alone = not start and end == len(self._words)
            if not (alone or start in self._asked) or not self._is_one(start, end) or self._is_plain(start, end):
                continue
            if self._in_english(start, end):
                return None
            titles = self._abroad.near(self._words[start:end])
            if self._is_meant(start, end, titles) and (film := self._best(titles, start)):
                return Called(start=start, end=end, film=film)
        return None

    def _is_one(self, start: int, end: int) -> bool:
        """Whether no full stop parts the words."""
        return not any(token.gap in {".", "\n"} for token in self._tokens[start + 1 : end])

    def _is_plain(self, start: int, end: int) -> bool:
        """Whether the words are phrases of the language, and written as such."""
        return self._covered.issuperset(range(start, end)) and not self._is_raised(start, end)

    def _is_torn(self, start: int, end: int) -> bool:
        """Whether the words are a part of a name that goes on: one in capitals."""
        if self._abroad.nouns_raised:
            return False
        before = start > 1 and self._tokens[start - 1].capital and not self._tokens[start].gap
        behind = end < len(self._tokens) and self._tokens[end].capital and not self._tokens[end].gap
        return self._is_raised(start, end) and (before or behind)

    def _is_raised(self, start: int, end: int) -> bool:
        return any(self._tokens[at].capital for at in range(max(start, 1), end))

    def _is_meant(self, start: int, end: int, titles: Sequence[_Title]) -> bool:
        """Whether the words are a title rather than what they say."""
        size = end - start
        if self._quoted and set(range(start, end)) <= set(self._quoted):
            return True
        if self._is_torn(start, end):
            return False
        if size == len(self._words):
            return (size > 1 and self._tokens[0].capital) or not self._is_plain(start, end)
        opens = start == 0 and (end in self._joining or self._tokens[end].gap in {",", "."})
        if start in self._asked or opens:
            if size >= _SURE or any(title.article == self._words[start] for title in titles):
                return True
            whole = size > 1 or self._is_raised(start, end) or not all(title.article for title in titles)
            return whole and not self._is_plain(start, end)
        raised = self._tokens[start].capital and start > 0 if self._abroad.nouns_raised else self._is_raised(start, end)
        return size >= _SURE or (size > 1 and raised and not self._is_plain(start, end))

    def _best(self, titles: Sequence[_Title], start: int) -> FilmFacts | None:
        """The best known film of those that are in the catalogue; one named in full, with its article, goes first."""
        article = self._abroad.article(self._words[start])
        found = [(t.short, t.article != article, film) for t in titles if (film := self._here.film(t.film))]
        return min(found, key=lambda one: (*one[:2], -one[2].fame, one[2].year or 0))[2] if found else None

    def _in_english(self, start: int, end: int) -> frozenset[int]:
        """The films of which the words are a title as they are: that of a first film, which its sequels have too."""
        written = read(" ".join(self._words[start:end]))
        spans = self._here.titles(written)
        return frozenset(tmdb for one in spans if one.end - one.start == len(written.words) for tmdb in one.films)


def _declined(title: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a title is said in another case; one of a single word has to keep more of it."""
    least = _BEGIN + (len(title) == 1)
    return all(_same(one, other, least) for one, other in zip(title, said, strict=True))


def _same(one: str, other: str, least: int) -> bool:
    """Whether two words may be one word in two cases, of which they share the first letters, at least so many."""
    if min(len(one), len(other)) <= _SHORT or abs(len(one) - len(other)) > _ENDING + 1:
        return one == other
    stem = max(least, min(len(one), len(other)) - _ENDING)
    return one[:stem] == other[:stem]


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
