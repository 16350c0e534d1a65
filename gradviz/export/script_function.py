"""An experiment with a function as a Python script that stands by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gradviz.core.differences import Method
from gradviz.core.formula.graph import Apply, Symbol, reachable
from gradviz.document.evaluate import objective_of
from gradviz.export.script_expressions import LONGEST, Writer
from gradviz.export.script_parts import descent, numerical, settings
from gradviz.export.script_rules import definitions, has_clipping, table
from gradviz.export.script_spelling import HELPER_NAMES, helpers_text
from gradviz.export.script_text import heading, named, quoted, script, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gradviz.core.formula import Formula
    from gradviz.core.objective import FormulaObjective
    from gradviz.document.experiment import Experiment

RESERVED: Final = HELPER_NAMES | {
    *("f", "g", "x", "k", "np", "math", "gradient", "descend", "plot", "abs", "complex", "float"),
    *("rule", "lr", "clip", "random", "range", "int", "quiet", "print", "value", "changed"),
}
"""Names that no variable or parameter may have; those of one letter lead to others in a script."""
_EXACT_HEAD: Final = '"""Return the exact gradient."""'
_PLOT_PLANE: Final = """\
    a = np.linspace({x_min!r}, {x_max!r}, 120)
    b = np.linspace({y_min!r}, {y_max!r}, 120)
    heights = np.array([[at(u, v) for u in a] for v in b])
    left.contour(a, b, np.where(np.isfinite(heights), heights, np.nan), 25, linewidths=0.8)
    for name, (path, _) in paths.items():
        left.plot(path[:, {i}], path[:, {j}], ".-", label=name)
    left.set(xlim=({x_min!r}, {x_max!r}), ylim=({y_min!r}, {y_max!r}), xlabel={x}, ylabel={y})
"""
_PLOT_LINE: Final = """\
    a = np.linspace({x_min!r}, {x_max!r}, 400)
    left.plot(a, [at(u) for u in a], color="0.6")
    for name, (path, values) in paths.items():
        left.plot(path[:, 0], values, ".-", label=name)
    left.set(xlim=({x_min!r}, {x_max!r}), xlabel={x}, ylabel="f")
"""
_AT: Final = {
    1: "    def at(u):\n        return {value}\n\n",
    2: "    def at(u, v):\n        return {value}\n\n",
}
_AT_PLANE: Final = """\
    def at(u, v):
        point = end.copy()
        point[{i}], point[{j}] = u, v
        return {value}

    end = next(iter(paths.values()))[0][-1]
