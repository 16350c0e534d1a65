r"""The lines of each optimizer's arithmetic, beside the code that does it.

For each kind of optimizer one function says what its `update` does, in the same order of
operations: the rule in letters, the values that all coordinates share, and the lines of one
coordinate with their numbers. Adding an optimizer is adding its class, and its lines here.

Letters: eta the learning rate of this step, mu momentum, rho decay, g the gradient used, v a
velocity or a mean of squares, b PyTorch's velocity, s a sum or mean of squares, m a mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log10, sqrt
from typing import TYPE_CHECKING, Any

from gradviz.core.hyperparameters import Convention
from gradviz.core.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, RMSProp
from gradviz.core.working.equations import Equation

if TYPE_CHECKING:
    from collections.abc import Callable

    from gradviz.core.optimizers import Optimizer, State

__all__ = ["GRADIENT", "Lines", "Move", "lines_of"]

_BOOK = Convention.BOOK
_ETA = r"\eta"
_X = "x_{i}"
_G = GRADIENT = "g_{i}"


@dataclass(frozen=True, slots=True)
class Move:
    """One coordinate of one update.

    Attributes
    ----------
    letter : str
        LaTeX of the coordinate, such as ``x_{0}``.
    index : str
        What tells the coordinate's state from another's: ``0``.
    x, gradient, following : float
        The coordinate, the gradient used, and where the coordinate goes.
    before, after : State
        The optimizer's state.
    """

    letter: str
    index: str
    x: float
    gradient: float
    following: float
    before: State
    after: State


@dataclass(frozen=True, slots=True)
class Lines:
    """How an optimizer computes.

    Attributes
    ----------
    rules : tuple of str
        LaTeX of the rule, for coordinate i.
    constants : tuple of Equation
        Hyperparameters that stand in the rule, beside the learning rate.
    shared : tuple of Equation
        Values of this step that all coordinates share.
    of : callable
        Gives the lines of one coordinate's `Move`.
    """

    rules: tuple[str, ...]
    constants: tuple[Equation, ...]
    shared: tuple[Equation, ...]
    of: Callable[[Move], tuple[Equation, ...]]


def lines_of(optimizer: Optimizer, lr: float, after: State) -> Lines:
    """Return the lines of an optimizer.

    Parameters
    ----------
    optimizer : Optimizer
        Which.
    lr : float
        The learning rate of the update.
    after : State
        Its state after the update, of any coordinate: it may count the steps.
    """
    return _WRITERS[type(optimizer)](optimizer, lr, after)


def _sgd(_: SGD, lr: float, _after: State) -> Lines:
    rule = rf"{_X} \leftarrow {_X} - {_ETA}\,{_G}"

    def of(move: Move) -> tuple[Equation, ...]:
        numbers = (move.x, lr, move.gradient)
        return (Equation(move.letter, r"#1 - #2 \cdot #3", numbers, move.following),)

    return Lines((rule,), (), (), of)


def _momentum(optimizer: Momentum, lr: float, _after: State) -> Lines:
    mu = optimizer.momentum
    if optimizer.convention is _BOOK:
        rules = (
            rf"v_{{i}} \leftarrow \mu\,v_{{i}} - {_ETA}\,{_G}",
            rf"{_X} \leftarrow {_X} + v_{{i}}",
        )

        def of(move: Move) -> tuple[Equation, ...]:
            (old,), (new,) = move.before, move.after
            return (
                _book_velocity(move, mu, old, lr, new),
                Equation(move.letter, "#1 + #2", (move.x, new), move.following),
            )

    else:
        rules = (
            rf"b_{{i}} \leftarrow \mu\,b_{{i}} + {_G}",
            rf"{_X} \leftarrow {_X} - {_ETA}\,b_{{i}}",
        )

        def of(move: Move) -> tuple[Equation, ...]:
            (old,), (new,) = move.before, move.after
            return (
                _torch_velocity(move, mu, old, new),
                Equation(move.letter, r"#1 - #2 \cdot #3", (move.x, lr, new), move.following),
            )

    return Lines(rules, (_constant(r"\mu", mu),), (), of)


def _nesterov(optimizer: Nesterov, lr: float, _after: State) -> Lines:
    mu = optimizer.momentum
    if optimizer.convention is _BOOK:
        rules = (
            rf"{_X} \leftarrow {_X} + \mu^{{2}} v_{{i}} - (1 + \mu)\,{_ETA}\,{_G}",
            rf"v_{{i}} \leftarrow \mu\,v_{{i}} - {_ETA}\,{_G}",
        )

        def of(move: Move) -> tuple[Equation, ...]:
            (old,), (new,) = move.before, move.after
            numbers = (move.x, mu * mu, old, (1 + mu) * lr, move.gradient)
            right = r"#1 + (#2 \cdot #3 - #4 \cdot #5)"
            return (
                Equation(move.letter, right, numbers, move.following),
                _book_velocity(move, mu, old, lr, new),
            )

    else:
        rules = (
            rf"b_{{i}} \leftarrow \mu\,b_{{i}} + {_G}",
            rf"{_X} \leftarrow {_X} - {_ETA} \left({_G} + \mu\,b_{{i}}\right)",
        )

        def of(move: Move) -> tuple[Equation, ...]:
            (old,), (new,) = move.before, move.after
            numbers = (move.x, lr, move.gradient, mu, new)
            right = r"#1 - #2 \cdot (#3 + #4 \cdot #5)"
            return (
                _torch_velocity(move, mu, old, new),
                Equation(move.letter, right, numbers, move.following),
            )

    return Lines(rules, (_constant(r"\mu", mu),), (), of)


def _adagrad(optimizer: AdaGrad, lr: float, _after: State) -> Lines:
    eps = 1e-7 if optimizer.convention is _BOOK else 1e-10
    rules = (rf"s_{{i}} \leftarrow s_{{i}} + {_G}^{{2}}", _scaled_rule(_G, "s", eps))

    def of(move: Move) -> tuple[Equation, ...]:
        (old,), (new,) = move.before, move.after
        name = f"s_{{{move.index}}}"
        return (
            Equation(name, "#1 + (#2)^{2}", (old, move.gradient), new),
            _root(name, new),
            _scaled(move, lr, move.gradient, _sqrt(new), eps),
        )

    return Lines(rules, (), (), of)


def _rmsprop(optimizer: RMSProp, lr: float, _after: State) -> Lines:
    rho, eps = optimizer.decay, 1e-7 if optimizer.convention is _BOOK else 1e-8
    rules = (
        rf"s_{{i}} \leftarrow \rho\,s_{{i}} + (1 - \rho)\,{_G}^{{2}}",
        _scaled_rule(_G, "s", eps),
    )

    def of(move: Move) -> tuple[Equation, ...]:
        (old,), (new,) = move.before, move.after
        name = f"s_{{{move.index}}}"
        numbers = (rho, old, 1 - rho, move.gradient)
        return (
            Equation(name, r"#1 \cdot #2 + #3 \cdot (#4)^{2}", numbers, new),
            _root(name, new),
            _scaled(move, lr, move.gradient, _sqrt(new), eps),
        )

    return Lines(rules, (_constant(r"\rho", rho),), (), of)


def _adam(optimizer: Adam, lr: float, after: State) -> Lines:
    beta1, beta2, t = optimizer.beta1, optimizer.beta2, after[2]
    first, root = 1 - beta1**t, sqrt(1 - beta2**t)
    constants = (_constant(r"\beta_{1}", beta1), _constant(r"\beta_{2}", beta2))
    shared: tuple[Equation, ...] = (
        Equation("t", "", (), int(t)),
        Equation(r"1 - \beta_{1}^{t}", "", (), first),
        Equation(r"\sqrt{1 - \beta_{2}^{t}}", "", (), root),
    )
    mean_rule = rf"m_{{i}} \leftarrow m_{{i}} + (1 - \beta_{{1}})({_G} - m_{{i}})"
    if optimizer.convention is _BOOK:
        rate, eps = lr * root / first, 1e-7
        rules: tuple[str, ...] = (
            mean_rule,
            rf"v_{{i}} \leftarrow v_{{i}} + (1 - \beta_{{2}})({_G}^{{2}} - v_{{i}})",
            r"\eta_{t} = \eta\,\frac{\sqrt{1 - \beta_{2}^{t}}}{1 - \beta_{1}^{t}}",
            _scaled_rule("m_{i}", "v", eps, r"\eta_{t}"),
        )
        shared += (Equation(r"\eta_{t}", r"#1 \cdot #2 / #3", (lr, root, first), rate),)
    else:
        rate, eps = lr / first, 1e-8
        rules = (
            mean_rule,
            rf"v_{{i}} \leftarrow \beta_{{2}} v_{{i}} + (1 - \beta_{{2}})\,{_G}^{{2}}",
            r"\hat{v}_{i} = \frac{v_{i}}{1 - \beta_{2}^{t}}",
            r"\eta_{t} = \frac{\eta}{1 - \beta_{1}^{t}}",
            _scaled_rule("m_{i}", r"\hat{v}", eps, r"\eta_{t}"),
        )
        shared += (Equation(r"\eta_{t}", "#1 / #2", (lr, first), rate),)

    def of(move: Move) -> tuple[Equation, ...]:
        return _adam_lines(optimizer, move, rate, root, eps)

    return Lines(rules, constants, shared, of)


def _adam_lines(
    optimizer: Adam, move: Move, rate: float, root: float, eps: float
) -> tuple[Equation, ...]:
    (mean, squares, _), (new_mean, new_squares, _) = move.before, move.after
    g, beta2 = move.gradient, optimizer.beta2
    m_name, v_name = f"m_{{{move.index}}}", f"v_{{{move.index}}}"
    m_line = Equation(m_name, r"#1 + #2 \cdot (#3 - #1)", (mean, 1 - optimizer.beta1, g), new_mean)
    scale = _sqrt(new_squares)
    numbers: tuple[float, ...] = (squares, 1 - beta2, g)
    if optimizer.convention is _BOOK:
        right = r"#1 + #2 \cdot ((#3)^{2} - #1)"
        root_line = _root(v_name, new_squares)
    else:
        right, numbers = r"#1 \cdot #2 + #3 \cdot (#4)^{2}", (beta2, squares, 1 - beta2, g)
        hat = rf"\sqrt{{\hat{{v}}_{{{move.index}}}}}"
        root_line = Equation(hat, "#1 / #2", (scale, root), scale / root)
        scale = scale / root
    v_line = Equation(v_name, right, numbers, new_squares)
    return m_line, v_line, root_line, _scaled(move, rate, new_mean, scale, eps)


# --- lines that several have ---------------------------------------------------------------------


def _constant(name: str, value: float) -> Equation:
    return Equation(name, "", (), value)


def _book_velocity(move: Move, mu: float, old: float, lr: float, new: float) -> Equation:
    numbers = (mu, old, lr, move.gradient)
    return Equation(f"v_{{{move.index}}}", r"#1 \cdot #2 - #3 \cdot #4", numbers, new)


def _torch_velocity(move: Move, mu: float, old: float, new: float) -> Equation:
    return Equation(f"b_{{{move.index}}}", r"#1 \cdot #2 + #3", (mu, old, move.gradient), new)


def _scaled_rule(top: str, squares: str, eps: float, rate: str = _ETA) -> str:
    power = f"10^{{{{-}}{round(-log10(eps))}}}"
    bottom = rf"\sqrt{{{squares}_{{i}}}} + {power}"
    return rf"{_X} \leftarrow {_X} - {rate}\,\frac{{{top}}}{{{bottom}}}"


def _scaled(move: Move, rate: float, top: float, root: float, eps: float) -> Equation:
    numbers = (move.x, rate, top, root, eps)
    return Equation(move.letter, r"#1 - #2 \cdot #3 / (#4 + #5)", numbers, move.following)


def _root(name: str, value: float) -> Equation:
    return Equation(rf"\sqrt{{{name}}}", "", (), _sqrt(value))


def _sqrt(value: float) -> float:
    return sqrt(value) if value >= 0.0 else float("nan")


_WRITERS: dict[type[Optimizer], Callable[[Any, float, State], Lines]] = {
    SGD: _sgd,
    Momentum: _momentum,
    Nesterov: _nesterov,
    AdaGrad: _adagrad,
    RMSProp: _rmsprop,
    Adam: _adam,
}
