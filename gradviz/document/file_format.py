"""What an experiment file holds, key by key: its format, version 1.

Every key may be left out; then the value is that of a new experiment, or for layers and samples
that of the problem. Texts of several lines are lists of lines. The hyperparameters of optimizers
and schedules, with their bounds, follow the classes themselves.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, Union, get_type_hints

from msgspec import UNSET, Meta, Struct, UnsetType, defstruct

from gradviz.core.clipping import Clipping
from gradviz.core.differences import Method  # noqa: TC001 - read from the hints
from gradviz.core.network.initialisers import Initialiser  # noqa: TC001
from gradviz.core.network.layers import Activation  # noqa: TC001
from gradviz.core.network.losses import Loss  # noqa: TC001
from gradviz.core.optimizers import OPTIMIZERS
from gradviz.core.scales import Scale, Spacing  # noqa: TC001
from gradviz.core.schedules import SCHEDULES
from gradviz.document.display import (
    ARROWS_ACROSS,
    LEVEL_COUNTS,
    ArrowLength,
    ColourMap,
    LossAxis,
    View,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Text: TypeAlias = str | list[str]
"""One line, or several."""
Pair: TypeAlias = tuple[float, float]
Rectangle: TypeAlias = tuple[float, float, float, float]


def _entry(kind: type[DataclassInstance], key: str | None = None) -> type[Struct]:
    """Return the entry of a class with hyperparameters, marked by `key` where there are others."""
    hints = get_type_hints(kind)
    found: list[tuple[str, Any, Any]] = []
    for item in fields(kind):
        hint, rule = hints[item.name], item.metadata.get("rule")
        if rule is not None:
            hint = Annotated[hint, Meta(ge=hint(rule.low), le=hint(rule.high))]
        found.append((item.name, hint | UnsetType, UNSET))
    tag = None if key is None else "kind"
    return defstruct(
        kind.__name__, found, tag_field=tag, tag=key, kw_only=True, forbid_unknown_fields=True
    )


OPTIMIZER_ENTRIES = {key: _entry(kind, key) for key, kind in OPTIMIZERS.items()}
SCHEDULE_ENTRIES = {key: _entry(kind, key) for key, kind in SCHEDULES.items()}
CLIPPING_ENTRY = _entry(Clipping)

if TYPE_CHECKING:
    OptimizerEntry: TypeAlias = Struct
    ScheduleEntry: TypeAlias = Struct
    ClippingEntry: TypeAlias = Struct
else:
    OptimizerEntry = Union[tuple(OPTIMIZER_ENTRIES.values())]  # noqa: UP007 - of as many as there are
    ScheduleEntry = Union[tuple(SCHEDULE_ENTRIES.values())]  # noqa: UP007
    ClippingEntry = CLIPPING_ENTRY


class Entry(Struct, kw_only=True, forbid_unknown_fields=True):
    """An object in the file: no key but these."""


class RunEntry(Entry):
    """A `Run`."""

    name: str | UnsetType = UNSET
    optimizer: OptimizerEntry | UnsetType = UNSET
    schedule: ScheduleEntry | UnsetType = UNSET
    clip: ClippingEntry | UnsetType | None = UNSET
    lr_changes: list[tuple[int, float]] | UnsetType = UNSET
    style: int | UnsetType = UNSET
    visible: bool | UnsetType = UNSET


class TableEntry(Entry):
    """An `OwnTable`."""

    name: str
    text: Text


class NetworkEntry(Entry):
    """A `NetworkTask`."""

    problem: str
    table: TableEntry | UnsetType | None = UNSET
    sizes: list[int] | UnsetType = UNSET
    activation: Activation | UnsetType = UNSET
    loss: Loss | UnsetType = UNSET
    has_bias: bool | UnsetType = UNSET
    initialiser: Initialiser | UnsetType = UNSET
    weights: list[float] | UnsetType | None = UNSET
    batch: int | UnsetType | None = UNSET
    epochs: int | UnsetType = UNSET
    test_share: float | UnsetType = UNSET
    is_standardised: bool | UnsetType = UNSET
    noise: float | UnsetType | None = UNSET
    count: int | UnsetType | None = UNSET


class ExperimentEntry(Entry):
    """An `Experiment`."""

    formula: Text | UnsetType = UNSET
    parameters: dict[str, Any] | UnsetType = UNSET  # checked, and named, by the experiment
    ranges: dict[str, Any] | UnsetType = UNSET
    start: list[float] | UnsetType = UNSET
    method: Method | UnsetType = UNSET
    h: float | UnsetType = UNSET
    steps: int | UnsetType = UNSET
    tolerance: float | UnsetType | None = UNSET
    noise: float | UnsetType = UNSET
    seed: int | UnsetType = UNSET
    runs: list[RunEntry] | UnsetType = UNSET
    view: Rectangle | UnsetType | None = UNSET
    plane: tuple[int, int] | UnsetType = UNSET
    network: NetworkEntry | UnsetType | None = UNSET


class DisplayEntry(Entry):
    """A `Display`."""

    scale: Scale | UnsetType | None = UNSET
    spacing: Spacing | UnsetType | None = UNSET
    level_count: Annotated[int, Meta(ge=LEVEL_COUNTS[0], le=LEVEL_COUNTS[1])] | UnsetType | None = (
        UNSET
    )
    colour_map: ColourMap | UnsetType = UNSET
    arrows_across: Annotated[int, Meta(ge=ARROWS_ACROSS[0], le=ARROWS_ACROSS[1])] | UnsetType = (
        UNSET
    )
    arrow_length: ArrowLength | UnsetType = UNSET
    arrow_colours: bool | UnsetType = UNSET
    crosshair: bool | UnsetType = UNSET
    loss_axis: LossAxis | UnsetType = UNSET


class DocumentEntry(Entry):
    """A `Document`: everything in the file but the version."""

    note: Text | UnsetType = UNSET
    view: View | UnsetType = UNSET
    step: int | UnsetType | None = UNSET
    selected: int | UnsetType = UNSET
    display: DisplayEntry | UnsetType = UNSET
    typed: Text | UnsetType | None = UNSET
    experiment: ExperimentEntry | UnsetType = UNSET
    other: ExperimentEntry | UnsetType | None = UNSET
