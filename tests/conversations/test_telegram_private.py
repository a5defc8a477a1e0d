"""Private chats on Telegram, whole, through the emulator."""

from __future__ import annotations

import asyncio
import io

import pytest
from PIL import Image

from engine.request import Verdict
from tests.conversations.conftest import WISH, dealt, film, standing, title

UP, DOWN, SEEN = Verdict.UP, Verdict.DOWN, Verdict.SEEN


async def test_first_contact(served, telegram, ann):
    await ann.starts()
    hello = await telegram.answer(ann.private())
    assert hello.text.startswith("Tell me a film you love, a mood, or a wish:")
    commands = telegram.bot.commands['{"type": "default"}', ""]
    assert [command["command"] for command in commands][:3] == ["surprise", "similar", "taste"]
    for command, said in {
        "/help": "Write a wish as you would say it",
        "/privacy": "I keep what your films need",
    }.items():
        await ann.says(command)
        assert (await telegram.answer(ann.private())).text.startswith(said)


async def test_a_wish_is_answered_with_one_card(served, telegram, ann):
    card = await dealt(served, ann)
    assert standing(card) == "Like Interstellar, funnier"
    assert card.photo is not None
    lines = card.caption.split("\n")
    assert lines[2].startswith(f"{title(card)}")
    assert lines[3].count(" · ") >= 1
    assert lines[4].endswith(".")
    assert [(e["type"]) for e in card.caption_entities] == ["italic", "bold", "expandable_blockquote"]
    assert card.buttons == [
        ["👍", "👎", "👁 Seen it"],
        ["1/5", "▶"],
        ["Why?", "More like this"],
        ["🔖 Save for later"],
    ]
    assert telegram.messages(ann.private(), of_bot=True) == [card]


async def test_typing_and_the_first_card_come_at_once(served, telegram, ann):
    typing, cards = [], []
    for wish in (WISH, "a tense thriller", "feel-good film with kids"):
        asked = await ann.says(wish)
        await telegram.answer(ann.private(), within=15)
        await served.settled()
        since = [call for call in telegram.transcript if call.at >= asked.at]
        typing.append(next(c.at for c in since if c.method == "sendChatAction") - asked.at)
        cards.append(next(c.at for c in since if c.method == "sendPhoto") - asked.at)
    # The best of three, for this is about the bot and not about what else the machine does.
    assert min(typing) < 0.1
    assert min(cards) < 1.0


async def test_a_thumb_turns_the_card_and_can_be_taken_back(served, telegram, ann):
    card = await dealt(served, ann)
    first, name = film(card), title(card).rsplit(" (", 1)[0]
    tap = await ann.taps("👍")
    await served.settled()
    assert tap.answer == "Noted."
    assert await served.verdicts(ann.private()) == {first: UP}
    assert card.buttons[0] == [f"↩ 👍 {name}"]
    assert card.buttons[2] == ["◀", "2/5", "▶"]
    assert film(card) != first
    back = await ann.taps("↩")
    await served.settled()
    assert back.answer == "Taken back."
    assert await served.verdicts(ann.private()) == {}
    assert film(card) == first
    assert len(telegram.messages(ann.private(), of_bot=True)) == 1, "one message a wish"


async def test_seen_it_and_a_thumb_down_are_kept_for_their_own_films(served, ann):
    card = await dealt(served, ann)
    first = film(card)
    await ann.taps("👁 Seen it")
    await served.settled()
    second = film(card)
    await ann.taps("👎")
    await served.settled()
    assert await served.verdicts(ann.private()) == {first: SEEN, second: DOWN}
    assert card.buttons[2][1] == "3/5"


