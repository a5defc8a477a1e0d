"""Text as words with positions: the one reading of letters that titles, names and wishes all share."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SPELLED = {
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty": range(21),
    "ii iii iv": range(2, 5),
    "vi vii viii ix": range(6, 10),
    "xi xii xiii": range(11, 14),
}
NUMBERS = {word: str(n) for words, values in _SPELLED.items() for word, n in zip(words.split(), values, strict=True)}
"""Number words and Roman numerals as digits; "v" and "x" are left alone, since they are letters too."""

ARTICLES = frozenset({"the", "a", "an"})
_FOREIGN = str.maketrans({
    "½": " 1/2", "³": " 3", "²": " 2", "’": "'", "‘": "'", "´": "'", "`": "'", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "ı": "i", "ð": "d", "þ": "th",
})  # fmt: skip
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_PICTURES = "\U0001f000-\U0001f3fa\U0001f400-\U0001faff\u2600-\u27bf\u2b50\u2b55\u2934\u2935\u231a\u231b\u23e9-\u23fa"
_TOKEN = re.compile(rf"\d+[.,]\d+(?!\w)|(?:[^\W_]|[{_MARKS}])+(?:'(?:[^\W_]|[{_MARKS}])+)*|[&+]|[{_PICTURES}]")
_ABBREVIATED = re.compile(r"\.\s?\Z")
_QUOTES = re.compile(
    r"[\"“”«*„_]{1,2}([^\"“”«»*„_\n]{1,90})[\"“”»*_]{1,2}|(?<!\w)'([^'\n]{1,90}(?:'\w[^'\n]{0,60})?)'(?!\w)"
)
_BREAKS = (("\n", "\n"), (".", ".!?;…"), ("(", "([{"), (")", ")]}"), (",", ",:–—|/"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word of a text."""

    surface: str  # as written
    norm: str  # lower case, without accents and apostrophes, numbers as digits
    start: int  # in characters of Written.text
    end: int
    gap: str  # what parts it from the word before: "" a space, "," "(" ")" "." or a new line


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text and its words."""

    text: str
    words: tuple[Word, ...]
    shouts: bool  # whether all letters are capitals
    quotes: tuple[tuple[int, int], ...]  # character ranges that stood in quotation marks or asterisks

    def surface(self, start: int, end: int) -> str:
        """The text from one word to another, as written."""
        return self.text[self.words[start].start : self.words[end - 1].end]


@lru_cache(maxsize=65536)
def norm(surface: str) -> str:
    """One word in the form in which words are compared."""
    folded = surface.lower()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    folded = folded.replace("'", "")
    if folded in {"&", "+"}:
        return "and"
    return NUMBERS.get(folded, folded)


def read(text: str) -> Written:
    """A text as words. Any text will do; positions are in the text of the answer, which may differ in odd letters."""
    text = unicodedata.normalize("NFC", text.translate(_FOREIGN))
    words: list[Word] = []
    last = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        between = text[last:start]
        gap = "" if not between.strip(" ") else _gap(between, words[-1].surface if words else "")
        surface = match.group()
        words.append(Word(surface=surface, norm=norm(surface), start=start, end=end, gap=gap))
        last = end
    quotes = tuple(m.span(1) if m.group(1) else m.span(2) for m in _QUOTES.finditer(text))
    return Written(text=text, words=tuple(words), shouts=text.isupper(), quotes=quotes)


def _gap(between: str, before: str) -> str:
    if _ABBREVIATED.match(between) and len(before) <= 3 and before.lower() not in {"it", "me", "it's", "us", "her"}:
        return ""  # "Dr. Strangelove", "Vol. 1", "E.T."
    for kind, marks in _BREAKS:
        if any(mark in between for mark in marks):
            return kind
    return "," if " - " in between else ""


def normalise(text: str) -> str:
    """A phrase in the form in which phrases are compared: normal words with one space between."""
    return " ".join(norms(text))


def norms(text: str) -> list[str]:
    """The normal words of a text, where their places do not matter."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_FOREIGN))
    return [norm(surface) for surface in _TOKEN.findall(text.replace("`", "'"))]
