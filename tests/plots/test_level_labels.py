from __future__ import annotations

import numpy as np
import pytest

from gradviz.plots.lettering import face
from gradviz.plots.level_labels import APART, labelled_levels, level_text, place_labels
from gradviz.plots.polylines import Box, Lines, single

BOX = Box(0.0, 0.0, 600.0, 600.0)


def circle(radius: float) -> Lines:
    angle = np.linspace(0.0, 2 * np.pi, 200)
    return single(300.0 + radius * np.stack([np.cos(angle), np.sin(angle)], axis=1))


@pytest.mark.parametrize(
    ("levels", "written"),
    [
        ([0.1, 0.3, 1.0, 3.0, 10.0], {0.1, 1.0, 10.0}),
        ([2.0, 4.0, 6.0, 8.0, 10.0], {4.0, 8.0}),
        ([-0.5, 0.0, 0.5, 1.0], {0.0, 1.0}),
        ([0.05, 0.1, 0.2, 0.3, 0.5, 1.0, 2.0], {0.1, 0.3, 1.0}),
        ([7.0], {7.0}),
        ([], set()),
        ([-0.99, -0.97, -0.9, -0.7, 0.0], {-0.99, -0.9, 0.0}),
    ],
)
def test_every_other_level_is_written(levels: list[float], written: set[float]) -> None:
    assert labelled_levels(levels) == written


@pytest.mark.usefixtures("qapp")
def test_labels_lie_on_their_lines_along_them_and_apart() -> None:
    radii = {10.0: 80.0, 100.0: 150.0, 1000.0: 240.0}
    labels = place_labels([(v, circle(r)) for v, r in radii.items()], BOX, face())
    assert {label.level for label in labels} == set(radii)
    for label in labels:
        x, y = label.x - 300.0, label.y - 300.0
        assert np.hypot(x, y) == pytest.approx(radii[label.level], abs=2.0)
        tangent = np.degrees(np.arctan2(x, -y))
        assert (label.angle - tangent + 90) % 180 - 90 == pytest.approx(0.0, abs=3.0)
        assert -90.0 <= label.angle <= 90.0
    places = [(label.x, label.y) for label in labels]
    for i, a in enumerate(places):
        for b in places[:i]:
            assert np.hypot(a[0] - b[0], a[1] - b[1]) >= APART


@pytest.mark.usefixtures("qapp")
def test_small_rings_and_edges_get_no_label() -> None:
    assert place_labels([(1.0, circle(8.0))], BOX, face()) == []
    edge = single(np.array([[2.0, 0.0], [2.0, 600.0]]))
    assert place_labels([(1.0, edge)], BOX, face()) == []


@pytest.mark.usefixtures("qapp")
def test_arrows_under_a_label_are_known() -> None:
    (label, *_) = place_labels([(100.0, circle(200.0))], BOX, face())
    under = np.array([[label.x, label.y], [label.x + 200.0, label.y]])
    assert label.covers(under, 5.0).tolist() == [True, False]


@pytest.mark.parametrize(
    ("level", "text"),
    [
        (1000.5, "1000.5"),
        (1000.3000000000001, "1000.3"),
        (0.1, "0.1"),
        (-2.5, "\N{MINUS SIGN}2.5"),
        (130.0, "130"),
        (0.0, "0"),
        (100000.0, "10⁵"),
        (1e-300, "10⁻³⁰⁰"),
        (1.0 / 3.0, "0.3333333"),
    ],
)
def test_levels_are_written_with_all_their_figures(level: float, text: str) -> None:
    assert level_text(level) == text
