"""Made-up samples: small problems with two inputs that a network solves before one's eyes.

References
----------
Moons and circles: the shapes of scikit-learn's ``make_moons`` and ``make_circles``. Spiral: the
one of the course CS231n, Stanford, used in K. Saito, *Deep Learning from Scratch 2*.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from gradviz.core.network.data import Data, classified

PLANE: Final = ("x0", "x1")


def _generator(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(seed))


def simple_net() -> Data:
    """Return the one sample of K. Saito's simpleNet: x = (0.6, 0.9), t = (0, 0, 1)."""
    targets = np.array([[0.0, 0.0, 1.0]])
    return Data(np.array([[0.6, 0.9]]), targets, PLANE, ("0", "1", "2"))


def line(count: int = 60, noise: float = 0.2, seed: int = 0) -> Data:
    """Return points about the line y = 2 x + 1, for linear regression."""
    generator = _generator(seed)
    x = generator.uniform(-2.0, 2.0, (count, 1))
    return Data(x, 2.0 * x + 1.0 + noise * generator.standard_normal((count, 1)), ("x",))


def blobs(count: int = 120, noise: float = 0.9, seed: int = 0) -> Data:
    """Return two clouds that a straight line parts, for logistic regression."""
    generator = _generator(seed)
    labels = np.arange(count) % 2
    centres = np.array([[-1.2, -0.8], [1.2, 0.8]])[labels]
    inputs = centres + noise * generator.standard_normal((count, 2))
    return classified(inputs, labels, PLANE, ("0", "1"))


def xor() -> Data:
    """Return the four points of exclusive or."""
    inputs = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return classified(inputs, np.array([0, 1, 1, 0]), PLANE, ("0", "1"))


def moons(count: int = 200, noise: float = 0.12, seed: int = 0) -> Data:
    """Return two half circles that reach into one another."""
    labels = np.arange(count) % 2
    turn = np.pi * _along(labels)
    outer = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    inner = np.stack([1.0 - np.cos(turn), 0.5 - np.sin(turn)], axis=1)
    inputs = np.where(labels[:, None] == 0, outer, inner) - (0.5, 0.25)
    inputs += noise * _generator(seed).standard_normal((count, 2))
    return classified(inputs, labels, PLANE, ("0", "1"))


def circles(count: int = 200, noise: float = 0.08, seed: int = 0) -> Data:
    """Return a ring around another."""
    labels = np.arange(count) % 2
    turn = 2.0 * np.pi * _along(labels)
    radius = np.where(labels == 0, 1.0, 0.5)
    inputs = np.stack([radius * np.cos(turn), radius * np.sin(turn)], axis=1)
    inputs += noise * _generator(seed).standard_normal((count, 2))
    return classified(inputs, labels, PLANE, ("0", "1"))


def spiral(count: int = 300, noise: float = 0.2, seed: int = 0) -> Data:
    """Return three arms that wind around one another."""
    labels = np.arange(count) % 3
    along = _along(labels)
    turn = 4.0 * labels + 4.0 * along + noise * _generator(seed).standard_normal(count)
    inputs = np.stack([along * np.sin(turn), along * np.cos(turn)], axis=1)
    return classified(inputs, labels, PLANE, ("0", "1", "2"))


def _along(labels: np.ndarray) -> np.ndarray:
    """Return for each sample how far along its own class it lies, 0 to 1, evenly."""
    place = np.zeros(len(labels))
    for label in np.unique(labels):
        members = labels == label
        place[members] = np.linspace(0.0, 1.0, int(members.sum()))
    return place
