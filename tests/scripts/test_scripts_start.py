"""scripts/start and scripts/run: which front end opens, and that arguments arrive as they were typed."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess

import pytest

# Prints what follows "-P -m bot", one argument a line.
FAKE_PYTHON = '[ "$1 $2 $3" = "-P -m bot" ] || exit 9; shift 3; for a in "$@"; do echo "<$a>"; done'


@pytest.fixture
def clone(root, tmp_path, program):
    """A folder with the scripts and a made-up environment."""
    folder = tmp_path / "a clone"
    (folder / "scripts").mkdir(parents=True)
    for name in ("start", "run"):
        shutil.copy(root / "scripts" / name, folder / "scripts" / name)
    program(folder / ".venv" / "bin" / "python", FAKE_PYTHON)
    return folder


def in_terminal(script, cwd, **environment):
    """What a script prints when its standard input and output are a terminal."""
    ours, theirs = pty.openpty()
    subprocess.run(
        [script], stdin=theirs, stdout=theirs, cwd=cwd, env={"PATH": "/usr/bin:/bin", **environment}, check=True
    )
    os.close(theirs)
    printed = os.read(ours, 10_000).decode()
    os.close(ours)
    return printed.replace("\r\n", "\n")


def test_arguments_go_to_the_command_line_as_they_are(clone, tmp_path, call):
    done = call(clone / "scripts" / "start", "chat", "--say", 'two  words "and" $more', "", cwd=tmp_path)
    assert done.stdout == '<chat>\n<--say>\n<two  words "and" $more>\n<>\n'


def test_without_a_terminal_it_plays_the_example(clone, call):
    assert call(clone / "scripts" / "start").stdout == "<demo>\n"


def test_in_a_terminal_it_chats(clone, tmp_path):
    assert in_terminal(clone / "scripts" / "start", tmp_path) == "<chat>\n"


def test_a_token_in_the_environment_serves(clone, tmp_path, call):
    assert call(clone / "scripts" / "start", TELEGRAM_BOT_TOKEN="1:a").stdout == "<serve>\n"
    assert in_terminal(clone / "scripts" / "start", tmp_path, TELEGRAM_BOT_TOKEN="1:a") == "<serve>\n"


@pytest.mark.parametrize(
    "line", ["TELEGRAM_BOT_TOKEN=1:a", "export TELEGRAM_BOT_TOKEN = '1:a'", '# x\n  TELEGRAM_BOT_TOKEN="1:a" # y']
)
def test_a_token_in_the_env_file_serves_from_anywhere(clone, tmp_path, call, line):
    (clone / ".env").write_text(f"MATINEE_LOG_LEVEL=info\n{line}\n")
    assert call(clone / "scripts" / "start", cwd=tmp_path).stdout == "<serve>\n"
    assert call(clone / "scripts" / "start", cwd=tmp_path, TELEGRAM_BOT_TOKEN="").stdout == "<serve>\n"


@pytest.mark.parametrize("line", ["TELEGRAM_BOT_TOKEN=", "TELEGRAM_BOT_TOKEN=''", "#TELEGRAM_BOT_TOKEN=1:a", "X=1", ""])
def test_no_token_in_the_env_file_does_not_serve(clone, call, line):
    (clone / ".env").write_text(f"{line}\n")
    assert call(clone / "scripts" / "start").stdout == "<demo>\n"


def test_the_packages_beside_the_script_are_the_ones_that_run(clone, program, call):
    program(clone / ".venv" / "bin" / "python", 'echo "$PYTHONPATH"')
    assert call(clone / "scripts" / "start").stdout == f"{clone}\n"
    assert call(clone / "scripts" / "start", PYTHONPATH="/mine").stdout == f"{clone}:/mine\n"


def test_without_an_environment_it_says_so_in_one_line(clone, call):
    shutil.rmtree(clone / ".venv")
    done = call(clone / "scripts" / "start")
    assert (done.returncode, done.stderr) == (2, "Matinee is not set up yet: run scripts/run.\n")


def test_run_sets_up_then_builds_then_starts(clone, tmp_path, program, call):
    program(clone / "scripts" / "setup", 'echo "<setup> <$*>" >&2')
    done = call(clone / "scripts" / "run", "find", "two words", cwd=tmp_path)
    assert done.stdout == "<find>\n<two words>\n", "only what was asked for goes to standard output"
    assert done.stderr == "<setup> <build>\n<catalogue>\n<build>\n<--if-needed>\n"
    assert call(clone / "scripts" / "run").stdout == "<demo>\n"


@pytest.mark.parametrize("broken", ["setup", "catalogue"])
def test_run_stops_where_a_step_fails(clone, program, call, broken):
    program(clone / "scripts" / "setup", "exit 3" if broken == "setup" else "exit 0")
    program(clone / ".venv" / "bin" / "python", '[ "$4" != catalogue ] || exit 3; echo started')
    done = call(clone / "scripts" / "run")
    assert (done.returncode, done.stdout) == (3, "")
