"""People who chat: what a test lets them say, tap, block, join and choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tests.telegram_emulator import entities, inline, mail
from tests.telegram_emulator.state import Chat, Message, User
from tests.telegram_emulator.world import Asked, Bot, Tap

if TYPE_CHECKING:
    from tests.telegram_emulator.emulator import Emulator


class Person:
    """Somebody with a phone. What needs no answer from the network is instant; waiting is the Emulator's job."""

    def __init__(self, telegram: Emulator, user: User) -> None:
        self.telegram = telegram
        self.user = user
        self.id = user.id

    def __repr__(self) -> str:
        return f"<{self.user.first_name}>"

    def private(self, bot: Bot | None = None) -> Chat:
        """The private chat with the bot."""
        return self.telegram.world.private_chat(bot or self.telegram.bot, self.user)

    async def says(
        self, text: str, *, chat: Chat | None = None, reply_to: Message | None = None, topic: int | None = None
    ) -> Message:
        """Write a text, privately unless a group is given; an answer goes into the topic of what it answers."""
        chat = self._where(chat)
        value = entities.read(text)
        topic = reply_to.topic if reply_to and topic is None else topic
        return self._sent(chat, text=value.text, entities=value.entities, reply_to=reply_to, topic=topic)

    async def opens_topic(self, group: Chat, name: str) -> int:
        """Open a topic in a group and return its number."""
        message = mail.service(self.telegram.world, group, self.user, forum_topic_created={
            "name": name, "icon_color": 7322096,
        })  # fmt: skip
        group.topics[message.id] = name
        return message.id

    async def deletes_topic(self, group: Chat, topic: int) -> None:
        """Delete a topic with all that was said in it; bots are not told."""
        del group.topics[topic]
        for message in group.messages.values():
            message.deleted = message.deleted or message.topic == topic
        self.telegram.world.touch()

    async def starts(self, payload: str = "") -> Message:
        """Press Start, from a link with a payload or without."""
        return await self.says(f"/start {payload}".strip())

    async def shows(self, picture: bytes, caption: str = "", *, chat: Chat | None = None) -> Message:
        """Send a photo."""
        world, value = self.telegram.world, entities.read(caption)
        photo = world.files.received(self.telegram.bot.user.id, picture)
        chat = self._where(chat)
        return self._sent(chat, photo=photo, caption=value.text or None, caption_entities=value.entities)

    async def sends(self, name: str, data: bytes, *, chat: Chat | None = None, size: int | None = None) -> Message:
        """Send a file; `size` is what is said of it, where that differs from what it holds."""
        world = self.telegram.world
        document = world.documents.keep(self.telegram.bot.user.id, name, data, size)
        return self._sent(self._where(chat), document=document)

    async def edits(self, message: Message, text: str) -> None:
        """Change an own text."""
        message.remember()
        message.set_words(entities.read(text))
        message.edit_date = self.telegram.world.clock.now()
        mail.tell_message(self.telegram.world, message, edited=True)

    async def taps(self, label: str, *, on: Message | None = None, chat: Chat | None = None) -> Tap:
        """Tap a button: on the latest message with a keyboard, or on a given one. LookupError if there is none."""
        message = on or self._latest(self._where(chat))
        return self._tapped(message, message.button(label))

    async def taps_data(self, data: str, *, on: Message) -> Tap:
        """Tap a button that has changed meanwhile: what a client with an old screen sends."""
        return self._tapped(on, {"text": "?", "callback_data": data})

    async def reacts(self, emoji: str, message: Message) -> None:
        """React to a message; an empty string takes the reaction back."""
        old = message.reactions.get(self.id, [])
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        message.reactions[self.id] = new
        world = self.telegram.world
        body = {
            "chat": message.chat.json(), "message_id": message.id, "user": self.user.json(),
            "date": int(world.clock.now()), "old_reaction": old, "new_reaction": new,
        }  # fmt: skip
        for bot in world.bots.values():
            in_private = bot.private.get(message.chat.id) is message.chat
            if in_private or message.chat.status(bot.user.id) == "administrator":
                world.send(bot, "message_reaction", body)

    async def votes(self, message: Message, *options: int) -> None:
        """Choose in a poll, by position from 0; nothing takes the vote back."""
        self._where(message.chat)
        self._chose(message, options)

    async def votes_elsewhere(self, message: Message, *options: int) -> None:
        """Choose in a poll that was forwarded: it is the same poll, whoever sees it."""
        self._chose(message, options)

    async def blocks(self, bot: Bot | None = None) -> None:
        """Block the bot."""
        mail.change_private(self.telegram.world, bot or self.telegram.bot, self.private(bot), blocked=True)

    async def unblocks(self, bot: Bot | None = None) -> None:
        """Let the bot write again."""
        mail.change_private(self.telegram.world, bot or self.telegram.bot, self.private(bot), blocked=False)

    async def joins(self, group: Chat, *, status: str = "member") -> None:
        """Come into a group, or change rank in it."""
        mail.change_member(self.telegram.world, group, self.user, status, by=self.user)

    async def leaves(self, group: Chat) -> None:
        """Leave a group."""
        mail.change_member(self.telegram.world, group, self.user, "left", by=self.user)

    async def adds_bot(self, group: Chat, bot: Bot | None = None, *, status: str = "member") -> None:
        """Bring the bot into a group, or give it a rank."""
        mail.change_member(self.telegram.world, group, (bot or self.telegram.bot).user, status, by=self.user)

    async def kicks_bot(self, group: Chat, bot: Bot | None = None) -> None:
        """Throw the bot out."""
        mail.change_member(self.telegram.world, group, (bot or self.telegram.bot).user, "kicked", by=self.user)

    async def upgrades(self, group: Chat) -> Chat:
        """Make a basic group a supergroup; returns the new chat."""
        return mail.migrate(self.telegram.world, group, self.user)

    async def deletes(self, message: Message) -> None:
        """Delete a message for everybody; bots are not told."""
        message.deleted = True
        self.telegram.world.touch()

    async def asks_inline(self, query: str, *, offset: str = "") -> Asked:
        """Type the bot's name and a query into any chat's box."""
        return inline.ask(self.telegram.world, self.telegram.bot, self.user, query, offset)

    async def picks(self, asked: Asked, number: int, *, chat: Chat | None = None) -> Message:
        """Send one of the results that were offered, by position from 0."""
        return inline.pick(self.telegram.world, self.telegram.bot, self.user, asked, number, self._where(chat))

    # ---- inner parts

    def _where(self, chat: Chat | None) -> Chat:
        chat = chat or self.private()
        if chat.type != "private" and not chat.has(self.id):
            raise LookupError(f"{self.user.first_name} is not in {chat.title}")
        return chat

    def _chose(self, message: Message, options: Sequence[int]) -> None:
        poll, world = message.poll, self.telegram.world
        if poll is None or poll.closed or message.deleted:
            raise LookupError("there is no open poll on this message")
        before = poll.chosen.get(self.id, [])
        chosen = sorted(set(options))
        if chosen and not 0 <= chosen[0] <= chosen[-1] < len(poll.options):
            raise LookupError(f"the poll has {len(poll.options)} options")
        if (len(chosen) > 1 and not poll.multiple) or (before and not poll.revoting) or chosen == before:
            raise LookupError("this poll cannot be answered so")
        poll.chosen[self.id] = chosen
        if not chosen:
            del poll.chosen[self.id]
        bot, _ = world.polls[poll.id]
        answer = {
            "poll_id": poll.id, "user": self.user.json(),
            "option_ids": chosen, "option_persistent_ids": [str(o) for o in chosen],
        }  # fmt: skip
        if not poll.anonymous:
            world.send(bot, "poll_answer", answer)
        world.send(bot, "poll", poll.json())

    def _latest(self, chat: Chat) -> Message:
        with_buttons = [message for message in chat.seen() if message.labels]
        if not with_buttons:
            raise LookupError("no message with buttons in this chat")
        return with_buttons[-1]

    def _sent(self, chat: Chat, **parts: Any) -> Message:
        world = self.telegram.world
        if chat.type == "private":
            bot = next(bot for bot in world.bots.values() if bot.private.get(chat.id) is chat)
            mail.change_private(world, bot, chat, blocked=False)  # writing to a blocked bot needs unblocking it
            chat.started = True
        message = world.post(chat, self.user, **parts)
        mail.tell_message(world, message)
        return message

    def _tapped(self, message: Message, button: dict[str, Any]) -> Tap:
        if "callback_data" not in button:
            raise LookupError(f"button {button['text']!r} sends nothing to the bot")
        world = self.telegram.world
        bot = next(b for b in world.bots.values() if b.user in (message.sender, message.via_bot))
        query = Tap(
            id=str(world.new_id("query")), person=self.user, message=message, data=button["callback_data"],
            date=world.clock.now(),
        )  # fmt: skip
        bot.taps[query.id] = query
        shown = (
            {"inline_message_id": message.inline_id} if message.inline_id else {"message": message.json(bot.user.id)}
        )
        body = {"id": query.id, "from": self.user.json(), "chat_instance": str(message.chat.id), "data": query.data}
        world.send(bot, "callback_query", body | shown)
        return query


def group_of(telegram: Emulator, title: str, people: Sequence[Person], *, supergroup: bool, bot_status: str) -> Chat:
    """A new group made by the first person, with the bot in it unless its status is "left"."""
    kind = "supergroup" if supergroup else "group"
    chat = Chat(id=telegram.world.new_id(kind), type=kind, title=title)
    telegram.world.groups[chat.id] = chat
    for number, person in enumerate(people):
        chat.users[person.id] = person.user
        chat.members[person.id] = "member" if number else "creator"
    if bot_status != "left":
        mail.change_member(telegram.world, chat, telegram.bot.user, bot_status, by=people[0].user)
    return chat