"""
"""The rest of a point of three or more coordinates is as the first run ended."""


def function_script(experiment: Experiment) -> str:
    """Return the text of a script that descends as `experiment` does and ends where it does.

    Raises
    ------
    FormulaError, ExperimentError
        As `gradviz.document.evaluate.evaluate`.
    """
    return _Script(experiment).text()


class _Script:
    """A script in the making."""

    def __init__(self, experiment: Experiment) -> None:
        self._experiment = experiment
        self._objective = objective_of(
            experiment.formula, experiment.dimension, experiment.parameters
        )
        self._formula: Formula = self._objective.formula
        self._is_complex = experiment.method is Method.COMPLEX_STEP
        names = [s.name for s in self._formula.symbols]
        made = named(names, RESERVED)
        self._names = {s: made[s.name] for s in self._formula.symbols}
        self._helpers: set[str] = set()
        self._value = "float(np.real(f({0})))" if self._is_complex else "f({0})"

    def text(self) -> str:
        """Return it all."""
        functions = [self._function(), self._gradient()]
        experiment = self._experiment
        lines = ["Gradient descent on", "", *self._formula.text.strip().splitlines()]
        parts = [
            *helpers_text(self._helpers, is_complex=self._is_complex),
            self._parameters(),
            *functions,
            *definitions(experiment.runs),
            self._settings() + table(experiment.runs),
            descent(experiment, "gradient(x)", start="START", keeps="x"),
            self._plot(),
            self._main(),
        ]
        return script(heading(lines), [part for part in parts if part])

    # --- the function and its gradient

    def _writer(self) -> Writer:
        return Writer(self._names, self._is_complex)

    def _symbols(self, *, parameter: bool) -> list[Symbol]:
        return [s for s in self._formula.symbols if s.parameter is parameter]

    def _parameters(self) -> str:
        """Return the values of the named parameters."""
        form = "np.float64({!r})" if _divides(self._formula, self._objective) else "{!r}"
        values = self._objective.parameters
        return "".join(
            f"{self._names[s]} = {form.format(values[s.name])}\n"
            for s in self._symbols(parameter=True)
        )

    def _unpacking(self) -> str:
        names = ", ".join(self._names[s] for s in self._symbols(parameter=False))
        if self._formula.dimension == 1:
            return f"    ({names},) = x\n"
        line = f"    {names} = x\n"
        return line if len(line) <= LONGEST else f"    (\n{wrapped(names, ' ' * 8)}\n    ) = x\n"

    def _function(self) -> str:
        writer = self._writer()
        (result,) = writer.write([self._formula.root])
        self._helpers |= writer.helpers
        body = "".join(f"    {line}\n" for line in [*writer.lines, f"return {result}"])
        return f"def f(x):\n{self._unpacking()}{body}"

    def _gradient(self) -> str:
        method = self._experiment.method
        if method is Method.EXACT:
            return self._exact_gradient()
        if self._is_complex:
            return (
                'def gradient(x):\n    """Return the gradient by the complex step, '
                'one row of points for each coordinate."""\n'
                "    points = x + 1j * H * np.eye(x.size)\n"
                "    return np.imag(f(points.T)) / H\n"
            )
        head = f'def gradient(x):\n    """Return the gradient by {method.value} differences."""\n'
        return head + numerical(method, "f(moved)")

    def _exact_gradient(self) -> str:
        writer = self._writer()
        partials = writer.write(self._formula.gradient)
        self._helpers |= writer.helpers
        body = "".join(f"    {line}\n" for line in writer.lines)
        result = f"    return np.array([{', '.join(partials)}])\n"
        if len(result) > LONGEST:
            rows = "".join(f"            {partial},\n" for partial in partials)
            result = f"    return np.array(\n        [\n{rows}        ]\n    )\n"
        return f"def gradient(x):\n    {_EXACT_HEAD}\n{self._unpacking()}{body}{result}"

    # --- what is done with them

    def _settings(self) -> str:
        experiment = self._experiment
        start = f"START = np.array({[*experiment.start]!r})"
        if len(start) > LONGEST:
            numbers = ", ".join(map(repr, experiment.start))
            start = f"START = np.array(\n    [\n{wrapped(numbers, ' ' * 8)}\n    ]\n)"
        lines = [start, f"STEPS = {experiment.steps}", *settings(experiment)]
        return "".join(f"{line}\n" for line in lines)

    def _plot(self) -> str:
        variables = [s.name for s in self._symbols(parameter=False)]
        count, bounds = len(variables), self._experiment.bounds
        i, j = self._experiment.plane
        points = {1: "np.array([u])", 2: "np.array([u, v])"}
        value = self._value.format(points.get(count, "point"))
        draw = (_PLOT_LINE if count == 1 else _PLOT_PLANE).format(
            x_min=bounds.x_min,
            x_max=bounds.x_max,
            y_min=bounds.y_min,
            y_max=bounds.y_max,
            i=i,
            j=j,
            x=quoted(variables[i]),
            y=quoted(variables[j % count]),
        )
        at = _AT.get(count, _AT_PLANE).format(value=value, i=i, j=j)
        return (
            "def plot(paths):\n"
            "    import matplotlib.pyplot as plt\n\n"
            "    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4.5))\n\n"
            f"{at}{draw}"
            "    left.legend()\n"
            "    for name, (_, values) in paths.items():\n"
            "        right.plot(values, label=name)\n"
            '    right.set(xlabel="step", ylabel="f")\n'
            "    figure.tight_layout()\n"
            "    plt.show()\n"
        )

    def _main(self) -> str:
        clips = has_clipping(self._experiment.runs)
        names = "name, rule, lr, clip" if clips else "name, rule, lr"
        arguments = "rule, lr, clip" if clips else "rule, lr"
        return (
            'if __name__ == "__main__":\n'
            "    paths = {}\n"
            f"    for {names} in RUNS:\n"
            f"        end, path = descend({arguments})\n"
            f"        paths[name] = np.array(path), [{self._value.format('x')} for x in path]\n"
            '        print(f"{name}: {len(path) - 1} steps to x = {end.tolist()},'
            ' f = {paths[name][1][-1]:.9g}")\n'
            "    try:\n"
            "        plot(paths)\n"
            "    except ImportError:\n"
            '        print("There is no matplotlib here, so there is no picture.")\n'
        )


def _divides(formula: Formula, objective: FormulaObjective) -> bool:
    """Return whether parameters alone are divided or raised, where floats might raise an error."""
    if not objective.parameters:
        return False
    nodes = reachable([formula.root, *formula.gradient])
    free = {node for node in nodes if not _depends(node, formula.symbols[: formula.dimension])}
    return any(
        isinstance(node, Apply) and node.operation.raises and _has_parameter(node) for node in free
    )


def _depends(node: object, variables: Sequence[Symbol]) -> bool:
    return isinstance(node, Apply | Symbol) and any(n in variables for n in reachable([node]))


def _has_parameter(node: Apply) -> bool:
    return any(isinstance(n, Symbol) for n in reachable([node]))
