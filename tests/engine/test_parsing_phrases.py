"""Every phrase of tests/phrases gives the parts of a request that stand beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from engine.context import Context
from engine.parsing import Parser
from engine.request import Limits, Request
from index.moods import load_axes
from index.sources import starter
from index.titles import TitleIndex

FOLDER = Path(__file__).parents[1] / "phrases"
HOW = {"bit": 0.5, "somewhat": 0.5, "much": 2.0, "very": 2.0}
SETTING = {"text", "after", "exact", "act_not", "language"}
LIMITS = set(Limits.__dataclass_fields__)


@cache
def parser() -> Parser:
    return Parser(index(), load_axes(), None)


@cache
def index() -> TitleIndex:
    return TitleIndex.build(starter.load()[0])


@cache
def names() -> dict[str, int]:
    return {movie.title: movie.tmdb for movie in starter.load()[0]}


def phrases() -> list[Any]:
    failing = {entry["text"]: entry["reason"] for entry in _read("known_failures").get("phrase", [])}
    cases = []
    for path in sorted(FOLDER.rglob("*.toml")):
        if path.stem == "known_failures":
            continue
        name = path.relative_to(FOLDER).with_suffix("").as_posix()
        for phrase in _read(name)["phrase"]:
            if name.startswith("languages/"):
                phrase = {"language": path.stem, **phrase}
            marks = []
            if phrase["text"] in failing:
                marks = [pytest.mark.xfail(reason=failing[phrase["text"]], strict=True)]
            cases.append(pytest.param(phrase, id=f"{name}: {phrase['text'][:60]}", marks=marks))
    return cases


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def understood(phrase: dict[str, Any]) -> Request:
    context = Context()
    if after := phrase.get("after"):
        deck = tuple(names()[title] for title in after.get("deck", ()))
        standing = parser().parse(after["text"], language=phrase.get("language", "en"))
        context = Context(standing=standing, deck=deck, position=after.get("position", 0))
    return parser().parse(phrase["text"], context, phrase.get("language", "en"))


def title(tmdb: int | None) -> str:
    film = index().film(tmdb) if tmdb is not None else None
    return film.title if film else ""


def compact(request: Request) -> dict[str, Any]:
    """A request in the short form of the phrase files."""
    limits = request.limits
    plain = {name: list(getattr(limits, name)) for name in LIMITS if isinstance(getattr(limits, name), tuple)}
    return {
        **plain,
        "years": [year or 0 for year in limits.years],
        "minutes": [minutes or 0 for minutes in limits.minutes],
        "certificate": limits.certificate or "",
        "rating": limits.rating or 0.0,
        "act": request.act.value,
        "subject": title(request.subject),
        "verdict": request.verdict.value if request.verdict else "",
        "liked": [title(example.tmdb) for example in request.liked],
        "disliked": [title(example.tmdb) for example in request.disliked],
        "seen": [title(example.tmdb) for example in request.seen],
        "people": [f"{'' if p.wanted else 'not '}{p.role}: {p.name}" for p in request.people],
        "critiques": [_how(c.strength) + f"{'more' if c.more else 'less'} {c.axis}" for c in request.critiques],
        "than": sorted({title(tmdb) for critique in request.critiques for tmdb in critique.than}),
        "moods": [
            f"{'' if m.wanted else 'not '}{_how(m.strength, 'somewhat ', 'very ')}{m.axis}" for m in request.moods
        ],
        "fame": request.fame,
        "audience": request.audience or "",
        "occasion": request.occasion or "",
        "count": request.count or 0,
        "text_left": request.text,
        "unplaced": list(request.unplaced),
    }


def _how(strength: float, bit: str = "bit ", much: str = "much ") -> str:
    return {0.5: bit, 1.0: "", 2.0: much}[strength]


def comparable(value: Any) -> Any:
    if isinstance(value, list) and any(isinstance(item, int) and item < 0 for item in value):
        return [index().latest + item if item < 0 else item for item in value]  # years before the newest film
    return value if not isinstance(value, list) or (value and isinstance(value[0], int)) else sorted(value)


@pytest.mark.parametrize("phrase", phrases())
def test_phrase(phrase: dict[str, Any]) -> None:
    found = compact(understood(phrase))
    wanted = {name: value for name, value in phrase.items() if name not in SETTING and not name.endswith("_some")}
    if phrase.get("exact"):
        wanted = {**{name: value for name, value in compact(Request()).items() if name not in wanted}, **wanted}
    assert {name: comparable(found[name]) for name in wanted} == {n: comparable(v) for n, v in wanted.items()}
    assert found["act"] != phrase.get("act_not")
    assert {
        name: some for name, some in phrase.items() if name.endswith("_some") and set(some) - set(found[name[:-5]])
    } == {}


def test_few_failures_are_known() -> None:
    known = _read("known_failures").get("phrase", [])
    assert len(known) <= 0.03 * len(phrases())
    assert {entry["text"] for entry in known} <= {case.values[0]["text"] for case in phrases()}
