"""A formula: its graph, its derivatives, its compiled functions, its LaTeX."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from gradviz.core.formula import autodiff
from gradviz.core.formula.compiled import CompiledFormula
from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.evaluator import ResizeError
from gradviz.core.formula.graph import Node, Symbol, symbol
from gradviz.core.formula.latex import latex
from gradviz.core.formula.program import Program
from gradviz.core.formula.source import Source
from gradviz.core.formula.variables import MAX_DIMENSION, too_many_variables

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.formula.definitions import Parameter

DEFAULT_DIMENSION = 2


@dataclass(frozen=True, eq=False)
class Formula:
    """A function of several variables, as typed. Made by `parse`.

    Attributes
    ----------
    text : str
        What was typed.
    variables : tuple of str
        The names of the variables, in order.
    flexible : bool
        Whether the text stands for a function of any number of variables.
    parameters : tuple of Parameter
        The named parameters, in order.
    root : Node
        The graph.
    """

    text: str
    variables: tuple[str, ...]
    flexible: bool
    parameters: tuple[Parameter, ...]
    root: Node = field(repr=False)

    @property
    def dimension(self) -> int:
        """Number of variables."""
        return len(self.variables)

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """The leaves of the graph, variables first: the arguments of the compiled functions."""
        names = [parameter.name for parameter in self.parameters]
        parameters = (symbol(name, i, parameter=True) for i, name in enumerate(names))
        return (*(symbol(name, i) for i, name in enumerate(self.variables)), *parameters)

    @cached_property
    def gradient(self) -> tuple[Node, ...]:
        """The exact partial derivatives, as graphs."""
        return autodiff.gradient(self.root, self.symbols[: self.dimension])

    @cached_property
    def hessian(self) -> tuple[tuple[Node, ...], ...]:
        """The exact second derivatives, as graphs: a symmetric matrix, row by row."""
        return autodiff.hessian(self.gradient, self.symbols[: self.dimension])

    @cached_property
    def _compiled(self) -> CompiledFormula:
        names = tuple(parameter.name for parameter in self.parameters)
        return CompiledFormula(self, self.dimension, names)

    def compiled(self) -> CompiledFormula:
        """Return the functions that compute this formula, always the same object."""
        return self._compiled

    def latex(self) -> str:
        """Return f as LaTeX, in the order typed."""
        return latex(self.root)

    def gradient_latex(self) -> tuple[str, ...]:
        """Return the partial derivatives as LaTeX, simplified."""
        return tuple(latex(partial) for partial in self.gradient)

    def __reduce__(self) -> tuple[Callable[..., Formula], tuple[str, int]]:
        return parse, (self.text, self.dimension)


def parse(text: str, dimension: int | None = None) -> Formula:
    """Read a formula.

    Parameters
    ----------
    text : str
        What was typed or pasted. Nothing of it is ever executed.
    dimension : int, optional
        How many variables a formula such as ``sum(x**2)``, which takes any number, gets; 2 if not
        given. Other formulas decide themselves.

    Returns
    -------
    Formula
        The formula.

    Raises
    ------
    FormulaError
        At the first mistake, with its place, a sentence and where possible a hint.

    Notes
    -----
    A line that gives a name a number, a signed number or arithmetic of numbers, pi and e makes a
    parameter, above or below the formula; a default value of the function pasted does too. Any
    other assignment makes a local value. The value is computed in the order of operations typed.
    """
    if dimension is not None and dimension > MAX_DIMENSION:
        raise too_many_variables((0, len(text)))
    source = Source(text)
    try:
        program = _program(source, max(dimension or DEFAULT_DIMENSION, 1))
    except RecursionError:
        raise FormulaError(ErrorCode.TOO_DEEP, (0, len(text))) from None
    return Formula(text, program.variables, program.flexible, program.parameters, program.root)


def _program(source: Source, dimension: int) -> Program:
    try:
        return Program(source, dimension, resizable=True)
    except ResizeError as error:
        if error.length > MAX_DIMENSION:
            raise too_many_variables((0, len(source.text))) from None
        return Program(source, error.length, resizable=False)
