"""Formulas: from the text typed to a checked expression graph, and from there to fast functions.

Nothing that was typed is ever executed. Python's own parser reads the text, a whitelist turns it
into a graph, and code is generated from the graph with names made up on the way.
"""

from gradviz.core.formula.compiled import CompiledFormula
from gradviz.core.formula.definitions import Parameter
from gradviz.core.formula.errors import ErrorCode, FormulaError
from gradviz.core.formula.formula import Formula, parse
from gradviz.core.formula.functions import CONSTANTS, FUNCTIONS, Function
from gradviz.core.formula.variables import MAX_DIMENSION

__all__ = [
    "CONSTANTS",
    "FUNCTIONS",
    "MAX_DIMENSION",
    "CompiledFormula",
    "ErrorCode",
    "Formula",
    "FormulaError",
    "Function",
    "Parameter",
    "parse",
]
