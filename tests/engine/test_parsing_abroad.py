"""Films by the titles that they have in other languages: the data, and when words are a title."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest

from engine.errors import LexiconError
from engine.parsing import Parser
from engine.parsing import abroad as module
from engine.parsing.abroad import Abroad, titles_in
from engine.parsing.tongue import FOLDER, LANGUAGES
from engine.parsing.translating import in_english
from index.moods import load_axes
from index.sources import starter
from index.titles import TitleIndex


@cache
def index() -> TitleIndex:
    return TitleIndex.build(starter.load()[0])


@cache
def parser() -> Parser:
    return Parser(index(), load_axes(), None)


def english(language: str, text: str) -> str:
    return " ".join(in_english(text, language, index()).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_of_a_film_of_the_starter_and_says_what_english_does_not(language: str) -> None:
    films = {movie.tmdb: movie for movie in starter.load()[0]}
    lines = [line.split("\t") for line in (FOLDER / "titles" / f"{language}.tsv").read_text("utf-8").splitlines()]
    ids = [int(film) for film, _ in lines]
    assert ids == sorted(set(ids))
    assert set(ids) <= films.keys()
    assert len(ids) > 400
    for film, titles in lines:
        said = [title.casefold() for title in titles.split(" | ")]
        assert all(said), film
        assert films[int(film)].title.casefold() not in said, film
        assert len(set(said)) == len(said), film


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_title_alone_is_its_film(language: str) -> None:
    """But for those that several films share, that are everyday words, and that have a full stop inside."""
    lines = [line.split("\t") for line in (FOLDER / "titles" / f"{language}.tsv").read_text("utf-8").splitlines()]
    named = [(int(film), title) for film, titles in lines[::4] for title in titles.split(" | ")]
    read_as = {title: [e.tmdb for e in parser().parse(title, None, language).liked] for _, title in named}
    missed = [title for film, title in named if read_as[title] != [film]]
    assert len(missed) < 0.04 * len(named), missed


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("es", "algo como El padrino pero más divertido", 'something like "The Godfather" but more funny'),
        ("es", "algo como el padrino pero mas divertido", 'something like "The Godfather" but more funny'),
        ("es", "El padrino", '"The Godfather"'),
        ("es", "como el padirno", 'like "The Godfather"'),
        ("es", "películas de tiburones", "films of sharks"),
        ("de", "Der Pate aber lustiger", '"The Godfather" but more funny'),
        ("de", "wie dem Paten", 'like "The Godfather"'),
        ("de", "sieben Filme", "sieben films"),
        ("de", "wie es war", "like"),
        ("de", "nichts wie Der weiße Hai", 'nothing like "Jaws"'),
        ("de", "wie Die Verurteilten und Der weiße Hai", 'like "The Shawshank Redemption" and "Jaws"'),
        ("de", "in einem Raum", "in einem Raum"),
        ("de", "wie John Wick", "like John Wick"),
        ("it", "Il miglio verde, cosa mi consigli?", '"The Green Mile", cosa recommend?'),
        ("fr", "comme les dents de la mer", 'like "Jaws"'),
        ("fr", "j'ai adoré Les Évadés", 'i loved "The Shawshank Redemption"'),
        ("fr", "comme « Les Évadés »", "like « The Shawshank Redemption »"),
        ("it", "come lo squalo", 'like "Jaws"'),
        ("it", "un film sugli squali", "film about sharks"),
        ("pt", "algo como O Poderoso Chefão mas mais divertido", 'something like "The Godfather" but more funny'),
        ("pt", "parecido com um sonho de liberdade", 'similar to "The Shawshank Redemption"'),
        ("ru", "что-то вроде Интерстеллара, но смешнее", 'something like "Interstellar", but funnier'),
        ("ru", "похоже на Крёстного отца", 'similar to "The Godfather"'),
        ("ru", "мне понравились Матрица и Интерстеллар", 'i liked "The Matrix" and "Interstellar"'),
        ("uk", "щось як Хрещений батько, але смішніше", 'something like "The Godfather", but funnier'),
        ("uk", "на кшталт Матриці", 'like "The Matrix"'),
    ],
)  # fmt: skip
def test_a_title_is_read_where_it_is_meant(language: str, text: str, read: str) -> None:
    assert english(language, text) == read


def test_a_film_that_is_not_here_is_not_named() -> None:
    without = TitleIndex.build([movie for movie in starter.load()[0] if "Godfather" not in movie.title])
    assert "Godfather" not in in_english("como El padrino", "es", without)


def test_a_shared_title_is_the_best_known_film_and_a_full_one_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        module, "_lines", lambda _: iter([(120, "Os Anéis: Um"), (121, "Os Anéis: Dois"), (11, "Os Anéis")])
    )
    found = {
        end: [(title.film, title.short) for title in titles] for end, titles in Abroad("pt").at(("os", "aneis"), 0)
    }
    assert found == {2: [(120, True), (121, True), (11, False)]}


def test_a_broken_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "titles").mkdir()
    (tmp_path / "titles" / "de.tsv").write_text("238\tDer Pate\n578 Der weiße Hai\n", encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(LexiconError, match=r"de\.tsv:2 is no TMDB id, tab and titles"):
        Abroad("de")


def test_a_long_message_takes_no_time() -> None:
    text = "как Матриц " * 90
    titles_in("ru")
    best = min(_seconds(text) for _ in range(3))
    assert best < 1.0, "0.2 s on an idle machine; five times that here, for a busy one"


def _seconds(text: str) -> float:
    start = time.perf_counter()
    in_english(text, "ru", index())
    return time.perf_counter() - start
