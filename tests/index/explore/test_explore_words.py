"""The words agree with the numbers, whatever the numbers are."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from index.explore import films as of_films
from index.explore.together import membership, together
from index.explore.words import films as film_words
from index.explore.words import joined, language, of_all, percent, signed
from index.explore.words import ratings as rating_words


def figures(sentence):
    """All numbers of a sentence, in their order."""
    return [float(n.replace(",", "").replace("−", "-")) for n in re.findall(r"[−+]?\d[\d,]*(?:\.\d+)?", sentence)]


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "0%"),
        (0.0004, "under 0.1%"),
        (0.0123, "1.2%"),
        (0.0996, "10.0%"),
        (0.1, "10%"),
        (0.456, "46%"),
        (0.992, "99.2%"),
        (0.9996, "over 99.9%"),
        (1, "100%"),
    ],
)
def test_a_share_is_said_so_that_it_is_true(share, said):
    assert percent(share) == said


def test_figures_and_names_in_a_sentence():
    assert of_all(1204, 2408) == "1,204 (50%)"
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert [signed(0.2), signed(-0.104), signed(-0.001)] == ["+0.20", "−0.10", "0.00"]
    assert [language("fr"), language("cn"), language("zz")] == ["French", "Cantonese", "zz"]


def test_gaps(film_numbers):
    fields = film_numbers.fields.copy()
    fields.loc["trailer", "share"] = 0.04
    share = fields["share"]
    well, hardly, never = film_words.gaps(replace(film_numbers, fields=fields))
    assert "trailer (4.0%)" in hardly
    assert figures(well) == [(share >= 0.9).sum(), len(share)]
    assert set(re.findall(r"[a-z_]+(?= \()", hardly)) == set(share[(share > 0) & (share < 0.1)].index)
    assert {name for name in share.index if re.search(rf"\b{name}\b", never)} == set(share[share == 0].index)


def test_years(film_numbers, frame):
    when, most = film_words.years(film_numbers)
    first, last, middle = figures(when)
    assert (first, last) == (frame["year"].min(), frame["year"].max())
    assert (frame["year"] <= middle).mean() >= 0.5 > (frame["year"] < middle).mean()
    decades = (frame["year"] // 10 * 10).value_counts()
    decade, count, share, busiest, films = figures(most)
    assert (decade, count) == (decades.index[0], decades.iloc[0])
    assert share == round(100 * count / len(frame))
    assert films == frame["year"].value_counts().max() == (frame["year"] == busiest).sum()


def test_genres(film_numbers, frame):
    counts = frame["genres"].explode().value_counts()
    common, mean = film_words.genres(film_numbers)
    assert common.startswith(f"{counts.index[0]} is the most common genre, on {counts.iloc[0]:,} (")
    assert figures(common)[-1] == counts.min()
    assert figures(mean) == [round(frame["genres"].map(len).mean(), 1)]
    assert "every film has one" in mean


def test_films_without_a_genre_are_said(frame):
    some = frame.head(10).copy()
    some["genres"] = [np.array([], dtype=object)] * 3 + some["genres"].tolist()[3:]
    assert "3 (30%) have none" in film_words.genres(of_films.numbers(some))[1]


def test_pairs():
    names = [["Drama", "War"]] * 30 + [["Comedy"]] * 70 + [["Drama"]] * 20 + [["Comedy", "Drama"]] * 2
    found = together(membership(pd.Series([np.array(n, dtype=object) for n in names])))
    most, least = film_words.pairs(found)
    assert most.startswith("Drama and War go together most: on 30 films, ")
    assert figures(most)[1] == round(30 * 122 / (52 * 30), 1)
    # Comedy and War are never together, and by chance 17.7 films would have both: too few to say anything.
    assert least == "Comedy and Drama avoid each other most: by chance 31 films would have both, and 2 do."


def test_runtimes_and_languages(film_numbers, frame):
    middle, ends = film_words.runtimes(film_numbers)
    assert figures(middle) == [round(frame["runtime"].quantile(q)) for q in (0.25, 0.75, 0.5)]
    short, _, long, _ = figures(ends)
    assert (short, long) == ((frame["runtime"] < 60).sum(), (frame["runtime"] >= 180).sum())
    main = frame["languages"].str[0].value_counts()
    said, count = film_words.languages(film_numbers)
    assert said.startswith(f"English is the main language of {main['en']:,} (")
    assert figures(said)[2:] == main.iloc[1:5].tolist()
    assert figures(count) == [len(main)]


def test_votes_and_ratings(film_numbers, frame):
    imdb, tmdb = film_words.votes(film_numbers)
    for said, column in ((imdb, "imdb_votes"), (tmdb, "votes")):
        votes = frame.loc[frame[column] > 0, column].sort_values(ascending=False)
        top = [votes.head(int(np.ceil(len(votes) * p))).sum() / votes.sum() for p in (0.01, 0.2)]
        count, _, half, most, _, one, _, twenty = figures(said)
        assert (count, most) == (len(votes), votes.max())
        assert half == pytest.approx(votes.median(), abs=0.5)
        assert [one, twenty] == pytest.approx([100 * t for t in top], abs=0.5)
    rating = frame.loc[frame["imdb_votes"] > 0, "imdb_rating"]
    expected = [round(float(v), 1) for v in (rating.mean(), 10, rating.quantile(0.25), rating.quantile(0.75))]
    assert figures(film_words.ratings(film_numbers)[0]) == expected


def test_nothing_is_said_of_what_is_not_there(frame):
    none = of_films.numbers(frame.head(0))
    for words in (film_words.years, film_words.genres, film_words.runtimes, film_words.languages, film_words.ratings):
        assert words(none) == []
    assert film_words.pairs(none.together) == []
    assert film_words.votes(none) == ["No film of this catalogue has votes."]


def test_sizes_and_stars(rating_numbers, some_ratings):
    n, table = rating_numbers, some_ratings.table
    size, here = rating_words.sizes(n)
    assert figures(size)[:3] == [len(table), table["film"].nunique(), table["user"].nunique()]
    assert figures(size)[3] == pytest.approx(100 * n.filled, abs=0.5)
    assert (figures(here)[0], figures(here)[2]) == (n.known_ratings, n.known_films)
    mean, halves = rating_words.stars(n)
    assert figures(mean)[0] == round(float(table["stars"].mean()), 2)
    assert figures(mean)[1] == table["stars"].mode()[0]
    assert figures(mean)[3] == (table["stars"] >= 4).sum()
    assert figures(halves)[0] == (table["stars"] % 1 == 0.5).sum()
    whole = replace(n, stars=pd.Series([3, 5], index=[4.0, 5.0]), ratings=8)
    assert rating_words.stars(whole)[1] == "Nobody gave half stars."
    assert "the most common rating 5; 4 or more: 8 (100%)" in rating_words.stars(whole)[0]


def test_people_and_films_that_were_rated(rating_numbers, some_ratings):
    person, film = some_ratings.table.groupby("user").size(), some_ratings.table.groupby("film").size()
    half, mean, most, least = figures(rating_words.people(rating_numbers)[0])
    assert (most, least) == (person.max(), person.min())
    assert [half, mean] == pytest.approx([person.median(), person.mean()], abs=0.5)
    half, most, once, _ = figures(rating_words.rated(rating_numbers)[0])
    assert (most, once) == (film.max(), (film == 1).sum())
    assert half == pytest.approx(film.median(), abs=0.5)
    top, gini = rating_words.tail(rating_numbers)
    assert [n for n in figures(top) if n in (1, 5, 20)] == [1, 5, 20]
    assert figures(gini)[0] == round(rating_numbers.tail.gini, 2)


def test_genres_of_ratings_leave_out_those_with_few(rating_numbers):
    table = pd.DataFrame(
        {"ratings": [99, 5000, 100], "share": [0.01, 0.6, 0.01], "mean": [4.9, 3.9, 3.4]},
        index=["War", "Drama", "Music"],
    )
    best, most = rating_words.genres(replace(rating_numbers, genres=table))
    assert best == "Drama is liked best, with 3.90 stars in the mean, and Music least, with 3.40: 0.50 apart."
    assert most == "Drama is rated most: 60% of the ratings are of films in it."


def test_groups(rating_numbers):
    table = pd.DataFrame(
        {"women": [0.1, 0.204, np.nan], "men": [0.05, -0.304, 0.9]}, index=["Drama", "Horror", "War"]
    )  # War: of one group alone
    found = replace(rating_numbers.genders, table=table, people=pd.Series([1200, 30], index=["women", "men"]))
    assert rating_words.groups(found) == [
        "People who told theirs, by group: women (1,200) and men (30).",
        "They differ most on Horror: women give it +0.20 stars against their own mean, men −0.30; 0.50 apart.",
        "They agree most on Drama: 0.05 apart.",
        "A genre with fewer than 100 ratings of a group says nothing of it.",
    ]


def test_the_best(film_numbers):
    ranking = film_numbers.best
    how, first = rating_words.best(ranking)
    assert f"m = {ranking.m:,.0f} " in how
    assert f"C = {ranking.c:.2f} " in how
    assert "90% of them" in how
    assert "(IMDb)" in how
    assert first.startswith(f"{ranking.ranked} films have")
    top = ranking.table.iloc[0]
    assert f"{top['title']} ({top['year']:.0f}) with {top['weighted']:.1f} of 10." in first
    assert rating_words.named({"title": "Nobody's Harbour", "year": np.nan}) == "Nobody's Harbour"
