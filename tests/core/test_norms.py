"""Lengths of vectors, against NumPy's own hypot."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from gradviz.core.norms import norms


@given(
    hnp.arrays(
        np.float64,
        st.tuples(st.integers(1, 20), st.integers(1, 4)),
        elements=st.floats(allow_nan=False),
    )
)
def test_lengths_of_vectors_do_not_overflow(vectors: np.ndarray) -> None:
    with np.errstate(all="ignore"):
        expected = np.abs(vectors[:, 0])
        for column in vectors.T[1:]:
            expected = np.hypot(expected, column)
    np.testing.assert_allclose(norms(vectors), expected, rtol=1e-12, atol=1e-300)
