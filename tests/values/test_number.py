"""Numbers as people print them: read exactly or refused, and shown without crossing a threshold."""

from decimal import Decimal
from fractions import Fraction

import pytest

from hytargets.problems import Code
from hytargets.values.number import (
    MalformedQuantity,
    exact,
    fixed,
    is_missing,
    parse_quantity,
    rounded,
    rounded_up,
)

HOUSEHOLD = frozenset({"户", "households"})


@pytest.mark.parametrize(
    ("text", "value", "last_unit"),
    [
        ("75000", "75000", "1"),
        ("7.5万户", "75000", "1000"),
        ("1.64 万户", "16400", "100"),
        ("75,000", "75000", "1"),
        ("1,234,567.5户", "1234567.5", "0.1"),
        ("１２３", "123", "1"),
        ("０．５", "0.5", "0.1"),
        ("−0.1", "-0.1", "0.1"),
        ("－３", "-3", "1"),
        ("+5", "5", "1"),
        ("5千", "5000", "1000"),
        ("3百万", "3000000", "1000000"),
        ("3千万", "30000000", "10000000"),
        ("1.2千万户", "12000000", "1000000"),
        ("12\xa0户", "12", "1"),
        ("\xa07.5万\xa0户\xa0", "75000", "1000"),
        ("3亿", "300000000", "100000000"),
        ("1.3万亿户", "1300000000000", "100000000000"),
        (" 12 户 ", "12", "1"),
        ("123456789012345678.90", "123456789012345678.90", "0.01"),
    ],
)
def test_read_exactly(text: str, value: str, last_unit: str) -> None:
    quantity = parse_quantity(text, HOUSEHOLD)
    assert (quantity.value, quantity.resolution) == (Decimal(value), Decimal(last_unit))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, Code.NUMBER_MALFORMED)
          for text in ("1_000", "NaN", "inf", "1e5", "1,23", "1 234", "12..5", ".5", "5.")),
        *((text, Code.NUMBER_MALFORMED)
          for text in ("约3万", "①", "1234①", "10³", "3万2", "1,2345", "٣", "--5", "0x1F")),
        *((text, Code.UNIT_MISMATCH) for text in ("3万元", "5%", "3户次", "100个以上", "3万多")),
        *((text, Code.NUMBER_BELOW_UNIT) for text in ("…", "……")),
        ("9" * 41, Code.NUMBER_TOO_LONG),
    ],
)  # fmt: skip
def test_refused(text: str, code: Code) -> None:
    with pytest.raises(MalformedQuantity) as caught:
        parse_quantity(text, HOUSEHOLD)
    assert caught.value.code is code


@pytest.mark.parametrize(
    ("text", "scale", "value"),
    [
        ("7.23", "万", 72300),
        ("7.23万", "万", 72300),
        ("7.23万户", "万", 72300),
        ("7.23万", "", 72300),
        ("72300户", "", 72300),
        ("72300", "", 72300),
    ],
)
def test_a_scale_that_is_said_twice_counts_once(text: str, scale: str, value: int) -> None:
    assert parse_quantity(text, HOUSEHOLD, scale).value == value


@pytest.mark.parametrize(("text", "scale"), [("30500户", "万"), ("7.23千", "万"), ("3亿户", "万")])
def test_scales_that_differ_are_refused(text: str, scale: str) -> None:
    with pytest.raises(MalformedQuantity) as caught:
        parse_quantity(text, HOUSEHOLD, scale)
    assert caught.value.code is Code.UNITS_DISAGREE


def test_kilometres_are_no_thousand_metres() -> None:
    assert parse_quantity("5千米", {"公里", "千米"}).value == 5
    assert parse_quantity("5千米", {"米"}).value == 5000


@pytest.mark.parametrize(
    "text", ["", " ", "-", "--", "—", "——", "/", "无", "暂无", "未统计", "　", "－", "／"]
)
def test_missing_is_not_zero(text: str) -> None:
    assert is_missing(text)


@pytest.mark.parametrize(
    ("value", "thresholds", "text"),
    [
        (Fraction(100), (), "100"),
        (Fraction(5263, 100), (), "52.63"),
        (Fraction(1, 8), (), "0.13"),
        (Fraction(-1, 200), (), "-0.01"),
        (Fraction(56999 * 100, 57000), (100,), "99.998"),
        (Fraction(1, 10**6), (0,), "0.000001"),
        (Fraction(-1, 10**4), (0,), "-0.0001"),
        (Fraction(0), (0,), "0"),
    ],
)
def test_display_never_crosses_a_threshold(
    value: Fraction, thresholds: tuple[int, ...], text: str
) -> None:
    assert rounded(value, *map(Fraction, thresholds)) == text


def test_exact_and_fixed() -> None:
    assert exact(Decimal("1.500")) == "1.5"
    assert exact(Fraction(57, 10)) == "5.7"
    assert exact(Decimal("-0")) == "0"
    assert exact(Decimal("1E+5")) == "100000"
    assert fixed(Fraction(2, 3), 10) == "0.6666666667"
    assert fixed(Fraction(-5, 10**11), 10) == "-0.0000000001"
    assert fixed(Fraction(-4, 10**11), 10) == "0.0000000000"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(43000, 6), "7167"),
        (Fraction(7167), "7167"),
        (Fraction(1, 3), "1"),
        (Fraction(0), "0"),
        (Fraction(-1, 2), "0"),
    ],
)
def test_whole_things_are_rounded_up(value: Fraction, text: str) -> None:
    assert rounded_up(value) == text
