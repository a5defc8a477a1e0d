"""How long Matinee takes from a message to five cards, and what takes the time, beside the stack of tutorials.

Both are processes of their own with the same films in memory and the threads that their libraries choose, and they
answer the same texts in turns, the other one first every time. Matinee reads the message, ranks, and words five cards
with their reasons, as `matinee recommend` does: without a store, and as the first message of a chat. The tutorial bot
encodes the message with SentenceTransformer, searches a flat FAISS index of Matinee's own vectors for the nearest five,
looks them up in a pandas table and writes them as cards.

No text comes twice. A message that Matinee does not take for a wish deals no cards: it is counted apart and left out of
the times of both. What takes the time is measured by wrapping functions, here and not in the product: each part is what
its functions took without those of other parts that they called.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

import numpy as np
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path += [str(ROOT), str(Path(__file__).resolve().parent)]

import machine  # noqa: E402
import texts  # noqa: E402

from bot.settings import Settings  # noqa: E402
from index.artefacts import active  # noqa: E402
from index.catalogue import Catalogue  # noqa: E402

PAUSE = 0.1  # seconds between two answers: threads of BLAS spin on for up to 60 ms, and must not slow the other one
OURS, RIVAL = "Matinee", "Tutorial bot"
WAYS = {OURS: "matinee", RIVAL: "tutorial"}  # as answering.py calls them


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One answered message; lower is better."""

    seconds: float
    parts: Mapping[str, float]  # seconds by part; what is left of the whole is in none
    cards: int


Replies = Sequence[Mapping[str, Reply]]
"""What both answered to each of some texts."""


@contextmanager
def serving(name: str, bundle: Path) -> Iterator[Callable[[str], Reply]]:
    """A process that answers; ended with the block. Asking raises SystemExit when it died."""
    command = [sys.executable, str(Path(__file__).with_name("answering.py")), WAYS[name], str(bundle)]
    quiet = {**os.environ, "TQDM_DISABLE": "1"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=quiet) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asking, said = process.stdin, process.stdout

        def ask(text: str) -> Reply:
            time.sleep(PAUSE)
            try:
                print(json.dumps(text), file=asking, flush=True)
                return Reply(**json.loads(said.readline()))
            except (BrokenPipeError, ValueError):  # it said why on standard error
                raise SystemExit(f"{name} ended over {text!r}") from None

        yield ask


def measure(
    bundle: Path, lengths: Mapping[str, Sequence[str]], warm: Sequence[str]
) -> dict[str, list[dict[str, Reply]]]:
    """By length, what both answered to each text, in the order of the texts; the lengths in turns too."""
    replies: dict[str, list[dict[str, Reply]]] = {length: [] for length in lengths}
    with serving(OURS, bundle) as ours, serving(RIVAL, bundle) as theirs:
        asked = {OURS: ours, RIVAL: theirs}
        for text in warm:
            for ask in asked.values():
                ask(text)
        for place in range(max(map(len, lengths.values()))):
            for length, said in lengths.items():
                if place < len(said):
                    order = sorted(asked, reverse=bool(place % 2))
                    replies[length].append({name: asked[name](said[place]) for name in order})
    return replies


def dealt(replies: Replies) -> Replies:
    """Those with cards."""
    return [both for both in replies if both[OURS].cards]


def ms(replies: Replies, name: str) -> list[float]:
    """Milliseconds of one of the two."""
    return [1000 * both[name].seconds for both in replies]


