"""What became of the rows of one set of ratings."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from index.sources import Report


@dataclass(slots=True)
class RatingsReport(Report):
    """Every row read is a rating or is dropped with a reason: `read` is `ratings` and the sum of `dropped`."""

    ratings: int = 0
    people: int = 0
    notes: list[str] = field(default_factory=list)  # what is true of the whole, such as how many titles were matched

    def lines(self) -> list[str]:
        """The report in words, a line each."""
        whom = "person" if self.people == 1 else "people"
        counts = f"{self.ratings:,} ratings of {self.films:,} films by {self.people:,} {whom}"
        out = [f"{self.source}: {self.read:,} rows read, {counts}"]
        out += [f"  {note}" for note in self.notes]
        out += [f"  mended {count:,}: {why}" for why, count in self.mended.most_common()]
        out += [f"  dropped {count:,}: {why}" for why, count in self.dropped.most_common()]
        return out

    def keep(self, rows: pd.DataFrame, kept: NDArray[np.bool_], why: str) -> pd.DataFrame:
        """The rows that are kept; the others are counted as dropped for this reason."""
        if kept.all():
            return rows
        self.dropped[why] += int((~kept).sum())
        return rows[kept]

    def mend(self, why: str, count: int) -> None:
        """Count rows that were put right; none is not worth a line."""
        if count:
            self.mended[why] += int(count)
