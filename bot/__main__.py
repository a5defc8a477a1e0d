"""The command line: `matinee`, or `python -m bot`. Each command imports what it needs, so that a chat starts fast."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import dev
from bot.commands import (
    catalogue,
    evaluate,
    explore,
    importing,
    keys,
    mock_ratings,
    models,
    nights,
    simulate,
    train,
    tune,
)
from bot.front_terminal.arguments import globals_first
from bot.front_terminal.complaints import TOLD, complain

if TYPE_CHECKING:
    from bot.settings import Settings

_HELP = "A movie recommender that you talk to, and that anyone can run themselves."
_FAILED, _INTERRUPTED = 2, 130  # exit codes

app = typer.Typer(help=_HELP, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
app.add_typer(catalogue.films, name="catalogue")
app.add_typer(dev.app, name="dev")
app.add_typer(mock_ratings.app)
app.add_typer(train.app)
app.add_typer(keys.app, name="keys")
app.add_typer(importing.app)
app.add_typer(simulate.app)
app.add_typer(explore.app)
evaluate.evaluate.add_typer(models.app)
evaluate.evaluate.add_typer(nights.app)
app.add_typer(evaluate.evaluate, name="evaluate")
app.add_typer(tune.app)

Text = Annotated[str | None, typer.Argument(metavar="TEXT", help="A wish, as one would say it.")]
Batch = Annotated[
    Path | None, typer.Option(metavar="FILE", exists=True, dir_okay=False, help='Many wishes: {"id", "text"} a line.')
]
Count = Annotated[int | None, typer.Option("-n", metavar="N", min=1, max=100, help="How many films.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of a page for people.")]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"matinee {version('matinee')}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def options(
    context: typer.Context,
    bundle: Annotated[Path | None, typer.Option(metavar="DIR", help="The built films. [HOME/bundle]")] = None,
    home: Annotated[Path | None, typer.Option(metavar="DIR", help="Matinee's own data. [MATINEE_HOME]")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which.")] = False,
) -> None:
    """A movie recommender that you talk to, and that anyone can run themselves."""
    context.obj = {"bundle": bundle, "home": home}
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def _settings(context: typer.Context) -> Settings:
    from bot.settings import Settings

    return Settings.load(**context.obj)


@app.command()
def chat(
    context: typer.Context,
    say: Annotated[
        list[str] | None, typer.Option(metavar="TEXT", help="Say this and end; repeat it to say more, in order.")
    ] = None,
    name: Annotated[
        str, typer.Option("--chat", metavar="NAME", help="Which chat to go on with; each has its own memory.")
    ] = "terminal",
    json: Annotated[bool, typer.Option("--json", help="Print each reply as one JSON object a line.")] = False,
) -> None:
    """Talk with Matinee.

    The words up, down, seen, next, back, undo, why, more and switch act on the open card.
    """
    import asyncio

    from bot.front_terminal import chat as terminal
    from bot.front_terminal.render import screen
    from bot.reply import Reply
    from bot.wiring import conversation
    from bot.wording import words

    settings, console = _settings(context), screen()
    show = terminal.json_lines(sys.stdout) if json else terminal.printer(console)

    async def run() -> None:
        async with conversation(settings) as talk:
            if say or json or not sys.stdin.isatty():
                said = say or terminal.lines(sys.stdin)
                heard = iter(said) if json else terminal.played(said, console)
            else:
                show(Reply(text=words()("hello")))
                heard = terminal.typed(console)
            await terminal.chat(talk, heard, show, name)

    asyncio.run(run())


@app.command()
def demo(context: typer.Context) -> None:
    """Play a short example chat."""
    import asyncio
    from tempfile import TemporaryDirectory

    from bot.front_terminal import chat as terminal
    from bot.front_terminal.render import screen
    from bot.settings import Settings
    from bot.wiring import conversation

    settings, console = _settings(context), screen()

    async def run(home: Path) -> None:
        url = f"sqlite:///{home / 'matinee.db'}"
        apart = Settings.load(home=home, bundle=settings.bundle, database_url=url)
        async with conversation(apart) as talk:
            heard = terminal.played(terminal.demo_messages(), console)
            await terminal.chat(talk, heard, terminal.printer(console), "demo")

    with TemporaryDirectory(prefix="matinee-") as folder:
        asyncio.run(run(Path(folder)))


@app.command()
def serve(
    context: typer.Context,
    webhook: Annotated[
        str | None, typer.Option(metavar="URL", help="Have updates posted to this public https address.")
    ] = None,
    listen: Annotated[
        str | None, typer.Option(metavar="HOST:PORT", help="Where to listen for them, and for GET /healthz.")
    ] = None,
) -> None:
    """Chat on Telegram, until it is stopped.

    Needs TELEGRAM_BOT_TOKEN, which @BotFather on Telegram gives; TELEGRAM_API_URL names another Bot API server.
    """
    from bot.eventloop import run
    from bot.front_telegram.listening import listening
    from bot.front_telegram.logs import configure
    from bot.wiring import telegram

    settings = _settings(context)
    where = listening(webhook, listen)
    configure(settings.log_level)
    run(telegram(settings, where))


@app.command()
def recommend(
    context: typer.Context,
    text: Text = None,
    count: Count = None,
    batch: Batch = None,
    json: Json = False,
) -> None:
    """Find films for one wish, or for a file of them.

    There is no chat: nothing is kept, and the same text gets the same films.
    """
    _one_or_many(context, text, batch)
    from bot.front_terminal import ranked
    from bot.front_terminal.render import screen, show
    from bot.wiring import open_house
    from bot.wording import words

    asked = ranked.read_batch(batch) if batch else []
    house = open_house(_settings(context).bundle)
    if batch:
        for answer in ranked.batch(house, asked, count):
            _print_json(answer)
    elif json:
        _print_json({"ranked": ranked.ranked(house, text or "", count)})
    else:
        show(ranked.answer(house, text or "", count, words()), screen())


@app.command()
def parse(context: typer.Context, text: Text = None, batch: Batch = None, json: Json = False) -> None:
    """Show how a message is understood, or a file of them."""
    _one_or_many(context, text, batch)
    from dataclasses import asdict

    from bot.front_terminal import pages
    from bot.front_terminal.ranked import read_batch
    from bot.front_terminal.render import screen
    from bot.wiring import open_house
    from bot.wording import standing, words

    asked = read_batch(batch) if batch else []
    house = open_house(_settings(context).bundle)
    if batch:
        for one in asked:
            _print_json({"id": one.id, "request": asdict(house.parser.parse(one.text))})
        return
    request = house.parser.parse(text or "")
    if json:
        _print_json(asdict(request))
    else:
        read = standing(request, house.title, words())
        screen().print(pages.understood(request, read, house.title))


def _one_or_many(context: typer.Context, text: str | None, batch: Path | None) -> None:
    if (text is None) == (batch is None):
        raise typer.BadParameter("give a TEXT, or --batch FILE", context)


@app.command()
def doctor(
    context: typer.Context,
    alive: Annotated[bool, typer.Option("--alive", help="A quick look, for a health check.")] = False,
) -> None:
    """Look at everything that Matinee needs.

    Ends with 0 when a chat would work, else with 1.
    """
    import asyncio

    from bot.front_terminal import doctor as clinic
    from bot.front_terminal.pages import health
    from bot.front_terminal.render import screen
    from bot.wiring import open_store

    try:
        settings = _settings(context)
        if alive:
            return asyncio.run(clinic.alive(settings, open_store))
        checks = asyncio.run(clinic.examine(settings, open_store))
    except TOLD as broken:
        complain(broken)
        raise typer.Exit(1) from None
    screen().print(health(checks))
    if not all(check.good for check in checks if check.needed):
        raise typer.Exit(1)
    return None


def _print_json(value: object) -> None:
    import json

    typer.echo(json.dumps(value, ensure_ascii=False))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code: 0 well, 1 a doctor's complaint, 2 an error, 130 Ctrl-C."""
    gc.set_threshold(50_000)  # a start makes many objects and little garbage: looking for it takes a tenth of the time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a title must not end a chat on a terminal that lacks its letters
    given = globals_first(sys.argv[1:] if arguments is None else arguments)
    try:
        return int(app(args=given, prog_name="matinee", standalone_mode=False) or 0)
    except (KeyboardInterrupt, typer.Abort):
        return _INTERRUPTED
    except BrokenPipeError:  # whoever read the output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except TOLD as error:
        complain(error)
        return _FAILED


if __name__ == "__main__":
    sys.exit(main())
