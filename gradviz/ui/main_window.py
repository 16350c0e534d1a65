"""The main window: it builds the parts and connects them; what they do is theirs."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from gradviz.model.playback import Playback
from gradviz.model.session import Session
from gradviz.plots.curves import Quantity
from gradviz.ui import metrics
from gradviz.ui.accessibility import install
from gradviz.ui.actions import Actions
from gradviz.ui.announcer import Announcer
from gradviz.ui.banner import Banner
from gradviz.ui.catalogue_button import CatalogueButton
from gradviz.ui.columns import GAP, ROOMY, Columns
from gradviz.ui.conductor import Conductor
from gradviz.ui.controls import IconButton, SegmentedControl
from gradviz.ui.curve_card import CurveCard
from gradviz.ui.dialogs import show_about
from gradviz.ui.documents import Documents
from gradviz.ui.file_side import FileSide
from gradviz.ui.function_card import FunctionCard
from gradviz.ui.gradient_card import GradientCard
from gradviz.ui.keys import keep_keys
from gradviz.ui.language import saved_language
from gradviz.ui.lesson_side import LessonSide
from gradviz.ui.menus import MenuBar
from gradviz.ui.picture_card import PictureCard
from gradviz.ui.runs_card import RunsCard
from gradviz.ui.start_card import StartCard
from gradviz.ui.status import StatusBar
from gradviz.ui.step_card import StepCard
from gradviz.ui.style import ThemeChoice
from gradviz.ui.tab_order import TabOrder
from gradviz.ui.transport import Transport
from gradviz.ui.window_state import WindowState, bring_back

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent

    from gradviz.document.experiment import Experiment
    from gradviz.plots.themes import Theme
    from gradviz.ui.network_side import NetworkSide

logger = logging.getLogger(__name__)

SIZE = QSize(1440, 900)
SMALLEST = QSize(960, 640)
FRAME = QSize(0, 40)
"""Room for a title bar, whose height is known only once the window is shown."""
OF_NETWORKS = 3
"""Cards of networks that stand above those of functions, one kind of them hidden."""
WITH_LESSONS = 1010
"""Pixels of a window from which the tool bar has room for the lessons, which have a menu too."""
NARROW_BUTTON = 104
"""Pixels of the catalogue's button in a window that is not `ROOMY`."""
QWIDGETSIZE_MAX = 16777215
"""What Qt takes for no limit; its bindings leave the name out."""


