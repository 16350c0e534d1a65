"""Where the functions and their minima come from."""

from __future__ import annotations

from typing import Final

SAITO: Final = "K. Saito, Deep Learning from Scratch"
SURJANOVIC: Final = "S. Surjanovic and D. Bingham, Virtual Library of Simulation Experiments"
JAMIL: Final = "M. Jamil and X.-S. Yang, A literature survey of benchmark functions, 2013"
