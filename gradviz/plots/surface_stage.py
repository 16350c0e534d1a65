"""The stage that draws the surface into an image.

It is a `GLViewWidget` that is never shown. Put into the window, it would have Qt make the window
anew and hand every other picture to OpenGL as well; so it draws into buffers of its own, and the
view paints the image between its axes and its marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtGui import QImage, QMatrix4x4, QSurfaceFormat
from PySide6.QtOpenGL import QOpenGLFramebufferObject, QOpenGLFramebufferObjectFormat

# isort: split
# pyqtgraph takes the first Qt it finds, so ours comes first
from OpenGL import GL
from OpenGL.error import Error as GLError
from pyqtgraph.opengl import GLViewWidget

from gradviz.plots.opengl import UnusableError, note_driver

if TYPE_CHECKING:
    from gradviz.plots.surface_camera import Lens
    from gradviz.plots.surface_gl import Item

SAMPLES: Final = 4
"""Of each pixel in a fine picture: all that Mesa's software renderer has."""
LARGEST: Final = 8000.0
"""Device pixels along a side of a picture, which is coarser beyond."""


class Stage(GLViewWidget):  # type: ignore[misc]  # pyqtgraph ships no types
    """Draws its items into images, as a lens sees them; never shown itself.

    Raises
    ------
    UnusableError
        When there is no OpenGL 2.1, or it does not understand the shaders.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pixels = (1, 1)
        self._matrix = QMatrix4x4()
        self.fault: Exception | None = None
        self._moving: list[Item] = []
        self._targets: dict[tuple[int, bool], QOpenGLFramebufferObject] = {}
        self._still: tuple[object, ...] = ()
        self._is_kept = False
        wanted = QSurfaceFormat()
        wanted.setRenderableType(QSurfaceFormat.RenderableType.OpenGL)
        wanted.setVersion(2, 1)
        wanted.setDepthBufferSize(24)
        self.setFormat(wanted)
        self.setBackgroundColor(0, 0, 0, 0)
        self.resize(16, 16)
        self.grabFramebuffer()  # makes the context
        if not self.isValid() or self.context().isOpenGLES():
            raise UnusableError("There is no OpenGL 2.1.")
        self.makeCurrent()
        words = (GL.glGetString(name) or b"" for name in (GL.GL_RENDERER, GL.GL_VERSION))
        note_driver(b", ".join(words).decode("utf-8", errors="replace"))

    def add(self, *items: Item) -> None:
        """Take items, drawn in this order."""
        self.makeCurrent()
        for item in items:
            self.addItem(item)
        self.doneCurrent()

    def add_moving(self, *items: Item) -> None:
        """Take items that change while the others stay as they are; drawn after those."""
        self.add(*items)
        self._moving.extend(items)

    def projectionMatrix(self, _region: object, _viewport: object) -> QMatrix4x4:  # noqa: N802
        """Return the lens: it holds the place of the camera too."""
        return self._matrix

    def viewMatrix(self) -> QMatrix4x4:  # noqa: N802 - pyqtgraph's name
        """Return no further change."""
        return QMatrix4x4()

    def picture(self, lens: Lens, ratio: float, still: object, *, fine: bool) -> QImage:
        """Draw what a lens sees.

        Parameters
        ----------
        lens : Lens
            For a picture of some size.
        ratio : float
            Device pixels per pixel.
        still : object
            Equal to that of the last picture if only the moving items have changed.
        fine : bool
            Whether edges are smoothed, which takes several times as long without a graphics card.

        Returns
        -------
        QImage
            Transparent where nothing is.

        Raises
        ------
        UnusableError
            When OpenGL refuses.
        """
        ratio = min(ratio, LARGEST / max(lens.width, lens.height))
        self.pixels = max(round(lens.width * ratio), 1), max(round(lens.height * ratio), 1)
        self._matrix = QMatrix4x4(lens.matrix.ravel().tolist())
        self.makeCurrent()
        try:
            image = self._drawn((still, self.pixels, lens.matrix.tobytes(), fine), fine=fine)
        except GLError as error:
            raise UnusableError(str(error)) from error
        finally:
            self.doneCurrent()
        if self.fault is not None:
            raise UnusableError(str(self.fault)) from self.fault
        image.setDevicePixelRatio(ratio)
        return image

    def _drawn(self, key: tuple[object, ...], *, fine: bool) -> QImage:
        target = self._target(fine=fine)
        GL.glViewport(0, 0, *self.pixels)
        if key == self._still:
            self._draw_moving(target, fine=fine)
        else:
            self._draw(target)
            self._still, self._is_kept = key, False
        return target.toImage()

    def _draw(self, target: QOpenGLFramebufferObject) -> None:
        """Draw all that is visible."""
        region = (0, 0, *self.pixels)
        target.bind()
        self.paint(region=region, viewport=region)
        target.release()

    def _draw_moving(self, target: QOpenGLFramebufferObject, *, fine: bool) -> None:
        """Draw the moving items over what is kept of the others: only these take long."""
        kept = self._target(fine=fine, kept=True)
        if not self._is_kept:
            self._show(moving=False)
            self._draw(kept)
            self._show()
            self._is_kept = True
        everything = GL.GL_COLOR_BUFFER_BIT | GL.GL_DEPTH_BUFFER_BIT
        QOpenGLFramebufferObject.blitFramebuffer(target, kept, int(everything))
        target.bind()
        self._show(still=False)
        self.drawItemTree()
        self._show()
        target.release()

    def _show(self, *, moving: bool = True, still: bool = True) -> None:
        for item in self.items:
            item.setVisible(moving if item in self._moving else still)

    def _target(self, *, fine: bool, kept: bool = False) -> QOpenGLFramebufferObject:
        """Return a buffer for a picture, the last one if it fits."""
        samples = SAMPLES if fine else 0
        found = self._targets.get((samples, kept))
        if found is None or found.size().toTuple() != self.pixels:
            wanted = QOpenGLFramebufferObjectFormat()
            wanted.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
            wanted.setSamples(samples)
            found = QOpenGLFramebufferObject(*self.pixels, wanted)
            self._targets[samples, kept] = found
        return found

    def discard(self) -> None:
        """Give back all that the graphics card holds; nothing is drawn from now on."""
        self.makeCurrent()
        items: list[Any] = self.items
        for item in items:
            item.destroy()
        self.clear()
        self._targets.clear()
        self.doneCurrent()
