"""Messages, photos, edits, taps and polls, called with python-telegram-bot as the bot calls."""

from __future__ import annotations

import pytest
from telegram import InlineKeyboardButton as Button
from telegram import InlineKeyboardMarkup as Keyboard
from telegram import InlineQueryResultArticle, InputMediaPhoto, InputTextMessageContent, ReplyParameters
from telegram.error import BadRequest

from tests.telegram_emulator.files import Photo

POSTER = "https://image.example.org/poster.jpg"
THUMBS = Keyboard([[Button("👍", callback_data="up:1"), Button("👎", callback_data="down:1")]])


async def test_a_card_is_sent_and_turned_in_place(telegram, bot, ann):
    card = await bot.send_photo(ann.id, POSTER, caption="<b>One</b> &amp; two", parse_mode="HTML", reply_markup=THUMBS)
    assert card.caption_html == "<b>One</b> &amp; two"
    await bot.edit_message_media(
        InputMediaPhoto("https://image.example.org/2.jpg", caption="Two"), ann.id, card.message_id, reply_markup=THUMBS
    )
    now = telegram.last(ann.private())
    assert (now.caption, now.photo.url, now.edits) == ("Two", "https://image.example.org/2.jpg", 1)
    assert (now.history[0].caption, now.history[0].photo.url) == ("One & two", POSTER)
    assert now.buttons == [["👍", "👎"]]
    assert telegram.refused == []


async def test_an_edit_has_to_change_something(telegram, bot, ann):
    sent = await bot.send_message(ann.id, "<i>x</i>", parse_mode="HTML", reply_markup=THUMBS)
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await sent.edit_text("<em>x</em>", parse_mode="HTML", reply_markup=THUMBS)
    assert (await sent.edit_text("x", reply_markup=THUMBS)).entities == ()
    assert [call.method for call in telegram.failed] == ["editMessageText"]
    assert telegram.refused == []


async def test_the_same_address_is_the_same_photo_and_an_upload_is_a_new_one(bot, ann, picture):
    card = await bot.send_photo(ann.id, POSTER, caption="x")
    with pytest.raises(BadRequest, match="not modified"):
        await card.edit_media(InputMediaPhoto(POSTER, caption="x"))
    drawn = await card.edit_media(InputMediaPhoto(picture, caption="x"))
    again = await drawn.edit_media(InputMediaPhoto(picture, caption="x"))
    assert drawn.photo[-1].file_unique_id != again.photo[-1].file_unique_id


async def test_an_edit_without_a_keyboard_takes_it_away(telegram, bot, ann):
    sent = await bot.send_message(ann.id, "x", reply_markup=THUMBS)
    await sent.edit_text("y")
    assert telegram.last(ann.private()).keyboard is None


async def test_edits_fit_what_the_message_is(bot, ann):
    text, photo = await bot.send_message(ann.id, "x"), await bot.send_photo(ann.id, POSTER)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await photo.edit_text("y")
    with pytest.raises(BadRequest, match="There is no caption in the message to edit"):
        await text.edit_caption("y")
    assert (await text.edit_media(InputMediaPhoto(POSTER, caption="y"))).caption == "y"


async def test_what_is_gone_cannot_be_edited_deleted_or_answered(telegram, bot, ann):
    sent = await bot.send_message(ann.id, "x")
    assert await sent.delete() is True
    assert telegram.messages(ann.private(), of_bot=True) == []
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await sent.edit_text("y")
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await sent.delete()
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(ann.id, "y", reply_parameters=ReplyParameters(sent.message_id))
    lone = ReplyParameters(sent.message_id, allow_sending_without_reply=True)
    assert (await bot.send_message(ann.id, "y", reply_parameters=lone)).reply_to_message is None


async def test_a_person_s_words_cannot_be_edited(bot, ann):
    said = await ann.says("x")
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("y", ann.id, said.id)


async def test_old_messages_stay(telegram, bot, ann):
    sent = await bot.send_message(ann.id, "x")
    telegram.clock.advance(48 * 3600 + 1)
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await sent.delete()


