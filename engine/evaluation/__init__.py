"""How well the recommender does, by protocols that anyone can run again: critiques, kinship, asks, requests, linking.

Cases come in as values and reports go out as values. What is ranked never sees what it is measured by.
"""

from __future__ import annotations

from engine.evaluation.report import NothingToMeasure, Report, Score

__all__ = ["NothingToMeasure", "Report", "Score"]
