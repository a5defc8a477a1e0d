"""What stands around a benchmark: the machine, what other programs took of it meanwhile, and how it is told."""

from __future__ import annotations

import os
import platform
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console

from index.errors import MatineeIndexError


def about() -> str:
    """One line."""
    return f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}"


class Others:
    """How busy other programs keep the processors, from when it was made; processes begun since must have ended."""

    def __init__(self) -> None:
        self._began, self._busy, self._own = time.perf_counter(), _busy(), _own()

    def __str__(self) -> str:
        if (now := _busy()) is None or self._busy is None:
            return "What other programs did meanwhile is not known here."
        spent = max(0.0, (now - self._busy) - (_own() - self._own))
        share = spent / (time.perf_counter() - self._began)
        busy = " That is much: threads wait for one another, and all times are too long." if share > MUCH else ""
        return f"Other programs kept {share:.2f} of {os.cpu_count()} processors busy meanwhile.{busy}"


MUCH = 0.2  # processors


def told(compare: Callable[[Console], None], *, width: int) -> int:
    """Run a comparison that prints to a console at least so wide; the exit code, 1 when the artefacts will not do."""
    try:
        compare(Console(width=max(width, Console().width), highlight=False))
    except MatineeIndexError as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


def _own() -> float:
    """Processor seconds of this process and its ended children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _busy() -> float | None:
    """Processor seconds of the whole machine that were not idle; None where the system does not say."""
    try:
        user, nice, system, _idle, _waiting, *rest = map(int, Path("/proc/stat").read_text().split()[1:9])
    except OSError:
        return None
    return (user + nice + system + sum(rest)) / os.sysconf("SC_CLK_TCK")
