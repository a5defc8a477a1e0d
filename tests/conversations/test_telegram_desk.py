"""What a private chat can do beside wishing: settings, lists, what is kept; whole, through the emulator."""

from __future__ import annotations

import json

import pytest

from bot.preferences import Preferences
from bot.store import Choices, Saved
from bot.wording.speaking import speaking
from engine.parsing import titles_in
from engine.request import Verdict
from index.movie import CERTIFICATES
from tests.conversations.conftest import WISH, dealt, film, standing, title

UP, DOWN, SEEN = Verdict.UP, Verdict.DOWN, Verdict.SEEN


async def asked(served, person, words, chat=None):
    """The bot's answer to words, once all is said."""
    await person.says(words, chat=chat)
    await served.settled()
    return served.telegram.last(chat or person.private())


async def tapped(served, person, label, on):
    tap = await person.taps(label, on=on)
    await served.settled()
    return tap


async def chosen(served, person):
    async with served.store.turn() as memory:
        return await Choices(memory).of(await memory.chat_of("telegram", str(person.id)))


async def saved(served, person):
    async with served.store.turn() as memory:
        return await Saved(memory).of(await memory.person_of("telegram", str(person.id)))


def movie(served, number):
    return served.house.movie(number)


async def again(served, **more):
    """The same bot, started with other parts."""
    await served.end()
    served.more = more
    await served.start()


async def test_the_menu_is_set_for_private_chats_and_for_groups(served, telegram, ann):
    await asked(served, ann, "/help")

    def menu(scope):
        return [each["command"] for each in telegram.bot.commands[f'{{"type": "{scope}"}}', ""]]

    private = ["surprise", "similar", "taste", "watchlist", "seen", "settings", "help", "privacy", "export", "forget"]
    assert menu("default") == menu("all_private_chats") == private, "without /feedback: nobody would read it"
    assert menu("all_group_chats") == ["movienight", "surprise", "similar", "help", "privacy"]
    await again(served, admins=("5",))
    await asked(served, ann, "/help")
    assert menu("all_private_chats") == [*private, "feedback"]


async def test_every_command_of_the_menu_is_answered(served, telegram, ann):
    for command in ("surprise", "similar", "taste", "watchlist", "seen", "settings", "help", "privacy", "feedback"):
        before = len(telegram.messages(ann.private(), of_bot=True))
        said = await asked(served, ann, f"/{command}")
        assert len(telegram.messages(ann.private(), of_bot=True)) == before + 1, command
        assert "I don't know that command" not in said.words
    assert (await asked(served, ann, "/privacy")).words.endswith("It is kept until you delete it.")
    await again(served, retention_days=90)
    assert "nothing was said for 90 days" in (await asked(served, ann, "/privacy")).words


async def test_an_age_limit_is_a_firm_wish_in_every_request_of_the_chat(served, ann):
    card = await dealt(served, ann, "a horror film")
    assert movie(served, film(card)).certificate == "R"
    table = await asked(served, ann, "/settings")
    assert table.buttons[0] == ["Language", "Country", "Age limit"]
    await tapped(served, ann, "Age limit", table)
    await tapped(served, ann, "PG", table)
    assert "Age limit: PG" in table.text
    assert await chosen(served, ann) == Preferences(certificate="PG")
    await tapped(served, ann, "▶", card)  # the cards of before are put away, and their wish dealt anew
    assert standing(card) == "Horror film, PG at most"
    assert movie(served, film(card)).certificate in {None, "G", "PG"}
    for wish in ("older", "a horror film", "violent thriller rated R", WISH):
        card = await dealt(served, ann, wish)
        assert "PG at most" in standing(card)
        for _ in range(5):
            certificate = movie(served, film(card)).certificate
            assert certificate is None or CERTIFICATES.index(certificate) <= 1, title(card)
            await tapped(served, ann, "▶", card)
    await tapped(served, ann, "Age limit", table)
    await tapped(served, ann, "none", table)
    card = await dealt(served, ann, "a horror film")
    assert "PG" not in standing(card)


async def test_cards_of_before_a_limit_still_take_thumbs_but_are_not_shown(served, ann):
    card = await dealt(served, ann, "a horror film")
    scary = film(card)
    table = await asked(served, ann, "/settings")
    await tapped(served, ann, "Turn on family mode", table)
    thumb = await tapped(served, ann, "👍", card)
    assert thumb.answer == "Noted."
    assert await served.verdicts(ann.private()) == {scary: UP}
    why = await tapped(served, ann, "Why?", card)
    assert why.answer.startswith("These cards are from too long ago")


async def test_family_mode_deals_no_horror_and_nothing_above_pg(served, ann):
    table = await asked(served, ann, "/settings")
    await tapped(served, ann, "Turn on family mode", table)
    assert "Family mode: on" in table.text
    card = await dealt(served, ann, "something scary")
    for _ in range(5):
        found = movie(served, film(card))
        assert "Horror" not in found.genres
        assert found.certificate in {None, "G", "PG"}
        await tapped(served, ann, "▶", card)
    await tapped(served, ann, "Turn off family mode", table)
    assert await chosen(served, ann) == Preferences()


