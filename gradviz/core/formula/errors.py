"""What is wrong with a formula: a code, the place in the text typed, a sentence and a hint.

The sentences are plain English; whoever shows them in another language formats its own sentence
from the code and the values, of which those in `WORDS` are words themselves.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from gradviz.core.formula.hints import Hint


class ErrorCode(StrEnum):
    """The kinds of mistakes."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    TOO_DEEP = "too-deep"
    TOO_LARGE = "too-large"
    BAD_CHARACTER = "bad-character"
    BAD_INDENTATION = "bad-indentation"
    SYNTAX = "syntax"
    UNFINISHED = "unfinished"
    MISSING_OPERAND = "missing-operand"
    BRACKET_NOT_CLOSED = "bracket-not-closed"
    BRACKET_NOT_OPENED = "bracket-not-opened"
    IMPLICIT_MULTIPLICATION = "implicit-multiplication"
    CARET = "caret"
    SINGLE_EQUALS = "single-equals"
    ASSIGNMENT_TO_CALL = "assignment-to-call"
    BAD_NUMBER = "bad-number"
    NUMBER_TOO_LARGE = "number-too-large"
    COMPLEX_NUMBER = "complex-number"
    TEXT = "text"
    UNKNOWN_NAME = "unknown-name"
    UNKNOWN_FUNCTION = "unknown-function"
    USED_BEFORE_ASSIGNED = "used-before-assigned"
    FUNCTION_WITHOUT_CALL = "function-without-call"
    NOT_A_FUNCTION = "not-a-function"
    ARGUMENT_COUNT = "argument-count"
    KEYWORD_ARGUMENT = "keyword-argument"
    MIXED_VARIABLES = "mixed-variables"
    TOO_MANY_VARIABLES = "too-many-variables"
    NO_VARIABLE = "no-variable"
    VARIABLE_ASSIGNED = "variable-assigned"
    PARAMETER_TWICE = "parameter-twice"
    NO_EXPRESSION = "no-expression"
    SEVERAL_EXPRESSIONS = "several-expressions"
    SEVERAL_FUNCTIONS = "several-functions"
    SEVERAL_VALUES = "several-values"
    NO_RETURN = "no-return"
    CONDITION_NEEDED = "condition-needed"
    CONDITION_AS_NUMBER = "condition-as-number"
    VECTOR_NEEDED = "vector-needed"
    VECTOR_AS_NUMBER = "vector-as-number"
    VECTOR_LENGTHS = "vector-lengths"
    BAD_INDEX = "bad-index"
    INDEX_OUT_OF_RANGE = "index-out-of-range"
    UNSUPPORTED_OPERATOR = "unsupported-operator"
    UNSUPPORTED_IMPORT = "unsupported-import"
    UNSUPPORTED_ATTRIBUTE = "unsupported-attribute"
    UNSUPPORTED_STATEMENT = "unsupported-statement"
    UNSUPPORTED_EXPRESSION = "unsupported-expression"


