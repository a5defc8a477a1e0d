"""One message on the way to a request: its words, and which of them have been understood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, cached_property
from html import unescape

from engine.parsing.phrases import load, singular
from index.titles import read

MOST = 2100  # characters that are read: the first third of so many and the last of a longer text
_WITH = re.compile(r"\bw/(o\b)? ?", re.IGNORECASE)
MOST_WORDS = 350  # of those, likewise
_LINE = 8  # words, up to which people hardly bother with capitals
_STOP = " . "
_FIGURE = re.compile(r"\d|(?:t|r|f)ies\b|hour|rated|decade|aughts|\b(?:pg|r|nc)\b")
_APART = {"": " ", ",": " , ", "(": " ( ", ")": " ) ", ".": " . ", "\n": " . "}


@cache
def slang() -> Mapping[str, str]:
    """Short forms as they are typed, and the words that they stand for."""
    words: dict[str, str] = load("slang")["words"]
    return words


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S)(?:{pattern})(?!\S)")


def _figured(plain: str) -> list[tuple[int, int]]:
    """The sentences that may hold a figure, as character ranges: patterns look nowhere else."""
    found, start = [], 0
    for sentence in plain.split(_STOP):
        end = start + len(sentence)
        if _FIGURE.search(sentence):
            found.append((start, end))
        start = end + len(_STOP)
    return found


class Reading:
    """The words of a message; readers mark those that they used."""

    def __init__(self, text: str, *, foreign: bool = False) -> None:
        self.foreign = foreign
        """Whether it was written in another language, of which words may be left."""
        text = unescape(text)  # pasted from a page
        if len(text) > MOST:
            text = f"{text[: MOST // 3]}\n{text[-MOST * 2 // 3 :]}"
        written = read(_WITH.sub(lambda match: "without " if match.group(1) else "with ", text))
        if len(written.words) > MOST_WORDS:
            first, last = written.words[: MOST_WORDS // 3], written.words[-MOST_WORDS * 2 // 3 :]
            written = replace(written, words=(*first, replace(last[0], gap="\n"), *last[1:]))
        self.written = written
        self.words = self.written.words
        self.norms = [slang().get(word.norm, word.norm) for word in self.words]
        self.folded = [singular(norm) for norm in self.norms]
        self.used = [False] * len(self.words)
        self.negated = [False] * len(self.words)
        self.mended: dict[int, str] = {}  # misspelt words, by place
        self._spell_out()

    def _spell_out(self) -> None:
        parts: list[str] = []
        self._starts: list[int] = []
        length = 0
        for word, norm in zip(self.words, self.norms, strict=True):
            part = (_APART[word.gap] if parts else "") + norm
            self._starts.append(length + len(part) - len(norm))
            parts.append(part)
            length += len(part)
        self.plain = "".join(parts)  # for patterns
        self._figured = _figured(self.plain)
        self._taken: dict[str, int] = {}  # of patterns, how far they were looked for

    def respell(self, words: Mapping[int, str]) -> None:
        """Put the words that were meant in place of misspelt ones, by place."""
        for place, word in words.items():
            self.norms[place], self.folded[place], self.mended[place] = word, singular(word), word
        if words:
            self._spell_out()

    def __len__(self) -> int:
        return len(self.words)

    def place(self, match: re.Match[str]) -> tuple[int, int]:
        """The words that a match in `plain` covers."""
        start = max(0, bisect_right(self._starts, match.start()) - 1)
        return start, bisect_right(self._starts, match.end() - 1)

    def take(self, pattern: str) -> re.Match[str] | None:
        """The first match of whole words, within a sentence, that no reader has used; uses it up."""
        whole = _whole(pattern)
        done = self._taken.get(pattern, 0)  # words stay used, so that nothing before it can be taken any more
        for first, last in self._figured:
            for match in whole.finditer(self.plain, max(first, done), last):
                start, end = self.place(match)
                if self.free(start, end):
                    self.use(start, end)
                    self._taken[pattern] = match.end()
                    return match
        self._taken[pattern] = len(self.plain)
        return None

    def free(self, start: int, end: int) -> bool:
        """Whether no reader has used any of these words."""
        return not any(self.used[start:end])

    def use(self, start: int, end: int) -> None:
        """Mark words as understood."""
        self.used[start:end] = [True] * (end - start)

    def said(self, start: int, end: int) -> str:
        """The words as written."""
        return self.written.surface(start, end)

    def begins(self, place: int) -> bool:
        """Whether a sentence begins at a word."""
        return place == 0 or self.words[place].gap in {".", "\n"}

    @cached_property
    def capitals_tell(self) -> bool:
        """Whether small letters tell something too: the text has some length, and capitals where others put them."""
        return self.mixed and len(self) > _LINE and any(word.surface[0].isupper() for word in self.words)

    @cached_property
    def mixed(self) -> bool:
        """Whether capitals tell anything: they are used for no more than half of the words."""
        return 2 * sum(word.surface[0].isupper() for word in self.words) <= len(self) or len(self) <= 3
