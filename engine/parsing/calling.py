"""Films that a text names by the titles that they have in its language."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum

from engine.parsing.abroad import LONGEST, Abroad, Title
from engine.parsing.tongue import LIKE, Hit, Token
from index.titles import FilmFacts, TitleIndex, read

_JOINING = frozenset({"and", "or", "but"})
_MEASURES = ("like", "similar to", "than")  # what English ends with when hardly anything but a title follows
_JUDGES = ("i like", "we like", "didnt like", "dont like")  # what it ends with when anything may follow
_FILM = frozenset({"film", "films", "movie", "movies"})
_BEFORE_FILM = frozenset({"", "in", "the"})
_CHAIN = 4  # words between a cue and a title: "as in the film"
_SURE = 4  # words that are a title behind any cue


class Cue(IntEnum):
    """What stands before a place of the text."""

    NONE = 0
    JUDGED = 1  # "I loved": a title, or anything else that people love
    MEASURE = 2  # "like", "similar to": a title


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
    can be named. A title counts in quotation marks, behind words such as "like", in a list of titles, alone, and
    where its capitals tell; one of a single word needs more than one of several.
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
        self._hits = {hit.start: hit for hit in hits}
        self._covered = {at for hit in hits for at in range(hit.start, hit.end)}
        self._contracted: set[int] = set()  # places behind an article that a preposition swallowed
        self._listed: set[int] = set()  # places behind a title
        self._cues: dict[int, Cue] = {}
        for hit in hits:
            self._expect(hit.end, _cue(hit.english.removesuffix(" it")))

    def follows(self, place: int) -> None:
        """A title ended before `place`: what is behind a comma or an "and" may be another."""
        joining = self._hits.get(place)
        if joining and joining.english in _JOINING:
            place = joining.end
        elif place >= len(self._tokens) or self._tokens[place].gap != ",":
            return
        self._listed.add(place)
        self._expect(place, Cue.JUDGED)

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
        if start not in self._cues and (start or self._cues):
            return None
        for end in range(min(len(self._words), start + LONGEST), start, -1):
            if (start not in self._cues and end < len(self._words)) or not self._is_one(start, end):
                continue
            if self._is_plain(start, end):
                continue
            if self._in_english(start, end):
                return None
            titles = self._abroad.near(self._words[start:end])
            if titles and self._is_meant(start, end, titles) and (film := self._best(titles, start)):
                return Called(start=start, end=end, film=film)
        return None

    def _expect(self, place: int, cue: Cue) -> None:
        """A title may come at a place, and behind what may stand between: a swallowed article, "in the film"."""
        if cue is Cue.NONE or place >= len(self._words):
            return
        self._cues[place] = max(cue, self._cues.get(place, Cue.NONE))
        swallowed = place
        while swallowed < len(self._words) and self._words[swallowed] in self._abroad.contracted:
            swallowed += 1
            self._contracted.add(swallowed)
            self._cues[swallowed] = cue
        film = False
        for at in range(place, min(place + _CHAIN, len(self._words))):
            said = self._hits[at].english if at in self._hits else None
            if said not in _BEFORE_FILM | _FILM and not self._abroad.article(self._words[at]):
                break
            film = film or said in _FILM
            if film:
                self._cues[at + 1] = cue

    def _is_meant(self, start: int, end: int, titles: Sequence[Title]) -> bool:
        """Whether the words are a title rather than what they say."""
        size = end - start
        article = self._abroad.article(self._words[start]) if size > 1 else ""
        single = size - bool(article) == 1
        if self._quoted and set(range(start, end)) <= set(self._quoted):
            return True
        if single and self._is_torn(start, end):
            return False
        own = start in self._contracted or any(self._abroad.agree(title.article, article) for title in titles)
        if size == len(self._words):
            whole = (size > 1 and self._tokens[0].capital) or not self._is_plain(start, end)
            return whole and (own or not (single and article))
        cue = max(self._cues.get(start, Cue.NONE), self._opens(start, end, single=single))
        if single and start in self._listed and self._closes(end):
            return own and not self._is_plain(start, end)
        if cue is Cue.MEASURE and single:
            return (own or self._is_raised(start, end)) and (bool(own and article) or not self._is_plain(start, end))
        if cue is not Cue.NONE and not single:
            closes = cue is Cue.MEASURE and self._closes(end)
            return size >= _SURE or closes or not self._is_plain(start, end)
        telling = (start,) if self._abroad.nouns_raised else range(start, end)
        capital = any(self._is_raised(at, at + 1) for at in telling)
        alone = size == 1 and (cue is Cue.NONE or self._abroad.nouns_raised)
        return own and capital and not alone and not self._is_plain(start, end)

    def _opens(self, start: int, end: int, *, single: bool) -> Cue:
        """A title at the beginning, with "but", a judgement or a comma behind it."""
        if start or end >= len(self._words):
            return Cue.NONE
        behind = self._hits[end].english if end in self._hits else ""
        told = behind == "but" or behind.removesuffix(" it").endswith(LIKE)
        pause = self._tokens[end].gap in {",", "."} and not single
        return Cue.MEASURE if told else Cue.JUDGED if pause else Cue.NONE

    def _closes(self, end: int) -> bool:
        """Whether what is said ends here."""
        joining = self._hits.get(end)
        return end == len(self._words) or bool(self._tokens[end].gap or (joining and joining.english in _JOINING))

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
        """Whether a word has a capital that no sentence begins with."""
        here = range(max(start, 1), end)
        return any(self._tokens[at].capital and self._tokens[at].gap not in {".", "\n"} for at in here)

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


def _cue(english: str) -> Cue:
    if not english.endswith(LIKE):
        return Cue.NONE
    return Cue.MEASURE if english.endswith(_MEASURES) and not english.endswith(_JUDGES) else Cue.JUDGED
