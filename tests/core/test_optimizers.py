"""Update rules against the book's code, step by step and bit for bit, and against torch.optim."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, Protocol

import numpy as np
import pytest

from gradviz.core.optimizers import (
    OPTIMIZERS,
    SGD,
    AdaGrad,
    Adam,
    Convention,
    Momentum,
    Nesterov,
    Optimizer,
    OptimizerError,
    RMSProp,
    parse_optimizer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STEPS = 200
START = (-7.0, 2.0)


def slope(x: np.ndarray) -> np.ndarray:
    return np.array([x[0] / 10.0, 2.0 * x[1]])


# --- common/optimizer.py of the book, one array per class ------------------------------------


class Book(Protocol):
    """An optimizer of the book: it changes `params` in place."""

    def update(self, params: np.ndarray, grads: np.ndarray) -> None: ...


class BookSGD:
    def __init__(self, lr: float) -> None:
        self.lr = lr

    def update(self, params: np.ndarray, grads: np.ndarray) -> None:
        params -= self.lr * grads


class BookMomentum:
    def __init__(self, lr: float, momentum: float = 0.9) -> None:
        self.lr, self.momentum, self.v = lr, momentum, 0.0

    def update(self, params: np.ndarray, grads: np.ndarray) -> None:
        self.v = self.momentum * self.v - self.lr * grads
        params += self.v


class BookNesterov:
    def __init__(self, lr: float, momentum: float = 0.9) -> None:
        self.lr, self.momentum, self.v = lr, momentum, np.zeros(2)

    def update(self, params: np.ndarray, grads: np.ndarray) -> None:
        params += self.momentum * self.momentum * self.v - (1 + self.momentum) * self.lr * grads
        self.v *= self.momentum
        self.v -= self.lr * grads


class BookAdaGrad:
    def __init__(self, lr: float) -> None:
        self.lr, self.h = lr, np.zeros(2)

    def update(self, params: np.ndarray, grads: np.ndarray) -> None:
        self.h += grads * grads
        params -= self.lr * grads / (np.sqrt(self.h) + 1e-7)


class BookRMSProp:
    def __init__(self, lr: float, decay_rate: float = 0.99) -> None:
        self.lr, self.decay_rate, self.h = lr, decay_rate, np.zeros(2)

    def update(self, params: np.ndarray, grads: np.ndarray) -> None:
        self.h *= self.decay_rate
        self.h += (1 - self.decay_rate) * grads * grads
        params -= self.lr * grads / (np.sqrt(self.h) + 1e-7)


class BookAdam:
    def __init__(self, lr: float, beta1: float = 0.9, beta2: float = 0.999) -> None:
        self.lr, self.beta1, self.beta2 = lr, beta1, beta2
        self.iter, self.m, self.v = 0, np.zeros(2), np.zeros(2)

    def update(self, params: np.ndarray, grads: np.ndarray) -> None:
        self.iter += 1
        lr_t = self.lr * np.sqrt(1.0 - self.beta2**self.iter) / (1.0 - self.beta1**self.iter)
        self.m += (1 - self.beta1) * (grads - self.m)
        self.v += (1 - self.beta2) * (grads**2 - self.v)
        params -= lr_t * self.m / (np.sqrt(self.v) + 1e-7)


BOOK = [
    (SGD(lr=0.95), BookSGD(0.95)),
    (Momentum(lr=0.1), BookMomentum(0.1)),
    (Momentum(lr=0.03, momentum=0.5), BookMomentum(0.03, 0.5)),
    (Nesterov(lr=0.1), BookNesterov(0.1)),
    (AdaGrad(lr=1.5), BookAdaGrad(1.5)),
    (RMSProp(lr=0.1), BookRMSProp(0.1)),
    (RMSProp(lr=0.02, decay=0.9), BookRMSProp(0.02, 0.9)),
    (Adam(lr=0.3), BookAdam(0.3)),
    (Adam(lr=0.05, beta1=0.8, beta2=0.95), BookAdam(0.05, 0.8, 0.95)),
]


def coordinate_path(optimizer: Optimizer) -> Iterator[tuple[float, ...]]:
    """Step with Python floats, one coordinate at a time."""
    x, states = list(START), [optimizer.init() for _ in START]
    for _ in range(STEPS):
        gradient = slope(x).tolist()
        for i in range(2):
            change, states[i] = optimizer.update(gradient[i], states[i])
            assert type(change) is float
            x[i] += change
        yield tuple(x)


def array_path(optimizer: Optimizer) -> Iterator[tuple[float, ...]]:
    """Step with one NumPy array."""
    x, state = np.array(START), optimizer.init()
    for _ in range(STEPS):
        change, state = optimizer.update(slope(x), state)
        x = x + change
        yield tuple(x.tolist())


@pytest.mark.parametrize("walk", [coordinate_path, array_path])
@pytest.mark.parametrize(("ours", "book"), BOOK, ids=lambda o: type(o).__name__)
def test_book_convention_is_the_book_bit_for_bit(
    walk: Callable[[Optimizer], Iterator[tuple[float, ...]]], ours: Optimizer, book: Book
) -> None:
    book = type(book)(**{k: v for k, v in vars(book).items() if k not in {"v", "h", "m", "iter"}})
    x = np.array(START)
    for point in walk(ours):
        book.update(x, slope(x))
        assert point == tuple(x.tolist())


def test_nesterov_is_the_book_in_two_parts_but_for_rounding() -> None:
    # The book adds m*m*v and subtracts (1 + m)*lr*g apart: the sum is rounded elsewhere.
    x, v, m, lr = np.array(START), np.zeros(2), 0.9, 0.1
    for point in coordinate_path(Nesterov(lr=lr)):
        g = slope(x)
        x += m * m * v
        x -= (1 + m) * lr * g
        v *= m
        v -= lr * g
        np.testing.assert_allclose(point, x, rtol=1e-11, atol=1e-13)


# --- torch.optim as its documentation states it ----------------------------------------------


def torch_sgd(
    x: np.ndarray, lr: float, momentum: float = 0.0, nesterov: bool = False
) -> Iterator[np.ndarray]:
    buffer = None
    while True:
        g = slope(x)
        if momentum:
            buffer = g.copy() if buffer is None else momentum * buffer + g
            g = g + momentum * buffer if nesterov else buffer
        x = x - lr * g
        yield x


def torch_adagrad(x: np.ndarray, lr: float, eps: float = 1e-10) -> Iterator[np.ndarray]:
    state_sum = np.zeros(2)
    while True:
        g = slope(x)
        state_sum = state_sum + g**2
        x = x - lr * g / (np.sqrt(state_sum) + eps)
        yield x


def torch_rmsprop(
    x: np.ndarray, lr: float, alpha: float = 0.99, eps: float = 1e-8
) -> Iterator[np.ndarray]:
    v = np.zeros(2)
    while True:
        g = slope(x)
        v = alpha * v + (1 - alpha) * g**2
        x = x - lr * g / (np.sqrt(v) + eps)
        yield x


def torch_adam(
    x: np.ndarray, lr: float, betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8
) -> Iterator[np.ndarray]:
    m, v, t = np.zeros(2), np.zeros(2), 0
    while True:
        t += 1
        g = slope(x)
        m = betas[0] * m + (1 - betas[0]) * g
        v = betas[1] * v + (1 - betas[1]) * g**2
        m_hat, v_hat = m / (1 - betas[0] ** t), v / (1 - betas[1] ** t)
        x = x - lr * m_hat / (np.sqrt(v_hat) + eps)
        yield x


TORCH = [
    (SGD(lr=0.95, convention="pytorch"), torch_sgd, {"lr": 0.95}),
    (Momentum(lr=0.05, convention="pytorch"), torch_sgd, {"lr": 0.05, "momentum": 0.9}),
    (
        Nesterov(lr=0.05, momentum=0.8, convention="pytorch"),
        torch_sgd,
        {"lr": 0.05, "momentum": 0.8, "nesterov": True},
    ),
    (AdaGrad(lr=1.5, convention="pytorch"), torch_adagrad, {"lr": 1.5}),
    (RMSProp(lr=0.1, convention="pytorch"), torch_rmsprop, {"lr": 0.1}),
    (
        RMSProp(lr=0.1, decay=0.9, convention="pytorch"),
        torch_rmsprop,
        {"lr": 0.1, "alpha": 0.9},
    ),
    (Adam(lr=0.3, convention="pytorch"), torch_adam, {"lr": 0.3}),
    (
        Adam(lr=0.1, beta1=0.5, beta2=0.9, convention="pytorch"),
        torch_adam,
        {"lr": 0.1, "betas": (0.5, 0.9)},
    ),
]


@pytest.mark.parametrize("walk", [coordinate_path, array_path])
@pytest.mark.parametrize(("ours", "reference", "options"), TORCH)
def test_pytorch_convention_is_its_documentation(
    walk: Callable[[Optimizer], Iterator[tuple[float, ...]]],
    ours: Optimizer,
    reference: Callable[..., Iterator[np.ndarray]],
    options: dict[str, float],
) -> None:
    # RMSProp at a minimum divides 0 by nearly 0: the first steps tell the rules apart
    for point, expected in zip(walk(ours), reference(np.array(START), **options), strict=False):
        if np.abs(expected).max() < 1e-5:
            break
        np.testing.assert_allclose(point, expected, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(("ours", "_", "options"), TORCH)
def test_pytorch_convention_is_torch(ours: Optimizer, _: object, options: dict[str, float]) -> None:
    torch = pytest.importorskip("torch")
    classes = {"adagrad": "Adagrad", "rmsprop": "RMSprop", "adam": "Adam"}
    x = torch.tensor(START, dtype=torch.float64, requires_grad=True)
    optimizer = getattr(torch.optim, classes.get(ours.key, "SGD"))([x], **options)
    for point in list(coordinate_path(ours))[:20]:
        x.grad = torch.tensor(slope(x.tolist()))
        optimizer.step()
        np.testing.assert_allclose(point, x.tolist(), rtol=1e-12, atol=1e-14)


def test_the_two_conventions_differ_where_they_should() -> None:
    for cls in OPTIMIZERS.values():
        ends = [list(coordinate_path(cls(lr=0.1, convention=c)))[5] for c in Convention]
        assert (ends[0] == ends[1]) is (cls is SGD)


@pytest.mark.parametrize("convention", Convention)
@pytest.mark.parametrize("cls", OPTIMIZERS.values())
@pytest.mark.parametrize("gradient", [0.0, 5e-324, 1e300, -1e308, math.inf, -math.inf, math.nan])
def test_no_gradient_raises(cls: type[Optimizer], convention: Convention, gradient: float) -> None:
    optimizer = cls(convention=convention)
    state = optimizer.init()
    assert len(state) == len(optimizer.state_names)
    for _ in range(3):
        change, state = optimizer.update(gradient, state)
        assert isinstance(change, float)
        assert len(state) == len(optimizer.state_names)


@pytest.mark.parametrize("cls", OPTIMIZERS.values())
def test_a_zero_gradient_moves_nothing_at_first(cls: type[Optimizer]) -> None:
    change, _ = cls().update(0.0, cls().init())
    assert change == 0.0


def test_the_table_is_in_order_and_complete() -> None:
    assert list(OPTIMIZERS) == ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"]
    for key, cls in OPTIMIZERS.items():
        assert cls.key == key
        assert issubclass(cls, Optimizer)
    labels = {cls.label for cls in OPTIMIZERS.values()}
    assert len(labels) == len(OPTIMIZERS)


@pytest.mark.parametrize("cls", OPTIMIZERS.values())
def test_hyperparameters_say_how_to_ask_for_them(cls: type[Optimizer]) -> None:
    for item in dataclasses.fields(cls):
        if item.name != "convention":
            assert item.metadata["label"]
            assert item.metadata["help"].endswith(".")
            assert item.metadata["low"] <= item.default <= item.metadata["high"]


def test_optimizers_are_values() -> None:
    assert SGD(lr=1) == SGD(lr=1.0)
    assert isinstance(SGD(lr=1).lr, float)
    assert Adam(lr=0.3) != Adam(lr=0.3, convention=Convention.PYTORCH)
    assert SGD(lr=0.1) != Momentum(lr=0.1)
    assert len({Momentum(), Momentum(), Nesterov()}) == 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        SGD().lr = 0.2


@pytest.mark.parametrize(
    ("cls", "settings", "words"),
    [
        (SGD, {"lr": 0.0}, "lr must be between"),
        (SGD, {"lr": -0.1}, "lr must be between"),
        (SGD, {"lr": math.nan}, "lr must be between"),
        (SGD, {"lr": math.inf}, "lr must be between"),
        (SGD, {"lr": 10**400}, "lr must be between"),
        (SGD, {"lr": "0.1"}, "lr must be a number"),
        (SGD, {"lr": True}, "lr must be a number"),
        (SGD, {"convention": "keras"}, "convention must be book or pytorch"),
        (Momentum, {"momentum": 1.5}, "momentum must be between 0 and 1"),
        (RMSProp, {"decay": -0.1}, "decay must be between"),
        (Adam, {"beta1": 1.0}, "beta1 must be between"),
        (Adam, {"beta2": 1.0}, "beta2 must be between"),
    ],
)
def test_wrong_hyperparameters_are_refused_in_a_sentence(
    cls: type[Optimizer], settings: dict[str, object], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        cls(**settings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sgd", SGD()),
        ("sgd:lr=0.1", SGD(lr=0.1)),
        (" SGD : lr = 1e-10 ", SGD(lr=1e-10)),
        ("adam:lr=0.3,convention=book", Adam(lr=0.3)),
        (
            "adam:lr=0.3,convention=pytorch,beta2=0.9",
            Adam(lr=0.3, convention=Convention.PYTORCH, beta2=0.9),
        ),
        ("nesterov:momentum=0.5", Nesterov(momentum=0.5)),
    ],
)
def test_optimizers_are_read_from_text(text: str, expected: Optimizer) -> None:
    assert parse_optimizer(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "no optimizer ''"),
        ("adams:lr=1", "There are sgd, momentum"),
        ("sgd:", "name=value"),
        ("sgd:lr", "name=value"),
        ("sgd:lr=", "name=value"),
        ("sgd:lr=0.1,", "name=value"),
        ("sgd:lr=fast", "must be a number"),
        ("sgd:lr=1_0", "must be a number"),
        ("sgd:lr=0", "must be between"),
        ("sgd:lr=nan", "must be between"),
        ("sgd:lr=1,lr=2", "twice"),
        ("sgd:momentum=0.9", "It has lr, convention"),
        ("sgd:convention=keras", "book or pytorch"),
    ],
)
def test_text_that_is_no_optimizer_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(OptimizerError, match=words) as caught:
        parse_optimizer(text)
    assert str(caught.value).endswith(".")
