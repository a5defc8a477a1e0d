"""The chat that README.md leads with is what Matinee says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_chat_in_the_readme_is_true(starter_bundle: Path) -> None:
    command = [sys.executable, "scripts/readme", "--check", "--bundle", str(starter_bundle)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
