"""Requests in other languages become English; English ones, titles and names stay as they are."""

from __future__ import annotations

import time
import tomllib
from functools import cache
from pathlib import Path

import pytest

from engine.context import Context
from engine.parsing import Parser
from engine.parsing.tongue import LANGUAGES, tongue
from engine.parsing.translating import in_english
from engine.request import Act
from index.moods import load_axes
from index.sources import starter
from index.titles import TitleIndex

PHRASES = Path(__file__).parents[1] / "phrases"


@cache
def index() -> TitleIndex:
    return TitleIndex.build(starter.load()[0])


@cache
def parser() -> Parser:
    return Parser(index(), load_axes(), None)


def english(text: str, language: str = "en") -> str:
    return " ".join(in_english(text, language, index()).split())


def english_texts() -> list[str]:
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(PHRASES.glob("*.toml"))]
    asks = [ask for movie in starter.load()[0] for ask in movie.asks]
    return [*(phrase["text"] for file in files for phrase in file.get("phrase", [])), *asks]


def test_english_is_never_changed() -> None:
    texts = [*english_texts(), *(movie.overview for movie in starter.load()[0])]
    assert [text for text in texts if in_english(text, "en", index()) != text] == []


def test_titles_are_never_changed() -> None:
    movies = starter.load()[0]
    titles = [title for movie in movies for title in (movie.title, movie.original_title) if title]
    assert [title for title in titles if in_english(title, "en", index()) != title] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_of_someone_whose_client_speaks_another_language(language: str) -> None:
    texts = english_texts()
    changed = [text for text in texts if in_english(text, language, index()) != text]
    assert len(changed) <= 0.001 * len(texts), changed


@pytest.mark.parametrize(
    "text",
    [
        "Die Hard", "Come and See", "sin city", "pan's labyrinth", "Le Samouraï", "Como agua para chocolate",
        "La vita è bella", "Todo sobre mi madre", "À bout de souffle", "Der Himmel über Berlin", "la la land",
        "el laberinto del fauno", "I loved La vita è bella and Les Quatre Cents Coups", "a comedy like Das Boot",
        "film noir", "que sera sera", "Y tu mamá también",
    ],
)  # fmt: skip
def test_titles_and_english_stay(text: str) -> None:
    assert in_english(text, "en", index()) == text


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("de", "Filme wie Das Boot, aber kürzer", "films like Das Boot, but shorter"),
        ("es", "algo como «La vida es bella» sin guerra", "something like «Life Is Beautiful» without war film"),
        ("es", "una peli como Amor Perdido", "film like Amor Perdido"),
        ("fr", "comme À bout de souffle mais plus drôle", "like À bout de souffle but more funny"),
        ("it", "come La vita è bella ma più corto", "like La vita è bella but shorter"),
        ("it", "un film con Monica Bellucci", "film with Monica Bellucci"),
        ("ru", "как Иди и смотри, но короче", "like Иди и смотри, but shorter"),
    ],
)
def test_titles_and_names_inside_a_wish_stay(language: str, text: str, read: str) -> None:
    assert english(text, language) == read


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("älter", "de", "older"),
        ("älter", "de-AT", "older"),
        ("älter", "en", "älter"),  # one word that English may not have tells nothing
        ("più vecchio", "it", "older"),
        ("mais antigo", "pt-BR", "older"),
        ("mais antigo", "pt_PT", "older"),
        ("quiero algo muy divertido", "en", "want something very funny"),
        ("quiero algo muy divertido", "de", "want something very funny"),  # the words outweigh the code
        ("something very funny", "es", "something very funny"),
        ("щось смішне", "ru", "something funny"),
        ("что-то смешное", "uk", "something funny"),
        ("muy divertido is what quiero", "en", "muy divertido is what quiero"),  # as much English
        ("con Robert De Niro", "it", "with Robert De Niro"),
        ("rom-com", "pt", "rom-com"),
        ("non-stop jokes", "fr", "non-stop jokes"),
    ],
)
def test_the_language_of_a_message(text: str, language: str, read: str) -> None:
    assert english(text, language) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ich mochte Heat", "i liked Heat"),
        ("Ich möchte etwas Lustiges", "want something funny"),
        ("älter, kürzer", "older, shorter"),
        ("ein alter, kurzer Film", "old, short film"),
        ("lustiger", "more funny"),
        ("ein lustiger Film", "funny film"),
        ("ein lustigerer Film", "more funny film"),
        ("aus den 90ern", "from the 90s"),
        ("Ende der 80er", "late 80s"),
    ],
)
def test_german_forms(text: str, read: str) -> None:
    assert english(text, "de") == read


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("es", "DIVERTIDA Y CORTA", "funny and short"),
        ("es", "pelicula romantica", "film romantic"),
        ("fr", "un film d’horreur", "horror"),
        ("fr", "drole, pas trop long", "funny, not too long"),
        ("pt", "comedia romantica", "romantic comedy"),
        ("it", "qualcosa d'allegro", "something of feel-good"),
        ("ru", "мрачного детектива", "dark mystery"),
        ("uk", "п'ять фільмів", "5 films"),
    ],
)
def test_accents_endings_and_apostrophes(language: str, text: str, read: str) -> None:
    assert english(text, language) == read


