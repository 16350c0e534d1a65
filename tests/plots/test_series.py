from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from gradviz.core.trajectory import Trajectory
from gradviz.plots.abscissas import Counted, Travelled
from gradviz.plots.series import (
    BLOCK,
    Quantity,
    Series,
    Span,
    column_extremes,
    extremes,
    goes_on,
)


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
    steps, shown = series.shown(300, length)
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
    steps, shown = series.shown(200, 30_000)
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


def test_columns_keep_what_is_first_last_least_and_greatest() -> None:
    column = np.array([0, 0, 0, 0, 0, 1, 3, 3, 3, 3], dtype=float)
    values = np.array([5.0, 1.0, np.nan, 9.0, 2.0, 7.0, 4.0, 4.0, 4.0, 4.0])
    assert column_extremes(column, values).tolist() == [0, 1, 3, 4, 5, 6, 9]


@pytest.mark.parametrize("seed", range(4))
def test_columns_lose_no_extreme(seed: int) -> None:
    rng = np.random.default_rng(seed)
    column = np.sort(rng.integers(0, 40, 3000)).astype(float)
    values = np.where(rng.random(3000) < 0.1, np.nan, rng.normal(size=3000))
    kept = column_extremes(column, values)
    assert (np.diff(kept) > 0).all()
    assert len(kept) <= 4 * 40
    for one in np.unique(column):
        here, left = values[column == one], values[kept][column[kept] == one]
        assert (np.nanmin(here), np.nanmax(here)) == (np.nanmin(left), np.nanmax(left))


def test_a_span_of_nothing_is_unknown() -> None:
    assert not Span.of(np.array([np.nan, np.inf])).is_known
    joined = Span.of(np.array([np.nan])) | Span.of(np.array([0.0, 3.0, -np.inf, 1e-9]))
    assert joined == Span(0.0, 3.0, 1e-9)


class Points(SimpleNamespace):
    def __len__(self) -> int:
        return len(self.x)


def test_a_way_is_as_long_as_its_steps() -> None:
    x = np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 4.0], [3.0, 10.0], [np.nan, 0.0], [1.0, 1.0]])
    along = Travelled(Points(x=x[:1]))
    for count in (2, 4, 6):
        along.grow(Points(x=x[:count]))
    np.testing.assert_allclose(along.of(np.arange(6)), [0.0, 5.0, 5.0, 11.0, np.nan, np.nan])
    assert along.whole == 11.0
    assert [along.nearest(p) for p in (-1.0, 2.0, 3.0, 5.0, 7.9, 8.1, 99.0)] == [
        0,
        0,
        1,
        1,
        1,
        3,
        3,
    ]


def test_a_way_that_overflows_ends_there() -> None:
    along = Travelled(Points(x=np.array([[0.0], [1e308], [-1e308], [0.0]])))
    assert along.at(1) == 1e308
    assert np.isnan(along.at(2))
    assert along.nearest(np.inf) == 1


def test_counted_places_are_multiples() -> None:
    along = Counted(4)
    assert along.of(np.array([0, 3])).tolist() == [0.0, 12.0]
    assert [along.nearest(p) for p in (-5.0, 1.0, 11.0)] == [0, 0, 3]


def _of(trajectory: Trajectory) -> SimpleNamespace:
    return SimpleNamespace(experiment=None, runs=(SimpleNamespace(trajectory=trajectory),))


def test_a_run_that_grew_goes_on_and_another_one_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    growing = Trajectory(3, 8)
    growing.append((1.0, 2.0, 3.0), 4.0, (5.0, 6.0, 7.0))
    before = _of(growing.snapshot())
    copy, other = growing.begun(0, 8), Trajectory(3, 8)
    other.append((1.0, 2.0, 0.0), 4.0, (5.0, 6.0, 7.0))
    growing.append((1.5, 2.5, 3.5), 3.0, (4.0, 5.0, 6.0))
    assert goes_on(before, _of(copy))
    assert not goes_on(before, _of(other))
    assert not goes_on(_of(growing.snapshot()), before)
    monkeypatch.setattr(np, "array_equal", None)  # rows of a large network take long to compare
    assert goes_on(before, _of(growing.snapshot()))
