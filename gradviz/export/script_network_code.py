"""The Python that a script with a network is put together from."""

from __future__ import annotations

from typing import Final

from gradviz.core.network.initialisers import SMALL, Initialiser
from gradviz.core.network.layers import Activation
from gradviz.core.network.losses import Loss

ACTIVATIONS: Final = {
    Activation.RELU: (
        "np.maximum(x, 0.0)",
        "np.where(x.real > 0.0, x, 0.0)",
        "slope * (y > 0.0)",
    ),
    Activation.SIGMOID: (
        "0.5 * np.tanh(0.5 * x) + 0.5",
        "0.5 * np.tanh(0.5 * x) + 0.5",
        "slope * (y * (1.0 - y))",
    ),
    Activation.TANH: ("np.tanh(x)", "np.tanh(x)", "slope * (1.0 - y * y)"),
}
"""What a layer makes of x, of complex x, and of the slope by its output y."""
UNPACK: Final = '''\
def unpacked(weights):
    """Return the matrix and the bias of each layer, as views of the one array of all weights."""
    layers, begin = [], 0
    for n, m in zip(SIZES, SIZES[1:]):
        matrix = weights[begin : begin + n * m].reshape(n, m)
        begin += n * m
        bias = weights[begin : begin + m]
        begin += m
        layers.append((matrix, bias))
    return layers
'''
UNPACK_WITHOUT: Final = '''\
def unpacked(weights):
    """Return the matrix of each layer, as views of the one array of all weights."""
    layers, begin = [], 0
    for n, m in zip(SIZES, SIZES[1:]):
        layers.append((weights[begin : begin + n * m].reshape(n, m),))
        begin += n * m
    return layers
'''
FORWARD: Final = '''\
def forward(weights, x):
    """Return what each layer is given, and the scores."""
    given = []
    for {layer} in unpacked(weights):
        if given:
            x = {activation}
        given.append(x)
        x = x @ matrix{bias}
    return given, x
'''
BACKWARD: Final = '''\
def gradient(weights, x, t):
    """Return the slope of the loss by each weight, by backpropagation."""
    result = np.empty(weights.size)
    layers, slopes = unpacked(weights), unpacked(result)
    given, scores = forward(weights, x)
    slope = loss_slope(scores, t)
    for i in reversed(range(len(layers))):
        y = given[i]
        slopes[i][0][:] = y.T @ slope
{bias}        if i:
            slope = slope @ layers[i][0].T
            slope = {activation}
    return result
'''
BIAS_SLOPE: Final = "        slopes[i][1][:] = np.ones(len(slope)) @ slope\n"
SUMS: Final = """\
def sums(rows):
    return (rows @ np.ones(rows.shape[1]))[:, None]
"""
LOSSES: Final = {
    Loss.CROSS_ENTROPY: '''\
def loss(s, t):
    """Return the cross entropy of the softmax of scores s, on average."""
    s = s - s.real.max(axis=1, keepdims=True)
    logarithms = np.log(sums(np.exp(s)))
    return (np.dot(sums(t).ravel(), logarithms.ravel()) - np.dot(t.ravel(), s.ravel())) / len(s)
''',
    Loss.BOOK_CROSS_ENTROPY: '''\
def softmax(s):
    y = np.exp(s - s.real.max(axis=1, keepdims=True))
    return y / sums(y)


def loss(s, t):
    """Return the cross entropy of the softmax of scores s, on average, as the book has it."""
    return -np.dot(t.ravel(), np.log(softmax(s) + 1e-7).ravel()) / len(t)
''',
    Loss.SQUARED: '''\
def loss(s, t):
    """Return the mean square of the differences."""
    away = (s - t).ravel()
    return np.dot(away, away) / away.size
''',
}
SLOPES: Final = {
    Loss.CROSS_ENTROPY: """\
def loss_slope(s, t):
    y = np.exp(s - s.max(axis=1, keepdims=True))
    y *= sums(t) / sums(y)
    return (y - t) * (1.0 / len(s))
""",
    Loss.BOOK_CROSS_ENTROPY: """\
def loss_slope(s, t):
    y = softmax(s)
    pull = t * y / (y + 1e-7)
    return (y * sums(pull) - pull) / len(s)
""",
    Loss.SQUARED: """\
def loss_slope(s, t):
    return (s - t) * (2.0 / s.size)
""",
}
BATCH: Final = '''\
@lru_cache(maxsize=2)
def order(epoch):
    return np.random.Generator(np.random.PCG64([SEED, epoch])).permutation(len(INPUTS))


def batch(k):
    """Return the samples of step k."""
    epoch, place = divmod(k, STEPS_OF_AN_EPOCH)
    chosen = order(epoch)[place * BATCH : (place + 1) * BATCH]
    return INPUTS[chosen], TARGETS[chosen]
'''
WHOLE: Final = """\
def batch(_):
    return INPUTS, TARGETS
"""
DRAWN: Final = """\
def first_weights():
    random = np.random.Generator(np.random.PCG64(SEED))
    parts = []
    for n, m in zip(SIZES, SIZES[1:]):
        parts.append(random.standard_normal((n, m)).ravel() * {deviation})
{bias}    return np.concatenate(parts)
"""
DEVIATIONS: Final = {
    Initialiser.NORMAL: repr(SMALL),
    Initialiser.XAVIER: "math.sqrt(1.0 / n)",
    Initialiser.HE: "math.sqrt(2.0 / n)",
}
TELL: Final = '''\
def told(weights, inputs, targets):
    """Return loss{what} over some samples, as text."""
    scores = forward(weights, inputs)[1]
{accuracy}    return f"loss {{loss(scores, targets):.6g}}{shown}"
'''
ACCURACY: Final = """\
    accuracy = np.mean(scores.argmax(axis=1) == targets.argmax(axis=1))
"""
PLOT: Final = """\
def plot(losses):
    import matplotlib.pyplot as plt

    for name, values in losses.items():
        plt.plot(np.arange(len(values)) / STEPS_OF_AN_EPOCH, values, label=name)
    plt.xlabel("epoch")
    plt.ylabel("loss of the batch")
    plt.legend()
    plt.show()
"""
