"""One build at a time in a bundle, in a folder of its own that is gone afterwards."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import ArtefactError


@contextmanager
def alone(bundle: Path) -> Iterator[Path]:
    """Hold a bundle against other builds, with an empty folder to work in; what a killed build left there goes.

    Raises:
        ArtefactError: Another build is at work.

    """
    bundle.mkdir(parents=True, exist_ok=True)
    working = bundle / ".building"
    lock = os.open(bundle, os.O_RDONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise ArtefactError(f"another build is at work in {bundle}: wait until it is done") from busy
        shutil.rmtree(working, ignore_errors=True)
        working.mkdir()
        try:
            yield working
        finally:
            shutil.rmtree(working, ignore_errors=True)
    finally:
        os.close(lock)
