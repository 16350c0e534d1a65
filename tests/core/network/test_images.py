"""Which samples are pictures."""

from __future__ import annotations

import numpy as np
import pytest

from gradviz.core.network.data import Data
from gradviz.core.network.images import image_side
from gradviz.core.network.problems import PROBLEMS, problem_named


def test_only_the_digits_are_pictures_among_the_problems() -> None:
    sides = {problem.key: image_side(problem.samples(0)[0]) for problem in PROBLEMS}
    assert sides.pop("digits") == 8
    assert set(sides.values()) == {None}
    assert problem_named("digits").sizes[0] == 64


@pytest.mark.parametrize("form", ["pixel{}", "px_{}", "{}", "Pixel {}"])
def test_pixels_are_told_by_their_names(form: str) -> None:
    names = tuple(form.format(i) for i in range(784))
    assert image_side(Data(np.zeros((1, 784)), np.zeros((1, 2)), names, ("a", "b"))) == 28


@pytest.mark.parametrize(("count", "form"), [(36, "height {}"), (26, "p{}"), (16, "p{}")])
def test_other_columns_are_no_pictures(count: int, form: str) -> None:
    names = tuple(form.format(i) for i in range(count))
    assert image_side(Data(np.zeros((1, count)), np.zeros((1, 2)), names, ("a", "b"))) is None
