"""The lists of commands behind the menu button: for private chats and for groups, in each language."""

from __future__ import annotations

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats

from bot.front_telegram.commands import GROUP, PRIVATE
from bot.wording import Words
from bot.wording.speaking import HOME, speaking, spoken


async def introduce(bot: Bot, *, feedback: bool) -> None:
    """Set all lists; a language that we do not speak gets the list without a language, which is English.

    `feedback` says whether anybody reads what is written to /feedback.
    """
    private = [name for name in PRIVATE if feedback or name != "feedback"]
    for code in spoken():
        words, language = speaking(code), None if code == HOME else code
        await bot.set_my_commands(_listed(private, words), language_code=language)
        for names, scope in (
            (private, BotCommandScopeAllPrivateChats()),
            (GROUP, BotCommandScopeAllGroupChats()),
        ):
            await bot.set_my_commands(_listed(names, words), scope=scope, language_code=language)


def _listed(names: list[str] | tuple[str, ...], words: Words) -> list[BotCommand]:
    return [BotCommand(name, words(f"menu-{name}")) for name in names]
