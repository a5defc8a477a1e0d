"""What the tests of scripts share: modules loaded by path, and made-up programs to run in place of real ones."""

from __future__ import annotations

import importlib.util
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def load() -> Callable[[str], ModuleType]:
    """Load a script's module by its path under scripts/."""

    def loaded(path: str) -> ModuleType:
        name = f"scripts_{Path(path).stem}"
        spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module  # where dataclasses look for their module
        spec.loader.exec_module(module)
        return module

    return loaded


@pytest.fixture
def drawn() -> Callable[[Table], list[str]]:
    """The lines of a table as words, whatever its columns are wide."""

    def lines(table: Table) -> list[str]:
        out = io.StringIO()
        Console(file=out, width=200).print(table)
        return [" ".join(line.split()) for line in out.getvalue().splitlines()]

    return lines


@pytest.fixture
def program() -> Callable[[Path, str], Path]:
    """Write an executable shell script."""

    def written(path: Path, body: str) -> Path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return written


@pytest.fixture
def call() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a command without a terminal; keyword arguments are its environment, beside PATH."""

    def called(*command: str | Path, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(part) for part in command],
            env={"PATH": "/usr/bin:/bin", **environment},
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return called
