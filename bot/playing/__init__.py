"""What a turn does: a scene in, a reply out. Pure: what changes stands in the scene, and the conversation keeps it."""

from __future__ import annotations

from dataclasses import replace

from bot import dialogue
from bot.dialogue import Deal, Explain, Gather, Keep, Open, Page, Record, Say, Step
from bot.playing import dealing, explaining, judging, sharing
from bot.playing.scene import Scene
from bot.playing.showing import show
from bot.reply import Reply
from bot.turn import Action
from engine.context import Context


def play(scene: Scene) -> Reply:
    """The reply to the turn of a scene."""
    turn = scene.turn
    if turn.group and not sharing.may_act(scene):
        return Reply(note=scene.words("shared-pages"))
    if turn.action is Action.MINE:
        gone = Reply(text=scene.words("deck-gone"))
        return dealing.deal(scene, Deal(request=scene.lent.request)) if scene.lent else gone
    return _reply(scene, _step(scene))


def _step(scene: Scene) -> Step:
    turn, parser = scene.turn, scene.house.parser
    if turn.action is Action.UNDO and turn.film is None and scene.verdicts:
        turn = replace(turn, film=next(reversed(scene.verdicts)))
    if turn.action is Action.SIMILAR:
        return dialogue.similar(parser.parse(f'like "{turn.text}"', Context()), turn.text)
    if turn.action is not None:
        return dialogue.act(turn, scene.session)
    return dialogue.decide(parser.parse(turn.text, scene.session.context, scene.language), scene.session)


def _reply(scene: Scene, step: Step) -> Reply:
    match step:
        case Deal():
            return dealing.deal(scene, step)
        case Record():
            return sharing.record(scene, step) if scene.turn.group else judging.record(scene, step)
        case Page():
            deck = replace(step.deck, position=step.position)
            scene.session = scene.session.turn(deck)
            return show(scene, deck)
        case Open():
            return dealing.open_film(scene, step.film)
        case Explain():
            return explaining.explain(scene, step)
        case Keep():
            return judging.save(scene, step)
        case Gather():
            return dealing.gather(scene)
        case Say():
            return explaining.say(scene, step)
