"""From films to a searchable set of artefacts: written beside the old set, then activated at once."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import catalogue, sources
from index.artefacts import Active, activate, active, seal
from index.catalogue import Catalogue
from index.encoder import Encoder
from index.errors import ArtefactError
from index.lexical import Lexical
from index.moods import Moods, by_hand
from index.moods import model as mood_model
from index.movie import Movie
from index.sources import Report, starter
from index.titles import TitleIndex
from index.vectors import Vectors

FORMAT = 1  # raised when the same films would give other files
Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done, and how much there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did."""

    folder: Path
    films: int
    encoded: int  # documents that had to be encoded; the rest came from the set before
    reports: tuple[Report, ...]
    fresh: bool  # False: these films were built already and nothing was done


def build(paths: Sequence[Path], bundle: Path, *, model: str | None = None, progress: Progress | None = None) -> Built:
    """Read films from `paths` (none: the starter), build what serving needs into `bundle`, and activate it.

    Documents whose text did not change since the active set keep their vectors. Raises SourceError, EncoderError or
    ArtefactError; the active set stays as it was then.
    """
    tell = progress or (lambda what, done, total: None)
    movies, reports = _read(paths)
    digest = _digest(movies, model)
    name = f"catalogue-{digest[:12]}"
    before = _previous(bundle)
    if before and before.catalogue == name:
        return Built(folder=bundle / name, films=len(movies), encoded=0, reports=reports, fresh=False)
    bundle.mkdir(parents=True, exist_ok=True)
    working = bundle / f".building-{os.getpid()}"
    shutil.rmtree(working, ignore_errors=True)
    working.mkdir()
    try:
        encoded = _write(movies, working, model, bundle / before.catalogue if before else None, tell)
        sealed = {
            "films": len(movies),
            "sources": [r.lines() for r in reports],
            "model": model or "all-MiniLM-L6-v2",
            "digest": digest,
            "format": FORMAT,
        }
        seal(working, "catalogue", sealed)
        shutil.rmtree(bundle / name, ignore_errors=True)
        working.rename(bundle / name)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    activate(bundle, replace(before, catalogue=name) if before else Active(catalogue=name))
    return Built(folder=bundle / name, films=len(movies), encoded=encoded, reports=reports, fresh=True)


def _read(paths: Sequence[Path]) -> tuple[list[Movie], tuple[Report, ...]]:
    written, report = starter.load()
    if not paths:
        return written, (report,)
    movies: dict[int, Movie] = {}
    reports = []
    for path in paths:
        found, report = sources.load(path)
        reports.append(report)
        for movie in found:
            if movie.tmdb in movies:
                report.dropped["already there from an earlier file"] += 1
                report.films -= 1
            else:
                movies[movie.tmdb] = movie
    return starter.enrich(list(movies.values()), written), tuple(reports)


def _digest(movies: Sequence[Movie], model: str | None) -> str:
    state = hashlib.sha256(f"{FORMAT} {model}".encode())
    for movie in movies:
        state.update(repr(astuple(movie)).encode())
    state.update((Path(mood_model.__file__).parent / "axes.toml").read_bytes())
    return state.hexdigest()


def _previous(bundle: Path) -> Active | None:
    try:
        return active(bundle)
    except ArtefactError:
        return None


def _write(movies: list[Movie], folder: Path, model: str | None, before: Path | None, tell: Progress) -> int:
    tell("catalogue", 0, 1)
    catalogue.write(movies, folder / "movies.parquet")
    TitleIndex.build(movies).save(folder / "titles")
    tell("catalogue", 1, 1)
    tell("text encoder", 0, 1)
    encoder = _encoder(folder, model, before)
    tell("text encoder", 1, 1)
    documents = [m.document() for m in movies]
    vectors, encoded = _vectors(documents, encoder, model, before, tell)
    Vectors.build(vectors).save(folder / "vectors.faiss")
    tell("words", 0, 1)
    Lexical.build(documents).save(folder / "lexical")
    tell("words", 1, 1)
    _moods(movies, encoder, tell).save(folder / "moods.npz")
    (folder / "documents.json").write_text(json.dumps([_key(d, model) for d in documents]), encoding="utf-8")
    return encoded


def _moods(movies: list[Movie], encoder: Encoder, tell: Progress) -> Moods:
    if all(m.moods for m in movies):
        return by_hand(movies)
    judged, _ = starter.load()

    def encode(some: Sequence[Movie]) -> NDArray[np.float32]:
        # Without asks, so that judged and unjudged films are described alike.
        return encoder.encode([m.document(asks=False) for m in some])

    tell("moods", 0, 1)
    plain = np.zeros((len(movies), encoder.dimensions), dtype=np.float32)
    rest = [row for row, m in enumerate(movies) if not m.moods]
    plain[rest] = encode([movies[row] for row in rest])
    moods = mood_model.complete(movies, plain, judged, encode(judged))
    tell("moods", 1, 1)
    return moods


def _encoder(folder: Path, model: str | None, before: Path | None) -> Encoder:
    target = folder / "encoder"
    if before and _made_with(before) == (model or "all-MiniLM-L6-v2") and (before / "encoder").is_dir():
        shutil.copytree(before / "encoder", target, copy_function=os.link)  # immutable, so a hard link will do
    else:
        from index.encoder.export import export  # torch: only when it has to be exported

        export(target, model)
    return Encoder.open(target)


def _made_with(folder: Path) -> str | None:
    from index.artefacts import read_manifest

    try:
        return str(read_manifest(folder).made.get("model"))
    except ArtefactError:
        return None


def _vectors(
    documents: list[str], encoder: Encoder, model: str | None, before: Path | None, tell: Progress
) -> tuple[NDArray[np.float32], int]:
    known = _known(before)
    keys = [_key(d, model) for d in documents]
    vectors = np.zeros((len(documents), encoder.dimensions), dtype=np.float32)
    new = [row for row, key in enumerate(keys) if key not in known]
    for row, key in enumerate(keys):
        if key in known:
            vectors[row] = known[key]
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        tell("films", done, len(new))

    tell("films", 0, len(new))
    if new:
        vectors[new] = encoder.encode([documents[row] for row in new], progress=step)
    return vectors, len(new)


def _known(before: Path | None) -> dict[str, NDArray[np.float32]]:
    if before is None:
        return {}
    try:
        keys = json.loads((before / "documents.json").read_text(encoding="utf-8"))
        matrix = Vectors.open(before / "vectors.faiss").matrix
    except (OSError, ValueError, ArtefactError):
        return {}
    return dict(zip(keys, matrix, strict=True))


def _key(document: str, model: str | None) -> str:
    return hashlib.sha256(f"{model} {document}".encode()).hexdigest()[:24]


def coverage(bundle: Path) -> tuple[Catalogue, dict[str, float]]:
    """The active catalogue, and the share (0 to 1) of its films that have each field."""
    folder = bundle / active(bundle).catalogue
    films = Catalogue.open(folder / "movies.parquet")
    shares = {}
    for field in catalogue.SCHEMA.names:
        values = films.column(field)
        shares[field] = sum(bool(v) for v in values) / max(1, len(values))
    return films, shares
