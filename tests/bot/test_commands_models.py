"""`matinee evaluate models` and `matinee tune` on made-up ratings, from the command line to table, JSON and page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.__main__ import main


@pytest.fixture(scope="module")
def where(starter_bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    home = tmp_path_factory.mktemp("home")
    given = ["--bundle", str(starter_bundle), "--home", str(home)]
    assert main([*given, "mock-ratings", "--users", "150", "--seed", "1"]) == 0
    return given


@pytest.fixture(scope="module")
def data(where: list[str]) -> list[str]:
    return ["--data", str(Path(where[3]) / "mock-ratings.parquet")]


def run(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    capsys.readouterr()
    assert main(arguments) == code
    done = capsys.readouterr()
    return done.out, done.err


def test_a_table_for_people_and_a_page(
    capsys: pytest.CaptureFixture[str], where: list[str], data: list[str], tmp_path: Path
) -> None:
    pytest.importorskip("matplotlib", reason="plots need the extra [explore]")
    page = tmp_path / "new" / "report.html"
    given = ["--protocol", "top", "--models", "embedding", "--seeds", "0", "--people", "20", "--out", str(page)]
    out, err = run(capsys, *where, "evaluate", "models", *data, *given)
    assert out.startswith("top: 20 people\n")
    for row in ("popularity", "item-knn", "ease", "embedding"):
        assert f"\n{row} " in out
    assert "For somebody whose history is known, take " in out
    assert "To learn takes from " in out
    assert "these ratings are made up" in err
    text = page.read_text(encoding="utf-8")
    assert text.endswith("</html>\n")
    assert "These ratings are made up." in text
    assert "miscalibration" in text
    *table, where_to_look = out.splitlines()
    assert where_to_look == f"{page}: open it in a browser"
    assert max(map(len, table)) <= 100


@pytest.mark.parametrize(
    ("protocol", "models", "measure"),
    [("cold", "tf-idf", "Recall@20"), ("few", "ease", "Recall@20, mean"), ("stars", "baseline", "RMSE")],
)
def test_json_holds_what_the_protocol_measures(
    capsys: pytest.CaptureFixture[str], where: list[str], data: list[str], protocol: str, models: str, measure: str
) -> None:
    given = ["--protocol", protocol, "--models", models, "--seeds", "0", "--people", "20", "--json"]
    out, _ = run(capsys, *where, "evaluate", "models", *data, *given)
    found = json.loads(out)
    assert found["protocol"] == protocol
    assert found["measures"][0]["name"] == measure
    always = {"baseline", "knn-baseline", "svd"} if protocol == "stars" else {"popularity", "item-knn", "ease"}
    assert set(found["rows"]) == always | {models}
    value, low, high = found["rows"][models][measure]
    assert low <= value <= high
    plain = next(iter(found["above"]))
    other = found["rows"][plain][measure][0]
    row = next(row for row in found["rows"] if row != plain)
    assert found["above"][plain][row][measure][0] == pytest.approx(found["rows"][row][measure][0] - other, abs=2e-5)
    assert found["facts"]["made up"] is True
    assert found["facts"]["data"] == "mock-ratings.parquet"


def test_without_films_what_reads_is_left_out_and_said_so(
    capsys: pytest.CaptureFixture[str], data: list[str], tmp_path: Path
) -> None:
    given = ["--protocol", "cold", "--models", "tf-idf", "--seeds", "0", "--people", "20"]
    nothing = ["--home", str(tmp_path), "--bundle", str(tmp_path / "none")]
    out, err = run(capsys, *nothing, "evaluate", "models", *data, *given)
    assert "left out: tf-idf: it reads" in out
    assert "no films are built" in err


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--protocol", "most"], "there is no protocol 'most': take one of stars, top, few, cold"),
        (["--protocol", "top", "--models", "best"], "there is no model 'best'"),
        (["--protocol", "top", "--seeds", "a"], "'a' are no seeds"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], where: list[str], data: list[str], given: list[str], said: str
) -> None:
    _, err = run(capsys, *where, "evaluate", "models", *data, *given, code=2)
    assert said in err.splitlines()[-1]


def test_tuning_keeps_the_best_goes_on_and_is_used_by_an_evaluation(
    capsys: pytest.CaptureFixture[str], where: list[str], data: list[str], tmp_path: Path
) -> None:
    pytest.importorskip("optuna", reason="tuning needs the extra [learn]")
    study = tmp_path / "studies" / "ease.log"
    given = [*data, "--sampler", "grid", "--people", "15", "--seeds", "0", "--study", str(study)]
    out, _ = run(capsys, *where, "tune", "ease", *given, "--trials", "2")
    assert out.startswith("Recall@20 0.")
    assert "2 tried" in out
    kept = study.with_suffix(".json")
    assert str(kept) in out
    out, _ = run(capsys, *where, "tune", "ease", *given, "--json")
    best = json.loads(out)
    assert best["trials"] == 6
    assert best == json.loads(kept.read_text(encoding="utf-8"))
    assert best["parameters"]["penalty"] in [10.0, 34.66, 120.1, 416.3, 1443.0, 5000.0]
    measured = ["--protocol", "top", "--models", "ease", "--seeds", "0", "--people", "15", "--json"]
    out, _ = run(capsys, *where, "evaluate", "models", *data, *measured, "--parameters", str(kept))
    tuned = json.loads(out)
    assert tuned["facts"]["parameters"] == {"ease": best["parameters"]}
    by_hand = [*measured[:3], f"ease:penalty={best['parameters']['penalty']}", *measured[4:]]
    out, _ = run(capsys, *where, "evaluate", "models", *data, *by_hand)
    row = f"ease:penalty={best['parameters']['penalty']}"
    assert json.loads(out)["rows"][row] == tuned["rows"]["ease"]


def test_a_file_without_parameters_is_said(
    capsys: pytest.CaptureFixture[str], where: list[str], data: list[str], tmp_path: Path
) -> None:
    odd = tmp_path / "odd.json"
    odd.write_text("[]", encoding="utf-8")
    given = ["--protocol", "top", "--parameters", str(odd)]
    _, err = run(capsys, *where, "evaluate", "models", *data, *given, code=2)
    assert "holds no parameters" in err


def test_a_model_without_parameters_cannot_be_tuned(
    capsys: pytest.CaptureFixture[str], where: list[str], data: list[str]
) -> None:
    _, err = run(capsys, *where, "tune", "popularity", *data, code=2)
    assert "has nothing to tune: take one of" in err
