"""The mathematics of descending: formulas, differences, optimizers, trajectories, fields.

NumPy and the standard library (contourpy for contour lines); no Qt.
"""
