"""Our table of the Bot API held against the published one, where it is there to read, and against aiogram's."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.telegram_emulator.methods import METHODS
from tests.telegram_emulator.second_reading import MODELS
from tests.telegram_emulator.table import TABLE, Field, Limit, field

PUBLISHED = Path(__file__).parents[3] / "shared" / "telegram" / "api-10.0.json"

# What the descriptions say of sizes, and the unit of our table that answers it.
SAID = (
    (r"(\d+)-(\d+) characters", "chars"),
    (r"(\d+)-(\d+) [Bb]ytes", "bytes"),
    (r"can't exceed ()(\d+) bytes", "bytes"),
    (r"[Vv]alues between (\d+)-(\d+) are accepted", "value"),
    (r"webhook for update delivery, (\d+)-(\d+)\.", "value"),
    (r"active after creation, (\d+)-(\d+)", "value"),
    (r"list of (\d+)-(\d+) (?:answer options|identifiers)", "items"),
    (r"At most ()(\d+) (?:bot )?commands", "items"),
    (r"list of (\d+)-(\d+) two-letter", "items"),
)
# Limits of ours that no description gives as numbers; each is a rule that servers or clients keep
# (answerInlineQuery: the method's own text).
OUR_OWN = {
    "getUpdates.timeout", "InlineKeyboardMarkup.inline_keyboard", "InlineKeyboardButton.text", "KeyboardButton.text",
    "ReplyKeyboardMarkup.keyboard", "MessageEntity.offset", "MessageEntity.length", "ReactionTypeEmoji.emoji",
    "setMessageReaction.reaction", "InlineQueryResultsButton.text", "InlineKeyboardButton.switch_inline_query",
    "InlineKeyboardButton.switch_inline_query_current_chat", "answerInlineQuery.results",
}  # fmt: skip


@pytest.fixture(scope="module")
def published():
    if not PUBLISHED.exists():
        pytest.skip("the published API description is not beside the project")
    return json.loads(PUBLISHED.read_text())


def ours():
    yield from TABLE.methods.items()
    yield from TABLE.types.items()


def theirs(published, name):
    found = published["methods"].get(name) or published["types"][name]
    return {row["name"]: row for row in found.get("fields", [])}


def written(kind: str) -> str:
    """A published type in our notation."""
    depth = kind.count("Array of ")
    return "[" * depth + kind.replace("Array of ", "") + "]" * depth


def test_the_notation_is_read():
    assert field("Integer|String!") == Field(types=("Integer", "String"), required=True)
    assert field("String 1..64 bytes; like [a-z]+ x") == Field(
        types=("String",),
        limits=(Limit(unit="bytes", least=1, most=64), Limit(unit="pattern", texts=("[a-z]+ x",))),
    )
    with pytest.raises(ValueError, match="64 apples"):
        field("String 1..64 apples")


def test_every_method_of_the_table_is_answered_and_has_a_second_reading():
    assert set(TABLE.methods) == set(METHODS)
    assert set(TABLE.methods) <= set(MODELS)


def test_names_required_and_types_are_the_published_ones(published):
    for owner, fields in ours():
        rows = theirs(published, owner)
        assert set(fields) == set(rows), owner
        for name, mine in fields.items():
            assert mine.required == rows[name]["required"], (owner, name)
            assert set(mine.types) == {written(kind) for kind in rows[name]["types"]}, (owner, name)


def test_every_named_type_is_known_here_or_known_to_be_beyond(published):
    plain = {"Integer", "String", "Boolean", "Float", "InputFile"}
    for owner, fields in ours():
        for name, mine in fields.items():
            for kind in mine.types:
                inner = kind.strip("[]")
                assert inner in plain or inner in TABLE.types or inner in TABLE.unions or inner in TABLE.beyond, (
                    owner, name, inner,
                )  # fmt: skip
    for union, members in TABLE.unions.items():
        assert set(members) <= set(published["types"][union]["subtypes"]), union
    assert set(published["types"]) >= TABLE.beyond


def said_sizes(text: str) -> set[tuple[int, int, str]]:
    found = set()
    for pattern, unit in SAID:
        for match in re.finditer(pattern, text):
            found.add((int(match[1] or 0), int(match[2]), unit))
    return found


def test_every_documented_size_is_in_the_table_and_every_size_of_the_table_is_documented(published):
    undocumented = set()
    for owner, fields in ours():
        rows = theirs(published, owner)
        for name, mine in fields.items():
            own = {(x.least, x.most, "chars" if x.unit == "parsed" else x.unit) for x in mine.limits if x.most}
            said = said_sizes(rows[name]["description"])
            assert said <= own, (owner, name, said, own)
            if own - said:
                undocumented.add(f"{owner}.{name}")
    assert undocumented == OUR_OWN


def test_lengths_after_parsing_are_measured_after_parsing(published):
    for owner, fields in ours():
        for name, row in theirs(published, owner).items():
            if "after entities parsing" in row["description"]:
                assert any(limit.unit == "parsed" for limit in fields[name].limits), (owner, name)


def test_constants_are_the_published_ones(published):
    fixed_by_us = {f"{owner}.{name}" for owner, fields in ours() for name, f in fields.items() if f.constant != "true"
                   and f.constant}  # fmt: skip
    seen = set()
    for owner, fields in ours():
        for name, row in theirs(published, owner).items():
            if fixed := re.search(r"(?:[Tt]ype of .*|Scope type, )must be \W?(\w+)\W*$", row["description"]):
                assert fields[name].constant == fixed[1], (owner, name)
                seen.add(f"{owner}.{name}")
    assert {"InputMediaPhoto.type", "BotCommandScopeChat.type", "InlineQueryResultArticle.type"} <= seen
    assert seen <= fixed_by_us
