"""Progress files: cells become observations, and a bad cell becomes a problem."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, islice
from pathlib import PurePath
from typing import NamedTuple

from hytargets.book.lookup import SUBTOTALS, Lookup
from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Combine, Reporting
from hytargets.files.excel import cell_name
from hytargets.files.tables import Reading, Table, files_under, open_tables
from hytargets.problems import Code, Fact, InvalidInput, Place, Problem
from hytargets.progress.cells import Cell, Fault, Periods, read_quantity
from hytargets.progress.header import (
    HeaderProblem,
    Role,
    ValueColumn,
    is_footnote,
    known_headers,
    read_header,
)
from hytargets.progress.observations import (
    Fate,
    Observation,
    Progress,
    Rejection,
    Understood,
    first_place,
)
from hytargets.values.names import folded
from hytargets.values.number import Quantity, exact, is_missing
from hytargets.values.period import MalformedPeriod, parse_period


class Options(NamedTuple):
    """What a caller decides of all files: a year for periods without one, a period for rows without one."""

    year: int | None = None
    period: str | None = None
    reading: Reading = Reading()


def read_progress(paths: Iterable[str], book: TargetBook, options: Options = Options()) -> Progress:
    """Read files and folders of progress. Nothing is raised: a file that cannot be read is a problem among the rest."""
    progress = Progress()
    store = _Store(progress)
    lookup = Lookup(book)
    for path in paths:
        try:
            for file in files_under(path):
                for table in open_tables(file, known_headers, options.reading):
                    _TableReader(table, book, lookup, options, store).read()
        except InvalidInput as invalid:
            progress.problems += invalid.problems
    progress.observations = list(chain.from_iterable(store.figures.values()))
    return progress


@dataclass(slots=True)
class _Store:
    """Observations by figure and report date: memory grows with those, not with rows."""

    progress: Progress
    figures: dict[tuple[object, ...], list[Observation]] = field(
        default_factory=lambda: defaultdict(list)
    )
    repeated: set[tuple[object, ...]] = field(default_factory=set)

    def add(self, observation: Observation, target: Target) -> None:
        """Keep an observation, or count it as repeated."""
        first = observation.first if target.is_per_period else None
        key = (
            observation.target,
            observation.region,
            first,
            observation.end,
            observation.reported_on,
        )
        for known in self.figures[key]:
            if known.value == observation.value:
                self.progress.fates[Fate.REPEATED] += 1
                if key not in self.repeated:
                    self.repeated.add(key)
                    facts = first_place(known, observation.place)
                    self.progress.problems.append(
                        Problem(Code.VALUE_REPEATED, observation.place, facts, target.id)
                    )
                return
        self.figures[key].append(observation)


_HEADER_WITHIN = 20
_FIRST_OF_MONTH = re.compile(r"\d{4}-\d\d-01")


class _TableReader:
    """One table's rows into observations, problems and the account of values."""

    def __init__(
        self, table: Table, book: TargetBook, lookup: Lookup, options: Options, store: _Store
    ) -> None:
        self.table, self.lookup, self.options, self.store = table, lookup, options, store
        self.progress = store.progress
        self.periods = Periods(options.year or book.single_year)
        self.default_period = options.period or _period_in_name(table.file)
        self.targets: dict[tuple[str, ...], Target] = {}
        self.warned: set[object] = set()

    def read(self) -> None:
        """Read the table. Raises InvalidInput where its header cannot be used."""
        table = self.table
        skip_rows = self.options.reading.skip_rows
        early = list(islice(table.rows, _HEADER_WITHIN + (skip_rows or 0)))
        given = self.default_period is not None
        try:
            layout = read_header(early, self.lookup, period_given=given, skip_rows=skip_rows)
        except HeaderProblem as problem:
            if problem.code is Code.FILE_EMPTY and table.problems:
                raise InvalidInput(table.problems) from None
            place = Place(file=table.file, line=problem.line, sheet=table.sheet)
            header = Problem(
                problem.code, place, problem.facts | {"header": problem.seen}, seen=problem.seen
            )
            raise InvalidInput([*table.problems, header]) from None
        self.layout = layout
        self.skipped = list(layout.titles.lines)
        self.default_period = self.default_period or layout.titles.period or None
        self.target_columns = layout.roles.get(Role.TARGET, ())
        self.target_headers: list[str | None] = [
            layout.headers[index] for index in self.target_columns
        ] or [None]
        for line, cells in chain(early, table.rows):
            if line > layout.line:
                self._row(line, cells)
            elif line < layout.line:
                self._title(line, cells)
        self.progress.problems += table.problems
        self.progress.fates[Fate.REJECTED] += len(table.problems)
        self.progress.understood.append(
            Understood(
                file=table.file,
                sheet=table.sheet,
                encoding=table.encoding,
                delimiter=table.delimiter,
                header_line=self.layout.line,
                year=self.periods.year if self.periods.year_was_used else None,
                columns=self.layout.columns(),
                ignored_columns=self.layout.ignored,
                skipped_rows=tuple(self.skipped),
            )
        )

    def _row(self, line: int, cells: list[str]) -> None:
        """Every value of one row meets its fate."""
        if not any(cell and not cell.isspace() for cell in cells):
            return
        if is_footnote(cells) and not any(self.lookup.target(cell) for cell in cells):
            self.skipped.append(line)
            return
        if not self._has_its_cells(line, cells):
            return
        target_texts = tuple(cells[index] for index in self.target_columns) or (
            self.layout.titles.target,
        )
        if self._is_subtotal(line, cells, target_texts):
            return
        target = self._target(line, cells, target_texts)
        for column in self._columns_for(target, cells):
            text = cells[column.at]
            if is_missing(text):
                self._count(Fate.MISSING)
            elif target is None:
                self._count(Fate.REJECTED)
            else:
                self._value(line, cells, column, target, text)

    def _title(self, line: int, cells: list[str]) -> None:
        """A row above the header holds no figure of a target; if it does, it is no title."""
        target = next(filter(None, map(self.lookup.target, cells)), None)
        if target and any(
            any(c.isdigit() for c in cell) and not self.lookup.target(cell) for cell in cells
        ):
            self._reject(
                line,
                target,
                [self._problem(Code.ROW_ABOVE_HEADER, line, None, " | ".join(cells), target)],
            )

    def _place(self, line: int, column: str | None) -> Place:
        file, sheet = self.table.file, self.table.sheet
        if sheet is None or column is None:
            return Place(file=file, line=line, column=column, sheet=sheet)
        return Place(
            file, line, column, sheet=sheet, cell=cell_name(line, self.layout.headers.index(column))
        )

    def _count(self, fate: Fate) -> None:
        self.progress.fates[fate] += 1

    def _problem(
        self,
        code: Code,
        line: int,
        column: str | None,
        seen: str | None,
        target: Target | None = None,
        **facts: Fact,
    ) -> Problem:
        place = self._place(line, column)
        return Problem(code, place, facts, target.id if target else None, seen)

    def _has_its_cells(self, line: int, cells: list[str]) -> bool:
        layout = self.layout
        for index in layout.blank:
            if index < len(cells) and not is_missing(cells[index]) and index not in self.warned:
                self.warned.add(index)
                self.progress.problems.append(
                    self._problem(Code.HEADER_BLANK, line, None, cells[index], at=index + 1)
                )
        filled = max(index for index, cell in enumerate(cells, start=1) if cell.strip())
        if layout.needed_width <= len(cells) and filled <= len(layout.headers):
            cells.extend([""] * (len(layout.headers) - len(cells)))
            return True
        facts = {"cells": len(cells), "expected": len(layout.headers)}
        named = [cells[index] for index in self.target_columns if index < len(cells)]
        target = next(filter(None, map(self.lookup.target, named)), None)
        self._reject(
            line, target, [self._problem(Code.ROW_CELLS, line, None, None, target, **facts)]
        )
        return False

    def _reject(
        self,
        line: int,
        target: Target | None,
        faults: list[Problem],
        period: tuple[date, date] | None = None,
        reported_on: date | None = None,
    ) -> None:
        self._count(Fate.REJECTED)
        self.progress.problems += faults
        if target:
            first, end = period or (None, None)
            self.progress.rejections.append(
                Rejection(target.id, first, end, reported_on, faults[0].place)
            )

    def _cell(self, role: Role, cells: list[str]) -> Cell:
        """A column's header and the cell under it; no header and no text where there is no such column."""
        if role not in self.layout.roles:
            return None, ""
        index = self.layout.roles[role][0]
        return self.layout.headers[index], cells[index]

    def _is_subtotal(self, line: int, cells: list[str], target_texts: tuple[str, ...]) -> bool:
        for text in (*target_texts, self._cell(Role.REGION, cells)[1]):
            if folded(text) in SUBTOTALS:
                self.progress.problems.append(self._problem(Code.ROW_SUBTOTAL, line, None, text))
                self.progress.fates[Fate.IGNORED] += sum(
                    not is_missing(cells[column.at]) for column in self.layout.values
                )
                return True
        return False

    def _target(self, line: int, cells: list[str], texts: tuple[str, ...]) -> Target | None:
        """The target that a row names; None, and a problem, where it names none or two."""
        if texts in self.targets:
            return self.targets[texts]
        if not any(text.strip() for text in texts):
            if any(not is_missing(cells[column.at]) for column in self.layout.values):
                self.progress.problems.append(
                    self._problem(Code.TARGET_MISSING, line, self.target_headers[0], None)
                )
            return None
        found: list[Target] = []
        faults: list[Problem] = []
        for header, text in zip(self.target_headers, texts, strict=True):
            if not text.strip():
                continue
            if target := self.lookup.target(text):
                found.append(target)
            else:
                near = self.lookup.nearest_target(text)
                faults.append(
                    self._problem(Code.TARGET_UNKNOWN, line, header, text, name=text, nearest=near)
                )
        if len({target.id for target in found}) > 1:
            one, other = found[0].name, found[1].name
            header = self.target_headers[-1]
            faults.append(
                self._problem(Code.TARGET_DISAGREES, line, header, texts[-1], one=one, other=other)
            )
        self.progress.problems += faults
        if faults:
            self.progress.rejections += [
                Rejection(one.id, None, None, None, faults[0].place) for one in found
            ]
            return None
        self.targets[texts] = found[0]
        return found[0]

    def _columns_for(self, target: Target | None, cells: list[str]) -> Sequence[ValueColumn]:
        """The columns to read: of 累计 and 本月 side by side, the one of the target's reporting."""
        columns = self.layout.values
        if len(columns) == 1 or columns[0].reporting is None:
            return columns
        wanted = target.reporting if target and target.reporting else Reporting.TO_DATE
        own = [column for column in columns if column.reporting is wanted]
        if target and target.reporting is None and is_missing(cells[own[0].at]):
            return [column for column in columns if column.reporting is not wanted]
        return own

    def _value(
        self, line: int, cells: list[str], column: ValueColumn, target: Target, text: str
    ) -> None:
        """One figure of a target: an observation, or every fault of its cells."""
        faults: list[Problem] = []

        def fault(code: Code, header: str | None, seen: str, **facts: Fact) -> None:
            faults.append(self._problem(code, line, header, seen, target, **facts))

        header, name = (
            (column.header, column.region) if column.region else self._cell(Role.REGION, cells)
        )
        region = None if self.lookup.is_whole(name) else self.lookup.region(name)
        if region is None and not self.lookup.is_whole(name):
            fault(
                Code.REGION_UNKNOWN,
                header,
                name,
                name=name,
                nearest=self.lookup.nearest_region(name),
            )
        elif self._is_ignored(line, target, region, name):
            self._count(Fate.IGNORED)
            return
        period = self._period(column, cells, target, fault)
        reported_on = self.periods.reported_on(self._cell(Role.REPORTED_ON, cells), fault)
        stated = self._cell(Role.UNIT, cells), (column.header, column.unit)
        units = stated if any(unit for _, unit in stated) else ((None, self.layout.titles.unit),)
        quantity = read_quantity(column, text, units, target, fault)
        if not self.table.is_formatted:
            self._refuse_what_a_format_would_tell(column, cells, target, quantity, fault)
        if faults or period is None or quantity is None:
            self._reject(line, target, faults, period, reported_on)
            return
        place = self._place(line, column.header)
        note = self._cell(Role.NOTE, cells)[1].strip()
        first, end = period
        value, resolution = quantity.value, quantity.resolution
        self.store.add(
            Observation(target.id, region, first, end, value, resolution, reported_on, note, place),
            target,
        )

    def _refuse_what_a_format_would_tell(
        self,
        column: ValueColumn,
        cells: list[str],
        target: Target,
        quantity: Quantity | None,
        fault: Fault,
    ) -> None:
        """In a workbook whose formats are unknown 0.5 may be 50 %, and the first day of a month the month."""
        if quantity and target.unit.is_percent and 0 < abs(quantity.value) < 1:
            fault(Code.FORMAT_PERCENT, column.header, exact(quantity.value))
        header, text = self._cell(Role.PERIOD, cells)
        if _FIRST_OF_MONTH.fullmatch(text):
            fault(Code.FORMAT_MONTH, header, text)

    def _is_ignored(self, line: int, target: Target, region: str | None, name: str) -> bool:
        if region is None:
            code = Code.WHOLE_IGNORED if target.combine is Combine.EACH else None
        elif target.combine is Combine.WHOLE or (target.regions and region not in target.regions):
            code = Code.REGION_IGNORED
        else:
            code = None
        if code and (code, target.id, region) not in self.warned:
            self.warned.add((code, target.id, region))
            facts: dict[str, Fact] = {"region": name, "name": target.name}
            self.progress.problems.append(self._problem(code, line, None, name, target, **facts))
        return code is not None

    def _period(
        self, column: ValueColumn, cells: list[str], target: Target, fault: Fault
    ) -> tuple[date, date] | None:
        """The period of a header, a cell, the caller or the file's name."""
        cell = (column.header, column.period) if column.period else self._cell(Role.PERIOD, cells)
        if not is_missing(cell[1]):
            return self.periods.covered(cell, target, fault)
        if self.default_period:
            return self.periods.covered((None, self.default_period), target, fault)
        fault(Code.PERIOD_MISSING, *cell)
        return None


def _period_in_name(file: str) -> str | None:
    """The period a file's name gives: 2020-06.csv."""
    stem = PurePath(file).name.split(".")[0]
    try:
        parse_period(stem)
    except MalformedPeriod:
        return None
    return stem