def whole(replies: Mapping[str, Replies], lengths: Mapping[str, Sequence[str]], rounds: int) -> Table:
    """p50 and p99 of both by length, and how many times as long Matinee takes; then the same ratio by round."""
    drawn = Table(box=None, pad_edge=False)
    drawn.add_column("", no_wrap=True)
    heads = ("texts", "words", "no wish", f"{OURS} p50", "p99 ms", f"{RIVAL} p50", "p99 ms", "ratio of p50", "by round")
    for head in heads:
        drawn.add_column(head, justify="right", no_wrap=True)
    for length, all_of_them in replies.items():
        counted = dealt(all_of_them)
        if not counted:
            drawn.add_row(length, f"{len(all_of_them)}", "", f"{len(all_of_them)}")
            continue
        words = median(len(text.split()) for text in lengths[length])
        times = {name: np.percentile(ms(counted, name), [50, 99]) for name in (OURS, RIVAL)}
        ratios = [
            f"{median(ms(part, OURS)) / median(ms(part, RIVAL)):.2f}"
            for turn in range(rounds)
            if (part := dealt(all_of_them[turn * len(all_of_them) // rounds : (turn + 1) * len(all_of_them) // rounds]))
        ]
        cells = [f"{value:,.1f}" for pair in times.values() for value in pair]
        ratio = f"{times[OURS][0] / times[RIVAL][0]:.2f}"
        missing = f"{len(all_of_them) - len(counted)}"
        drawn.add_row(length, f"{len(all_of_them)}", f"{words:.0f}", missing, *cells, ratio, " ".join(ratios))
    return drawn


def parts(replies: Mapping[str, Replies], name: str) -> Table:
    """Where the time of one of the two goes: mean milliseconds and share by length, the longest first."""
    drawn = Table(box=None, pad_edge=False)
    drawn.add_column(f"{name}, mean", no_wrap=True)
    columns = []
    for length, all_of_them in replies.items():
        drawn.add_column(f"{length} ms", justify="right", no_wrap=True)
        drawn.add_column("share", justify="right", no_wrap=True)
        mine = [both[name] for both in dealt(all_of_them)]
        found = {part for one in mine for part in one.parts}
        spent = {part: mean(one.parts.get(part, 0.0) for one in mine) for part in found}
        columns.append((spent, mean(one.seconds for one in mine) if mine else 0.0))
    order = sorted({part for spent, _ in columns for part in spent}, key=lambda part: -columns[-1][0].get(part, 0.0))
    for part in [*order, "the rest", "all"]:
        cells = []
        for spent, total in columns:
            value = {"all": total, "the rest": total - sum(spent.values())}.get(part, spent.get(part, 0.0))
            cells += [f"{1000 * value:,.2f}", f"{value / total:.0%}" if total else ""]
        drawn.add_row(part, *cells)
    return drawn


def given(path: Path) -> list[str]:
    """The texts of a file of JSON lines with "text"; raises SystemExit over a line that has none."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                found.append(str(json.loads(line)["text"]))
            except (ValueError, TypeError, KeyError):
                raise SystemExit(f'{path}:{number}: write {{"text": "..."}} on a line') from None
    return list(dict.fromkeys(found))


def compare(options: argparse.Namespace, console: Console) -> None:
    """Print the tables; raises MatineeIndexError."""
    bundle = options.bundle or Settings.load().bundle
    catalogue = Catalogue.open(bundle / active(bundle).catalogue / "movies.parquet")
    named = texts.best_known(catalogue)
    # Other films in the one length than in the other.
    made = {
        "short": texts.short(options.count + options.warm, named[::2], options.seed),
        "forum length": texts.posts(options.count + options.warm, named[1::2], options.seed),
    }
    warm = [text for some in made.values() for text in some[: options.warm]]
    lengths = (
        {"given": given(options.texts)}
        if options.texts
        else {name: some[options.warm :] for name, some in made.items()}
    )
    others = machine.Others()
    with console.status("asking"):
        replies = measure(bundle, lengths, warm)
    console.print(
        f"{len(catalogue):,} films; from a message to five cards, in ms; words: the median; seed {options.seed}\n"
        f"{machine.about()}. {others}\n"
    )
    console.print(whole(replies, lengths, options.rounds), "\n", parts(replies, OURS), "\n", parts(replies, RIVAL))


def main() -> int:
    """Print the comparison."""
    reader = argparse.ArgumentParser(prog="scripts/bench reply", description="Time from a message to five cards.")
    reader.add_argument("--bundle", type=Path, metavar="DIR", help="whose films (default: those that are in use)")
    reader.add_argument("--texts", type=Path, metavar="FILE", help='real messages, JSON lines with "text"')
    reader.add_argument("--count", type=int, default=150, help="made messages of each length (default %(default)s)")
    reader.add_argument("--warm", type=int, default=20, help="of each length before any counts (default %(default)s)")
    reader.add_argument("--rounds", type=int, default=3, help="parts for the ratio by round (default %(default)s)")
    reader.add_argument("--seed", type=int, default=1, help="of made messages (default %(default)s)")
    options = reader.parse_args()
    return machine.told(lambda console: compare(options, console), width=120)


if __name__ == "__main__":
    sys.exit(main())