async def test_follow_ups_change_the_standing_wish(served, telegram, ann):
    first = await dealt(served, ann)
    older = await dealt(served, ann, "older")
    assert older.id != first.id
    assert standing(older).startswith("Like Interstellar, funnier, ")
    assert standing(older).endswith(" or earlier")
    shorter = await dealt(served, ann, "under 100 minutes")
    assert "up to 1 h 40" in standing(shorter)
    other = await dealt(served, ann, "something else")
    assert standing(other) == standing(shorter)
    assert film(other) != film(shorter)


async def test_why_is_answered_on_the_card_when_tapped_and_below_when_typed(served, telegram, ann):
    card = await dealt(served, ann)
    before = card.caption
    tap = await ann.taps("Why?")
    await served.settled()
    assert tap.answer == ""
    assert "funnier than Interstellar" in card.caption
    assert card.caption != before
    assert telegram.messages(ann.private(), of_bot=True) == [card]
    await ann.says("why the second one?")
    await served.settled()
    said = telegram.last(ann.private())
    assert said.reply_to is card
    assert "of 4 for funny" in said.text
    assert card.buttons[1] == ["◀", "2/5", "▶"]


async def test_paging_goes_through_the_deck_and_on_with_more(served, telegram, ann):
    card = await dealt(served, ann)
    seen = [film(card)]
    for place in range(2, 6):
        await ann.taps("▶")
        await served.settled()
        assert card.buttons[1] == ["◀", f"{place}/5", "▶"]
        seen.append(film(card))
    assert len(set(seen)) == 5
    await ann.taps("◀")
    await served.settled()
    assert film(card) == seen[3]
    await ann.taps("▶")
    await served.settled()
    await ann.taps("▶")  # past the last
    await served.settled()
    assert card.buttons[1] == ["1/5", "▶"]
    assert film(card) not in seen
    assert standing(card) == "Like Interstellar, funnier"
    assert telegram.messages(ann.private(), of_bot=True) == [card]


async def test_more_like_this_is_another_wish_and_another_message(served, telegram, ann):
    card = await dealt(served, ann)
    name = title(card).rsplit(" (", 1)[0]
    await ann.taps("More like this")
    await served.settled()
    new = telegram.last(ann.private())
    assert new is not card
    assert standing(new).startswith(f"Like {name}")
    assert standing(card) == "Like Interstellar, funnier"


async def test_typed_verdicts_count_and_turn_the_card_above(served, telegram, ann):
    card = await dealt(served, ann)
    first = film(card)
    await ann.says("seen it")
    await served.settled()
    assert await served.verdicts(ann.private()) == {first: SEEN}
    assert telegram.last(ann.private()).text == "Noted."
    assert card.buttons[2][1] == "2/5"


@pytest.mark.parametrize("label", ["👍", "▶"])
async def test_two_taps_within_200_ms_count_once(served, telegram, ann, label):
    card = await dealt(served, ann)
    first = film(card)
    pressed = card.button(label)["callback_data"]
    one = await ann.taps_data(pressed, on=card)
    await asyncio.sleep(0.05)
    two = await ann.taps_data(pressed, on=card)
    await served.settled()
    assert two.at - one.at < 0.2
    assert len(one.answers) == len(two.answers) == 1
    assert "2/5" in card.labels
    if label == "👍":
        assert await served.verdicts(ann.private()) == {first: UP}
        assert [one.answer, two.answer] == ["Noted.", "You said that already."]
        assert card.labels[0].startswith("↩ 👍"), "it can still be taken back"


async def test_two_chats_at_once_do_not_mix_or_wait(served, telegram, ann):
    ben = telegram.person("Ben")
    telegram.fault("slow", "sendPhoto", chat_id=ann.id, seconds=1.5)
    await asyncio.gather(ann.says(WISH), ben.says("a western"))
    his = await telegram.answer(ben.private(), within=15)
    assert standing(his) == "Western"
    assert telegram.messages(ann.private(), of_bot=True) == []
    await served.settled()
    assert standing(telegram.last(ann.private())) == "Like Interstellar, funnier"
    await ben.taps("👍")
    await served.settled()
    assert await served.verdicts(ann.private()) == {}
    assert len(await served.verdicts(ben.private())) == 1


