"""The tool bar that moves the cursor: to start, back, play, forward, to end, timeline, speed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from gradviz.model.playback import SPEEDS
from gradviz.ui.controls import Choice, IconButton
from gradviz.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from gradviz.model.playback import Playback
    from gradviz.ui.actions import Actions


_TIMELINES: Final = (48, 140)
"""Least pixels of the timeline: in the narrowest window, and where there are words beside it."""
_SPACING: Final = 4


class Transport(QWidget):
    """Shows where the cursor is and moves it; the state itself is the playback's.

    Parameters
    ----------
    playback : Playback
        What is shown and moved.
    actions : Actions
        The five transport actions, shared with the menu and the keyboard.
    """

    def __init__(self, playback: Playback, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self._playback = playback
        self._slider = self._build_slider()
        self._field = self._build_field()
        self._total = QLabel()
        self._total.setProperty("role", "muted")
        self._total.setContentsMargins(0, 0, 8, 0)
        self._speed = self._build_speed()
        self._epoch = QLabel()
        self._epoch.setObjectName("epochLabel")
        self._epoch.setProperty("role", "muted")
        self._epoch.setContentsMargins(0, 0, 8, 0)
        self._epoch.setToolTip(self.tr("Passes over all samples that are complete at this step"))
        self._epoch.hide()
        self._a_pass = 1
        self._is_network = False
        self._labels: list[QLabel] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out(actions)
        playback.stepChanged.connect(self._show_step)
        playback.lengthChanged.connect(self._show_length)
        self._show_length(playback.length)
        self._show_step(playback.step)

    def _build_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("timelineSlider")
        slider.setAccessibleName(self.tr("Timeline"))
        slider.setToolTip(self.tr("The step that every view shows; drag to move through the run"))
        slider.setMinimumWidth(_TIMELINES[0])
        slider.valueChanged.connect(self._playback.set_step)
        return slider

    def _build_field(self) -> NumberField:
        field = NumberField(integer=True, low=0)
        field.setObjectName("stepField")
        field.setAccessibleName(self.tr("Step"))
        field.setToolTip(self.tr("The step that every view shows; type one to go there"))
        field.setFixedWidth(64)
        field.edited.connect(self._go_to)
        return field

    def _build_speed(self) -> Choice:
        tip = self.tr("How fast playing moves through the steps")
        choice = Choice("speedCombo", self.tr("Speed"), tip)
        choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        choice.offer([(f"{speed:g}\N{MULTIPLICATION SIGN}", speed) for speed in SPEEDS])
        choice.show_value(self._playback.speed)
        choice.activated.connect(self._choose_speed)
        self._playback.speedChanged.connect(choice.show_value)
        return choice

    def _lay_out(self, actions: Actions) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for action in (actions.to_start, actions.step_back):
            row.addWidget(IconButton(action))
        row.addWidget(IconButton(actions.play, primary=True))
        for action in (actions.step_forward, actions.to_end):
            row.addWidget(IconButton(action))
        row.addSpacing(12)
        row.addWidget(self._slider, 1)
        row.addSpacing(12)
        self._add_labelled(row, self.tr("Step"), self._field)
        row.addWidget(self._total)
        row.addWidget(self._epoch)
        self._add_labelled(row, self.tr("Speed"), self._speed)

    def _add_labelled(self, row: QHBoxLayout, text: str, widget: QWidget) -> None:
        label = QLabel(text)
        label.setProperty("role", "muted")
        label.setBuddy(widget)
        label.setContentsMargins(0, 0, 4, 0)
        self._labels.append(label)
        row.addWidget(label)
        row.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Leave out what matters least where there is no room for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        extras: list[tuple[int, Sequence[QWidget]]] = [
            (_TIMELINES[0], [self._total]),
            (_TIMELINES[0], [self._speed]),
            (_TIMELINES[1], self._labels),
            (_TIMELINES[1], [self._epoch] if self._is_network else []),
        ]
        self._epoch.setVisible(self._is_network)
        room = self.width() - self._least({self._epoch, *(w for _, ws in extras for w in ws)})
        for timeline, widgets in extras:
            room -= sum(widget.sizeHint().width() + _SPACING for widget in widgets)
            for widget in widgets:
                widget.setVisible(room >= timeline - _TIMELINES[0])

    def _least(self, extras: set[QWidget]) -> int:
        """Return the width of what is always there, in pixels."""
        row = self._row
        items = [row.itemAt(index) for index in range(row.count())]
        kept = [item for item in items if item is not None and item.widget() not in extras]
        return sum(item.minimumSize().width() + _SPACING for item in kept)

    def show_kind(self, *, is_network: bool) -> None:
        """Count epochs beside the steps, which only a network has."""
        self._is_network = is_network
        self._fit()

    def set_epoch_length(self, steps: int) -> None:
        """Say how many steps an epoch takes."""
        self._a_pass = steps
        self._show_step(self._playback.step)

    def _go_to(self, step: int) -> None:
        self._playback.set_step(step)

    def _choose_speed(self, index: int) -> None:
        self._playback.set_speed(SPEEDS[index])

    def _show_step(self, step: int) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setValue(step)
        self._field.set_value(step)
        self._epoch.setText(self.tr("epoch {0}").format(step // self._a_pass))

    def _show_length(self, length: int) -> None:
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, max(length, 0))
            self._slider.setPageStep(max(length // 10, 1))
        self._slider.setEnabled(length > 0)
        self._field.set_range(0, max(length, 0))
        self._total.setText(self.tr("/ {0}").format(length))
        self._fit()