async def test_a_tap_is_answered_once_it_is_young_enough(telegram, bot, ann):
    await bot.send_message(ann.id, "x", reply_markup=THUMBS)
    tap = await ann.taps("👍")
    updates = await bot.get_updates()
    query = updates[-1].callback_query
    assert (query.id, query.data, query.from_user.id, query.message.text) == (tap.id, "up:1", ann.id, "x")
    telegram.clock.advance(14)
    assert await query.answer("Noted.") is True
    assert tap.answer == "Noted."
    telegram.clock.advance(2)
    with pytest.raises(BadRequest, match="Query is too old and response timeout expired or query id is invalid"):
        await query.answer()


async def test_an_unknown_query_is_too_old(bot):
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query("12345")


async def test_taps_find_the_latest_keyboard_or_the_one_that_is_named(telegram, bot, ann):
    first = await bot.send_message(ann.id, "x", reply_markup=THUMBS)
    await bot.send_message(ann.id, "y", reply_markup=Keyboard([[Button("Why?", callback_data="why")]]))
    assert (await ann.taps("Why")).data == "why"
    with pytest.raises(LookupError, match="no button '👍' on message 3; it has"):
        await ann.taps("👍")
    assert (await ann.taps("👍", on=ann.private().messages[first.message_id])).data == "up:1"
    assert (await ann.taps_data("gone:9", on=ann.private().messages[first.message_id])).data == "gone:9"


async def test_files_are_named_by_each_bot_for_itself(telegram, bot, ann, raw, picture):
    photo = (await bot.send_photo(ann.id, picture)).photo[-1]
    assert (photo.width, photo.height) == (400, 600)
    again = await bot.send_photo(ann.id, photo.file_id)
    assert again.photo[-1].file_unique_id == photo.file_unique_id
    assert await (await bot.get_file(photo.file_id)).download_as_bytearray() == picture
    other = telegram.another_bot("otherbot")
    ann.private(other).started = True
    answer = await raw("sendPhoto", token=other.token, chat_id=ann.id, photo=photo.file_id)
    assert answer["description"] == "Bad Request: wrong file identifier/HTTP URL specified"
    answer = await raw("getFile", token=other.token, file_id=photo.file_id)
    assert answer["description"] == "Bad Request: invalid file_id"


@pytest.mark.parametrize(
    ("photo", "words"),
    [
        ("https://bad host/x.jpg", "wrong HTTP URL specified"),
        ("https://gone.example.org/x.jpg", "failed to get HTTP URL content"),
        ("AgACnonsense", "wrong file identifier/HTTP URL specified"),
        ("attach://nothing", "strict: nothing is attached under that name"),
    ],
)
async def test_photos_that_cannot_be_had(telegram, raw, ann, photo, words):
    telegram.world.files.bad_urls.add("https://gone.example.org/x.jpg")
    answer = await raw("sendPhoto", chat_id=ann.id, photo=photo)
    assert answer["description"] == f"Bad Request: {words}"


async def test_what_is_no_picture_is_no_photo(telegram, bot, ann):
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(ann.id, b"not a picture")
    assert [call.method for call in telegram.refused] == ["sendPhoto"]


async def test_a_poll_is_chosen_in_and_closed(bot, ann):
    sent = await bot.send_poll(ann.id, "Which?", ["One", "Two"], is_anonymous=False)
    await ann.votes(ann.private().messages[sent.message_id], 1)
    answer, state = [u for u in await bot.get_updates() if u.poll or u.poll_answer]
    assert (answer.poll_answer.user.id, answer.poll_answer.option_ids) == (ann.id, (1,))
    assert [option.voter_count for option in state.poll.options] == [0, 1]
    closed = await bot.stop_poll(ann.id, sent.message_id)
    assert (closed.is_closed, closed.total_voter_count) == (True, 1)
    with pytest.raises(BadRequest, match="Poll has already been closed"):
        await bot.stop_poll(ann.id, sent.message_id)
    with pytest.raises(LookupError, match="no open poll"):
        await ann.votes(ann.private().messages[sent.message_id], 0)


