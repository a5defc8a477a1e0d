"""From an HTTP request to a call's parameters: JSON, form and multipart bodies read into plain values."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.telegram_emulator.refusal import malformed
from tests.telegram_emulator.table import TABLE, Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came with a call."""

    name: str
    data: bytes
    kind: str  # media type

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self.data)} bytes of {self.kind}>"


async def read_parameters(request: web.Request, method: str) -> tuple[dict[str, Any], dict[str, Upload]]:
    """The parameters of a call, typed as the table wants them where they came as text, and the files beside them.

    Raises Refusal when the body cannot be read.
    """
    fields = TABLE.methods.get(method, {})
    if request.content_type == "application/json":
        return _from_json(await request.read(), fields), {}
    texts = dict(request.query)
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file as opened:
                files[name] = Upload(name=value.filename, data=opened.read(), kind=value.content_type)
        else:
            texts[name] = value if isinstance(value, str) else bytes(value).decode()
    values = {name: _typed(name, fields.get(name), text) for name, text in texts.items()}
    for name in [name for name in files if name in fields]:
        values[name] = files[name]
    return values, files


def _from_json(body: bytes, fields: Mapping[str, Field]) -> dict[str, Any]:
    try:
        values = json.loads(body or b"{}")
    except ValueError:
        raise malformed("can't parse JSON object") from None
    if not isinstance(values, dict):
        raise malformed("can't parse JSON object")
    # Objects may also come as JSON inside a JSON string; null stands for "not given".
    return {
        name: _typed(name, fields.get(name), value) if isinstance(value, str) and _nested(fields.get(name)) else value
        for name, value in values.items()
        if value is not None
    }


def _nested(field: Field | None) -> bool:
    return field is not None and not {"String", "Integer", "Float", "Boolean"} & set(field.types)


def _typed(name: str, field: Field | None, text: str) -> Any:
    """A form's text as the value it stands for; what does not fit stays text and fails the check of types."""
    if field is None:
        return text
    if "Integer" in field.types and re.fullmatch(r"-?\d{1,18}", text):
        return int(text)
    if "Boolean" in field.types and text in {"true", "false"}:
        return text == "true"
    if "Float" in field.types and re.fullmatch(r"-?\d+(\.\d+)?", text):
        return float(text)
    if _nested(field) and field.types != ("InputFile",):
        try:
            return json.loads(text)
        except ValueError:
            raise malformed(f'can\'t parse JSON in the field "{name}"') from None
    return text
