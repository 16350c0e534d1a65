"""The options of the command line that take a value, with their help; and what else help says."""

from __future__ import annotations

SCHEMES = "forward, backward, central, five-point or complex-step"
METHODS = "forward, backward, central, five-point, complex-step or exact"
NETWORKS = "simplenet, linear, logistic, xor, moons, circles, spiral, iris or digits"
RULES = "sgd, momentum, nesterov, adagrad, rmsprop or adam"

VIEWS = ("contour", "surface", "slice", "h", "loss", "gradient-norm", "all")
"""Pictures of a function."""
NETWORK_VIEWS = (
    "data",
    "answers",
    "layers",
    "backprop",
    "check",
    "landscape",
    "landscape-surface",
    "loss",
    "accuracy",
    "gradient-norm",
    "all",
)
"""Pictures of a network."""
COLOURS = ("theme", "viridis", "cividis", "magma", "grey")

EXAMPLES = """\
examples:
  gradviz
  gradviz run --formula "x0**2 + x1**2" --start -3,4 --run sgd:lr=0.1
  gradviz run --formula "x**2 + 20*y**2" --start -7,2 --run momentum --run adam:lr=0.3 --format csv
  gradviz run --run adam:lr=0.3,schedule=cosine,over=200,warmup=10,clip=norm:1 --steps 200
  gradviz render --formula "sin(x0) + sin(x1)" --start 1,2 --out picture.svg --theme dark
  gradviz explain "x0**2 / 20 + x1**2"
  gradviz run --network spiral --layers 2,16,16,3 --batch 32 --epochs 200 --run adam:lr=0.01
  gradviz run --network own --data flowers.csv --layers 4,8,3 --test-share 0.3
  gradviz render --network moons --view landscape --out landscape.png
  gradviz check --network simplenet --h 1e-4
  gradviz render lesson.gradviz --view contour,loss --size 160x90mm --out lesson.pdf
  gradviz render lesson.gradviz --out lesson.gif --every 2 --fps 15
  gradviz export lesson.gradviz --run adam:lr=0.1 --out lesson.py
"""
RUNS = """\
a run is an optimizer with its settings, and if wanted a schedule of its learning rate with its
own, and a clipping of its gradients:
  adam:lr=0.3,beta2=0.9,convention=pytorch
  sgd:lr=0.5,schedule=cosine,over=200,warmup=10,clip=norm:1

schedules, with the settings that hold when none are given:
  schedule=step,every=25,gamma=0.5    lr * gamma**(k // every) in step k
  schedule=exponential,gamma=0.98     lr * gamma**k
  schedule=cosine,over=100,floor=0    down a cosine to lr * floor
  schedule=inverse,rate=0.1           lr / (1 + rate*k)
  schedule=warmup,warmup=10           lr
In the first N steps of any with warmup=N the rate rises evenly; k counts from there.

from a step on another learning rate, as often as wanted:
  lr@40=0.01      in step 40 and after it, counted from 0; a schedule multiplies it

clippings:
  clip=norm:1     gradients longer than 1 are shortened to length 1
  clip=value:1    each part of a gradient is brought between -1 and 1
"""
PICTURES = """
pictures of a function are contour, surface, slice, h, loss, gradient-norm and all, those of a
network data, answers, layers, backprop, check, landscape, landscape-surface, loss, accuracy,
gradient-norm and all. Several in one figure: --view contour,loss. Surfaces need OpenGL and so a
display, or one in memory (xvfb-run gradviz render ...); all leaves them out without. What shows a
single run shows the one a file has selected, or else the first.
"""
TABLES = """
tables of a function are trajectories, of all runs, steps, of one run, and field; those of a network
epochs, of all runs, steps and weights, of one run. A script needs NumPy alone, and ends at the same
numbers; samples that are not made up are written beside it.
"""
SAMPLES_TOLD = """\
The loss is that of the network's first mini-batch. JSON has the keys scores, loss, numeric,
backprop and largest_difference: scores sample by sample, gradients as --weights.
"""

