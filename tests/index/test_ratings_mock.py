"""Made-up ratings: the same each time, long-tailed, and with something in them to be learned."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_array

from index.errors import SourceError
from index.movie import Movie
from index.sources.ratings import Ratings
from index.sources.ratings.keeping import save
from index.sources.ratings.mock import Traits, mock
from index.sources.ratings.schema import check, load


@pytest.fixture(scope="module")
def ratings(starter_films: list[Movie]) -> Ratings:
    return mock(starter_films, 500, 1)


def test_the_same_seed_gives_the_same_bytes(tmp_path, starter_films: list[Movie]) -> None:
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        save(mock(starter_films, 20, seed), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").read_bytes() != (tmp_path / "c").read_bytes()


def test_more_people_leave_the_first_as_they_are(starter_films: list[Movie]) -> None:
    few, many = mock(starter_films, 5, 3), mock(starter_films, 9, 3)
    assert many.table[many.table["user"] < 5].equals(few.table)
    assert many.people[:5].equals(few.people)


def test_they_keep_the_contract_and_say_that_they_are_made_up(ratings: Ratings, starter_films, tmp_path) -> None:
    check(ratings)
    assert ratings.made_up
    assert set(ratings.table["film"]) <= {film.tmdb for film in starter_films}
    save(ratings, tmp_path / "mock.parquet")
    loaded, _ = load(tmp_path / "mock.parquet")
    assert loaded.table.equals(ratings.table)
    assert loaded.people.equals(ratings.people)
    assert (loaded.made_up, loaded.licence) == (True, ratings.licence)


def test_stars_are_as_people_give_them(ratings: Ratings) -> None:
    stars = ratings.table["stars"]
    assert set(np.unique(stars * 2)) <= set(range(1, 11))
    assert 3.2 < stars.mean() < 3.9
    assert 0.8 < stars.std() < 1.2
    of_each = stars.groupby(ratings.table["user"])
    assert of_each.mean().std() > 0.25  # some are more generous than others
    whole = of_each.apply(lambda s: (s % 1 == 0).all())
    assert 0.15 < whole.mean() < 0.4  # and some give whole stars only


def test_few_films_have_most_ratings_and_few_people_give_most(ratings: Ratings, starter_films) -> None:
    per_film = ratings.table["film"].value_counts().reindex([f.tmdb for f in starter_films], fill_value=0)
    assert per_film.mean() > 1.5 * per_film.median()
    assert per_film.nlargest(len(per_film) // 10).sum() > 0.35 * per_film.sum()
    per_person = ratings.table.groupby("user").size()
    assert per_person.mean() > 1.2 * per_person.median()
    fame = np.array([film.fame for film in starter_films])
    assert per_film.to_numpy()[fame == 4].mean() > 4 * per_film.to_numpy()[fame == 2].mean()


def test_acclaimed_films_are_liked_better(ratings: Ratings, starter_films: list[Movie]) -> None:
    acclaim = ratings.table["film"].map({f.tmdb: f.acclaim for f in starter_films})
    stars = ratings.table["stars"]
    assert stars[acclaim == 4].mean() > stars[acclaim <= 1].mean() + 0.3


def test_who_loves_a_film_sees_its_kin(starter_films: list[Movie]) -> None:
    traits = Traits.of_movies(starter_films)
    alone = replace(traits, kin=csr_array(traits.kin.shape))
    kin = {f.tmdb: set(f.kin) for f in starter_films}

    def share(table) -> float:
        """Of the kin of what somebody loved, how much they saw."""
        seen = table.groupby("user")["film"].agg(set)
        loved = table[table["stars"] >= 4.5]
        return np.mean([len(kin[f] & seen[u]) / len(kin[f]) for u, f in zip(loved["user"], loved["film"], strict=True)])

    assert share(mock(traits, 150, 1).table) > 1.3 * share(mock(alone, 150, 1).table)


def test_age_leans_to_an_era_and_some_tell_nothing(ratings: Ratings, starter_films: list[Movie]) -> None:
    year = ratings.table["film"].map({f.tmdb: f.year for f in starter_films})
    age = ratings.table["user"].map(ratings.people["age"])
    assert year[age < 25].mean() > year[age > 50].mean() + 3
    silent = ratings.people["age"].isna()
    assert 0.1 < silent.mean() < 0.3
    assert set(ratings.people.loc[silent, "gender"]) == {""}
    assert set(ratings.people.loc[~silent, "gender"]) == {"F", "M"}


def test_nobody_rates_a_film_before_it_was_made(ratings: Ratings, starter_films: list[Movie]) -> None:
    year = ratings.table["film"].map({f.tmdb: f.year for f in starter_films})
    rated = (
        (ratings.table["at"].to_numpy() * 1_000_000_000).astype("datetime64[ns]").astype("datetime64[Y]").astype(int)
    )
    assert (rated + 1970 >= year.to_numpy()).all()
    assert rated.min() + 1970 >= 2014


def test_neighbours_beat_popularity(ratings: Ratings, starter_films: list[Movie]) -> None:
    """Recall@20 of the other likes from five, for people that the neighbours were not learned from."""
    column = {film.tmdb: number for number, film in enumerate(starter_films)}
    liked = ratings.table[ratings.table["stars"] >= 4]
    matrix = np.zeros((500, len(column)))
    matrix[liked["user"], liked["film"].map(column)] = 1
    train, rest = matrix[:400], matrix[400:]
    popular = train.sum(axis=0)
    norm = np.sqrt(popular) + 1e-9
    near = train.T @ train / (np.outer(norm, norm) + 5)
    np.fill_diagonal(near, 0)
    rng = np.random.default_rng(0)
    recalls = []
    for row in rest:
        films = np.flatnonzero(row)
        if len(films) < 10:
            continue
        given = rng.choice(films, 5, replace=False)
        others = np.setdiff1d(films, given)
        found = []
        for scores in (near[given].sum(axis=0), popular.copy()):
            scores[given] = -1
            found.append(np.isin(np.argsort(-scores)[:20], others).sum() / min(20, len(others)))
        recalls.append(found)
    by_neighbours, by_popularity = np.mean(recalls, axis=0)
    assert by_neighbours > 1.05 * by_popularity


def test_films_without_moods_kin_or_fame_will_do() -> None:
    films = [Movie(tmdb=number, title=f"Harbour {number}") for number in range(1, 8)]
    made = mock(films, 3, 0)
    check(made)
    assert made.table.groupby("user").size().to_list() == [3, 3, 3]  # half of what there is, at most
    with pytest.raises(SourceError, match="no films"):
        mock([], 3, 0)
