"""MovieLens in each form that was published, in a few invented lines, dirt included."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from index.errors import SourceError
from index.sources.ratings import holding, movielens
from index.sources.ratings.matching import match, split
from index.sources.ratings.schema import load

NOW = 1_700_000_000
LINKS = "movieId,imdbId,tmdbId\n1,0114709,862\n3,0113228,15602\n6,0113277,\n7,,\n8,0112302,862\n"
RATINGS = "userId,movieId,rating,timestamp\n9,1,4.0,964982703\n9,3,0.5,964981247\n4,6,5.0,964982224\n"


def rows(ratings):
    return [tuple(row) for row in ratings.table.itertuples(index=False)]


def put(folder: Path, **files: str | bytes) -> Path:
    """Files in a folder; "_dot_" in a name is a dot."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / name.replace("_dot_", ".")).write_bytes(data)
    return folder


def taken(path: Path, links: Path | None = None):
    return movielens.load(holding.at(path), holding.at(links) if links else None, now=NOW)


# ratings.csv


def test_a_release_with_links_gives_tmdb_ids_and_negative_imdb_ids(tmp_path: Path) -> None:
    ratings, report = load(put(tmp_path / "ml", ratings_dot_csv=RATINGS, links_dot_csv=LINKS))
    # People are numbered by their numbers there: 4 before 9. Film 6 has an IMDb id alone.
    assert rows(ratings) == [(0, -113277, 5.0, 964982224), (1, 862, 4.0, 964982703), (1, 15602, 0.5, 964981247)]
    assert [str(kind) for kind in ratings.table.dtypes] == ["int32", "int64", "float32", "int64"]
    assert (report.read, report.ratings, report.people, report.films) == (3, 3, 2, 3)
    assert (report.mended, report.dropped) == ({}, {})
    assert "non-commercial" in ratings.licence
    assert not ratings.made_up
    assert len(ratings.people) == 0


def test_a_zip_with_one_top_folder_and_gzipped_files_read_the_same(tmp_path: Path) -> None:
    plain = rows(load(put(tmp_path / "ml", ratings_dot_csv=RATINGS, links_dot_csv=LINKS))[0])
    archive = tmp_path / "ml-latest-small.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("ml-latest-small/ratings.csv", RATINGS)
        made.writestr("ml-latest-small/links.csv", LINKS)
        made.writestr("ml-latest-small/README.txt", "Summary")
    packed = put(
        tmp_path / "gz",
        ratings_dot_csv_dot_gz=gzip.compress(RATINGS.encode()),
        links_dot_csv_dot_gz=gzip.compress(LINKS.encode()),
    )
    assert rows(load(archive)[0]) == plain
    assert rows(load(packed)[0]) == plain


def test_each_dirty_row_is_mended_or_dropped_with_its_reason(tmp_path: Path) -> None:
    dirt = [
        '"1","1","4.0","100"',  # quotes: fine
        "1,3,3.5,200,",  # an empty cell too many: fine
        '1,"6,2.0,300',  # a quote that is never closed: fine, and it swallows nothing
        "1,7,4.0,100",  # a film without ids
        "1,99,4.0,100",  # a film that no link names
        "2,1,4.0,100,x",  # shifted
        "2,1",  # cut off
        "userId,movieId,rating,timestamp",  # the header once more
        "2,many,4.0,100",
        "2,1,nan,100",
        "2,1.5,4.0,100",
        "",
        "3,1,5.5,100",
        "3,1,0.0,100",
        "3,1,5.0,soon",  # no time
        "3,3,5.0",  # no time
        "4,1,1.0,1900000000",  # in the future
        "4,3,1.0,-5",
        "5,1,1.0,200",
        "5,1,2.0,300",  # changed their mind; the later one counts
        "5,8,3.0,250",  # the same film under another number
        "5,3,4.0,100",
        "5,3,4.0,100",
    ]
    text = "\ufeffuserId,movieId,rating,timestamp\r\n" + "\r\n".join(dirt)
    ratings, report = taken(put(tmp_path / "ml", ratings_dot_csv=text, links_dot_csv=LINKS))
    assert rows(ratings) == [
        (0, 862, 4.0, 100),
        (0, 15602, 3.5, 200),
        (0, -113277, 2.0, 300),
        (1, 862, 5.0, 0),
        (1, 15602, 5.0, 0),
        (2, 862, 1.0, 0),
        (2, 15602, 1.0, 0),
        (3, 862, 2.0, 300),
        (3, 15602, 4.0, 100),
    ]
    assert report.mended == {
        "no time, or one that is no number: it counts as unknown": 2,
        "a time in the future or before 1970: it counts as unknown": 2,
    }
    assert report.dropped == {
        "a film without a TMDB or IMDb id": 2,
        "not as many cells as there are columns": 2,
        "the header line once more": 1,
        "a person, a film or a rating that is no number": 3,
        "a rating outside of the scale": 2,
        "rated again later by the same person": 2,
        "the same rating again": 1,
    }
    assert report.read == report.ratings + sum(report.dropped.values()) == 22


