"""How a build shows that it goes on: a bar with what is left in a terminal, a line a step elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from index.build import Progress as Told


@contextmanager
def building(console: Console) -> Iterator[Told]:
    """What `index.build.build` tells its progress to."""
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")  # its bar would cut ours in two
    if not console.is_terminal:
        yield _lines(console)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=console, transient=True) as bars:
        tasks: dict[str, TaskID] = {}

        def tell(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield tell


def _lines(console: Console) -> Told:
    def tell(what: str, done: int, total: int) -> None:
        if done == 0:
            console.print(f"{what} ..." if total < 2 else f"{what}: {total:,} ...")

    return tell
