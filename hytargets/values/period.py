"""Periods as people write them: 2020-06, 2020年1-6月, 上半年, Q2; and time in months."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from hytargets.problems import Code
from hytargets.values.characters import plain_forms


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


_WORDS = {
    "上半年": (1, 6),
    "下半年": (7, 12),
    "全年": (1, 12),
    "前三季度": (1, 9),
    "前三个季度": (1, 9),
}
_QUARTERS = "一二三四"

Groups = dict[str, str]  # the named parts of a form, as they were written


def _as_day(year: int, part: Groups) -> Period:
    return _day(year, int(part["month"]), int(part["day"]))


def _as_month(year: int, part: Groups) -> Period:
    month = int(part["month"])
    return _months(year, month, month)


def _as_months(year: int, part: Groups) -> Period:
    return _months(year, int(part["month"]), int(part["last_month"]))


def _as_months_across_years(year: int, part: Groups) -> Period:
    first = _as_month(year, part)
    last = _as_month(int(part["last_year"]), {"month": part["last_month"]})
    if last.last < first.first:
        raise MalformedPeriod(Code.PERIOD_NO_SUCH_DATE)
    grain = Grain.MONTH if first == last else Grain.SPAN
    return Period(first.first, last.last, grain)


def _as_year(year: int, part: Groups) -> Period:
    return _months(year, 1, 12)


def _as_words(year: int, part: Groups) -> Period:
    return _months(year, *_WORDS[part["words"]])


def _as_quarter(year: int, part: Groups) -> Period:
    written = part["quarter"]
    number = _QUARTERS.index(written) + 1 if written in _QUARTERS else int(written)
    return _months(year, 3 * number - 2, 3 * number)


class _Form(NamedTuple):
    """One way to write a period: its pattern, and what it means once the year is known."""

    pattern: str
    build: Callable[[int, Groups], Period]


_YYYY = "(?:19|20|21)[0-9]{2}"
_YEAR = f"(?P<year>{_YYYY})"
_MAYBE_YEAR = f"(?:{_YEAR} ?年 ?)?"
_MONTH = "(?P<month>[0-9]{1,2})"
_DAY = "(?P<day>[0-9]{1,2})"
_LAST_YEAR = f"(?P<last_year>{_YYYY})"
_LAST_MONTH = "(?P<last_month>[0-9]{1,2})"
_END = "(?:份|底|末|份底)?"
_TO = " *[-–—~～至到] *"
_YEAR_SIGN = "(?: ?年 ?|[-/.])"
_MAYBE_MONTH_SIGN = "(?: ?月)?"
_MIDNIGHT = r"[ T]00:00(?::00(?:\.0+)?)?"

# Tried in this order; 2020.1 is missing, for it may be October with its zero dropped.
_FORMS = (
    _Form(f"{_YEAR}[-/]{_MONTH}", _as_month),
    _Form(rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}", _as_day),
    _Form(f"{_YEAR}-{_MONTH}-{_DAY}{_MIDNIGHT}", _as_day),
    _Form(f"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})", _as_day),
    _Form(f"{_MAYBE_YEAR}{_MONTH} ?月 ?{_DAY} ?[日号]", _as_day),
    _Form(rf"{_YEAR}\.?(?P<month>[0-9]{{2}})", _as_month),
    _Form(rf"{_YEAR}\.(?P<month>[2-9])", _as_month),
    _Form(f"{_MAYBE_YEAR}{_MONTH} ?月{_END}", _as_month),
    _Form(f"{_MAYBE_YEAR}{_MONTH}{_MAYBE_MONTH_SIGN}{_TO}{_LAST_MONTH} ?月{_END}", _as_months),
    _Form(
        f"{_YEAR}{_YEAR_SIGN}{_MONTH}{_MAYBE_MONTH_SIGN}{_TO}"
        f"{_LAST_YEAR}{_YEAR_SIGN}{_LAST_MONTH}(?: ?月{_END})?",
        _as_months_across_years,
    ),
    _Form(f"{_YEAR} ?年?", _as_year),
    _Form(f"{_MAYBE_YEAR}(?P<words>{'|'.join(_WORDS)})", _as_words),
    _Form(f"{_MAYBE_YEAR}第? ?(?P<quarter>[{_QUARTERS}1-4]) ?季度?", _as_quarter),
    _Form(f"(?:{_YEAR} ?[年-]? ?)?[Qq](?P<quarter>[1-4])", _as_quarter),
)

# What looks like a period and is none, and why.
_REFUSED = (
    (rf"{_YYYY}\.1", Code.PERIOD_EXCEL_NUMBER),
    (r"[0-9]{1,2}[-/.][0-9]{1,2}", Code.PERIOD_EXCEL_DATE),
    (r"[0-9]{1,2} ?年.*|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}", Code.PERIOD_SHORT_YEAR),
    (rf"{_YYYY}[-/.]?[0-9]{{1,2}}(?:[-/.]?[0-9]{{1,2}})?", Code.PERIOD_NO_SUCH_DATE),
)
# Cheap to ask before a pattern is compiled: every form has one of these, and nothing but those.
_IN_EVERY_FORM = frozenset("0123456789半全季")
_IN_ANY_FORM = frozenset("0123456789 -–—~～至到/.:年月日号份底末季度前第个上下半全一二三四QqT")


def is_period(text: str) -> bool:
    """Is it a period, given some year?"""
    try:
        parse_period(text, 2000)
    except MalformedPeriod:
        return False
    return True


def parse_period(text: str, year: int | None = None) -> Period:
    """Read a period; `year` is for those written without one. Raises MalformedPeriod: period.*."""
    cell = plain_forms(text)
    if _IN_EVERY_FORM.isdisjoint(cell):
        raise MalformedPeriod(Code.PERIOD_MALFORMED)
    if _IN_ANY_FORM.issuperset(cell):
        for form in _FORMS:
            # Python compiles a pattern when it is first needed: most files use one form.
            if match := re.fullmatch(form.pattern, cell):
                return _built(form, match.groupdict(), year)
    for pattern, code in _REFUSED:
        if re.fullmatch(pattern, cell):
            raise MalformedPeriod(code)
    raise MalformedPeriod(Code.PERIOD_MALFORMED)


def _built(form: _Form, groups: Groups, year: int | None) -> Period:
    stated = groups.get("year") or year
    if stated is None:
        raise MalformedPeriod(Code.PERIOD_NO_YEAR)
    return form.build(int(stated), groups)
