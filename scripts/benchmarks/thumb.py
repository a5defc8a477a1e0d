"""How long a thumb takes, from the tap to the deck ranked anew and the thumb on the disk, by how many came before.

What is timed is `Conversation.respond` in this process, over a database file as a running Matinee keeps it (SQLite,
every commit synced). Chats of each number of thumbs stand in turns, each with several wishes; every tap judges the
open card, up and down by turns, and what lies ahead is ranked again by the taste as it then is. Work is the processor
time of the whole process, all threads.

Beside it, in turns, what tutorials do with a thumb: write it into SQLite, take the mean of the vectors of all liked
films, search a flat FAISS index for it, leave out what was judged, and look five films up in a pandas table.
"""

from __future__ import annotations

import argparse
import gc
import secrets
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path += [str(ROOT), str(Path(__file__).resolve().parent)]

import machine  # noqa: E402

from bot.conversation import Conversation  # noqa: E402
from bot.eventloop import run  # noqa: E402
from bot.playing.scene import House  # noqa: E402
from bot.settings import Settings  # noqa: E402
from bot.store import Feedback, MasterCipher, Store  # noqa: E402
from bot.turn import Action, Turn  # noqa: E402
from bot.wiring import open_house  # noqa: E402
from bot.wording import words  # noqa: E402
from engine.request import Verdict  # noqa: E402
from index.artefacts import active  # noqa: E402

BEFORE = (10, 100, 1_000, 10_000)  # thumbs that a chat has given
KNOWN = 20_000  # best-known films, of which they are
WISHES = (
    "surprise me",
    "a comedy from the 90s",
    "something like Interstellar but funnier",
    "a slow, sad film about a marriage, nothing violent",
)
CARDS = 5
TARGET = 20.0  # milliseconds of work at p99
OURS, RIVAL = "Matinee", "Tutorial bot"


@dataclass(slots=True, kw_only=True)
class Taps:
    """Milliseconds by tap; lower is better."""

    took: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)  # of all processors

    @contextmanager
    def one(self) -> Iterator[None]:
        """Time one."""
        began, worked = time.perf_counter(), time.process_time()
        yield
        self.took.append(1000 * (time.perf_counter() - began))
        self.worked.append(1000 * (time.process_time() - worked))


Measured = dict[int, dict[str, Taps]]
"""By thumbs before, and by who answered."""


