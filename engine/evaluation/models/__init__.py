"""The laboratory: models that learned from ratings, compared by one protocol in one run.

    stars   how near are predicted stars?          5 folds of ratings
    top     what do lists of 20 hold?              people held out, half of their likes given
    few     and after 1, 2, 3, 5, 10, 20 thumbs?   people held out, their first likes given
    cold    what of films without ratings?         a tenth of films without ratings, people held out

`lab.run` runs one of them and gives a `Comparison`: models in rows, measures with intervals in columns.
"""

from __future__ import annotations

from engine.evaluation.models.comparison import Comparison, Measure, Seconds

__all__ = ["Comparison", "Measure", "Seconds"]
