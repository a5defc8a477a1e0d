"""Where films come from: each source yields Movies and reports what it mended and dropped, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import SourceError
from index.movie import Movie


@dataclass(slots=True)
class Report:
    """What became of the rows of one source: every row read is a film or is dropped with a reason."""

    source: str
    read: int = 0
    films: int = 0
    mended: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[str]:
        """The report in words, a line each."""
        out = [f"{self.source}: {self.read:,} rows read, {self.films:,} films"]
        out += [f"  mended {count:,}: {why}" for why, count in self.mended.most_common()]
        out += [f"  dropped {count:,}: {why}" for why, count in self.dropped.most_common()]
        return out


Loader = Callable[[Path], tuple[list[Movie], Report]]


def load(path: Path) -> tuple[list[Movie], Report]:
    """Films of a file in any known form; raises SourceError when it cannot be read or is of no known form."""
    from index.sources import starter, tmdb5000

    if not path.exists():
        raise SourceError(f"{path} does not exist")
    if path.is_dir() or path.suffix == ".jsonl":
        return starter.load(path)
    if tmdb5000.recognises(path):
        return tmdb5000.load(path)
    raise SourceError(f"{path} is of no known form: give a TMDB 5000 movies CSV, or JSON lines like index/starter")
