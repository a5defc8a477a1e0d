"""Films that a text names by the titles that they have in its language; an article may be left out or declined."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from engine.parsing.abroad import LONGEST, Abroad, Title
from engine.parsing.tongue import LIKE, Hit, Token
from index.titles import FilmFacts, TitleIndex, read

_JOINING = frozenset({"and", "or", "but"})
_SURE = 4  # words that nobody says by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A film that a text names in its own language."""

    start: int  # tokens, half open; with the article
    end: int
    film: FilmFacts
    plain: bool = False  # the words are its title as the index knows it


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
        for end in range(min(len(self._words), start + LONGEST), start, -1):
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

    def _is_meant(self, start: int, end: int, titles: Sequence[Title]) -> bool:
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

    def _best(self, titles: Sequence[Title], start: int) -> FilmFacts | None:
        """The best known film of those that are in the catalogue; one named in full, with its article, goes first."""
        article = self._abroad.article(self._words[start])
        found = [(t.short, t.article != article, film) for t in titles if (film := self._here.film(t.film))]
        return min(found, key=lambda one: (*one[:2], -one[2].fame, one[2].year or 0))[2] if found else None

    def _in_english(self, start: int, end: int) -> frozenset[int]:
        """The films of which the words are a title as they are: that of a first film, which its sequels have too."""
        written = read(" ".join(self._words[start:end]))
        spans = self._here.titles(written)
        return frozenset(tmdb for one in spans if one.end - one.start == len(written.words) for tmdb in one.films)
