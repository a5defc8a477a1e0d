"""Files of cases for `matinee evaluate`, read into values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.front_terminal import json_lines
from bot.front_terminal.json_lines import LineError
from bot.front_terminal.ranked import asked_of
from engine.evaluation.critiques import Judgement
from engine.evaluation.linking import whole_dialogues
from engine.evaluation.requests import Case, dialogue_text

_JUDGEMENT = 'not a judgement: write {"attribute", "reference", "less", "same", "more"} on a line, films by IMDb id'
_CASE = (
    'not a request: write {"id", "text", "relevant", "exclude"} or {"id", "turns", "relevant", "mentioned"} on a line, '
    "films by IMDb id"
)


def read_judgements(path: Path) -> list[Judgement]:
    """Judgements, one JSON object a line; empty lines are skipped.

    Raises:
        LineError: A line is not a judgement.
        OSError: The file cannot be read.

    """
    return json_lines.read(path, _judgement, _JUDGEMENT)


def read_cases(path: Path) -> list[Case]:
    """Requests or turns of dialogues, one JSON object a line; empty lines are skipped.

    Raises:
        LineError: A line is neither.
        OSError: The file cannot be read.

    """
    return json_lines.read(path, _case, _CASE)


def read_named(path: Path) -> list[Case]:
    """Texts with the films that they name in `exclude`: requests as they are, dialogues whole.

    Raises:
        LineError: A line is neither a request nor a turn of a dialogue.
        OSError: The file cannot be read.

    """
    read = json_lines.read(path, lambda raw: (_case(raw), _all_said(raw)), _CASE)
    if not any(said is not None for _, said in read):
        return [case for case, _ in read]
    return whole_dialogues([(str(case.id), said or case.text, case.exclude) for case, said in read])


def read_agreement(cases: Path) -> dict[str, float]:
    """How often two people agree (0 to 1), by attribute, from NAME_ceiling.json beside the cases; empty without it.

    Raises:
        LineError: The file is there and does not say that.

    """
    path = cases.with_name(f"{cases.stem}_ceiling.json")
    if not path.exists():
        return {}
    try:
        return {str(name): float(share) for name, share in json.loads(path.read_bytes()).items()}
    except (ValueError, TypeError, AttributeError):
        raise LineError(f"{path}: not shares by attribute: write one JSON object of numbers from 0 to 1") from None


def _judgement(raw: Any) -> Judgement:
    groups = {name: tuple(map(str, raw[name])) for name in ("less", "same", "more")}
    return Judgement(attribute=str(raw["attribute"]), reference=str(raw["reference"]), **groups)


def _case(raw: Any) -> Case:
    one = asked_of(raw if "text" in raw else {**raw, "text": dialogue_text(raw["turns"])})
    named = raw.get("exclude", raw.get("mentioned", ()))
    return Case(id=one.id, text=one.text, relevant=tuple(map(str, raw["relevant"])), exclude=tuple(map(str, named)))


def _all_said(raw: Any) -> str | None:
    """Everything that both sides of a dialogue said; None for a request."""
    return " ".join(turn["text"] for turn in raw["turns"]) if "turns" in raw else None
