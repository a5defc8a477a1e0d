"""`matinee mock-ratings`, from the command line to a file that is read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot.__main__ import main, options
from bot.commands import mock_ratings
from index.artefacts import active
from index.sources.ratings.schema import load


@pytest.fixture
def cli() -> typer.Typer:
    """The command under the options that all commands share."""
    app = typer.Typer()
    app.callback(invoke_without_command=True)(options)
    app.add_typer(mock_ratings.app)
    return app


def test_ratings_are_written_where_they_are_wanted(cli: typer.Typer, starter_bundle: Path, tmp_path: Path) -> None:
    given = ["--bundle", str(starter_bundle), "--home", str(tmp_path / "home"), "mock-ratings", "--users", "30"]
    done = CliRunner().invoke(cli, [*given, "--seed", "5", "--out", str(tmp_path / "sub" / "mine.parquet")])
    assert done.exit_code == 0, done.output
    ratings, report = load(tmp_path / "sub" / "mine.parquet")
    assert ratings.made_up
    assert "made up" in ratings.licence
    assert report.people == 30
    assert f"{report.ratings:,} made-up ratings of {report.films:,} films by 30 people" in done.output
    assert CliRunner().invoke(cli, [*given, "--seed", "5"]).exit_code == 0
    again = tmp_path / "home" / "mock-ratings.parquet"
    assert again.read_bytes() == (tmp_path / "sub" / "mine.parquet").read_bytes()


def test_without_films_it_says_how_to_get_some(cli: typer.Typer, tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["--bundle", str(tmp_path / "none"), "--home", str(tmp_path), "mock-ratings"])
    assert done.exit_code == 1
    assert "matinee catalogue build" in str(done.exception)


def test_made_up_ratings_measure_kinship_and_are_no_evidence(
    cli: typer.Typer, starter_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert active(starter_bundle).catalogue
    path = tmp_path / "mine.parquet"
    where = ["--bundle", str(starter_bundle), "--home", str(tmp_path)]
    assert CliRunner().invoke(cli, [*where, "mock-ratings", "--users", "12", "--out", str(path)]).exit_code == 0
    assert main(["evaluate", "kinship", "--ratings", str(path), "--json", *where]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["n"] == 12
    assert err == "these ratings are made up: what follows is no evidence\n"
