"""scripts/setup finds a Python that will do, or says in one line what is missing."""

from __future__ import annotations

import shlex
import shutil
import sys

import pytest

# Stand-ins for a Python: the real one runs the script's own question, in a changed world.
CHANGED = """exec {python} -c 'import sys; {change}; exec(sys.argv[1])' "$2" """
OLD = "sys.version_info = (3, 8, 10)"
NO_VENV = 'sys.modules["ensurepip"] = None'
NAMES = ("python3.13", "python3.12", "python3.11", "python3")


@pytest.fixture
def tools(tmp_path):
    """A PATH of its own with the few tools that the script needs and no Python."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in ("sh", "dirname"):
        (folder / name).symlink_to(shutil.which(name))
    return folder


def changed(change: str) -> str:
    return CHANGED.format(python=shlex.quote(sys.executable), change=change)


def test_says_what_to_install_when_every_python_is_too_old(root, tools, program, call):
    program(tools / "python3", changed(OLD))
    done = call(root / "scripts" / "setup", PATH=str(tools))
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "Matinee needs Python 3.11 or newer (found 3.8.10): install it "
        "(Debian and Ubuntu: apt install python3.11-venv; others: python.org) and run this again."
    ]


def test_says_what_to_install_when_there_is_no_python(root, tools, call):
    done = call(root / "scripts" / "setup", PATH=str(tools))
    assert done.returncode == 2
    assert done.stderr.startswith("Matinee needs Python 3.11 or newer: install it")
    assert len(done.stderr.splitlines()) == 1


def test_says_what_to_install_when_the_venv_module_is_missing(root, tools, program, call):
    program(tools / "python3", changed(NO_VENV))
    done = call(root / "scripts" / "setup", PATH=str(tools))
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "python3 has no venv module: install it (Debian and Ubuntu: apt install python3-venv) and run this again."
    ]


@pytest.mark.parametrize("good", NAMES)
def test_takes_the_first_python_that_will_do(root, tools, program, call, good):
    """Those before it are broken, too old or without venv; those after it are not asked."""
    bad = iter(["exit 127", changed(OLD), changed(NO_VENV)])
    for name in NAMES[: NAMES.index(good)]:
        program(tools / name, next(bad))
    program(tools / good, f'case "$1" in -c) exec {shlex.quote(sys.executable)} "$@" ;; *) echo {good} "$@" ;; esac')
    for name in NAMES[NAMES.index(good) + 1 :]:
        program(tools / name, "echo wrong one")
    done = call(root / "scripts" / "setup", "serve", PATH=str(tools))
    assert (done.returncode, done.stdout) == (0, f"{good} {root}/scripts/environment.py serve\n")


def test_the_python_can_be_named(root, tools, program, call):
    program(tools / "python3", "echo wrong one")
    mine = program(tools / "mine", f'case "$1" in -c) exec {shlex.quote(sys.executable)} "$@" ;; *) echo mine ;; esac')
    done = call(root / "scripts" / "setup", PATH=str(tools), MATINEE_PYTHON=str(mine))
    assert done.stdout == "mine\n"


def test_a_ready_environment_is_left_alone(root, tmp_path, program, call):
    program(tmp_path / "ready" / "bin" / "python", "exit 1")
    before = sorted(tmp_path.rglob("*"))
    done = call(sys.executable, root / "scripts" / "environment.py", "test", MATINEE_VENV=str(tmp_path / "ready"))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sorted(tmp_path.rglob("*")) == before


def test_a_ready_environment_that_is_not_there_is_one_line(root, tmp_path, call):
    done = call(sys.executable, root / "scripts" / "environment.py", "test", MATINEE_VENV=str(tmp_path / "none"))
    assert done.returncode == 1
    assert done.stderr == f"{tmp_path}/none has no bin/python: make it first (scripts/setup), or unset MATINEE_VENV.\n"
