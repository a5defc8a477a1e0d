"""From films to a searchable set of artefacts: written beside the old set, then activated at once."""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import catalogue, sources
from index.artefacts import Active, activate, active, read_manifest, seal, verify
from index.catalogue import Catalogue
from index.encoder import MAX_TOKENS, Encoder
from index.errors import ArtefactError, NothingBuilt, SourceError
from index.lexical import Lexical
from index.moods import Moods, by_hand
from index.moods import model as mood_model
from index.movie import Movie
from index.sources import Report, starter
from index.titles import TitleIndex
from index.vectors import Vectors

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

    Documents whose text did not change since the active set keep their vectors, unless that set is damaged. Raises
    SourceError, EncoderError or ArtefactError; the active set stays as it was then.
    """
    tell = progress or (lambda what, done, total: None)
    movies, reports = _read(paths)
    digest = _digest(movies, model)
    name = f"catalogue-{digest[:12]}"
    with _alone(bundle) as working:
        pointer, before = _previous(bundle)
        if before == bundle / name:
            return Built(folder=before, films=len(movies), encoded=0, reports=reports, fresh=False)
        encoded = _write(movies, working, model, before, tell)
        sealed = {
            "films": len(movies),
            "sources": [r.lines() for r in reports],
            "model": _model(model),
            "digest": digest,
            "starter": not paths,
        }
        seal(working, "catalogue", sealed)
        shutil.rmtree(bundle / name, ignore_errors=True)
        working.rename(bundle / name)
        activate(bundle, replace(pointer, catalogue=name) if pointer else Active(catalogue=name))
    return Built(folder=bundle / name, films=len(movies), encoded=encoded, reports=reports, fresh=True)


def kept(bundle: Path) -> int | None:
    """How many films of a person's own choosing are active in a bundle; None when it has the starter's or none.

    Raises ArtefactError when there are such films and they cannot be used as they are.
    """
    try:
        made = read_manifest(bundle / active(bundle).catalogue).made
    except NothingBuilt:
        return None
    return None if made.get("starter", True) else int(made["films"])


@contextmanager
def _alone(bundle: Path) -> Iterator[Path]:
    """Hold a bundle against other builds, with an empty folder to work in; what a killed build left there goes."""
    bundle.mkdir(parents=True, exist_ok=True)
    working = bundle / ".building"
    lock = os.open(bundle, os.O_RDONLY)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise ArtefactError(f"another build is at work in {bundle}: wait until it is done") from busy
        shutil.rmtree(working, ignore_errors=True)
        working.mkdir()
        try:
            yield working
        finally:
            shutil.rmtree(working, ignore_errors=True)
    finally:
        os.close(lock)


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
    if not movies:
        raise SourceError(f"no film in {', '.join(str(path) for path in paths)}: give at least one")
    return starter.enrich(list(movies.values()), written), tuple(reports)


def _digest(movies: Sequence[Movie], model: str | None) -> str:
    """A hash of all that decides what a build writes: the films, the encoder, and the code and data of this package."""
    state = hashlib.sha256(f"{model}".encode())
    package = Path(__file__).parent
    for path in sorted((*package.rglob("*.py"), *(package / "titles").glob("*.toml"))):
        state.update(path.read_bytes())
    taught = [] if all(m.moods for m in movies) else starter.load()[0]  # what the moods of the others are learned from
    for movie in (*movies, *taught):
        state.update(repr(astuple(movie)).encode())
    state.update((Path(mood_model.__file__).parent / "axes.toml").read_bytes())
    return state.hexdigest()


def _previous(bundle: Path) -> tuple[Active | None, Path | None]:
    """The pointer, and its catalogue's folder when that is undamaged."""
    pointer = None
    try:
        pointer = active(bundle)
        before = bundle / pointer.catalogue
        verify(before)
        return pointer, before
    except ArtefactError:
        return pointer, None


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
    _moods(movies, vectors, encoder, tell).save(folder / "moods.npz")
    (folder / "documents.json").write_text(json.dumps([_key(d, model) for d in documents]), encoding="utf-8")
    return encoded


def _moods(movies: list[Movie], vectors: NDArray[np.float32], encoder: Encoder, tell: Progress) -> Moods:
    if all(m.moods for m in movies):
        return by_hand(movies)
    judged, _ = starter.load()

    def encode(some: Sequence[Movie]) -> NDArray[np.float32]:
        # Without asks, so that judged and unjudged films are described alike.
        return encoder.encode([m.document(asks=False) for m in some])

    tell("moods", 0, 1)
    plain = vectors.copy()  # right already for films without asks
    asked = [row for row, m in enumerate(movies) if m.asks and not m.moods]
    plain[asked] = encode([movies[row] for row in asked])
    moods = mood_model.complete(movies, plain, judged, encode(judged))
    tell("moods", 1, 1)
    return moods


def _encoder(folder: Path, model: str | None, before: Path | None) -> Encoder:
    target = folder / "encoder"
    if before and read_manifest(before).made.get("model") == _model(model):
        shutil.copytree(before / "encoder", target, copy_function=_link)
    else:
        from index.encoder.export import export  # torch: only when it has to be exported

        export(target, model)
    return Encoder.open(target)


def _model(model: str | None) -> str:
    """A model by its name and the code that exports it: when either changes, the encoder is made anew."""
    exporter = hashlib.sha256((Path(__file__).parent / "encoder" / "export.py").read_bytes()).hexdigest()
    return f"{model or 'all-MiniLM-L6-v2'} (export {exporter[:8]})"


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)  # immutable, so the same file will do
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)


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
    return hashlib.sha256(f"{model} {MAX_TOKENS} {document}".encode()).hexdigest()[:24]


def coverage(bundle: Path) -> tuple[Catalogue, dict[str, float]]:
    """The active catalogue, and the share (0 to 1) of its films that have each field."""
    folder = bundle / active(bundle).catalogue
    films = Catalogue.open(folder / "movies.parquet")
    shares = {}
    for field in catalogue.SCHEMA.names:
        values = films.column(field)
        shares[field] = sum(bool(v) for v in values) / max(1, len(values))
    return films, shares
