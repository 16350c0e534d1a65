"""Networks whose loss is descended: layers, losses, samples, checks, landscapes; NumPy only."""