SENTENCES: dict[ErrorCode, str] = {
    ErrorCode.EMPTY: "There is no formula yet.",
    ErrorCode.TOO_LONG: "The formula has {length} characters; at most {limit} are read.",
    ErrorCode.TOO_DEEP: "The formula is nested too deeply.",
    ErrorCode.TOO_LARGE: "The formula needs too many operations.",
    ErrorCode.BAD_CHARACTER: "The character {character} has no place in a formula.",
    ErrorCode.BAD_INDENTATION: "The indentation of this line does not match the lines around it.",
    ErrorCode.SYNTAX: "The formula cannot be read from here on.",
    ErrorCode.UNFINISHED: "The formula ends too early.",
    ErrorCode.MISSING_OPERAND: "A number or a name is missing at `{text}`.",
    ErrorCode.BRACKET_NOT_CLOSED: "This `{bracket}` is never closed.",
    ErrorCode.BRACKET_NOT_OPENED: "This `{bracket}` closes nothing.",
    ErrorCode.IMPLICIT_MULTIPLICATION: "There is no operator inside `{text}`.",
    ErrorCode.CARET: "`^` does not mean a power here.",
    ErrorCode.SINGLE_EQUALS: "A single `=` gives a value to a name; it does not compare.",
    ErrorCode.ASSIGNMENT_TO_CALL: "The left side of `=` has to be a plain name.",
    ErrorCode.BAD_NUMBER: "`{text}` is not a number.",
    ErrorCode.NUMBER_TOO_LARGE: "The number `{text}` is too large.",
    ErrorCode.COMPLEX_NUMBER: "Complex numbers are not used here.",
    ErrorCode.TEXT: "Text in quotes is not part of a formula.",
    ErrorCode.UNKNOWN_NAME: "`{name}` is not known.",
    ErrorCode.UNKNOWN_FUNCTION: "There is no function named `{name}`.",
    ErrorCode.USED_BEFORE_ASSIGNED: "`{name}` is used before it gets its value.",
    ErrorCode.FUNCTION_WITHOUT_CALL: "`{name}` is a function and needs its arguments in brackets.",
    ErrorCode.NOT_A_FUNCTION: "`{name}` is not a function, so it cannot be followed by `(`.",
    ErrorCode.ARGUMENT_COUNT: "`{name}` takes {expected}, not {given}.",
    ErrorCode.KEYWORD_ARGUMENT: "`{name}` does not take the option `{keyword}`.",
    ErrorCode.MIXED_VARIABLES: "`{first}` and `{second}` are different ways to name the variables.",
    ErrorCode.TOO_MANY_VARIABLES: "At most {limit} variables can be used, from x0 to x{last}.",
    ErrorCode.NO_VARIABLE: "The formula contains no variable, so there is nothing to descend.",
    ErrorCode.VARIABLE_ASSIGNED: "`{name}` is a variable; it cannot be set to a number here.",
    ErrorCode.PARAMETER_TWICE: "The parameter `{name}` gets a value twice.",
    ErrorCode.NO_EXPRESSION: "There are values, but no formula that uses them.",
    ErrorCode.SEVERAL_EXPRESSIONS: "There is more than one formula.",
    ErrorCode.SEVERAL_FUNCTIONS: "There is more than one function definition.",
    ErrorCode.SEVERAL_VALUES: "Commas make this a list; descending needs one number.",
    ErrorCode.NO_RETURN: "`{name}` does not give a value in every case.",
    ErrorCode.CONDITION_NEEDED: "A condition such as `{name} > 0` is needed here.",
    ErrorCode.CONDITION_AS_NUMBER: "A condition is true or false and cannot be used as a number.",
    ErrorCode.VECTOR_NEEDED: "`{name}` needs a vector, such as `x` or `[x0, x1]`.",
    ErrorCode.VECTOR_AS_NUMBER: "This is a vector of {count} numbers, where one number is needed.",
    ErrorCode.VECTOR_LENGTHS: "Vectors of {first} and {second} numbers do not go together.",
    ErrorCode.BAD_INDEX: "An index has to be a whole number, such as `x[0]`.",
    ErrorCode.INDEX_OUT_OF_RANGE: "The index {index} is out of range for {count} numbers.",
    ErrorCode.UNSUPPORTED_OPERATOR: "The operator `{operator}` is not used in formulas.",
    ErrorCode.UNSUPPORTED_IMPORT: "Only `numpy` and `math` can be imported.",
    ErrorCode.UNSUPPORTED_ATTRIBUTE: "`.{name}` is not known here.",
    ErrorCode.UNSUPPORTED_STATEMENT: "`{word}` is not used in formulas.",
    ErrorCode.UNSUPPORTED_EXPRESSION: "{what} cannot be used in a formula.",
}


WORDS: Final = frozenset({"what", "expected"})
"""The values that are words of `Thing` and `Arguments`, to be told in the reader's language."""


class FormulaError(ValueError):
    """A mistake in a formula.

    Parameters
    ----------
    code : ErrorCode
        The kind of mistake.
    span : tuple of int
        Where, as (start, end) in code points of the text as it was typed.
    advice : Hint
        What to do about it.
    **values : object
        What the sentence and the hint are formatted with.

    Attributes
    ----------
    message : str
        The sentence.
    advice : Hint
        What to do about it, with placeholders like the sentences; `Hint.NONE` if nothing is
        certain.
    hint : str
        The same, formatted.
    values : dict of str to str
        The values.
    """

    def __init__(
        self, code: ErrorCode, span: tuple[int, int], advice: Hint = Hint.NONE, **values: object
    ) -> None:
        self.code = code
        self.span = span
        self.values = {name: str(value) for name, value in values.items()}
        self.message = SENTENCES[code].format_map(self.values)
        self.advice = advice
        self.hint = advice.format_map(self.values)
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return _restore, (self.code, self.span, self.advice, self.values)


def _restore(
    code: ErrorCode, span: tuple[int, int], advice: Hint, values: dict[str, str]
) -> FormulaError:
    return FormulaError(code, span, advice, **values)
