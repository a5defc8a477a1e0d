"""Artefacts on disk: immutable folders with manifests, and one pointer that says which of them are active.

BUNDLE/
  active.json          {"schema": 1, "catalogue": "catalogue-0f3a…", "taste": null, "ranker": null}
  catalogue-0f3a…/     manifest.json  movies.parquet  encoder/  vectors.faiss  lexical/  moods.npz  titles/
  taste-…/             optional
  ranker-…/            optional; a default ships inside the package
"""

from __future__ import annotations

from index.artefacts.active import Active, activate, active, history
from index.artefacts.loaded import Artefacts, load
from index.artefacts.manifest import Manifest, read_manifest, seal, verify

__all__ = [
    "Active",
    "Artefacts",
    "Manifest",
    "activate",
    "active",
    "history",
    "load",
    "read_manifest",
    "seal",
    "verify",
]
