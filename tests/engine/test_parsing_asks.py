"""A message that only asks for films is a wish for anything, even where a film is called so."""

from __future__ import annotations

import pytest

from engine.parsing import Parser
from engine.request import Act, Request
from index.moods import load_axes
from index.movie import Movie
from index.titles import TitleIndex


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser(TitleIndex.build([Movie(tmdb=1, title="Surprise Me!", year=2017)]), load_axes())


@pytest.mark.parametrize("text", ["surprise me", "Surprise me please", "recommend me a film"])
def test_nothing_but_asking_names_no_film(parser: Parser, text: str) -> None:
    assert parser.parse(text) == Request(act=Act.RECOMMEND, raw=text)


@pytest.mark.parametrize("text", ['"Surprise Me!"', "something like Surprise Me!"])
def test_a_film_that_is_called_so_can_be_named(parser: Parser, text: str) -> None:
    assert [example.tmdb for example in parser.parse(text).liked] == [1]
