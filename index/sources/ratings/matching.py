"""Films of a release without links, found by title and year in one that has them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from index.titles.words import normalise

NEAR = 92.0
"""Likeness of two titles, 0 to 100, from which they are the same one, misspelt."""

_YEAR = re.compile(r"\s*\((\d{4})(?:[-–]\d{0,4})?\)\s*(?:\((?:V|TV|VG|mini)\)\s*)*\Z")
_OTHER = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_FIRST = "the|a|an|le|la|les|l|el|los|las|il|der|das|het"
_BEHIND = re.compile(
    rf"^(.*),\s*((?:{_FIRST}|un|une|lo|i|gli|uno|una|die|ein|eine|de|een|den|det|en|ett|o|os|as|um)'?)\s*$",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE = re.compile(rf"\A(?:{_FIRST}) (?=.)")
_PARTS = re.compile(r"\s*:\s+|\s+[-–—]\s+|\s+or:\s+")
_ALIAS = re.compile(r"^(?:a\.?k\.?a\.?)\s+", re.IGNORECASE)


Years = Mapping[int, Mapping[str, set[int]]]
"""Numbers of the known films by year and by key of a title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """Which number of the one release is which of the other."""

    found: dict[int, int]
    ways: Counter[str]  # in how many cases each way of matching found a film
    missing: tuple[str, ...]  # titles that were not found, as written


def split(written: str) -> tuple[tuple[str, ...], int | None]:
    """Titles and year of what MovieLens writes: "City, The (Cité, La) (1995)" is The City and La Cité, of 1995."""
    year = _YEAR.search(written)
    rest = written[: year.start()] if year else written
    titles = [_OTHER.sub(" ", rest), *_OTHER.findall(rest)]
    turned = [_ALIAS.sub("", " ".join(title.split())) for title in titles]
    moved = [_BEHIND.sub(lambda m: f"{m[2]}{'' if m[2].endswith(chr(39)) else ' '}{m[1]}", title) for title in turned]
    return tuple(dict.fromkeys(title for title in moved if title)), int(year[1]) if year else None


def key(title: str) -> str:
    """A title in the form in which titles are compared: normal words without an article before them."""
    return _BEFORE.sub("", normalise(title.replace("L'", "L ").replace("l'", "l ")))


def keys(written: str) -> tuple[frozenset[str], int | None]:
    """The keys of all titles in what MovieLens writes, and the year."""
    titles, year = split(written)
    return frozenset(filter(None, map(key, titles))), year


def match(wanted: Iterable[tuple[int, str]], known: Iterable[tuple[int, str]]) -> Matches:
    """Find each wanted (number, title) among the known ones, by the first of `_WAYS` that finds any.

    Of several the lowest number is taken: releases only add films, so that what an old one holds has the low numbers.
    """
    whole, parts = _by_year(known)
    found, missing, ways = {}, [], Counter[str]()
    for number, written in wanted:
        names, year = keys(written)
        for way, look in _WAYS.items() if year else ():
            if best := look(names, year or 0, whole, parts):
                found[number] = min(best)
                ways[way] += 1
                break
        else:
            missing.append(written)
    return Matches(found=found, ways=ways, missing=tuple(missing))


def _by_year(known: Iterable[tuple[int, str]]) -> tuple[Years, Years]:
    """The known films by their titles, and by what stands before or behind a colon or dash in them."""
    whole: defaultdict[int, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    parts: defaultdict[int, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, written in known:
        titles, year = split(written)
        for title in titles:
            whole[year or 0][key(title)].add(number)
            pieces = _PARTS.split(title)
            for piece in {pieces[0], pieces[-1]}:
                parts[year or 0][key(piece)].add(number)
    return whole, parts


def _exactly(names: Iterable[str], year: int, whole: Years, parts: Years) -> set[int]:
    here = whole.get(year, {})
    return {number for name in names for number in here.get(name, ())}


def _a_year_off(names: Iterable[str], year: int, whole: Years, parts: Years) -> set[int]:
    near = [number for other in (year - 1, year + 1) for number in _exactly(names, other, whole, parts)]
    return set(near) if len(near) == 1 else set()


def _in_part(names: Iterable[str], year: int, whole: Years, parts: Years) -> set[int]:
    found = _exactly(names, year, parts, whole)
    return found if len(found) == 1 else set()


def _alike(names: Iterable[str], year: int, whole: Years, parts: Years) -> set[int]:
    here = whole.get(year, {})
    top, best = NEAR, set[int]()
    for name in names:
        for other, score, _ in process.extract(name, here.keys(), scorer=fuzz.ratio, score_cutoff=top, limit=3):
            if digits(name) != digits(other):
                continue  # a sequel is no misspelling
            if score > top:
                top, best = score, set()
            best |= here[other]
    return best


def digits(name: str) -> list[str]:
    """The numbers in a title, which tell sequels apart."""
    return re.findall(r"\d+", name)


_WAYS: dict[str, Callable[[Iterable[str], int, Years, Years], set[int]]] = {
    "exactly": _exactly,
    "by a like title": _alike,
    "by title, the year one off": _a_year_off,
    "by a part of the title": _in_part,
}
