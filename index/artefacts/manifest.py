"""What an artefact folder holds and how it was made, with a hash of every file."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from index.errors import ArtefactError

SCHEMA = 1
MANIFEST = "manifest.json"
_AGAIN = "build again with `matinee catalogue build`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The contents of one artefact folder."""

    schema: int
    kind: str  # catalogue, taste or ranker
    made: Mapping[str, Any]  # how: inputs, parameters, counts; plain JSON values
    files: Mapping[str, Mapping[str, Any]]  # path inside the folder to {"bytes", "sha256"}


def seal(folder: Path, kind: str, made: Mapping[str, Any]) -> Manifest:
    """Hash every file of a finished folder and write its manifest, durably."""
    files = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != MANIFEST):
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
            os.fsync(stream.fileno())
        files[str(path.relative_to(folder))] = {"bytes": path.stat().st_size, "sha256": digest}
    manifest = Manifest(schema=SCHEMA, kind=kind, made=dict(made), files=files)
    write_durably(folder / MANIFEST, json.dumps(asdict(manifest), indent=1, sort_keys=True))
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder whose files all have their right sizes.

    Raises ArtefactError when it is missing, of another schema, or a file is missing or of another size.
    """
    try:
        raw = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if raw["schema"] != SCHEMA:
            raise ArtefactError(f"{folder} has artefact schema {raw['schema']}, this version reads {SCHEMA}: {_AGAIN}")
        manifest = Manifest(**raw)
        changed = [name for name, entry in manifest.files.items() if not _sized(folder / name, entry)]
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise ArtefactError(f"{folder} has no manifest: {_AGAIN}") from missing
    except (ValueError, TypeError, KeyError, AttributeError) as broken:
        raise ArtefactError(f"{folder / MANIFEST} cannot be read: {_AGAIN}") from broken
    if changed:
        raise ArtefactError(f"{folder / changed[0]} is missing or was changed: {_AGAIN}")
    return manifest


def _sized(path: Path, entry: Mapping[str, Any]) -> bool:
    return path.is_file() and path.stat().st_size == entry["bytes"]


def verify(folder: Path) -> Manifest:
    """Like read_manifest, and every hash is checked; raises ArtefactError at the first that differs."""
    manifest = read_manifest(folder)
    for name, entry in manifest.files.items():
        with (folder / name).open("rb") as stream:
            if hashlib.file_digest(stream, "sha256").hexdigest() != entry.get("sha256"):
                raise ArtefactError(f"{folder / name} was changed since it was made: {_AGAIN}")
    return manifest


def write_durably(path: Path, text: str) -> None:
    """Replace a file so that a crash leaves either the old or the new one: write, fsync, rename, fsync the folder."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with temporary.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
