from __future__ import annotations

import string
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from bot.posters.chart import letters
from bot.posters.design import VOICES
from bot.posters.lettering import Face
from bot.posters.spelling import Sign, legible, readable_name, spell

LATIN = frozenset(string.ascii_letters + string.digits + " !&'-.,:·⁄")


def spelled(text: str) -> str:
    return "".join(sign.letter for sign in spell(text, LATIN.__contains__))


def test_accents_become_marks_over_their_letter() -> None:
    assert spell("é", LATIN.__contains__) == (Sign(letter="e", marks=("acute",)),)
    assert spell("e\u0301", LATIN.__contains__) == (Sign(letter="e", marks=("acute",)),), "however it is encoded"
    assert spell("Å", LATIN.__contains__) == (Sign(letter="A", marks=("ring",)),)
    assert spell("ł", LATIN.__contains__) == (Sign(letter="l", marks=("stroke",)),)
    assert spell("ế", LATIN.__contains__) == (Sign(letter="e", marks=("circumflex", "acute")),)


def test_an_accent_stands_over_an_i_without_its_dot() -> None:
    has = (LATIN | {"ı"}).__contains__
    assert spell("íï", has) == (Sign(letter="ı", marks=("acute",)), Sign(letter="ı", marks=("diaeresis",)))
    assert spell("į", has) == (Sign(letter="i", marks=("ogonek",)),), "below it the dot stays"
    assert spell("Í", has) == (Sign(letter="I", marks=("acute",)),)
    ink = [_rows_of_ink(text) for text in ("i", "ı")]
    assert [len(runs) for runs in ink] == [2, 1], "a stem and a dot, a stem alone"
    assert ink[0][1] == pytest.approx(ink[1][0], abs=1)


def _rows_of_ink(text: str) -> list[tuple[int, int]]:
    """First and last row of each run of rows with ink, the highest first."""
    image = Image.new("L", (100, 140))
    voice = replace(next(iter(VOICES.values())), capitals=False, weight=0.0)
    Face().write(image, text, voice, left=20, baseline=110, em=100, fill="white")
    inked = np.flatnonzero((np.asarray(image) > 100).any(axis=1))
    return [(int(run[0]), int(run[-1])) for run in np.split(inked, np.flatnonzero(np.diff(inked) > 1) + 1)]


def test_a_fraction_is_small_figures_around_its_slash() -> None:
    one, slash, two = spell("½", LATIN.__contains__)
    assert (one.letter, slash.letter, two.letter) == ("1", "⁄", "2")
    assert one.size == two.size < slash.size
    assert one.rise > two.rise == 0


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Æon", "AEon"),
        ("Straße", "Strasse"),
        ("Солярис", "Solyaris"),
        ("Жизнь", "Zhizn"),
        ("Ωμέγα", "Omega"),
        ("Ｆｕｌｌ", "Full"),
        ("Rocky Ⅲ", "Rocky III"),
        ("x²", "x2"),
        ("  two \n lines ", "two lines"),
        ("기생충", ""),
        ("بچه\u200cهای", ""),
        ("R☃K", "RK"),
    ],
)
def test_other_letters_are_romanised_or_left_out(text: str, letters: str) -> None:
    assert spelled(text) == letters


def test_the_name_that_loses_least_is_drawn() -> None:
    assert legible("Léon", LATIN.__contains__) == 1.0
    assert legible("공동경비구역 JSA", LATIN.__contains__) == pytest.approx(3 / 9)
    assert legible("...", LATIN.__contains__) == 0.0
    assert readable_name(("기생충", "Parasite", "Gisaengchung"), LATIN.__contains__) == "Parasite"
    assert readable_name(("Amélie", "Amelie"), LATIN.__contains__) == "Amélie", "the first of equals"
    assert readable_name(("기생충", "寄生虫"), LATIN.__contains__) == ""


def test_the_typeface_knows_what_it_lacks() -> None:
    face = Face()
    assert all(face.has(c) for c in string.ascii_letters + string.digits + "&'·!?")
    assert not any(face.has(c) for c in "éŁЖ기生\u0301\uffff")


def test_no_box_for_missing_letters_is_ever_drawn() -> None:
    face, voice = Face(), VOICES["heavy"]

    def drawn(text: str) -> bytes:
        image = Image.new("L", (500, 140), 255)
        face.write(image, text, voice, left=10, baseline=100, em=80, fill="#000000")
        return image.tobytes()

    assert drawn("A기B") == drawn("AB")
    assert drawn("기") == bytes([255]) * 500 * 140
    assert drawn("É") != drawn("E"), "the accent shows"


def test_measures_are_those_of_the_ink() -> None:
    face = Face()
    for name, text in (("heavy", "Älgjakt Ça"), ("plain", "gypsy, Ôn"), ("wide", "8½ WALL·E")):
        voice, em = VOICES[name], 100
        image = Image.new("L", (1200, 300), 255)
        face.write(image, text, voice, left=50, baseline=180, em=em, fill="#000000")
        inked = np.argwhere(np.asarray(image) < 128)
        (top, left), (bottom, right) = inked.min(axis=0), inked.max(axis=0) + 1
        above, below = face.reach(text, voice)
        assert left == pytest.approx(50, abs=2)
        assert right - 50 == pytest.approx(face.width(text, voice) * em, abs=3)
        assert 180 - top <= above * em + 3
        assert bottom - 180 <= below * em + 3
        assert (180 - top) + (bottom - 180) >= 0.85 * (above + below) * em, "and no looser than that"


def test_a_chart_is_not_romanised() -> None:
    assert letters("película più große")
    assert not letters("смешной")
