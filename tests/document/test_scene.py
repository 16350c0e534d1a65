"""The backdrop of the contour view: what is sampled, for one variable, two and more."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gradviz.core.differences import Method
from gradviz.core.field import Bounds
from gradviz.core.formula import FormulaError
from gradviz.core.scales import Scale
from gradviz.document.experiment import Experiment, ExperimentError
from gradviz.document.scene import SceneRequest, evaluate_scene, scene_request

BOWL = scene_request(Experiment(), shape=(21, 31), arrow_shape=(4, 5))


def test_the_field_of_the_default_experiment() -> None:
    scene = evaluate_scene(BOWL)
    assert scene is not None
    assert scene.request is BOWL
    assert scene.curve is None
    assert scene.field is not None
    assert scene.field.values.shape == (21, 31)
    x, y = np.meshgrid(np.linspace(-5, 5, 31), np.linspace(-5, 5, 21))
    np.testing.assert_allclose(scene.field.values, x**2 + y**2, rtol=1e-12)


def test_contour_lines_lie_on_their_levels() -> None:
    scene = evaluate_scene(replace(BOWL, shape=(201, 201)))
    assert scene is not None
    assert len(scene.lines) == len(scene.levels) > 3
    for line in scene.lines:
        radius = np.sqrt(np.nansum(line.points**2, axis=1))[~np.isnan(line.points[:, 0])]
        np.testing.assert_allclose(radius, np.sqrt(line.level), rtol=0.01, atol=0.01)


@pytest.mark.parametrize("method", list(Method))
def test_arrows_point_up_the_slope_by_the_chosen_method(method: Method) -> None:
    scene = evaluate_scene(replace(BOWL, method=method))
    assert scene is not None
    assert scene.arrows is not None
    arrows = scene.arrows
    assert arrows.x.shape == (4, 5)
    length = np.hypot(arrows.x, arrows.y)
    inner = length > 0.1
    np.testing.assert_allclose(arrows.u[inner], (arrows.x / length)[inner], atol=1e-3)
    np.testing.assert_allclose(arrows.magnitude[inner], 2 * length[inner], rtol=1e-2)


def test_one_variable_is_a_curve() -> None:
    experiment = Experiment(formula="0.01*x**2 + 0.1*x", start=(-8.0,))
    scene = evaluate_scene(scene_request(experiment, bounds=Bounds(0.0, 20.0, 0.0, 1.0)))
    assert scene is not None
    assert scene.field is None
    assert scene.arrows is None
    assert scene.lines == ()
    assert scene.curve is not None
    assert (scene.curve.x[0], scene.curve.x[-1]) == (0.0, 20.0)
    np.testing.assert_allclose(scene.curve.values, 0.01 * scene.curve.x**2 + 0.1 * scene.curve.x)


def test_of_more_variables_two_are_shown_and_the_others_held() -> None:
    experiment = Experiment(formula="x0 + 10*x1 + 100*x2", start=(1.0, 2.0, 3.0))
    scene = evaluate_scene(replace(scene_request(experiment, shape=(3, 3)), plane=(2, 0)))
    assert scene is not None
    assert scene.field is not None
    x, y = np.meshgrid(scene.field.x, scene.field.y)
    np.testing.assert_allclose(scene.field.values, y + 20.0 + 100 * x)


@pytest.mark.parametrize("scale", list(Scale))
def test_a_chosen_scale_is_kept(scale: Scale) -> None:
    scene = evaluate_scene(replace(BOWL, scale=scale))
    assert scene is not None
    assert scene.scale is scale


def test_a_valley_gets_a_logarithmic_scale() -> None:
    rosenbrock = Experiment(formula="(1 - x0)**2 + 100*(x1 - x0**2)**2", start=(-1.5, 2.0))
    scene = evaluate_scene(scene_request(rosenbrock))
    assert scene is not None
    assert scene.scale is Scale.LOG


@pytest.mark.parametrize("formula", ["log(-1 - x0**2 - x1**2)", "0*x0 + 0*x1 + 3", "1e308*x0*x1"])
def test_values_without_a_picture_make_a_scene_all_the_same(formula: str) -> None:
    scene = evaluate_scene(replace(BOWL, formula=formula))
    assert scene is not None
    assert scene.field is not None
    assert scene.field.values.shape == (21, 31)


def test_a_cancelled_scene_is_none() -> None:
    assert evaluate_scene(BOWL, lambda: True) is None


def test_requests_are_values() -> None:
    assert scene_request(Experiment()) == scene_request(Experiment(steps=7))
    assert hash(BOWL) == hash(replace(BOWL))
    assert scene_request(Experiment(h=1e-3)) != scene_request(Experiment())


def test_wrong_formulas_and_dimensions_are_refused() -> None:
    with pytest.raises(FormulaError):
        evaluate_scene(replace(BOWL, formula="x0 +"))
    with pytest.raises(ExperimentError):
        evaluate_scene(
            SceneRequest(
                formula="x0*x1", method=Method.EXACT, h=1.0, bounds=BOWL.bounds, held=(1.0,)
            )
        )
