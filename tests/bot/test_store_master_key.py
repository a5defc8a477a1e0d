from __future__ import annotations

import base64
import os
import stat
import threading
from pathlib import Path

import pytest

from bot.errors import DataKeyError, StoreError
from bot.store import master_key

KEY = bytes(range(200, 232))  # its base64 has both letters in which the two alphabets differ


@pytest.mark.parametrize(
    "written",
    [
        base64.b64encode(KEY).decode(),
        base64.urlsafe_b64encode(KEY).decode(),
        base64.urlsafe_b64encode(KEY).decode().rstrip("="),
        f" {base64.b64encode(KEY).decode()}\n",
    ],
)
def test_a_given_key_is_read_in_any_base64_and_makes_no_file(written: str, tmp_path: Path) -> None:
    assert master_key(written, tmp_path) == KEY
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("written", ["", "short", base64.b64encode(KEY[:31]).decode(), "ä" * 44, "not base64 !"])
def test_a_wrong_key_is_refused_in_one_line_without_showing_it(written: str, tmp_path: Path) -> None:
    with pytest.raises(DataKeyError) as caught:
        master_key(written, tmp_path)
    message = "MATINEE_DATA_KEY is not a data key of 32 bytes in base64: make one with: openssl rand -base64 32."
    assert str(caught.value) == message
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_without_a_given_key_a_file_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    first = master_key(None, home)
    file = home / "data.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert base64.b64decode(file.read_text()) == first
    assert [path.name for path in home.iterdir()] == ["data.key"], "no draft is left"
    assert master_key(None, home) == first
    assert master_key(file.read_text(), tmp_path) == first, "the file's line can move to MATINEE_DATA_KEY"
    assert master_key(None, tmp_path) != first


def test_many_starting_at_once_agree_on_one_key(tmp_path: Path) -> None:
    gate, keys = threading.Barrier(8), []

    def start() -> None:
        gate.wait()
        keys.append(master_key(None, tmp_path))

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 8
    assert len(set(keys)) == 1


def test_a_damaged_key_file_is_named_and_not_replaced(tmp_path: Path) -> None:
    file = tmp_path / "data.key"
    file.write_bytes(b"\xffhalf")
    with pytest.raises(DataKeyError, match=r"data\.key is not a data key of 32 bytes in base64: put the file back"):
        master_key(None, tmp_path)
    assert file.read_bytes() == b"\xffhalf"


def test_a_home_that_cannot_be_made_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"key file .*data\.key cannot be used: (File exists|Not a directory)"):
        master_key(None, tmp_path / "file")


def test_a_key_file_is_whole_even_when_writing_it_is_cut_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", cut)
    with pytest.raises(StoreError, match="No space left on device"):
        master_key(None, tmp_path)
    assert list(tmp_path.iterdir()) == []
