"""Answers to taps and to inline queries."""

from __future__ import annotations

from tests.telegram_emulator.methods.registry import Order, method
from tests.telegram_emulator.refusal import Refusal, malformed

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@method("answerCallbackQuery")
def answer_callback(order: Order) -> bool:
    """Stop the button's spinner, with a line to read or without."""
    tap = order.bot.taps.get(order["callback_query_id"])
    if tap is None or order.world.clock.now() - tap.date > order.world.callback_age:
        raise Refusal(TOO_OLD)
    tap.answers.append(dict(order.parameters))
    order.world.touch()
    return True


@method("answerInlineQuery")
def answer_inline(order: Order) -> bool:
    """Offer results to who typed the bot's name."""
    asked = order.bot.asked.get(order["inline_query_id"])
    if asked is None or order.world.clock.now() - asked.date > order.world.callback_age:
        raise Refusal(TOO_OLD)
    ids = [result["id"] for result in order["results"]]
    if len(set(ids)) < len(ids):
        raise malformed("RESULT_ID_DUPLICATE")
    for result in order["results"]:
        if result["type"] == "photo" and "photo_file_id" in result:
            order.world.files.take(order.bot.user.id, result["photo_file_id"], {})
    asked.results = order["results"]
    order.world.touch()
    return True
