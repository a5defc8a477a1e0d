"""The buttons under a message, as Telegram wants them."""

from __future__ import annotations

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.front_telegram.outgoing import Keys


def keyboard(keys: Keys) -> InlineKeyboardMarkup | None:
    """None for no buttons."""
    if not keys:
        return None
    return InlineKeyboardMarkup([[_button(label, data) for label, data in row] for row in keys])


def _button(label: str, data: str) -> InlineKeyboardButton:
    """A button that says something to the bot, or opens an address."""
    if data.startswith("https://"):
        return InlineKeyboardButton(label, url=data)
    return InlineKeyboardButton(label, callback_data=data)
