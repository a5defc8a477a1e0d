"""`matinee explore`, from the command line to a page on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.__main__ import options
from bot.commands import explore
from index import catalogue
from index.artefacts import Active, activate, seal
from index.errors import MatineeIndexError, NothingBuilt
from index.movie import Movie
from index.sources import starter
from index.sources.ratings.keeping import save
from index.sources.ratings.mock import mock

pytest.importorskip("matplotlib", reason="plots need the extra [explore]")
pytest.importorskip("jinja2", reason="the page needs the extra [explore]")


@pytest.fixture(scope="module")
def films() -> list[Movie]:
    return starter.load()[0][:200]


@pytest.fixture
def bundle(films: list[Movie], tmp_path: Path) -> Path:
    folder = tmp_path / "bundle" / "catalogue-small"
    folder.mkdir(parents=True)
    catalogue.write(films, folder / "movies.parquet")
    seal(folder, "catalogue", {"films": len(films)})
    activate(folder.parent, Active(catalogue=folder.name))
    return folder.parent


@pytest.fixture
def cli() -> typer.Typer:
    """The command under the options that all commands share."""
    app = typer.Typer()
    app.callback(invoke_without_command=True)(options)
    app.add_typer(explore.app)
    return app


def test_a_page_is_written_whole_where_it_is_wanted(
    cli: typer.Typer, bundle: Path, films: list[Movie], tmp_path: Path
) -> None:
    save(mock(films, 40, 1), tmp_path / "ratings.parquet")
    page = tmp_path / "sub" / "report.html"
    page.parent.mkdir()
    page.write_text("an older one")
    given = ["--bundle", str(bundle), "explore", "--ratings", str(tmp_path / "ratings.parquet"), "--out", str(page)]
    done = CliRunner().invoke(cli, given)
    assert done.exit_code == 0, done.output
    text = page.read_text(encoding="utf-8")
    assert text.endswith("</html>\n")
    assert f"<dd>{len(films)}</dd>" in text
    assert "These ratings are made up." in text
    assert "by 40 people" in done.output
    assert f"{page}: " in done.output
    assert [path.name for path in page.parent.iterdir()] == ["report.html"]


def test_the_page_needs_no_ratings(cli: typer.Typer, bundle: Path, tmp_path: Path) -> None:
    page = tmp_path / "new" / "report.html"
    done = CliRunner().invoke(cli, ["--bundle", str(bundle), "explore", "--out", str(page)])
    assert done.exit_code == 0, done.output
    assert "The ratings" not in page.read_text(encoding="utf-8")


def test_what_cannot_be_done_is_said_and_nothing_is_written(cli: typer.Typer, bundle: Path, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    done = CliRunner().invoke(cli, ["--bundle", str(tmp_path / "none"), "explore", "--out", str(page)])
    assert isinstance(done.exception, NothingBuilt)
    nothing = ["--bundle", str(bundle), "explore", "--ratings", str(tmp_path / "no"), "--out", str(page)]
    assert isinstance(CliRunner().invoke(cli, nothing).exception, (MatineeIndexError, OSError))
    alone = CliRunner().invoke(cli, ["--bundle", str(bundle), "explore", "--links", "x", "--out", str(page)])
    assert alone.exit_code == 2
    assert "give both" in alone.output
    assert not page.exists()
