"""Polls and topics: what every database under the store must find again, and forget with the chat."""

from __future__ import annotations

from bot.store import Polls, Topics


async def test_a_poll_leads_to_its_night_until_the_next_night_has_one(store):
    async with store.turn() as turn:
        friday, monday = await turn.chat_of("telegram", "-1", "group"), await turn.chat_of("telegram", "-2", "group")
        polls = Polls(turn, 7)
        await polls.put(friday, "a1", "100")
        await polls.put(friday, "a1", "101")
        await polls.put(friday, "a1", "101")
        await polls.put(monday, "b1", "200")
        assert [await polls.find(poll) for poll in ("100", "101", "200", "300")] == [
            (friday, "a1"), (friday, "a1"), (monday, "b1"), None,
        ]  # fmt: skip
        assert await Polls(turn, 8).find("100") is None, "of another bot"
        await polls.put(friday, "a2", "102")
        assert [await polls.find(poll) for poll in ("100", "101", "102", "200")] == [
            None, None, (friday, "a2"), (monday, "b1"),
        ]  # fmt: skip


async def test_the_poll_and_the_topics_of_a_chat_go_with_it_when_it_moves_and_when_it_is_forgotten(store):
    async with store.turn() as turn:
        old, new = await turn.chat_of("telegram", "-1", "group"), await turn.chat_of("telegram", "-100", "group")
        topic = await turn.chat_of("telegram", "-100/5", "group")
        await Polls(turn, 7).put(old, "a1", "100")
        await Polls(turn, 7).put(new, "b1", "200")
        await Topics(turn).put(new, topic)
        await Topics(turn).put(new, topic)
        await turn.move_chat("telegram", "-1", "-100")
    async with store.turn() as turn:
        assert [await Polls(turn, 7).find(poll) for poll in ("100", "200")] == [(old, "a1"), (old, "b1")]
        assert await Topics(turn).of(old) == (topic,)
        await turn.forget_chat(topic)
        assert await Topics(turn).of(old) == ()
        await turn.forget_chat(old)
    async with store.turn() as turn:
        assert [await Polls(turn, 7).find(poll) for poll in ("100", "200")] == [None, None]