def thumbs(house: House, count: int, seed: int) -> list[tuple[int, Verdict]]:
    """As many films with a verdict, two of three up, drawn from the best known."""
    catalogue, dice = house.recommender.films.catalogue, np.random.default_rng(seed)
    known = np.argsort(-catalogue.fame, kind="stable")[:KNOWN]
    drawn = dice.choice(known, min(count, len(known) // 2), replace=False)
    ups = dice.random(len(drawn)) < 2 / 3
    return [(int(catalogue.tmdb[row]), Verdict.UP if up else Verdict.DOWN) for row, up in zip(drawn, ups, strict=True)]


async def ours(
    house: House, before: list[tuple[int, Verdict]], store: Store, taps: int, warm: int, found: Taps
) -> None:
    """One chat for each wish, with the thumbs before."""
    talk = Conversation(store, lambda: house, words())
    for number, wish in enumerate(WISHES):
        name = f"{len(before)} {number}"
        async with store.turn() as memory:
            chat, person = await memory.chat_of("bench", name), await memory.person_of("bench", name)
            given = [
                Feedback(chat=chat, person=person, tmdb=tmdb, verdict=verdict, update_key=f"{name} {at}")
                for at, (tmdb, verdict) in enumerate(before)
            ]
            await memory.record_all(given)
        turn = Turn(channel="bench", chat=name, user=name, key=f"{name} wish", text=wish, glance=True)
        reply = await talk.respond(turn)
        actions = cycle((Action.UP, Action.UP, Action.DOWN))
        for tap in range(warm + taps // len(WISHES)):
            key = f"{name} tap {tap}"
            turn = Turn(channel="bench", chat=name, user=name, key=key, action=next(actions), deck=reply.deck)
            turn = replace(turn, glance=True)  # as Telegram shows it
            with found.one() if tap >= warm else Taps().one():
                reply = await talk.respond(turn)
            if len(reply.cards) <= reply.position:
                raise SystemExit(f"after {tap} taps there were no cards left for {wish!r}")


def tutorial(bundle: Path, house: House, folder: Path) -> Callable[[list[tuple[int, Verdict]], int, int, Taps], None]:
    """What tutorials do, over Matinee's own vectors."""
    import faiss
    import pandas as pd

    films = pd.read_parquet(bundle / active(bundle).catalogue / "movies.parquet", columns=["title", "year", "overview"])
    catalogue = house.recommender.films.catalogue
    matrix = np.array(house.recommender.films.vectors.matrix)
    index = faiss.IndexFlatIP(matrix.shape[1])
    index.add(matrix)

    def tap(before: list[tuple[int, Verdict]], taps: int, warm: int, found: Taps) -> None:
        database = sqlite3.connect(folder / f"tutorial-{len(before)}.db")
        database.execute("CREATE TABLE thumbs (film INTEGER, up INTEGER)")
        database.executemany("INSERT INTO thumbs VALUES (?, ?)", [(film, v is Verdict.UP) for film, v in before])
        database.commit()
        shown = before[0][0]
        for number in range(warm + taps):
            with found.one() if number >= warm else Taps().one():
                database.execute("INSERT INTO thumbs VALUES (?, ?)", (shown, number % 3 != 2))
                database.commit()
                judged = database.execute("SELECT film, up FROM thumbs").fetchall()
                liked = matrix[catalogue.rows([film for film, up in judged if up])].mean(axis=0, keepdims=True)
                _, rows = index.search(liked, CARDS + len(judged))
                gone = {film for film, _ in judged}
                deck = [row for row in rows[0] if int(catalogue.tmdb[row]) not in gone][:CARDS]
                str(films.iloc[deck].to_dict("records"))
            shown = int(catalogue.tmdb[deck[0]])
        database.close()

    return tap


async def measure(bundle: Path, taps: int, warm: int, seed: int) -> Measured:
    """Both, in turns by the number of thumbs before."""
    house = open_house(bundle)
    gc.freeze()  # as a running Matinee does
    found: Measured = {count: {OURS: Taps(), RIVAL: Taps()} for count in BEFORE}
    with TemporaryDirectory(prefix="matinee-") as folder:
        store = await Store.open(f"sqlite:///{Path(folder) / 'thumbs.db'}", MasterCipher(secrets.token_bytes(32)))
        theirs = tutorial(bundle, house, Path(folder))
        try:
            for count in BEFORE:
                before = thumbs(house, count, seed)
                await ours(house, before, store, taps, warm, found[count][OURS])
                theirs(before, taps, warm, found[count][RIVAL])
        finally:
            await store.close()
    return found


def table(found: Measured) -> Table:
    """p50 and p99 by thumbs before; red where the work is over the target, or p50 grows too much."""
    drawn = Table(box=None, pad_edge=False)
    drawn.add_column("thumbs before", justify="right", no_wrap=True)
    for name in (
        f"{OURS} p50 ms",
        "p99",
        "work p50",
        "work p99",
        "p50 beside 10",
        f"{RIVAL} p50 ms",
        "p99",
        "work p99",
    ):
        drawn.add_column(name, justify="right", no_wrap=True)
    first = float(np.median(found[BEFORE[0]][OURS].took))
    for count, both in found.items():
        mine, theirs = both[OURS], both[RIVAL]
        p50, p99 = np.percentile(mine.took, [50, 99])
        worked = np.percentile(mine.worked, [50, 99])
        cells = [f"{count:,}", f"{p50:.1f}", f"{p99:.1f}", f"{worked[0]:.1f}", f"{worked[1]:.1f}", f"{p50 / first:.2f}"]
        cells += [f"{value:.1f}" for value in np.percentile(theirs.took, [50, 99])]
        cells += [f"{np.percentile(theirs.worked, 99):.1f}"]
        over = worked[1] > TARGET or p50 > 1.2 * first
        drawn.add_row(*cells, style="red" if over else "")
    return drawn


def compare(options: argparse.Namespace, console: Console) -> None:
    """Print the table; raises MatineeIndexError."""
    bundle = options.bundle or Settings.load().bundle
    others = machine.Others()
    with console.status("tapping"):
        found = run(measure(bundle, options.taps, options.warm, options.seed))
    console.print(
        f"From a tap to the deck ranked anew, the thumb stored; {options.taps} taps a row over {len(WISHES)} wishes, "
        f"seed {options.seed}. Targets: work p99 within {TARGET:.0f} ms, p50 within 1.2 times that at 10 thumbs.\n"
        f"{machine.about()}. {others}\n"
    )
    console.print(table(found))


def main() -> int:
    """Print the comparison."""
    reader = argparse.ArgumentParser(prog="scripts/bench thumb", description="Time from a thumb to the deck anew.")
    reader.add_argument("--bundle", type=Path, metavar="DIR", help="whose films (default: those that are in use)")
    reader.add_argument("--taps", type=int, default=400, help="for each number of thumbs (default %(default)s)")
    reader.add_argument("--warm", type=int, default=5, help="of each chat before any counts (default %(default)s)")
    reader.add_argument("--seed", type=int, default=1, help="of the films judged before (default %(default)s)")
    options = reader.parse_args()
    return machine.told(lambda console: compare(options, console), width=120)


if __name__ == "__main__":
    sys.exit(main())
