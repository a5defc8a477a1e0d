"""Which films and people a text may name: titles with their spellings, numbers, years and typos."""

from __future__ import annotations

from index.titles.finder import TitleIndex
from index.titles.spans import FilmFacts, PersonSpan, TitleSpan
from index.titles.variants import Kind
from index.titles.vocabulary import Vocabulary, common_words, little_words
from index.titles.words import ARTICLES, Word, Written, norm, normalise, norms, read

__all__ = [
    "ARTICLES",
    "FilmFacts",
    "Kind",
    "PersonSpan",
    "TitleIndex",
    "TitleSpan",
    "Vocabulary",
    "Word",
    "Written",
    "common_words",
    "little_words",
    "norm",
    "normalise",
    "norms",
    "read",
]
