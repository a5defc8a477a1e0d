"""Makes the project's environment in .venv and keeps it fresh; scripts/setup calls it. Needs nothing but Python.

A state file in .venv says what it was made from. It is written as unfinished before pip starts and as finished when pip
is done, so that an environment whose making was cut short is recognised and made anew.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from enum import Enum
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXTRAS = {
    "serve": (),
    "image": ("postgres", "web"),
    "build": ("build",),
    "test": ("build", "test"),
    "bench": ("build",),
}
STATE = "matinee-setup.json"
LOG = "setup.log"
NOT_PINNED = r"matinee$|nvidia-|cuda-|triton$"
PIP_WRITES = "Installing collected packages"  # what pip says when it starts to change the environment
TORCH_CPU = "https://download.pytorch.org/whl/cpu"


class SetupError(Exception):
    """Setting up failed; the message is one line that says how to mend it."""


class CutShortError(SetupError):
    """Setting up failed while files were being written, so the environment may be damaged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What an environment was made from."""

    root: str  # the project folder; an environment does not survive being moved
    pins: str  # sha256 of pyproject.toml and constraints.txt
    extras: tuple[str, ...]  # sorted
    finished: bool


class Plan(Enum):
    """What there is to do."""

    NOTHING = "nothing"
    INSTALL = "install into what is there"
    AFRESH = "make it anew"


def plan(have: State | None, want: State, usable: Callable[[], bool]) -> Plan:
    """What brings an environment from `have` (None: no state file) to `want`; `usable` asks it whether it works."""
    if have is not None and (not have.finished or have.root != want.root):
        return Plan.AFRESH
    if not usable():
        return Plan.AFRESH
    if have is not None and have.pins == want.pins and set(want.extras) <= set(have.extras):
        return Plan.NOTHING
    return Plan.INSTALL


def wanted(root: Path, what: str) -> State:
    """The state that `scripts/setup WHAT` asks for."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((root / name).read_bytes())
    return State(root=str(root), pins=digest.hexdigest(), extras=tuple(sorted(EXTRAS[what])), finished=True)


