"""Files of cases for `matinee evaluate`, read into values; what is not a case is named by file and line."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bot.errors import MatineeError
from engine.evaluation.critiques import Judgement

_LIKED = 4.0  # stars of five from which a rating counts as a like


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


def read_likes(folder: Path) -> list[frozenset[int]]:
    """What each person of a MovieLens folder rated 4 or higher, as TMDB ids; people in the order of the file.

    Reads ratings.csv (userId, movieId, rating) and links.csv (movieId, tmdbId); films without a TMDB id are left out.

    Raises:
        CaseError: A line lacks one of these columns or a number in it.
        OSError: A file cannot be read.

    """
    ids = {movie: int(tmdb) for movie, tmdb, _ in _numbered(folder / "links.csv", "tmdbId")}
    liked: defaultdict[str, set[int]] = defaultdict(set)
    for movie, stars, row in _numbered(folder / "ratings.csv", "rating"):
        if stars >= _LIKED and movie in ids:
            liked[row.get("userId", "")].add(ids[movie])
    return [frozenset(films) for films in liked.values()]


def _numbered(path: Path, column: str) -> Iterator[tuple[str, float, dict[str, str]]]:
    """The movieId, the number in a column and all of each row of a CSV file; rows without that number are left out."""
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream), 2):
            try:
                if row[column] != "":
                    yield row["movieId"], float(row[column]), row
            except (KeyError, ValueError, TypeError):
                form = f"give a movieId and a number as {column}"
                raise CaseError(f"{path}:{number}: not as MovieLens writes it: {form}") from None
