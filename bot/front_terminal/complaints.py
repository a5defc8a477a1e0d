"""What went wrong, in one line that says how to mend it."""

from __future__ import annotations

import sys

import typer

from bot.errors import MatineeError
from engine.errors import EngineError
from index.errors import MatineeIndexError

TOLD: tuple[type[Exception], ...] = (MatineeError, EngineError, MatineeIndexError, OSError, typer.TyperException)
"""Errors that a person can mend; any other is a fault of ours, and shows where."""


def complain(error: Exception) -> None:
    """One line on standard error, unwrapped, so that it can be searched for."""
    sys.stderr.write(f"{' '.join(_said(error).split())}\n")


def _said(error: Exception) -> str:
    if isinstance(error, typer.TyperException):
        return _usage(error)
    if isinstance(error, OSError):
        what = f"{error.filename}: " if error.filename else ""
        return f"{what}{(error.strerror or str(error)).lower()}: name a file or folder that can be used"
    return str(error)


def _usage(error: typer.TyperException) -> str:
    """What is wrong with the arguments, and the page that lists the right ones."""
    said = str(getattr(error, "format_message", lambda: error)()).rstrip(".")
    context = getattr(error, "ctx", None)
    return f"{said}: see `{context.command_path if context else 'matinee'} --help`"
