"""What holds for every file: names that say something, a length to be read at once, and a film's name in no code."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from pathlib import Path

import pytest

from index.sources import starter

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ("bot", "engine", "index")
VAGUE = {"utils", "util", "helpers", "helper", "common", "base", "core", "misc", "manager"}
OWNERS = {
    "faiss": ("index/vectors.py",),
    "bm25s": ("index/lexical.py",),
    "onnxruntime": ("index/encoder/",),
    "torch": ("index/encoder/export.py", "engine/models/learned/autoencoder.py"),
    "sentence_transformers": ("index/encoder/export.py",),
    "implicit": ("engine/models/learned/implicit_factors.py",),
    "optuna": ("engine/evaluation/models/tuning.py", "bot/commands/tune.py"),
    "requests": ("index/sources/",),
    "requests_cache": ("index/sources/tmdb/",),
    "requests_ratelimiter": ("index/sources/tmdb/",),
    "markdown_it": ("index/sources/tmdb/",),
    "pandera": ("index/sources/",),
    "ftfy": ("index/sources/cells.py",),
    "sqlalchemy": ("bot/store/",),
    "alembic": ("bot/store/",),
    "aiosqlite": ("bot/store/",),
    "cryptography": ("bot/store/",),
    "telegram": ("bot/front_telegram/",),
    "typer": ("bot/__main__.py", "bot/commands/", "bot/dev.py", "bot/front_terminal/"),
    "rich": ("bot/__main__.py", "bot/front_terminal/"),
    "httpx": ("bot/posters/",),
    "PIL": ("bot/posters/",),
}


def code(*rooms):
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def short(path):
    return path.relative_to(ROOT).as_posix()


def test_no_file_has_a_name_that_says_nothing():
    found = [short(path) for path in code(*PRODUCT) if path.stem in VAGUE or path.parent.name in VAGUE]
    assert found == []


def test_no_file_is_left_out_of_the_repository():
    """A rule of .gitignore that is too wide hides a file from every clone, while it works where it was written."""
    if not (ROOT / ".git").exists():
        pytest.skip("this copy is no git checkout")
    files = "\n".join(short(path) for path in code(*PRODUCT, "tests", "scripts"))
    asked = subprocess.run(["git", "check-ignore", "--stdin"], cwd=ROOT, input=files, text=True, capture_output=True)
    assert (asked.returncode, asked.stdout) == (1, ""), "1: none of them is ignored"


@pytest.mark.parametrize(("rooms", "most"), [(PRODUCT, 300), (("tests", "scripts"), 400)], ids=["product", "tests"])
def test_no_file_is_too_long_to_be_read_at_once(rooms, most):
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in code(*rooms)}
    assert {path: length for path, length in lengths.items() if length > most} == {}


def imported(path):
    """Top names of what a module imports, late and for typing only as well."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def test_a_library_has_one_owner():
    strays = [
        f"{short(path)} imports {name}"
        for path in code(*PRODUCT)
        for name in sorted({*imported(path)} & OWNERS.keys())
        if not short(path).startswith(OWNERS[name])
    ]
    assert strays == []


# Film titles: tests and the README may name films, the code that understands and answers may not.

PLAIN = {  # in small letters, with why these words may stand in code all the same
    "the conversation": "what a chat with the bot is called",
    "the others": "the rest",
    "cold war": "a theme, and a keyword of many films",
    "grown ups": "adults",
    "home alone": "nobody else is in: an audience",
    "in time": "of a journey through time",
    "my uncle": "a relative: an audience",
    "old school": "of an earlier time",
    "on the road": "a theme, and a keyword of many films",
    "the road": "where such films play",
    "to live": "not to die: distress",
    "the matrix": "of numbers",
    "neighbors": "films that are near, in the title of a paper",
}
WORD = re.compile(r"\w+(?:['’.]\w+)*")
DATA = {".toml", ".ftl", ".json", ".html", ".js", ".css"}


def words(text):
    return [word.lower().replace("’", "'") for word in WORD.findall(text)]


def titles():
    """Titles of the starter: those of two words or more in small letters, and those of one as they are written."""
    phrases, single = {}, {}
    for film in starter.load()[0]:
        for title in (film.title, film.original_title, *film.aka):
            said = words(title)
            if " ".join(said) in PLAIN or len("".join(said)) < 4:  # "D&D" would be in every regular expression
                continue
            if len(said) > 1:
                phrases[" ".join(said)] = film.name
            else:
                single[title] = film.name
    return phrases, single


def pieces(path):
    """Strings and comments of code, or the lines of another file; each with the number of its line."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        return list(enumerate(text.splitlines(), 1))
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return [(t.start[0], t.string) for t in tokens if t.type in (tokenize.STRING, tokenize.COMMENT)]


def named(text, phrases, single):
    """Films whose title stands in a text: of several words anywhere, of one only capitalised amid others or alone."""
    said = words(text)
    most = max(phrase.count(" ") + 1 for phrase in phrases)
    runs = (" ".join(said[start : start + size]) for start in range(len(said)) for size in range(2, most + 1))
    yield from (phrases[run] for run in runs if run in phrases)
    yield from (single[word] for word in re.findall(r"(?<=[a-z,;:] )[A-Z]\w+", text) if word in single)
    yield from (single[word] for word in [text.strip("\"'")] if word in single)


def test_no_code_names_a_film():
    phrases, single = titles()
    found = [
        f"{short(path)}:{line} names {film}"
        for room in ("bot", "engine")
        for path in sorted((ROOT / room).rglob("*"))
        if path.suffix in DATA | {".py"}
        for line, text in pieces(path)
        for film in sorted({*named(text, phrases, single)})
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ('"something like Interstellar, but funnier"', "Interstellar (2014)"),
        ('"Interstellar"', "Interstellar (2014)"),
        ("# as in some like it hot", "Some Like It Hot (1959)"),
        ('"Some Like  It\nHot"', "Some Like It Hot (1959)"),
        ('"Interstellar travel"', None),
        ("an interstellar message", None),
        ("some like it", None),
    ],
)
def test_a_film_that_is_named_is_found(text, film):
    phrases, single = {"some like it hot": "Some Like It Hot (1959)"}, {"Interstellar": "Interstellar (2014)"}
    assert list(named(text, phrases, single)) == ([film] if film else [])
