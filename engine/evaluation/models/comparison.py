"""What a protocol found: a row a model, a column a measure, all from the same people and films in the same run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from engine.evaluation.models.tally import Tally
from engine.evaluation.report import Row, Score

_DIGITS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A column, in words."""

    name: str
    says: str  # what it is, with its unit
    better: int = 1  # 1: higher is better, -1: lower is better, 0: neither


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    """What a model costs on this machine, wall time."""

    fit: float  # to learn once
    score: float  # to score all films for 1,000 people


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One protocol over some models."""

    protocol: str
    n: int
    counted: str  # what n counts, and what intervals are drawn over
    measures: tuple[Measure, ...]  # the first is what the protocol is about
    rows: Mapping[str, Row]  # by model; a measure that is not known of it is not there
    above: Mapping[str, Mapping[str, Row]]  # by model to compare with, by model: their differences, paired
    seconds: Mapping[str, Seconds]
    facts: Mapping[str, Any] = field(default_factory=dict)  # plain JSON values: of the data, and of how it was split
    left_out: Mapping[str, str] = field(default_factory=dict)  # models that could not take part, and why

    @property
    def first(self) -> Measure:
        """What the protocol is about."""
        return self.measures[0]

    @property
    def reference(self) -> str:
        """The plain model that all others are compared with first."""
        return next(iter(self.above))

    def ranked(self, measure: Measure) -> list[str]:
        """Models of which the measure is known, the best first."""
        known = [model for model, row in self.rows.items() if measure.name in row]
        return sorted(known, key=lambda model: -(measure.better or 1) * self.rows[model][measure.name].value)

    def plain(self) -> dict[str, Any]:
        """As plain JSON values, from which `of_plain` makes the same again; a score is [value, low, high]."""
        return {
            "protocol": self.protocol,
            "n": self.n,
            "counted": self.counted,
            "measures": [asdict(measure) for measure in self.measures],
            "rows": {model: _plain_row(row) for model, row in self.rows.items()},
            "above": {ref: {m: _plain_row(row) for m, row in rows.items()} for ref, rows in self.above.items()},
            "seconds": {m: {k: round(v, 3) for k, v in asdict(s).items()} for m, s in self.seconds.items()},
            "facts": dict(self.facts),
            "left_out": dict(self.left_out),
        }

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> Comparison:
        """From what `plain` gave; raises KeyError or TypeError for anything else."""
        return cls(
            protocol=plain["protocol"],
            n=plain["n"],
            counted=plain["counted"],
            measures=tuple(Measure(**measure) for measure in plain["measures"]),
            rows={model: _row(row) for model, row in plain["rows"].items()},
            above={ref: {m: _row(row) for m, row in rows.items()} for ref, rows in plain["above"].items()},
            seconds={model: Seconds(**seconds) for model, seconds in plain["seconds"].items()},
            facts=plain["facts"],
            left_out=plain["left_out"],
        )


Figures = Mapping[str, Tally | float]
"""Of one model, by measure; a plain number has no interval."""


def compared(
    protocol: str,
    figures: Mapping[str, Figures],
    *,
    measures: Sequence[Measure],
    against: Sequence[str],
    n: int,
    counted: str,
    seconds: Mapping[str, Seconds],
    facts: Mapping[str, Any],
) -> Comparison:
    """The comparison of some models by their figures: with those of `against`, and with the best on the first measure.

    Measures that are known of no model are left out.
    """
    known = {name for row in figures.values() for name in row}
    rows = {model: {name: _score(figure) for name, figure in row.items()} for model, row in figures.items()}
    kept = tuple(measure for measure in measures if measure.name in known)
    first = kept[0]
    best = max(rows, key=lambda model: first.better * rows[model][first.name].value)
    references = list(dict.fromkeys([*(name for name in against if name in rows), best]))
    above = {
        other: {model: _difference(row, figures[other]) for model, row in figures.items() if model != other}
        for other in references
    }
    return Comparison(
        protocol=protocol,
        n=n,
        counted=counted,
        measures=kept,
        rows=rows,
        above=above,
        seconds=seconds,
        facts=facts,
    )


def _score(figure: Tally | float) -> Score:
    return figure.score() if isinstance(figure, Tally) else Score(value=float(figure))


def _difference(row: Figures, other: Figures) -> Row:
    pairs = {name: (figure, other[name]) for name, figure in row.items() if name in other}
    return {
        name: mine.minus(theirs) if isinstance(mine, Tally) and isinstance(theirs, Tally) else _plainly(mine, theirs)
        for name, (mine, theirs) in pairs.items()
    }


def _plainly(mine: Tally | float, theirs: Tally | float) -> Score:
    return Score(value=_score(mine).value - _score(theirs).value)


def _plain_row(row: Row) -> dict[str, list[float]]:
    return {
        name: [round(each, _DIGITS) for each in (score.value, score.low, score.high) if each is not None]
        for name, score in row.items()
    }


def _row(plain: Mapping[str, Sequence[float]]) -> Row:
    return {
        name: Score(value=v[0], low=v[1] if len(v) > 1 else None, high=v[2] if len(v) > 1 else None)
        for name, v in plain.items()
    }
