"""The reader's words for edits, as they stand behind Undo and Redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gradviz.document.edit_kinds import EditKind

if TYPE_CHECKING:
    from gradviz.document.edit_kinds import Edit


def _tr(text: str) -> str:
    return QCoreApplication.translate("EditWords", text)


def edit_words(edit: Edit) -> str:
    """Return what an edit did, in a few words, such as ``Move Start``."""
    words = {
        EditKind.FORMULA: _tr("Edit Formula"),
        EditKind.FUNCTION: _tr("Choose Function"),
        EditKind.PARAMETER: _tr("Change {0}"),
        EditKind.PARAMETER_RANGE: _tr("Change Range of {0}"),
        EditKind.START: _tr("Move Start"),
        EditKind.VARIABLES: _tr("Change Number of Variables"),
        EditKind.METHOD: _tr("Choose Gradient"),
        EditKind.H: _tr("Change h"),
        EditKind.STEPS: _tr("Change Steps"),
        EditKind.TOLERANCE: _tr("Change Tolerance"),
        EditKind.NOISE: _tr("Change Noise"),
        EditKind.SEED: _tr("Change Seed"),
        EditKind.VIEW: _tr("Move View"),
        EditKind.PLANE: _tr("Choose Coordinates"),
        EditKind.RUN_ADDED: _tr("Add Run"),
        EditKind.RUN_REMOVED: _tr("Remove Run"),
        EditKind.RUN_MOVED: _tr("Move Run"),
        EditKind.RUNS: _tr("Change Runs"),
        EditKind.RUN: _tr("Change Run"),
        EditKind.OPTIMIZER: _tr("Choose Optimizer"),
        EditKind.LEARNING_RATE: _tr("Change Learning Rate"),
        EditKind.HYPERPARAMETER: _tr("Change Hyperparameter"),
        EditKind.SCHEDULE: _tr("Change Schedule"),
        EditKind.CLIPPING: _tr("Change Clipping"),
        EditKind.RATE_CHANGES: _tr("Change Learning Rate on the Way"),
        EditKind.RUN_NAME: _tr("Rename Run"),
        EditKind.RUN_STYLE: _tr("Choose Style"),
        EditKind.RUN_SHOWN: _tr("Show Run"),
        EditKind.RUN_HIDDEN: _tr("Hide Run"),
        EditKind.TO_NETWORK: _tr("Turn to Network"),
        EditKind.TO_FUNCTION: _tr("Turn to Function"),
        EditKind.PROBLEM: _tr("Choose Problem"),
        EditKind.OWN_DATA: _tr("Open Data"),
        EditKind.LAYERS: _tr("Change Layers"),
        EditKind.ACTIVATION: _tr("Choose Activation"),
        EditKind.LOSS: _tr("Choose Loss"),
        EditKind.BIASES: _tr("Switch Biases"),
        EditKind.INITIALISER: _tr("Choose First Weights"),
        EditKind.FIRST_WEIGHTS: _tr("Edit First Weights"),
        EditKind.BATCH: _tr("Change Batch Size"),
        EditKind.EPOCHS: _tr("Change Epochs"),
        EditKind.TEST_SHARE: _tr("Change Test Share"),
        EditKind.STANDARDISED: _tr("Switch Standardising"),
        EditKind.SAMPLE_NOISE: _tr("Change Noise of Samples"),
        EditKind.SAMPLE_COUNT: _tr("Change Number of Samples"),
        EditKind.NETWORK: _tr("Change Network"),
        EditKind.LESSON: _tr("Open Lesson"),
        EditKind.LESSON_SHOWN: _tr("Show Me"),
        EditKind.DISPLAY: _tr("Change View Options"),
        EditKind.NOTE: _tr("Edit Note"),
        EditKind.SEVERAL: _tr("Change Experiment"),
    }
    return words[edit.kind].format(edit.subject)
