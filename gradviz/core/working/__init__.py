"""The arithmetic of one step, as data: what was evaluated, what the optimizer did, line by line."""
