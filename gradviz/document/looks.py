"""What the views of a network are asked to show, where one has to choose."""

from __future__ import annotations

from dataclasses import dataclass, field

from gradviz.core.network.planes import PlaneKind
from gradviz.document.answers import Samples
from gradviz.document.check_values import CheckSamples
from gradviz.document.layers_look import LayersLook


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What single views are asked to show.

    Attributes
    ----------
    answered : Samples
        The samples whose answers are shown.
    is_test : bool
        Whether the sample of backpropagation is one of those to test with.
    sample : int
        Its index.
    stage : int or None
        The stage of backpropagation; None for the last with anything to tell.
    layers : LayersLook
        What is looked at in the layers.
    checked : CheckSamples
        The samples of a gradient check.
    plane : PlaneKind
        What spans the plane of a landscape.
    plane_seed : int
        Of random directions.
    is_fine : bool
        Whether a landscape has many points, which takes seconds.
    """

    answered: Samples = Samples.TEST
    is_test: bool = False
    sample: int = 0
    stage: int | None = None
    layers: LayersLook = field(default_factory=LayersLook)
    checked: CheckSamples = CheckSamples.BATCH
    plane: PlaneKind = PlaneKind.MAIN
    plane_seed: int = 0
    is_fine: bool = True
