"""docs/model-report.md: from saved results to the page, and every figure of it from them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from dataclasses import replace
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

from engine.evaluation.models import Comparison, lab
from engine.models.learned.opinions import opinions
from index.sources import starter
from index.sources.ratings.mock import mock


@pytest.fixture(scope="module")
def script() -> ModuleType:
    loader = SourceFileLoader("scripts_model_report", str(Path(__file__).parents[2] / "scripts" / "model-report"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def found() -> list[Comparison]:
    people = opinions(mock(starter.load()[0][:200], 150, 3))
    some = [lab.run(p, people, lab.entrants(p, [m]), (0,), people=15) for p, m in (("stars", "svd"), ("few", "ease"))]
    return [lab.noted(each, data="some", licence="free", made_up=True, parameters={}) for each in some]


@pytest.fixture
def files(found: list[Comparison], tmp_path: Path) -> list[str]:
    paths = [tmp_path / f"{each.protocol}.json" for each in found]
    for path, each in zip(paths, found, strict=True):
        path.write_text(json.dumps(each.plain()), encoding="utf-8")
    return [str(path) for path in reversed(paths)]


def test_the_page_is_written_and_then_true(files: list[str], root: Path, tmp_path: Path, script: ModuleType) -> None:
    page = tmp_path / "report.md"

    def run(*more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "scripts/model-report", *files, "--out", str(page), *more]
        return subprocess.run(command, cwd=root, capture_output=True, text=True)

    assert run("--check").returncode == 1
    assert run().returncode == 0
    text = page.read_text(encoding="utf-8")
    assert text == script.page(script.read([Path(file) for file in files]))
    assert run("--check").returncode == 0
    page.write_text(f"{text}more", encoding="utf-8")
    assert "is not what the results say" in run("--check").stderr
    heads = [line for line in text.splitlines() if line.startswith("#")]
    assert heads == [
        "# Models compared", "## In short", "## Results", "### Predicted stars", "### A few thumbs", "## Strengths",
        "## Limits", "## Costs", "## Lessons", "## What next",
    ]  # fmt: skip


def test_every_figure_stands_in_its_table(found: list[Comparison], script: ModuleType) -> None:
    stars = found[0]
    rows = [line.split(" | ") for line in script.first_table(stars).splitlines()]
    assert [row[0].lstrip("| ") for row in rows[2:]] == stars.ranked(stars.first)
    for row in rows[2:]:
        score = stars.rows[row[0].lstrip("| ")]["RMSE"]
        assert row[1] == f"{score.value:.3f} ({score.low:.3f} to {score.high:.3f})"
    assert "**The ratings are made up.**" in script.data(stars)
    assert "seeds 0" in script.data(stars)


def test_the_best_of_each_measure_is_bold(found: list[Comparison], script: ModuleType) -> None:
    few = found[1]
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in script.more_table(few).splitlines()]
    for column, measure in enumerate(few.measures[1:], 1):
        bold = {line[0] for line in lines[2:] if line[column].startswith("**")}
        best = f"{few.rows[few.ranked(measure)[0]][measure.name].value:.3f}"
        assert bold == {model for model, row in few.rows.items() if f"{row[measure.name].value:.3f}" == best}


def test_what_was_left_out_is_said(found: list[Comparison], script: ModuleType) -> None:
    assert "Left out: vae (no torch)." in script.data(replace(found[0], left_out={"vae": "no torch"}))


def test_a_file_of_something_else_is_said_in_one_line(root: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.json"
    odd.write_text('{"n": 3}', encoding="utf-8")
    command = [sys.executable, "scripts/model-report", str(odd), "--out", str(tmp_path / "report.md")]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 2
    assert "does not hold what" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "report.md").exists()
