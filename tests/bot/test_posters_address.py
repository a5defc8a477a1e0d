from __future__ import annotations

import pytest

from bot.posters import poster_address
from index.movie import Movie


def film(path: str | None) -> Movie:
    return Movie(tmdb=1, title="Film", poster_path=path)


def test_the_address_of_a_poster() -> None:
    assert poster_address(film("/aB3xYz.jpg")) == "https://image.tmdb.org/t/p/w500/aB3xYz.jpg"
    assert poster_address(film("/Q9.png"), width=185) == "https://image.tmdb.org/t/p/w185/Q9.png"


@pytest.mark.parametrize(
    "path",
    [
        *(None, "", "/", "a.jpg", "//a.jpg", "/a/b.jpg", "/../a.jpg", "/a.gif", "/a.JPG", "/a", "/.jpg", "/a.jpg?x=1"),
        *(
            "/a b.jpg",
            "/a.jpg\n",
            "\n/a.jpg",
            "/é.jpg",
            "/٣.jpg",
            "/a-b.jpg",
            "@evil.example/a.jpg",
            "/a.jpg#",
            "/a%2e.jpg",
        ),
    ],
)
def test_a_path_that_tmdb_would_not_write_has_no_address(path: str | None) -> None:
    assert poster_address(film(path)) is None


@pytest.mark.parametrize("width", [0, -1, 501, 10_000])
def test_a_width_that_is_not_served_is_refused(width: int) -> None:
    with pytest.raises(ValueError, match="92, 154, 185, 342, 500, 780"):
        poster_address(film("/a.jpg"), width)
