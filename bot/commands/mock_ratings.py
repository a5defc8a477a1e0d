"""`matinee mock-ratings`: ratings that nobody gave, on the films of the bundle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None)


@app.command("mock-ratings")
def mock_ratings(
    context: typer.Context,
    users: Annotated[int, typer.Option(metavar="N", min=1, max=1_000_000, help="How many people.")] = 1000,
    seed: Annotated[int, typer.Option(metavar="S", min=0, help="The same seed makes the same ratings.")] = 0,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", dir_okay=False, help="Where to. [HOME/mock-ratings.parquet]")
    ] = None,
) -> None:
    """Make up ratings of the bundle's films, to try things with.

    They are plausible and marked as made up; they prove nothing.
    """
    from bot.front_terminal.building import building
    from bot.front_terminal.render import screen
    from bot.settings import Settings
    from index.artefacts import active, read_manifest
    from index.catalogue import Catalogue
    from index.moods import Moods
    from index.sources.ratings.keeping import save
    from index.sources.ratings.mock import Traits, mock

    settings = Settings.load(**context.obj)
    folder = settings.bundle / active(settings.bundle).catalogue
    read_manifest(folder)
    traits = Traits.of_catalogue(Catalogue.open(folder / "movies.parquet"), Moods.open(folder / "moods.npz"))
    with building(screen(stderr=True)) as progress:
        ratings = mock(traits, users, seed, progress=progress)
    path = out or settings.home / "mock-ratings.parquet"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(ratings, path)
    films = ratings.table["film"].nunique()
    typer.echo(f"{len(ratings.table):,} made-up ratings of {films:,} films by {users:,} people: {path}")
