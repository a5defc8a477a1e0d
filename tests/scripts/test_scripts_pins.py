"""constraints.txt pins everything that an install can bring, for every platform."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


@pytest.fixture
def pins(root):
    lines = (root / "constraints.txt").read_text().splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


@pytest.fixture
def asked(root):
    """What pyproject.toml asks for, with all its extras."""
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    return [Requirement(text) for text in (*project["dependencies"], *(need for extra in extras for need in extra))]


def brought(asked):
    """Canonical names of everything that these requirements bring, on this platform."""
    todo, seen = list(asked), set()
    while todo:
        need = todo.pop()
        for extra in {"", *need.extras} - {extra for name, extra in seen if name == need.name}:
            seen.add((need.name, extra))
            stated = [Requirement(text) for text in metadata.requires(need.name) or ()]
            todo += [more for more in stated if more.marker is None or more.marker.evaluate({"extra": extra})]
    return {canonicalize_name(name) for name, _ in seen}


def test_every_line_is_one_exact_version_that_any_platform_has(root, pins):
    for name, version in pins.items():
        assert re.fullmatch(r"[\w.-]+", name)
        assert re.fullmatch(r"[\w.]+", version), f"{name}=={version} must not be local to one platform"
        assert not re.match(r"nvidia|cuda|triton|matinee", name)


def test_everything_that_an_install_brings_is_pinned(pins, asked):
    assert brought(asked) <= {canonicalize_name(name) for name in pins}, "run scripts/setup pins"


def test_the_pins_are_what_the_project_asks_for(pins, asked):
    ours = {canonicalize_name(name): version for name, version in pins.items()}
    for need in asked:
        assert need.specifier.contains(ours[canonicalize_name(need.name)]), f"{need}: run scripts/setup pins"


def test_the_tools_that_install_are_pinned_too(pins):
    assert {"pip", "setuptools"} <= pins.keys()
