"""Everything the window can do, once: menu, tool bar and keyboard share these actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from gradviz.document.display import FUNCTION_VIEWS, Scale, View
from gradviz.model.playback import SPEEDS
from gradviz.ui.icons import icon
from gradviz.ui.language import Language, language_label
from gradviz.ui.mnemonics import without_mnemonic

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.plots.themes import Theme


class Actions(QObject):
    """The actions of one window.

    Each is an attribute and a child with an object name, so that whoever drives the window from
    outside finds it with ``findChild(QAction, "playAction")``.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icons: list[tuple[QAction, str]] = []
        self._make_transport()
        self._make_speeds()
        self._make_runs()
        self._make_file()
        self._make_view()
        self._make_help()

    def _make(
        self,
        name: str,
        text: str,
        *,
        tip: str = "",
        icon_name: str = "",
        keys: QKeySequence.StandardKey | str | None = None,
        checkable: bool = False,
    ) -> QAction:
        """Make one action; its tooltip names the shortcut."""
        action = QAction(text, self.parent())
        action.setObjectName(name)
        action.setCheckable(checkable)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        label = tip or without_mnemonic(text)
        action.setToolTip(f"{label} ({shortcut})" if shortcut else label)
        if icon_name:
            self._icons.append((action, icon_name))
        return action

    def _make_transport(self) -> None:
        self.to_start = self._make(
            "toStartAction", self.tr("To &Start"), icon_name="to-start", keys="Home"
        )
        self.step_back = self._make(
            "stepBackAction", self.tr("Step &Back"), icon_name="step-back", keys="Left"
        )
        self.play = self._make("playAction", self.tr("&Play"), icon_name="play", keys="Space")
        self.play.setIconVisibleInMenu(False)  # it has the ink of its round button
        self.step_forward = self._make(
            "stepForwardAction", self.tr("Step &Forward"), icon_name="step-forward", keys="Right"
        )
        self.to_end = self._make("toEndAction", self.tr("To &End"), icon_name="to-end", keys="End")
        self.transport = (
            self.to_start,
            self.step_back,
            self.play,
            self.step_forward,
            self.to_end,
        )

    def _make_speeds(self) -> None:
        self.speed_group = QActionGroup(self)
        self.speeds = {
            speed: self._choice(
                f"speed{speed:g}Action", f"{speed:g}\N{MULTIPLICATION SIGN}", self.speed_group
            )
            for speed in SPEEDS
        }
        self.speeds[1.0].setChecked(True)

    def _make_runs(self) -> None:
        self.cancel = self._make(
            "cancelAction",
            self.tr("S&top Computing"),
            tip=self.tr("Stop computing; what is done so far stays"),
            icon_name="close",
            keys="Ctrl+.",
        )
        self.cancel.setEnabled(False)
        self.pause = self._make(
            "pauseTrainingAction",
            self.tr("Pause Trai&ning"),
            tip=self.tr("Leave the training where it is, or go on with it"),
            keys="P",
        )
        self.pause.setEnabled(False)

    def _make_file(self) -> None:
        keys = QKeySequence.StandardKey
        self.new = self._make("newAction", self.tr("&New"), keys=keys.New)
        self.open = self._make("openAction", self.tr("&Open…"), keys=keys.Open)
        self.save = self._make("saveAction", self.tr("&Save"), keys=keys.Save)
        self.save_as = self._make("saveAsAction", self.tr("Save &As…"), keys="Ctrl+Shift+S")
        self.clear_recent = self._make("clearRecentAction", self.tr("&Clear List"))
        self.undo = self._make("undoAction", self.tr("&Undo"), keys=keys.Undo)
        self.redo = self._make("redoAction", self.tr("&Redo"), keys="Ctrl+Shift+Z")
        self.note = self._make(
            "noteAction",
            self.tr("&Note…"),
            tip=self.tr("Write about the experiment; it is saved with it"),
            keys="Ctrl+Shift+N",
        )
        self.undo.setEnabled(False)
        self.redo.setEnabled(False)
        self.export = self._make(
            "exportAction",
            self.tr("&Export…"),
            tip=self.tr("Export pictures or the trajectories"),
            icon_name="export",
            keys="Ctrl+E",
        )
        self.copy_picture = self._make(
            "copyPictureAction",
            self.tr("&Copy Picture"),
            tip=self.tr("Copy the picture in the middle, as it is seen"),
            keys="Ctrl+Alt+C",
        )
        self.print = self._make(
            "printAction", self.tr("&Print…"), keys=QKeySequence.StandardKey.Print
        )
        self.catalogue = self._make(
            "catalogueAction",
            self.tr("&Standard Functions…"),
            tip=self.tr("Choose one of the standard functions of the literature"),
            keys="Ctrl+K",
        )
        self.quit = self._make("quitAction", self.tr("&Quit"), keys="Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_view(self) -> None:
        self.layers = {
            "field": self._toggle("fieldAction", self.tr("&Field"), checked=True),
            "contours": self._toggle("contoursAction", self.tr("&Contours"), checked=True),
            "arrows": self._toggle("arrowsAction", self.tr("&Arrows"), checked=True),
            "grid": self._toggle("gridAction", self.tr("&Grid"), checked=False),
        }
        self.uphill = self._toggle("uphillAction", self.tr("Arrows &Uphill (+∇f)"), checked=False)
        self.uphill.setToolTip(self.tr("Draw +∇f, the way up, instead of −∇f, the way down"))
        self.reset_view = self._make(
            "resetViewAction", self.tr("&Reset View"), icon_name="reset", keys="Ctrl+0"
        )
        self.expand = self._make(
            "expandAction",
            self.tr("Picture &Only"),
            tip=self.tr("Show only the picture, or everything again"),
            icon_name="expand",
            keys="Shift+F11",
            checkable=True,
        )
        self.full_screen = self._make(
            "fullScreenAction",
            self.tr("Full Scr&een"),
            tip=self.tr("Fill the whole screen; Escape leaves it too"),
            keys="F11",
            checkable=True,
        )
        self.display = self._make(
            "displayAction",
            self.tr("View &Options…"),
            tip=self.tr("Arrows, contour levels, colours and the curves' axis"),
            icon_name="sliders",
            keys="Ctrl+Shift+O",
        )
        self.view_group = QActionGroup(self)
        self.views: dict[View, QAction] = {}
        self._make_pictures()
        self._make_network_pictures()
        self.offer_views(FUNCTION_VIEWS)
        self._make_scales()
        self._make_themes()

    def _make_pictures(self) -> None:
        names = {
            View.CONTOUR: ("contourViewAction", self.tr("Conto&ur")),
            View.SURFACE: ("surfaceViewAction", self.tr("&Surface")),
            View.SLICE: ("sliceViewAction", self.tr("Sl&ice")),
            View.ERROR_CURVE: ("errorCurveViewAction", self.tr("&h Curve")),
            View.TABLE: ("tableViewAction", self.tr("&Table")),
        }
        tips = {
            View.CONTOUR: self.tr("The function as a map, or as a graph of one variable"),
            View.SURFACE: self.tr("The function as a surface in space"),
            View.SLICE: self.tr("The function along one line, with tangent and secant"),
            View.ERROR_CURVE: self.tr("The error of the numerical gradient against h"),
            View.TABLE: self.tr("All steps of the selected run in numbers"),
        }
        self._add_pictures(names, tips)
        self.views[View.CONTOUR].setChecked(True)

    def _make_network_pictures(self) -> None:
        names = {
            View.DATA: ("dataViewAction", self.tr("&Data")),
            View.ANSWERS: ("answersViewAction", self.tr("&Answers")),
            View.LAYERS: ("layersViewAction", self.tr("&Layers")),
            View.BACKPROPAGATION: ("backpropagationViewAction", self.tr("&Backprop")),
            View.CHECK: ("checkViewAction", self.tr("&Check")),
            View.LANDSCAPE: ("landscapeViewAction", self.tr("La&ndscape")),
            View.EPOCHS: ("epochsViewAction", self.tr("&Table")),
        }
        tips = {
            View.DATA: self.tr("The samples, and what the network makes of the plane around them"),
            View.ANSWERS: self.tr("What the network takes samples for, and which it confuses"),
            View.LAYERS: self.tr("Weights, gradients and activations of every layer"),
            View.BACKPROPAGATION: self.tr("One sample forward and its loss back: the chain rule"),
            View.CHECK: self.tr("The gradient by differences against backpropagation"),
            View.LANDSCAPE: self.tr("The loss over a plane in the space of all weights"),
            View.EPOCHS: self.tr("All epochs and steps of the selected run in numbers"),
        }
        self._add_pictures(names, tips)

    def _add_pictures(self, names: dict[View, tuple[str, str]], tips: dict[View, str]) -> None:
        for place, (view, (name, text)) in enumerate(names.items(), 1):
            action = self._make(name, text, tip=tips[view], keys=f"Ctrl+{place}", checkable=True)
            self.view_group.addAction(action)
            self.views[view] = action

    def offer_views(self, views: tuple[View, ...]) -> None:
        """Offer these pictures and no others: those of a network, or of a function."""
        for view, action in self.views.items():
            action.setVisible(view in views)
            action.setEnabled(view in views)

    def _toggle(self, name: str, text: str, *, checked: bool) -> QAction:
        action = self._make(name, text, checkable=True)
        action.setChecked(checked)
        return action

    def _make_scales(self) -> None:
        self.scale_group = QActionGroup(self)
        self.scales: dict[Scale | None, QAction] = {
            None: self._choice("scaleAutoAction", self.tr("Colours: &Automatic"), self.scale_group),
            Scale.LINEAR: self._choice(
                "scaleLinearAction", self.tr("Colours: &Linear"), self.scale_group
            ),
            Scale.LOG: self._choice(
                "scaleLogAction", self.tr("Colours: Lo&garithmic"), self.scale_group
            ),
        }
        self.scales[None].setChecked(True)

    def _make_themes(self) -> None:
        self.theme_group = QActionGroup(self)
        self.themes = {
            "system": self._choice(
                "themeSystemAction", self.tr("Theme of the &System"), self.theme_group
            ),
            "light": self._choice("themeLightAction", self.tr("&Light Theme"), self.theme_group),
            "dark": self._choice("themeDarkAction", self.tr("&Dark Theme"), self.theme_group),
        }
        self.themes["system"].setChecked(True)
        self.switch_theme = self._make(
            "switchThemeAction",
            self.tr("Switch &Theme"),
            tip=self.tr("Switch between light and dark"),
            icon_name="moon",
            keys="Ctrl+T",
        )

    def _choice(self, name: str, text: str, group: QActionGroup) -> QAction:
        action = self._make(name, text, checkable=True)
        group.addAction(action)
        return action

    def _make_help(self) -> None:
        self.lessons = self._make(
            "lessonsAction",
            self.tr("&Lessons"),
            tip=self.tr("Show short lessons beside the program, or hide them"),
            icon_name="lessons",
            keys="Ctrl+L",
            checkable=True,
        )
        self.language_group = QActionGroup(self)
        self.languages = {
            language: self._choice(
                f"{language.value}LanguageAction", language_label(language), self.language_group
            )
            for language in Language
        }
        self.shortcuts = self._make("shortcutsAction", self.tr("&Keyboard Shortcuts"), keys="F1")
        self.about = self._make("aboutAction", self.tr("&About GradViz"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def set_theme(self, theme: Theme) -> None:
        """Tint every icon anew."""
        for action, name in self._icons:
            role = "on_accent" if action is self.play else "text_muted"
            action.setIcon(icon(name, theme, role))

    def show_icon(self, action: QAction, name: str, theme: Theme) -> None:
        """Give `action` the icon `name` from now on: play becomes pause."""
        self._icons = [(a, name if a is action else n) for a, n in self._icons]
        self.set_theme(theme)

    def connect_layers(self, slot: Callable[[bool], None]) -> None:
        """Call `slot` whenever a layer of the picture is switched."""
        for action in (*self.layers.values(), self.uphill):
            action.toggled.connect(slot)

    def show_scales(self, shown: bool) -> None:
        """Offer what is of maps alone, or do not."""
        for action in (*self.scales.values(), *self.layers.values(), self.uphill, self.display):
            action.setVisible(shown)
        self.reset_view.setVisible(shown)
        self.display.setEnabled(shown)
        self.reset_view.setEnabled(shown)

    def enable_layers(self, on_map: bool) -> None:
        """Let the layers be switched, which a graph of one variable has not."""
        for action in (*self.layers.values(), self.uphill):
            action.setEnabled(on_map)

    def layers_shown(self) -> dict[str, bool]:
        """Return which layers are on."""
        return {name: action.isChecked() for name, action in self.layers.items()}
