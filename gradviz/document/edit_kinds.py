"""What can be edited, by name: codes that the user interface words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class EditKind(StrEnum):
    """What was changed; the user interface words it."""

    FORMULA = "formula"
    FUNCTION = "function"
    """Another function with a start, a view and rates of its own, as from the catalogue."""
    PARAMETER = "parameter"
    PARAMETER_RANGE = "parameter-range"
    START = "start"
    VARIABLES = "variables"
    """How many variables a formula gets that takes any number."""
    METHOD = "method"
    H = "h"
    STEPS = "steps"
    TOLERANCE = "tolerance"
    NOISE = "noise"
    SEED = "seed"
    VIEW = "view"
    PLANE = "plane"
    RUN_ADDED = "run-added"
    RUN_REMOVED = "run-removed"
    RUN_MOVED = "run-moved"
    RUNS = "runs"
    """Several runs at once."""
    RUN = "run"
    """Several things about one run."""
    OPTIMIZER = "optimizer"
    LEARNING_RATE = "learning-rate"
    HYPERPARAMETER = "hyperparameter"
    SCHEDULE = "schedule"
    CLIPPING = "clipping"
    RATE_CHANGES = "rate-changes"
    RUN_NAME = "run-name"
    RUN_STYLE = "run-style"
    RUN_SHOWN = "run-shown"
    RUN_HIDDEN = "run-hidden"
    TO_NETWORK = "to-network"
    TO_FUNCTION = "to-function"
    PROBLEM = "problem"
    OWN_DATA = "own-data"
    LAYERS = "layers"
    ACTIVATION = "activation"
    LOSS = "loss"
    BIASES = "biases"
    INITIALISER = "initialiser"
    FIRST_WEIGHTS = "first-weights"
    BATCH = "batch"
    EPOCHS = "epochs"
    TEST_SHARE = "test-share"
    STANDARDISED = "standardised"
    SAMPLE_NOISE = "sample-noise"
    SAMPLE_COUNT = "sample-count"
    NETWORK = "network"
    """Several things about the network."""
    LESSON = "lesson"
    """A lesson was opened, with its experiment."""
    LESSON_SHOWN = "lesson-shown"
    """A lesson showed what it speaks of."""
    DISPLAY = "display"
    NOTE = "note"
    SEVERAL = "several"
    """Things that do not belong together."""


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit, by name.

    Attributes
    ----------
    kind : EditKind
        What was changed.
    subject : str
        Which one, where there are several: a parameter, what of a lesson, or the index of a run,
        followed for a hyperparameter by a dot and its name; else "". Two edits in a row are one
        only if it is the same.
    """

    kind: EditKind
    subject: str = ""
