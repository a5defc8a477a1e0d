"""scripts/environment.py: when it installs, what it installs, and that an install cut short is mended next time."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest


@pytest.fixture
def environment(load):
    return load("environment.py")


@pytest.fixture
def project(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "constraints.txt").write_text("pip==26.3\ntorch==2.13.0\n")
    return tmp_path


@pytest.fixture
def setup(environment, project, program, monkeypatch):
    """Bring the project's .venv to a state with a made-up venv and pip; returns the commands that were run."""
    venv = project / ".venv"

    def run(what, fail=None, error=environment.SetupError):
        commands = []

        def record(self, what, command):
            state = json.loads((venv / "matinee-setup.json").read_text())
            assert state["finished"] is False, "while something is installed, the state says unfinished"
            commands.append(command)
            if "venv" in command:
                program(venv / "bin" / "python", 'case "$*" in *torch*) exit 1 ;; esac')
            if fail and fail in " ".join(command):
                raise error("broken")

        monkeypatch.setattr(environment.Environment, "_run", record)
        with environment.held(venv) as lock:
            place = environment.Environment(root=project, folder=venv, lock=lock)
            try:
                place.bring_to(environment.wanted(project, what))
            except environment.SetupError:
                commands.append("failed")
        return [step(command) for command in commands]

    return run


def step(command):
    """A short name for a command: venv, pip, torch, torch+ (from the ordinary index) or what is installed from here."""
    if command == "failed":
        return command
    if "venv" in command:
        return "venv"
    if "torch==2.13.0" in command:
        return "torch" if "https://download.pytorch.org/whl/cpu" in command else "torch+"
    return command[-1].replace(command[-1].split("[")[0], ".") if "-e" in command else command[-1]


def test_first_run_makes_everything_and_the_second_nothing(setup, project):
    assert setup("build") == ["venv", "pip", "torch", ".[build]"]
    assert setup("build") == []
    assert setup("serve") == [], "what serving needs is part of it"
    assert json.loads((project / ".venv" / "matinee-setup.json").read_text())["extras"] == ["build"]


def test_serving_does_not_install_torch(setup):
    assert setup("serve") == ["venv", "pip", "."]


def test_extras_add_up(setup, project):
    setup("bench")
    assert setup("test") == ["pip", "torch", ".[build,test]"]
    assert setup("bench") == []


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_requirements_are_installed_into_what_is_there(setup, project, name):
    setup("build")
    with (project / name).open("a") as stream:
        stream.write("# changed\n")
    assert setup("build") == ["pip", "torch", ".[build]"]
    assert setup("build") == []


def test_a_moved_or_broken_environment_is_made_anew(setup, project, program):
    setup("serve")
    (project / ".venv" / "left-over").mkdir()
    state = project / ".venv" / "matinee-setup.json"
    state.write_text(state.read_text().replace(str(project), "/elsewhere"))
    assert setup("serve")[0] == "venv"
    assert not (project / ".venv" / "left-over").exists()
    (project / ".venv" / "bin" / "python").unlink()
    assert setup("serve")[0] == "venv"


def test_an_environment_of_the_persons_own_is_kept_when_it_works(setup, project, program):
    python = project / ".venv" / "bin" / "python"
    program(python, "exit 0")
    assert setup("serve") == ["pip", "."]
    program(python, "exit 1")
    (project / ".venv" / "matinee-setup.json").unlink()
    assert setup("serve") == ["venv", "pip", "."]


def test_a_failure_before_anything_was_written_keeps_what_was_there(setup, project):
    setup("serve")
    before = (project / ".venv" / "matinee-setup.json").read_text()
    assert setup("test", fail="-e") == ["pip", "torch", ".[build,test]", "failed"]
    assert (project / ".venv" / "matinee-setup.json").read_text() == before
    assert setup("serve") == []


def test_a_failure_while_files_were_written_makes_the_next_run_start_anew(setup, environment):
    setup("serve")
    assert setup("test", fail="-e", error=environment.CutShortError)[-1] == "failed"
    assert setup("serve") == ["venv", "pip", "."]


