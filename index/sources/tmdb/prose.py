"""Reviews as plain text: people write them in HTML, in Markdown, and in both at once."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.sources.tmdb.reading import text, unspoiled

_LENGTH = 600  # characters
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_BLOCKS = {"p", "br", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}


def plain(written: Any, length: int = _LENGTH) -> str:
    """A review without markup and web addresses, cut at a word to at most `length` characters."""
    if not isinstance(written, str):
        return ""
    shown = " ".join(_said(_markdown().parse(_without_tags(unspoiled(written)))))
    said = re.sub(r" (?=[,;:.?)])", "", text(_ADDRESS.sub("", shown)))
    if len(said) <= length:
        return said
    cut = said[: length - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:-") + "…"


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def _said(tokens: list[Token]) -> list[str]:
    """The words of each block."""
    return [_line(token) if token.type == "inline" else token.content for token in tokens if token.content]


def _line(block: Token) -> str:
    kinds = {"text", "code_inline"}
    return "".join(token.content if token.type in kinds else _gap(token) for token in block.children or ())


def _gap(token: Token) -> str:
    return " " if token.type.endswith("break") else ""


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.kept: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        if tag in _BLOCKS:
            self.kept.append("\n\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style") and self._silent > 0
        if tag in _BLOCKS:
            self.kept.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.kept.append(data)


def _without_tags(written: str) -> str:
    tags = _Tags()
    tags.feed(written.replace("<!", " "))  # no declaration belongs here, and HTMLParser fails over half of one
    tags.close()
    return "".join(tags.kept)
