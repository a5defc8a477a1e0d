"""Builds with a tiny encoder: films of the starter, what is encoded and exported noted."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, replace

import pytest

from index.encoder import Encoder


@pytest.fixture
def exports(monkeypatch, tiny_encoder):
    """Lets builds use the tiny encoder, and notes with which model each export was asked for."""
    asked = []

    def export(folder, model=None):
        asked.append(model)
        shutil.copytree(tiny_encoder, folder)

    monkeypatch.setattr("index.encoder.export.export", export)
    return asked


@pytest.fixture
def encoded(monkeypatch):
    """Notes every text that is encoded."""
    texts = []
    encode = Encoder.encode

    def noting(self, some, **options):
        texts.extend(some)
        return encode(self, some, **options)

    monkeypatch.setattr(Encoder, "encode", noting)
    return texts


@pytest.fixture
def films(starter_films):
    """Forty films of the starter, each of them kin to others of these."""
    some = starter_films[::10][:40]
    ids = [film.tmdb for film in some]
    return [replace(film, kin=tuple(i for i in ids[:6] if i != film.tmdb)) for film in some]


@pytest.fixture
def write(tmp_path):
    """Write films to a source file and return it."""

    def written(films, name="films.jsonl"):
        path = tmp_path / name
        path.write_text("".join(json.dumps(asdict(film)) + "\n" for film in films), encoding="utf-8")
        return path

    return written


@pytest.fixture
def bundle(tmp_path):
    return tmp_path / "bundle"
