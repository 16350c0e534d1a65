"""The menu bar: it only arranges the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QWidget

if TYPE_CHECKING:
    from gradviz.ui.actions import Actions
    from gradviz.ui.runs_card import RunsCard


class MenuBar(QMenuBar):
    """File, Edit, Run, View, Help.

    Attributes
    ----------
    recent : QMenu
        Filled by whoever knows the files, when it opens.
    """

    def __init__(self, actions: Actions, runs: RunsCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("menuBar")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._add_file(actions)
        self._add_edit(actions)
        self._add_run(actions, runs)
        self._add_view(actions)
        self._add_help(actions)

    def _menu(self, title: str) -> QMenu:
        menu = self.addMenu(title)
        menu.setToolTipsVisible(True)
        return menu

    def _add_file(self, actions: Actions) -> None:
        menu = self._menu(self.tr("&File"))
        menu.addActions([actions.new, actions.open])
        self.recent = menu.addMenu(self.tr("Open &Recent"))
        menu.addSeparator()
        menu.addActions([actions.save, actions.save_as])
        menu.addSeparator()
        menu.addAction(actions.catalogue)
        menu.addActions([actions.export, actions.print])
        menu.addSeparator()
        menu.addAction(actions.quit)

    def _add_edit(self, actions: Actions) -> None:
        menu = self._menu(self.tr("&Edit"))
        menu.addActions([actions.undo, actions.redo])
        menu.addSeparator()
        menu.addActions([actions.copy_picture, actions.note])

    def _add_run(self, actions: Actions, runs: RunsCard) -> None:
        menu = self._menu(self.tr("&Run"))
        menu.addActions(list(actions.transport))
        speeds = menu.addMenu(self.tr("Spee&d"))
        speeds.addActions(list(actions.speeds.values()))
        menu.addSeparator()
        menu.addActions(runs.run_actions())
        menu.addSeparator()
        menu.addActions([actions.pause, actions.cancel])

    def _add_view(self, actions: Actions) -> None:
        menu = self._menu(self.tr("&View"))
        menu.addActions(list(actions.views.values()))
        menu.addSeparator()
        menu.addActions([*actions.layers.values(), actions.uphill])
        menu.addSeparator()
        menu.addActions(list(actions.scales.values()))
        menu.addSeparator()
        menu.addActions([actions.display, actions.reset_view])
        menu.addActions([actions.expand, actions.full_screen])
        menu.addSeparator()
        menu.addActions([*actions.themes.values(), actions.switch_theme])
        languages = menu.addMenu(self.tr("Lan&guage"))
        languages.addActions(list(actions.languages.values()))

    def _add_help(self, actions: Actions) -> None:
        menu = self._menu(self.tr("&Help"))
        menu.addActions([actions.lessons, actions.shortcuts, actions.about])
