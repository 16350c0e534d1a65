"""Numbers are read one way whatever the locale; anything else has a reason."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from gradviz.ui.number_format import format_number
from gradviz.ui.number_parse import NumberCode, NumberError, parse_integer, parse_number

finite = st.floats(allow_nan=False, allow_infinity=False)


@given(finite)
def test_repr_of_any_float_reads_back_bit_for_bit(value: float) -> None:
    read = parse_number(repr(value))
    assert read == value
    assert math.copysign(1.0, read) == math.copysign(1.0, value)


@given(finite)
def test_comma_and_true_minus_mean_the_same_as_point_and_hyphen(value: float) -> None:
    text = repr(value)
    assert parse_number(text.replace(".", ",")) == value
    assert parse_number(text.replace("-", "−")) == value


@given(st.integers(-(10**300), 10**300))
def test_integers_are_exact(value: int) -> None:
    assert parse_integer(str(value)) == value


@given(st.text(max_size=12))
@settings(max_examples=300)
def test_any_text_is_a_finite_number_or_has_a_reason(text: str) -> None:
    try:
        value = parse_number(text)
    except NumberError as error:
        assert error.code in NumberCode  # noqa: PT017  (either outcome is right)
    else:
        assert math.isfinite(value)


@given(st.text("0123456789.,-−+eE ", max_size=10))
@settings(max_examples=300)
def test_what_looks_like_a_number_is_read_as_python_reads_it_or_not_at_all(text: str) -> None:
    try:
        value = parse_number(text)
    except NumberError:
        return
    assert value == float(text.strip().replace(",", ".").replace("−", "-"))


LOCALES = sorted(
    {
        locale.name(): locale
        for locale in QLocale.matchingLocales(
            QLocale.Language.AnyLanguage,
            QLocale.Script.AnyScript,
            QLocale.Country.AnyCountry,
        )
    }.items()
)
KNOWN = ("de_DE", "fr_FR", "fr_CH", "sv_SE", "fi_FI", "uk_UA", "ar_EG", "ar_DZ", "hi_IN", "mr_IN")
KNOWN += ("fa_IR", "ckb_IQ", "bn_BD", "my_MM", "ko_KR", "zh_CN", "ff_BF", "ccp_BD", "sd_PK")


def written_in(locale: QLocale, value: float) -> str:
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value, "g", QLocale.FloatingPointPrecisionOption.FloatingPointShortest)


@pytest.mark.parametrize("name", KNOWN)
@given(finite)
@settings(max_examples=50)
def test_a_number_as_a_locale_writes_it_reads_back_bit_for_bit(name: str, value: float) -> None:
    assert parse_number(written_in(QLocale(name), value)) == value


@given(st.sampled_from(LOCALES), finite)
@settings(max_examples=300)
def test_so_it_does_in_every_locale(locale: tuple[str, QLocale], value: float) -> None:
    assert parse_number(written_in(QLocale(locale[1]), value)) == value


@given(st.sampled_from(LOCALES), finite)
@settings(max_examples=100)
def test_what_fields_show_reads_back_in_every_locale(
    locale: tuple[str, QLocale], value: float
) -> None:
    before = QLocale()
    QLocale.setDefault(locale[1])
    try:
        assert parse_number(format_number(value)) == value
        assert float(parse_integer(format_number(int(value)))) == int(value)
    finally:
        QLocale.setDefault(before)


@pytest.mark.parametrize("name", ["de_DE", "en_US", "hi_IN", "ar_EG", "fa_IR", "fr_FR", "de_CH"])
def test_grouped_numbers_are_refused_in_every_script(name: str) -> None:
    grouped = QLocale(name).toString(1234567.5, "f", 1)
    with pytest.raises(NumberError):
        parse_number(grouped)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-3", 0.001),
        ("0.01", 0.01),
        ("0,01", 0.01),
        ("1,000", 1.0),
        (",5", 0.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("+2", 2.0),
        ("−1.5", -1.5),
        ("1E−4", 1e-4),
        ("1,5e+2", 150.0),
        ("  7 \u00a0", 7.0),
        ("\t7\n", 7.0),
        ("٣", 3.0),
        ("\u200e−\u06f1\u066b\u06f5×\u06f1\u06f0^\u200e−\u06f2\u06f0", -1.5e-20),
        ("\uff11\uff0e\uff15", 1.5),
        ("\u0967.\u096bE-\u0969", 1.5e-3),
        ("1e-300", 1e-300),
        ("5e-324", 5e-324),
        ("0e-999", 0.0),
        ("-0", 0.0),
        ("1" + "0" * 300, 1e300),
    ],
)
def test_reads(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", NumberCode.EMPTY),
        ("   ", NumberCode.EMPTY),
        ("1,000.5", NumberCode.AMBIGUOUS),
        ("1.000,5", NumberCode.AMBIGUOUS),
        ("1,2,3", NumberCode.AMBIGUOUS),
        ("1.2.3", NumberCode.AMBIGUOUS),
        ("1 000", NumberCode.NOT_A_NUMBER),
        ("1\u202f000", NumberCode.NOT_A_NUMBER),
        ("1_000", NumberCode.NOT_A_NUMBER),
        ("1'000", NumberCode.NOT_A_NUMBER),
        ("abc", NumberCode.NOT_A_NUMBER),
        ("1e", NumberCode.NOT_A_NUMBER),
        ("e5", NumberCode.NOT_A_NUMBER),
        ("--1", NumberCode.NOT_A_NUMBER),
        ("0x10", NumberCode.NOT_A_NUMBER),
        (".", NumberCode.NOT_A_NUMBER),
        ("-", NumberCode.NOT_A_NUMBER),
        ("x³", NumberCode.NOT_A_NUMBER),
        ("2³", NumberCode.NOT_A_NUMBER),
        ("½", NumberCode.NOT_A_NUMBER),
        ("\u0663\u066b\u0663\u066b\u0663", NumberCode.AMBIGUOUS),
        ("\u200e", NumberCode.EMPTY),
        ("1" * 5000, NumberCode.NOT_A_NUMBER),
        ("inf", NumberCode.NOT_FINITE),
        ("-Infinity", NumberCode.NOT_FINITE),
        ("nan", NumberCode.NOT_FINITE),
        ("−∞", NumberCode.NOT_FINITE),
        ("1e999", NumberCode.NOT_FINITE),
        ("1e99999999999", NumberCode.NOT_FINITE),
        ("1e-999", NumberCode.UNDERFLOW),
    ],
)
def test_refuses(text: str, code: NumberCode) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(text)
    assert caught.value.code is code


def test_whole_numbers_may_be_written_as_floats() -> None:
    assert parse_integer("1e3") == 1000
    assert parse_integer("2.0") == 2
    assert parse_integer("9223372036854775807") == 2**63 - 1
    with pytest.raises(NumberError) as caught:
        parse_integer("2.5")
    assert caught.value.code is NumberCode.NOT_WHOLE
