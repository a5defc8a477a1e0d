"""`matinee dev`: trying Matinee out from a checkout, by hand."""

from __future__ import annotations

import asyncio
import importlib
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from bot.errors import SettingsError

CHECKOUT = Path(__file__).parents[1]
_EMULATOR = "tests.telegram_emulator"

app = typer.Typer(help="Try Matinee out, from a checkout.", rich_markup_mode=None)


@app.callback()
def dev() -> None:
    """Try Matinee out, from a checkout."""


@app.command()
def telegram(
    context: typer.Context,
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="Where; 0 takes a free one.")] = 8081,
    person: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Who chats; repeat it for more.")] = None,
) -> None:
    """Chat on a Telegram of its own: a page on this machine, with the bot beside it.

    Nothing is kept, and no Telegram account is needed.
    """
    emulator = _emulator()
    with TemporaryDirectory(prefix="matinee-") as home:
        asyncio.run(_chatted(emulator, context.obj, Path(home), port, tuple(person or ("Ann", "Ben", "Cat"))))


def _emulator() -> Any:
    if not (CHECKOUT / "tests" / "telegram_emulator").is_dir():
        raise SettingsError("`matinee dev telegram` runs from a checkout of Matinee: clone it and install it with -e.")
    sys.path.insert(0, str(CHECKOUT))
    try:
        return importlib.import_module(_EMULATOR)
    except ModuleNotFoundError as missing:
        raise SettingsError(f"`matinee dev telegram` needs {missing.name}: install the extra [test].") from None


async def _chatted(emulator: Any, given: dict[str, Any], home: Path, port: int, people: tuple[str, ...]) -> None:
    """The emulator's page, and the bot over a database of its own, until it is stopped."""
    from bot.front_telegram.logs import configure
    from bot.settings import Settings
    from bot.wiring import telegram

    bundle = Settings.load(**given).bundle
    listening: asyncio.Future[Any] = asyncio.get_running_loop().create_future()

    def ready(server: Any) -> None:
        everybody = [server.person(name) for name in people]
        if len(everybody) > 1:
            server.group("Movie friends", everybody)
        listening.set_result(server)

    page = asyncio.create_task(emulator.serve(port=port, ready=ready))
    try:
        await asyncio.wait([page, listening], return_when=asyncio.FIRST_COMPLETED)
        if page.done():
            page.result()  # raises why it cannot listen
        server = listening.result()
        # By the names that the environment uses, for these must not be mixed with a real bot's.
        own = {"TELEGRAM_BOT_TOKEN": server.token, "TELEGRAM_API_URL": server.url}
        settings = Settings.load(home=home, bundle=bundle, database_url=f"sqlite:///{home / 'matinee.db'}", **own)
        configure(settings.log_level)
        typer.echo(f"Chat at {server.url}")
        await telegram(settings)
    finally:
        page.cancel()
        await asyncio.gather(page, return_exceptions=True)
