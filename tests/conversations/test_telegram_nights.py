"""Whole group nights, of two and of fifty: private wishes, leavers, debts, what comes after, and what is called off."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.groups import Phase
from engine.request import Verdict
from tests.conversations.evenings import counts, films, link, night_of, opened, passes, tapped, votes


async def test_two_at_home(served, telegram, ann, ben):
    """1: the smallest night, from the command to the pick."""
    home = telegram.group("Home", [ann, ben], supergroup=False)
    table = await opened(served, ann, home, "a comedy")
    assert await tapped(served, ben, "I'm in", table) == "You are in."
    await tapped(served, ben, "Deal", table)
    first, second, *_ = films(table)
    await votes(served, ann, first, table)
    await votes(served, ann, second, table)
    await votes(served, ben, second, table)
    pick = telegram.last(home)
    assert pick.caption.splitlines()[0].endswith("2 of 2 would watch it")
    assert (await night_of(served, home)).outcome.film == second


async def test_fifty_in_one_room(served, telegram, ann):
    """2: everybody joins and votes at once; every vote is counted once, and edits are few."""
    people = [ann, *(telegram.person(f"P{number}") for number in range(2, 51))]
    crowd = telegram.group("Cinema club", people)
    table = await opened(served, ann, crowd)
    await asyncio.gather(*(person.taps("I'm in", on=table) for person in people[1:]))
    await served.settled()
    night = await night_of(served, crowd)
    assert len(night.guests) == 50
    assert table.text.splitlines()[1].endswith("and 42 more")
    await tapped(served, ann, "Deal", table)
    dealt = list(films(table))
    chosen = {person: dealt[number % 3] for number, person in enumerate(people)}
    edits = len(table.history)
    await asyncio.gather(*(p.taps_data(f"n:v:{film}:{night.id}", on=table) for p, film in chosen.items()))
    await served.settled()
    night = await night_of(served, crowd)
    assert (night.phase, len(night.votes)) == (Phase.DECIDED, 50)
    assert (night.outcome.film, night.outcome.votes) == (dealt[0], 17)
    assert len(table.history) - edits < 25, "states that wait are one edit"
    pictures = [m for m in telegram.messages(crowd, of_bot=True) if m.photo]
    assert [m.caption.splitlines()[0].rpartition(" · ")[2] for m in pictures] == ["17 of 50 would watch it"] or (
        "As many votes" in pictures[0].caption
    )


async def test_a_private_wish_is_kept_to_and_never_told(served, telegram, ann, ben, cat, friends):
    """3: the link leads to a question in private; the answer binds the deal and stands nowhere in the group."""
    table = await opened(served, ann, friends, "a drama")
    await ben.starts(link(table))
    question = await telegram.answer(ben.private())
    assert question.text.startswith("What do you wish for tonight's movie night")
    assert question.keyboard["force_reply"]
    await ben.says("no war films", reply_to=question)
    noted = await telegram.answer(ben.private())
    await served.settled()
    assert noted.text == "Noted, and between us. You are in."
    assert table.text.splitlines()[1] == "In: Ann and Ben & <i>"
    await tapped(served, ann, "Deal", table)
    assert all("War" not in served.house.movie(film).genres for film in films(table))
    film = next(iter(films(table)))
    await votes(served, ann, film, table)
    await votes(served, ben, film, table)
    seen = telegram.messages(friends, of_bot=True)
    every = " ".join(shown for m in seen for shown in (m.words, *((h.text or h.caption or "") for h in m.history)))
    assert "war" not in every.lower().split()
    assert telegram.last(friends).photo
    private = (await night_of(served, friends)).wishes
    assert [(wish.private, wish.request.limits.not_genres) for wish in private] == [(True, ("War",))]


async def test_links_are_for_members_and_for_nights_that_are_on(served, telegram, ann, ben, cat, friends):
    """4: an outsider, a forged link, and a link that is too old."""
    table = await opened(served, ann, friends)
    payload = link(table)
    eve = telegram.person("Eve")
    await eve.joins(friends)
    await eve.leaves(friends)
    await served.settled(answered=False)
    await eve.starts(payload)
    assert (await telegram.answer(eve.private())).text.startswith("That movie night is for those who are in the group")
    await ben.starts(payload[:-1] + ("0" if payload[-1] != "0" else "1"))
    assert (await telegram.answer(ben.private())).text.startswith("Tell me a film you love")
    await cat.starts(payload)
    question = await telegram.answer(cat.private())
    await tapped(served, ann, "Deal", table)
    await cat.says("nothing sad", reply_to=question)
    assert (await telegram.answer(cat.private())).text.startswith("That movie night is over")
    assert (await night_of(served, friends)).wishes == ()


async def test_a_wish_by_the_question_and_a_veto_that_binds(served, telegram, ann, ben, cat, friends):
    """5: the button asks one member by name; their reply is their wish, and a later one replaces it."""
    table = await opened(served, ann, friends, "something from the 90s")
    await tapped(served, cat, "Add a wish", table)
    question = telegram.last(friends)
    assert (question.text.split(",")[0], question.keyboard["selective"]) == ("Cat", True)
    assert question.entities[0]["url"] == f"tg://user?id={cat.id}"
    for wish, line in (("nothing scary", "Cat: Not scary"), ("no horror", "Cat: Without horror")):
        await cat.says(wish, chat=friends, reply_to=question)
        await served.settled()
        assert table.text.splitlines()[2:] == [line]
    await tapped(served, cat, "Deal", table)
    assert all("Horror" not in served.house.movie(film).genres for film in films(table))
    assert await tapped(served, ben, films(table)[next(iter(films(table)))], table)
    assert len((await night_of(served, friends)).guests) == 3


async def test_who_leaves_takes_wishes_and_votes_along(served, telegram, ann, ben, cat, friends):
    """6: out by the button, and out of the group; the rest decide."""
    table = await opened(served, ann, friends)
    for person in (ben, cat):
        await tapped(served, person, "I'm in", table)
    await tapped(served, ann, "Deal", table)
    first, second, *_ = films(table)
    await votes(served, ben, second, table)
    await votes(served, cat, second, table)
    assert await tapped(served, cat, "I'm out", table) == "You are out. Tap again to come back."
    assert counts(table)[:2] == [0, 1]
    await ben.leaves(friends)
    await served.settled(answered=False)
    assert counts(table)[:2] == [0, 0]
    assert table.text.splitlines()[1] == "Five for Ann:"
    await votes(served, ann, first, table)
    assert (await night_of(served, friends)).outcome.film == first
    assert telegram.last(friends).caption.splitlines()[0].endswith("1 of 1 would watch it")


async def test_it_is_called_off_by_who_started_it_alone(served, telegram, ann, ben, friends):
    """7: and another can be opened at once."""
    table = await opened(served, ann, friends, "comedy")
    assert await tapped(served, ben, "Call it off", table) == "That is for those who are in."
    assert await tapped(served, ann, "Call it off", table) == "Called off."
    assert (table.text, table.keyboard) == ("This movie night is called off.", None)
    assert (await opened(served, ben, friends, "western")).text.startswith("Movie night · western")


async def test_the_next_day_it_asks_how_it_was_and_thumbs_are_ones_own(served, telegram, ann, ben, cat, friends):
    """8: also after a restart; who watched without a vote may say so too."""
    table = await opened(served, ann, friends)
    await tapped(served, ben, "I'm in", table)
    await tapped(served, ann, "Deal", table)
    film = next(iter(films(table)))
    await votes(served, ann, film, table)
    await votes(served, ben, film, table)
    night = await night_of(served, friends)
    assert night.asks_at - datetime.now(UTC) > timedelta(hours=14)
    await served.kill()
    await served.start()
    await passes(served, friends, asks_at=datetime.now(UTC))
    await telegram.until(lambda: telegram.last(friends).words.startswith("How was"), within=8)
    await served.settled()
    asks = telegram.last(friends)
    assert asks.text == f"How was {served.house.movie(film).title}?"
    for person, label in ((ann, "👍"), (ben, "👎"), (cat, "👍")):
        assert await tapped(served, person, label, asks) == "Noted."
    assert asks.labels == ["👍 2", "👎 1"]
    await asyncio.sleep(0.25)
    assert await tapped(served, ben, "👎", asks) == "Taken back."
    assert asks.labels == ["👍 2", "👎"]
    async with served.store.turn() as memory:
        said = [
            await memory.verdicts_of(await memory.person_of("telegram", str(person.id))) for person in (ann, ben, cat)
        ]
    assert said == [{film: Verdict.UP}, {}, {film: Verdict.UP}]
    await asyncio.sleep(2.5)
    assert [m.text for m in telegram.messages(friends, of_bot=True) if (m.text or "").startswith("How")] == [asks.text]


async def test_who_got_nothing_last_time_breaks_the_tie_and_it_is_said(served, telegram, ann, ben, friends):
    """9: two nights of the same two; the film of the first does not come again."""
    first = await opened(served, ann, friends)
    await tapped(served, ben, "I'm in", first)
    await tapped(served, ann, "Deal", first)
    one, other, third, *_ = films(first)
    await votes(served, ann, one, first)
    await votes(served, ann, other, first)
    await votes(served, ben, third, first)
    before = await night_of(served, friends)
    assert before.outcome.film in {one, other, third}
    lucky = {vote.person for vote in before.votes if vote.film == before.outcome.film}
    second = await opened(served, ann, friends)
    await tapped(served, ben, "I'm in", second)
    night = await night_of(served, friends)
    owed = {guest.name: night.debts[guest.person] for guest in night.guests}
    assert sorted(owed.values()) == [-0.5, 0.5]
    assert {guest.name for guest in night.guests if guest.person not in lucky} == {max(owed, key=owed.get)}
    await tapped(served, ann, "Deal", second)
    dealt = list(films(second))
    for person, film in ((ann, dealt[0]), (ben, dealt[1])):
        await votes(served, person, film, second)
    pick = telegram.last(friends)
    assert "this one goes to those who got less on earlier nights." in pick.caption
    winner = dealt[0] if max(owed, key=owed.get) == "Ann" else dealt[1]
    assert (await night_of(served, friends)).outcome.film == winner


async def test_a_stranger_a_latecomer_and_a_change_of_mind(served, telegram, ann, ben, cat, friends):
    """10: somebody who never wrote to the bot votes, takes it back, and votes for another."""
    dora = telegram.person("Dora")
    await dora.joins(friends)
    table = await opened(served, ann, friends)
    await tapped(served, ben, "I'm in", table)
    await tapped(served, ann, "Deal", table)
    first, second, *_ = films(table)
    await votes(served, dora, first, table)
    await asyncio.sleep(0.25)
    assert await votes(served, dora, first, table) == "Taken back."
    await votes(served, dora, second, table)
    await votes(served, ann, second, table)
    assert counts(table)[:2] == [0, 2]
    assert (await night_of(served, friends)).phase is Phase.DEALT, "Ben did not vote yet"
    await tapped(served, ann, "Close", table)
    night = await night_of(served, friends)
    assert (night.outcome.film, night.outcome.votes, len(night.guests)) == (second, 2, 3)
    assert telegram.messages(dora.private()) == []


async def test_two_groups_at_once_do_not_meet(served, telegram, ann, ben, cat, friends):
    """11: the same people, two nights, and buttons of one on the message of the other."""
    friday = await opened(served, ann, friends, "comedy")
    others = telegram.group("Sunday", [ben, ann])
    sunday = await opened(served, ben, others, "horror")
    await asyncio.gather(cat.taps("I'm in", on=friday), ann.taps("I'm in", on=sunday))
    await served.settled()
    assert (friday.text.splitlines()[1], sunday.text.splitlines()[1]) == ("In: Ann and Cat", "In: Ben & <i> and Ann")
    stray = await ann.taps_data(f"n:x::{(await night_of(served, friends)).id}", on=sunday)
    await served.settled()
    assert stray.answer.startswith("There is no movie night here.")
    await asyncio.gather(ann.taps("Deal", on=friday), ben.taps("Deal", on=sunday))
    await served.settled()
    assert all("Horror" in served.house.movie(film).genres for film in films(sunday))
    for person, table in ((ann, friday), (cat, friday), (ben, sunday), (ann, sunday)):
        await votes(served, person, next(iter(films(table))), table)
    assert [(await night_of(served, chat)).phase for chat in (friends, others)] == [Phase.DECIDED] * 2


async def test_the_first_change_shows_at_once_then_one_in_four_seconds_and_the_last_state_always(
    served, telegram, ann, ben, cat, friends
):
    """12: at the pace at which it is served."""
    await served.end()
    served.pace = 4.0
    await served.start()
    table = await opened(served, ann, friends)
    loop = asyncio.get_running_loop()
    began = loop.time()
    await ben.taps("I'm in", on=table)
    await telegram.until(lambda: len(table.history) == 1, within=3)
    assert loop.time() - began < 2.5
    await cat.taps("I'm in", on=table)
    await ben.says("nothing scary", chat=friends, reply_to=table)
    await ann.says("no war films", chat=friends, reply_to=table)
    await asyncio.sleep(1.5)
    assert len(table.history) == 1
    await telegram.until(lambda: len(table.history) == 2, within=6)
    await served.settled()
    assert table.text.splitlines()[1] == "In: Ann, Ben & <i> and Cat"
    assert table.text.splitlines()[2:] == ["Ben & <i>: Not scary", "Ann: Without war"]
    assert len(table.history) == 2
    assert table.history[1].at - table.history[0].at >= 3.9
