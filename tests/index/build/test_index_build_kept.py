"""Whose films are active: a set-up that runs again must not put the starter in place of someone's own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.artefacts import Active, activate, seal
from index.build import kept
from index.errors import ArtefactError


def made(bundle: Path, **about: object) -> None:
    folder = bundle / "catalogue-1"
    folder.mkdir(parents=True)
    (folder / "movies.parquet").write_bytes(b"films")
    seal(folder, "catalogue", about)
    activate(bundle, Active(catalogue="catalogue-1"))


def test_nothing_built_is_nobodys(tmp_path: Path) -> None:
    assert kept(tmp_path) is None


def test_the_starter_is_nobodys(tmp_path: Path) -> None:
    made(tmp_path, films=480, starter=True)
    assert kept(tmp_path) is None


def test_films_of_ones_own_are_kept(tmp_path: Path) -> None:
    made(tmp_path, films=4803, starter=False)
    assert kept(tmp_path) == 4803


def test_damaged_films_of_ones_own_are_not_built_over(tmp_path: Path) -> None:
    made(tmp_path, films=4803, starter=False)
    manifest = tmp_path / "catalogue-1" / "manifest.json"
    manifest.write_text(json.dumps(json.loads(manifest.read_text()) | {"schema": 99}))
    with pytest.raises(ArtefactError, match="build again"):
        kept(tmp_path)