class MainWindow(QMainWindow):
    """One experiment on the screen.

    Parameters
    ----------
    experiment : Experiment, optional
        What to open with; the default experiment if omitted.
    log_file : pathlib.Path, optional
        Where faults are logged; named where they are told.
    """

    languageChosen = Signal(object)  # noqa: N815  (Qt's spelling)
    """A `Language` for the window to speak: it has to be made anew."""

    replaced = Signal(object)
    """The `MainWindow` that takes the place of this one."""

    def __init__(self, experiment: Experiment | None = None, log_file: Path | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        install()
        self.session = Session(experiment, parent=self)
        self.session.start()  # the first descent goes on while the window is built
        self.playback = Playback(self)
        self.actions_ = Actions(self)
        self._state = WindowState()
        self._theme = ThemeChoice(self)
        self._is_left = False
        self._build_parts(log_file)
        self._lay_out()
        self._connect()
        self.lesson_side = LessonSide(self)
        self._restore()
        self.documents = Documents(self)
        self.file_side = FileSide(self)
        self.conductor.start()
        self.setFocus()  # the keys belong to the transport until a control is chosen

    def _build_parts(self, log_file: Path | None) -> None:
        self.function = FunctionCard()
        self.gradient = GradientCard()
        self.start = StartCard()
        self.runs = RunsCard()
        self.picture = PictureCard(self.actions_)
        self.loss = CurveCard(self.tr("Loss"), Quantity.VALUE, "lossView")
        self.norm = CurveCard(self.tr("Gradient norm"), Quantity.GRADIENT_NORM, "gradientNormView")
        self.norm.view.align_with(self.loss.view)
        self.step = StepCard()
        self.banner = Banner(log_file)
        self.picture.lay_over(self.banner)
        self.transport = Transport(self.playback, self.actions_)
        self.status = StatusBar(self.actions_)
        self.catalogue = CatalogueButton(self.actions_.catalogue)
        self.kinds = self._build_kinds()
        self._network_side: NetworkSide | None = None
        self.conductor = Conductor(self)
        self.announcer = Announcer(self)
        self.tab_order = TabOrder(self)

    def _build_kinds(self) -> SegmentedControl:
        kinds = SegmentedControl(self.tr("What is descended"))
        for text, is_network, name, tip in (
            (self.tr("Function"), False, "functionKind", self.tr("A formula in a few variables")),
            (
                self.tr("Network"),
                True,
                "networkKind",
                self.tr("The loss of a network, in all of its weights"),
            ),
        ):
            button = kinds.add(text, is_network)
            button.setObjectName(name)
            button.setToolTip(tip)
        return kinds

    @property
    def has_network_side(self) -> bool:
        """Whether a network was looked at already."""
        return self._network_side is not None

    def show_kind(self, *, is_network: bool) -> None:
        """Show what belongs to a network, or to a function."""
        self.kinds.set_value(is_network)
        for card in (self.function, self.start, self.catalogue):
            card.setVisible(not is_network)
        if not is_network:
            self.network_side.show_sides(is_network=False, has_classes=False)
            self.norm.show()
        # what is seldom changed comes last: a network descends by backpropagation
        self.columns.move_left(-1 if is_network else OF_NETWORKS + 1, self.gradient)
        self.picture.show_kind(is_network=is_network)
        self.transport.show_kind(is_network=is_network)
        self.status.show_kind(is_network=is_network)
        self.actions_.catalogue.setEnabled(not is_network)
        self.actions_.show_scales(not is_network)
        self.tab_order.renew_soon()

    @property
    def network_side(self) -> NetworkSide:
        """The cards of a network, made when they are first needed."""
        if self._network_side is None:
            from gradviz.ui.network_side import NetworkSide  # noqa: PLC0415 - on demand

            self._network_side = NetworkSide(self)
        return self._network_side

    def _lay_out(self) -> None:
        self.columns = Columns(
            ((self.function, 0), (self.gradient, 0), (self.start, 0), (self.runs, 1)),
            self.picture,
            ((self.loss, 31), (self.norm, 19), (self.step, 29)),
        )
        body = QVBoxLayout()
        body.setContentsMargins(GAP, GAP, GAP, GAP)
        body.addWidget(self.columns)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tool_bar())
        column.addLayout(body, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.setMinimumSize(SMALLEST)

    def _tool_bar(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("toolBar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(metrics.TOOL_BAR)
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 0, 12, 0)
        row.setSpacing(8)
        menus = self.menus = MenuBar(self.actions_, self.runs)
        if sys.platform == "darwin":
            self.setMenuBar(menus)
        else:
            row.addWidget(menus, 0, Qt.AlignmentFlag.AlignVCenter)
            row.addSpacing(8)
        row.addWidget(self.kinds)
        row.addWidget(self.catalogue)
        row.addSpacing(4)
        row.addWidget(self.transport, 1)
        self._lessons_button = IconButton(self.actions_.lessons)
        row.addWidget(self._lessons_button)
        for action in (self.actions_.export, self.actions_.switch_theme):
            row.addWidget(IconButton(action))
        return bar

    def _connect(self) -> None:
        actions = self.actions_
        self.addActions([a for a in self.findChildren(QAction) if a.parent() is self])
        actions.export.triggered.connect(self._export)
        actions.copy_picture.triggered.connect(self._copy_picture)
        actions.print.triggered.connect(self._print_picture)
        actions.quit.triggered.connect(self.close)
        actions.expand.toggled.connect(self._show_picture_only)
        actions.full_screen.toggled.connect(self._fill_screen)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.about.triggered.connect(self._show_about)
        actions.theme_group.triggered.connect(self._choose_theme)
        actions.switch_theme.triggered.connect(self._theme.switch)
        actions.languages[saved_language()].setChecked(True)
        actions.language_group.triggered.connect(self._choose_language)
        self._theme.changed.connect(self._apply_theme)
        screens = QGuiApplication.instance()
        if isinstance(screens, QGuiApplication):
            screens.screenRemoved.connect(self._bring_back)
        keep_keys(self)

    def _restore(self) -> None:
        self._state.restore_layers(self.actions_)
        self._state.restore_columns(self.columns)
        self.gradient.error.set_open(self._state.unfolds_errors)
        self.session.set_display(self._state.display)
        self._theme.choose(self._state.theme)
        self._apply_theme(self._theme.theme)
        if not self._state.restore_geometry(self):
            screen = QGuiApplication.primaryScreen().availableSize()
            self.resize(SIZE.boundedTo(screen - FRAME))

    def _apply_theme(self, theme: Theme) -> None:
        self.actions_.set_theme(theme)
        self.actions_.themes[self._theme.name].setChecked(True)
        target = "sun" if theme.name == "dark" else "moon"
        self.actions_.show_icon(self.actions_.switch_theme, target, theme)
        self.conductor.set_theme(theme)
        self.lesson_side.set_theme(theme)
        self._state.theme = self._theme.name

    @property
    def theme(self) -> Theme:
        """The colours that are on."""
        return self._theme.theme

    def tell_fault(self, sentence: str, details: str) -> None:
        """Tell of a fault of the program itself, here and in the log; it goes on."""
        logger.error("%s\n%s", sentence, details)
        self.banner.tell(self.tr("Something went wrong: {0}").format(sentence), details)

    def tell_crash(self, report: str) -> None:
        """Tell that the program crashed when it ran last, with what is known of it."""
        logger.error("The last start ended in a crash\n%s", report)
        self.banner.tell(self.tr("GradViz crashed when it ran last."), report)

    def _bring_back(self) -> None:
        bring_back(self)

    def _choose_language(self) -> None:
        chosen = next(k for k, a in self.actions_.languages.items() if a.isChecked())
        self.languageChosen.emit(chosen)

    def _choose_theme(self) -> None:
        chosen = next(n for n, a in self.actions_.themes.items() if a.isChecked())
        self._theme.choose(chosen)

    def _show_picture_only(self, only: bool) -> None:
        self.columns.show_sides(shown=not only)
        self.status.setVisible(not only)

    def _fill_screen(self, fills: bool) -> None:
        full, state = Qt.WindowState.WindowFullScreen, self.windowState()
        self.setWindowState(state | full if fills else state & ~full)

    def _export(self) -> None:
        from gradviz.ui.export_dialog import ExportDialog  # noqa: PLC0415 - on demand

        ExportDialog.open_for(self)

    def _copy_picture(self) -> None:
        from gradviz.ui.export_picture import copy_picture  # noqa: PLC0415 - on demand

        copy_picture(self)

    def _print_picture(self) -> None:
        from gradviz.ui.export_picture import print_picture  # noqa: PLC0415 - on demand

        print_picture(self)

    def _show_shortcuts(self) -> None:
        from gradviz.ui.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415 - on demand

        ShortcutsDialog(self, self.menus, self.actions_).open()

    def _show_about(self) -> None:
        show_about(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Give the keys back to the transport after a click beside all controls."""
        self.setFocus()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Leave the full screen with an Escape that nothing in the window has taken."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.actions_.full_screen.setChecked(False)
        else:
            super().keyPressEvent(event)

    def keep_state(self) -> None:
        """Remember what the next window begins with."""
        self._state.save_geometry(self)
        self._state.save_layers(self.actions_)
        self._state.save_columns(self.columns)
        self._state.unfolds_errors = self.gradient.error.is_open
        self._state.display = self.session.display

    def leave(self) -> None:
        """Close without a question, whatever is not saved."""
        self._is_left = True
        self.close()

    def _may_close(self) -> bool:
        """Ask once: a window that is closed already is closed again when it is deleted."""
        self._is_left = self._is_left or self.documents.may_go()
        return self._is_left

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Look whether the file was changed meanwhile, when one comes back to the window.

        The full screen is left and entered with the system's own means too.
        """
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.actions_.full_screen.setChecked(self.isFullScreen())
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self.documents.look_outside)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Leave the transport its room in a narrow window."""
        super().resizeEvent(event)
        narrow = event.size().width() < ROOMY
        self.catalogue.setMaximumWidth(NARROW_BUTTON if narrow else QWIDGETSIZE_MAX)
        self._lessons_button.setVisible(event.size().width() >= WITH_LESSONS)
        self.lesson_side.fit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  (Qt's spelling)
        """Remember the window, stop playing and computing, wait for the worker.

        Work that is not saved is asked about first; the window may stay.
        """
        if not self._may_close():
            event.ignore()
            return
        self.keep_state()
        self.documents.close()
        self.playback.pause()
        self.conductor.pictures.stop()
        self.announcer.stop()
        self.tab_order.stop()
        self.session.close()
        super().closeEvent(event)
