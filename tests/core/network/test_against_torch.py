"""Losses, gradients and training against PyTorch, where it is installed."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss
from gradviz.core.network.network import Network
from gradviz.core.optimizers import SGD, Adam, Convention, Optimizer, RMSProp

if TYPE_CHECKING:
    from collections.abc import Callable

torch = pytest.importorskip("torch")

LAYERS = {
    Activation.RELU: torch.nn.ReLU,
    Activation.SIGMOID: torch.nn.Sigmoid,
    Activation.TANH: torch.nn.Tanh,
}
LOSSES = {Loss.CROSS_ENTROPY: torch.nn.CrossEntropyLoss, Loss.SQUARED: torch.nn.MSELoss}


def _data(network: Network) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.Generator(np.random.PCG64(0))
    weights = 0.5 * rng.standard_normal(network.size)
    inputs = rng.standard_normal((20, network.sizes[0]))
    return weights, inputs, np.eye(network.sizes[-1])[rng.integers(0, network.sizes[-1], 20)]


def _model(network: Network, weights: np.ndarray) -> Any:  # noqa: ANN401 - of torch
    made: list[Any] = []
    for own in network.views(weights):
        if not own:
            made.append(LAYERS[network.activation]())
            continue
        layer = torch.nn.Linear(*own[0].shape, dtype=torch.float64)
        with torch.no_grad():
            layer.weight.copy_(torch.tensor(own[0].T.copy()))
            layer.bias.copy_(torch.tensor(own[1]))
        made.append(layer)
    return torch.nn.Sequential(*made)


def _flat(parts: list[Any]) -> np.ndarray:
    return np.concatenate([part.detach().numpy().T.ravel() for part in parts])


@pytest.mark.parametrize(("activation", "loss"), list(product(LAYERS, LOSSES)))
def test_loss_and_gradient_are_those_of_pytorch(activation: Activation, loss: Loss) -> None:
    network = Network((3, 6, 5, 4), activation, loss)
    weights, inputs, targets = _data(network)
    model = _model(network, weights)
    theirs = LOSSES[loss]()(model(torch.tensor(inputs)), torch.tensor(targets))
    theirs.backward()
    value, gradient = network.value_and_gradient(weights, inputs, targets)
    assert value == pytest.approx(theirs.item(), rel=1e-12)
    expected = _flat([parameter.grad for parameter in model.parameters()])
    assert gradient == pytest.approx(expected, rel=1e-9, abs=1e-14)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (SGD(lr=0.1), lambda p: torch.optim.SGD(p, lr=0.1)),
        (Adam(lr=0.01, convention=Convention.PYTORCH), lambda p: torch.optim.Adam(p, lr=0.01)),
        (
            RMSProp(lr=0.01, convention=Convention.PYTORCH),
            lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.99),
        ),
    ],
)
def test_training_goes_where_pytorch_goes(ours: Optimizer, theirs: Callable[..., Any]) -> None:
    network = Network((3, 8, 4))
    weights, inputs, targets = _data(network)
    model, state = _model(network, weights), ours.init()
    optimizer = theirs(model.parameters())
    for _ in range(30):
        optimizer.zero_grad()
        logits = model(torch.tensor(inputs))
        torch.nn.functional.cross_entropy(logits, torch.tensor(targets)).backward()
        optimizer.step()
        change, state = ours.update(network.gradient(weights, inputs, targets), state)
        weights = weights + change
    assert weights == pytest.approx(_flat(list(model.parameters())), rel=1e-8, abs=1e-10)
