"""What can go wrong in the recommender.

    EngineError
    └── LexiconError   a lexicon file of the package is not well formed

A request that cannot be understood or met is a value, never an error.
"""

from __future__ import annotations


class EngineError(Exception):
    """Anything that the recommender reports to a person."""


class LexiconError(EngineError):
    """A lexicon file is not well formed; the message names file and entry."""
