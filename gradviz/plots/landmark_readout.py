"""What is said of the stationary point under the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.core.curvature import condition, stable_rate
from gradviz.core.optimizers import SGD
from gradviz.core.stationary import StationaryKind
from gradviz.plots.frames import Row
from gradviz.plots.numerals import brief, readout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.core.stationary import StationaryPoint
    from gradviz.plots.axes import Projection

_LISTED = 3


def landmark_rows(
    point: StationaryPoint, names: Sequence[str], plane: tuple[int, int], projection: Projection
) -> list[Row]:
    """Return place, value and curvatures, and of a minimum the largest stable learning rate."""
    scales = (projection.x_scale, projection.y_scale)
    shown = dict(zip(plane, scales, strict=True)) if len(point.x) > 1 else {0: scales[0]}
    where = ", ".join(brief(point.x[i], 1.0 / scale) for i, scale in shown.items())
    rows = [Row(", ".join(names[i] for i in shown), where)]
    rows += [Row(names[i], readout(value)) for i, value in enumerate(point.x) if i not in shown][
        :_LISTED
    ]
    rows.append(Row("f", readout(point.value)))
    rows.append(Row("λ", _curvatures(point.eigenvalues)))
    if point.kind is StationaryKind.MINIMUM:
        if len(point.x) > 1:
            word = QCoreApplication.translate("Landmarks", "condition")
            rows.append(Row(word, readout(condition(point.eigenvalues))))
        limit = stable_rate(SGD(), point.eigenvalues)
        if limit is not None:
            rows.append(Row("2/λₘₐₓ", readout(limit)))
    return rows


def _curvatures(eigenvalues: Sequence[float]) -> str:
    """Return the eigenvalues, of many the lowest and the highest."""
    if len(eigenvalues) <= _LISTED:
        return ", ".join(readout(value) for value in eigenvalues)
    return f"{readout(eigenvalues[0])} … {readout(eigenvalues[-1])}"
