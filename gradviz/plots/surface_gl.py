"""What is drawn in OpenGL: the lit mesh, and lines, from buffers that stay on the card."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

import numpy as np
from PySide6.QtGui import QVector2D, QVector3D, QVector4D
from PySide6.QtOpenGL import (
    QOpenGLBuffer,
    QOpenGLShader,
    QOpenGLShaderProgram,
)

# isort: split
# pyqtgraph takes the first Qt it finds, so ours comes first
from OpenGL import GL
from OpenGL.error import Error as GLError
from pyqtgraph.opengl.GLGraphicsItem import GLGraphicsItem

from gradviz.plots import surface_shaders as shaders
from gradviz.plots.opengl import UnusableError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QColor

    from gradviz.plots.surface_drape import Pieces
    from gradviz.plots.surface_scene import Mesh

_FLOAT: Final = 0x1406  # GL_FLOAT, whose constant in PyOpenGL is no int to Qt

_HIGH: Final = 1e6


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
        """Draw, if there is anything; what goes wrong is left to the stage.

        pyqtgraph would print it and go on.
        """
        try:
            if self.buffers.count:
                self._paint()
        except (GLError, RuntimeError) as error:
            self.view().fault = error

    def _paint(self) -> None:
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
        self.inks = QVector4D(), QVector4D()
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
        self.set(ink=self.inks[0], darkink=self.inks[1], width=self.width)
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
        How much nearer to the eye they lie than they are, in units of the depth buffer; farther
        away where the slope of a piece is seen from below.

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
