"""The surface in OpenGL: what is drawn, and the stage that draws it into an image.

The stage is a `GLViewWidget` that is never shown. Put into the window, it would have Qt make the
window anew and hand every other picture to OpenGL as well; so it draws into a buffer of its own,
and the view paints that between its axes and its marks.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

import numpy as np
from PySide6.QtGui import QImage, QMatrix4x4, QSurfaceFormat, QVector2D, QVector3D, QVector4D
from PySide6.QtOpenGL import (
    QOpenGLBuffer,
    QOpenGLFramebufferObject,
    QOpenGLFramebufferObjectFormat,
    QOpenGLShader,
    QOpenGLShaderProgram,
)

# isort: split
# pyqtgraph takes the first Qt it finds, so ours comes first
from OpenGL import GL
from pyqtgraph.opengl import GLViewWidget
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem

from gradviz.plots import surface_shaders as shaders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QColor

    from gradviz.plots.surface_camera import Lens
    from gradviz.plots.surface_drape import Pieces
    from gradviz.plots.surface_scene import Mesh

SAMPLES: Final = 4
"""Of each pixel in a fine picture: all that Mesa's software renderer has."""
_FLOAT: Final = 0x1406  # GL_FLOAT, whose constant in PyOpenGL is no int to Qt

_HIGH: Final = 1e6


class UnusableError(RuntimeError):
    """OpenGL is there, but what the surface needs of it is not."""


def compiled(vertex: str, fragment: str, attributes: Sequence[str]) -> QOpenGLShaderProgram:
    """Return a program of the current context, its attributes numbered in their order.

    Raises
    ------
    UnusableError
        With the compiler's words, when it does not understand.
    """
    program = QOpenGLShaderProgram()
    kinds = QOpenGLShader.ShaderTypeBit
    parts = ((kinds.Vertex, vertex), (kinds.Fragment, fragment))
    if not all(program.addShaderFromSourceCode(kind, text) for kind, text in parts):
        raise UnusableError(program.log())
    for location, name in enumerate(attributes):
        program.bindAttributeLocation(name, location)
    if not program.link():
        raise UnusableError(program.log())
    return program


