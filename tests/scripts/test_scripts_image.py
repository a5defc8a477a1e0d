"""The Dockerfile's steps work in an empty folder, without Docker: they are read from it and run as they stand."""

from __future__ import annotations

import fnmatch
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest


@dataclass
class Stage:
    """One stage of the image, built in a folder that stands for its root."""

    root: Path
    workdir: str = "/"
    env: dict[str, str] = field(default_factory=dict)
    rest: dict[str, str] = field(default_factory=dict)

    def there(self, text: str) -> str:
        """The image's own paths (/app, /data), moved into this stage's folder."""
        return re.sub(r"(?<![\w./])/(app|data)\b", rf"{self.root}/\1", text)

    def run(self, command: str | list[str], **more: str) -> subprocess.CompletedProcess[str]:
        outside = {name: value for name, value in os.environ.items() if name.startswith(("PIP_", "HTTP", "SSL_"))}
        inside = {name: self.there(value) for name, value in self.env.items()}
        inside["PATH"] = inside.get("PATH", "$PATH").replace("$PATH", os.environ["PATH"])
        return subprocess.run(
            self.there(command) if isinstance(command, str) else [self.there(part) for part in command],
            shell=isinstance(command, str),
            cwd=self.there(self.workdir),
            env={"HOME": str(self.root), **outside, **inside, **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )


def instructions(root):
    text = (root / "Dockerfile").read_text()
    lines = [line for line in text.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]
    return [line.split(maxsplit=1) for line in lines]


def context(root, target):
    """Copy the build context, without what .dockerignore leaves out."""
    patterns = [line for line in (root / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]

    def left_out(folder, names):
        top = Path(folder) == root
        hidden = {pattern.removeprefix("**/") for pattern in patterns if top or pattern.startswith("**/")}
        return {name for name in names if any(fnmatch.fnmatch(name, pattern) for pattern in hidden)}

    shutil.copytree(root, target, ignore=left_out, dirs_exist_ok=True)


def build(root, folder, more):
    """Follow the Dockerfile and return its stages; `more` is the environment to add, by stage."""
    stages: dict[str, Stage] = {}
    for word, rest in instructions(root):
        if word == "FROM":
            name = rest.split(" AS ")[-1] if " AS " in rest else "served"
            stage = stages[name] = Stage(root=folder / name)
            stage.root.mkdir()
        elif word == "WORKDIR":
            stage.workdir = rest
            Path(stage.there(rest)).mkdir(parents=True, exist_ok=True)
        elif word == "ENV":
            stage.env |= dict(pair.split("=", 1) for pair in shlex.split(rest))
        elif word == "COPY" and rest == ". .":
            context(root, Path(stage.there(stage.workdir)))
        elif word == "COPY":
            source, origin, target = re.fullmatch(r"--from=(\w+) (\S+) (\S+)", rest).groups()
            shutil.copytree(stages[source].there(origin), stage.there(target))
        elif word == "RUN":
            done = stage.run(rest, **more[name])
            assert done.returncode == 0, f"RUN {rest}\n{done.stdout}\n{done.stderr}"
        else:
            stage.rest[word] = rest
    return stages


def test_two_stages_and_the_second_is_not_root(root):
    words = [word for word, _ in instructions(root)]
    assert words.count("FROM") == 2
    last = dict(instructions(root))  # the last of each word
    user, group = last["USER"].split(":")
    assert int(user) > 0
    assert group == "0"
    assert last["VOLUME"] == "/data"
    assert last["HEALTHCHECK"].endswith('CMD ["matinee", "doctor", "--alive"]')
    assert json.loads(last["CMD"]) == ["scripts/start"]


def test_secrets_and_what_was_made_here_stay_out_of_the_image(tmp_path, root):
    made = (
        "bundle/x",
        "var/x",
        "tests/x",
        ".git/x",
        ".venv/x",
        "bot/.env",
        "bot/__pycache__/x",
        ".mypy_cache/x",
        ".env",
    )
    kept = ("index/build/x", "index/starter/x", "bot/tests.py", "constraints.txt", "scripts/setup")
    source = tmp_path / "source"
    for name in (*made, *kept):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).touch()
    shutil.copy(root / ".dockerignore", source / ".dockerignore")
    context(source, tmp_path / "image")
    copied = {str(path.relative_to(tmp_path / "image")) for path in (tmp_path / "image").rglob("*") if path.is_file()}
    assert copied == {*kept, ".dockerignore"}


@pytest.fixture
def package_index(root, call):
    """Skip where no package can be had: the serving stage is installed for real."""
    pip = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--retries", "0"]
    pin = next(line for line in (root / "constraints.txt").read_text().splitlines() if line.startswith("idna=="))
    settings = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    if call(*pip, pin, **{**settings, "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}).returncode:
        pytest.skip("no package index within reach, and the image's steps install packages")


@pytest.mark.slow
@pytest.mark.usefixtures("package_index")
def test_the_steps_of_the_image_work_in_an_empty_folder(root, tmp_path):
    """The build stage uses this environment (MATINEE_VENV), to install torch once; the serving stage makes its own."""
    sooner = {"PIP_NO_COMPILE": "0"}  # pip reads this one upside down: 0 means that nothing is compiled
    stages = build(root, tmp_path, {"build": {"MATINEE_VENV": sys.prefix}, "served": sooner})
    served = stages["served"]
    bundle = Path(served.there("/app/bundle"))
    assert (bundle / "active.json").is_file()
    python = Path(served.there("/app/.venv/bin/python"))
    here = [sys.executable, "-c", "import importlib.util as u; print(u.find_spec('torch') is not None)"]
    assert served.run([str(python), *here[1:]]).stdout == "False\n", "serving has no torch"
    shutil.rmtree(stages["build"].root)

    opened = served.run(json.loads(served.rest["CMD"]))
    assert opened.returncode == 0, opened.stderr
    assert re.search(r"\((19|20)\d\d\)", opened.stdout), "the example chat shows films"
    said = served.run(["scripts/start", "chat", "--say", "something feel-good"])
    assert said.returncode == 0, said.stderr
    assert re.search(r"\((19|20)\d\d\)", said.stdout)
    assert Path(served.there("/data")).stat().st_mode & 0o777 == 0o770
