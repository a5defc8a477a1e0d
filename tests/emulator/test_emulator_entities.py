"""Telegram's HTML: text and entities in UTF-16 units, by hand; and everything that it does not take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.telegram_emulator.entities import read, slice_units, to_html, units
from tests.telegram_emulator.refusal import Refusal


def entity(kind, offset, length, **more):
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("<b>Alien</b> (1979)", "Alien (1979)", [entity("bold", 0, 5)]),
        ("😀 <i>é😀</i>", "😀 é😀", [entity("italic", 3, 3)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;x&quot; &#39;y&#x27;", "1 < 2 && 3 > 2 \"x\" 'y'", []),
        (
            '<a href="https://example.org/?a=1&amp;b=2">x</a>', "x",
            [entity("text_link", 0, 1, url="https://example.org/?a=1&b=2")],
        ),
        ("<tg-spoiler>x</tg-spoiler><span class='tg-spoiler'>y</span>", "xy",
         [entity("spoiler", 0, 1), entity("spoiler", 1, 1)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [entity("pre", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ("  <b> x </b>\n", "x", [entity("bold", 0, 1)]),
        ("<B>x</b>", "x", [entity("bold", 0, 1)]),
        ("<u></u>x", "x", []),
        ("/start a@b.cc @someone https://example.org/x", "/start a@b.cc @someone https://example.org/x",
         [entity("bot_command", 0, 6), entity("mention", 14, 8), entity("url", 23, 21)]),
        ("<code>/start</code>", "/start", [entity("code", 0, 6)]),
    ],
)  # fmt: skip
def test_html_is_read(source, text, entities):
    found = read(source, "HTML")
    assert (found.text, list(found.entities)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("é<b><i>x</b></i>", 'Unmatched end tag at byte offset 9, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("x <h1>y</h1>", 'Unsupported start tag "h1" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("I <3 you > me", 'Unsupported start tag "3" at byte offset 2'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("Fast & Furious", 'strict: unescaped "&" at byte offset 5'),
        ("a&nbsp;b", 'strict: unescaped "&" at byte offset 1'),
        ("a > b", 'strict: unescaped ">" at byte offset 2'),
        ('<a href="javascript:x">y</a>', "strict: no usable link in the tag at byte offset 0"),
        ('<b class="x">y</b>', 'strict: attribute "class" in the tag "b" at byte offset 0'),
        ("<code><b>x</b></code>", "strict: nothing can be nested in code or pre, at byte offset 10"),
    ],
)
def test_broken_html_is_refused(source, words):
    with pytest.raises(Refusal) as caught:
        read(source, "HTML")
    assert caught.value.description == f"Bad Request: can't parse entities: {words}"


def test_without_a_parse_mode_markup_is_text():
    assert read("<b>x</b> & y").text == "<b>x</b> & y"


def test_markup_and_entities_exclude_each_other():
    with pytest.raises(Refusal, match="not both"):
        read("x", "HTML", [entity("bold", 0, 1)])


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_escaped_text_comes_back_as_it_was(text):
    from html import escape

    assert read(escape(text), "HTML").text == text.strip()


@given(st.text(st.sampled_from("aé😀 ")), st.text(st.sampled_from("bü🎬"), min_size=1))
def test_an_entity_covers_what_was_between_its_tags(before, inside):
    found = read(f"x{before}<b>{inside}</b>", "HTML")
    (bold,) = found.entities
    assert slice_units(found.text, bold["offset"], bold["length"]) == inside
    assert bold["offset"] == units("x" + before)


def test_the_page_gets_safe_html():
    found = read('<b>a &lt;script&gt; <i>😀</i></b> <a href="https://example.org/">l</a>', "HTML")
    assert to_html(found.text, found.entities) == (
        '<b>a &lt;script&gt; <i>😀</i></b> <a href="https://example.org/">l</a>'
    )