def test_torch_falls_back_to_the_ordinary_index(setup):
    assert setup("build", fail="whl/cpu") == ["venv", "pip", "torch", "torch+", ".[build]"]


def test_torch_that_is_there_is_not_installed_again(setup, program, project):
    setup("serve")
    program(project / ".venv" / "bin" / "python", "exit 0")
    assert setup("build") == ["pip", ".[build]"]


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("echo ERROR: no such package; exit 1", "SetupError"),
        ("echo Installing collected packages: a; echo 'ERROR: disk full'; exit 1", "CutShortError"),
        ("kill -9 $$", "CutShortError"),
    ],
)
def test_what_pip_did_before_it_failed_decides_the_kind_of_failure(environment, project, program, script, error):
    place = environment.Environment(root=project, folder=project, lock=os.open(project, os.O_RDONLY))
    with pytest.raises(environment.SetupError) as failed:
        place._run("the packages", [str(program(project / "pip", script))])
    os.close(place.lock)
    assert type(failed.value).__name__ == error
    assert str(failed.value).startswith("the packages could not be installed (")
    assert "\n" not in str(failed.value)
    if "ERROR" in script:
        assert "(ERROR: " in str(failed.value)


DRIVER = """
import importlib.util, pathlib, sys, time
spec = importlib.util.spec_from_file_location("environment", sys.argv[1])
environment = importlib.util.module_from_spec(spec)
sys.modules["environment"] = environment
spec.loader.exec_module(environment)
root, hang = pathlib.Path(sys.argv[2]), sys.argv[3] == "hang"
def run(self, what, command):
    print("venv" if "venv" in command else command[-1].replace(str(root), "."), flush=True)
    if "venv" in command:
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "python").symlink_to("/bin/true")
    elif hang:
        time.sleep(60)
environment.Environment._run = run
environment.ROOT = root
sys.exit(environment.main(["serve"]))
"""


def start(root, project, how):
    command = [sys.executable, "-c", DRIVER, str(root / "scripts" / "environment.py"), str(project), how]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_run_that_was_killed_is_mended_by_the_next_which_waits_its_turn(root, project, blow):
    with start(root, project, "hang") as first:
        assert [first.stdout.readline(), first.stdout.readline()] == ["venv\n", "pip\n"]
        with start(root, project, "on") as second:
            assert second.stderr.readline() == "Another set-up is under way here: waiting for it\n"
            time.sleep(0.2)
            assert second.poll() is None
            first.send_signal(blow)
            out, err = second.communicate(timeout=30)
    assert first.returncode != 0
    assert second.returncode == 0
    assert err.startswith("The environment is unfinished or was moved: making it anew\n")
    assert out == "venv\npip\n.\n"


def test_pins_hold_for_every_platform(environment):
    versions = {"torch": "2.13.0+cpu", "numpy": "2.4.6", "nvidia-x-cu12": "12.8", "triton": "3.4", "matinee": "0.1.0"}
    found = [{"name": name, "version": version} for name, version in {**versions, "Jinja2": "3.1.6"}.items()]
    report = json.dumps({"install": [{"metadata": package} for package in found]})
    assert environment.portable(report).splitlines()[1:] == ["Jinja2==3.1.6", "numpy==2.4.6", "torch==2.13.0"]


def test_pins_that_do_not_fit_are_one_line(environment, project, program):
    (project / "pyproject.toml").write_text("[project.optional-dependencies]\nx = []\n")
    before = (project / "constraints.txt").read_text()
    python = program(project / "python", "echo WARNING: a >&2; echo 'ERROR: no a==1' >&2; echo b >&2; exit 1")
    with pytest.raises(
        environment.SetupError, match=r"^the requirements do not fit together \(ERROR: no a==1\): delete"
    ):
        environment.write_pins(project, python)
    assert (project / "constraints.txt").read_text() == before
