"""How soon after the start of the process the first reply is there, and what memory that takes.

Matinee (`python -m bot chat --say MESSAGE`) beside tutorial_bot.py, in turns, over the same starter catalogue. Both
have their search artefacts ready; making them is not measured. One run of each warms the disk cache and is not counted.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
STARTER = ROOT / "index" / "starter"
TUTORIAL = ROOT / "scripts" / "benchmarks" / "tutorial_bot.py"
MESSAGE = "something like Interstellar but funnier"
FILM = re.compile(r"\((18|19|20)\d\d\)")  # a title with its year: the reply has begun to show films
MATINEE = "Matinee"
RIVAL = "Tutorial bot"


class BenchmarkError(Exception):
    """A measured program did not reply; the message says what it printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One measured run; lower is better for both."""

    seconds: float  # from the start of the process to the first line that names a film
    megabytes: float  # peak resident memory of the process, or of the largest process it waited for; 1 MB = 10^6 bytes


def measure(command: Sequence[str], environment: Mapping[str, str]) -> Sample:
    """Run a command to its end; raises BenchmarkError when it fails or names no film.

    The kernel's own high-water mark is read (wait4), so no sampling misses a peak. On Linux it is never less than what
    this process had when it started the other: keep this one small.
    """
    seconds = None
    printed = []
    with tempfile.TemporaryFile("w+") as complaints:
        began = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=dict(environment),
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        )
        assert process.stdout is not None
        with process.stdout as lines:
            for line in lines:
                if seconds is None and FILM.search(line):
                    seconds = time.perf_counter() - began
                printed.append(line)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        complaints.seek(0)
        printed.append(complaints.read())
    if process.returncode != 0 or seconds is None:
        raise BenchmarkError(f"{' '.join(command)} ended with {process.returncode} and printed:\n{''.join(printed)}")
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, kibibytes on Linux
    return Sample(seconds=seconds, megabytes=usage.ru_maxrss * unit / 1e6)


def table(samples: Mapping[str, Sequence[Sample]]) -> str:
    """Medians with their ranges, and how many times less Matinee takes than the tutorial bot."""
    rows = [f"{'':14}{'first reply':>24}{'peak memory':>26}"]
    for name, runs in samples.items():
        seconds = [run.seconds for run in runs]
        megabytes = [run.megabytes for run in runs]
        spans = (f"({min(seconds):.2f} to {max(seconds):.2f})", f"({min(megabytes):.0f} to {max(megabytes):.0f})")
        rows.append(f"{name:14}{median(seconds):6.2f} s {spans[0]:>16}{median(megabytes):8.0f} MB {spans[1]:>14}")
    ours, theirs = samples[MATINEE], samples[RIVAL]
    faster = median(run.seconds for run in theirs) / median(run.seconds for run in ours)
    smaller = median(run.megabytes for run in theirs) / median(run.megabytes for run in ours)
    rows.append(f"{'Less by':14}{faster:6.1f} times{'':15}{smaller:5.1f} times")
    return "\n".join(rows)


def compare(runs: int, message: str) -> dict[str, list[Sample]]:
    """Measure both in turns; raises BenchmarkError."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with tempfile.TemporaryDirectory() as folder:
        tutorial = [sys.executable, str(TUTORIAL)]
        subprocess.run([*tutorial, "prepare", folder, str(STARTER)], env=environment, capture_output=True, check=True)
        commands = {
            MATINEE: [sys.executable, "-m", "bot", "chat", "--say", message],
            RIVAL: [*tutorial, "ask", folder, message],
        }
        samples: dict[str, list[Sample]] = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                sample = measure(command, environment)
                if turn > 0:
                    samples[name].append(sample)
    return samples


def main() -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(prog="scripts/bench start", description="Time to a first reply, and peak memory.")
    parser.add_argument("--runs", type=int, default=5, help="counted runs of each (default 5)")
    parser.add_argument("--message", default=MESSAGE, help=f"what is asked (default: {MESSAGE!r})")
    given = parser.parse_args()
    films = sum(len(path.read_text("utf-8").splitlines()) for path in STARTER.glob("*.jsonl"))
    try:
        samples = compare(given.runs, given.message)
    except BenchmarkError as failed:
        print(failed, file=sys.stderr)
        return 1
    print(f"{given.message!r} over {films} films; medians of {given.runs} runs each, in turns, with their ranges")
    print(f"Python {platform.python_version()}, {os.cpu_count()} processors, {platform.machine()}\n")
    print(table(samples))
    return 0


if __name__ == "__main__":
    sys.exit(main())
