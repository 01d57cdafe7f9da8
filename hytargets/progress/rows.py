"""One row of a table: which target it names, and what becomes of each of its values."""

from collections.abc import Sequence
from datetime import date

from hytargets.book.lookup import SUBTOTALS, Lookup
from hytargets.book.target import Target
from hytargets.book.terms import Combine, Reporting
from hytargets.files.grid import Grid, Record, cell_name
from hytargets.problems import Code, Fact, Place, Problem
from hytargets.progress.cells import (
    Fault,
    fault_of_format,
    fault_of_share,
    fault_of_value,
    read_quantity,
    read_region,
)
from hytargets.progress.layout import Layout, Role, ValueColumn, Written
from hytargets.progress.observations import Fate, Observation, Rejection
from hytargets.progress.periods import Periods, Span
from hytargets.progress.store import Store
from hytargets.progress.targets import Unknown, read_target
from hytargets.progress.titles import Titles
from hytargets.values.names import folded
from hytargets.values.number import Quantity, is_missing, scale_of


class RowReader:
    """Reads the rows of one table under its header, into the store."""

    def __init__(
        self,
        grid: Grid,
        layout: Layout,
        titles: Titles,
        lookup: Lookup,
        periods: Periods,
        store: Store,
    ) -> None:
        self._grid = grid
        self._layout = layout
        self._lookup = lookup
        self._periods = periods
        self._store = store
        self._needed_width = layout.needed_width
        self._units_of_titles = (Written(None, titles.unit),) if titles.unit else ()
        self._target_of_titles = (titles.target,)
        self._target_columns = layout.roles.get(Role.TARGET, ())
        self._target_headers = _target_headers(layout)
        self._targets: dict[tuple[str, ...], Target] = {}  # by the texts that name them
        self._blanks_told: set[int] = set()
        self._ignored_told: set[tuple[Code, str, str | None]] = set()

    def read(self, record: Record) -> None:
        """Every value of one row meets its fate."""
        self._tell_of_blank_headers(record)
        if not self._fits(record.cells):
            self._reject_misfit(record)
            return
        record = self._padded(record)
        texts = self._texts_of_target(record.cells)
        subtotal = self._subtotal(record.cells, texts)
        if subtotal is not None:
            self._ignore_subtotal(record, subtotal)
            return
        target = self._target(record, texts)
        for column in self._columns_for(target, record.cells):
            if is_missing(record.cells[column.position]):
                self._store.count(Fate.MISSING)
            elif target is None:
                self._store.count(Fate.REJECTED)
            else:
                self._read_value(record, column, target)

    def _tell_of_blank_headers(self, record: Record) -> None:
        """A figure without a header must not be lost in silence: told once a column."""
        for position in self._layout.blank:
            if position >= len(record.cells) or position in self._blanks_told:
                continue
            text = record.cells[position]
            if not is_missing(text):
                self._blanks_told.add(position)
                place = self._grid.place(record.line)
                problem = Problem(Code.HEADER_BLANK, place, {"at": position + 1}, seen=text)
                self._store.tell([problem])

    def _fits(self, cells: Sequence[str]) -> bool:
        """Has the row a cell for every header, and none beyond the last?

        An empty one beyond it may be the end of a row that was shifted.
        """
        return self._needed_width <= len(cells) <= len(self._layout.headers)

    def _reject_misfit(self, record: Record) -> None:
        """Refuse the row whole: which cell belongs under which header cannot be told."""
        place = self._grid.place(record.line)
        facts = {"cells": len(record.cells), "expected": len(self._layout.headers)}
        problem = Problem(Code.ROW_CELLS, place, facts)
        there = [position for position in self._target_columns if position < len(record.cells)]
        targets = [self._lookup.target(record.cells[position]) for position in there]
        target = next(filter(None, targets), None)
        if target:
            problem = problem._replace(target=target.id)
            self._store.hold(Rejection.undated(target.id, place))
        self._store.count(Fate.REJECTED)
        self._store.tell([problem])

    def _padded(self, record: Record) -> Record:
        """The row with a cell under every header, those without a name included."""
        lacking = len(self._layout.headers) - len(record.cells)
        if lacking <= 0:
            return record
        return Record(record.line, record.cells + [""] * lacking)

    def _subtotal(self, cells: Sequence[str], texts: Sequence[str]) -> str | None:
        """The name of a 小计: it is neither a part nor the whole."""
        region = self._layout.written(Role.REGION, cells)
        for text in (*texts, region.text):
            if folded(text) in SUBTOTALS:
                return text
        return None

    def _ignore_subtotal(self, record: Record, name: str) -> None:
        place = self._grid.place(record.line)
        self._store.tell([Problem(Code.ROW_SUBTOTAL, place, seen=name)])
        self._store.count(Fate.IGNORED, self._filled_values(record.cells))

    def _filled_values(self, cells: Sequence[str]) -> int:
        return sum(not is_missing(cells[column.position]) for column in self._layout.values)

    def _texts_of_target(self, cells: Sequence[str]) -> tuple[str, ...]:
        """What names the target: the cells of the row, or a title."""
        if not self._target_columns:
            return self._target_of_titles
        return tuple(cells[position] for position in self._target_columns)

    def _target(self, record: Record, texts: tuple[str, ...]) -> Target | None:
        """The target that a row names; None, and a problem, where it names none or two."""
        known = self._targets.get(texts)
        if known is not None:
            return known
        names = tuple(map(Written, self._target_headers, texts))
        if not any(name.text.strip() for name in names):
            self._tell_of_nameless_values(record, names[0])
            return None
        target = read_target(names, self._lookup)
        if isinstance(target, Unknown):
            self._reject_names(record, target)
            return None
        self._targets[texts] = target
        return target

    def _tell_of_nameless_values(self, record: Record, name: Written) -> None:
        if self._filled_values(record.cells):
            place = self._place(record.line, name.header)
            self._store.tell([Problem(Code.TARGET_MISSING, place)])

    def _reject_names(self, record: Record, unknown: Unknown) -> None:
        problems = [self._problem(record, fault, target=None) for fault in unknown.faults]
        self._store.tell(problems)
        for target in unknown.found:
            self._store.hold(Rejection.undated(target.id, problems[0].place))

    def _columns_for(self, target: Target | None, cells: Sequence[str]) -> Sequence[ValueColumn]:
        """The columns to read: of 累计 and 本月 side by side, the one of the target's reporting."""
        if not self._layout.has_both_reportings:
            return self._layout.values
        to_date = self._layout.columns_of(Reporting.TO_DATE)
        if target is None:
            return to_date
        if target.reporting is not None:
            return self._layout.columns_of(target.reporting)
        # Of a stock or a growth both columns say the same.
        is_there = any(not is_missing(cells[column.position]) for column in to_date)
        return to_date if is_there else self._layout.columns_of(Reporting.PER_PERIOD)

    def _read_value(self, record: Record, column: ValueColumn, target: Target) -> None:
        """One figure of a target: an observation, or every fault of its cells."""
        cells = record.cells
        layout = self._layout
        written_region = layout.written_region(column, cells)
        region = read_region(written_region, self._lookup)
        if not isinstance(region, Fault):
            code = _why_ignored(region, target)
            if code:
                self._ignore(record, target, region, written_region.text, code)
                return
        span = self._periods.span(layout.written_period(column, cells), target)
        reported_on = self._periods.report_date(layout.written(Role.REPORTED_ON, cells))
        figure = Written(column.header, cells[column.position])
        units = self._units(column, cells, target)
        quantity = read_quantity(figure, units, target)
        doubts = self._doubts(column, figure, units, quantity, target)
        match region, span, reported_on, quantity:
            case (str() | None, Span(), date() | None, Quantity()) if not doubts:
                observation = Observation(
                    target=target.id,
                    region=region,
                    first=span.first,
                    end=span.end,
                    value=quantity.value,
                    resolution=quantity.resolution,
                    reported_on=reported_on,
                    note=layout.written(Role.NOTE, cells).text.strip(),
                    place=self._place(record.line, column.header),
                )
                self._store.keep(observation, target)
            case _:
                read = (region, span, reported_on, quantity)
                faults = [value for value in read if isinstance(value, Fault)]
                self._reject_value(record, target, span, reported_on, faults + doubts)

    def _units(
        self, column: ValueColumn, cells: Sequence[str], target: Target
    ) -> Sequence[Written]:
        """What row, header and title say; a title of several units is for those that fit it."""
        stated = self._layout.written_units(column, cells)
        if not stated:
            return self._units_of_titles
        fits = [
            unit
            for unit in self._units_of_titles
            if scale_of(unit.text, target.unit.names) is not None
        ]
        return (*stated, *fits)

    def _ignore(
        self, record: Record, target: Target, region: str | None, name: str, code: Code
    ) -> None:
        """Pass over a figure whose region does not count for its target: told once a region."""
        self._store.count(Fate.IGNORED)
        told = (code, target.id, region)
        if told not in self._ignored_told:
            self._ignored_told.add(told)
            place = self._grid.place(record.line)
            facts: dict[str, Fact] = {"region": name, "name": target.name}
            self._store.tell([Problem(code, place, facts, target.id, name)])

    def _doubts(
        self,
        column: ValueColumn,
        figure: Written,
        units: Sequence[Written],
        quantity: Quantity | Fault,
        target: Target,
    ) -> list[Fault]:
        """What cannot be meant, though each cell for itself can be read."""
        doubts = []
        if isinstance(quantity, Quantity):
            doubts.append(fault_of_value(quantity, figure, column, target))
            if self._grid.is_formatted:
                doubts.append(fault_of_share(quantity, figure, units, target))
            else:
                doubts.append(fault_of_format(quantity, figure, target))
        return [doubt for doubt in doubts if doubt is not None]

    def _reject_value(
        self,
        record: Record,
        target: Target,
        span: Span | Fault,
        reported_on: date | Fault | None,
        faults: Sequence[Fault],
    ) -> None:
        problems = [self._problem(record, fault, target) for fault in faults]
        self._store.count(Fate.REJECTED)
        self._store.tell(problems)
        first, end = span if isinstance(span, Span) else (None, None)
        day = None if isinstance(reported_on, Fault) else reported_on
        self._store.hold(Rejection(target.id, first, end, day, problems[0].place))

    def _problem(self, record: Record, fault: Fault, target: Target | None) -> Problem:
        """A fault where it stands."""
        place = self._place(record.line, fault.written.header)
        identifier = target.id if target else None
        return Problem(fault.code, place, fault.facts, identifier, fault.written.text)

    def _place(self, line: int, header: str | None) -> Place:
        file = self._grid.file
        sheet = self._grid.sheet
        if sheet is None or header is None:
            return Place(file=file, line=line, column=header, sheet=sheet)
        cell = cell_name(line, self._layout.headers.index(header))
        return Place(file=file, line=line, column=header, sheet=sheet, cell=cell)


def _target_headers(layout: Layout) -> tuple[str | None, ...]:
    """The headers that targets stand under; None where a title names the one of all rows."""
    positions = layout.roles.get(Role.TARGET)
    if positions is None:
        return (None,)
    return tuple(layout.headers[position] for position in positions)


def _why_ignored(region: str | None, target: Target) -> Code | None:
    """Why a region's row does not count for the target, or a row of the whole."""
    if region is None:
        return Code.WHOLE_IGNORED if target.combine is Combine.EACH else None
    is_no_part = bool(target.regions) and region not in target.regions
    if target.combine is Combine.WHOLE or is_no_part:
        return Code.REGION_IGNORED
    return None