async def test_two_quick_taps_on_a_switch_count_once(served, ann):
    table = await asked(served, ann, "/settings")
    data = table.button("Turn on sharing")["callback_data"]
    await ann.taps_data(data, on=table)
    await ann.taps_data(data, on=table)
    await served.settled()
    assert await chosen(served, ann) == Preferences(sharing=True)
    assert "picks for others: on" in table.text


async def test_plots_are_hidden_until_tapped(served, ann):
    card = await dealt(served, ann)
    assert [e["type"] for e in card.caption_entities][-1] == "expandable_blockquote"
    await tapped(served, ann, "Turn on hidden plots", await asked(served, ann, "/settings"))
    hidden = await dealt(served, ann)
    kinds = {e["type"]: e for e in hidden.caption_entities}
    assert list(kinds) == ["italic", "bold", "spoiler"]
    covered = hidden.caption[kinds["spoiler"]["offset"] :]
    assert covered
    assert covered.removesuffix("…") in movie(served, film(hidden)).overview


async def test_a_country_is_chosen_by_button_or_by_its_letters(served, ann):
    table = await asked(served, ann, "/settings")
    await tapped(served, ann, "Country", table)
    await tapped(served, ann, "Germany", table)
    assert "Country: Germany" in table.text
    other = await asked(served, ann, "/settings is")
    assert "Country: Iceland" in other.text
    assert table.labels == [], "the one above is done with"
    wrong = await asked(served, ann, "/settings Atlantis <b>")
    assert wrong.text.startswith("Atlantis <b> is no country that I know.")
    assert await chosen(served, ann) == Preferences(country="IS")


@pytest.mark.parametrize(
    "data", ["set:", "set:language:xx", "set:country:ZZZ", "set:certificate:X", "set:family:2", "set:page", "set:a:b:c"]
)
async def test_data_that_no_button_of_the_settings_holds_changes_nothing(served, ann, data):
    table = await asked(served, ann, "/settings")
    before = table.text
    await ann.taps_data(data, on=table)
    await served.settled()
    assert await chosen(served, ann) == Preferences()
    assert table.text == before


async def test_what_concerns_one_person_is_not_said_in_a_group(served, telegram, ann):
    group = telegram.group("Friday", [ann])
    for command in ("settings", "taste", "watchlist", "seen", "export", "feedback"):
        said = await asked(served, ann, f"/{command}@matineebot", chat=group)
        assert said.text == f"Write /{command} to me in a private chat: that is between us."
    for command in ("help", "privacy"):
        said = await asked(served, ann, f"/{command}@matineebot", chat=group)
        assert len(said.text) > 200


async def test_a_film_is_saved_for_later_and_found_again(served, ann):
    assert (await asked(served, ann, "/watchlist")).text.startswith("Nothing is saved.")
    first = await dealt(served, ann)
    wanted, data = film(first), first.button("🔖")["callback_data"]
    one = await ann.taps_data(data, on=first)
    await ann.taps_data(data, on=first)
    await served.settled()
    assert one.answer == "Saved. /watchlist shows all of them."
    assert first.labels[-1] == "🔖 Saved"
    await tapped(served, ann, "▶", first)
    other = film(first)
    await tapped(served, ann, "🔖", first)
    assert set(await saved(served, ann)) == {wanted, other}
    shown = await asked(served, ann, "/watchlist")
    assert standing(shown) == "Saved for later: 2 films"
    assert {film(shown)} < {wanted, other}
    assert shown.buttons[1] == ["1/2", "▶"]
    await tapped(served, ann, "▶", shown)
    await tapped(served, ann, "▶", shown)  # past the last: the first again, and no film that was not saved
    assert shown.buttons[1] == ["1/2", "▶"]
    here = film(shown)
    await tapped(served, ann, "👁 Seen it", shown)
    assert await served.verdicts(ann.private()) == {here: SEEN}
    shown = await asked(served, ann, "/watchlist")
    assert (standing(shown), film(shown)) == ("Saved for later: one film", ({wanted, other} - {here}).pop())
    older = await dealt(served, ann, "older")
    assert standing(older).startswith("Like Interstellar, funnier, "), "the wish of before stands"
    await tapped(served, ann, "🔖 Saved", shown)
    assert (await asked(served, ann, "/watchlist")).text.startswith("Nothing is saved.")


async def test_surprises_go_on_and_similar_finds_its_film(served, ann):
    shown = set()
    for _ in range(3):
        card = await asked(served, ann, "/surprise")
        assert standing(card) == "Anything good"
        shown.add(film(card))
    assert len(shown) == 3
    await dealt(served, ann, "a western")
    card = await asked(served, ann, "/similar interstelar")
    assert standing(card) == "Like Interstellar"
    assert (await asked(served, ann, "/similar")).text.startswith("Name a film after it")
    assert (await asked(served, ann, "/similar qwzx vbnm")).text.startswith("I don't know that film.")


