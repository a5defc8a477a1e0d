"""Reviews lose their markup and keep their words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.sources.tmdb.prose import plain


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Plain words.", "Plain words."),
        ("_**Enlightenment**_\r\n\r\nA man in *Los Angeles*.", "Enlightenment A man in Los Angeles."),
        ("<em>'Club'</em> underwhelmed me.<br/>Still.", "'Club' underwhelmed me. Still."),
        ("<p>One &amp; two</p><p>three</p>", "One & two three"),
        ("# Verdict\n\n> quoted\n\n- a\n- b\n\n1. c", "Verdict quoted a b c"),
        ("see [my page](https://example.org/a), or https://example.org/b.", "see my page, or"),
        ("www.example.org/all Good.", "Good."),
        ("I <3 it, 2 < 3 and snake_case_stays", "I <3 it, 2 < 3 and snake_case_stays"),
        ("<script>alert(1)</script>Fine<style>p{}</style>", "Fine"),
        ("![poster](https://example.org/p.jpg) Fine", "Fine"),
        ("half <a tag", "half <a tag"),
        ("<![if x]>kept", "[if x]>kept"),
        ("\ud83dodd\u0000 \u2028line", "odd line"),
        ("   indented like code", "indented like code"),
        ("    as code", "as code"),
        ("`code` stays", "code stays"),
        ("", ""),
        (None, ""),
        (["x"], ""),
    ],
)
def test_markup_goes_and_words_stay(written, said):
    assert plain(written) == said


def test_a_long_review_is_cut_at_a_word():
    said = plain("seven77 " * 100)
    assert said == " ".join(["seven77"] * 74) + "…"
    assert len(said) == 592
    assert plain("x" * 601) == "x" * 599 + "…"
    assert plain("x" * 600) == "x" * 600


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab <>!/&;#*_[]()`\n\\\"'-?="), max_size=60))
def test_no_text_breaks_it(written):
    said = plain(written, 20)
    assert len(said) <= 20
    assert said == said.strip()
