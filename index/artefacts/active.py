"""The pointer that says which artefacts are in use, replaced as a whole; older sets are kept for a way back."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from index.artefacts.manifest import SCHEMA, verify, write_durably
from index.errors import ArtefactError, NothingBuilt

POINTER = "active.json"
KINDS = ("catalogue", "taste", "ranker")
_KEPT = 2  # sets on disk, the active one among them


@dataclass(frozen=True, slots=True, kw_only=True)
class Active:
    """Names of the folders in use, inside one bundle."""

    catalogue: str
    taste: str | None = None
    ranker: str | None = None

    def folders(self) -> list[str]:
        """The folder names that are set."""
        return [name for name in (self.catalogue, self.taste, self.ranker) if name]


def active(bundle: Path) -> Active:
    """What is active in a bundle.

    Raises NothingBuilt when there is no pointer, ArtefactError when it cannot be read or points at something else.
    """
    try:
        raw = json.loads((bundle / POINTER).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError) as missing:
        raise NothingBuilt(f"nothing is built in {bundle}: run `matinee catalogue build`") from missing
    except ValueError as broken:
        raise ArtefactError(f"{bundle / POINTER} cannot be read: run `matinee catalogue build`") from broken
    if not isinstance(raw, dict) or raw.get("schema") != SCHEMA:
        raise ArtefactError(f"{bundle / POINTER} is of another version: run `matinee catalogue build`")
    if not raw.get("catalogue"):
        raise ArtefactError(f"{bundle / POINTER} names no catalogue: run `matinee catalogue build`")
    return Active(catalogue=raw["catalogue"], taste=raw.get("taste"), ranker=raw.get("ranker"))


def activate(bundle: Path, new: Active) -> None:
    """Verify every folder that `new` names, then point at them at once; older sets beyond the last two are deleted.

    Raises ArtefactError, and leaves the pointer as it was, when a folder is damaged or of the wrong kind.
    """
    for kind, name in zip(KINDS, (new.catalogue, new.taste, new.ranker), strict=True):
        if name and verify(bundle / name).kind != kind:
            raise ArtefactError(f"{bundle / name} is not a {kind} artefact")
    before = history(bundle)
    with suppress(ArtefactError):
        before.insert(0, active(bundle))  # history may be ahead of the pointer, when a run was cut short between them
    sets = list(dict.fromkeys([new, *before]))[:_KEPT]
    lines = [json.dumps(asdict(s)) for s in sets]
    write_durably(bundle / "history.jsonl", "\n".join(lines) + "\n")
    write_durably(bundle / POINTER, json.dumps({"schema": SCHEMA, **asdict(new)}, indent=1))
    _sweep(bundle, sets)


def history(bundle: Path) -> list[Active]:
    """The sets that are kept, newest first; lines that cannot be read are passed over."""
    sets = []
    with suppress(FileNotFoundError):
        for line in (bundle / "history.jsonl").read_text(encoding="utf-8", errors="replace").splitlines():
            with suppress(ValueError, TypeError):
                sets.append(Active(**json.loads(line)))
    return sets


def _sweep(bundle: Path, kept: list[Active]) -> None:
    names = {name for s in kept for name in s.folders()}
    for folder in bundle.iterdir():
        if folder.is_dir() and folder.name.split("-")[0] in KINDS and folder.name not in names:
            shutil.rmtree(folder, ignore_errors=True)
