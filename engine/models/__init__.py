"""What knows which films belong together: one port, a small file a model."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cachetools import LRUCache

from engine.models.colikes import CoLikes
from engine.models.content import Content
from engine.models.kinship import Kinship
from engine.models.leaning import Leanings
from engine.models.resemblance import Resemblance
from engine.models.themes import Themes
from index.artefacts import Artefacts
from index.catalogue import Catalogue
from index.encoder import Encoder
from index.lexical import Lexical
from index.moods import Moods
from index.vectors import Vectors

_ASKED = 8  # requests


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Films:
    """One loaded set of artefacts as the recommender sees it, with the models over it."""

    catalogue: Catalogue
    vectors: Vectors
    lexical: Lexical
    moods: Moods
    encoder: Encoder
    kinship: Kinship
    colikes: CoLikes
    content: Content
    leanings: Leanings
    themes: Themes
    asked: LRUCache[Any, Any] = field(init=False, default_factory=lambda: LRUCache(_ASKED))
    """What was worked out for the latest requests; `engine.shortlist` keeps it here, so that it goes with the films."""

    @classmethod
    def of(cls, artefacts: Artefacts) -> Films:
        """The models over a set of artefacts."""
        catalogue, vectors, moods = artefacts.catalogue, artefacts.vectors, artefacts.moods
        kinship = Kinship(catalogue)
        colikes = CoLikes(catalogue, artefacts.items)
        content = Content(vectors, moods, artefacts.encoder)
        resemblance = Resemblance(catalogue, vectors, moods, kinship)
        return cls(
            catalogue=catalogue,
            vectors=vectors,
            lexical=artefacts.lexical,
            moods=moods,
            encoder=artefacts.encoder,
            kinship=kinship,
            colikes=colikes,
            content=content,
            leanings=Leanings(catalogue, content, resemblance, kinship, colikes),
            themes=Themes(catalogue, artefacts.lexical),
        )
