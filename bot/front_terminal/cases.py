"""Files of cases for `matinee evaluate`, read into values; what is not a case is named by file and line."""

from __future__ import annotations

import json
from pathlib import Path

from bot.errors import MatineeError
from engine.evaluation.critiques import Judgement
from engine.evaluation.linking import whole_dialogues
from engine.evaluation.requests import Case, dialogue_text


class CaseError(MatineeError):
    """A line of a file with cases cannot be read; the message names file and line."""


def read_judgements(path: Path) -> list[Judgement]:
    """Judgements, one JSON object a line; empty lines are skipped.

    Raises:
        CaseError: A line is not a judgement.
        OSError: The file cannot be read.

    """
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            groups = {name: tuple(map(str, raw[name])) for name in ("less", "same", "more")}
            found.append(Judgement(attribute=str(raw["attribute"]), reference=str(raw["reference"]), **groups))
        except (ValueError, TypeError, KeyError):
            form = '{"attribute", "reference", "less", "same", "more"}'
            raise CaseError(f"{path}:{number}: not a judgement: write {form} on a line, films by IMDb id") from None
    return found


def read_cases(path: Path) -> list[Case]:
    """Requests or turns of dialogues, one JSON object a line; empty lines are skipped.

    Raises:
        CaseError: A line is neither.
        OSError: The file cannot be read.

    """
    found = []
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
            text = str(raw["text"]) if "text" in raw else dialogue_text(raw["turns"])
            named = raw.get("exclude", raw.get("mentioned", ()))
            relevant = tuple(map(str, raw["relevant"]))
            found.append(Case(id=str(raw["id"]), text=text, relevant=relevant, exclude=tuple(map(str, named))))
        except (ValueError, TypeError, KeyError):
            form = '{"id", "text", "relevant", "exclude"} or {"id", "turns", "relevant", "mentioned"}'
            raise CaseError(f"{path}:{number}: not a request: write {form} on a line, films by IMDb id") from None
    return found


def read_named(path: Path) -> list[Case]:
    """Texts with the films that they name in `exclude`: requests as they are, dialogues whole.

    Raises:
        CaseError: A line is neither a request nor a turn of a dialogue.
        OSError: The file cannot be read.

    """
    cases = read_cases(path)
    raw = [json.loads(line) for line in path.read_bytes().splitlines() if line.strip()]
    if not any("turns" in one for one in raw):
        return cases
    said = (" ".join(turn["text"] for turn in one["turns"]) for one in raw)
    return whole_dialogues([(case.id, text, case.exclude) for case, text in zip(cases, said, strict=True)])


def read_agreement(cases: Path) -> dict[str, float]:
    """How often two people agree (0 to 1), by attribute, from NAME_ceiling.json beside the cases; empty without it.

    Raises:
        CaseError: The file is there and does not say that.

    """
    path = cases.with_name(f"{cases.stem}_ceiling.json")
    if not path.exists():
        return {}
    try:
        return {str(name): float(share) for name, share in json.loads(path.read_bytes()).items()}
    except (ValueError, TypeError, AttributeError):
        raise CaseError(f"{path}: not shares by attribute: write one JSON object of numbers from 0 to 1") from None
