"""Holding a call against our table: unknown and missing fields, types, sizes, and what a keyboard may be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tests.telegram_emulator import entities
from tests.telegram_emulator.keyboards import check_keyboard
from tests.telegram_emulator.parameters import Upload
from tests.telegram_emulator.refusal import Refusal, malformed
from tests.telegram_emulator.table import TABLE, Field, Limit

PLAIN = {"Integer": int, "Float": (int, float), "Boolean": bool, "String": str, "InputFile": Upload}
MODES = {  # which fields say how a text is marked up
    "caption": ("parse_mode", "caption_entities"),
    "text": ("parse_mode", "entities"),
    "message_text": ("parse_mode", "entities"),
    "InputPollOption.text": ("text_parse_mode", "text_entities"),
}


def check_call(method: str, parameters: Mapping[str, Any]) -> None:
    """Raise the Refusal that the first fault of a call deserves."""
    check_fields(method, TABLE.methods[method], parameters)


def check_fields(owner: str, fields: Mapping[str, Field], values: Mapping[str, Any]) -> None:
    """Check an object's fields; `owner` names the method or type in errors."""
    for name in values:
        if name not in fields:
            raise malformed(f'strict: {owner} has no field "{name}"')
    for name, wanted in fields.items():
        if name in values:
            _check_types(f"{owner}.{name}", wanted.types, values[name])
        elif wanted.required:
            raise _fault(owner, name, "missing", f'strict: {owner} needs the field "{name}"')
    for name, wanted in fields.items():
        if name in values:
            _check_limits(owner, name, wanted, values)
    check_keyboard(owner, values)


def _fault(owner: str, name: str, reason: str, otherwise: str) -> Refusal:
    words = TABLE.words.get(f"{owner}.{name} {reason}") or TABLE.words.get(f"{name} {reason}")
    return malformed(words or otherwise)


def _check_limits(owner: str, name: str, wanted: Field, values: Mapping[str, Any]) -> None:
    value = values[name]
    for limit in wanted.limits:
        reason = _reason(owner, name, limit, values)
        if reason:
            shown = repr(value) if len(repr(value)) < 60 else f"{repr(value)[:57]}..."
            raise _fault(owner, name, reason, f"strict: {owner}.{name} is {reason}: {shown}")


def _reason(owner: str, name: str, limit: Limit, values: Mapping[str, Any]) -> str | None:
    """What is wrong with a value by one limit, in a word, or None."""
    value = values[name]
    if limit.unit == "constant":
        said = str(value).lower() if isinstance(value, bool) else value
        return None if said == limit.texts[0] else "not allowed"
    if limit.unit == "choice":
        return None if value in limit.texts else "not allowed"
    if limit.unit == "pattern":
        return None if re.fullmatch(limit.texts[0], value) else "unlike"
    size = _size(owner, name, limit.unit, values)
    if size < limit.least:
        return "short"
    return "long" if size > limit.most else None


def _size(owner: str, name: str, unit: str, values: Mapping[str, Any]) -> int:
    value = values[name]
    if unit == "parsed":
        mode, given = MODES.get(f"{owner}.{name}") or MODES.get(name) or (f"{name}_parse_mode", f"{name}_entities")
        return entities.units(entities.read(value, values.get(mode), values.get(given)).text)
    if unit == "chars":
        return entities.units(value)
    if unit == "bytes":
        return len(value.encode("utf-8", "surrogatepass"))
    return len(value) if unit == "items" else int(value)


def _check_types(where: str, types: tuple[str, ...], value: Any) -> None:
    plain = [t for t in types if t in PLAIN]
    if any(_is_plain(t, value) for t in plain):
        return
    inner = [t for t in types if t not in plain]
    if not inner:
        raise malformed(f"strict: {where} must be {' or '.join(types)}, not {type(value).__name__}")
    if inner[0].startswith("["):
        _check_list(where, inner[0][1:-1], value)
    else:
        _check_object(where, inner, value)


def _is_plain(kind: str, value: Any) -> bool:
    if isinstance(value, bool):
        return kind == "Boolean"
    return isinstance(value, PLAIN[kind])  # type: ignore[arg-type]


def _check_list(where: str, inner: str, value: Any) -> None:
    if not isinstance(value, list):
        raise malformed(f"strict: {where} must be a list, not {type(value).__name__}")
    for number, item in enumerate(value):
        _check_types(f"{where}[{number}]", (inner,), item)


def _check_object(where: str, types: list[str], value: Any) -> None:
    if not isinstance(value, dict):
        raise malformed(f"strict: {where} must be an object, not {type(value).__name__}")
    names = [member for name in types for member in TABLE.unions.get(name, (name,))]
    if names[0] in TABLE.beyond:
        raise malformed(f"strict: {where} is of a type that is not spoken here: {names[0]}")
    chosen = _likeliest(names, value)
    if chosen is None:
        raise malformed(f"strict: {where} is none of {', '.join(names)}")
    check_fields(chosen, TABLE.types[chosen], value)


def _likeliest(names: list[str], value: Mapping[str, Any]) -> str | None:
    """The member of a union that an object means: its constants do not disagree and it shares the most fields."""

    def shared(name: str) -> int:
        fields = TABLE.types[name]
        return sum(10 if fields[key].required else 1 for key in value if key in fields)

    def agrees(name: str) -> bool:
        fixed = {key: f.constant for key, f in TABLE.types[name].items() if f.constant not in (None, "true")}
        return all(value.get(key, constant) == constant for key, constant in fixed.items())

    fitting = [name for name in names if agrees(name)]
    return max(fitting, key=shared) if fitting else None
