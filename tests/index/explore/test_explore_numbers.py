"""What is counted of films and ratings, against pandas or by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from index.build import coverage
from index.errors import ArtefactError, NothingBuilt
from index.explore import films as of_films
from index.explore import rated
from index.explore.spread import even, rising
from index.explore.tail import tail
from index.explore.together import membership, strongest, together
from index.explore.weighted import ranking, weighted
from index.movie import GENRES, Movie


def column(*values):
    return pd.Series([np.array(v, dtype=object) for v in values])


def test_fields_are_counted_as_catalogue_info_counts_them(explored_bundle, film_numbers):
    _, shares = coverage(explored_bundle)
    del shares["adult"]
    assert film_numbers.fields["share"].to_dict() == pytest.approx(shares)
    assert film_numbers.fields["known"].is_monotonic_decreasing
    assert set(film_numbers.fields.index) == set(shares)


def test_films_are_counted_by_year_genre_and_language(film_numbers, voted_films):
    films = pd.DataFrame({
        "year": [m.year for m in voted_films],
        "main": [m.languages[0] for m in voted_films],
        "genres": [list(m.genres) for m in voted_films],
    })  # fmt: skip
    years = films["year"].value_counts()
    assert {year: count for year, count in film_numbers.years.items() if count} == years.to_dict()
    assert film_numbers.years.index.tolist() == list(range(films["year"].min(), films["year"].max() + 1))
    assert film_numbers.genres.to_dict() == films["genres"].explode().value_counts().to_dict()
    assert film_numbers.genres.is_monotonic_decreasing
    assert film_numbers.labels == pytest.approx(films["genres"].map(len).mean())
    assert film_numbers.languages.to_dict() == films["main"].value_counts().to_dict()
    assert film_numbers.languages.is_monotonic_decreasing


def test_runtimes_and_votes_are_spread(film_numbers, voted_films):
    runtimes = np.array([m.runtime for m in voted_films])
    assert film_numbers.runtimes.count == len(runtimes)
    assert film_numbers.runtimes.median == np.median(runtimes)
    assert film_numbers.runtimes.counts[9] == ((runtimes >= 90) & (runtimes < 100)).sum()
    assert film_numbers.runtimes.counts[-1] == (runtimes >= 230).sum()
    votes = np.array([m.imdb_votes for m in voted_films if m.imdb_votes])
    assert film_numbers.votes["IMDb"].count == len(votes)
    assert film_numbers.votes["IMDb"].most == votes.max()
    rated = [m.rating for m in voted_films if m.votes]
    assert film_numbers.ratings["TMDB"].mean == pytest.approx(np.mean(rated))
    assert film_numbers.tails["TMDB"].total == sum(m.votes for m in voted_films)


def test_a_catalogue_that_knows_next_to_nothing_has_numbers_too(bundle_of, film):
    frame, _ = of_films.read(bundle_of([film(1), film(2)]))
    found = of_films.numbers(frame)
    assert (found.films, len(found.years), len(found.genres), len(found.languages)) == (2, 0, 0, 0)
    assert (found.runtimes, found.best, dict(found.votes), dict(found.tails)) == (None, None, {}, {})
    assert found.fields.loc["title", "share"] == 1
    assert found.fields.loc["year", "known"] == 0


def test_films_that_cannot_be_read_say_how_to_mend_it(tmp_path: Path, explored_bundle: Path):
    with pytest.raises(NothingBuilt, match="matinee catalogue build"):
        of_films.read(tmp_path)
    import shutil

    broken = shutil.copytree(explored_bundle, tmp_path / "bundle")
    path = broken / "catalogue-tiny" / "movies.parquet"
    path.write_bytes(b"0" * path.stat().st_size)
    with pytest.raises(ArtefactError, match="build again"):
        of_films.read(broken)


def test_counts_fall_into_bins_that_rise_by_one_two_five():
    found = rising(np.array([0, 1, 1, 2, 4, 5, 9, 10, 199, 200]))
    assert found.edges.tolist() == [1, 2, 5, 10, 20, 50, 100, 200, 500]
    assert found.counts.tolist() == [2, 2, 2, 1, 0, 0, 1, 1]
    assert (found.count, found.least, found.median, found.most) == (9, 1, 5, 200)
    assert rising(np.array([0, 0])) is None
    assert rising(np.array([1])).edges.tolist() == [1, 2]


def test_even_bins_hold_what_lies_beyond_at_their_ends():
    found = even(np.array([-5, 0, 9.9, 10, 19, 20, 99, np.nan]), step=10, low=0, high=30)
    assert found.edges.tolist() == [0, 10, 20, 30]
    assert found.counts.tolist() == [3, 2, 2]
    assert found.mean == pytest.approx(152.9 / 7)
    assert even(np.array([np.nan]), step=1, low=0, high=2) is None


def test_the_long_tail_against_its_definition():
    rng = np.random.default_rng(5)
    counts = rng.integers(0, 50, 137)
    found, some = tail(counts), counts[counts > 0]
    apart = np.abs(some[:, None] - some[None, :]).mean() / (2 * some.mean())
    assert found.gini == pytest.approx(apart)
    ranked = np.sort(some)[::-1]
    for percent, share in found.top.items():
        assert share == pytest.approx(ranked[: int(np.ceil(len(some) * percent / 100))].sum() / some.sum())
    assert set(found.top) == {1, 5, 20}
    assert (found.share_of_films[0], found.share_of_films[-1]) == (0, 1)
    for at, share in zip(found.share_of_films, found.share_of_ratings, strict=True):
        assert share == pytest.approx(ranked[: round(at * len(some))].sum() / some.sum())


def test_tails_at_the_ends_of_the_scale():
    assert tail(np.full(50, 7)).gini == pytest.approx(0)
    assert tail(np.array([10**9, *[1] * 999])).gini == pytest.approx(0.999, abs=1e-4)
    assert tail(np.zeros(3)) is None


def test_weighted_rating_by_hand():
    films = pd.DataFrame({
        "title": ["few", "many", "some", "none"],
        "year": [2001, 2002, np.nan, 2003],
        "rating": [10.0, 8.0, 6.0, np.nan],
        "votes": [10, 1000, 100, 0],
    })  # fmt: skip
    found = ranking(films, by="us", scale=10, trusted=0.5)
    assert (found.m, found.c, found.ranked) == (100, 8.0, 2)
    assert found.table["title"].tolist() == ["many", "some"]
    assert found.table["weighted"].tolist() == pytest.approx([8.0, 7.0])
    assert weighted(np.array([10.0]), np.array([10]), 100, 8.0).tolist() == pytest.approx(
        [10 / 110 * 10 + 100 / 110 * 8]
    )
    assert ranking(films, by="us", scale=10, trusted=0.5, count=1).table["title"].tolist() == ["many"]
    assert ranking(films.assign(votes=0), by="us", scale=10, trusted=0.5) is None


def test_genres_together_against_counting(voted_films: list[Movie]):
    member = membership(pd.Series([np.array(m.genres, dtype=object) for m in voted_films]))
    found = together(member)
    sets = [set(m.genres) for m in voted_films]
    some = sum(bool(s) for s in sets)
    for one in found.counts.index:
        for other in found.counts.columns:
            both = sum({one, other} <= s for s in sets)
            assert found.counts.loc[one, other] == both
            alone = sum(one in s for s in sets), sum(other in s for s in sets)
            if one == other:
                assert np.isnan(found.lift.loc[one, other])
            else:
                assert found.lift.loc[one, other] == pytest.approx(both / some / (alone[0] / some * alone[1] / some))
    assert found.films == some


def test_the_strongest_pairs_stand_on_enough_films():
    member = membership(column(*[["Drama", "War"]] * 3, ["Comedy", "Music"], *[["Drama"]] * 6, [], ["Unheard of"]))
    found = together(member)
    assert found.films == 10
    pairs = strongest(found, least=3)
    assert pairs[["one", "other", "films"]].to_numpy().tolist() == [["Drama", "War", 3]]
    assert pairs["lift"].tolist() == pytest.approx([3 * 10 / (9 * 3)])
    assert strongest(found, least=1)["lift"].tolist() == pytest.approx([10.0, 10 / 9])


def test_sizes_of_ratings_against_pandas(rating_numbers, some_ratings, frame):
    table = some_ratings.table
    here = table[table["film"].isin(frame["tmdb"])]
    n = rating_numbers
    assert (n.ratings, n.people, n.films) == (len(table), table["user"].nunique(), table["film"].nunique())
    assert (n.known_ratings, n.known_films) == (len(here), here["film"].nunique())
    assert n.known_ratings < n.ratings
    assert n.filled == pytest.approx(len(table) / (n.people * n.films))
    assert n.mean == pytest.approx(table["stars"].mean(), abs=1e-5)
    assert n.known_mean == pytest.approx(here["stars"].mean(), abs=1e-5)
    assert n.stars.to_dict() == table["stars"].value_counts().to_dict()
    assert n.per_person.median == table.groupby("user").size().median()
    assert n.per_film.most == table.groupby("film").size().max()
    assert n.tail.total == len(table)
    assert (n.licence, n.made_up) == (some_ratings.licence, True)


def test_ratings_by_genre_against_pandas(rating_numbers, some_ratings, frame):
    rows = some_ratings.table.merge(frame[["tmdb", "genres"]], left_on="film", right_on="tmdb")
    expected = rows.explode("genres").groupby("genres")["stars"].agg(["size", "mean"])
    assert rating_numbers.genres["ratings"].to_dict() == expected["size"].to_dict()
    assert rating_numbers.genres["mean"].to_dict() == pytest.approx(expected["mean"].to_dict(), abs=1e-4)
    assert rating_numbers.genres["share"].to_dict() == pytest.approx((expected["size"] / len(rows)).to_dict())
    assert rating_numbers.genres["mean"].is_monotonic_decreasing


def test_groups_against_pandas(rating_numbers, some_ratings, frame):
    rows = some_ratings.table.join(some_ratings.people, on="user").merge(
        frame[["tmdb", "genres"]], left_on="film", right_on="tmdb"
    )
    edges = [0, 18, 25, 35, 45, 56, 200]
    names = ["under 18", "18 to 24", "25 to 34", "35 to 44", "45 to 55", "56 and over"]
    rows["ages"] = pd.cut(rows["age"], edges, right=False, labels=names).astype(object)
    rows["genders"] = rows["gender"].map({"F": "women", "M": "men", "": None})
    for kind in ("ages", "genders"):
        found = getattr(rating_numbers, kind)
        told = rows[rows[kind].notna()]
        assert found.ratings.to_dict() == told.groupby(kind).size()[found.ratings.index].to_dict()
        assert found.people.to_dict() == told.groupby(kind)["user"].nunique()[found.people.index].to_dict()
        mean = told.groupby(kind)["stars"].mean()
        cells = told.explode("genres").groupby(["genres", kind])["stars"].agg(["size", "mean"])
        for genre in found.table.index:
            for group in found.table.columns:
                size = cells["size"].get((genre, group), 0)
                if size < 100:
                    assert np.isnan(found.table.loc[genre, group])
                else:
                    lean = cells.loc[(genre, group), "mean"] - mean[group]
                    assert found.table.loc[genre, group] == pytest.approx(lean, abs=1e-4)
    assert set(rating_numbers.genders.people.index) == {"women", "men"}


def test_groups_that_are_too_small_are_not_shown(some_ratings, frame):
    few = some_ratings.people.assign(gender=["F"] * 5 + ["M"] * 145, age=np.nan)
    found = rated.numbers(replace(some_ratings, people=few), frame)
    assert (found.ages, found.genders) == (None, None)
    nobody = some_ratings.people.iloc[:0]
    assert rated.numbers(replace(some_ratings, people=nobody), frame).genders is None


def test_no_ratings_have_no_numbers(some_ratings, frame):
    assert rated.numbers(replace(some_ratings, table=some_ratings.table.iloc[:0]), frame) is None


def test_ratings_of_other_films_alone_are_counted(some_ratings, frame):
    away = some_ratings.table.assign(film=some_ratings.table["film"] + 5_000_000_000)
    found = rated.numbers(replace(some_ratings, table=away), frame)
    assert (found.known_ratings, found.known_films, found.best, found.ages) == (0, 0, None, None)
    assert np.isnan(found.known_mean)
    assert found.genres.empty


def test_membership_has_the_columns_of_genres():
    member = membership(column(["Comedy", "Drama"], []))
    assert [GENRES[g] for g in np.flatnonzero(member[0])] == ["Comedy", "Drama"]
    assert not member[1].any()
