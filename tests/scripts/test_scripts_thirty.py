"""The page of thirty requests is what Matinee answers, and its requests are drawn, not picked."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def thirty() -> ModuleType:
    loader = SourceFileLoader("scripts_thirty", str(Path(__file__).parents[2] / "scripts" / "thirty"))
    spec = importlib.util.spec_from_loader(loader.name, loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


def test_the_page_is_true(starter_bundle: Path, root: Path) -> None:
    command = [sys.executable, "scripts/thirty", "--check", "--bundle", str(starter_bundle)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_there_are_three_of_each_of_ten_kinds(thirty: ModuleType) -> None:
    assert [len(texts) for texts in thirty.kinds().values()] == [3] * 10
    page = thirty.page(lambda text: f"You {text}")
    assert page.count("\nYou ") == 30
    assert all(f"```text\nYou {text}\n```" in page for texts in thirty.kinds().values() for text in texts)


def test_only_wishes_that_open_a_chat_are_drawn(thirty: ModuleType) -> None:
    assert thirty.opens_a_chat({"text": "a western", "genres": ["Western"]})
    assert thirty.opens_a_chat({"text": "a western", "act": "recommend"})
    assert not thirty.opens_a_chat({"text": "older", "after": {"text": "a western"}})
    assert not thirty.opens_a_chat({"text": "hello", "act": "greet"})


def test_the_lot_of_a_text_is_its_own(thirty: ModuleType) -> None:
    texts = [f"wish {number}" for number in range(40)]
    chosen = thirty.drawn(texts)
    assert len(chosen) == 3
    assert thirty.drawn(texts[::-1]) == chosen[::-1]
    without_one = [text for text in texts if text != chosen[1]]
    assert {chosen[0], chosen[2]} < set(thirty.drawn(without_one))
    others = [text for text in texts if text not in chosen][:20]
    assert thirty.drawn([text for text in texts if text not in others]) == chosen
