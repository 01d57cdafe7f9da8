"""What days an observation covers, and when it was reported."""

from datetime import date
from pathlib import PurePath
from typing import NamedTuple

from hytargets.book.target import Target
from hytargets.problems import Code
from hytargets.progress.cells import Fault
from hytargets.progress.choices import FirstOfMonth
from hytargets.progress.layout import Written
from hytargets.values.number import is_missing
from hytargets.values.period import (
    Grain,
    MalformedPeriod,
    Period,
    month_end,
    month_start,
    parse_period,
    same_month,
)


class Span(NamedTuple):
    """The first day and the period end of an observation."""

    first: date
    end: date


def covered(target: Target, period: Period) -> Span:
    """What an observation of the target covers that is reported for the period.

    Raises MalformedPeriod: period.span (to_date), period.date (per_period).
    """
    first, last = period.first, period.last
    if target.is_to_date and last >= target.start:
        begins_with_target = same_month(first, target.start)
        # 二季度 reads as that quarter alone, 6月 as all up to its end.
        if period.grain is Grain.SPAN and not begins_with_target:
            raise MalformedPeriod(Code.PERIOD_SPAN)
        first = target.start
    if target.is_per_period and period.grain is Grain.DAY:
        if last != month_end(last):
            raise MalformedPeriod(Code.PERIOD_DATE)
        first = month_start(last)
    ends_with_target = first <= target.due <= last and same_month(last, target.due)
    return Span(first, target.due if ends_with_target else last)


def period_in_name(file: str) -> str | None:
    """The period that a file's name gives: 2020-06.csv, 2020.06.csv.gz."""
    path = PurePath(file)
    if path.suffix.lower() == ".gz":
        path = path.with_suffix("")
    stem = path.stem
    try:
        parse_period(stem)
    except MalformedPeriod:
        return None
    return stem


class Periods:
    """Reads the periods of one table, each text once a target, and its report dates."""

    def __init__(
        self, year: int | None, default: str | None, first_of_month: FirstOfMonth | None = None
    ) -> None:
        self._first_of_month = first_of_month
        self._year = year  # of periods written without one
        self._default = default  # of rows without a period
        self._year_was_used = False
        self._spans: dict[tuple[str, str], Span | Code] = {}  # by target and text
        self._days: dict[str, date | Code] = {}

    @property
    def used_year(self) -> int | None:
        """The year that was taken for periods without one; None where all have their own."""
        return self._year if self._year_was_used else None

    def span(self, written: Written, target: Target) -> Span | Fault:
        """What a figure of the target covers: by a cell or a header, else by the default."""
        if is_missing(written.text):
            if not self._default:
                return Fault(Code.PERIOD_MISSING, written)
            written = Written(None, self._default)
        key = (target.id, written.text)
        span = self._spans.get(key)
        if span is None:
            span = self._spans[key] = self._covered(written.text, target)
        if isinstance(span, Code):
            return Fault(span, written, {"start": target.start})
        return span

    def report_date(self, written: Written) -> date | Fault | None:
        """A day; None where the cell says that there is none."""
        if is_missing(written.text):
            return None
        day = self._days.get(written.text)
        if day is None:
            day = self._days[written.text] = self._day(written.text)
        if isinstance(day, Code):
            return Fault(day, written)
        return day

    def _covered(self, text: str, target: Target) -> Span | Code:
        try:
            return covered(target, self._meant(text))
        except MalformedPeriod as error:
            return error.code

    def _meant(self, text: str) -> Period:
        """The period; spreadsheets turn a month into its first day, so that is not one."""
        period = self._parsed(text)
        is_first = period.grain is Grain.DAY and period.last.day == 1
        if not is_first or "月" in text:  # 2020年6月1日 is that day
            return period
        match self._first_of_month:
            case FirstOfMonth.MONTH:
                return Period(period.first, month_end(period.last), Grain.MONTH)
            case FirstOfMonth.DAY:
                return period
        raise MalformedPeriod(Code.PERIOD_FIRST_OF_MONTH)

    def _day(self, text: str) -> date | Code:
        try:
            period = self._parsed(text)
        except MalformedPeriod:
            return Code.REPORTED_ON
        return period.last if period.grain is Grain.DAY else Code.REPORTED_ON

    def _parsed(self, text: str) -> Period:
        try:
            return parse_period(text)
        except MalformedPeriod as error:
            if error.code is not Code.PERIOD_NO_YEAR or self._year is None:
                raise
        self._year_was_used = True
        return parse_period(text, self._year)