async def test_old_decks_keep_working(served, telegram, ann):
    first = await dealt(served, ann)
    other = await dealt(served, ann, "a western")
    liked, western = film(first), film(other)
    await ann.taps("👍", on=first)
    await served.settled()
    assert await served.verdicts(ann.private()) == {liked: UP}
    assert first.buttons[2][1] == "2/5"
    assert standing(first) == "Like Interstellar, funnier"
    assert (film(other), other.edits) == (western, 0)
    await ann.taps("▶", on=first)
    await served.settled()
    assert first.buttons[1][1] == "3/5"


async def test_a_deck_that_was_let_go_says_so_but_takes_thumbs(served, telegram, ann):
    first = await dealt(served, ann)
    liked = film(first)
    for wish in ("a western", "heist", "musical", "horror", "war film", "romance", "animation", "documentary"):
        await dealt(served, ann, wish)
    thumb = await ann.taps("👍", on=first)
    paged = await ann.taps("▶", on=first)
    await served.settled()
    assert thumb.answer == "Noted."
    assert await served.verdicts(ann.private()) == {liked: UP}
    assert paged.answer == "These cards are from too long ago. Write the wish again, and I deal anew."


@pytest.mark.parametrize("pressed", ["", "u:1", "z:1:1", "u:1:1:1", "u:99999999999999999999:1", "😀", "u::'; --"])
async def test_data_that_no_button_of_ours_holds_is_answered_kindly(served, ann, pressed):
    card = await dealt(served, ann)
    tap = await ann.taps_data(pressed, on=card)
    await served.settled()
    assert tap.answer.startswith("These cards are from too long ago")
    assert await served.verdicts(ann.private()) == {}


@pytest.mark.parametrize("text", ["<b>zzqx & </i>", "&lt;qwzx", "qwzx >< ﷽ vbnm", "/nosuch <i>"])
async def test_what_people_write_is_never_markup(served, telegram, ann, text):
    await ann.says(text)
    said = await telegram.answer(ann.private())
    if said.photo:
        assert " ".join(text.split()) in standing(said)
    else:
        assert [e for e in said.entities if e["type"] in {"bold", "italic"}] == []
        assert text.startswith("/") or " ".join(text.split()) in said.text


async def test_what_is_not_words_gets_one_helpful_line_and_edits_get_none(served, telegram, ann):
    out = io.BytesIO()
    Image.new("RGB", (40, 60), "navy").save(out, "JPEG")
    await ann.shows(out.getvalue(), "what is this")
    said = await telegram.answer(ann.private())
    assert said.text.startswith("I read words only.")
    message = await ann.says("a western")
    await served.settled()
    count = len(telegram.transcript.said)
    await ann.edits(message, "a musical")
    await asyncio.sleep(0.5)
    assert len(telegram.transcript.said) == count


async def test_forgetting_deletes_everything_after_one_question(served, telegram, ann):
    await dealt(served, ann)
    await ann.taps("👍")
    await served.settled()
    await ann.says("/forget")
    sure = await telegram.answer(ann.private())
    assert sure.labels == ["Delete everything"]
    assert len(await served.verdicts(ann.private())) == 1
    await ann.taps("Delete everything", on=sure)
    await served.settled()
    assert telegram.last(ann.private()).text == (
        "Deleted: one verdict on a film, 0 saved films, your settings, the wish and cards of this chat, "
        "and the number that I know you by.\n\nAll of it is deleted. If you write again, we start anew."
    )
    assert await served.verdicts(ann.private()) == {}
    async with served.store.turn() as memory:
        for table in ("people", "feedback", "sessions", "messages", "outbox"):
            assert (await memory.connection.exec_driver_sql(f"SELECT count(*) FROM {table}")).scalar_one() == 0, table
