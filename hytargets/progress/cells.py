"""What the cells of a row say: periods, report dates and quantities, as a target takes them."""

from datetime import date
from typing import Protocol

from hytargets.book.target import Target
from hytargets.book.terms import Measure
from hytargets.problems import Code, Fact
from hytargets.progress.header import ValueColumn
from hytargets.progress.observations import covered
from hytargets.values.number import (
    MalformedQuantity,
    Quantity,
    exact,
    is_missing,
    parse_quantity,
    scale_of,
)
from hytargets.values.period import Grain, MalformedPeriod, Period, parse_period

Cell = tuple[str | None, str]  # a column's header, and the text under it


class Fault(Protocol):
    """Note something wrong in a cell of the row being read."""

    def __call__(self, code: Code, header: str | None, seen: str, **facts: Fact) -> None:
        """Say what, under which header, and the text seen."""


class Periods:
    """Reads the periods of one file, each text once a target; `year` is for those written without one."""

    def __init__(self, year: int | None) -> None:
        self.year = year
        self.year_was_used = False
        self._known: dict[tuple[str, str], tuple[date, date] | Code] = {}

    def covered(self, cell: Cell, target: Target, fault: Fault) -> tuple[date, date] | None:
        """The first day and period end of an observation of the target."""
        header, text = cell
        known = self._known.get((target.id, text))
        if known is None:
            try:
                known = covered(target, self._parsed(text))
            except MalformedPeriod as error:
                known = error.code
            self._known[target.id, text] = known
        if isinstance(known, Code):
            fault(known, header, text, start=target.start)
            return None
        return known

    def reported_on(self, cell: Cell, fault: Fault) -> date | None:
        """A day; none where the cell says so."""
        header, text = cell
        if is_missing(text):
            return None
        try:
            period = self._parsed(text)
        except MalformedPeriod:
            period = None
        if period is None or period.grain is not Grain.DAY:
            fault(Code.REPORTED_ON, header, text)
            return None
        return period.last

    def _parsed(self, text: str) -> Period:
        try:
            return parse_period(text)
        except MalformedPeriod as error:
            if error.code is not Code.PERIOD_NO_YEAR or self.year is None:
                raise
        self.year_was_used = True
        return parse_period(text, self.year)


def read_quantity(
    column: ValueColumn, text: str, units: tuple[Cell, ...], target: Target, fault: Fault
) -> Quantity | None:
    """A figure in the target's unit, where unit and scale fit and it is one the unit can have."""
    stated = ""
    for header, unit in units:
        if is_missing(unit):
            continue
        scale = scale_of(unit, target.unit.names)
        if scale is None or (scale and stated):
            fault(
                Code.UNIT_MISMATCH if scale is None else Code.SCALE_TWICE,
                header,
                unit,
                unit=target.unit.name,
            )
            return None
        stated = scale or stated
    try:
        quantity = parse_quantity(text, target.unit.names, stated)
    except MalformedQuantity as error:
        fault(error.code, column.header, text, unit=target.unit.name)
        return None
    if target.is_flow and quantity.value < 0:
        fault(Code.VALUE_NEGATIVE, column.header, text)
    elif target.measure is not Measure.GROWTH and not target.unit.admits(quantity.value):
        fault(Code.VALUE_OUTSIDE_UNIT, column.header, text, unit=target.unit.name, **_range(target))
    elif column.reporting and target.reporting not in {None, column.reporting}:
        fault(Code.VALUE_REPORTING, column.header, text)
    return quantity


def _range(target: Target) -> dict[str, Fact]:
    low, high = target.unit.min, target.unit.max
    return {
        "low": exact(low) if low is not None else "",
        "high": exact(high) if high is not None else "",
    }
