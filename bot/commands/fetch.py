"""`matinee catalogue fetch`: films from TMDB, with a key of one's own."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from pydantic import SecretStr

    from index.progress import Progress
    from index.sources import Report
    from index.sources.tmdb.client import Client

_LATEST = "latest"
_NEWS = timedelta(days=1)  # of a film that changed, an answer older than this may be from before the change
_INTERRUPTED = 130  # exit code

app = typer.Typer(rich_markup_mode=None)


@app.command()
def fetch(
    context: typer.Context,
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to write the films: a .jsonl file.")],
    popular: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="The N films that most people voted on; 10,000 at most.")
    ] = None,
    ids: Annotated[str | None, typer.Option(metavar="ID,ID", help="These films, by TMDB id.")] = None,
    ids_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The films of a file with one TMDB id a line.")
    ] = None,
    export: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="All films of TMDB's daily list of ids; with --popular, the first N of it. "
                     f"'{_LATEST}' downloads the list."),
    ] = None,
    changes_since: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=["%Y-%m-%d"], help="The films that changed since a day.")
    ] = None,
) -> None:  # fmt: skip
    """Get films from TMDB, for `catalogue build --from FILE`.

    Needs TMDB_API_KEY, which https://www.themoviedb.org/settings/api gives. Stop it whenever you like: the same command
    goes on where it was. Answers are kept for six months.
    """
    given = (popular, ids, ids_file, export, changes_since)
    if all(way is None for way in given):
        raise typer.BadParameter("say which films: --popular, --ids, --ids-file, --export or --changes-since", context)
    if changes_since is not None and any(way is not None for way in given[:-1]):
        raise typer.BadParameter("--changes-since stands alone", context)
    if out.suffix != ".jsonl":
        raise typer.BadParameter("--out must end in .jsonl, by which `catalogue build` knows it", context)
    since = changes_since.date() if changes_since else None
    wanted = _Wanted(popular=popular, ids=_numbers(ids or "", context), file=ids_file, export=export, since=since)
    _fetch(context, wanted, out)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """Which films are asked for."""

    popular: int | None
    ids: tuple[int, ...]
    file: Path | None
    export: str | None
    since: date | None

    def found(self, client: Client, folder: Path, report: Report, tell: Progress) -> list[int]:
        """Their ids, in the order in which they were asked for; what is downloaded for it lands in a folder."""
        from index.sources.tmdb import exports, lists

        if self.since is not None:
            return lists.changed(client, self.since, datetime.now(UTC).date(), tell)
        found = list(self.ids)
        if self.file is not None:
            found += lists.listed(self.file, report)
        if self.export is not None:
            path = exports.latest(folder) if self.export == _LATEST else Path(self.export)
            found += exports.read(path, report, most=self.popular)
        elif self.popular is not None:
            found += lists.popular(client, self.popular, tell)
        return found


def _fetch(context: typer.Context, wanted: _Wanted, out: Path) -> None:
    import stamina.instrumentation

    from bot.front_terminal.building import building
    from bot.front_terminal.render import screen
    from bot.settings import Settings
    from index.sources import Report
    from index.sources.tmdb.answers import KEPT
    from index.sources.tmdb.client import Client
    from index.sources.tmdb.gathering import gather, write
    from index.sources.tmdb.notices import TMDB_NOTICE

    settings = Settings.load(**context.obj)
    key, kept, url = _key(settings.tmdb_api_key), settings.home / "cache", settings.tmdb_api_url
    stamina.instrumentation.set_on_retry_hooks([])  # each would be a line on the screen
    typer.echo(TMDB_NOTICE)
    console, report, so_far = screen(stderr=True), Report(source="TMDB"), ""

    def say(line: str) -> None:
        console.print(line, soft_wrap=True)

    try:
        with building(console) as bar, Client(key, kept / "tmdb.sqlite", url=url, say=say) as client:

            def tell(what: str, done: int, total: int) -> None:
                nonlocal so_far
                so_far = f"{done:,} of {total:,} {what} are fetched and kept, "
                bar(what, done, total)

            ids = wanted.found(client, kept, report, tell)
            within = KEPT if wanted.since is None else _NEWS
            with closing(gather(client, ids, report, tell, within=within)) as films:
                count = write(films, out)
    except KeyboardInterrupt:
        typer.echo(f"stopped: {so_far}run the same command again to go on", err=True)
        raise typer.Exit(_INTERRUPTED) from None
    typer.echo("\n".join(report.lines()))
    typer.echo(f"{count:,} films: build them with `matinee catalogue build --from {out}`")


def _key(key: SecretStr | None) -> str:
    from bot.errors import SettingsError
    from index.sources.tmdb.notices import KEY_PAGE

    if key is None:
        raise SettingsError(f"TMDB_API_KEY is not set: get a key at {KEY_PAGE}, free of charge, and put it into .env")
    return key.get_secret_value()


def _numbers(said: str, context: typer.Context) -> tuple[int, ...]:
    parts = said.replace(",", " ").split()
    if wrong := [part for part in parts if not (part.isascii() and part.isdigit())]:
        raise typer.BadParameter(f"{wrong[0]!r} is no TMDB id: give numbers with commas between them", context)
    return tuple(map(int, parts))
