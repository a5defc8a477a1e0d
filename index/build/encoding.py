"""The vectors of all documents: those of the set before are kept, and those of a killed build too."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from index.encoder import MAX_TOKENS, Encoder
from index.errors import ArtefactError
from index.progress import Progress
from index.vectors import Vectors

KEYS = "documents.json"  # beside the vectors of a set: of which text each is
FURTHER = "further.npz"  # texts that are no film's document: what moods are learned from
_PART = 2048  # documents that are encoded before they are put aside

_DAMAGED = (OSError, ValueError, KeyError, EOFError, BadZipFile)

Known = dict[str, NDArray[np.float32]]


def encoded(
    documents: Sequence[str], encoder: Encoder, model: str, before: Path | None, aside: Path, tell: Progress
) -> tuple[NDArray[np.float32], list[int]]:
    """Vectors (documents, dimensions), and which rows had to be encoded; the others were known by their text.

    `model` names the encoder, `before` is the folder of an earlier set. In `aside` every part is kept as soon as it is
    done, so that a build that was killed goes on where it was; the caller removes it when the set stands.
    """
    keys = [_key(document, model) for document in documents]
    known = _of_set(before) | _parts(aside)
    new = list({key: row for row, key in enumerate(keys) if key not in known}.values())  # the same text only once
    new.sort(key=lambda row: len(documents[row]))  # equal lengths together: little padding
    tell("films", 0, len(new))
    for start in range(0, len(new), _PART):
        rows = new[start : start + _PART]
        found = encoder.encode([documents[row] for row in rows])
        known.update(zip((keys[row] for row in rows), found, strict=True))
        if len(new) > _PART:
            _keep(aside, [keys[row] for row in rows], found)
        tell("films", start + len(rows), len(new))
    vectors = np.zeros((len(documents), encoder.dimensions), dtype=np.float32)
    for row, key in enumerate(keys):
        vectors[row] = known[key]
    return vectors, new


def save_keys(
    documents: Sequence[str], further: Sequence[str], vectors: NDArray[np.float32], model: str, folder: Path
) -> None:
    """Write down which texts the vectors of a set belong to, and `further` texts with their `vectors`."""
    (folder / KEYS).write_text(json.dumps([_key(document, model) for document in documents]), encoding="utf-8")
    np.savez(folder / FURTHER, keys=np.array([_key(text, model) for text in further], dtype=str), vectors=vectors)


def _key(document: str, model: str) -> str:
    return hashlib.sha256(f"{model} {MAX_TOKENS} {document}".encode()).hexdigest()[:24]


def _of_set(before: Path | None) -> Known:
    if before is None:
        return {}
    try:
        keys = json.loads((before / KEYS).read_text(encoding="utf-8"))
        matrix = Vectors.open(before / "vectors.faiss").matrix
        known = dict(zip(keys, matrix, strict=True))
    except (*_DAMAGED, ArtefactError):
        return {}
    with suppress(*_DAMAGED):  # a set of an earlier version lacks it
        known |= _stored(before / FURTHER)
    return known


def _keep(aside: Path, keys: Sequence[str], vectors: NDArray[np.float32]) -> None:
    aside.mkdir(exist_ok=True)
    path = aside / f"{keys[0]}.npz"
    with path.with_suffix(".part").open("wb") as stream:
        np.savez(stream, keys=np.array(keys), vectors=vectors)
        stream.flush()
        os.fsync(stream.fileno())
    path.with_suffix(".part").rename(path)


def _parts(aside: Path) -> Known:
    known: Known = {}
    for path in sorted(aside.glob("*.npz")):
        try:
            known |= _stored(path)
        except _DAMAGED:
            path.unlink()  # it is encoded again
    return known


def _stored(path: Path) -> Known:
    with path.open("rb") as stream, np.load(stream) as part:
        return dict(zip(part["keys"].tolist(), part["vectors"], strict=True))


def forget(aside: Path) -> None:
    """Remove what was put aside."""
    shutil.rmtree(aside, ignore_errors=True)
