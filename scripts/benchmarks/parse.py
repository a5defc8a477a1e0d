"""How quickly a message is understood, by its length, over all the titles of a bundle.

What is timed is `Parser.parse`, each text once, after others have warmed up what the process keeps. The parser is made
as in bot/wiring.py, with the encoder: it asks it for adjectives that no lexicon knows, three in a message at most, and
the table says how many texts did. The encoder's first calls are not timed; a full garbage collection may fall into any
text, as it does in a chat. Of a very long text Matinee reads the beginning and the end (engine/parsing/reading.py); the
others read all of it.

Beside it stands what tutorials do to find films in a text, in turns over the same texts, or the first few of them
where that is slow: every title looked for as a substring; every run of words looked up in a dict of titles; and, for
typos, `rapidfuzz.process.extractOne` over all titles. None of them understands anything else.

Target, on 144,010 titles: p99 under 20 ms at the length of forum posts, and under 50 ms for 10,000 characters.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from rapidfuzz import process
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path += [str(ROOT), str(Path(__file__).resolve().parent)]

import machine  # noqa: E402
import texts  # noqa: E402

from bot.settings import Settings  # noqa: E402
from engine.parsing import Parser  # noqa: E402
from index.artefacts import load  # noqa: E402
from index.moods import load_axes  # noqa: E402

WARM = "something very zorblish"  # an adjective that nobody knows: the encoder is asked
OURS, SUBSTRINGS, RUNS, FUZZY = "Matinee", "substrings", "dict of titles", "rapidfuzz"
FEW = {SUBSTRINGS: 5, FUZZY: 2}  # texts of a row that the slow ones read, at most
LONGEST_FUZZY = 2_000  # characters of a text that rapidfuzz is given: longer ones take it minutes

Read = Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Texts of one kind."""

    kind: str
    texts: Sequence[str]
    target: float  # ms for p99 of Matinee on 144,010 titles


@dataclass(slots=True, kw_only=True)
class Times:
    """What one row took: milliseconds by who read it, in the order of the texts."""

    took: dict[str, list[float]] = field(default_factory=dict)
    worked: list[float] = field(default_factory=list)  # of the processors for Matinee, without waiting for others
    asked: int = 0  # texts for which Matinee asked the encoder


class Counted:
    """An encoder that knows how often it was called."""

    def __init__(self, encode: Callable[[Sequence[str]], Any]) -> None:
        self._encode = encode
        self.calls = 0

    def __call__(self, given: Sequence[str]) -> Any:
        self.calls += 1
        return self._encode(given)


def substrings(titles: Sequence[str]) -> Read:
    """Every title, in small letters, looked for in the text."""
    small = [title.lower() for title in titles]

    def read(text: str) -> list[str]:
        text = text.lower()
        return [title for title in small if title in text]

    return read


def runs(titles: Sequence[str]) -> Read:
    """Every run of words, as many as the longest title has, looked up in a dict of titles."""
    rows = {title.casefold(): row for row, title in enumerate(titles)}
    longest = max(title.count(" ") + 1 for title in rows)

    def read(text: str) -> list[int]:
        words = text.casefold().split()
        ends = range(1, longest + 1)
        said = (" ".join(words[start : start + size]) for start in range(len(words)) for size in ends)
        return [rows[run] for run in said if run in rows]

    return read


def fuzzy(titles: Sequence[str]) -> Read:
    """The title that rapidfuzz finds most alike, as its manual begins."""
    return lambda text: process.extractOne(text, titles)


