"""Periods as people write them, and time in months."""

from datetime import date
from fractions import Fraction

import pytest

from hytargets.problems import Code
from hytargets.values.period import Grain, MalformedPeriod, months_between, parse_period, position

JUNE = ("2020-06-01", "2020-06-30")
TO_JUNE = ("2020-01-01", "2020-06-30")
YEAR = ("2020-01-01", "2020-12-31")


@pytest.mark.parametrize(
    ("text", "span", "grain"),
    [
        *((text, ("2020-06-30", "2020-06-30"), Grain.DAY)
          for text in ("2020-06-30", "2020/6/30", "2020年6月30日", "20200630")),
        *((text, JUNE, Grain.MONTH)
          for text in ("2020-06", "2020-6", "2020/6", "2020.6", "2020.06", "202006", "2020年6月")),
        *((text, JUNE, Grain.MONTH) for text in ("2020年6月份", "2020年6月底", "２０２０年６月", " 2020-06 ")),
        *((f"2020年1{dash}6月", TO_JUNE, Grain.SPAN) for dash in "-–—~～至"),
        *((text, TO_JUNE, Grain.SPAN) for text in ("2020年1月至6月", "2020年上半年", "2020-01~2020-06")),
        *((text, ("2020-01-01", "2020-09-30"), Grain.SPAN)
          for text in ("2020年前三季度", "2020年前三个季度", "2020年1-9月")),
        ("2020年下半年", ("2020-07-01", "2020-12-31"), Grain.SPAN),
        ("2020\xa0年\xa06\xa0月", JUNE, Grain.MONTH),
        *((text, ("2020-04-01", "2020-06-30"), Grain.SPAN) for text in ("2020Q2", "2020年二季度", "2020年第二季度")),
        *((text, YEAR, Grain.SPAN) for text in ("2020年", "2020", "2020年全年")),
        ("2020.10", ("2020-10-01", "2020-10-31"), Grain.MONTH),
        ("2020年2月29日", ("2020-02-29", "2020-02-29"), Grain.DAY),
    ],
)  # fmt: skip
def test_read(text: str, span: tuple[str, str], grain: Grain) -> None:
    period = parse_period(text)
    assert (period.first.isoformat(), period.last.isoformat(), period.grain) == (*span, grain)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("6月", JUNE), ("6月份", JUNE), ("1-6月", TO_JUNE),
        ("上半年", TO_JUNE), ("下半年", ("2020-07-01", "2020-12-31")),
        ("前三个季度", ("2020-01-01", "2020-09-30")), ("6月30日", ("2020-06-30", "2020-06-30")),
        ("二季度", ("2020-04-01", "2020-06-30")), ("Q3", ("2020-07-01", "2020-09-30")), ("全年", YEAR),
    ],
)  # fmt: skip
def test_without_a_year(text: str, span: tuple[str, str]) -> None:
    period = parse_period(text, 2020)
    assert (period.first.isoformat(), period.last.isoformat()) == span
    with pytest.raises(MalformedPeriod) as caught:
        parse_period(text)
    assert caught.value.code is Code.PERIOD_NO_YEAR


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2020.1", Code.PERIOD_EXCEL_NUMBER),
        ("3-4", Code.PERIOD_EXCEL_DATE),
        ("6.30", Code.PERIOD_EXCEL_DATE),
        ("20年6月", Code.PERIOD_SHORT_YEAR),
        ("20-06-30", Code.PERIOD_SHORT_YEAR),
        *((text, Code.PERIOD_NO_SUCH_DATE)
          for text in ("2020-13", "2020-06-31", "2019年2月29日", "2020年6-1月", "202013")),
        *((text, Code.PERIOD_MALFORMED) for text in ("", "六月", "2020年6", "June 2020", "12345", "截至目前")),
    ],
)  # fmt: skip
def test_refused(text: str, code: Code) -> None:
    with pytest.raises(MalformedPeriod) as caught:
        parse_period(text, 2020)
    assert caught.value.code is code


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2020-01-01", "2020-12-31", Fraction(12)),
        ("2020-01-01", "2020-06-30", Fraction(6)),
        ("2020-01-01", "2020-08-20", 7 + Fraction(20, 31)),
        ("2020-02-01", "2020-02-28", Fraction(28, 29)),
        ("2016-01-01", "2020-12-31", Fraction(60)),
        ("2020-03-16", "2020-03-31", Fraction(16, 31)),
    ],
)
def test_time_is_measured_in_months(first: str, last: str, months: Fraction) -> None:
    assert months_between(date.fromisoformat(first), date.fromisoformat(last)) == months


def test_position() -> None:
    assert position(date(2020, 6, 30)) == 12 * 2020 + 7
