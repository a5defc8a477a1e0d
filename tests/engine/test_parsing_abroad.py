"""Films by the titles that they have in other languages: the data, and when words are a title."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.errors import LexiconError
from engine.parsing import Parser
from engine.parsing import abroad as module
from engine.parsing.abroad import Abroad
from engine.parsing.calling import called
from engine.parsing.tongue import FOLDER, LANGUAGES, tongue
from engine.parsing.translating import in_english
from index.artefacts import Artefacts
from index.sources import starter
from index.titles import TitleIndex, read


@pytest.fixture(scope="module")
def titles(artefacts: Artefacts) -> TitleIndex:
    return artefacts.titles


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
def test_a_title_alone_is_its_film(language: str, parser: Parser) -> None:
    """But for those that several films share, that are everyday words, and that have a full stop inside."""
    lines = [line.split("\t") for line in (FOLDER / "titles" / f"{language}.tsv").read_text("utf-8").splitlines()]
    named = [(int(film), title) for film, titles in lines[::4] for title in titles.split(" | ")]
    read_as = {title: [e.tmdb for e in parser.parse(title, None, language).liked] for _, title in named}
    missed = [title for film, title in named if read_as[title] != [film]]
    assert len(missed) < 0.05 * len(named), missed


@pytest.mark.parametrize(
    ("language", "text", "read_as"),
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
        ("it", "come quello del padrino", 'like of "The Godfather"'),
        ("fr", "un film du genre du Parrain", 'film like of "The Godfather"'),
        ("es", "como en la película el padrino", 'like in film "The Godfather"'),
        ("ru", "как в фильме Матрица", 'like in film "The Matrix"'),
        ("ru", "вроде один дома", 'like "Home Alone"'),
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
def test_a_title_is_read_where_it_is_meant(language: str, text: str, read_as: str, titles: TitleIndex) -> None:
    assert " ".join(in_english(text, language, titles).split()) == read_as


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Hass, Liebe, Verrat"),
        ("de", "Gib mir was Lustiges. Mein Onkel schaut mit."),
        ("de", "vielleicht lieber morgen"),
        ("de", "ich mag die Jagd"),
        ("es", "una película de amor y venganza"),
        ("es", "me siento la peor persona del mundo"),
        ("es", "una trampa mortal"),
        ("fr", "un film pas comme les autres"),
        ("fr", "j'aime la chasse"),
        ("fr", "une chute"),
        ("it", "come un padre e un figlio"),
        ("it", "ho visto la casa nuova di mia sorella"),
        ("pt", "tive um dia de cão"),
        ("pt", "gosto de carros"),
        ("ru", "люблю драйв и скорость"),
        ("ru", "что-нибудь на ночь, чтобы было время подумать"),
        ("ru", "фильм про природу и балет"),
        ("uk", "про місто і життя"),
        ("uk", "щось"),
    ],
)
def test_words_that_are_titles_too_are_no_films_in_a_plain_wish(language: str, text: str, parser: Parser) -> None:
    found = parser.parse(text, None, language)
    assert (found.liked, found.disliked, found.seen) == ((), (), ())


@pytest.mark.parametrize(
    ("language", "text", "film"),
    [
        ("de", "Der Pate hat mir nicht gefallen", "The Godfather"),
        ("es", "no me gustó El padrino", "The Godfather"),
        ("fr", "j'ai pas aimé Là-haut", "Up"),
        ("it", "non mi è piaciuto Il petroliere", "There Will Be Blood"),
        ("pt", "não gostei do Poderoso Chefão", "The Godfather"),
        ("ru", "мне не понравился Титаник", "Titanic"),
    ],
)
def test_what_was_not_liked_is_not_liked(
    language: str, text: str, film: str, parser: Parser, titles: TitleIndex
) -> None:
    found = parser.parse(text, None, language)
    assert [titles.film(one.tmdb).title for one in found.disliked] == [film]
    assert found.liked == ()


def test_a_film_that_is_not_here_is_not_named() -> None:
    without = TitleIndex.build([movie for movie in starter.load()[0] if "Godfather" not in movie.title])
    assert "Godfather" not in in_english("como El padrino", "es", without)


def test_a_title_in_full_goes_before_one_without_its_subtitle_and_the_best_known_film_first(
    titles: TitleIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [(120, "Os Anéis: Um"), (121, "Os Anéis: Dois"), (603, "Os Anéis")]
    tokens = tongue("pt").tokens(read("como Os Anéis"))
    hits = tongue("pt").hits(tokens)

    def found(known: list[tuple[int, str]]) -> list[int]:
        monkeypatch.setattr(module, "_lines", lambda _: iter(known))
        return [one.film.tmdb for one in called(tokens, hits, (), Abroad("pt"), titles)]

    assert found(lines) == [603]
    fame = {film: facts.fame for film in (120, 121) if (facts := titles.film(film))}
    assert found(lines[:2]) == [max(fame, key=lambda film: (fame[film], -film))]


def test_a_broken_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "titles").mkdir()
    (tmp_path / "titles" / "de.tsv").write_text("238\tDer Pate\n578 Der weiße Hai\n", encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    with pytest.raises(LexiconError, match=r"de\.tsv:2 is no TMDB id, tab and titles"):
        Abroad("de")
