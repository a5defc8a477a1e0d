"""Thumbs, films that were seen and films that are saved for later, of a person alone with the bot."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import Keep, Record
from bot.playing.dealing import redeal
from bot.playing.scene import Scene
from bot.playing.showing import show
from bot.reply import Reply


def record(scene: Scene, step: Record) -> Reply:
    """Note a verdict; one on the open card turns it."""
    deck = step.deck
    if scene.verdicts.get(step.film) == step.verdict:
        note = scene.words("again") if step.verdict else scene.words("taken-back")
        last = (step.film, step.verdict) if step.verdict else None  # it can still be taken back
        return replace(show(scene, deck, last=last), note=note) if deck else Reply(note=note)
    scene.judge(step.film, step.verdict, deck.id if deck else None)
    note = scene.words("noted" if step.verdict else "taken-back")
    if deck is None:
        return Reply(note=note)
    if step.verdict is None and step.film in deck.films:  # back to the card whose verdict was taken back
        deck = replace(deck, position=deck.films.index(step.film))
    elif step.turn:
        deck = redeal(scene, deck)
    scene.session = scene.session.turn(deck)
    last = (step.film, step.verdict) if step.verdict else None
    return replace(show(scene, deck, last=last), note=note)


def save(scene: Scene, step: Keep) -> Reply:
    """Put a film on the list of those to be seen, or take it off."""
    if step.saved and scene.house.recommender.films.catalogue.row(step.film) is None:
        return Reply()  # it left the catalogue
    if step.saved and step.film not in scene.saved:
        scene.saved.insert(0, step.film)
    elif not step.saved and step.film in scene.saved:
        scene.saved.remove(step.film)
    scene.kept.append((step.film, step.saved))
    note = scene.words("saved" if step.saved else "unsaved")
    deck = step.deck
    return replace(show(scene, deck), note=note) if deck and deck.films else Reply(note=note)
