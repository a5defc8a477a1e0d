"""A folder, a zip, one file or what somebody sent, all seen alike: files by name, read without their gzip."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, cast

from index.errors import SourceError

_UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError)
"""What reading a file may raise that is none, is cut off, is locked with a password or packed in an odd way."""
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Files by their name inside: "ratings.csv", "likes/films.csv"; a top folder that holds everything is left out."""

    label: str
    files: Mapping[str, Callable[[], IO[bytes]]]

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """A file as a stream of its plain bytes; raises SourceError when it cannot be read."""
        try:
            with self.files[name]() as raw:
                head = raw.read(2)
                raw.seek(0)
                if head == _GZIP:
                    with gzip.open(raw) as unpacked:
                        yield cast("IO[bytes]", unpacked)
                else:
                    yield raw
        except _UNREADABLE as broken:
            raise SourceError(f"{self.label}: {name} cannot be read ({broken}): get the file again") from broken

    def read(self, name: str, most: int | None = None) -> bytes:
        """All bytes of a file; raises SourceError when it cannot be read or holds more than `most` bytes."""
        with self.open(name) as stream:
            data = stream.read(-1 if most is None else most + 1)
        if most is not None and len(data) > most:
            raise SourceError(f"{self.label}: {name} is larger than {most // 2**20} MB: give the export as it came")
        return data

    def head(self, name: str, size: int = 4096) -> bytes:
        """The first bytes of a file, to see of which form it is."""
        with self.open(name) as stream:
            return stream.read(size)


def at(path: Path) -> Holding:
    """What lies at a path: a folder (two levels deep), a zip, or one file; raises SourceError."""
    if not path.exists():
        raise SourceError(f"{path} does not exist: name a folder, a zip or a file of ratings")
    if path.is_dir():
        found = sorted(p for pattern in ("*", "*/*") for p in path.glob(pattern) if p.is_file())
        files = {_plain(p.relative_to(path).as_posix()): _opener(p) for p in found}
        return Holding(label=path.name or str(path), files=files)
    if zipfile.is_zipfile(path):
        return _zipped(lambda: zipfile.ZipFile(path), path.name)
    return Holding(label=path.name, files={_plain(path.name): _opener(path)})


def sent(data: bytes, name: str = "") -> Holding:
    """What somebody sent, by its bytes and the name that the file had; raises SourceError."""
    if zipfile.is_zipfile(io.BytesIO(data)):
        return _zipped(lambda: zipfile.ZipFile(io.BytesIO(data)), name or "the file")
    return Holding(label=name or "the file", files={_plain(name or "file"): lambda: io.BytesIO(data)})


def _opener(path: Path) -> Callable[[], IO[bytes]]:
    return lambda: path.open("rb")


def _zipped(opened: Callable[[], zipfile.ZipFile], label: str) -> Holding:
    try:
        with opened() as archive:
            inside = [i.filename for i in archive.infolist() if not i.is_dir() and "__MACOSX" not in i.filename]
    except _UNREADABLE as broken:
        raise SourceError(f"{label} is no usable zip ({broken}): get the file again") from broken

    def member(name: str) -> Callable[[], IO[bytes]]:
        return lambda: opened().open(name)  # the archive closes with its last open member

    parts = {name: PurePosixPath(name).parts for name in inside}
    strip = len({first for first, *_ in parts.values()}) == 1 and min(map(len, parts.values())) > 1
    return Holding(label=label, files={_plain("/".join(p[strip:])): member(name) for name, p in parts.items()})


def _plain(name: str) -> str:
    return name.removesuffix(".gz")
