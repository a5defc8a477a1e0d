"""A second, independent reading of each call: aiogram's models of the Bot API, with every extra field refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import aiogram.methods
from pydantic import BaseModel, ValidationError

from tests.telegram_emulator.parameters import Upload
from tests.telegram_emulator.refusal import malformed

MODELS: dict[str, type[BaseModel]] = {
    model.__api_method__: model
    for model in (getattr(aiogram.methods, name) for name in aiogram.methods.__all__)
    if isinstance(getattr(model, "__api_method__", None), str)
}


def check_second(method: str, parameters: Mapping[str, Any]) -> None:
    """Raise a Refusal where aiogram's model of the method does not take the call as it is."""
    sent = {name: f"attach://{name}" if isinstance(value, Upload) else value for name, value in parameters.items()}
    try:
        call = MODELS[method].model_validate_json(json.dumps(sent), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise malformed(f"strict: second reading of {method}: {place}: {first['msg']}") from None
    for place in _extras(call, method):
        raise malformed(f"strict: second reading: {place} does not exist")


def _extras(value: Any, place: str) -> Iterator[str]:
    """Fields that no model knows, anywhere inside."""
    if isinstance(value, BaseModel):
        yield from (f"{place}.{name}" for name in value.model_extra or {})
        for name in value.model_fields_set:
            yield from _extras(getattr(value, name, None), f"{place}.{name}")
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _extras(item, f"{place}[{number}]")
