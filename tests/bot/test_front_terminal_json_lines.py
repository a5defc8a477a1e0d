"""One JSON value a line: all of them or a complaint that names the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.front_terminal.json_lines import LineError, read


def test_each_line_is_made_into_a_value_and_empty_ones_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_bytes(b'{"a": 1}\r\n\n  \n{"a": "\xe2\x80\xa8"}')  # a line separator is part of a text, not of the file
    assert read(path, lambda raw: raw["a"], "bad") == [1, "\u2028"]


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"a": "x"}', "3"])
def test_what_does_not_fit_is_named_by_file_and_number(tmp_path: Path, line: str) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text(f'{{"a": 1}}\n\n{line}\n')
    with pytest.raises(LineError) as told:
        read(path, lambda raw: int(raw["a"]), "not a thing: write one")
    assert str(told.value) == f"{path}:3: not a thing: write one"


def test_another_fault_is_not_taken_for_a_bad_line(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text("0")
    with pytest.raises(ZeroDivisionError):
        read(path, lambda raw: 1 / raw, "bad")
