"""The pictures, one file each, drawn with pyqtgraph, and the colours they share with the window."""
