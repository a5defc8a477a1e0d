"""The variational autoencoder: what it learns, and its loss."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from scipy.sparse import csr_matrix

from engine.models.learned import Opinions
from engine.models.learned.autoencoder import Autoencoder


def two_kinds(people, seed):
    rng = np.random.default_rng(seed)
    fits = np.arange(people)[:, None] % 2 == np.arange(20) % 2
    stars = np.where(fits & (rng.random((people, 20)) < 0.5), 5.0, 0.0).astype(np.float32)
    return Opinions(stars=csr_matrix(stars), films=np.arange(20))


def test_people_of_two_kinds_are_told_apart():
    model = Autoencoder(hidden=16, latent=4, rounds=30, batch=50, rate=0.01)
    model.fit(two_kinds(300, 0))
    scores = model.score(two_kinds(40, 1))
    fits = np.arange(40)[:, None] % 2 == np.arange(20) % 2
    assert scores[fits].min() > scores[~fits].max()
    assert np.exp(scores).sum(axis=1) == pytest.approx(np.ones(40), abs=1e-4)


def test_the_loss_is_that_of_the_paper():
    model = Autoencoder(hidden=5, latent=3, rounds=1, dropout=0.0)
    known = two_kinds(30, 0)
    model.fit(known)
    given = torch.from_numpy(known.likes[:6].toarray())
    torch.manual_seed(1)
    loss = float(model._loss(torch, given, 0.3).detach())
    torch.manual_seed(1)
    with torch.no_grad():
        told = model._encoder(given / given.norm(dim=1, keepdim=True))
        normal = torch.distributions.Normal(told[:, :3], torch.exp(0.5 * told[:, 3:]))
        drawn = normal.mean + normal.stddev * torch.randn(6, 3)
        distance = torch.distributions.kl_divergence(normal, torch.distributions.Normal(0.0, 1.0)).sum(dim=1)
        chances = model._decoder(drawn).softmax(dim=1).log()
        expected = (0.3 * distance - (chances * given).sum(dim=1)).mean()
    assert loss == pytest.approx(float(expected), rel=1e-5)


def test_the_generator_of_others_is_left_alone():
    torch.manual_seed(8)
    before = torch.get_rng_state()
    Autoencoder(hidden=4, latent=2, rounds=1).fit(two_kinds(20, 0))
    assert torch.equal(before, torch.get_rng_state())
