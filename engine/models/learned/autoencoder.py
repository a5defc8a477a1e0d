"""Mult-VAE: a variational autoencoder that fills in what a person likes.

Liang, Krishnan, Hoffman and Jebara, "Variational autoencoders for collaborative filtering" (WWW 2018).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.errors import EngineError
from engine.models.learned import Opinions, Traits

_STRETCH = 1024  # people that are scored at a time


@dataclass(slots=True, kw_only=True, eq=False)
class Autoencoder:
    """One hidden layer on either side of a normal distribution; the loss is that of drawing the likes by a multinomial.

    The weight of the distance to the prior grows from 0 to `prior` over the first half of the training.
    """

    hidden: int = 300
    latent: int = 100
    dropout: float = 0.5  # share of a person's likes that are hidden from it in training
    prior: float = 0.2
    rate: float = 2e-3  # of Adam
    decay: float = 0.0  # of weights
    batch: int = 256  # people
    rounds: int = 20  # over all people
    seed: int = 0
    name: ClassVar[str] = "vae"

    _encoder: Any = field(init=False, repr=False)
    _decoder: Any = field(init=False, repr=False)

    def fit(self, known: Opinions, traits: Traits | None = None) -> None:
        """Train on one processor or more; a few minutes for a million ratings. Raises EngineError without torch."""
        torch = _torch()
        likes = known.likes
        likes = likes[np.flatnonzero(np.diff(likes.indptr))]
        films = likes.shape[1]
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(self.seed)
            self._encoder = torch.nn.Sequential(
                torch.nn.Linear(films, self.hidden), torch.nn.Tanh(), torch.nn.Linear(self.hidden, 2 * self.latent)
            )
            self._decoder = torch.nn.Sequential(
                torch.nn.Linear(self.latent, self.hidden), torch.nn.Tanh(), torch.nn.Linear(self.hidden, films)
            )
            self._train(torch, likes)

    def _train(self, torch: Any, likes: Any) -> None:
        weights = [*self._encoder.parameters(), *self._decoder.parameters()]
        adam = torch.optim.Adam(weights, lr=self.rate, weight_decay=self.decay)
        people = likes.shape[0]
        steps = self.rounds * -(-people // self.batch)
        step = 0
        for _ in range(self.rounds):
            order = torch.randperm(people).numpy()
            for start in range(0, people, self.batch):
                step += 1
                given = torch.from_numpy(likes[order[start : start + self.batch]].toarray())
                loss = self._loss(torch, given, self.prior * min(1.0, 2.0 * step / steps))
                adam.zero_grad()
                loss.backward()
                adam.step()

    def _loss(self, torch: Any, given: Any, prior: float) -> Any:
        """Mean over people of the negative log likelihood of their likes, and `prior` times the distance to it."""
        shown = torch.nn.functional.dropout(torch.nn.functional.normalize(given), self.dropout)
        mean, spread = self._encoder(shown).chunk(2, dim=1)  # spread: the logarithm of the variance
        drawn = mean + torch.exp(0.5 * spread) * torch.randn_like(mean)
        chances = torch.nn.functional.log_softmax(self._decoder(drawn), dim=1)
        distance = -0.5 * (1 + spread - mean**2 - spread.exp()).sum(dim=1)
        return (prior * distance - (chances * given).sum(dim=1)).mean()

    def score(self, given: Opinions) -> NDArray[np.float32]:
        """(people, films) logarithms of chances, below 0; who likes nothing gets what is most likely of anybody."""
        torch = _torch()
        likes = given.likes
        scores = np.empty(likes.shape, dtype=np.float32)
        with torch.no_grad():
            for start in range(0, len(scores), _STRETCH):
                part = slice(start, start + _STRETCH)
                known = torch.nn.functional.normalize(torch.from_numpy(likes[part].toarray()))
                mean = self._encoder(known)[:, : self.latent]
                scores[part] = torch.nn.functional.log_softmax(self._decoder(mean), dim=1).numpy()
        return scores


def _torch() -> Any:
    try:
        import torch
    except ImportError as missing:
        raise EngineError("the model 'vae' needs torch: pip install 'matinee[deep]'") from missing
    return torch