async def test_who_chose_is_told_of_polls_with_names_alone_and_choices_are_those_that_a_client_allows(bot, ann):
    sent = await bot.send_poll(ann.id, "Which?", ["One", "Two"], is_anonymous=False, allows_multiple_answers=True)
    secret = await bot.send_poll(ann.id, "Which?", ["One", "Two"], allows_revoting=False)
    named, silent = (ann.private().messages[each.message_id] for each in (sent, secret))
    for choice in ((1, 0), ()):
        await ann.votes(named, *choice)
    await ann.votes(silent, 1)
    for poll, choice in ((named, (2,)), (named, ()), (silent, (0,)), (silent, (0, 1))):
        with pytest.raises(LookupError):
            await ann.votes(poll, *choice)
    told = [u.poll_answer for u in await bot.get_updates(allowed_updates=["poll_answer"]) if u.poll_answer]
    assert [(answer.poll_id, answer.option_ids) for answer in told] == [(sent.poll.id, (0, 1)), (sent.poll.id, ())]


async def test_an_inline_result_is_offered_picked_and_edited(telegram, bot, ann):
    asked = await ann.asks_inline("heist")
    query = (await bot.get_updates())[-1].inline_query
    assert (query.query, query.from_user.id) == ("heist", ann.id)
    offer = InlineQueryResultArticle("7", "A film", InputTextMessageContent("<b>x</b>", "HTML"), reply_markup=THUMBS)
    await query.answer([offer], cache_time=0)
    sent = await ann.picks(asked, 0)
    assert (sent.text, sent.via_bot.username, sent.labels) == ("x", "matineebot", ["👍", "👎"])
    updates = await bot.get_updates()
    chosen = next(u.chosen_inline_result for u in updates if u.chosen_inline_result)
    assert (chosen.result_id, chosen.inline_message_id) == ("7", sent.inline_id)
    await ann.taps("👍", on=sent)
    tapped = (await bot.get_updates())[-1].callback_query
    assert (tapped.message, tapped.inline_message_id) == (None, sent.inline_id)
    assert await bot.edit_message_text("y", inline_message_id=sent.inline_id) is True
    assert sent.text == "y"


async def test_a_person_edits_reacts_and_shows_a_photo(bot, ann, picture):
    await bot.get_updates(allowed_updates=["message", "edited_message", "message_reaction"])
    said = await ann.says("x")
    await ann.edits(said, "y")
    await ann.reacts("👍", said)
    await ann.shows(picture, "see")
    *_, first, edited, reacted, shown = await bot.get_updates()
    assert (first.message.text, edited.edited_message.text) == ("x", "y")
    assert reacted.message_reaction.new_reaction[0].emoji == "👍"
    assert shown.message.caption == "see"
    assert await (await bot.get_file(shown.message.photo[-1].file_id)).download_as_bytearray() == picture


async def test_the_profile_is_kept_by_language_and_scope(bot, raw):
    await bot.set_my_commands([("help", "How it works")])
    await bot.set_my_commands([("movienight", "Find a film for all")], scope={"type": "all_group_chats"})
    assert [c.command for c in await bot.get_my_commands()] == ["help"]
    assert [c.command for c in await bot.get_my_commands(scope={"type": "all_group_chats"})] == ["movienight"]
    await bot.delete_my_commands()
    assert await bot.get_my_commands() == ()
    await bot.set_my_description("Films")
    await bot.set_my_description("Filme", language_code="de")
    assert (await bot.get_my_description()).description == "Films"
    assert (await bot.get_my_description(language_code="de")).description == "Filme"
    assert (await bot.get_my_description(language_code="fr")).description == "Films"
    assert (await raw("getMyName"))["result"] == {"name": "Matinee"}


def test_two_bots_know_one_photo_by_two_names():
    photo = Photo(unique_id="AQADx", width=600, height=900)
    mine, theirs = photo.sizes(1), photo.sizes(2)
    assert [(size["width"], size["height"]) for size in mine] == [(90, 135), (320, 480), (600, 900)]
    assert [size["file_unique_id"] for size in mine] == [size["file_unique_id"] for size in theirs]
    assert not {size["file_id"] for size in mine} & {size["file_id"] for size in theirs}
