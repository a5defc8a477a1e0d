"""`matinee tune`: looks for the parameters with which a model does best, on people whom no evaluation measures."""

from __future__ import annotations

import json as plain_json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.evaluate import Json
from bot.commands.models import Data, Links, People, known_of, numbers, read, written

if TYPE_CHECKING:
    from optuna.storages import BaseStorage

app = typer.Typer(rich_markup_mode=None)


@app.command()
def tune(
    context: typer.Context,
    model: Annotated[str, typer.Argument(metavar="MODEL", help="A model, as `evaluate models` names it.")],
    data: Data,
    links: Links = None,
    sampler: Annotated[str, typer.Option(metavar="NAME", help="tpe, grid or random.")] = "tpe",
    trials: Annotated[int, typer.Option(metavar="N", min=1, help="How many to try, earlier runs included.")] = 30,
    seeds: Annotated[
        str, typer.Option(metavar="S,S", help="Those of the evaluation to come: whom it holds out is not looked at.")
    ] = "0,1,2",
    people: People = 1000,
    study: Annotated[
        Path | None, typer.Option(metavar="FILE", dir_okay=False, help="What was tried. [HOME/tuning/MODEL.log]")
    ] = None,
    json: Json = False,
) -> None:
    """Look for the best parameters of a model.

    Stop it whenever you like: the same command goes on where it was. The best parameters are kept beside the study,
    for `evaluate models --parameters`.
    """
    from bot.front_terminal.building import building
    from bot.front_terminal.render import screen
    from bot.settings import Settings
    from engine.evaluation.models import tuning

    path = study or Settings.load(**context.obj).home / "tuning" / f"{model}.log"
    tuning.space(model)
    drawn = numbers(seeds, context)
    _, opinions = read(data, links)
    about = known_of(context, opinions)
    with building(screen(stderr=True)) as tell:
        best = tuning.tune(
            model, opinions, _storage(path), sampler=sampler, trials=trials, seeds=drawn, people=people,
            about=about, tell=tell,
        )  # fmt: skip
    kept = path.with_suffix(".json")
    text = plain_json.dumps(best.plain(), ensure_ascii=False)
    written(kept, f"{text}\n")
    if json:
        typer.echo(text)
        return
    found = ", ".join(f"{name} {value:.4g}" if isinstance(value, float) else f"{name} {value}"
                      for name, value in best.parameters.items())  # fmt: skip
    before = "" if best.before is None else f", {best.before:.4f} with its own parameters"
    typer.echo(f"{best.measure} {best.value:.4f}{before}; {best.trials} tried")
    typer.echo(f"{model}: {found}\n{kept}")


def _storage(path: Path) -> BaseStorage:
    """Trials in a file of lines, which needs no database; a run that is killed loses none that was finished."""
    from engine.errors import EngineError

    try:
        from optuna.storages import JournalStorage
        from optuna.storages.journal import JournalFileBackend
    except ModuleNotFoundError as missing:
        if missing.name != "optuna":
            raise
        raise EngineError("tuning needs what looks for parameters: pip install 'matinee[learn]'") from missing
    path.parent.mkdir(parents=True, exist_ok=True)
    return JournalStorage(JournalFileBackend(str(path)))
