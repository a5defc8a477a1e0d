"""What the numbers say, in sentences that are written from the numbers."""

from __future__ import annotations

from index.explore.words.figures import joined, language, of_all, percent, signed

__all__ = ["joined", "language", "of_all", "percent", "signed"]
