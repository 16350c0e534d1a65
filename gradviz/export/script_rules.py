"""Update rules, schedules and clippings as Python: what turns gradients into steps, in a script."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from gradviz.core.clipping import ClipKind
from gradviz.core.hyperparameters import Convention
from gradviz.core.optimizers import SGD, AdaGrad, Adam, Momentum, Nesterov, Optimizer, RMSProp
from gradviz.core.schedules import (
    Constant,
    Cosine,
    Exponential,
    InverseTime,
    Schedule,
    StepDecay,
    WarmUp,
)
from gradviz.document.run_names import run_names
from gradviz.export.script_text import WIDTH, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gradviz.core.clipping import Clipping
    from gradviz.document.experiment import Run

BOOK, TORCH = Convention.BOOK, Convention.PYTORCH
_SGD: Final = """\
class SGD:
    def step(self, g, lr):
        return -lr * g
"""
_MOMENTUM: Final = """\
class {name}:
    def __init__(self, momentum):
        self.momentum = momentum
        self.v = 0.0

    def step(self, g, lr):
{body}
"""
_SQUARES: Final = """\
class {name}:
    def __init__(self{arguments}):
{settings}        self.s = 0.0

    def step(self, g, lr):
        self.s = {sum}
        return -lr * g / (np.sqrt(self.s) + {eps})
"""
_ADAM: Final = """\
class {name}:
    def __init__(self, beta1, beta2):
        self.beta1, self.beta2 = beta1, beta2
        self.m = self.v = 0.0
        self.t = 0

    def step(self, g, lr):
        self.t += 1
        self.m = self.m + (1 - self.beta1) * (g - self.m)
        root = math.sqrt(1 - self.beta2**self.t)
{body}
"""
_ADAM_BOOK: Final = """\
        self.v = self.v + (1 - self.beta2) * (g * g - self.v)
        rate = lr * root / (1 - self.beta1**self.t)
        return -rate * self.m / (np.sqrt(self.v) + 1e-7)"""
_ADAM_TORCH: Final = """\
        self.v = self.beta2 * self.v + (1 - self.beta2) * g * g
        rate = lr / (1 - self.beta1**self.t)
        return -rate * self.m / (np.sqrt(self.v) / root + 1e-8)"""
_BODIES: Final = {
    (Momentum, BOOK): """\
        self.v = self.momentum * self.v - lr * g
        return self.v""",
    (Momentum, TORCH): """\
        self.v = self.momentum * self.v + g
        return -lr * self.v""",
    (Nesterov, BOOK): """\
        m, v = self.momentum, self.v
        self.v = m * v - lr * g
        return m * m * v - (1 + m) * lr * g""",
    (Nesterov, TORCH): """\
        self.v = self.momentum * self.v + g
        return -lr * (g + self.momentum * self.v)""",
    (Adam, BOOK): _ADAM_BOOK,
    (Adam, TORCH): _ADAM_TORCH,
}
_SUM_OF_SQUARES: Final = "self.s + g * g"
_MEAN_OF_SQUARES: Final = "self.decay * self.s + (1 - self.decay) * g * g"
_EPSILONS: Final = {
    (AdaGrad, BOOK): "1e-7",
    (AdaGrad, TORCH): "1e-10",
    (RMSProp, BOOK): "1e-7",
    (RMSProp, TORCH): "1e-8",
}


class Kind(NamedTuple):
    """An update rule without its settings."""

    optimizer: type[Optimizer]
    convention: Convention

    @property
    def name(self) -> str:
        """The name of its class in a script."""
        name = self.optimizer.__name__
        return name if self.convention is BOOK else f"Torch{name}"


def kind_of(optimizer: Optimizer) -> Kind:
    """Return the rule of an optimizer; SGD is the same in both conventions."""
    is_plain = type(optimizer) is SGD
    return Kind(type(optimizer), BOOK if is_plain else optimizer.convention)


def class_text(kind: Kind) -> str:
    """Return a rule as a class whose ``step(g, lr)`` is added to x."""
    if kind.optimizer is SGD:
        return _SGD
    if kind.optimizer is Adam:
        return _ADAM.format(name=kind.name, body=_BODIES[kind])
    if kind.optimizer in {Momentum, Nesterov}:
        return _MOMENTUM.format(name=kind.name, body=_BODIES[kind])
    forgets = kind.optimizer is RMSProp
    return _SQUARES.format(
        name=kind.name,
        arguments=", decay" if forgets else "",
        settings="        self.decay = decay\n" if forgets else "",
        sum=_MEAN_OF_SQUARES if forgets else _SUM_OF_SQUARES,
        eps=_EPSILONS[kind],
    )


_SCHEDULES: Final[dict[type[Schedule], str]] = {
    StepDecay: """\
