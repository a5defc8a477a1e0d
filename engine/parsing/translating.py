"""A message in another language as the English that the readers know, phrase by phrase; titles and names stay."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from functools import cache

from engine.parsing.abroad import titles_in
from engine.parsing.calling import Called, called
from engine.parsing.phrases import singular, wishes
from engine.parsing.tongue import LANGUAGES, LIKE, NOUNS_RAISED, Hit, Token, tongue
from index.titles import TitleIndex, Written, little_words, norm, read

_WORD = re.compile(r"[^\W\d_]+")
_DOTS = re.compile(r"\s*(?:\.\.\.|…)\s*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_RUSSIAN, _UKRAINIAN = re.compile("[ыэъё]", re.IGNORECASE), re.compile("[іїєґ]", re.IGNORECASE)
_WITH = frozenset({"with", "without", "by"})
_READ = 1_000  # characters of a message in another language that are read
_OF = frozenset({"de", "di"})
_QUOTED = 60  # characters of a quotation that may be a title
_KNOWN = 2.5  # fame of a film whose title of one word is all that is said
_LONG = 3  # words of a title that nobody says by chance
_SURE = 2  # words that only this language has
_CYRILLIC_ONES = frozenset({"ru", "uk"})


def in_english(text: str, language: str, titles: TitleIndex) -> str:
    """The text itself when it is English, or in no language that is known.

    `language` is the code that the person's client gave ("pt-BR"), or "en"; the words themselves outweigh it.
    """
    asked = language.replace("_", "-").partition("-")[0].lower()
    codes = _candidates(text, asked)
    if not codes:
        return text
    written = read(text[:_READ])
    read_as = [_Read(code, written) for code in codes]
    best = max(read_as, key=lambda one: (len(one.covered), one.own.code == asked))
    films = _called(best, titles)
    titled = _titled(best, titles) | {at for one in films if not one.plain for at in range(one.start, one.end)}
    if titled:
        best = _Read(best.own.code, written, titled)
    said_so = asked == best.own.code
    return _replaced(best, films) if (films and said_so) or _is_meant(best, titled, asked=said_so) else text


class _Read:
    """A text in one language."""

    def __init__(self, code: str, written: Written, titled: Collection[int] = ()) -> None:
        self.own = tongue(code)
        self.written = written
        self.tokens = self.own.tokens(written)
        self.hits = self.own.hits(self.tokens, titled)
        self.covered = {at for hit in self.hits for at in range(hit.start, hit.end)}


def _candidates(text: str, asked: str) -> list[str]:
    """The languages that a text may be in; none when it is English as far as its words say."""
    if _CYRILLIC.search(text):
        if _UKRAINIAN.search(text):
            return ["uk"]
        return ["ru"] if _RUSSIAN.search(text) else ["ru", "uk"]
    said = frozenset(_WORD.findall(text[:_READ].lower()))
    plain = said if text.isascii() else frozenset(norm(word) for word in said)
    told = {code: len(plain & tongue(code).telling) + len(plain & tongue(code).caring) for code in LANGUAGES}
    most = max(told.values())
    if not most:
        return [asked] if asked in told else []
    near = [code for code in told if told[code] >= max(1, most - 1) or code == asked]
    english = plain & little_words()
    return [code for code in near if len(english - tongue(code).shared) <= 2 * told[code]]


def _called(text: _Read, titles: TitleIndex) -> list[Called]:
    """Films that are named as this language calls them; none by someone in distress."""
    if any(hit.phrase.section == "care" for hit in text.hits):
        return []
    quoted = _within(text.tokens, text.written.quotes)
    return called(text.tokens, text.hits, quoted, titles_in(text.own.code), titles)


def _titled(text: _Read, titles: TitleIndex) -> frozenset[int]:
    """Tokens that stand in a title or a name: they are left as they are."""
    written, tokens = text.written, text.tokens
    single = {(hit.start, hit.end) for hit in text.hits}
    spans = [*written.quotes] if all(b - a < _QUOTED for a, b in written.quotes) else []
    spans += [_characters(written, name.start, name.end) for name in titles.names(written) if name.full]
    for span in titles.titles(written):
        start, end = _characters(written, span.start, span.end)
        places = _within(tokens, [(start, end)])
        if len(tokens) == 1 and tokens[0].capital and span.fame >= _KNOWN and text.hits[:1] and not _answers(text):
            spans.append((start, end))
        if len(places) < 2 or (min(places), max(places) + 1) in single:
            continue
        raised = span.capitals >= (1.0 if text.own.code in NOUNS_RAISED else 0.5)
        whole = len(places) == len(tokens) and tokens[0].capital
        if span.quoted or raised or whole or len(places) >= _LONG or not places <= text.covered:
            spans.append((start, end))
    return frozenset(_within(tokens, spans) | _raised(text))


def _characters(written: Written, start: int, end: int) -> tuple[int, int]:
    return written.words[start].start, written.words[end - 1].end


def _answers(text: _Read) -> bool:
    return text.hits[0].phrase.section == "talk"


def _within(tokens: Sequence[Token], spans: Collection[tuple[int, int]]) -> set[int]:
    """The tokens, which are in the order of the text, that lie in any of some stretches of characters."""
    found: set[int] = set()
    for first, last in spans:
        at = bisect_left(tokens, first, key=lambda token: token.start)
        while at < len(tokens) and tokens[at].end <= last:
            found.add(at)
            at += 1
    return found


def _raised(text: _Read) -> set[int]:
    """Runs of capitalised words, and what is capitalised behind "like": titles that the catalogue may not have."""
    tokens = text.tokens
    if text.own.code in NOUNS_RAISED or text.written.shouts:
        return set()
    behind = {hit.end for hit in text.hits if hit.english.endswith(LIKE)}
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if not token.capital or not at or token.gap in {".", "\n"}:
            continue
        beside = [n for n in (at - 1, at + 1) if 0 < n < len(tokens) and not tokens[max(n, at)].gap]
        if at in behind or any(tokens[n].capital and tokens[n].gap != "." for n in beside):
            found.add(at)
    return found


def _is_meant(text: _Read, titled: Collection[int], asked: bool) -> bool:
    """Whether the words outside titles are clearly of the language, or are in it at all when the person's client is."""
    own = text.own
    if any(hit.phrase.section == "care" for hit in text.hits):
        return True
    if not any(_is_foreign(text, hit) or (asked and _points(text, hit)) for hit in text.hits):
        return False
    words = {token.norm for at, token in enumerate(text.tokens) if at not in titled}
    english = len((words & little_words()) - own.shared)
    telling = len(words & own.telling)
    if own.code in _CYRILLIC_ONES or (asked and not english):
        return True
    if telling >= _SURE:
        return telling > english
    return bool(telling) and not english and len(text.covered | set(titled)) == len(text.tokens)


