"""A comparison as one page of HTML that needs nothing else, in the form of `matinee explore`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from engine.evaluation.models.comparison import Comparison, Measure
from engine.evaluation.models.words import choice, costs, interval, limits, seconds, strengths, weaknesses
from engine.evaluation.report import Score

if TYPE_CHECKING:
    from index.explore.story import Section, Table

_HEADS = {
    "stars": ("Predicted stars", "How near models come to ratings that they have not seen."),
    "top": ("Lists of twenty", "What models show to people they have not learned from, who gave half of their likes."),
    "few": ("A few thumbs", "How much of what people like models find after one thumb, two, and up to twenty."),
    "cold": ("Films without ratings", "What models make of films that nobody has rated yet, and of all others beside."),
}
_SAME = " after "


def page(found: Comparison) -> str:
    """The whole page: which model to use when, what is strong, what is weak, what it costs, and the tables.

    Raises MatineeIndexError without the extra [explore].
    """
    from index.explore import ready

    ready()
    from index.explore.page import Part, drawn, rendered

    title, subtitle = _HEADS[found.protocol]
    made_up = bool(found.facts.get("made up"))
    results = drawn([*_results(found), *_costs(found)])
    method = drawn([*_method(found)])
    return rendered(
        title=title,
        subtitle=subtitle,
        glance=_glance(found),
        parts=[
            Part(title="Which model to use", says=tuple(choice(found)), sections=results, made_up=made_up),
            Part(title="What the figures mean", says=(), sections=method),
        ],
        notes=_notes(found),
    )


def _results(found: Comparison) -> Iterable[Section]:
    from engine.evaluation.models import plots
    from index.explore.story import Plot, Section

    first, other = found.first, found.reference
    scores = {model: found.rows[model][first.name] for model in found.ranked(first)}
    figure = plots.ranges(scores, along=_axis(first), middle=(other, scores[other].value) if other in scores else None)
    yield Section(
        name="strong",
        title="What is strong",
        says=tuple(strengths(found)),
        plots=(Plot(figure=figure, shows=f"{first.name} of each model with its 95% interval."),),
    )
    steps = [measure for measure in found.measures if measure.name.startswith("Recall") and _SAME in measure.name]
    if steps:
        yield _growth(found, steps)
    above = {model: found.above[other][model][first.name] for model in scores if model != other}
    if above:
        figure = plots.ranges(above, along=f"{first.name}, minus {other}", middle=("no difference", 0.0))
        yield Section(
            name="weak",
            title="What is weak",
            says=tuple(weaknesses(found)),
            plots=(Plot(figure=figure, shows=f"By how much each model is above {other}, with its 95% interval."),),
        )
    rest = [measure for measure in found.measures[1:] if measure not in steps]
    if rest:
        figure = plots.panels({_axis(m): _scores(found, m, list(scores)) for m in rest})
        shows = "Every other measure of each model, with its 95% interval where one is known."
        yield Section(name="other", title="Other measures", says=(), plots=(Plot(figure=figure, shows=shows),))
    for number, measures in enumerate(_some(found.measures)):
        title = f"Figures: {measures[0].name} to {measures[-1].name}" if len(measures) > 1 else measures[0].name
        yield Section(name=f"table-{number + 1}", title=title, says=(), table=_table(found, measures, list(scores)))


def _growth(found: Comparison, steps: list[Measure]) -> Section:
    from engine.evaluation.models import plots
    from index.explore.story import Plot, Section

    order = found.ranked(steps[-1])
    best = found.ranked(found.first)[0]
    order = [best, *(model for model in order if model != best)]
    lines = {model: [found.rows[model][step.name].value for step in steps] for model in order}
    counts = [step.name.rpartition(_SAME)[2].split()[0] for step in steps]
    figure = plots.growth(
        lines, counts, along="likes given", of=steps[0].name.partition(_SAME)[0], plain=found.reference
    )
    says = f"Every line is a model; the dashed one is {found.reference}, which is the same for everybody."
    shows = "What each model finds, by the number of likes that it is given."
    return Section(name="growth", title="From thumb to thumb", says=(says,), plots=(Plot(figure=figure, shows=shows),))


def _costs(found: Comparison) -> Iterable[Section]:
    from engine.evaluation.models import plots
    from index.explore.story import Plot, Section

    order = sorted(found.seconds, key=lambda model: found.seconds[model].fit)
    figure = plots.costs({model: found.seconds[model] for model in order})
    shows = "Seconds to learn and to score a thousand people, by model."
    yield Section(
        name="costs", title="What it costs", says=tuple(costs(found)), plots=(Plot(figure=figure, shows=shows),)
    )


def _method(found: Comparison) -> Iterable[Section]:
    from index.explore.story import Section, Table

    side = {1: "more is better", -1: "less is better", 0: "neither"}
    rows = tuple((m.name, m.says, side[m.better]) for m in found.measures)
    table = Table(head=("measure", "what it is", ""), rows=rows, words=3)
    yield Section(name="measures", title="Measures", says=(), table=table)
    yield Section(name="limits", title="Limits", says=tuple(limits(found)))


def _table(found: Comparison, measures: tuple[Measure, ...], order: list[str]) -> Table:
    from index.explore.story import Table

    rows = tuple(
        (model, *(_cell(found.rows[model].get(m.name)) for m in measures), *_times(found, model, measures))
        for model in order
    )
    timed = ("to learn", "1,000 people") if found.first in measures else ()
    return Table(head=("model", *(m.name for m in measures), *timed), rows=rows)


def _times(found: Comparison, model: str, measures: tuple[Measure, ...]) -> tuple[str, ...]:
    if found.first not in measures:
        return ()
    return (seconds(found.seconds[model].fit), seconds(found.seconds[model].score))


def _cell(score: Score | None) -> str:
    if score is None:
        return ""
    said = f"{score.value:.3f} ({interval(score)})" if interval(score) else f"{score.value:.3f}"
    return said.replace(" ", "\N{NO-BREAK SPACE}")


def _some(measures: tuple[Measure, ...], most: int = 4) -> list[tuple[Measure, ...]]:
    return [measures[start : start + most] for start in range(0, len(measures), most)]


def _scores(found: Comparison, measure: Measure, order: list[str]) -> dict[str, Score]:
    return {model: found.rows[model][measure.name] for model in order if measure.name in found.rows[model]}


def _axis(measure: Measure) -> str:
    return f"{measure.name} ({ {1: 'more is better', -1: 'less is better', 0: 'neither'}[measure.better] })"


def _glance(found: Comparison) -> list[tuple[str, str]]:
    whole = [(name, found.facts.get(name)) for name in ("ratings", "people", "films")]
    counted = found.counted.partition(",")[0]
    return [
        *((name.capitalize(), f"{count:,}") for name, count in whole if isinstance(count, int)),
        (f"{counted.capitalize()} measured", f"{found.n:,}"),
        ("Models", f"{len(found.rows)}"),
    ]


def _notes(found: Comparison) -> list[str]:
    facts = found.facts
    seeds = ", ".join(map(str, facts.get("seeds", ())))
    return [
        *([f"Ratings: {facts['data']}. {facts['licence']}."] if "data" in facts else []),
        f"Command: matinee evaluate models --protocol {found.protocol}, seeds {seeds}.",
        *(f"Tuned: {model}: {values}." for model, values in facts.get("parameters", {}).items()),
        *(f"Left out: {model}: {why}." for model, why in found.left_out.items()),
    ]