def step_decay(k, every, gamma):
    return gamma ** (k // every)
""",
    Exponential: """\
def exponential(k, gamma):
    return gamma**k
""",
    Cosine: """\
def cosine(k, over, floor):
    if k >= over:
        return floor
    return floor + (1.0 - floor) * (1.0 + math.cos(math.pi * k / over)) / 2.0
""",
    InverseTime: """\
def inverse_time(k, rate):
    return 1.0 / (1.0 + rate * k)
""",
}
_CHANGED: Final = '''\
def changed(k, lr, changes):
    """Return the learning rate that holds in step k: lr until the first change."""
    for step, later in changes:
        if k >= step:
            lr = later
    return lr
'''
_CLIPPINGS: Final = {
    ClipKind.NORM: '''\
def clip_norm(g, limit):
    """Return g, shortened to `limit` if it is longer."""
    norm = math.hypot(*g)
    if not norm > limit:
        return g
    if math.isinf(norm):  # perhaps only of huge components
        g = g / 8.0
        norm = math.hypot(*g)
    return g / norm * limit
''',
    ClipKind.VALUE: '''\
def clip_value(g, limit):
    """Return g with each part between -limit and limit."""
    return np.clip(g, -limit, limit)
''',
}


def factor_text(schedule: Schedule) -> str:
    """Return by what the learning rate is multiplied in step k, as an expression; "" for 1."""
    warmup: int = getattr(schedule, "warmup", 0)
    j = f"k - {warmup}" if warmup else "k"
    after = _after(schedule, j, warmup)
    if not warmup:
        return after
    return f"((k + 1) / {warmup} if k < {warmup} else {after or '1.0'})"


def _after(schedule: Schedule, j: str, warmup: int) -> str:
    match schedule:
        case StepDecay(every=every, gamma=gamma):
            return f"step_decay({j}, {every}, {gamma!r})"
        case Exponential(gamma=gamma):
            return f"exponential({j}, {gamma!r})"
        case Cosine(over=over, floor=floor):
            return f"cosine({j}, {over - warmup}, {floor!r})"
        case InverseTime(rate=rate):
            return f"inverse_time({j}, {rate!r})"
        case Constant() | WarmUp():
            return ""
    raise TypeError(schedule)


def definitions(runs: Sequence[Run]) -> Iterable[str]:
    """Return the text of all classes and functions that the table of `runs` needs."""
    kinds = dict.fromkeys(kind_of(run.optimizer) for run in runs)
    yield from map(class_text, kinds)
    schedules = dict.fromkeys(type(run.schedule) for run in runs)
    yield from (_SCHEDULES[kind] for kind in schedules if kind in _SCHEDULES)
    if any(run.lr_changes for run in runs):
        yield _CHANGED
    clippings = dict.fromkeys(run.clip.kind for run in runs if run.clip is not None)
    yield from (_CLIPPINGS[kind] for kind in clippings)


def has_rates(runs: Sequence[Run]) -> bool:
    """Return whether the learning rate of any run changes from step to step."""
    return any(run.lr_changes or factor_text(run.schedule) for run in runs)


def has_clipping(runs: Sequence[Run]) -> bool:
    """Return whether any run clips its gradients."""
    return any(run.clip is not None for run in runs)


def table(runs: Sequence[Run]) -> str:
    """Return the list of runs: name, rule, learning rate, and what clips gradients if any does."""
    rows = [
        [
            quoted(name),
            _call(run.optimizer),
            _rate(run, is_function=has_rates(runs)),
            *([_clip(run.clip)] if has_clipping(runs) else []),
        ]
        for name, run in zip(run_names(runs), runs, strict=True)
    ]
    return "".join(["RUNS = [\n", *map(_row, rows), "]\n"])


def _row(cells: Sequence[str]) -> str:
    line = f"    ({', '.join(cells)}),\n"
    if len(line) <= WIDTH:
        return line
    return "".join(["    (\n", *(f"        {cell},\n" for cell in cells), "    ),\n"])


def _call(optimizer: Optimizer) -> str:
    settings = {
        name: getattr(optimizer, name)
        for name in ("momentum", "decay", "beta1", "beta2")
        if hasattr(optimizer, name)
    }
    arguments = ", ".join(f"{name}={value!r}" for name, value in settings.items())
    return f"{kind_of(optimizer).name}({arguments})"


def _rate(run: Run, *, is_function: bool) -> str:
    lr = repr(run.optimizer.lr)
    if not is_function:
        return lr
    if run.lr_changes:
        lr = f"changed(k, {lr}, {[*run.lr_changes]!r})"
    factor = factor_text(run.schedule)
    return f"lambda k: {lr} * {factor}" if factor else f"lambda k: {lr}"


def _clip(clip: Clipping | None) -> str:
    if clip is None:
        return "None"
    return f"lambda g: clip_{clip.kind.value}(g, {clip.limit!r})"
