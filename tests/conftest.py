"""What many tests share: the starter films, built once for all of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from filelock import FileLock

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def starter_bundle(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of the starter films, to be read only; `own_bundle` is one to change.

    It is kept in pytest's cache from run to run, where a build only makes what changed since, and every run has a copy
    of its own, which a run beside it cannot pull away.
    """
    if find_spec("torch") is None or find_spec("sentence_transformers") is None:
        pytest.skip("building films needs the extra [build]")
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent  # the one that all workers of this run share
    bundle = root / "starter-bundle"
    kept = request.config.cache.mkdir("starter-bundle") if request.config.cache else root / "starter-bundle-built"
    with FileLock(kept.with_suffix(".lock")):
        if not bundle.exists():
            # In a process of its own, so that the tests' own processes stay without torch.
            command = [sys.executable, "-m", "bot", "catalogue", "build", "--out", str(kept)]
            done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
            assert done.returncode == 0, done.stderr
            shutil.copytree(kept, bundle, copy_function=_link)
    return bundle


@pytest.fixture
def own_bundle(starter_bundle: Path, tmp_path: Path) -> Path:
    """A bundle of the starter films for one test, which may delete or replace its files, but not write into them."""
    own = tmp_path / "bundle"
    shutil.copytree(starter_bundle, own, copy_function=_link)
    return own


def _link(source: str, target: str) -> None:
    """A hard link where it will do, so that a copy takes neither time nor room."""
    if Path(source).name == "active.json":  # tests write it
        shutil.copy2(source, target)
        return
    try:
        os.link(source, target)
    except OSError:  # another disk
        shutil.copy2(source, target)
