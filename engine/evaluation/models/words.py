"""What a comparison says, in sentences that are written from its figures."""

from __future__ import annotations

from collections.abc import Sequence

from engine.evaluation.models.comparison import Comparison, Measure
from engine.evaluation.report import Score

_FAR_LESS = 3.0  # times as cheap


def advice(found: Comparison) -> list[str]:
    """All that is said: which model to use when, then what is strong, what is weak, and what it costs."""
    return [*choice(found), *strengths(found), *weaknesses(found), *costs(found)]


def choice(found: Comparison) -> list[str]:
    """Which model to use when."""
    best, alike = _best(found)
    said = [_use(found, best)]
    cheap = min([best, *alike], key=lambda model: _cost(found, model))
    if cheap != best and _cost(found, best) >= _FAR_LESS * _cost(found, cheap):
        said.append(
            f"Where time is short, take {cheap}: it cannot be told apart from {best}, and costs "
            f"{seconds(_cost(found, cheap))} in place of {seconds(_cost(found, best))}."
        )
    if found.protocol == "few":
        said += _by_thumbs(found)
    if found.protocol == "cold":
        said += _beside(found)
    if (wide := _widest(found)) and wide != best:
        said.append(
            f"To show more of the catalogue without falling behind {found.reference}, take {wide}: "
            f"coverage {_value(found, wide, 'coverage'):.0%} against {_value(found, best, 'coverage'):.0%} of {best}."
        )
    return said


def strengths(found: Comparison) -> list[str]:
    """What the best do well."""
    best, alike = _best(found)
    first = found.first
    figure = found.rows[best][first.name]
    said = [f"{best} has the best {first.name}: {figure.value:.3f}{_bounds(figure)}{_ahead(found, best)}."]
    if alike:
        said.append(f"{joined(alike)} cannot be told apart from it by these figures.")
    ahead: dict[str, list[str]] = {}
    for measure in found.measures[1:]:
        if not measure.better or found.protocol in ("few", "cold"):
            continue
        fair = [m for m in found.ranked(measure) if m != found.reference and _side(found, m, first) >= 0]
        leader = next(iter(fair), best)
        if leader not in (best, *alike) and _leads(found, leader, measure):
            figures = f"{_value(found, leader, measure.name):.3f}, not {_value(found, best, measure.name):.3f}"
            ahead.setdefault(leader, []).append(f"{measure.name} ({figures})")
    for leader, leads in ahead.items():
        said.append(f"Of those not behind {found.reference}, {leader} is ahead of {best} in {joined(leads)}.")
    return said


def weaknesses(found: Comparison) -> list[str]:
    """What falls behind the plain one, and what the best does badly."""
    said = []
    behind = [model for model in found.rows if _side(found, model, found.first) < 0]
    even = [m for m in found.rows if m != found.reference and _side(found, m, found.first) == 0]
    if behind:
        said.append(f"{joined(behind)} {_do(behind, 'is', 'are')} clearly behind {found.reference}.")
    if even:
        said.append(f"{joined(even)} cannot be told apart from {found.reference}.")
    best, _ = _best(found)
    for measure in found.measures[1:]:
        if found.protocol != "few" and measure.better and _side(found, best, measure) < 0:
            plain = _value(found, found.reference, measure.name)
            said.append(
                f"{best} pays in {measure.name}: {_value(found, best, measure.name):.3f} against {plain:.3f} "
                f"of {found.reference}."
            )
    return said or [f"Nothing here is clearly behind {found.reference}."]


def costs(found: Comparison) -> list[str]:
    """What learning and scoring take."""
    times = found.seconds
    quick, slow = (pick(times, key=lambda m: times[m].fit) for pick in (min, max))
    said = [
        f"To learn takes from {seconds(times[quick].fit)} ({quick}) to {seconds(times[slow].fit)} ({slow}), "
        f"on this machine."
    ]
    quick, slow = (pick(times, key=lambda m: times[m].score) for pick in (min, max))
    said.append(
        f"To score all films for 1,000 people takes from {seconds(times[quick].score)} ({quick}) to "
        f"{seconds(times[slow].score)} ({slow})."
    )
    return said


def limits(found: Comparison) -> list[str]:
    """What the figures cannot say."""
    said = []
    if found.facts.get("made up"):
        said.append("The ratings are made up: the figures show that everything works, and nothing about people.")
    if found.protocol != "stars":
        said.append(
            "Only films that somebody rated later count as found: a film that they would have liked and never met "
            "counts as wrong, which favours what many people see anyway."
        )
    else:
        said.append(
            "People rate what they chose to see: a small error on such ratings is not yet a good list of films."
        )
    if found.protocol == "cold":
        said.append(
            "Models that learn from ratings alone know nothing of films without any: their order there is drawn, and "
            "stands for chance."
        )
    said.append("Intervals are over people. They say nothing of other films, other years or other crowds.")
    if len(found.facts.get("seeds", ())) == 1 and found.protocol != "stars":
        said.append("One seed was drawn: more of them would narrow the intervals.")
    return said


