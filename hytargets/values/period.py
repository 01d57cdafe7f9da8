"""Periods as people write them: 2020-06, 2020年1-6月, 上半年, Q2; their first and last day; time in months."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from hytargets.problems import Code
from hytargets.values.number import plain_forms


class Grain(Enum):
    """How a period was given: as a day, one month, or a longer span."""

    DAY = "day"
    MONTH = "month"
    SPAN = "span"


class Period(NamedTuple):
    """What an observation covers, first and last day included."""

    first: date
    last: date
    grain: Grain


class MalformedPeriod(ValueError):
    """A text that is no period; `code` says why."""

    def __init__(self, code: Code) -> None:
        self.code = code
        super().__init__(code)


def month_start(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def same_month(one: date, other: date) -> bool:
    """Do both days lie in one month of one year?"""
    return (one.year, one.month) == (other.year, other.month)


def position(day: date) -> Fraction:
    """A day's position in months, counted at its end: 12·year + month + day ÷ days in its month."""
    return 12 * day.year + day.month + Fraction(day.day, monthrange(day.year, day.month)[1])


def months_between(first: date, last: date) -> Fraction:
    """Months from the start of the first day to the end of the last."""
    return position(last) - position(first - timedelta(days=1))


def _day(year: int, month: int, day: int) -> Period:
    try:
        when = date(year, month, day)
    except ValueError:
        raise MalformedPeriod(Code.PERIOD_NO_SUCH_DATE) from None
    return Period(when, when, Grain.DAY)


def _months(year: int, first: int, last: int) -> Period:
    if not 1 <= first <= last <= 12:
        raise MalformedPeriod(Code.PERIOD_NO_SUCH_DATE)
    grain = Grain.MONTH if first == last else Grain.SPAN
    return Period(date(year, first, 1), month_end(date(year, last, 1)), grain)


_YEAR = r"(?P<y>(?:19|20|21)[0-9]{2})"
_MAYBE_YEAR = rf"(?:{_YEAR} ?年 ?)?"
_MONTH = r"(?P<m>[0-9]{1,2})"
_DAY = r"(?P<d>[0-9]{1,2})"
_END = r"(?:份|底|末|份底)?"
_TO = r" *[-–—~～至到] *"
_WORDS = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "全年": (1, 12),
    "前三季度": (1, 9),
    "前三个季度": (1, 9),
}


def _as_day(year: int, part: dict[str, str]) -> Period:
    return _day(year, int(part["m"]), int(part["d"]))


def _as_months(year: int, part: dict[str, str]) -> Period:
    return _months(year, int(part["m"]), int(part.get("n") or part["m"]))


def _as_quarter(year: int, part: dict[str, str]) -> Period:
    number = "一二三四".find(part["q"]) + 1 or int(part["q"])
    return _months(year, 3 * number - 2, 3 * number)


def _across_years(year: int, part: dict[str, str]) -> Period:
    first, last = (
        _months(year, *[int(part["m"])] * 2),
        _months(int(part["z"]), *[int(part["n"])] * 2),
    )
    if last.last < first.first:
        raise MalformedPeriod(Code.PERIOD_NO_SUCH_DATE)
    return Period(first.first, last.last, first.grain if first == last else Grain.SPAN)


_FORMS: tuple[tuple[str, Callable[[int, dict[str, str]], Period]], ...] = (
    (rf"{_YEAR}[-/]{_MONTH}", _as_months),
    (rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}", _as_day),
    (rf"{_YEAR}-{_MONTH}-{_DAY}[ T]00:00(?::00(?:\.0+)?)?", _as_day),
    (rf"{_YEAR}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})", _as_day),
    (rf"{_MAYBE_YEAR}{_MONTH} ?月 ?{_DAY} ?[日号]", _as_day),
    (rf"{_YEAR}\.?(?P<m>[0-9]{{2}})", _as_months),
    (rf"{_YEAR}\.(?P<m>[2-9])", _as_months),
    (rf"{_MAYBE_YEAR}{_MONTH} ?月{_END}", _as_months),
    (rf"{_MAYBE_YEAR}{_MONTH}(?: ?月)?{_TO}(?P<n>[0-9]{{1,2}}) ?月{_END}", _as_months),
    (rf"{_YEAR}(?: ?年 ?|[-/.]){_MONTH}(?: ?月)?{_TO}(?P<z>(?:19|20|21)[0-9]{{2}})(?: ?年 ?|[-/.])(?P<n>[0-9]{{1,2}})"
     rf"(?: ?月{_END})?", _across_years),
    (rf"{_YEAR} ?年?", lambda year, _: _months(year, 1, 12)),
    (rf"{_MAYBE_YEAR}(?P<words>{'|'.join(_WORDS)})", lambda year, part: _months(year, *_WORDS[part["words"]])),
    (rf"{_MAYBE_YEAR}第? ?(?P<q>[一二三四1-4]) ?季度?", _as_quarter),
    (rf"(?:{_YEAR} ?[年-]? ?)?[Qq](?P<q>[1-4])", _as_quarter),
)  # fmt: skip

_REFUSED = (
    (r"(?:19|20|21)[0-9]{2}\.1", Code.PERIOD_EXCEL_NUMBER),
    (r"[0-9]{1,2}[-/.][0-9]{1,2}", Code.PERIOD_EXCEL_DATE),
    (r"[0-9]{1,2} ?年.*|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}", Code.PERIOD_SHORT_YEAR),
    (r"(?:19|20|21)[0-9]{2}[-/.]?[0-9]{1,2}(?:[-/.]?[0-9]{1,2})?", Code.PERIOD_NO_SUCH_DATE),
)


def parse_period(text: str, year: int | None = None) -> Period:
    """Read a period; `year` is for those written without one. Raises MalformedPeriod: period.*."""
    cell = plain_forms(text)
    for form, build in _FORMS:
        if match := re.fullmatch(form, cell):  # compiled when first needed: most files use one form
            groups = match.groupdict()
            stated = groups.get("y") or year
            if stated is None:
                raise MalformedPeriod(Code.PERIOD_NO_YEAR)
            return build(int(stated), groups)
    for form, code in _REFUSED:
        if re.fullmatch(form, cell):
            raise MalformedPeriod(code)
    raise MalformedPeriod(Code.PERIOD_MALFORMED)