EXPERIMENT = (
    ("--formula", "TEXT", "the function, by default x0**2 + x1**2"),
    ("--start", "X0,X1,...", "the start point, by default -3,4"),
    ("--steps", "N", "updates of each run, by default 100"),
    ("--method", "NAME", f"way to the gradient: {METHODS}"),
    ("--h", "H", "step size of the differences, by default 1e-4"),
    ("--tolerance", "T", "stop where the norm of the gradient is below T"),
    ("--noise", "S", "standard deviation of noise on the gradient"),
    ("--seed", "N", "seed of the noise, by default 0; of a network's samples, weights and batches"),
    ("--range", "X0MIN,X0MAX,X1MIN,X1MAX", "the part of the plane that is looked at"),
)
NETWORK = (
    ("--layers", "N,N,...", "inputs, hidden units of each layer, outputs"),
    ("--activation", "NAME", "relu, sigmoid or tanh"),
    ("--loss", "NAME", "cross-entropy, book-cross-entropy or mean-squared-error"),
    ("--initialiser", "NAME", "how first weights are drawn: normal, xavier or he"),
    ("--batch", "N", "samples of a step, or all"),
)
EPOCHS = ("--epochs", "N", "passes over the samples")
SAMPLES = (
    ("--data", "FILE", "samples of --network own: CSV with headings, the class in the last column"),
    ("--test-share", "PART", "the part of the samples to test with, 0 to 0.9"),
    ("--count", "N", "how many samples are made up"),
    ("--sample-noise", "S", "how much samples that are made up scatter"),
)
CHECK = (
    ("--weights", "W0,W1,...", "its weights, layer by layer and row by row, by default its first"),
    ("--method", "NAME", f"{SCHEMES}, by default central"),
    ("--h", "H", "step size of the differences, by default 1e-4"),
    ("--seed", "N", "seed of the samples and of the first weights, by default 0"),
)
EXPORT = (
    ("--table", "NAME", "which table, as below; by default trajectories, or epochs of a network"),
    ("--which", "N", "the run of steps and weights, from 1; by default the one selected"),
    ("--at", "K,K,...", "the steps of --table weights; by default the last"),
)
PAPER = (
    ("--size", "WxH", "in pixels, by default 1200x800, or as 160x90mm"),
    ("--scale", "S", "pixels of a .png for each of --size, by default 1"),
    ("--dpi", "N", "pixels of a .png for an inch, instead of --scale; at scale 1 there are 96"),
)
MOVING = (
    ("--from", "from_step", "K", "the first step, by default 0"),
    ("--to", "to_step", "K", "the last step, by default the last there is"),
    ("--every", "every", "N", "steps from one frame to the next, by default 1"),
    ("--fps", "fps", "N", "frames per second, by default 10"),
)
RENDER = (
    ("--view", "NAME,...", "what to draw, as below; by default what the file shows, or the first"),
    ("--step", "N", "the step that is shown, by default the last"),
    ("--direction", "NAME", "of a slice: a variable, by default the first, or gradient"),
)
RENDER_NETWORK = (
    ("--epoch", "N", "the epoch whose end is shown, instead of --step"),
    ("--sample", "N", "of backprop: the sample that is sent through, by default 1"),
    ("--stage", "N", "of backprop: from 1, the sample alone, on; by default the last"),
)
_OTHERS = (
    "--network",
    "--set",
    "--run",
    "--format",
    "--out",
    "--theme",
    "--colours",
    "--samples",
    "--what",
    "--how",
    "--directions",
)
_TABLES = (
    EXPERIMENT,
    NETWORK,
    (EPOCHS,),
    SAMPLES,
    CHECK,
    RENDER,
    RENDER_NETWORK,
    EXPORT,
    PAPER,
    MOVING,
)
WITH_VALUE = frozenset(
    (
        *(option for table in _TABLES for option, *_ in table),
        *_OTHERS,
    )
)
"""The options that take a value."""
