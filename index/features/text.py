"""The words of a film, weighed by how telling they are."""

from __future__ import annotations

from collections.abc import Sequence

from scipy.sparse import csr_array

from index.movie import Movie

_WORDS = 50_000  # columns at most: the words that stand in most texts
_STRONG = 2.5  # a mood of 0 to 4 that goes without saying less is left out


def document(movie: Movie) -> str:
    """What is said of a film: its own document, its strong moods, and what people wrote of it.

    Without people, who are a block of their own.
    """
    moods = [axis for axis, score in movie.moods.items() if score >= _STRONG]
    return "\n".join((movie.document(), " ".join(moods), *movie.reviews))


def documents(movies: Sequence[Movie]) -> tuple[list[str], csr_array]:
    """Words, and (films, words) TF-IDF of them, each row of length 1; a film without words has zeros.

    English stop words, and words of one film alone, are left out; counts are dampened (1 + log).
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    reader = TfidfVectorizer(
        stop_words="english", sublinear_tf=True, min_df=min(2, max(1, len(movies))), max_features=_WORDS
    )
    try:
        matrix = reader.fit_transform([document(movie) for movie in movies])
    except ValueError:  # there is no word to learn, which it takes for a mistake
        return [], csr_array((len(movies), 0))
    return reader.get_feature_names_out().tolist(), csr_array(matrix)
