"""Telegram's formatted text: its subset of HTML in, plain text with entities in UTF-16 units out, and back.

Written after the "Formatting options" section of the Bot API; the words of errors are those that servers answer with.
Stricter than the server in one point, as documented: every "<", ">" and "&" that is not markup must be escaped.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from tests.telegram_emulator.refusal import malformed

KINDS = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italic"),
    **dict.fromkeys(("u", "ins"), "underline"),
    **dict.fromkeys(("s", "strike", "del"), "strikethrough"),
    **dict.fromkeys(("tg-spoiler", "span"), "spoiler"),
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-emoji": "custom_emoji",
}
ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "span": {"class"},
    "tg-emoji": {"emoji-id"},
    "blockquote": {"expandable"},
}
TAG = re.compile(r"""<(/?)([^\s>/]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[\w.-]+))?)*)\s*>""")
ATTRIBUTE = re.compile(r"""([^\s=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?""")
ESCAPE = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
SPOTTED = (
    ("url", re.compile(r"https?://[^\s<>]+")),
    ("mention", re.compile(r"(?<!\w)@\w{4,32}")),
    ("bot_command", re.compile(r"(?<![\w/@<>])/\w{1,64}(?:@\w{3,32})?")),
    ("hashtag", re.compile(r"(?<!\w)#\w*[^\W\d]\w*")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """Text as it is shown; entity offsets and lengths count UTF-16 units."""

    text: str
    entities: tuple[dict[str, Any], ...] = ()


def units(text: str) -> int:
    """Length in UTF-16 units, which is how Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def slice_units(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity covers."""
    return text.encode("utf-16-le")[offset * 2 : (offset + length) * 2].decode("utf-16-le")


def read(source: str, mode: str | None = None, given: list[dict[str, Any]] | None = None) -> Formatted:
    """Text and entities as a message keeps them. Raises Refusal where Telegram would, or should."""
    _check_characters(source)
    if mode and given:
        raise malformed("strict: give parse_mode or entities, not both")
    if mode and mode.lower() != "html":
        words = "unsupported parse_mode" if mode not in {"Markdown", "MarkdownV2"} else "strict: only HTML is read here"
        raise malformed(words)
    found = _read_html(source) if mode else Formatted(text=source, entities=tuple(given or ()))
    return _with_spotted(_trimmed(found))


def _check_characters(text: str) -> None:
    if any(0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise malformed("strings must be encoded in UTF-8")
    if bad := [c for c in text if ord(c) < 32 and c not in "\n\t\r"]:
        raise malformed(f"strict: control character {ord(bad[0])} in a text")


def _cannot(words: str) -> Exception:
    return malformed(f"can't parse entities: {words}")


def _read_html(source: str) -> Formatted:
    out: list[str] = []
    entities: list[dict[str, Any]] = []
    stack: list[tuple[str, dict[str, str], int]] = []
    at, place = 0, 0
    while at < len(source):
        byte = len(source[:at].encode())
        if source[at] == "<":
            tag = TAG.match(source, at)
            if tag is None:
                raise _cannot(_why_no_tag(source, at, byte))
            name = tag[2].lower()
            if tag[1]:
                entities.extend(_closed(stack, name, byte, place, "".join(out)))
            else:
                stack.append((name, _attributes(name, tag[3], byte), place))
            at = tag.end()
            continue
        piece, at = _character(source, at, byte)
        out.append(piece)
        place += units(piece)
    if stack:
        raise _cannot(f'Can\'t find end tag corresponding to start tag "{stack[-1][0]}"')
    entities.sort(key=lambda e: (e["offset"], -e["length"]))
    return Formatted(text="".join(out), entities=tuple(entities))


def _character(source: str, at: int, byte: int) -> tuple[str, int]:
    if source[at] == "&":
        escape = ESCAPE.match(source, at)
        if escape is None:
            raise _cannot(f'strict: unescaped "&" at byte offset {byte}')
        return html.unescape(escape[0]), escape.end()
    if source[at] == ">":
        raise _cannot(f'strict: unescaped ">" at byte offset {byte}')
    return source[at], at + 1


def _why_no_tag(source: str, at: int, byte: int) -> str:
    rest = source[at:]
    if rest.startswith("</"):
        return f"Unclosed end tag at byte offset {byte}"
    name = re.match(r"<([^\s>]*)", rest)[1].lower()  # type: ignore[index]
    if ">" in rest and name not in KINDS:
        return f'Unsupported start tag "{name}" at byte offset {byte}'
    return f"Unclosed start tag at byte offset {byte}"


def _attributes(name: str, source: str, byte: int) -> dict[str, str]:
    if name not in KINDS:
        raise _cannot(f'Unsupported start tag "{name}" at byte offset {byte}')
    found = {m[1].lower(): html.unescape(m[2] or m[3] or m[4] or "") for m in ATTRIBUTE.finditer(source)}
    if extra := set(found) - ATTRIBUTES.get(name, set()):
        raise _cannot(f'strict: attribute "{min(extra)}" in the tag "{name}" at byte offset {byte}')
    if name == "span" and found.get("class") != "tg-spoiler":
        raise _cannot(f'Tag "span" must have class "tg-spoiler" at byte offset {byte}')
    if name == "tg-emoji" and not found.get("emoji-id", "").isdigit():
        raise _cannot("Invalid custom emoji identifier specified")
    if name == "a" and not re.match(r"(https?|tg)://\S+$", found.get("href", "")):
        raise _cannot(f"strict: no usable link in the tag at byte offset {byte}")
    return found


def _closed(
    stack: list[tuple[str, dict[str, str], int]], name: str, byte: int, place: int, text: str
) -> list[dict[str, Any]]:
    if not stack:
        raise _cannot(f"Unexpected end tag at byte offset {byte}")
    opened, attributes, start = stack.pop()
    if name != opened:
        raise _cannot(f'Unmatched end tag at byte offset {byte}, expected "</{opened}>", found "</{name}>"')
    inside = {tag for tag, _, _ in stack}
    if inside & {"code", "pre"} and not (opened == "code" and stack[-1][0] == "pre"):
        raise _cannot(f"strict: nothing can be nested in code or pre, at byte offset {byte}")
    if opened == "blockquote" and "blockquote" in inside:
        raise _cannot(f"strict: blockquote in blockquote at byte offset {byte}")
    if place == start or (opened == "code" and "pre" in inside):
        return []
    entity: dict[str, Any] = {"type": KINDS[opened], "offset": start, "length": place - start}
    if opened == "a":
        entity["url"] = attributes["href"]
    if opened == "tg-emoji":
        entity["custom_emoji_id"] = attributes["emoji-id"]
    if opened == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    return [entity]


def _trimmed(value: Formatted) -> Formatted:
    """Without white space at both ends, as servers keep it."""
    text = value.text.strip()
    lead, size = units(value.text) - units(value.text.lstrip()), units(text)
    kept = []
    for entity in value.entities:
        start = max(0, entity["offset"] - lead)
        end = min(size, entity["offset"] - lead + entity["length"])
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return Formatted(text=text, entities=tuple(kept))


def _with_spotted(value: Formatted) -> Formatted:
    """With the commands, mentions and links that servers find on their own."""
    taken = [
        (e["offset"], e["offset"] + e["length"]) for e in value.entities if e["type"] in {"text_link", "code", "pre"}
    ]
    found = []
    for kind, pattern in SPOTTED:
        for match in pattern.finditer(value.text):
            start = units(value.text[: match.start()])
            end = start + units(match[0])
            if not any(start < b and a < end for a, b in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    entities = sorted((*value.entities, *found), key=lambda e: (e["offset"], -e["length"]))
    return Formatted(text=value.text, entities=tuple(entities))


MARKS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre"}


def to_html(text: str, entities: list[dict[str, Any]] | tuple[dict[str, Any], ...]) -> str:
    """Safe HTML for the local page."""
    data = text.encode("utf-16-le")
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for entity in sorted(entities, key=lambda e: (e["offset"], -e["length"])):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] == "text_link":
            tag, opening = "a", f'<a href="{html.escape(entity["url"])}">'
        elif entity["type"] in MARKS:
            tag = MARKS[entity["type"]]
            opening = f"<{tag}>"
        else:
            tag, opening = "span", f'<span class="{entity["type"]}">'
        opens.setdefault(start, []).append(opening)
        closes.setdefault(end, []).insert(0, f"</{tag}>")
    cuts = sorted({0, len(data) // 2, *opens, *closes})
    out = []
    for cut, upto in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        out += [*closes.get(cut, []), *opens.get(cut, []), html.escape(data[cut * 2 : upto * 2].decode("utf-16-le"))]
    return "".join(out)
