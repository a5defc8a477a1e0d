"""Understanding requests: what a person writes, as parts that the recommender can act on."""

from __future__ import annotations

from engine.parsing.abroad import titles_in
from engine.parsing.parser import Parser
from engine.parsing.tongue import LANGUAGES

__all__ = ["LANGUAGES", "Parser", "titles_in"]