def _is_foreign(text: _Read, hit: Hit) -> bool:
    """Whether a phrase says something in words that nobody writes in English."""
    said = [text.tokens[at].norm for at in range(hit.start, hit.end)]
    foreign = any(word in text.own.telling or not {word, singular(word)} & _english_words() for word in said)
    return bool(hit.english) and (foreign or not _is_english(said))


@cache
def _english_words() -> frozenset[str]:
    return little_words() | wishes().words


def _is_english(said: list[str]) -> bool:
    return len(said) == 1 or tuple(singular(word) for word in said) in wishes()


def _points(text: _Read, hit: Hit) -> bool:
    """Whether a name follows a word that happens to be English: the "come" and "con" of Italian."""
    points = hit.english in _WITH or hit.english.endswith(LIKE)
    return points and hit.end < len(text.tokens) and text.tokens[hit.end].capital


def _replaced(text: _Read, films: Sequence[Called] = ()) -> str:
    written, parts, done = text.written.text, list[str](), 0
    quoted = _within(text.tokens, text.written.quotes)
    judged = frozenset(one.start for one in films)
    found = [(hit.start, hit.end, _judging(text, hit, judged)) for hit in text.hits]
    for one in films:
        if one.plain:
            continue
        title = _DOTS.sub(" ", one.film.title)  # a title is read as far as its sentence
        found.append((one.start, one.end, title if one.start in quoted else f'"{title}"'))
    for first, last, english in sorted(found):
        start, end = text.tokens[first].start, text.tokens[last - 1].end
        before = " " if written[start - 1 : start].isalnum() or written[start - 1 : start] == "'" else ""
        behind = " " if written[end : end + 1].isalnum() else ""
        parts += [written[done:start], before, english, behind]
        done = end
    return "".join([*parts, written[done:]])


def _judging(text: _Read, hit: Hit, films: frozenset[int]) -> str:
    """The English of a phrase: "didnt like it" is "i didnt like" when the film itself follows."""
    said = hit.english.removesuffix(" it")
    if said == hit.english or not said.endswith(LIKE):
        return hit.english
    swallowed = hit.end < len(text.tokens) and text.tokens[hit.end].norm in {*text.own.contracted, *_OF}
    return f"i {said}" if films & {hit.end, hit.end + swallowed} else hit.english