class Buffers:
    """Vertices and indices in the graphics card's memory, filled when they are next drawn."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self._sizes = sizes
        self._vertices = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._indices = QOpenGLBuffer(QOpenGLBuffer.Type.IndexBuffer)
        self._pending: tuple[NDArray[np.float32], NDArray[np.uint32]] | None = None
        self.count = 0

    def fill(self, vertices: NDArray[np.float32], indices: NDArray[np.uint32]) -> None:
        """Take other contents: one row per vertex."""
        self._pending = vertices, indices
        self.count = indices.size

    def bind(self, program: QOpenGLShaderProgram) -> None:
        """Let a program that is bound read from here."""
        for buffer, place in ((self._vertices, 0), (self._indices, 1)):
            if not buffer.isCreated():
                buffer.create()
            buffer.bind()
            if self._pending is not None:
                data = self._pending[place]
                buffer.allocate(data.tobytes(), data.nbytes)
        self._pending = None
        offset, stride = 0, 4 * sum(self._sizes)
        for location, size in enumerate(self._sizes):
            program.enableAttributeArray(location)
            program.setAttributeBuffer(location, _FLOAT, offset, size, stride)
            offset += 4 * size

    def draw(self, first: int, count: int) -> None:
        """Draw `count` indices from the `first` on as triangles."""
        if count > 0:
            at = ctypes.c_void_p(4 * first)
            GL.glDrawElements(GL.GL_TRIANGLES, count, GL.GL_UNSIGNED_INT, at)

    def release(self, program: QOpenGLShaderProgram) -> None:
        """Let go of what `bind` took."""
        for location in range(len(self._sizes)):
            program.disableAttributeArray(location)
        self._vertices.release()
        self._indices.release()

    def destroy(self) -> None:
        """Give the memory back."""
        self._vertices.destroy()
        self._indices.destroy()


class Item(GLGraphicsItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """What the stage draws: a program, and the buffers it reads."""

    SHADERS: ClassVar[tuple[str, str]]
    ATTRIBUTES: ClassVar[dict[str, int]]

    def __init__(self) -> None:
        super().__init__()
        self.buffers = Buffers(tuple(self.ATTRIBUTES.values()))
        self.program = QOpenGLShaderProgram()

    def initializeGL(self) -> None:  # noqa: N802 - Qt's name
        """Compile the program."""
        self.program = compiled(*self.SHADERS, tuple(self.ATTRIBUTES))

    def set(self, **uniforms: object) -> None:
        """Set uniforms of the program, which is bound."""
        for name, value in uniforms.items():
            place = self.program.uniformLocation(f"u_{name}")
            if isinstance(value, float):
                self.program.setUniformValue1f(place, value)
            else:
                self.program.setUniformValue(place, value)

    def paint(self) -> None:
        """Draw, if there is anything."""
        if not self.buffers.count:
            return
        self.setupGLState()
        self.program.bind()
        self.buffers.bind(self.program)
        self.set(matrix=self.mvpMatrix())
        self.draw()
        self.buffers.release(self.program)
        self.program.release()

    def draw(self) -> None:
        """Draw with program and buffers bound."""
        raise NotImplementedError

    def destroy(self) -> None:
        """Give back what the graphics card holds; its context is current."""
        self.buffers.destroy()
        self.program.removeAllShaders()


class SurfaceItem(Item):
    """The lit mesh."""

    SHADERS = (shaders.SURFACE_VERTEX, shaders.SURFACE_FRAGMENT)
    ATTRIBUTES: ClassVar = {"a_place": 3, "a_slope": 2, "a_lines": 2, "a_colour": 3}

    def __init__(self) -> None:
        super().__init__()
        self.height = 1.0
        self.light = QVector3D(0.0, 0.0, 1.0)
        self.shading = QVector2D(0.0, 1.0)
        self.ink = QVector4D()
        self.width = 1.0
        self.setGLOptions({GL.GL_DEPTH_TEST: True, GL.GL_BLEND: False, GL.GL_CULL_FACE: False})

    def set_mesh(self, mesh: Mesh, colours: NDArray[np.float64]) -> None:
        """Take another surface; `colours` of shape (ny, nx, 3) from 0 to 1."""
        x, y = np.meshgrid(mesh.x, mesh.y)
        columns = (x[..., None], y[..., None], mesh.heights[..., None])
        rows = np.concatenate([*columns, mesh.slopes, mesh.lines, colours], axis=-1)
        vertices = np.nan_to_num(rows.reshape(-1, rows.shape[-1])).astype(np.float32)
        self.buffers.fill(vertices, mesh.triangles)

    def draw(self) -> None:
        """Draw all triangles."""
        self.set(height=self.height, light=self.light, shading=self.shading)
        self.set(ink=self.ink, width=self.width)
        self.buffers.draw(0, self.buffers.count)


@dataclass(frozen=True, slots=True)
class Stroke:
    """How some of the pieces of a `LinesItem` are drawn.

    Attributes
    ----------
    first, count : int
        Which pieces.
    ink : QColor
        With its alpha.
    width : float
        In pixels.
    dash : tuple of float
        On, off, on, off in units of the box; empty for a solid line, whose pieces are joined round.
    """

    first: int
    count: int
    ink: QColor
    width: float
    dash: tuple[float, ...] = ()


class LinesItem(Item):
    """Many pieces of lines, drawn stroke by stroke.

    Parameters
    ----------
    lift : float
        How much nearer to the eye they lie than they are, in units of the depth buffer; as much
        farther away where the slope of a piece is seen from below.

    Attributes
    ----------
    eye : QVector3D
        Where the eye is, in the units of the pieces; at first so high that it sees none from below.
    strokes : sequence of Stroke
        What is drawn, in this order.
    ratio : float
        Device pixels per pixel.
    """

    SHADERS = (shaders.LINE_VERTEX, shaders.LINE_FRAGMENT)
    ATTRIBUTES: ClassVar = {
        "a_start": 3,
        "a_end": 3,
        "a_slope": 2,
        "a_corner": 2,
        "a_travel": 1,
    }

    def __init__(self, lift: float) -> None:
        super().__init__()
        self.lift = lift
        self.eye = QVector3D(0.0, 0.0, _HIGH)
        self.strokes: Sequence[Stroke] = ()
        self.ratio = 1.0
        self.setGLOptions(
            {
                GL.GL_DEPTH_TEST: True,
                GL.GL_BLEND: True,
                GL.GL_CULL_FACE: False,
                "glBlendFunc": (GL.GL_ONE, GL.GL_ONE_MINUS_SRC_ALPHA),
                "glDepthMask": (False,),
            }
        )

    def set_pieces(self, pieces: Sequence[Pieces]) -> None:
        """Take other pieces: those of several lines, one after the other."""
        parts = [_corners(part) for part in pieces if len(part)]
        empty = np.empty((0, sum(self.ATTRIBUTES.values())), dtype=np.float32)
        vertices = np.concatenate([empty, *parts])
        first = np.arange(0, len(vertices), 4, dtype=np.uint32)[:, None]
        corners = np.array([0, 1, 2, 2, 1, 3], dtype=np.uint32)
        self.buffers.fill(vertices, first + corners)

    def draw(self) -> None:
        """Draw stroke by stroke."""
        width, height = self.view().pixels
        self.set(size=QVector2D(width, height), lift=self.lift, eye=self.eye)
        for stroke in self.strokes:
            if stroke.count:
                self._draw_stroke(stroke)
        GL.glDepthMask(True)

    def _draw_stroke(self, stroke: Stroke) -> None:
        thick = stroke.width * self.ratio
        ends = np.cumsum((*stroke.dash, *(0.0,) * (4 - len(stroke.dash))))
        self.set(
            ink=vector(stroke.ink),
            width=thick,
            reach=thick / 2.0 + 1.0,
            round=0.0 if stroke.ink.alphaF() < 1.0 else 1.0,
            dash=QVector4D(*ends.tolist()),
        )
        self.buffers.draw(6 * stroke.first, 6 * stroke.count)


def vector(ink: QColor) -> QVector4D:
    """Return a colour as the shaders take it."""
    return QVector4D(ink.redF(), ink.greenF(), ink.blueF(), ink.alphaF())


def _corners(pieces: Pieces) -> NDArray[np.float32]:
    """Return four vertices for each piece."""
    rows = np.empty((len(pieces), 4, 11), dtype=np.float32)
    rows[:, :, 0:3] = pieces.start[:, None, :]
    rows[:, :, 3:6] = pieces.end[:, None, :]
    rows[:, :, 6:8] = pieces.slopes[:, None, :]
    rows[:, :, 8:10] = [[0.0, -1.0], [0.0, 1.0], [1.0, -1.0], [1.0, 1.0]]
    rows[:, :2, 10] = pieces.travel[:, :1]
    rows[:, 2:, 10] = pieces.travel[:, 1:]
    return rows.reshape(-1, 11)


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
        self._targets: dict[int, QOpenGLFramebufferObject] = {}
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

    def add(self, *items: Item) -> None:
        """Take items, drawn in this order."""
        self.makeCurrent()
        for item in items:
            self.addItem(item)
        self.doneCurrent()

    def projectionMatrix(self, _region: object, _viewport: object) -> QMatrix4x4:  # noqa: N802
        """Return the lens: it holds the place of the camera too."""
        return self._matrix

    def viewMatrix(self) -> QMatrix4x4:  # noqa: N802 - pyqtgraph's name
        """Return no further change."""
        return QMatrix4x4()

    def picture(self, lens: Lens, ratio: float, *, fine: bool) -> QImage:
        """Draw what a lens sees.

        Parameters
        ----------
        lens : Lens
            For a picture of some size.
        ratio : float
            Device pixels per pixel.
        fine : bool
            Whether edges are smoothed, which takes several times as long without a graphics card.

        Returns
        -------
        QImage
            Transparent where nothing is.
        """
        width, height = (max(round(side * ratio), 1) for side in (lens.width, lens.height))
        self.pixels = (width, height)
        self._matrix = QMatrix4x4(lens.matrix.ravel().tolist())
        self.makeCurrent()
        target = self._target(width, height, SAMPLES if fine else 0)
        target.bind()
        GL.glViewport(0, 0, width, height)
        region = (0, 0, width, height)
        self.paint(region=region, viewport=region)
        target.release()
        image = target.toImage()
        self.doneCurrent()
        image.setDevicePixelRatio(ratio)
        return image

    def _target(self, width: int, height: int, samples: int) -> QOpenGLFramebufferObject:
        """Return a buffer of this size and fineness, the last one if it fits."""
        found = self._targets.get(samples)
        if found is None or found.size().toTuple() != (width, height):
            wanted = QOpenGLFramebufferObjectFormat()
            wanted.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
            wanted.setSamples(samples)
            found = self._targets[samples] = QOpenGLFramebufferObject(width, height, wanted)
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
