from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from gradviz.plots.abscissas import Counted, Travelled
from gradviz.plots.series import BLOCK, Quantity, Series, Span, column_extremes, extremes


class Values(SimpleNamespace):
    def __len__(self) -> int:
        return len(self.value)


def test_extremes_of_each_block_in_order() -> None:
    values = np.array([3.0, 1.0, 2.0, 9.0, 5.0, np.nan, 4.0, 6.0, 7.0])
    assert extremes(values, 4).tolist() == [1, 3, 6, 7]


@pytest.mark.parametrize("length", [1, 5, BLOCK, 5 * BLOCK, 40_000])
def test_what_is_shown_reaches_as_far_as_all_values(length: int) -> None:
    rng = np.random.default_rng(length)
    values = rng.normal(size=length).cumsum() ** 3
    series = Series(Quantity.VALUE, Values(value=values))
    steps = series.shown(300, length)
    shown = series.values(steps)
    assert (values[steps] == shown).all()
    assert (np.diff(steps) > 0).all()
    assert (steps[0], steps[-1]) == (0, length - 1)
    assert (shown.min(), shown.max()) == (values.min(), values.max())
    assert len(steps) <= 8 * BLOCK


def test_growing_gives_the_same_as_starting_anew() -> None:
    values = np.sin(np.arange(30_000) ** 1.1)
    series = Series(Quantity.VALUE, Values(value=values[:1]))
    for length in (10, 3000, 3001, 20_000, 30_000):
        series.grow(Values(value=values[:length]))
    steps = series.shown(200, 30_000)
    shown = series.values(steps)
    assert (values[steps] == shown).all()
    assert (shown.min(), shown.max()) == (values.min(), values.max())


@pytest.mark.parametrize(
    ("values", "log"),
    [
        ([25.0, 1.0, 1e-9], True),
        ([25.0, 24.0], False),
        ([1e-3, 0.0, 1e3], True),
        ([10.0, 1e12, *[0.0] * 90], True),
        ([10.0, *[0.0] * 90], False),
        ([-1.0, 100.0, 1e9], False),
        ([np.nan, np.inf], False),
        ([0.0, 0.0], False),
        ([], False),
    ],
)
def test_log_where_positive_values_span_decades(values: list[float], log: bool) -> None:
    assert Span.of(np.array(values)).suits_log is log
