from __future__ import annotations

import pytest

from bot.posters.colour import READABLE, Palette, contrast, luminance, mixed, readable, vivid

PALETTE = Palette(paper="#ffffff", main="#808080", second="#102030", accent="#e02010", ink="#000000")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#123456", "#123456") == pytest.approx(1.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)  # the known near miss
    assert contrast("#767676", "#ffffff") == pytest.approx(4.542, abs=0.001)
    assert contrast("#ff0000", "#ffffff") == pytest.approx(3.998, abs=0.001)
    assert luminance("#00ff00") == pytest.approx(0.7152)


def test_letters_take_the_first_wish_that_can_be_read() -> None:
    assert readable("#ffffff", "#eeeeee", "#204060", "#000000") == "#204060"
    assert luminance(readable("#ffffff", "#eeeeee")) < 0.02, "no wish can be read: nearly black"
    assert luminance(readable("#101010", "#222222")) > 0.9
    for level in range(256):  # there is no ground on which nothing can be read
        for ground in (f"#{level:02x}{level:02x}{level:02x}", f"#{level:02x}3a4c", f"#80{level:02x}20"):
            assert contrast(readable(ground), ground) >= READABLE


def test_palettes_turn_and_fade() -> None:
    assert PALETTE.shifted(0) == PALETTE
    assert PALETTE.shifted(1 / 3).accent == "#10e020", "red becomes green a third of the circle on"
    assert PALETTE.shifted(1 / 3).main == "#808080", "greys have no hue to turn"
    grey = PALETTE.muted()
    red, green, blue = (int(grey.second[i : i + 2], 16) for i in (1, 3, 5))
    assert max(red, green, blue) - min(red, green, blue) <= 6
    assert vivid(grey) == grey.accent
    assert vivid(PALETTE) == "#e02010"


def test_mixing() -> None:
    assert mixed("#000000", "#ff8000", 0) == "#000000"
    assert mixed("#000000", "#ff8000", 1) == "#ff8000"
    assert mixed("#000000", "#fe8000", 0.5) == "#7f4000"
