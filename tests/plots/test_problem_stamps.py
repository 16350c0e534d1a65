"""Stamps of problems: every sort of samples gives a picture within its frame."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from gradviz.core.network.data import Data, classified
from gradviz.core.network.problems import PROBLEMS
from gradviz.plots.problem_stamps import paint_stamp, stamp_samples
from gradviz.plots.themes import DARK, LIGHT, Theme

SIDE, FRAME = 60, 12


def _painted(key: str, data: Data | None, theme: Theme = LIGHT) -> np.ndarray:
    """Return how opaque each pixel is, shape (SIDE, SIDE), with a stamp in the middle."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    inside = float(SIDE - 2 * FRAME)
    paint_stamp(painter, QRectF(FRAME, FRAME, inside, inside), key, data, theme)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)[..., 3].copy()


def _is_within(painted: np.ndarray) -> bool:
    rim = painted.copy()
    rim[FRAME - 4 : 4 - FRAME, FRAME - 4 : 4 - FRAME] = 0
    return not rim.any()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("problem", PROBLEMS, ids=lambda problem: problem.key)
def test_every_problem_has_a_stamp(problem: object, theme: Theme) -> None:
    key = str(getattr(problem, "key", ""))
    painted = _painted(key, stamp_samples(key), theme)
    assert painted.any()
    assert _is_within(painted)


@pytest.mark.usefixtures("qapp")
def test_a_table_that_is_not_there_yet_is_painted_as_one() -> None:
    painted = _painted("own", None)
    assert painted.any()
    assert _is_within(painted)


@pytest.mark.usefixtures("qapp")
def test_samples_are_where_they_are() -> None:
    inputs = np.array([[0.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    painted = _painted("own", classified(inputs, np.array([0, 1, 1]), ("a", "b"), ("x", "y")))
    quarters = [
        painted[rows, columns].any()
        for rows in (slice(0, 28), slice(32, None))
        for columns in (slice(0, 28), slice(32, None))
    ]
    assert quarters == [True, True, True, False]  # y goes up


@pytest.mark.usefixtures("qapp")
@given(
    arrays(
        float,
        array_shapes(min_dims=2, max_dims=2, max_side=12),
        elements=st.floats(allow_nan=False, allow_infinity=False),
    ),
    st.integers(1, 3),
)
@settings(max_examples=60, deadline=None)
def test_any_samples_can_be_painted(inputs: np.ndarray, classes: int) -> None:
    labels = np.arange(len(inputs)) % classes
    names = tuple(f"x{i}" for i in range(inputs.shape[1]))
    data = classified(inputs, labels, names, tuple("abc"[:classes]))
    assert _is_within(_painted("own", data))


@pytest.mark.usefixtures("qapp")
def test_many_samples_of_many_inputs_are_few_on_a_stamp() -> None:
    generator = np.random.Generator(np.random.PCG64(0))
    labels = np.arange(4000) % 2
    inputs = generator.standard_normal((4000, 900)) + labels[:, None]
    names = tuple(f"x{i}" for i in range(900))
    painted = _painted("own", classified(inputs, labels, names, ("a", "b")))
    assert 0.05 < (painted[FRAME:-FRAME, FRAME:-FRAME] > 0).mean() < 0.9