CARE = {
    "de": ["Ich möchte am liebsten sterben", "Ich denke an Selbstmord", "Das Leben hat keinen Sinn mehr"],
    "es": ["me quiero suicidar", "ojalá estuviera muerta", "no quiero seguir viviendo"],
    "fr": ["j'ai envie d'en finir", "je voudrais être mort", "je ne veux plus vivre"],
    "pt": ["quero acabar com a minha vida", "eu não quero mais viver", "penso em suicídio"],
    "it": ["voglio uccidermi", "la mia vita non ha più senso", "vorrei essere morta"],
    "ru": ["жить больше не хочется", "думаю о самоубийстве", "лучше бы я умерла"],
    "uk": ["не хочу жити", "думки про суїцид", "хочу накласти на себе руки"],
}
FIGURES = {
    "de": ["ich will vor Lachen sterben", "ein Film über Selbstmord", "Film, in dem jemand sagt: ich will sterben"],
    "es": ["quiero morir de risa", "una película donde alguien dice quiero morir"],
    "fr": ["je veux mourir de rire", "un film où quelqu'un dit je veux mourir"],
    "pt": ["quero morrer de rir", "filme em que alguém diz quero morrer"],
    "it": ["voglio morire dal ridere", "un film dove qualcuno dice voglio morire"],
    "ru": ["хочу умереть со смеху", "фильм, где кто-то говорит: я хочу умереть"],
    "uk": ["хочу померти зі сміху", "фільм, де хтось каже: я хочу померти"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_distress_is_heard_whatever_the_code_says(language: str) -> None:
    for code in (language, "en"):
        assert [t for t in CARE[language] if parser().parse(t, None, code).act is not Act.CARE] == []
        assert [t for t in FIGURES[language] if parser().parse(t, None, code).act is Act.CARE] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parser_knows_what_a_lexicon_says_in_english(language: str) -> None:
    said = {phrase.english.replace("#", "90") for phrase in tongue(language)._all if phrase.english}
    assert [text for text in sorted(said) if parser().parse(text).unplaced] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_stands_for_two_things(language: str) -> None:
    found: dict[tuple[object, ...], set[str]] = {}
    for phrase in tongue(language)._all:
        found.setdefault((phrase.written, phrase.before_noun), set()).add(phrase.english)
    assert {" ".join(key[0]): sorted(two) for key, two in found.items() if len(two) > 1} == {}  # type: ignore[arg-type]


def test_the_message_is_kept_as_it_was_written() -> None:
    request = parser().parse("etwas Lustiges, bitte", Context(), "de")
    assert (request.raw, [mood.axis for mood in request.moods]) == ("etwas Lustiges, bitte", ["funny"])


@pytest.mark.parametrize(
    "text", ["", "?!", "🎄", "'", "d'", "1990", "l'l'l'", "ё", "90х", "\u0301", "«»", "-", "о" * 5000]
)
def test_nothing_raises(text: str) -> None:
    for language in (*LANGUAGES, "en", "", "xx", "pt-BR-x"):
        in_english(text, language, index())


def test_english_waits_for_nothing() -> None:
    long = [movie.overview for movie in starter.load()[0] if 55 <= len(movie.overview.split()) <= 65][:100]
    took = []
    for text in long:
        started = time.perf_counter()
        in_english(text, "en", index())
        took.append(time.perf_counter() - started)
    assert sorted(took)[len(took) // 2] < 0.0003  # seconds
