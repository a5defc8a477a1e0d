"""scripts/check and scripts/test run everything, name what failed, and pass pytest its arguments."""

from __future__ import annotations

import shutil

import pytest

NAMES = {
    "-m ruff check": "ruff check",
    "-m ruff format": "ruff format",
    "-m mypy --no-error-summary$": "mypy",
    "-m mypy .*scripts": "mypy on scripts",
    "lint-imports": "import order",
}


@pytest.fixture
def clone(root, tmp_path, program):
    """A folder with the scripts and an environment in which every command succeeds, but for what `broken` matches."""
    (tmp_path / "scripts").mkdir()
    for name in ("check", "test"):
        shutil.copy(root / "scripts" / name, tmp_path / "scripts" / name)
    program(tmp_path / "scripts" / "setup", '[ "$*" = test ]')
    (tmp_path / "broken").write_text("nothing at all\n")
    for name in ("python", "lint-imports"):
        program(
            tmp_path / ".venv" / "bin" / name,
            f'command="{name} $*"; echo "$command" >>"{tmp_path}/commands"\n'
            f'! echo "$command" | grep -Eqf "{tmp_path}/broken"',
        )
    return tmp_path


def commands(clone):
    return (clone / "commands").read_text().splitlines()


def test_all_checks_pass(clone, call):
    done = call(clone / "scripts" / "check", cwd=clone.parent)
    assert (done.returncode, done.stdout) == (0, "Checks passed\n")
    assert len(commands(clone)) == len(NAMES)


@pytest.mark.parametrize("pattern", NAMES)
def test_a_failed_check_is_named_and_the_others_still_run(clone, call, pattern):
    (clone / "broken").write_text(f"{pattern}\n")
    done = call(clone / "scripts" / "check")
    assert done.returncode == 1
    assert done.stderr == f"Checks failed: {NAMES[pattern]}\n"
    assert len(commands(clone)) == len(NAMES)


def test_several_failed_checks_are_all_named(clone, call):
    (clone / "broken").write_text("ruff\n")
    assert call(clone / "scripts" / "check").stderr == "Checks failed: ruff check, ruff format\n"


def test_the_suite_runs_after_the_checks_on_two_processes(clone, call):
    done = call(clone / "scripts" / "test", "tests/index", "-k", "a or b", cwd=clone.parent)
    assert done.returncode == 0
    assert commands(clone)[-1] == "python -m pytest -n 3 --dist worksteal tests/index -k a or b"


def test_the_suite_does_not_run_when_a_check_fails(clone, call):
    (clone / "broken").write_text("mypy\n")
    assert call(clone / "scripts" / "test").returncode == 1
    assert not [command for command in commands(clone) if "pytest" in command]


def test_the_exit_code_is_that_of_the_suite(clone, call):
    (clone / "broken").write_text("pytest\n")
    assert call(clone / "scripts" / "test").returncode == 1
