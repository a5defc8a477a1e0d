"""What a comparison says: every sentence follows from its figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.evaluation.models import Comparison, Measure, Seconds, words
from engine.evaluation.report import Score


def score(value, half=0.01):
    return Score(value=value, low=value - half, high=value + half)


def compared(protocol, values, measures=None, better=1, seconds=None):
    """Values by model, by measure; the first model is the plain one, and all half widths are 0.01."""
    names = list(next(iter(values.values())))
    measures = measures or tuple(Measure(name=name, says=name, better=better) for name in names)
    rows = {model: {name: score(value) for name, value in row.items()} for model, row in values.items()}
    plain = next(iter(values))
    best = max(values, key=lambda model: measures[0].better * values[model][names[0]])
    above = {
        other: {m: {n: score(v - values[other][n]) for n, v in row.items()} for m, row in values.items() if m != other}
        for other in dict.fromkeys((plain, best))
    }
    times = seconds or dict.fromkeys(values, Seconds(fit=1.0, score=0.1))
    return Comparison(
        protocol=protocol, n=9, counted="people", measures=measures, rows=rows, above=above, seconds=times
    )


def test_the_best_and_what_may_be_as_good_and_what_falls_behind():
    found = compared(
        "top", {"plain": {"R": 0.30}, "a": {"R": 0.40}, "b": {"R": 0.395}, "c": {"R": 0.2}, "d": {"R": 0.305}}
    )
    assert words.choice(found) == ["For somebody whose history is known, take a."]
    assert words.strengths(found) == [
        "a has the best R: 0.400 (0.390 to 0.410), better than plain by 0.100 (0.090 to 0.110).",
        "b cannot be told apart from it by these figures.",
    ]
    assert words.weaknesses(found) == ["c is clearly behind plain.", "d cannot be told apart from plain."]


def test_less_is_better_for_errors():
    found = compared("stars", {"plain": {"RMSE": 0.95}, "a": {"RMSE": 0.91}, "b": {"RMSE": 0.99}}, better=-1)
    assert words.choice(found) == ["To predict stars, take a."]
    assert "better than plain by 0.040 (0.030 to 0.050)" in words.strengths(found)[0]
    assert words.weaknesses(found)[0] == "b is clearly behind plain."


def test_what_costs_far_less_and_may_be_as_good_is_named():
    seconds = {"plain": Seconds(fit=0.1, score=0), "a": Seconds(fit=90, score=1), "b": Seconds(fit=2, score=0.5)}
    found = compared("top", {"plain": {"R": 0.1}, "a": {"R": 0.40}, "b": {"R": 0.395}}, seconds=seconds)
    assert words.choice(found)[1] == (
        "Where time is short, take b: it cannot be told apart from a, and costs 2.5 s in place of 1 min 31 s."
    )
    near = replace(found, seconds={**seconds, "b": Seconds(fit=60, score=1)})
    assert len(words.choice(near)) == 1
    assert words.costs(found)[0] == "To learn takes from 100 ms (plain) to 1 min 30 s (a), on this machine."


def test_few_thumbs_say_from_where_on():
    after = {n: f"Recall@20 after {n}" for n in (1, 2, 5)}
    values = {
        "plain": {"mean": 0.3, after[1]: 0.30, after[2]: 0.30, after[5]: 0.30},
        "a": {"mean": 0.4, after[1]: 0.28, after[2]: 0.33, after[5]: 0.5},
        "b": {"mean": 0.35, after[1]: 0.20, after[2]: 0.305, after[5]: 0.4},
    }
    said = words.choice(compared("few", values))
    assert said[0] == "Over all numbers of thumbs, take a."
    assert said[1] == "Best by likes given: plain after 1; a after 2 and 5."
    assert said[2] == "So many likes it takes to be clearly above plain: a from 2, b from 5."


def test_a_best_that_leads_elsewhere_is_told_of_cold_films():
    warm = "Recall@20 among the others"
    found = compared("cold", {"plain": {"R": 0.1, warm: 0.3}, "a": {"R": 0.5, warm: 0.2}})
    assert words.choice(found)[1] == "Among the films that have ratings plain is best, 0.300 against 0.200 of a."
    assert words.weaknesses(found)[0] == f"a pays in {warm}: 0.200 against 0.300 of plain."
    assert any("stands for chance" in said for said in words.limits(found))


def test_nothing_beats_the_plain_one():
    found = compared("top", {"plain": {"R": 0.4}, "a": {"R": 0.2}})
    assert words.choice(found) == ["For somebody whose history is known, nothing here beats plain."]


@pytest.mark.parametrize(
    ("time", "said"),
    [(0.0001, "under 1 ms"), (0.0123, "12 ms"), (0.99951, "1.0 s"), (3.44, "3.4 s"), (125.6, "2 min 5 s")],
)
def test_times(time, said):
    assert words.seconds(time) == said


def test_figures_have_a_real_minus():
    assert words.difference(Score(value=-0.0042)) == "−0.004"
    assert words.interval(score(-0.02)) == "−0.030 to −0.010"
    assert words.interval(Score(value=1)) == ""


def test_a_difference_is_clear_when_its_interval_is_on_one_side():
    assert words.clear(score(0.02), 1) == 1
    assert words.clear(score(0.02), -1) == -1
    assert words.clear(score(0.005), 1) == 0
    assert words.clear(Score(value=9), 1) == 0


def test_made_up_ratings_are_said_to_prove_nothing():
    found = replace(compared("top", {"plain": {"R": 0.4}, "a": {"R": 0.2}}), facts={"made up": True, "seeds": [0]})
    assert any("made up" in said for said in words.limits(found))
    assert any("One seed" in said for said in words.limits(found))