def test_a_stray_quote_swallows_no_lines(tmp_path: Path) -> None:
    text = 'userId,movieId,rating,timestamp\n1,1,"4.0,100\n2,3,3.0,100\n3,6,2.0",100\n'
    ratings, _ = taken(put(tmp_path / "ml", ratings_dot_csv=text, links_dot_csv=LINKS))
    assert rows(ratings) == [(0, 862, 4.0, 100), (1, 15602, 3.0, 100), (2, -113277, 2.0, 100)]


def test_columns_in_another_order_and_columns_besides_are_fine(tmp_path: Path) -> None:
    text = "rating,timestamp,note,movieId,userId\n3.0,7,good,1,5\n"
    ratings, _ = taken(put(tmp_path / "ml", ratings_dot_csv=text, links_dot_csv=LINKS))
    assert rows(ratings) == [(0, 862, 3.0, 7)]


def test_of_equally_late_ratings_the_last_in_the_file_counts(tmp_path: Path) -> None:
    text = "userId,movieId,rating,timestamp\n1,1,1.0,50\n1,1,2.0,50\n2,1,4.0,90\n2,1,5.0,\n"
    ratings, _ = taken(put(tmp_path / "ml", ratings_dot_csv=text, links_dot_csv=LINKS))
    assert rows(ratings) == [(0, 862, 2.0, 50), (1, 862, 4.0, 90)]


def test_ratings_that_name_no_film_ask_for_links(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"put the links\.csv of its release beside it"):
        load(put(tmp_path / "ml", ratings_dot_csv=RATINGS))


def test_links_of_a_newer_release_fill_in_what_the_own_ones_lack(tmp_path: Path) -> None:
    newer = put(tmp_path / "newer", links_32m_dot_csv="movieId,imdbId,tmdbId\n7,0000007,77\n1,0114709,999\n")
    text = "userId,movieId,rating,timestamp\n1,1,1.0,50\n1,7,2.0,50\n"
    ratings, _ = taken(put(tmp_path / "ml", ratings_dot_csv=text, links_dot_csv=LINKS), newer)
    assert rows(ratings) == [(0, 862, 1.0, 50), (0, 77, 2.0, 50)]


def test_films_that_nothing_names_stay_for_measuring_under_numbers_of_their_own(tmp_path: Path) -> None:
    table = RATINGS + "4,7,3.0,964982225\n"
    folder = put(tmp_path / "ml", ratings_dot_csv=table, links_dot_csv=LINKS)
    assert [film for _, film, _, _ in rows(load(folder)[0])] == [-113277, 862, 15602]
    ratings, report = load(folder, every=True)
    assert [film for _, film, _, _ in rows(ratings)] == [-113277, -1_000_000_007, 862, 15602]
    assert (report.read, report.ratings, report.dropped) == (4, 4, {})


def test_links_that_are_none_are_named(tmp_path: Path) -> None:
    odd = put(tmp_path / "odd", ratings_dot_csv=RATINGS, links_dot_csv="a,b\n1,2\n")
    with pytest.raises(SourceError, match=r"links\.csv is not as MovieLens writes it"):
        load(odd)


@pytest.mark.parametrize("name", ["missing", "empty", "broken.zip", "other.csv"])
def test_what_holds_no_ratings_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 and then nothing")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    with pytest.raises(SourceError, match=name):
        load(tmp_path / name)


def test_a_file_that_is_cut_off_is_named(tmp_path: Path) -> None:
    folder = put(tmp_path / "ml", ratings_dot_csv_dot_gz=gzip.compress(RATINGS.encode())[:-9], links_dot_csv=LINKS)
    with pytest.raises(SourceError, match=r"ratings\.csv cannot be read"):
        load(folder)


# 1m, 10m


def test_1m_has_demographics_and_takes_its_links_from_a_newer_release(tmp_path: Path) -> None:
    folder = put(
        tmp_path / "ml-1m",
        ratings_dot_dat="1::3::5::978300760\n2::1::3::978302109\n3::6::4::978301968\n",
        users_dot_dat="1::F::1::10::48067\n3::M::56::0::70072\nbroken\n4::M::25::15::55117\n",
        movies_dot_dat="1::Caf\xe9 (1995)::Comedy\n".encode("latin-1"),
    )
    ratings, report = taken(folder, put(tmp_path / "newer", links_dot_csv=LINKS))
    assert rows(ratings) == [(0, 15602, 5.0, 978300760), (1, 862, 3.0, 978302109), (2, -113277, 4.0, 978301968)]
    told = ratings.people.to_dict("list")
    np.testing.assert_equal(told["age"], [15.0, np.nan, 62.0])  # the middle of a band; the second told nothing
    assert told["gender"] == ["F", "", "M"]
    assert told["occupation"] == ["K-12 student", "", ""]
    assert "1 lines of what people told of themselves cannot be read" in report.notes


