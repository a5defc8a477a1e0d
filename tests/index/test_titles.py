"""Titles and names in text, over a small catalogue whose right answers can be read off."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import ArtefactError
from index.movie import Movie
from index.titles import Kind, TitleIndex, read
from index.titles.words import normalise

FILMS = [
    Movie(tmdb=1, title="The Godfather", year=1972, fame=4.0, directors=("Francis Ford Coppola",)),
    Movie(tmdb=2, title="The Godfather: Part II", year=1974, fame=3.5, collection="The Godfather"),
    Movie(tmdb=3, title="Crash", year=2004, fame=3.0),
    Movie(tmdb=4, title="Crash", year=1996, fame=2.0),
    Movie(tmdb=5, title="WALL·E", year=2008, fame=4.0),
    Movie(tmdb=6, title="Amélie", original_title="Le Fabuleux Destin d'Amélie Poulain", year=2001, fame=4.0),
    Movie(tmdb=7, title="Twelve Monkeys", year=1995, fame=3.0, aka=("12 Monkeys",)),
    Movie(tmdb=8, title="The Lord of the Rings: The Return of the King", year=2003, fame=4.0),
    Movie(tmdb=9, title="Eternal Sunshine of the Spotless Mind", year=2004, fame=3.0),
    Movie(tmdb=10, title="A Separation", year=2011, fame=2.0, languages=("fa",)),
    Movie(tmdb=11, title="Parasite", year=2019, fame=4.0, languages=("ko",), directors=("Bong Joon Ho",)),
    Movie(tmdb=12, title="Malcolm X", year=1992, fame=2.0, cast=("Denzel Washington",)),
    Movie(tmdb=13, title="8½", year=1963, fame=3.0, composers=("Nino Rota",)),
    Movie(tmdb=15, title="Avatar", year=2009, fame=4.0),
    Movie(tmdb=16, title="Avatar", year=2011, fame=0.8),
    Movie(tmdb=17, title="Avatar", year=2006, fame=0.2),
    Movie(tmdb=14, title="Ocean's Eleven", year=2001, fame=4.0, cast=("George Clooney", "Brad Pitt")),
]  # fmt: skip


@pytest.fixture(scope="module")
def index() -> TitleIndex:
    return TitleIndex.build(FILMS)


def films(index: TitleIndex, text: str) -> dict[str, tuple[int, ...]]:
    return {span.said: span.films for span in index.titles(read(text))}


@pytest.mark.parametrize(
    ("text", "said", "ids"),
    [
        ("the godfather", "the godfather", (1, 2)),
        ("GODFATHER 2", "GODFATHER 2", (2,)),
        ("the godfather part two", "the godfather part two", (2,)),
        ("Godfather II please", "Godfather II", (2,)),
        ("wall-e", "wall-e", (5,)),
        ("walle", "walle", (5,)),
        ("AMELIE", "AMELIE", (6,)),
        ("le fabuleux destin d'amelie poulain", "le fabuleux destin d'amelie poulain", (6,)),
        ("12 monkeys", "12 monkeys", (7,)),
        ("lord of the rings", "lord of the rings", (8,)),
        ("return of the king", "return of the king", (8,)),
        ("lotr", "lotr", (8,)),
        ("eternal sunshine", "eternal sunshine", (9,)),
        ("parasite's director", "parasite's", (11,)),
        ("malcolm 10", "malcolm 10", (12,)),
        ("8 1/2", "8 1/2", (13,)),
        ("oceans 11", "oceans 11", (14,)),
        ("ocean’s eleven", "ocean's eleven", (14,)),
    ],
)
def test_spellings_of_a_title(index: TitleIndex, text: str, said: str, ids: tuple[int, ...]) -> None:
    assert films(index, text)[said] == ids


def test_namesakes_come_best_known_first_and_a_year_decides(index: TitleIndex) -> None:
    assert films(index, "crash")["crash"] == (3, 4)
    assert films(index, "crash (1996)")["crash"] == (4, 3)
    assert films(index, "the 1997 crash")["crash"] == (4, 3), "people are off by a year"
    assert films(index, "avatar (2011)")["avatar"] == (15, 16, 17), "by two with a film that everybody knows"
    assert films(index, "avatar (2006)")["avatar"] == (17, 15, 16)
    assert films(index, "crash (1950)")["crash"] == (3, 4)
    assert [span.year for span in index.titles(read("crash (1950)"))] == [None]


def test_a_title_does_not_run_over_the_end_of_a_sentence(index: TitleIndex) -> None:
    assert "eternal sunshine" not in films(index, "love is eternal. sunshine is not")


def test_the_article_of_a_title_is_noticed(index: TitleIndex) -> None:
    of = {text: index.titles(read(text))[0].article for text in ("a separation", "separation", "the separation")}
    assert of == {"a separation": True, "separation": False, "the separation": False}


def test_quotes_capitals_and_kind_are_told(index: TitleIndex) -> None:
    (span,) = [s for s in index.titles(read('I saw "Twelve Monkeys" twice')) if s.words == 2]
    assert (span.quoted, span.capitals, span.kind, span.similarity) == (True, 1.0, Kind.FULL, 1.0)
    (span,) = index.titles(read("see the lord of the rings"))
    assert (span.quoted, span.capitals, span.kind) == (False, 0.0, Kind.SHORT)


def test_misspelt_titles_are_found_nearest_first(index: TitleIndex) -> None:
    written = read("like the godfarther")
    found = index.similar_titles(written, 1, 3)
    assert found[0].films == (1, 2)
    assert found[0].similarity == pytest.approx(2 * 9 / 19)  # nine letters shared, nine and ten long
    assert index.similar_titles(read("zzzzzz"), 0, 1) == []


def test_people_by_full_name_surname_and_order(index: TitleIndex) -> None:
    def named(text: str) -> list[tuple[str, ...]]:
        return [span.names for span in index.names(read(text))]

    assert named("denzel washington") == [("Denzel Washington",), ("Denzel Washington",)]
    assert named("coppola") == [("Francis Ford Coppola",)]
    assert named("Joon-ho Bong") == [("Bong Joon Ho",)]
    assert [s.names for s in index.similar_names(read("by gorge cloony"), 1, 3)] == [("George Clooney",)]
    assert set(index.roles("Nino Rota")) == {"composer"}


def test_facts_of_a_film(index: TitleIndex) -> None:
    film = index.film(11)
    assert film is not None
    assert (film.title, film.year, film.fame, film.directors) == ("Parasite", 2019, 4.0, ("Bong Joon Ho",))
    assert index.film(99) is None
    assert index.latest == 2019


def test_a_stored_index_answers_the_same(index: TitleIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "titles")
    opened = TitleIndex.open(tmp_path / "titles")
    text = read("something like the godfather 2 or crash (1996), directed by bong joon-ho")
    assert opened.titles(text) == index.titles(text)
    assert opened.names(text) == index.names(text)
    assert opened.similar_titles(read("godfarther"), 0, 1) == index.similar_titles(read("godfarther"), 0, 1)
    assert opened.vocabulary.columns() == index.vocabulary.columns()


@pytest.mark.parametrize("content", [None, b"", b"{}", b"[]", b'{"version": 0}', b"\xff\xfe"])
def test_a_broken_index_says_how_to_mend_it(index: TitleIndex, tmp_path: Path, content: bytes | None) -> None:
    index.save(tmp_path)
    if content is None:
        (tmp_path / "triples.npz").write_bytes(b"PK")
    else:
        (tmp_path / "titles.json").write_bytes(content)
    with pytest.raises(ArtefactError, match="build again with `matinee catalogue build`"):
        TitleIndex.open(tmp_path)


def test_an_empty_catalogue_finds_nothing() -> None:
    index = TitleIndex.build([])
    assert index.titles(read("the godfather")) == []
    assert index.similar_titles(read("the godfather"), 0, 2) == []
    assert index.latest == 0


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Amélie & Co.", "amelie and co"),
        ("Don’t", "dont"),
        ("Part III", "part 3"),
        ("Alien³", "alien 3"),
        ("L.A. Confidential", "l a confidential"),
        ("SPIDER-MAN", "spider man"),
    ],
)
def test_normal_form(text: str, normal: str) -> None:
    assert normalise(text) == normal


def test_words_that_look_like_words() -> None:
    from index.sources import starter

    vocabulary = TitleIndex.build(starter.load()[0]).vocabulary
    assert [w for w in ("asdfgh", "xkcd", "saccharine", "zxcvb", "grindhouse") if vocabulary.plausible(w)] == [
        "saccharine",
        "grindhouse",
    ]
    assert vocabulary.common("space")
    assert not vocabulary.common("interstellar")


def test_a_long_word_of_one_title_alone_names_it(index: TitleIndex) -> None:
    assert films(index, "that spotless one") == {"spotless": (9,)}
    assert "godfather" not in {word for word, found in films(index, "godfather").items() if found == (2,)}


def test_a_name_may_lose_its_apostrophe(index: TitleIndex) -> None:
    assert [span.names[0] for span in index.names(read("denzel washingtons best"))][:1] == ["Denzel Washington"]


def test_a_first_word_does_not_tell_by_its_capital(index: TitleIndex) -> None:
    def capitals(text: str) -> list[float]:
        return [span.capitals for span in index.titles(read(text)) if span.words > 1 or span.films[0] == 3]

    assert capitals("Twelve Monkeys again") == [1.0]
    assert capitals("Twelve monkeys again") == [0.0]
    assert capitals("Crash again") == [0.0]
