"""From films to a searchable set of artefacts: written beside the old set, then activated at once."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import catalogue
from index.artefacts import Active, activate, active, read_manifest, seal, verify
from index.build import encoding
from index.build.alone import alone
from index.catalogue import Catalogue
from index.encoder import Encoder
from index.errors import ArtefactError, NothingBuilt
from index.lexical import Lexical
from index.moods import by_hand
from index.moods import model as mood_model
from index.movie import Movie
from index.progress import Progress, silent
from index.sources import Report, starter
from index.sources.gathering import Gathered, gather
from index.titles import TitleIndex
from index.vectors import Vectors

__all__ = ["Built", "Progress", "build", "coverage", "kept"]

_APART = {"sources", "explore", "features", "items.py"}  # what of this package does not decide what a build writes


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build did."""

    folder: Path
    films: int
    encoded: int  # documents that had to be encoded; the rest came from the set before
    reports: tuple[Report, ...]
    unknown: tuple[Path, ...]  # files in folders that are of no known form
    fresh: bool  # False: these films were built already and nothing was done


def build(
    films: Sequence[Path],
    bundle: Path,
    *,
    facts: Sequence[Path] = (),
    adult: bool = False,
    model: str | None = None,
    progress: Progress | None = None,
) -> Built:
    """Build what serving needs into `bundle` from the paths in `films` (none: the starter), and activate it.

    Those in `facts` tell more of films that are there. Documents whose text did not change since the active set keep
    their vectors, unless that set is damaged. Raises SourceError, EncoderError or ArtefactError; the active set stays
    as it was then.
    """
    tell = progress or silent
    gathered = _read(films, facts, adult, tell)
    movies = gathered.movies
    digest = _digest(movies, model)
    name = f"catalogue-{digest[:12]}"

    def built(encoded: int, *, fresh: bool) -> Built:
        return Built(
            folder=bundle / name,
            films=len(movies),
            encoded=encoded,
            reports=gathered.reports,
            unknown=gathered.unknown,
            fresh=fresh,
        )

    with alone(bundle) as working:
        pointer, before = _previous(bundle)
        if before == bundle / name:
            return built(0, fresh=False)
        aside = bundle / ".encoded"
        encoded = _write(movies, working, model, before, aside, tell)
        (working / "report.json").write_text(json.dumps([report.plain() for report in gathered.reports], indent=1))
        seal(working, "catalogue", _made(gathered, model, digest, starter=not films))
        shutil.rmtree(bundle / name, ignore_errors=True)
        working.rename(bundle / name)
        activate(bundle, replace(pointer, catalogue=name) if pointer else Active(catalogue=name))
        encoding.forget(aside)
    return built(encoded, fresh=True)


def _made(gathered: Gathered, model: str | None, digest: str, *, starter: bool) -> dict[str, object]:
    return {
        "films": len(gathered.movies),
        "sources": [report.lines() for report in gathered.reports],
        "licences": list(gathered.licences),
        "model": _model(model),
        "digest": digest,
        "starter": starter,
    }


def kept(bundle: Path) -> int | None:
    """How many films of a person's own choosing are active in a bundle; None when it has the starter's or none.

    Raises ArtefactError when there are such films and they cannot be used as they are.
    """
    try:
        made = read_manifest(bundle / active(bundle).catalogue).made
    except NothingBuilt:
        return None
    return None if made.get("starter", True) else int(made["films"])


def _read(films: Sequence[Path], facts: Sequence[Path], adult: bool, tell: Progress) -> Gathered:
    written, report = starter.load()
    if not films:
        return Gathered(movies=written, reports=(report,), unknown=(), licences=())
    gathered = gather(films, facts, adult=adult, progress=tell)
    return replace(gathered, movies=starter.enrich(gathered.movies, written))


def _digest(movies: Sequence[Movie], model: str | None) -> str:
    """A hash of all that decides what a build writes: the films, the encoder, and the code and data of this package.

    Not the code that reads films, since the films themselves count, and not what stands apart from building.
    """
    state = hashlib.sha256(f"{model}".encode())
    package = Path(__file__).parent.parent
    for path in sorted((*package.rglob("*.py"), *package.rglob("*.toml"))):
        if path.relative_to(package).parts[0] not in _APART:
            state.update(path.read_bytes())
    taught = [] if all(m.moods for m in movies) else starter.load()[0]  # what the moods of the others are learned from
    for movie in (*movies, *taught):
        state.update(repr(movie).encode())
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


def _write(
    movies: list[Movie], folder: Path, model: str | None, before: Path | None, aside: Path, tell: Progress
) -> int:
    tell("catalogue", 0, 1)
    catalogue.write(movies, folder / "movies.parquet")
    tell("catalogue", 1, 1)
    tell("titles", 0, 1)
    TitleIndex.build(movies).save(folder / "titles")
    tell("titles", 1, 1)
    tell("text encoder", 0, 1)
    encoder = _encoder(folder, model, before)
    tell("text encoder", 1, 1)
    documents = [m.document() for m in movies]
    judged = [] if all(m.moods for m in movies) else starter.load()[0]
    # Moods are learned and told without asks, so that judged and unjudged films are described alike.
    plain = [m.document(asks=False) for m in judged]
    told = [m.document(asks=bool(m.moods)) for m in movies] if judged else documents
    further = sorted({*plain, *told} - set(documents))
    vectors, new = encoding.encoded([*documents, *further], encoder, _model(model), before, aside, tell)
    own, others = vectors[: len(movies)], vectors[len(movies) :]
    encoding.save_keys(documents, further, others, _model(model), folder)
    Vectors.build(own).save(folder / "vectors.faiss")
    tell("words", 0, 1)
    Lexical.build(documents).save(folder / "lexical")
    tell("words", 1, 1)
    tell("moods", 0, 1)
    of = dict(zip([*documents, *further], vectors, strict=True))
    moods = by_hand(movies)
    if judged:
        moods = mood_model.complete(movies, _stacked(of, told), judged, _stacked(of, plain))
    moods.save(folder / "moods.npz")
    tell("moods", 1, 1)
    return sum(row < len(movies) for row in new)


def _stacked(vectors: encoding.Known, texts: Sequence[str]) -> NDArray[np.float32]:
    return np.stack([vectors[text] for text in texts])


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
    exporter = hashlib.sha256((Path(__file__).parent.parent / "encoder" / "export.py").read_bytes()).hexdigest()
    return f"{model or 'all-MiniLM-L6-v2'} (export {exporter[:8]})"


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)  # immutable, so the same file will do
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)


def coverage(bundle: Path) -> tuple[Catalogue, dict[str, float]]:
    """The active catalogue, and the share (0 to 1) of its films that have each field."""
    folder = bundle / active(bundle).catalogue
    films = Catalogue.open(folder / "movies.parquet")
    shares = {}
    for field in catalogue.SCHEMA.names:
        values = films.column(field)
        shares[field] = sum(bool(v) for v in values) / max(1, len(values))
    return films, shares
