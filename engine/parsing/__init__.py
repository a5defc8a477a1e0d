"""Understanding requests: what a person writes, as parts that the recommender can act on."""

from __future__ import annotations

from engine.parsing.parser import Parser

__all__ = ["Parser"]
