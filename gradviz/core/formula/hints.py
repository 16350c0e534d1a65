"""What to do about a mistake in a formula, and the words that sentences on mistakes put in.

Every hint is a template with placeholders, so that it can be told in another language.
"""

from __future__ import annotations

from enum import StrEnum


class Hint(StrEnum):
    """What to do, in a sentence; the placeholders are values of the mistake."""

    NONE = ""
    # what is typed
    EXAMPLE = "Try `x0**2 + x1**2`."
    POWER = "Powers are written `**`, as in `x0**2`."
    POWER_WITHOUT_SPACE = "A power is written `**`, without a space."
    ABSOLUTE_VALUE = "The absolute value is written `abs(x0)`."
    FACTORIAL = "Factorials are not available."
    INFINITY = "Infinity cannot be used as a number."
    SUM = "Sums are written `sum(x**2)`."
    PRODUCT = "Products are written `prod(x)`."
    NO_DERIVATIVE = "Type the function only; its derivatives are found for you."
    NO_NABLA = "Type the function only; its gradient is found for you."
    NO_GRADIENT = "The gradient is found for you."
    NO_DOLLARS = "Type the formula without dollar signs."
    NO_PRINT = "Leave `print` out: type only what is to be descended."
    NO_IMPORT = "What is needed is there without any import."
    DECIMAL_POINT = "The decimal mark is the point, as in `0.5`."
    SEVERAL_LINES = "Put a formula of several lines into brackets."
    CLOSE = "Add the missing `{closing}`."
    UNFINISHED = "Something is missing after `{text}`."
    COLON = "This line has to end with `:`."
    ELSE = "Add `else` and the value it has otherwise."
    # operators
    TIMES = "Write `{left}*{right}`."
    TIMES_BETWEEN = "Write `*` between what is to be multiplied."
    TIMES_BRACKETS = "Write `{name}*(...)` to multiply."
    DIGITS = "Write `{digits}`."
    AT_LEAST = "Write `>=`."
    AT_MOST = "Write `<=`."
    EQUAL = "Write `==`."
    ONE_OR_TWO_EQUALS = "Write `=` or `==`."
    COMPARE = "Write `==` to compare."
    COMPARE_UNEQUAL = "Write `!=` to compare."
    NOT_EQUAL = "Not equal is written `!=`."
    BETWEEN_CONDITIONS = "Between conditions write `{word}`."
    REST = "The rest of a division is `u - v*floor(u / v)`."
    FLOOR = "Write `floor(u / v)`."
    # names and calls
    MEANT = "Did you mean `{meant}`?"
    PARAMETER = "A parameter gets its value on a line of its own: `{name} = 1.0`."
    CALL = "Write `{name}(...)`."
    CALL_WITH = "Write `{name}({argument})`."
    WHERE = "Write `where(condition, value, other)`."
    CLIP = "Write `clip(x, low, high)`."
    ATAN2 = "Write `atan2(y, x)`."
    ARCSINH = "Use `log(x + sqrt(x**2 + 1))`."
    NAME_ALIKE = "Name them all x0, x1, ... or all x, y, z."
    USE_VARIABLES = "Use x0, x1, ... or x, y, z."
    START_OUTSIDE = "The start point is set outside the formula; parameters have other names."
    # functions, vectors, conditions
    FORMULA_ALONE = "Type the formula alone, or `def f(x):` with `return` on the next line."
    KEEP_ONE = "Keep the one that is to be descended."
    KEEP_ALONE = "Keep the function alone."
    RETURN = "Begin its last line with `return`."
    EVERY_BRANCH = "Every branch needs a value, the case `else` too."
    ADD_FORMULA = "Add a line such as `x0**2 + x1**2`."
    SUM_OVER_VECTOR = "Write `sum(x**2)` to sum over a vector."
    COMPONENTS = "Use its components, such as `x[0]`, or `sum(...)`."
    ONE_NUMBER = "Descending needs one number: use `sum(...)` or components such as `x[0]`."
    USE_WHERE = "Use it in `where({text}, 1, 0)`."
    USE_WHERE_CONDITION = "Use it in `where(condition, 1, 0)`."


class Thing(StrEnum):
    """What cannot be used in a formula, as the subject of a sentence."""

    THIS = "This"
    COMPREHENSION = "A comprehension"
    DICTIONARY = "A dictionary"
    SET = "A set"
    FUNCTION = "A function inside an expression"
    AWAIT = "`await`"
    YIELD = "`yield`"
    WALRUS = "`:=`"
    STAR = "A star before a name"
    STAR_ARGUMENT = "A star before an argument"
    SLICE = "A range of indices"
    EMPTY_LIST = "An empty list"
    EMPTY_VECTOR = "An empty vector"


class Arguments(StrEnum):
    """How many arguments a function takes."""

    ONE = "1 argument"
    TWO = "2 arguments"
    THREE = "3 arguments"
    ONE_OR_MORE = "at least 1 argument"


ARGUMENTS = (Arguments.ONE, Arguments.TWO, Arguments.THREE)
"""By their number, from 1."""
