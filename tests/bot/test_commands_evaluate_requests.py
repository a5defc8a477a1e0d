"""`matinee evaluate requests` and `dialogues`: ranked by the very path of `recommend --batch`, by the text alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from engine.evaluation.requests import MEASURES, dialogue_text
from engine.ranking import default_weights

SHARED = Path(__file__).parents[3] / "shared" / "eval"
PEERS = ["popularity", "nearest documents", "nearest documents and popularity", "TF-IDF over tags", "BM25"]

Run = Callable[..., str]
Raw = dict[str, Any]

REQUESTS: list[Raw] = [
    {"id": "a", "text": "like Interstellar but funnier", "relevant": ["tt0177789"], "exclude": ["tt0816692"]},
    {"id": 7, "text": "hello", "relevant": ["tt0133093"], "exclude": []},
    {"id": "c", "text": "90s heist under two hours, nothing gory", "relevant": ["tt0114369"], "exclude": []},
    {"id": "d", "text": "a sad film about a robot", "relevant": ["tt0910970", "tt0129167"], "exclude": []},
]
SAID = ("I loved Alien.", "Have you seen Heat?", "Something like that, but in space")
DIALOGUES: list[Raw] = [
    {
        "id": f"9_{count}",
        "turns": [{"role": ("seeker", "recommender")[n % 2], "text": said} for n, said in enumerate(SAID[:count])],
        "mentioned": ["tt0078748"],
        "relevant": ["tt0090605"],
    }
    for count in (1, 3)
]


@pytest.fixture
def run(starter_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command over the starter films that must go well, and gives what it printed."""

    def run(*arguments: str) -> str:
        assert main([*arguments, "--bundle", str(starter_bundle), "--home", str(tmp_path / "home")]) == 0
        return capsys.readouterr().out

    return run


def write(path: Path, lines: Sequence[Raw]) -> str:
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(path)


def emptied(case: Raw) -> Raw:
    return {name: [] if name in ("relevant", "exclude", "mentioned") else value for name, value in case.items()}


def text(case: Raw) -> str:
    return str(case["text"]) if "text" in case else dialogue_text(case["turns"])


def the_same_path(run: Run, folder: Path, kind: str, cases: Sequence[Raw]) -> list[Raw]:
    """What is ranked for cases, after it was compared byte for byte with what other ways of asking get."""
    full, bare = folder / "full.jsonl", folder / "bare.jsonl"
    run("evaluate", kind, "--cases", write(folder / "cases.jsonl", cases), "--ranked", str(full), "--json")
    run("evaluate", kind, "--cases", write(folder / "e.jsonl", [*map(emptied, cases)]), "--ranked", str(bare), "--json")
    texts = write(folder / "texts.jsonl", [{"id": case["id"], "text": text(case)} for case in cases])
    batch = run("recommend", "--batch", texts, "-n", "60").encode()
    assert full.read_bytes() == batch
    assert bare.read_bytes() == batch
    return [json.loads(line) for line in batch.splitlines()]


@pytest.mark.parametrize(("kind", "cases"), [("requests", REQUESTS), ("dialogues", DIALOGUES)])
def test_what_is_measured_is_what_a_batch_is_given(run: Run, tmp_path: Path, kind: str, cases: list[Raw]) -> None:
    answers = the_same_path(run, tmp_path, kind, cases)
    assert [answer["id"] for answer in answers] == [case["id"] for case in cases]
    assert [len(answer["ranked"]) for answer in answers] == [0 if text(case) == "hello" else 60 for case in cases]


@pytest.mark.parametrize("kind", ["requests", "dialogues"])
def test_real_texts_take_the_same_path(run: Run, tmp_path: Path, kind: str) -> None:
    path = SHARED / f"{kind}.jsonl"
    if not path.exists():
        pytest.skip(f"no {kind} to read beside the project")
    with path.open(encoding="utf-8") as lines:
        cases = [json.loads(line) for line, _ in zip(lines, range(20), strict=False)]
    assert len(the_same_path(run, tmp_path, kind, cases)) == 20


def test_figures_follow_from_what_was_ranked(run: Run, tmp_path: Path) -> None:
    path, kept = write(tmp_path / "cases.jsonl", REQUESTS), tmp_path / "kept.jsonl"
    found = json.loads(run("evaluate", "requests", "--cases", path, "--ranked", str(kept), "--json"))
    ranked = [[film["imdb"] for film in json.loads(line)["ranked"]] for line in kept.read_text().splitlines()]
    shares = []
    for films, case in zip(ranked, REQUESTS, strict=True):
        shown = [film for film in films if film not in case["exclude"]][:10]
        shares.append(len({*shown} & {*case["relevant"]}) / len(case["relevant"]))
    assert found["ours"]["R@10"] == pytest.approx(sum(shares) / 4, abs=1e-4)
    assert found["ours"]["Hit@10"] == sum(share > 0 for share in shares) / 4 > 0
    assert found["n"] == 4
    assert list(found["ours"]) == list(MEASURES)
    assert list(found["peers"]) == PEERS
    assert all(list(row) == list(MEASURES) for row in found["peers"].values())
    assert found["answered in words"] == 1
    assert found["above is on"] == "Hit@10"
    assert "ablation" not in found


def test_dialogues_count_turns_and_say_folds(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "cases.jsonl", [*DIALOGUES, DIALOGUES[0] | {"id": "10_1", "relevant": ["tt9"]}])
    found = json.loads(run("evaluate", "dialogues", "--cases", path, "--folds", "2", "--json"))
    assert found["n"] == 3
    assert found["above is on"] == "R@10"
    assert len(found["R@10 by fold"]) == 2
    assert 0.0 in found["R@10 by fold"].values()  # the dialogue that nothing is found for is a fold by itself
    assert sum(found["R@10 by fold"].values()) == pytest.approx(1.5 * found["ours"]["R@10"], abs=1e-3)
    assert "3 turns of dialogues" in run("evaluate", "dialogues", "--cases", path)


def test_each_part_of_the_score_is_taken_away(run: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "cases.jsonl", REQUESTS)
    found = json.loads(run("evaluate", "requests", "--cases", path, "--ablate", "--json"))
    assert list(found["ablation"]) == list(default_weights())
    for name, row in found["ablation"].items():
        assert list(row) == [*MEASURES, "above"]
        for measure in MEASURES:
            above, low, high = row["above"][measure]
            assert above == pytest.approx(found["ours"][measure] - row[measure], abs=2e-4), name
            assert low <= above <= high
    assert found["ablation"]["thumbs"]["above"]["NDCG@10"] == [0.0, 0.0, 0.0]
    page = run("evaluate", "requests", "--cases", path, "--ablate").splitlines()
    assert any(line.split() == ["without", *MEASURES, "ours", "is", "above", "on", "Hit@10", "by"] for line in page)
    shown = {line.split()[0]: [float(each) for each in re.findall(r"[-+]?\d\.\d+", line)] for line in page if line}
    for name, row in found["ablation"].items():
        assert shown[name] == pytest.approx(
            [*(row[measure] for measure in MEASURES), *row["above"]["Hit@10"]], abs=6e-4
        )


def test_a_line_that_is_no_case_is_named(starter_bundle: Path, tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    path = write(tmp_path / "cases.jsonl", [REQUESTS[0], {"id": "x", "text": "a western"}])
    assert main(["evaluate", "requests", "--cases", path, "--bundle", str(starter_bundle)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{path}:2: not a request: write ")
    assert err.count("\n") == 1
