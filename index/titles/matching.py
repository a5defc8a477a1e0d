"""Where the keys of an index occur in a text, and how they are written there."""

from __future__ import annotations

from collections.abc import Iterable

from index.titles.words import Word, Written

_LONGEST = 14  # words of a title
_SHORT_NAME = 5  # letters, up to which an s at the end is taken for part of a name


def lengths(phrases: Iterable[str]) -> dict[str, int]:
    """The longest phrase that begins with a word, in words: how far a match has to look."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        first = phrase.partition(" ")[0]
        size = phrase.count(" ") + 1
        if size > longest.get(first, 0):
            longest[first] = min(size, _LONGEST)
    return longest


def matches(
    written: Written, phrases: dict[str, list[int]], lengths: dict[str, int], *, bare: bool = False
) -> Iterable[tuple[int, int, str]]:
    """Every stretch that spells a key: start, end, key; `bare` takes off any s at the end of it."""
    words = written.words
    for start, word in enumerate(words):
        key = ""
        reach = lengths.get(word.norm, 0) or int(word.norm[-1:] == "s" and _owner(word, bare=bare) in phrases)
        for end in range(start + 1, min(start + reach, len(words)) + 1):
            following = words[end - 1]
            if end > start + 1 and following.gap in {"\n", "."}:
                break
            before, key = key, f"{key} {following.norm}" if key else following.norm
            if key in phrases:
                yield start, end, key
            elif (
                key[-1] == "s"
                and (owner := f"{before} {_owner(following, bare=bare)}".lstrip()) != key
                and owner in phrases
            ):
                yield start, end, owner


def _owner(word: Word, *, bare: bool = False) -> str:
    """A word without the 's of "the film's director"; `bare` takes off any s."""
    owned = word.surface.lower().endswith("'s") or (bare and len(word.norm) > _SHORT_NAME and word.norm.endswith("s"))
    return word.norm[:-1] if owned else word.norm


def year_beside(written: Written, start: int, end: int) -> int | None:
    """A year in brackets or bare right behind the words, or right before them ("the 1996 Crash")."""
    for at in (end, start - 1):
        if 0 <= at < len(written.words):
            word = written.words[at].norm
            if len(word) == 4 and word.isascii() and word.isdecimal() and "1880" <= word <= "2100":
                return int(word)
    return None


def quoted(written: Written, start: int, end: int) -> bool:
    """Whether the words stand in quotation marks of their own."""
    first, last = written.words[start].start, written.words[end - 1].end
    return any(a <= first and last <= b and (b - a) - (last - first) <= 8 for a, b in written.quotes)


def capitals(written: Written, start: int, end: int) -> float:
    """Share of capitalised words; one that begins a sentence does not count, nor any in a text that shouts."""
    counted = [w for w in written.words[start:end] if w.surface[:1].isalpha()]
    if not counted or written.shouts:
        return 0.0
    begins = start == 0 or written.words[start].gap in {".", "\n"}
    if begins and len(counted) > 1:
        counted = counted[1:]  # "Die Hard on a train"
        begins = False
    raised = [w for w in counted if w.surface[:1].isupper()]
    return 0.0 if begins else len(raised) / len(counted)