async def test_seen_lists_what_was_judged_the_latest_first(served, ann):
    assert (await asked(served, ann, "/seen")).text == "You have judged no film yet."
    card = await dealt(served, ann)
    names = []
    for label in ("👍", "👎", "👁 Seen it"):
        names.append(title(card))
        await tapped(served, ann, label, card)
    said = await asked(served, ann, "/seen")
    lines = said.text.split("\n")
    assert lines[0] == "3 films that you judged or saw, the latest first:"
    assert lines[2:] == [f"👁 {names[2]}", f"👎 {names[1]}", f"👍 {names[0]}"]


async def test_export_is_a_file_with_all_that_is_kept(served, telegram, ann):
    card = await dealt(served, ann)
    liked = film(card)
    await tapped(served, ann, "👍", card)
    wanted = film(card)
    await tapped(served, ann, "🔖", card)
    await asked(served, ann, "/settings de")
    file = await asked(served, ann, "/export")
    assert (file.document.name, file.caption) == ("matinee.json", "All that I keep of you and this chat.")
    kept = json.loads(file.document.data)
    assert kept["person"]["id"] == str(ann.id)
    assert [(row["tmdb"], row["verdict"]) for row in kept["person"]["feedback"]] == [(liked, "up")]
    assert kept["person"]["feedback"][0]["title"] == movie(served, liked).name
    assert [row["tmdb"] for row in kept["saved"]] == [wanted]
    assert kept["chat"]["settings"]["country"] == "DE"
    assert kept["chat"]["session"]["decks"][0]["request"]["raw"] == WISH
    assert {"deck": "1", "message": card.id, "film": wanted} in kept["chat"]["messages"]
    assert kept["nights"] == []
    ben = telegram.person("Ben")
    other = json.loads((await asked(served, ben, "/export")).document.data)
    assert other["person"]["feedback"] == other["saved"] == []


async def test_words_of_a_wish_are_let_go_when_another_stands(served, ann):
    await dealt(served, ann, "a submarine story for zebras")
    await dealt(served, ann, WISH)
    async with served.store.turn() as memory:
        kept = await memory.session(await memory.chat_of("telegram", str(ann.id)))
    assert WISH in kept
    assert "submarine story" not in kept
    assert "zebra" not in kept


async def test_feedback_is_passed_on_without_a_name_and_not_kept(served, telegram, ann):
    assert (await asked(served, ann, "/feedback hello")).text == "Nobody has asked for feedback here."
    boss = telegram.person("Boss")
    await boss.starts()
    await served.settled()
    await again(served, admins=(str(boss.id),))
    assert (await asked(served, ann, "/feedback")).text.startswith("Write it behind the command")
    said = await asked(served, ann, "/feedback the <b>zeppelins</b> & all")
    assert said.text.startswith("Passed on, but not who wrote it.")
    got = telegram.last(boss.private())
    assert got.text == "Feedback:\nthe <b>zeppelins</b> & all"
    assert "Ann" not in got.text
    for file in served.path.iterdir():
        assert b"zeppelins" not in file.read_bytes(), file.name


async def test_everybody_is_spoken_to_in_their_language_or_the_one_that_they_chose(served, telegram, ann):
    german, eva = speaking("de"), telegram.person("Eva", language_code="de-AT")
    assert (await asked(served, eva, "/start")).text == german("command-start")
    assert (await asked(served, ann, "/start")).text == speaking("en")("command-start")
    card = await dealt(served, eva, "ein Western")
    assert card.buttons[0][2] == german("button-seen") == "👁 Gesehen"
    assert served.house.movie(film(card)).genres[0] == "Western"
    tap = await tapped(served, eva, "👍", card)
    assert tap.answer == german("noted")
    table = await asked(served, eva, "/settings")
    await tapped(served, eva, german("button-language"), table)
    await tapped(served, eva, "English", table)
    assert table.text.startswith("Settings\nLanguage: English\n")
    assert "👁 Seen it" in (await dealt(served, eva, "a comedy")).labels
    assert telegram.bot.commands['{"type": "all_group_chats"}', "de"][0]["command"] == "movienight"
    assert telegram.bot.commands['{"type": "default"}', "de"][6]["description"] == german("menu-help")


async def test_films_are_called_as_people_call_them_in_their_language(served, telegram, ann):
    eva = telegram.person("Eva", language_code="de")
    card = await dealt(served, eva, "so etwas wie Der Pate, aber lustiger")
    assert card.caption.splitlines()[0] == "Wie Der Pate, lustiger"
    shown = served.house.movie(film(card))
    there = dict(titles_in("de").title)
    assert there.get(shown.tmdb, shown.title) in card.caption
    card = await dealt(served, eva, "Der weiße Hai")
    assert "Der weiße Hai" in card.caption
    assert "Jaws" not in card.caption
    card = await dealt(served, ann, "something like Jaws")
    assert "Jaws" in card.caption


async def test_settings_that_are_tapped_on_a_card_come_below_it(served, telegram, ann):
    card = await dealt(served, ann)
    await ann.taps_data("set:page:language", on=card)
    await served.settled()
    assert "Deutsch" in telegram.last(ann.private()).labels
    assert card.caption
