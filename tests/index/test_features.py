"""Films as numbers: what each column says of each film."""

from __future__ import annotations

import numpy as np
import pytest

from index import catalogue
from index.catalogue import Catalogue
from index.features import BLOCKS, features, nearest
from index.features.text import document
from index.movie import GENRES, Movie


@pytest.fixture
def films(film):
    people = {"directors": ("Ada",), "cast": ("Bo", "Cy")}
    return [
        film(1, "Red Harbour", year=1994, runtime=100, fame=2.0, acclaim=4.0, genres=("Drama", "War"),
             languages=("fr", "en"), overview="A harbour burns at night.", **people),
        film(2, "Blue Harbour", year=1998, runtime=120, fame=4.0, acclaim=2.0, genres=("Drama",),
             languages=("fr",), overview="A harbour sleeps.", directors=("Ada",), cast=("Dee",)),
        film(3, "Green Hills", year=2001, runtime=80, fame=3.0, genres=("Comedy",),
             languages=("en",), overview="Sheep escape at night.", cast=("Cy",)),
        film(4, ""),
    ]  # fmt: skip


def columns(found, block):
    dense = found.block(block).toarray()
    names = [name.removeprefix(f"{block}: ") for name in found.names[found.blocks[block]]]
    return {name: dense[:, n].tolist() for n, name in enumerate(names)}


def test_genres_are_marked_and_unknown_ones_are_the_mean(films):
    found = columns(features(films, ("genres",)), "genres")
    assert list(found) == list(GENRES)
    assert found["Drama"] == pytest.approx([1, 1, 0, 2 / 3])
    assert found["Comedy"] == pytest.approx([0, 0, 1, 1 / 3])
    assert found["Western"] == [0, 0, 0, 0]


def test_people_have_a_column_for_each_role_when_they_come_again(films):
    found = columns(features(films, ("people",)), "people")
    assert found == {"cast Cy": [1, 0, 1, 0], "director Ada": [1, 1, 0, 0]}


def test_a_person_deep_in_the_cast_has_no_column(film):
    crowd = tuple(f"Extra {n}" for n in range(5))
    found = features([film(1, cast=(*crowd, "Late")), film(2, cast=(*crowd, "Late"))], ("people",))
    assert [name for name in found.names if "Late" in name] == []
    assert len(found.names) == 5


def test_decades_are_marked_and_unknown_ones_are_the_mean(films):
    found = columns(features(films, ("decade",)), "decade")
    assert found == {"1990s": pytest.approx([1, 1, 0, 2 / 3]), "2000s": pytest.approx([0, 0, 1, 1 / 3])}


def test_rare_languages_share_a_column(film):
    movies = [film(n, languages=("en",)) for n in range(1, 12)] + [film(12, languages=("fr", "en")), film(13)]
    found = columns(features(movies, ("language",)), "language")
    assert list(found) == ["en", "other"]
    assert found["en"] == pytest.approx([1] * 11 + [0, 11 / 12])
    assert found["other"] == pytest.approx([0] * 11 + [1, 1 / 12])


def test_numbers_are_in_standard_deviations_and_unknown_is_the_mean(films):
    found = columns(features(films, ("numbers",)), "numbers")
    assert list(found) == ["year", "runtime", "fame", "acclaim"]
    runtimes = np.array([100, 120, 80])
    assert found["runtime"] == pytest.approx([*(runtimes - 100) / runtimes.std(), 0], abs=1e-6)
    years = np.array([1994, 1998, 2001])
    assert found["year"] == pytest.approx([*(years - years.mean()) / years.std(), 0], abs=1e-6)
    acclaim = np.array([4.0, 2.0, 0.0])  # the third is known, and not acclaimed
    assert found["acclaim"] == pytest.approx([*(acclaim - 2) / acclaim.std(), 0], abs=1e-6)


def test_what_lies_far_out_is_drawn_in(film):
    found = features([film(n, runtime=90 + n % 2) for n in range(1, 60)] + [film(60, runtime=5000)], ("numbers",))
    assert columns(found, "numbers")["runtime"][-1] == 4


def test_words_are_weighed_and_rows_have_length_one(films):
    found = features(films, ("document",))
    words = columns(found, "document")
    assert set(words) == {"harbour", "night", "drama"}  # in two films, and no stop word
    assert words["harbour"][0] > 0
    assert words["harbour"][2] == 0
    lengths = np.sqrt((found.matrix.toarray() ** 2).sum(axis=1))
    assert lengths == pytest.approx([1, 1, 1, 0])


def test_words_are_those_of_scikit_learn_on_the_documents(starter_films):
    from sklearn.feature_extraction.text import TfidfVectorizer

    some = starter_films[:60]
    expected = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2).fit([document(m) for m in some])
    found = features(some, ("document",))
    assert found.matrix.toarray() == pytest.approx(expected.transform([document(m) for m in some]).toarray(), abs=1e-6)


def test_a_document_says_strong_moods_and_reviews(film):
    said = document(film(1, overview="A boat.", moods={"funny": 3.0, "scary": 1.0}, reviews=("Wet.",)))
    assert said == "Nobody's Harbour. A boat\nfunny\nWet."


def test_blocks_stand_beside_each_other_and_can_be_chosen(films):
    whole = features(films)
    assert tuple(whole.blocks) == BLOCKS
    assert whole.matrix.shape == (4, len(whole.names))
    assert sum(part.stop - part.start for part in whole.blocks.values()) == len(whole.names)
    two = features(films, ("numbers", "genres"))
    assert list(two.blocks) == ["numbers", "genres"]
    for block in two.blocks:
        assert np.array_equal(two.block(block).toarray(), whole.block(block).toarray())
        assert two.names[two.blocks[block]] == whole.names[whole.blocks[block]]
    with pytest.raises(ValueError, match="no such block of features: mood"):
        features(films, ("genres", "mood"))


def test_a_catalogue_gives_what_its_films_give_in_any_order_of_names(films, tmp_path):
    catalogue.write(films, tmp_path / "movies.parquet")
    opened, listed = features(Catalogue.open(tmp_path / "movies.parquet")), features(films)
    assert opened.names == listed.names
    assert np.array_equal(opened.matrix.toarray(), listed.matrix.toarray())
    turned = features(films[::-1])
    assert turned.names == listed.names
    assert turned.matrix.toarray()[::-1] == pytest.approx(listed.matrix.toarray(), abs=1e-6)


def test_no_films_and_unknown_films_have_rows_all_the_same(film):
    assert features([]).matrix.shape[0] == 0
    bare = features([film(1, ""), film(2, "")])
    assert bare.matrix.shape == (2, len(GENRES) + 4)
    assert not bare.matrix.toarray().any()


def test_the_nearest_against_scikit_learn(starter_films: list[Movie]):
    from sklearn.metrics.pairwise import cosine_similarity

    found = features(starter_films, ("document", "genres", "people"))
    rows, alike = nearest(found, 5, 10)
    cosine = cosine_similarity(found.matrix[[5]], found.matrix).ravel()
    cosine[5] = -1
    assert alike == pytest.approx(np.sort(cosine)[::-1][:10], abs=1e-6)
    assert cosine[rows] == pytest.approx(alike, abs=1e-6)
    assert nearest(features(starter_films[:3], ("genres",)), 0, 10)[0].tolist().count(0) == 0
