"""What many tests share: the starter films, built once for all of them."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from filelock import FileLock


@pytest.fixture(scope="session")
def starter_bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle of the starter films. Do not change it: copy it (hard links will do) and change the copy."""
    if find_spec("torch") is None or find_spec("sentence_transformers") is None:
        pytest.skip("building films needs the extra [build]")
    if os.environ.get("DEVB"): return Path(os.environ["DEVB"])
    root = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent  # the one that all workers of this run share
    bundle = root / "starter-bundle"
    with FileLock(root / "starter-bundle.lock"):
        if not (bundle / "active.json").exists():
            # In a process of its own, so that the tests' own processes stay without torch.
            command = [sys.executable, "-m", "bot", "catalogue", "build", "--out", str(bundle)]
            subprocess.run(command, check=True, capture_output=True, cwd=Path(__file__).parent.parent)
    return bundle
