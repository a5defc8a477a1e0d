"""MovieLens releases, downloaded from their publisher: checked, and gone on with where it was cut off."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import requests
import stamina

from index.errors import SourceError

SITE = "https://files.grouplens.org/datasets/movielens/"
RELEASES = ("100k", "1m", "10m", "20m", "25m", "32m", "latest", "latest-small")
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many bytes of it are there, and how many there are (0: not said)."""

_CHUNK = 1 << 13  # bytes; so many at most are lost when the connection breaks
_TIMEOUT = (10, 60)  # seconds: to connect, and of silence
_PARTIAL, _DONE_ALREADY = 206, 416  # HTTP: a range is sent; there is nothing behind what we have


def download(name: str, folder: Path, *, site: str = SITE, progress: Progress | None = None) -> Path:
    """The zip of a release ("1m" or "ml-1m") in `folder`, which `load` reads as it is.

    A file that is there and whole is not downloaded again. What a cut connection or a stopped program left is gone on
    with. It is whole when it has the size and the md5 that the publisher says.

    Raises:
        SourceError: There is no such release, the publisher cannot be reached, or what came is damaged.
        OSError: The folder cannot be written.

    """
    release = name.lower().removesuffix(".zip").removeprefix("ml-")
    if release not in RELEASES:
        raise SourceError(f"there is no MovieLens release {name!r}: take one of {', '.join(RELEASES)}")
    file = f"ml-{release}.zip"
    target, part = folder / file, folder / f"{file}.part"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        md5 = _md5(f"{site}{file}.md5")
        if target.exists() and _whole(target, md5):
            return target
        _fetch(f"{site}{file}", part, progress or (lambda what, done, total: None))
    except requests.RequestException as broken:
        raise SourceError(
            f"{site}{file} cannot be had ({type(broken).__name__}): try again later, it goes on where it stopped"
        ) from broken
    if not _whole(part, md5):
        part.unlink()
        raise SourceError(f"{site}{file} came damaged and was deleted: download it again")
    part.replace(target)
    return target


class _Unfinished(requests.RequestException):
    """Fewer bytes came than were announced."""


def _passing(broken: Exception) -> bool:
    """Whether a try later may go well: connections that break, and servers that are busy."""
    if isinstance(broken, requests.HTTPError):
        status = broken.response.status_code if broken.response is not None else 500
        return status == 429 or status >= 500
    return isinstance(broken, requests.RequestException)


@stamina.retry(on=_passing, attempts=5)
def _md5(url: str) -> str | None:
    """The hash that the publisher says, in hex; None when none is published."""
    answer = requests.get(url, timeout=_TIMEOUT)
    if answer.status_code == requests.codes.not_found:
        return None
    answer.raise_for_status()
    found = re.search(r"\b[0-9a-fA-F]{32}\b", answer.text)
    return found[0].lower() if found else None


@stamina.retry(on=_passing, attempts=5)
def _fetch(url: str, part: Path, tell: Progress) -> None:
    """Add to `part` what it lacks; after a break of the connection the next try goes on from there."""
    have = part.stat().st_size if part.exists() else 0
    # Bytes as they lie on the disk there: a packed answer would have other sizes.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    with requests.get(url, headers=headers, stream=True, timeout=_TIMEOUT) as answer:
        if answer.status_code == _DONE_ALREADY:
            return
        answer.raise_for_status()
        if answer.status_code != _PARTIAL:
            have = 0
        total = have + int(answer.headers.get("Content-Length", 0))
        what = url.rpartition("/")[2]
        tell(what, have, total)
        with part.open("ab" if have else "wb") as stream:
            for chunk in answer.iter_content(_CHUNK):
                stream.write(chunk)
                have += len(chunk)
                tell(what, have, total)
    if have < total:
        raise _Unfinished(f"{have:,} of {total:,} bytes came")


def _whole(path: Path, md5: str | None) -> bool:
    """Whether a file has its md5; where none is published, whether it is a zip with sound checksums."""
    if md5 is None:
        try:
            with zipfile.ZipFile(path) as archive:
                return archive.testzip() is None
        except (zipfile.BadZipFile, OSError):
            return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.md5(usedforsecurity=False)).hexdigest() == md5