def test_10m_has_half_stars_between_colons(tmp_path: Path) -> None:
    folder = put(tmp_path / "ml-10M100K", ratings_dot_dat="1::1::4.5::838985046\n1::3::5::838983525\n")
    ratings, _ = taken(folder, put(tmp_path / "newer", links_dot_csv=LINKS))
    assert rows(ratings) == [(0, 862, 4.5, 838985046), (0, 15602, 5.0, 838983525)]


def test_a_table_without_exact_ratings_takes_the_estimate_and_says_so(tmp_path: Path) -> None:
    table = pd.DataFrame({
        "userId": [2, 1, 1],
        "movieId": [1, 3, 1],
        "rating": pd.array([4, None, 5], dtype="Int64"),
        "rating_est": [4.0, 2.25, 5.0],
        "seq": [0, 1, 0],
        "timestamp": pd.array([10, None, None], dtype="Int64"),
    })  # fmt: skip
    folder = put(tmp_path / "ml", links_dot_csv=LINKS)
    table.to_parquet(folder / "rebuilt.parquet")
    ratings, report = taken(folder)
    assert rows(ratings) == [(0, 862, 5.0, 0), (0, 15602, 2.25, 0), (1, 862, 4.0, 10)]  # in the order of seq
    assert report.mended == {
        "no exact rating is known: the mean of what it may be stands for it": 1,
        "no time, or one that is no number: it counts as unknown": 2,
    }


# 100k

ITEMS = [
    "1|Toy Story (1995)|01-Jan-1995||",
    "2|Misérables, Les (1995)|01-Jan-1995||",
    "3|Postino, Il (1994)|01-Jan-1994||",
    "4|unknown||||",
]
MOVIES = (
    'movieId,title,genres\n1,Toy Story (1995),Comedy\n3,"Misérables, Les (1995)",Drama\n'
    '6,"Postman, The (Postino, Il) (1994)",Drama\n9,Toy Story (1995),Comedy\n'
)


def test_100k_finds_its_films_by_title_and_year(tmp_path: Path) -> None:
    folder = put(
        tmp_path / "ml-100k",
        u_dot_data="196\t1\t3\t881250949\n186\t2\t5\t891717742\n22\t3\t1\t878887116\n22\t4\t2\t878887116\n",
        u_dot_item="\n".join(ITEMS).encode("latin-1"),
        u_dot_user="186|24|F|technician|85711\n196|53|M|other|94043\n",
    )
    newer = put(tmp_path / "newer", links_dot_csv=LINKS, movies_dot_csv=MOVIES)
    ratings, report = taken(folder, newer)
    # Two films are called Toy Story there: the one with the low number is the one that 1998 knew.
    assert rows(ratings) == [(0, -113277, 1.0, 878887116), (1, 15602, 5.0, 891717742), (2, 862, 3.0, 881250949)]
    np.testing.assert_equal(ratings.people["age"].to_list(), [np.nan, 24.0, 53.0])
    assert ratings.people["occupation"].to_list() == ["", "technician", "other"]
    assert report.notes == ["3 of 4 films were found by title and year: 3 exactly", "not found: unknown"]
    assert report.dropped == {"a film without a TMDB or IMDb id": 1}


@pytest.mark.parametrize(
    ("written", "titles", "year"),
    [
        ("City of Lost Children, The (Cité des enfants perdus, La) (1995)",
         ("The City of Lost Children", "La Cité des enfants perdus"), 1995),
        ("Seven (a.k.a. Se7en) (1995)", ("Seven", "Se7en"), 1995),
        ("Avventura, L' (1960)", ("L'Avventura",), 1960),
        ("Land Before Time III (1995) (V)", ("Land Before Time III",), 1995),
        ("Two Friends (1986) ", ("Two Friends",), 1986),
        ("unknown", ("unknown",), None),
    ],
)  # fmt: skip
def test_a_title_is_split_as_it_is_written(written: str, titles: tuple[str, ...], year: int | None) -> None:
    assert split(written) == (titles, year)


KNOWN = [
    (10, "Star Quest: Episode IV - The Dawn (1977)"),
    (11, "Marshals of the Plain (1998)"),
    (12, "Lethal Cargo 2 (1989)"),
    (13, "Brief Summer (1956)"),
    (14, "Brief Summer (1999)"),
]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("Star Quest (1977)", 10),  # without its subtitle
        ("Dawn, The (1977)", 10),
        ("Marshalls of the Plain (1998)", 11),  # misspelt
        ("Marshalls of the Plain (1996)", None),  # misspelt, and of another year
        ("Lethal Cargo 3 (1989)", None),  # another one of a series
        ("Brief Summer (1957)", 13),  # a year off
        ("Brief Summer (1970)", None),
        ("Brief Summer", None),
    ],
)
def test_titles_match_only_what_they_must_mean(written: str, number: int | None) -> None:
    matches = match([(1, written)], KNOWN)
    assert matches.found == ({} if number is None else {1: number})
    assert matches.missing == ((written,) if number is None else ())
