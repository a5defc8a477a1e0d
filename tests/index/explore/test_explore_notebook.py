"""The notebook runs from its first cell to its last, and is kept without what it printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from index.sources.ratings.keeping import save

nbformat = pytest.importorskip("nbformat", reason="the notebook needs the extra [explore]")
nbclient = pytest.importorskip("nbclient", reason="the notebook needs the extra [explore]")
pytest.importorskip("ipykernel", reason="the notebook needs the extra [explore]")
pytest.importorskip("matplotlib", reason="the notebook needs the extra [explore]")

ROOT = Path(__file__).resolve().parents[3]
NOTEBOOK = ROOT / "scripts" / "exploring.ipynb"


def test_it_is_kept_without_outputs():
    notebook = nbformat.read(NOTEBOOK, 4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.outputs for cell in code] == [[]] * len(code)
    assert {cell.execution_count for cell in code} == {None}
    assert sum(cell.cell_type == "markdown" for cell in notebook.cells) >= 6


@pytest.mark.filterwarnings("ignore")  # of the kernel's own plumbing
@pytest.mark.parametrize("given", [True, False], ids=["ratings of one's own", "made-up ratings"])
def test_it_runs_and_agrees_with_the_page(
    explored_bundle, some_ratings, rating_numbers, frame, tmp_path, monkeypatch, given
):
    save(some_ratings, tmp_path / "ratings.parquet")
    monkeypatch.setenv("MATINEE_BUNDLE", str(explored_bundle))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    if given:
        monkeypatch.setenv("MATINEE_RATINGS", str(tmp_path / "ratings.parquet"))
    else:
        monkeypatch.delenv("MATINEE_RATINGS", raising=False)
    notebook = nbformat.read(NOTEBOOK, 4)
    client = nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT)}})
    client.execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    printed = "".join(output.text for output in outputs if output.get("name") == "stdout")
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) == 4
    assert [output for output in outputs if output.get("name") == "stderr"] == []
    assert some_ratings.licence in printed
    if given:
        n = rating_numbers
        assert f"{n.ratings:,} ratings, {n.people:,} people, {n.films:,} films" in printed
        assert f"top 20% of films: {n.tail.top[20]:.0%} of ratings" in printed
    else:
        assert re.search(r"ratings, 300 people,", printed)
    assert frame["title"].iloc[0] in printed
