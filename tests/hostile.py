"""Updates that nobody should send: made from valid ones by one seed, with what must become of each. Pure.

Telegram itself says who sends an update and in which chat: that is taken as true. What a person can choose (texts, data
of buttons, links, files, which message a tap says it was on) and what a wire or a server can break is not.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

FIRST = 1_000  # the lowest number of a hostile update; valid ones have far higher ones
EACH = 30  # updates of one stranger: what comes beyond 60 at once is a flood, and dropped
_MOST_BYTES = 1_000_000  # that can be posted
_DEEP, _LONG = '"@deep@"', '"@long@"'
_NUMBERS = (0, -1, 1, 2**31, -(2**31), 2**52, 2**63 - 1, 2**63, -(2**63) - 1, 2**64, 10**40, 1e308, -0.5, float("nan"))
_TEXTS = (
    "", " ", "\0", "a\0b", "\ud83d", "x\udfffy", "\u202e" * 50, "é" * 5_000, "<b>" * 900, "&" * 4_000, "/" * 300,
    "/start", "/forget@" + "x" * 100, "%s%n{0}${jndi:ldap://x}", "'; DROP TABLE chats; --", "\u0301" * 3_000,
    "😀" * 2_000, "=cmd()", "like " * 1_500, "not " * 1_500, "1 " * 2_000, '"' * 2_000, "like \"" * 400, "\n" * 3_000,
    "none", "٣٤", "−1",
)  # fmt: skip
_FORGED = (
    "film-1-0000000000000000",
    "mine-1-1-",
    "wish-1-1-ffffffffffffffff",
    "film--",
    "-",
    "film-1",
    "x" * 64,
    "wish-²-1-x",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Who is who, by Telegram's ids, and what victims own that could be named by others."""

    mallory: int  # whose updates the valid ones are
    clubs: tuple[int, ...]  # groups of mallory's own
    victims: tuple[int, ...]  # private chats of others
    rooms: tuple[int, ...]  # groups of others
    data: tuple[str, ...]  # of buttons in the victims' chats
    links: tuple[str, ...]  # payloads that were made for victims
    messages: tuple[int, ...]  # numbers of messages in the victims' chats
    strangers: tuple[int, ...]  # people who send


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One thing that is sent."""

    body: bytes  # an update, or what stands in its place
    number: int | None  # of the update, when one can be read
    lines: int | None  # in the log; None: one or none
    what: str
    headers: dict[str, str] = field(default_factory=dict)
    secret: bool = True  # False: whoever posts it does not know the secret
    whole: bool = True  # False: it is no JSON by itself, and would break a batch


class Hostile:
    """Makes cases, the same for the same seed and valid updates."""

    def __init__(self, valid: Sequence[dict[str, Any]], scene: Scene, seed: int, *, first: int = FIRST) -> None:
        self._valid = list(valid)
        self._scene = scene
        self._chance = random.Random(seed)
        self._number = first
        self._sent = 0
        self._posted = False
        self._kinds: dict[str, list[dict[str, Any]]] = {}
        for update in self._valid:
            self._kinds.setdefault(next(iter(update)), []).append(update)

    def cases(self, count: int, *, posted: bool) -> list[Case]:
        """So many; `posted` ones may be no JSON at all."""
        self._posted = posted
        makers: list[tuple[Callable[[], Case], int]] = [
            (self._mutated, 50), (self._tapped, 20), (self._elsewhere, 12), (self._forged, 8), (self._unnumbered, 4),
            (self._valid_one, 4),
        ]  # fmt: skip
        if posted:
            makers += [(self._broken, 10), (self._unknown, 2)]
        else:
            makers += [(self._deep_or_endless, 1)]
        chosen = self._chance.choices([m for m, _ in makers], [w for _, w in makers], k=count)
        return [make() for make in chosen]

    # ---- kinds of cases

    def _valid_one(self) -> Case:
        update = self._of_a_stranger(self._chance.choice(self._valid))
        return self._case(update, "valid", lines=None)

    def _mutated(self) -> Case:
        """A valid update of any kind, with one to four things wrong in it."""
        kind = self._chance.choice(list(self._kinds))
        update = self._of_a_stranger(self._chance.choice(self._kinds[kind]))
        for _ in range(self._chance.choice((1, 1, 1, 2, 3, 4))):
            self._harm(update)
        return self._case(update, f"mutated {kind}", lines=None)

    def _tapped(self) -> Case:
        """A tap in the stranger's own chat or club that says it is on something of somebody else's."""
        update = self._of_a_stranger(self._chance.choice(self._kinds["callback_query"]))
        query = update["callback_query"]
        query["data"] = self._chance.choice((*self._scene.data, *self._scene.data, self._made_up(), *_TEXTS))
        if "message" in query and self._chance.random() < 0.6:
            query["message"]["message_id"] = self._chance.choice((*self._scene.messages, 10**9))
        return self._case(update, "a tap with other data", lines=None)

    def _elsewhere(self) -> Case:
        """What says that it is of a victim's private chat, or moves a chat onto a victim's."""
        chance, scene = self._chance, self._scene
        kind = chance.choice([each for each in self._kinds if each != "inline_query"])
        update = self._of_a_stranger(chance.choice([u for u in self._kinds[kind] if _chat(u)]))
        chat = _chat(update)
        assert chat is not None
        victim = chance.choice((*scene.victims, *scene.rooms))
        if kind == "message" and chance.random() < 0.3:
            chat.update(id=chance.choice((scene.clubs[0], update["message"]["from"]["id"])))
            chat["type"] = "group" if chat["id"] < 0 else "private"
            move = chance.choice(("migrate_to_chat_id", "migrate_from_chat_id"))
            update["message"][move] = chance.choice(scene.victims)
        else:
            types = ("private", "group", "supergroup") if victim > 0 else ("private",)
            chat.update(id=victim, type=chance.choice(types))
        return self._case(update, "in a chat of somebody else", lines=1)

    def _forged(self) -> Case:
        """A link that nobody made."""
        payload = self._chance.choice((*self._scene.links, *_FORGED))
        if payload in self._scene.links:
            place = self._chance.randrange(len(payload))
            other = self._chance.choice([each for each in "0aZ_-9" if each != payload[place]])
            payload = payload[:place] + other + payload[place + 1 :]
        message = next(u["message"] for u in self._kinds["message"] if u["message"]["chat"]["type"] == "private")
        update = self._of_a_stranger({"message": message | {"text": f"/start {payload}"}})
        for part in ("document", "photo", "sticker"):
            update["message"].pop(part, None)
        return self._case(update, "a forged link", lines=1)

    def _unnumbered(self) -> Case:
        """A number that no update can have, or none."""
        update = self._of_a_stranger(self._chance.choice(self._valid))
        number = self._chance.choice((None, True, "5", -5, -(2**70), 2**63, 10**30, 1.5, [], {"update_id": 5}))
        body = json.dumps(update | ({} if number is None else {"update_id": number})).encode()
        return Case(body=body, number=None, lines=1, what="no number")

    def _deep_or_endless(self) -> Case:
        update = self._of_a_stranger(self._chance.choice(self._kinds["message"]))
        update["message"]["x"] = self._chance.choice((_DEEP[1:-1], _LONG[1:-1]))
        return self._case(update, "too deep", lines=None, filled=(3_000, 5_000))

    def _broken(self) -> Case:
        """No JSON, or not all of it."""
        whole = self._case(self._of_a_stranger(self._chance.choice(self._valid)), "", lines=1).body
        cut = whole[: self._chance.randrange(len(whole))]
        bodies = (
            cut, cut, cut, b"", b"\0" * 99, b"\xff\xfe" + whole, whole[::-1], b"[" * 90_000, whole * 2, b"null", b"[]",
            b'"x"', b"5", b'{"a":' * 50_000, b"x=1&y=2", b" " * 1_100_000,
        )  # fmt: skip
        headers = self._chance.choice(({}, {}, {"Content-Type": "text/html; charset=x"}, {"Content-Type": "\t"}))
        if self._chance.random() < 0.1:
            headers = headers | {"Content-Encoding": self._chance.choice(("gzip", "deflate", "br"))}
        return Case(
            body=self._chance.choice(bodies), number=None, lines=1, what="no JSON", headers=headers, whole=False
        )

    def _unknown(self) -> Case:
        """Somebody who does not know the secret, with an update that would be good."""
        case = self._case(self._of_a_stranger(self._chance.choice(self._valid)), "no secret", lines=1)
        said = self._chance.choice(({}, {"X-Telegram-Bot-Api-Secret-Token": "a" * 64}))
        return Case(body=case.body, number=None, lines=1, what=case.what, headers=said, secret=False)

    # ---- parts

    def _of_a_stranger(self, update: dict[str, Any]) -> dict[str, Any]:
        """The same, said by somebody else in their own chat or in a club."""
        strangers, clubs = self._scene.strangers, self._scene.clubs
        self._sent += 1
        place = self._sent % len(strangers)  # in turn, for nobody may be told more than a word a second
        found: dict[str, Any] = _replaced(copy.deepcopy(update), self._scene.mallory, strangers[place])
        if self._chance.random() < 0.9:  # most have clubs of their own
            for club in clubs:
                found = _replaced(found, club, club - 1_000 - place)
        return found

    def _case(
        self, update: dict[str, Any], what: str, *, lines: int | None, filled: tuple[int, ...] = (60, 400, 700, 3_000)
    ) -> Case:
        self._number += 1
        text = json.dumps({"update_id": self._number} | update)
        depth = self._chance.choice(filled)
        nest = self._chance.choice(("[" * depth + "]" * depth, '{"reply_to_message":' * depth + "{}" + "}" * depth))
        text = text.replace(_DEEP, nest).replace(_LONG, "9" * 6_000)
        body = text.encode()
        if _can_be_read(body) and not (self._posted and len(body) > _MOST_BYTES):
            return Case(body=body, number=self._number, lines=lines, what=what)
        return Case(body=body, number=None if self._posted else self._number, lines=1, what=f"{what}, past reading")

    def _harm(self, update: dict[str, Any]) -> None:
        """Put something wrong at a random place."""
        chance = self._chance
        holder, key = chance.choice(list(_places(update)) or [(update | {"x": 1}, "x")])
        ours = {self._scene.mallory, *self._scene.victims, *self._scene.rooms}
        match chance.randrange(9):
            case 0:
                del holder[key]
            case 1:
                holder[key] = chance.choice(
                    (None, [], {}, True, False, "5", 5, [[]], {"id": 5}, "private", "supergroup")
                )
            case 2:
                holder[key] = chance.choice([number for number in _NUMBERS if number not in ours])
            case 3 | 4:
                holder[key] = chance.choice(_TEXTS)
            case 5:
                holder[key] = chance.choice((_DEEP, _LONG))[1:-1]
            case 6:
                holder[key] = [copy.deepcopy(holder[key])] * chance.choice((1, 2, 300))
            case 7:
                holder[key] = str(holder[key])[:200]
            case 8:
                other = copy.deepcopy(chance.choice(self._valid))
                body = next(iter(other.values()))
                update[chance.choice(["news", *self._kinds])] = self._of_a_stranger({"x": body})["x"]

    def _made_up(self) -> str:
        """Data in the form of ours."""
        chance = self._chance
        begin = chance.choice(("", "n:", "i:", "set:", "forget me"))
        film = chance.choice(("", "-", "926", "-1", "9" * 18, "9" * 40))
        return f"{begin}{chance.choice('udsbfpowmxkltjvcnyz')}:{film}:{chance.choice(('1', 'f' * 16, '', 'zz'))}"


def _can_be_read(body: bytes) -> bool:
    """Whether a body is JSON, and no deeper than can be read."""
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _replaced(value: Any, old: int, new: int) -> Any:
    if isinstance(value, dict):
        return {key: _replaced(each, old, new) for key, each in value.items()}
    if isinstance(value, list):
        return [_replaced(each, old, new) for each in value]
    return new if value == old and not isinstance(value, bool) else value


def _places(value: Any) -> Any:
    """Everywhere in a value: what holds it, and under which key."""
    for key, each in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(each, dict | list):
            yield from _places(each)


def _chat(update: dict[str, Any]) -> dict[str, Any] | None:
    body = next(iter(update.values()))
    chat = body.get("chat") or body.get("message", {}).get("chat")
    return chat if isinstance(chat, dict) else None
