"""Networks whose loss is descended: layers, losses, first weights, batches; NumPy only."""
