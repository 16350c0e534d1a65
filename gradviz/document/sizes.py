"""How much an experiment may hold, said before anything is allocated."""

from __future__ import annotations

from gradviz.document.experiment import MAX_NUMBERS
from gradviz.document.experiment_errors import ExperimentCode, ExperimentError, Sentence


def most_epochs(steps_per_epoch: int, runs: int, weights: int) -> int:
    """Return how many epochs an experiment can hold."""
    return (MAX_NUMBERS // (runs * (2 * weights + 1)) - 1) // steps_per_epoch


def check_training_size(steps: int, runs: int, weights: int) -> None:
    """Refuse more numbers than memory should hold.

    Raises
    ------
    ExperimentError
        If the trajectories of so many runs would be too large.
    """
    needed = (steps + 1) * runs * (2 * weights + 1)
    if needed > MAX_NUMBERS:
        raise ExperimentError(
            ExperimentCode.TOO_LARGE,
            "network.epochs",
            Sentence.TOO_MANY_WEIGHTS,
            steps=steps,
            runs=runs,
            weights=weights,
            count=needed,
            most=MAX_NUMBERS,
        )
