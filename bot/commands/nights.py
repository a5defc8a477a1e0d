"""`matinee evaluate nights`: is what movie night deals fair to everybody in the group?"""

from __future__ import annotations

import json as plain_json
from typing import Annotated

import typer

from bot.commands.evaluate import Json
from bot.commands.models import Data, Links, numbers, read

app = typer.Typer(rich_markup_mode=None)


@app.command()
def nights(
    context: typer.Context,
    ratings: Data,
    links: Links = None,
    seeds: Annotated[str, typer.Option(metavar="S,S", help="Each draws anew who is held out and who meets.")] = "0,1,2",
    groups: Annotated[int, typer.Option(metavar="N", min=1, help="Groups of each kind and size, for each seed.")] = 60,
    people: Annotated[int, typer.Option(metavar="N", min=8, help="People held out for each seed, at most.")] = 1000,
    tuning: Annotated[
        bool, typer.Option("--tuning", help="Draw from the people who are for tuning; they are never measured else.")
    ] = False,
    json: Json = False,
) -> None:
    """Is the choice for a group fair, and what does that cost?

    Groups of 2 to 8 people (random, similar, divergent) whom the model has not learned from: how much each of them
    likes of the five films that are dealt, beside plainer ways to choose; and over ten nights, with the memory of who
    got little and without it.
    """
    from bot.front_terminal.building import building
    from bot.front_terminal.pages import measures
    from bot.front_terminal.render import screen
    from engine.evaluation import nights as protocol
    from engine.models.colikes import DISLIKE, GAIN
    from engine.models.learned.few_thumbs import FewThumbs
    from engine.models.training import DROPOUT, PENALTY

    rules = protocol.Rules(seeds=numbers(seeds, context), groups=groups, people=people, tuning=tuning)
    _, opinions = read(ratings, links)
    with building(screen(stderr=True)) as tell:
        # Parameters as serving has them; left open, they would be sought anew for every seed.
        found = protocol.evaluate(
            opinions, lambda: FewThumbs(dropout=DROPOUT, penalty=PENALTY, gain=GAIN, dislike=DISLIKE), rules, tell
        )
    if json:
        plain = {name: report.plain() for name, report in found.items()}
        typer.echo(plain_json.dumps(plain, ensure_ascii=False))
        return
    for name, report in found.items():
        screen().print(f"{name}:")
        screen().print(measures(report))
        screen().print()
