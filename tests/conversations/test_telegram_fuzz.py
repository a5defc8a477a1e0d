"""Updates that nobody should send, by the command that sends many more of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["polling", "webhook"])
def test_nothing_breaks_and_nobody_else_is_touched(starter_bundle, mode):
    program = ROOT / "scripts" / "benchmarks" / "fuzz.py"
    command = [sys.executable, str(program), "--mode", mode, "--updates", "500", "--bundle", str(starter_bundle)]
    environment = os.environ | {"MATINEE_DATA_KEY": "", "MATINEE_ADMIN_CHATS": ""}
    done = subprocess.run(command, cwd=ROOT, env=environment, text=True, capture_output=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("nothing broke, nobody else was touched, one line for whatever was refused\n")
