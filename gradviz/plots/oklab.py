"""Between sRGB and OKLab, in which equal distances look equal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_SRGB_KNEE: Final = 0.0031308

# Björn Ottosson, "A perceptual color space for image processing" (2020).
_LMS_FROM_OKLAB: Final = np.array(
    [
        [1.0, 0.3963377774, 0.2158037573],
        [1.0, -0.1055613458, -0.0638541728],
        [1.0, -0.0894841775, -1.2914855480],
    ]
)
_RGB_FROM_LMS: Final = np.array(
    [
        [4.0767416621, -3.3077115913, 0.2309699292],
        [-1.2684380046, 2.6097574011, -0.3413193965],
        [-0.0041960863, -0.7034186147, 1.7076147010],
    ]
)
_LUMINANCE: Final = np.array([0.2126, 0.7152, 0.0722])


def oklch_to_srgb(
    lightness: NDArray[np.float64], chroma: NDArray[np.float64], hue: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Convert OKLCH (hue in degrees) to sRGB.

    Returns
    -------
    ndarray, shape (..., 3)
        Components of 0 to 1; what lies outside the gamut is cut off.
    """
    angle = np.radians(hue)
    return oklab_to_srgb(
        np.stack([lightness, chroma * np.cos(angle), chroma * np.sin(angle)], axis=-1)
    )


def oklab_to_srgb(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    """Convert OKLab, shape (..., 3), to sRGB of 0 to 1; what lies outside is cut off."""
    linear = ((lab @ _LMS_FROM_OKLAB.T) ** 3) @ _RGB_FROM_LMS.T
    linear = np.clip(linear, 0.0, 1.0)
    gamma = 1.055 * linear ** (1.0 / 2.4) - 0.055
    srgb: NDArray[np.float64] = np.where(linear <= _SRGB_KNEE, 12.92 * linear, gamma)
    return srgb


def srgb_to_oklab(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Convert sRGB of 0 to 1, shape (..., 3), to OKLab."""
    lms = np.linalg.solve(_RGB_FROM_LMS, _linear(rgb).T)
    lab: NDArray[np.float64] = np.linalg.solve(_LMS_FROM_OKLAB, np.cbrt(lms)).T
    return lab


def luminance(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the relative luminance of sRGB colours (WCAG 2), 0 black to 1 white, shape (...)."""
    found: NDArray[np.float64] = _linear(rgb) @ _LUMINANCE
    return found


def components(colours: Sequence[str]) -> NDArray[np.float64]:
    """Return the components, 0 to 1, of colours ``#RRGGBB``, shape (n, 3)."""
    return np.array([[int(c[i : i + 2], 16) / 255.0 for i in (1, 3, 5)] for c in colours])


def _linear(rgb: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(rgb <= 12.92 * _SRGB_KNEE, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
