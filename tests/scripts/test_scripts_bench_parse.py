"""scripts/bench parse: the texts are what they are called, its rivals find what they should, its table adds up."""

from __future__ import annotations

import random
import sys

import pytest

TITLES = [f"Film {number}" for number in range(40)]


@pytest.fixture
def bench(load):
    return load("benchmarks/parse.py")


@pytest.fixture
def texts(load):
    return load("benchmarks/texts.py")


def test_phrases_are_wishes_of_their_own(texts):
    phrases = texts.phrases()
    assert "something like Interstellar but funnier" in phrases
    assert "Jump scares are okay." not in phrases
    assert "Jump scares are okay." in texts.told()
    assert "I want to die" not in phrases
    assert "a western from the sixties" not in phrases, "it changes a wish that stands"


def test_texts_are_as_long_as_they_are_called_and_differ(texts):
    short, posts = texts.short(90, TITLES, 1), texts.posts(30, TITLES, 1)
    assert len({*short}) == 90
    assert len([text for text in short if "Film " in text]) == 30
    assert {50 <= len(post.split()) <= 150 for post in posts} == {True}
    assert len({*posts}) == 30
    assert [len(post) for post in texts.long_posts(3, TITLES, 1)] == [10_000] * 3


def test_the_same_seed_makes_the_same_texts_and_another_makes_others(texts):
    for make in (texts.short, texts.posts, texts.hostile):
        assert make(10, TITLES, 1) == make(10, TITLES, 1)
        assert make(10, TITLES, 1) != make(10, TITLES, 2)


def test_every_film_is_named_before_one_is_again(texts):
    named = texts.naming(TITLES, random.Random(1), ("{}, {}",))
    said = [film for _ in range(40) for film in next(named).split(", ")]
    assert sorted(said[:40]) == sorted(TITLES) == sorted(said[40:])
    assert said[:40] != said[40:]


def test_hostile_texts_are_what_they_are_called(texts):
    made = texts.hostile(4, TITLES, 1)
    assert {len(text) for some in made.values() for text in some} == {10_000}
    assert [len({*text.split()[:-1]}) for text in made["one word repeated"]] == [1] * 4
    assert [text.isascii() and text.isalpha() for text in made["no spaces"]] == [True] * 4
    assert [{*text} - {*"0123456789 "} for text in made["digits"]] == [set()] * 4
    assert [text.isascii() for text in made["unicode"]] == [False] * 4
    whole = [text[: text.rindex("Film")] for text in made["titles only"]]  # the last title is cut
    assert [{f"Film {number}" for number in text.split() if number != "Film"} == {*TITLES} for text in whole] == [
        True
    ] * 4


def test_the_rivals_find_titles_as_tutorials_do(bench):
    titles = ["Heat", "The Thing", "Up", "Some Like It Hot"]
    assert bench.substrings(titles)("I cheated at the thing") == ["heat", "the thing"]
    assert bench.runs(titles)("some like it hot or the THING on heated ground") == [3, 1]
    assert bench.fuzzy(titles)("the thng")[0] == "The Thing"


def test_the_slow_read_the_first_few_only_and_the_encoder_is_counted_by_text(bench, monkeypatch):
    monkeypatch.setattr(bench, "FEW", {bench.SUBSTRINGS: 2, bench.FUZZY: 3})
    encoder = bench.Counted(len)
    read = {name: [] for name in (bench.OURS, bench.SUBSTRINGS, bench.RUNS, bench.FUZZY)}
    ways = {name: kept.append for name, kept in read.items()}

    def ours(text):
        read[bench.OURS].append(text)
        for _ in range(text.count("odd")):
            assert encoder(["ab", "c"]) == 2

    row = bench.Row(kind="any", texts=["odd odd", "a", "odd", "x" * 3000], target=20)
    times = bench.measure(row, ways | {bench.OURS: ours}, encoder)
    assert read == {
        bench.OURS: [*row.texts],
        bench.SUBSTRINGS: [*row.texts[:2]],
        bench.RUNS: [*row.texts],
        bench.FUZZY: [*row.texts[:3]],
    }
    assert {name: len(took) for name, took in times.took.items()} == {name: len(said) for name, said in read.items()}
    assert len(times.worked) == 4
    assert times.asked == 2


def test_the_table_shows_percentiles(bench, drawn):
    times = bench.Times(
        took={
            bench.OURS: [float(number) for number in range(101)],
            bench.SUBSTRINGS: [400.0, 600.0],
            bench.RUNS: [0.5],
            bench.FUZZY: [],
        },
        worked=[2.0, 2.0],
        asked=7,
    )
    row = bench.Row(kind="forum length", texts=["a b c", "a", "a b c d e"], target=20)
    assert drawn(bench.table([(row, times)]))[1] == "forum length 3 3 7 50.00 99.00 2.00 < 20 500.0 0.5"


def test_it_prints_every_kind_of_text(root, starter_bundle, call):
    bench = root / "scripts" / "benchmarks" / "parse.py"
    done = call(sys.executable, bench, "--bundle", starter_bundle, "--texts", "3", TERM="dumb")
    assert done.returncode == 0, done.stderr
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[0].startswith("1,058 titles, 1,058 of them named")
    kinds = ("posts", "one word repeated", "no spaces", "digits", "unicode", "titles only")
    heads = ["short 3 ", "forum length 3 ", *(f"10,000: {kind} 2 " for kind in kinds)]
    rows = lines[lines.index("") + 2 :]
    assert [row.startswith(head) for row, head in zip(rows, heads, strict=True)] == [True] * 8
