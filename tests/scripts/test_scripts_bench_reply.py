"""scripts/bench reply: parts add up, ratios are of medians, and both answer with five cards."""

from __future__ import annotations

import json
import sys
import time

import pytest


@pytest.fixture
def bench(load):
    return load("benchmarks/reply.py")


@pytest.fixture
def answering(load):
    return load("benchmarks/answering.py")


@pytest.fixture
def machine(load):
    return load("benchmarks/machine.py")


def test_a_part_is_what_its_functions_took_without_those_they_called(answering, monkeypatch):
    now = 0.0

    def work(seconds):
        nonlocal now
        now += seconds

    class Kitchen:
        def cook(self):
            work(1)
            self.wash()
            work(2)
            self.wash()
            return "soup"

        def wash(self):
            work(10)
            self.rinse()

        def rinse(self):
            work(100)
            raise_if_hot()

    def raise_if_hot():
        if now > 300:
            raise ValueError("too hot")

    monkeypatch.setattr(time, "perf_counter", lambda: now)
    clock = answering.Clock()
    clock.wrap("cooking", Kitchen, "cook")
    clock.wrap("washing", Kitchen, "wash", "rinse")
    kitchen = Kitchen()
    assert kitchen.cook() == "soup"
    assert clock.own == {"cooking": 3, "washing": 220}
    with pytest.raises(ValueError, match="too hot"):
        kitchen.rinse()
    assert clock.own == {"cooking": 3, "washing": 320}, "what fails took its time too"


def replies(bench, *milliseconds):
    """Pairs of ours and theirs; a pair with 0 of ours is no wish."""
    return [
        {
            bench.OURS: bench.Reply(seconds=ours / 1000, parts={"parse": ours / 4000}, cards=5 if ours else 0),
            bench.RIVAL: bench.Reply(seconds=theirs / 1000, parts={"encode": theirs / 2000}, cards=5),
        }
        for ours, theirs in milliseconds
    ]


def test_ratios_are_of_medians_and_what_is_no_wish_does_not_count(bench, drawn):
    both = replies(bench, (10, 20), (30, 20), (0, 900), (20, 40), (50, 40), (40, 40))
    head, row = drawn(bench.whole({"short": both}, {"short": ["a b", "a b c d"]}, 2))
    assert head.startswith("texts words no wish Matinee p50 p99 ms")
    assert row == "short 6 3 1 30.0 49.6 40.0 40.0 0.75 1.00 1.00"
    both = replies(bench, (10, 20), (20, 20), (30, 20), (60, 20))
    assert drawn(bench.whole({"short": both}, {"short": ["a"]}, 2))[1].endswith("1.25 0.75 2.25")


def test_without_a_wish_there_are_no_times(bench, drawn):
    both = {"short": replies(bench, (0, 20))}
    assert drawn(bench.whole(both, {"short": ["a"]}, 1))[1] == "short 1 1"
    assert drawn(bench.parts(both, bench.OURS))[-1] == "all 0.00"


def test_parts_are_means_with_what_is_left(bench, drawn):
    both = {"short": replies(bench, (8, 20), (16, 40), (0, 900)), "long": replies(bench, (40, 100))}
    assert drawn(bench.parts(both, bench.OURS))[1:] == [
        "parse 3.00 25% 10.00 25%",
        "the rest 9.00 75% 30.00 75%",
        "all 12.00 100% 40.00 100%",
    ]
    assert drawn(bench.parts(both, bench.RIVAL))[1] == "encode 15.00 50% 50.00 50%"


def test_texts_of_a_file_are_read_once_each(bench, tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text('{"id": 1, "text": "one"}\n\n{"text": "two"}\n{"text": "one"}\n', encoding="utf-8")
    assert bench.given(path) == ["one", "two"]
    path.write_text('{"text": "one"}\n["two"]\n', encoding="utf-8")
    with pytest.raises(SystemExit, match=r"texts.jsonl:2: write"):
        bench.given(path)


@pytest.mark.parametrize(("busy", "said"), [(5.0, "0.30 of "), (3.5, "0.00 of "), (None, "not known")])
def test_other_programs_are_all_but_our_own(machine, monkeypatch, busy, said):
    measured = {"_busy": iter([2.0, busy]), "_own": iter([0.5, 2.0])}
    for name, values in measured.items():
        monkeypatch.setattr(machine, name, lambda values=values: next(values))
    clock = iter([100.0, 105.0])
    monkeypatch.setattr(machine.time, "perf_counter", lambda: next(clock))
    others = str(machine.Others())
    assert said in others
    assert ("too long" in others) == (busy == 5.0)


def test_both_answer_and_their_parts_are_shown(root, starter_bundle, call, tmp_path):
    path = tmp_path / "texts.jsonl"
    asked = [
        "something like Heat but funnier",
        "hello",
        "a film about a lighthouse keeper",
        "korean thriller from 2019",
    ]
    path.write_text("\n".join(json.dumps({"text": text}) for text in asked), encoding="utf-8")
    bench = root / "scripts" / "benchmarks" / "reply.py"
    given = ("--bundle", starter_bundle, "--texts", path, "--warm", "1", "--rounds", "1")
    done = call(sys.executable, bench, *given, TERM="dumb")
    assert done.returncode == 0, done.stderr
    lines = [line.split() for line in done.stdout.splitlines()]
    whole = next(line for line in lines if line[:1] == ["given"])
    assert whole[1:4] == ["4", "4", "1"], "texts, words, greetings"
    ours, theirs, ratio = float(whole[4]), float(whole[6]), float(whole[8])
    assert ratio == pytest.approx(ours / theirs, abs=0.06)
    parts = {" ".join(line[:-2]): float(line[-2]) for line in lines if line[-1:] and line[-1].endswith("%")}
    assert parts["parse"] > 0
    assert parts["reasons"] > 0
    assert parts["search"] > 0
