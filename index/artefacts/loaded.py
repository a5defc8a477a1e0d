"""One loaded set of artefacts: usable, or an error that says how to mend it."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.artefacts.active import Active, active
from index.artefacts.manifest import Manifest, read_manifest
from index.catalogue import Catalogue
from index.encoder import Encoder
from index.errors import ArtefactError
from index.items import Items
from index.lexical import Lexical
from index.moods import Moods
from index.titles import TitleIndex
from index.vectors import Vectors


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Artefacts:
    """Everything that serving searches, all of one build and in the same row order."""

    active: Active
    manifest: Manifest
    catalogue: Catalogue
    vectors: Vectors
    lexical: Lexical
    moods: Moods
    titles: TitleIndex
    encoder: Encoder
    items: Items | None  # which films are liked by the same people; None: no ratings were given
    ranker: dict[str, Any] | None  # learned weights; None: the package's default


def load(bundle: Path) -> Artefacts:
    """Open the active set of a bundle; raises NothingBuilt, ArtefactError or EncoderError."""
    now = active(bundle)
    folder = bundle / now.catalogue
    manifest = read_manifest(folder)
    # The encoder takes as long as all the rest, and loads without holding the interpreter.
    with ThreadPoolExecutor(max_workers=1) as aside:
        encoder = aside.submit(Encoder.open, folder / "encoder")
        artefacts = Artefacts(
            active=now,
            manifest=manifest,
            catalogue=Catalogue.open(folder / "movies.parquet"),
            vectors=Vectors.open(folder / "vectors.faiss"),
            lexical=Lexical.open(folder / "lexical"),
            moods=Moods.open(folder / "moods.npz"),
            titles=TitleIndex.open(folder / "titles"),
            encoder=encoder.result(),
            items=_items(bundle, now),
            ranker=_ranker(bundle, now),
        )
    films = len(artefacts.catalogue)
    for part in (artefacts.vectors, artefacts.lexical, artefacts.moods.scores):
        if len(part) != films:
            raise ArtefactError(f"{folder} holds parts of different builds: build again with `matinee catalogue build`")
    return artefacts


def _items(bundle: Path, now: Active) -> Items | None:
    if now.taste is None:
        return None
    read_manifest(bundle / now.taste)
    return Items.open(bundle / now.taste / "items")


def _ranker(bundle: Path, now: Active) -> dict[str, Any] | None:
    if now.ranker is None:
        return None
    read_manifest(bundle / now.ranker)
    weights: dict[str, Any] = json.loads((bundle / now.ranker / "weights.json").read_text(encoding="utf-8"))
    return weights
