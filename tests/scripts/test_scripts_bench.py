"""scripts/bench start: what it measures is measured right, and its rival answers as it should."""

from __future__ import annotations

import json
import os
import sys
import time

import pytest


@pytest.fixture
def bench(load):
    return load("benchmarks/start.py")


def python(code):
    return [sys.executable, "-c", code]


def test_time_counts_to_the_first_film(bench):
    code = (
        "import time; print('Like a film, funnier', flush=True); time.sleep(.4); "
        "print('Some Film (1999)', flush=True); time.sleep(.8); print('More (2001)')"
    )
    began = time.perf_counter()
    sample = bench.measure(python(code), os.environ)
    assert 0.4 <= sample.seconds < time.perf_counter() - began - 0.7


def test_memory_is_the_peak_and_not_what_is_left_at_the_end(root, call):
    """Measured from a small process, as scripts/bench does it: Linux never counts less than the parent had."""
    code = "block = b'x' * {}; del block; print('Some Film (1999)')"
    measured = (
        f"import sys, os; sys.path.insert(0, {str(root / 'scripts' / 'benchmarks')!r}); import start; "
        f"runs = [start.measure([sys.executable, '-c', {code!r}.format(n)], os.environ) for n in (1, 90_000_000)]; "
        "print(*(run.megabytes for run in runs))"
    )
    done = call(sys.executable, "-c", measured)
    least, most = map(float, done.stdout.split())
    assert most - least == pytest.approx(90, abs=15)


@pytest.mark.parametrize("code", ["print('no film')", "import sys; print('Some Film (1999)'); sys.exit('it broke')"])
def test_a_program_that_does_not_reply_is_no_sample(bench, code):
    with pytest.raises(bench.BenchmarkError, match=r"printed:\n(no film|Some Film .1999.\nit broke)"):
        bench.measure(python(code), os.environ)


def test_the_table_shows_medians_ranges_and_how_much_less(bench):
    def runs(*pairs):
        return [bench.Sample(seconds=seconds, megabytes=megabytes) for seconds, megabytes in pairs]

    samples = {
        bench.MATINEE: runs((0.5, 200), (0.4, 210), (9.0, 190)),
        bench.RIVAL: runs((5.0, 800), (4.0, 700), (6.0, 900)),
    }
    _, ours, theirs, less = bench.table(samples).splitlines()
    assert " ".join(ours.split()) == "Matinee 0.50 s (0.40 to 9.00) 200 MB (190 to 210)"
    assert " ".join(theirs.split()) == "Tutorial bot 5.00 s (4.00 to 6.00) 800 MB (700 to 900)"
    assert " ".join(less.split()) == "Less by 10.0 times 4.0 times"


def test_bench_lists_what_there_is(root, call):
    done = call(root / "scripts" / "bench", "nonsense")
    assert done.returncode == 2
    assert "scripts/bench start " in done.stderr


@pytest.mark.slow
def test_the_tutorial_bot_prints_the_nearest_overviews_first(root, tmp_path, call):
    pytest.importorskip("sentence_transformers", reason="the tutorial bot needs the build extra")
    films = [
        ("The Baker", 1990, "A baker in a quiet village teaches his daughter to make bread."),
        ("Far Station", 1977, "Astronauts on a station in deep space lose contact with Earth."),
        ("The Long Race", 2003, "A runner trains for the marathon of her life."),
    ]
    rows = [json.dumps({"title": title, "year": year, "overview": text}) for title, year, text in films]
    (tmp_path / "films.jsonl").write_text("\n".join(rows))
    bot = root / "scripts" / "benchmarks" / "tutorial_bot.py"
    assert call(sys.executable, bot, "prepare", tmp_path, tmp_path).returncode == 0
    done = call(sys.executable, bot, "ask", tmp_path, "people lost in outer space")
    assert done.stdout.splitlines()[0] == "Far Station (1977)"
    assert sorted(done.stdout.splitlines()) == ["Far Station (1977)", "The Baker (1990)", "The Long Race (2003)"]