def clear(difference: Score, better: int) -> int:
    """1 when a paired difference is clearly for the better, -1 when clearly for the worse, 0 when it may be chance."""
    if difference.low is None or difference.high is None:
        return 0
    side = (difference.low > 0) - (difference.high < 0)
    return side * (better or 1)


def difference(score: Score) -> str:
    """+0.020, −0.004."""
    return f"{score.value:+.3f}".replace("-", "−")


def interval(score: Score) -> str:
    """0.404 to 0.428; empty when it is not known."""
    if score.low is None or score.high is None:
        return ""
    return f"{score.low:.3f} to {score.high:.3f}".replace("-", "−")


def seconds(time: float) -> str:
    """A time as people say it: 12 ms, 3.4 s, 2 min 5 s."""
    if time < 0.0005:
        return "under 1 ms"
    if time < 0.9995:
        return f"{1000 * time:.0f} ms"
    if time < 60:
        return f"{time:.1f} s"
    return f"{int(time) // 60} min {int(time) % 60} s"


def joined(names: Sequence[str]) -> str:
    """Names as a list in a sentence: a, b and c."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def _best(found: Comparison) -> tuple[str, list[str]]:
    """The best on the first measure, and those that may be as good."""
    best = found.ranked(found.first)[0]
    rows = found.above[best]
    return best, [m for m in found.ranked(found.first) if m in rows and clear(rows[m][found.first.name], 1) == 0]


def _use(found: Comparison, best: str) -> str:
    what = {
        "stars": "To predict stars",
        "top": "For somebody whose history is known",
        "few": "Over all numbers of thumbs",
        "cold": "For films that nobody has rated yet",
    }[found.protocol]
    if best == found.reference:
        return f"{what}, nothing here beats {best}."
    return f"{what}, take {best}."


def _by_thumbs(found: Comparison) -> list[str]:
    """The best after each number of likes, and from where on each model is clearly above the plain one."""
    steps = [m for m in found.measures if m.name.startswith("Recall") and " after " in m.name]
    runs: list[tuple[str, list[str]]] = []
    for measure in steps:
        leader, count = found.ranked(measure)[0], measure.name.rpartition(" after ")[2]
        if runs and runs[-1][0] == leader:
            runs[-1][1].append(count)
        else:
            runs.append((leader, [count]))
    said = [f"Best by likes given: {'; '.join(f'{leader} after {joined(counts)}' for leader, counts in runs)}."]
    from_where = []
    for model in found.rows:
        sides = [_side(found, model, measure) for measure in steps]
        if model != found.reference and sides and sides[-1] > 0:
            last = max((place for place, side in enumerate(sides) if side <= 0), default=-1)
            from_where.append(f"{model} from {steps[last + 1].name.rpartition(' after ')[2]}")
    if from_where:
        said.append(f"So many likes it takes to be clearly above {found.reference}: {', '.join(from_where)}.")
    return said


def _beside(found: Comparison) -> list[str]:
    """What the best for new films does to the others."""
    best, _ = _best(found)
    warm = next((m for m in found.measures if m.name.endswith("others")), None)
    if warm is None:
        return []
    leader = found.ranked(warm)[0]
    if leader == best:
        return [f"{best} is also the best among the films that have ratings: one model serves both."]
    return [
        f"Among the films that have ratings {leader} is best, {_value(found, leader, warm.name):.3f} against "
        f"{_value(found, best, warm.name):.3f} of {best}."
    ]


def _widest(found: Comparison) -> str | None:
    """Who shows most of the catalogue, of those not behind the plain one."""
    if found.protocol != "top" or not any(m.name == "coverage" for m in found.measures):
        return None
    good = [m for m in found.rows if m != found.reference and _side(found, m, found.first) > 0]
    return max(good, key=lambda m: _value(found, m, "coverage"), default=None)


def _side(found: Comparison, model: str, measure: Measure) -> int:
    difference = found.above[found.reference].get(model, {}).get(measure.name)
    return clear(difference, measure.better) if difference else 0


def _leads(found: Comparison, model: str, measure: Measure) -> bool:
    """Whether a model is clearly better than the best of the first measure; where chance is not known, at all."""
    difference = found.above[_best(found)[0]][model].get(measure.name)
    if difference is None:
        return False
    return clear(difference, measure.better) > 0 or (difference.low is None and measure.better * difference.value > 0)


def _ahead(found: Comparison, model: str) -> str:
    row = found.above[found.reference].get(model)
    if row is None:
        return ""
    score, better = row[found.first.name], found.first.better
    ends = sorted(better * end for end in (score.low, score.high) if end is not None)
    bounds = f" ({ends[0]:.3f} to {ends[1]:.3f})".replace("-", "−") if ends else ""
    return f", better than {found.reference} by {better * score.value:.3f}{bounds}"


def _cost(found: Comparison, model: str) -> float:
    return found.seconds[model].fit + found.seconds[model].score


def _value(found: Comparison, model: str, measure: str) -> float:
    return found.rows[model][measure].value


def _bounds(score: Score) -> str:
    return f" ({interval(score)})" if interval(score) else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _do(names: Sequence[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many