def read_state(venv: Path) -> State | None:
    """The state file of an environment; None when there is none that can be read."""
    try:
        raw = json.loads((venv / STATE).read_text(encoding="utf-8"))
        return State(**{**raw, "extras": tuple(raw["extras"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_state(venv: Path, state: State) -> None:
    """Replace the state file as a whole."""
    temporary = venv / f"{STATE}.new"
    temporary.write_text(json.dumps(asdict(state)), encoding="utf-8")
    temporary.replace(venv / STATE)


def pinned(root: Path, package: str) -> str:
    """The version of a package in constraints.txt."""
    match = re.search(rf"^{re.escape(package)}==(\S+)$", (root / "constraints.txt").read_text(encoding="utf-8"), re.M)
    if match is None:
        raise SetupError(f"constraints.txt does not pin {package}: run scripts/setup pins.")
    return match.group(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """One virtual environment, and the lock that its folder is held by."""

    root: Path
    folder: Path
    lock: int  # file descriptor, shared with pip: while an orphaned pip still writes, nobody else starts

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    def usable(self) -> bool:
        """Whether it has a Python that is new enough, and pip."""
        check = "import sys, importlib.util as u; sys.exit(sys.version_info < (3, 11) or u.find_spec('pip') is None)"
        try:
            return subprocess.run([self.python, "-c", check], capture_output=True, check=False).returncode == 0
        except OSError:
            return False

    def bring_to(self, want: State) -> None:
        """Do what the plan says; raises SetupError."""
        have = read_state(self.folder)
        todo = plan(have, want, self.usable)
        if todo is Plan.NOTHING:
            return
        began = time.monotonic()
        if todo is Plan.AFRESH:
            if have is not None:
                say("The environment is unfinished or was moved: making it anew")
            have = None
            self._make(want)
        extras = tuple(sorted({*want.extras, *(have.extras if have else ())}))
        write_state(self.folder, replace(want, extras=extras, finished=False))
        try:
            self._install(extras)
        except CutShortError:
            raise
        except SetupError:
            # Nothing was written yet, so what was there before is still good.
            if have is None:
                (self.folder / STATE).unlink()
            else:
                write_state(self.folder, have)
            raise
        write_state(self.folder, replace(want, extras=extras))
        say(f"Set up in {time.monotonic() - began:.0f} s")

    def _make(self, want: State) -> None:
        say(f"Making {self.folder.name} with Python {sys.version.split()[0]}")
        # Emptied here and not by venv, so that the state file is there from the first moment.
        write_state(self.folder, replace(want, finished=False))
        for entry in self.folder.iterdir():
            if entry.name != STATE:
                shutil.rmtree(entry) if entry.is_dir() and not entry.is_symlink() else entry.unlink()
        self._run("the environment", [sys.executable, "-m", "venv", str(self.folder)])

    def _install(self, extras: tuple[str, ...]) -> None:
        pins = ("-c", str(self.root / "constraints.txt"))
        self._pip("pip", *pins, "pip")
        if "build" in extras:
            self._torch()
        say("Installing the packages (the first time takes some minutes)")
        target = f"{self.root}[{','.join(extras)}]" if extras else str(self.root)
        # A server's user may not be able to write compiled files later; elsewhere the first import of each makes them.
        lazily = ("--no-compile",) if extras else ()
        self._pip("the packages", *lazily, *pins, "--build-constraint", pins[1], "-e", target)

    def _torch(self) -> None:
        """The pinned torch, from its CPU index where that answers: others may add gigabytes of GPU libraries."""
        version = pinned(self.root, "torch")
        check = f"import sys, importlib.metadata as m; sys.exit(m.version('torch').split('+')[0] != {version!r})"
        if subprocess.run([self.python, "-c", check], capture_output=True, check=False).returncode == 0:
            return
        say(f"Installing torch {version}, for building the search artefacts")
        torch = ("--no-compile", "--no-deps", f"torch=={version}")  # its dependencies come with the packages, pinned
        try:
            self._pip("torch", *torch, "--index-url", TORCH_CPU, "--retries", "0", "--timeout", "5")
        except CutShortError:
            raise
        except SetupError:
            self._pip("torch", *torch)

    def _pip(self, what: str, *arguments: str) -> None:
        options = ("--no-input", "--progress-bar", "off", "--disable-pip-version-check")
        self._run(what, [str(self.python), "-m", "pip", "install", *options, *arguments])

    def _run(self, what: str, command: list[str]) -> None:
        log = self.folder / LOG
        with log.open("a", encoding="utf-8") as stream:
            stream.write(f"$ {' '.join(command)}\n")
            stream.flush()
            start = stream.tell()
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream, pass_fds=(self.lock,), check=False
            )
        if done.returncode != 0:
            lines = log.read_bytes()[start:].decode(errors="replace").splitlines()
            why = next((line for line in reversed(lines) if line.startswith("ERROR")), lines[-1] if lines else "")
            hint = f"see {log}, and run this again when the network and the disk are fine"
            written = done.returncode < 0 or any(line.startswith(PIP_WRITES) for line in lines)
            raise (CutShortError if written else SetupError)(f"{what} could not be installed ({why.strip()}): {hint}.")


@contextmanager
def held(folder: Path) -> Iterator[int]:
    """Hold a folder alone, waiting for whoever has it; yields the descriptor of the lock."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another set-up is under way here: waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield lock
    finally:
        os.close(lock)


def portable(report: str) -> str:
    """The packages of a pip installation report as pins for every platform: nothing local, nothing for one GPU."""
    packages = [item["metadata"] for item in json.loads(report)["install"]]
    pins = {package["name"]: package["version"].split("+")[0] for package in packages}
    kept = sorted((name for name in pins if not re.match(NOT_PINNED, name)), key=str.lower)
    head = "# The versions that Matinee is tested with. Made by scripts/setup pins.\n"
    return head + "".join(f"{name}=={pins[name]}\n" for name in kept)


def write_pins(root: Path, python: Path) -> None:
    """Rewrite constraints.txt: its pins stay (delete a line to renew one), new packages join, unused ones go."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    everything = ",".join(project["optional-dependencies"])
    pins = root / "constraints.txt"
    dry = ("--dry-run", "--ignore-installed", "--quiet", "--report", "-")
    command = [str(python), "-m", "pip", "install", *dry, "-c", str(pins), "pip", "setuptools", f"{root}[{everything}]"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        why = next((line for line in done.stderr.splitlines() if line.startswith("ERROR")), done.stderr.strip())
        raise SetupError(
            f"the requirements do not fit together ({why}): delete the pin in question and run this again."
        )
    pins.write_text(portable(done.stdout), encoding="utf-8")


def compile_code(root: Path, python: Path) -> None:
    """Compile the project's own modules, so that a start does not: where they cannot be written, it still starts."""
    rooms = [str(root / room) for room in ("bot", "engine", "index")]
    subprocess.run([str(python), "-m", "compileall", "-q", *rooms], capture_output=True, check=False)


def say(line: str) -> None:
    """Tell the person at the terminal what is going on; standard output stays free for the command that follows."""
    print(line, file=sys.stderr, flush=True)


def main(arguments: list[str]) -> int:
    """Do what scripts/setup was asked for and return the exit code."""
    parser = argparse.ArgumentParser(prog="scripts/setup", description="Make or refresh the environment in .venv.")
    parser.add_argument("what", nargs="?", default="build", choices=[*EXTRAS, "pins"])
    what = parser.parse_args(arguments).what
    given = os.environ.get("MATINEE_VENV")
    folder = Path(given) if given else ROOT / ".venv"
    try:
        if (given or what == "pins") and not (folder / "bin" / "python").exists():
            raise SetupError(f"{folder} has no bin/python: make it first (scripts/setup), or unset MATINEE_VENV.")
        if what == "pins":
            write_pins(ROOT, folder / "bin" / "python")
        elif not given:
            with held(folder) as lock:
                Environment(root=ROOT, folder=folder, lock=lock).bring_to(wanted(ROOT, what))
        compile_code(ROOT, folder / "bin" / "python")
    except SetupError as failed:
        say(str(failed))
        return 1
    except KeyboardInterrupt:
        say("Cut short: the next run makes the environment anew")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
