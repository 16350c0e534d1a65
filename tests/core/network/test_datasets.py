"""The data sets are those of the literature: counts, sums and means that others print."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.core.network.datasets import digits, iris


def test_iris_has_the_means_and_deviations_of_fisher() -> None:
    """As R prints them for its own copy."""
    data = iris()
    assert data.classes == ("setosa", "versicolor", "virginica")
    assert np.bincount(data.labels).tolist() == [50, 50, 50]
    assert data.inputs.mean(axis=0) == pytest.approx(
        [5.843333, 3.057333, 3.758, 1.199333], abs=5e-7
    )
    assert data.inputs.std(axis=0, ddof=1) == pytest.approx(
        [0.8280661, 0.4358663, 1.7652982, 0.7622377], abs=5e-8
    )
    assert data.inputs_named[0] == "sepal_length_cm"


def test_digits_are_the_test_part_of_the_repository() -> None:
    """Counts of each digit as its notes give them; the sum is that of scikit-learn's copy."""
    data = digits()
    counts = [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert np.bincount(data.labels).tolist() == counts
    assert data.inputs.shape == (1797, 64)
    assert (data.inputs.min(), data.inputs.max()) == (0.0, 1.0)
    assert round(data.inputs.sum() * 16) == 561718
    assert len(data.inputs_named) == 64


def test_what_is_handed_out_again_cannot_be_changed() -> None:
    assert digits() is digits()
    for data in (iris(), digits()):
        with pytest.raises(ValueError, match="read-only"):
            data.inputs[0, 0] = 1.0
