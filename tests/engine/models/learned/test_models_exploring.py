"""Thompson sampling: guesses of what may be true, and where they stand in a deck."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import beta

from engine.models.learned.exploring import Counts, explore, sample


def test_guesses_are_drawn_from_what_may_be_true():
    counts = Counts(shown=np.array([0, 8, 400]), liked=np.array([0, 6, 100]), prior=np.array([0.3, 0.3, 0.5]))
    rng = np.random.default_rng(0)
    drawn = np.array([sample(counts, rng, strength=10.0) for _ in range(4000)])
    for film, (a, b) in enumerate([(3, 7), (9, 9), (105, 305)]):
        true = beta(a, b)
        assert drawn[:, film].mean() == pytest.approx(true.mean(), abs=0.01)
        assert drawn[:, film].std() == pytest.approx(true.std(), rel=0.05)
        assert np.quantile(drawn[:, film], 0.9) == pytest.approx(true.ppf(0.9), abs=0.02)


def test_certain_priors_are_no_error_and_a_seed_decides():
    counts = Counts(shown=np.zeros(2, int), liked=np.zeros(2, int), prior=np.array([0.0, 1.0]))
    first, second = (sample(counts, np.random.default_rng(4)) for _ in range(2))
    assert np.array_equal(first, second)
    assert first[0] < 0.1
    assert first[1] > 0.9


GUESSES = np.zeros(20)
GUESSES[[1, 12, 17]] = 0.99, 0.9, 0.8
RANKED = list(range(100, 120))


def test_every_fifth_card_explores_among_those_left_out():
    assert explore(RANKED, GUESSES, 10) == [100, 101, 102, 103, 112, 104, 105, 106, 107, 117]


def test_decks_of_fewer_than_five_explore_when_their_turn_comes():
    decks = [explore(RANKED, GUESSES, 3, before=before) for before in (0, 3, 6, 9)]
    assert decks == [[100, 101, 102], [100, 112, 101], [100, 101, 102], [112, 100, 101]]


@pytest.mark.parametrize("before", range(7))
def test_among_any_five_cards_in_a_row_one_explores_at_most(before):
    deck = explore(RANKED, GUESSES, 12, before=before)
    exploring = np.array([card >= 112 for card in deck])
    assert len(set(deck)) == 12
    assert exploring.sum() == sum((before + place) % 5 == 4 for place in range(12))
    assert np.convolve(exploring, np.ones(5), "valid").max() <= 1
    rest = [card for card, explores in zip(deck, exploring, strict=True) if not explores]
    assert rest == RANKED[: len(rest)]


def test_without_films_left_over_a_deck_stays():
    assert explore(RANKED, GUESSES, 20) == RANKED
    assert explore(RANKED, GUESSES, 50) == RANKED
    assert explore([], np.zeros(0), 5) == []


def test_equally_promising_films_go_by_rank():
    assert explore(RANKED, np.zeros(20), 5)[4] == 105
