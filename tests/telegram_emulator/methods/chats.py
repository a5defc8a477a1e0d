"""What a bot may know of chats and files."""

from __future__ import annotations

from typing import Any

from tests.telegram_emulator import mail
from tests.telegram_emulator.methods.registry import Order, method
from tests.telegram_emulator.refusal import Refusal
from tests.telegram_emulator.state import ADMINS, GONE


@method("getChat")
def get_chat(order: Order) -> dict[str, Any]:
    """As type ChatFullInfo."""
    chat = order.world.find_chat(order.bot, order["chat_id"])
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), True
    )
    return chat.json() | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


@method("getChatMember")
def get_chat_member(order: Order) -> dict[str, Any]:
    """As type ChatMember."""
    chat = order.world.find_chat(order.bot, order["chat_id"])
    if chat.type == "private":
        raise Refusal("strict: membership is asked of groups only", malformed=True)
    if order["user_id"] not in chat.users:
        raise Refusal("PARTICIPANT_ID_INVALID")
    return mail.member(chat.users[order["user_id"]], chat.status(order["user_id"]))


@method("getChatAdministrators")
def get_administrators(order: Order) -> list[dict[str, Any]]:
    """The administrators but other bots."""
    chat = order.world.find_chat(order.bot, order["chat_id"])
    if chat.type == "private":
        raise Refusal("there are no administrators in the private chat")
    return [mail.member(chat.users[number], status) for number, status in chat.members.items() if status in ADMINS]


@method("getChatMemberCount")
def get_member_count(order: Order) -> int:
    """How many are in the chat, bots included."""
    chat = order.world.find_chat(order.bot, order["chat_id"])
    return 2 if chat.type == "private" else sum(status not in GONE for status in chat.members.values())


@method("leaveChat")
def leave_chat(order: Order) -> bool:
    """The bot goes."""
    chat = order.world.find_chat(order.bot, order["chat_id"])
    if chat.type == "private":
        raise Refusal("chat member status can't be changed in private chats")
    mail.change_member(order.world, chat, order.bot.user, "left", by=order.bot.user)
    return True


@method("getFile")
def get_file(order: Order) -> dict[str, Any]:
    """As type File, with the path to download from."""
    document = order.world.documents.find(order.bot.user.id, order["file_id"])
    if document is not None:
        shown = document.json(order.bot.user.id)
        path = {"file_path": f"documents/{document.unique_id}"}
        return {name: shown[name] for name in ("file_id", "file_unique_id", "file_size")} | path
    found = order.world.files.find(order.bot.user.id, order["file_id"])
    if found is None:
        raise Refusal("invalid file_id")
    photo, size = found
    path = {"file_path": f"photos/{photo.unique_id}.jpg"}
    return {name: size[name] for name in ("file_id", "file_unique_id", "file_size")} | path
