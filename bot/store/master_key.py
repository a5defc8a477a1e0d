"""Where the master key is kept: in MATINEE_DATA_KEY, else in a file beside the database that only its owner reads."""

from __future__ import annotations

import base64
import binascii
import os
import secrets
from pathlib import Path

from bot.errors import DataKeyError, StoreError
from bot.store.sealing import KEY_BYTES, new_key

KEY_FILE = "data.key"
_NEXT = "data.key.next"
_MEND = "make one with: openssl rand -base64 32"


def master_key(data_key: str | None, home: Path) -> bytes:
    """The 32 bytes that seal everything: `data_key` in base64, else the key file in `home`, made when there is none.

    Raises:
        DataKeyError: The key is not 32 bytes in base64.
        StoreError: The key file cannot be read or made.

    """
    if data_key is not None:
        return _decoded(data_key, "MATINEE_DATA_KEY", _MEND)
    path = home / KEY_FILE
    try:
        if not path.exists():
            _make(path)
        written = path.read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise StoreError(f"The key file {path} cannot be used: {error.strerror}. Mend its folder or rights.") from error
    return _decoded(written, str(path), "put the file back from a backup")


def next_key(home: Path) -> bytes:
    """A new key for the key file, kept beside it until `adopt`; the same again when it was not adopted.

    Raises:
        DataKeyError: What is kept beside the key file is no key.
        StoreError: It cannot be read or made.

    """
    path = home / _NEXT
    try:
        if not path.exists():
            _make(path)
        return _decoded(path.read_text(encoding="ascii", errors="replace"), str(path), "delete it")
    except OSError as error:
        raise StoreError(f"The key file {path} cannot be used: {error.strerror}. Mend its folder or rights.") from error


def adopt(home: Path) -> None:
    """Make the key that `next_key` gave the key file's own, whole or not at all; the old one is gone."""
    os.replace(home / _NEXT, home / KEY_FILE)
    _sync_folder(home)


def _decoded(written: str, place: str, mend: str) -> bytes:
    # Both base64 alphabets, with or without padding.
    letters = written.strip().translate(str.maketrans("-_", "+/")).rstrip("=")
    try:
        key = base64.b64decode(letters + "=" * (-len(letters) % 4), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise DataKeyError(f"{place} is not a data key of {KEY_BYTES} bytes in base64: {mend}.")
    return key


def _make(path: Path) -> None:
    """A new key file, whole or not at all; when two processes make one at a time, the first one stays."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(base64.b64encode(new_key()) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The new name in the folder reaches the disk before anything is sealed with the key."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