def rows(many: int, named: Sequence[str], seed: int) -> list[Row]:
    """All kinds of texts: `many` as people write them, and a fifth as many of each of the others."""
    few = max(2, many // 5)
    long = {"posts": texts.long_posts(few, named, seed), **texts.hostile(few, named, seed)}
    return [
        Row(kind="short", texts=texts.short(many, named, seed), target=20),
        Row(kind="forum length", texts=texts.posts(many, named, seed), target=20),
        *(Row(kind=f"{texts.LONG:,}: {kind}", texts=made, target=50) for kind, made in long.items()),
    ]


def measure(row: Row, ways: dict[str, Read], encoder: Counted) -> Times:
    """Time all ways over the texts of a row, in turns."""
    times = Times(took={name: [] for name in ways})
    for place, text in enumerate(row.texts):
        before = encoder.calls
        for name, way in ways.items():
            if place >= FEW.get(name, len(row.texts)) or (name == FUZZY and len(text) > LONGEST_FUZZY):
                continue
            began, worked = time.perf_counter(), time.process_time()
            way(text)
            times.took[name].append(1000 * (time.perf_counter() - began))
            if name == OURS:
                times.worked.append(1000 * (time.process_time() - worked))
        times.asked += encoder.calls > before
    return times


def table(measured: Sequence[tuple[Row, Times]]) -> Table:
    """p50 and p99 in milliseconds; red where Matinee is over the target."""
    drawn = Table(box=None, pad_edge=False)
    drawn.add_column("", no_wrap=True)
    for name in ("texts", "words", "encoder", "p50 ms", "p99 ms", "p99 of work", "target", SUBSTRINGS, RUNS, FUZZY):
        drawn.add_column(name, justify="right", no_wrap=True)
    for row, times in measured:
        p50, p99 = np.percentile(times.took[OURS], [50, 99])
        words = f"{median(len(text.split()) for text in row.texts):,.0f}"
        rivals = [f"{median(took):,.1f}" if (took := times.took[name]) else "" for name in (SUBSTRINGS, RUNS, FUZZY)]
        worked = np.percentile(times.worked, 99)
        cells = [row.kind, f"{len(row.texts):,}", words, f"{times.asked}"]
        cells += [f"{p50:,.2f}", f"{p99:,.2f}", f"{worked:,.2f}", f"< {row.target:.0f}"]
        drawn.add_row(*cells, *rivals, style="red" if p99 >= row.target else "")
    return drawn


def compare(options: argparse.Namespace, console: Console) -> None:
    """Print the table; raises MatineeIndexError."""
    artefacts = load(options.bundle or Settings.load().bundle)
    encoder = Counted(artefacts.encoder.encode)
    parser = Parser(artefacts.titles, load_axes(), encoder)
    titles = artefacts.catalogue.column("title")
    gc.freeze()  # as a running Matinee does
    ways = {OURS: parser.parse, SUBSTRINGS: substrings(titles), RUNS: runs(titles), FUZZY: fuzzy(titles)}
    named = texts.best_known(artefacts.catalogue)
    for text in (WARM, *texts.short(50, named, options.seed + 1), *texts.posts(10, named, options.seed + 1)):
        parser.parse(text)
    measured, others = [], machine.Others()
    for row in rows(options.texts, named, options.seed):
        with console.status(row.kind):
            measured.append((row, measure(row, ways, encoder)))
    console.print(
        f"{len(titles):,} titles, {len(named):,} of them named in texts of seed {options.seed}; words: the median.\n"
        f"{texts.LONG:,}: texts of so many characters. encoder: texts for which it was asked, within the time.\n"
        "p99 of work: ms of processors, which others on the machine do not lengthen so much.\n"
        f"{SUBSTRINGS}, {RUNS}, {FUZZY}: p50 in ms, over {FEW[SUBSTRINGS]}, all and {FEW[FUZZY]} texts of a row.\n"
        f"{machine.about()}. {others}\n"
    )
    console.print(table(measured))


def main() -> int:
    """Print the comparison."""
    reader = argparse.ArgumentParser(prog="scripts/bench parse", description="Time to understand a message.")
    reader.add_argument("--bundle", type=Path, metavar="DIR", help="whose titles (default: those that are in use)")
    reader.add_argument("--texts", type=int, default=300, help="short ones, and posts (default %(default)s)")
    reader.add_argument("--seed", type=int, default=1, help="of the texts (default %(default)s)")
    options = reader.parse_args()
    return machine.told(lambda console: compare(options, console), width=132)


if __name__ == "__main__":
    sys.exit(main())
