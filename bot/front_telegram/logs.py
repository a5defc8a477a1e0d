"""The log: one line an event, as JSON or for a console; never what people say, never who they are, never the token."""

from __future__ import annotations

import logging
import re
import sys
import traceback
from typing import Any, TextIO

import structlog

_TOKEN = re.compile(r"\d{6,}:[A-Za-z0-9_-]{30,}")
_TALKATIVE = ("httpx", "httpcore", "telegram", "sqlalchemy", "aiosqlite", "asyncio", "PIL")
"""Libraries that write addresses (with the token), messages or statements at lower levels."""


def configure(level: str, stream: TextIO | None = None) -> None:
    """Log to standard error from now on: for people on a terminal, else as JSON."""
    stream = stream or sys.stderr
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: Any = structlog.dev.ConsoleRenderer(colors=True) if stream.isatty() else structlog.processors.JSONRenderer()
    formatter = structlog.stdlib.ProcessorFormatter
    chain: list[Any] = [formatter.remove_processors_meta, structlog.processors.format_exc_info]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(formatter(foreign_pre_chain=shared, processors=[*chain, last, _without_token]))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    # At its worst moments the library writes down whole updates.
    logging.getLogger("telegram").setLevel(logging.CRITICAL + 1)
    structlog.configure(
        processors=[*shared, formatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def told(error: BaseException) -> dict[str, str]:
    """What may be logged of an error: its kind and place. Its words may quote a person."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else ""
    own = [frame for frame in frames if "/bot/" in frame.filename]
    through = f"{own[-1].filename.rpartition('/')[2]}:{own[-1].lineno}" if own else place
    return {"error": type(error).__name__, "at": place, "through": through}


def _without_token(_logger: Any, _method: str, line: Any) -> Any:
    return _TOKEN.sub("***", line) if isinstance(line, str) else line
