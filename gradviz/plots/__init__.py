"""The pictures, painted in plain QPainter calls, and the colours they share with the window.

A *picture* (`contour_picture`, `curve_picture`) is state and painting without a widget, so that a
file is painted by the same lines as the screen; a *view* (`contour`, `curves`) is the widget that
shows one, keeps what does not change between frames, and answers mouse and keyboard.
"""
