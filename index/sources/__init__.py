"""Where films come from: each source yields films, and reports what it mended and dropped, and why.

Row by row, a source yields partial films; `merging` joins what several say of one film, `cleaning` drops what is none,
and `gathering` does all of it for the paths that a person gives.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Report:
    """What became of the rows of one source: a row is a film, says more of one, or is dropped with a reason."""

    source: str
    read: int = 0
    films: int = 0  # films that a row was the first to name
    joined: int = 0  # rows that say more of a film that is there
    mended: Counter[str] = field(default_factory=Counter)
    dropped: Counter[str] = field(default_factory=Counter)

    def plain(self) -> dict[str, Any]:
        """As plain JSON values."""
        counts = {"source": self.source, "read": self.read, "films": self.films, "joined": self.joined}
        return {**counts, "mended": dict(self.mended), "dropped": dict(self.dropped)}

    def lines(self) -> list[str]:
        """The report in words, a line each."""
        more = f", {self.joined:,} on films that were there" if self.joined else ""
        out = [f"{self.source}: {self.read:,} rows read, {self.films:,} films{more}"]
        out += [f"  mended {count:,}: {why}" for why, count in self.mended.most_common()]
        out += [f"  dropped {count:,}: {why}" for why, count in self.dropped.most_common()]
        return out
