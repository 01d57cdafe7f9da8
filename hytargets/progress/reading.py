"""Progress files: paths become tables, and tables what was reported in them."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

from hytargets.book.lookup import Lookup
from hytargets.book.target import TargetBook
from hytargets.files.delimited import HEADER_WITHIN
from hytargets.files.grid import Grid, Record
from hytargets.files.tables import Reading, files_under, open_tables
from hytargets.problems import Code, InvalidInput, Problem
from hytargets.progress.choices import FirstOfMonth
from hytargets.progress.header import UnusableHeader, find_header, known_headers, read_header
from hytargets.progress.layout import Layout
from hytargets.progress.observations import Fate, Progress, Rejection, Understood
from hytargets.progress.periods import Periods, period_in_name
from hytargets.progress.rows import RowReader
from hytargets.progress.store import Store
from hytargets.progress.titles import is_footnote, read_titles, target_of_title


class Options(NamedTuple):
    """What a caller decides of all files."""

    year: int | None = None  # of periods without one
    period: str | None = None  # of rows without one
    reading: Reading = Reading()
    first_of_month: FirstOfMonth | None = None  # what 2020-06-01 stands for; else it is refused


def read_progress(paths: Iterable[str], book: TargetBook, options: Options = Options()) -> Progress:
    """Read files and folders of progress.

    Nothing is raised: a file or a table that cannot be read is a problem among the rest.
    """
    store = Store(book.id)
    reader = _FileReader(book, options, store)
    for path in paths:
        try:
            files = files_under(path)
        except InvalidInput as invalid:
            store.tell(invalid.problems)
            continue
        for file in files:
            reader.read_file(file)
    return store.progress()


class _FileReader:
    """Reads tables into the store; what prevents one is told, and the next one is read."""

    def __init__(self, book: TargetBook, options: Options, store: Store) -> None:
        self._options = options
        self._lookup = Lookup(book)
        self._year = options.year or book.single_year
        self._store = store

    def read_file(self, file: str) -> None:
        """Read every table of a file."""
        try:
            grids = open_tables(file, known_headers, self._options.reading)
        except InvalidInput as invalid:
            self._store.tell(invalid.problems)
            return
        for grid in grids:
            try:
                self._read_grid(grid)
            except UnusableHeader as error:
                self._tell_of_header(grid, error)

    def _read_grid(self, grid: Grid) -> None:
        """Read a table. Raises UnusableHeader where its header cannot be used."""
        skip_rows = self._options.reading.skip_rows
        early = list(islice(grid.records, HEADER_WITHIN + (skip_rows or 0)))
        header = find_header(early, skip_rows)
        above = [record for record in early if record.line < header.line]
        titles = read_titles(above, self._lookup)
        default = self._options.period or period_in_name(grid.file) or titles.period or None
        layout = read_header(
            header,
            self._lookup,
            target_given=bool(titles.target),
            period_given=default is not None,
        )
        self._check_titles(grid, above)
        periods = Periods(self._year, default, self._options.first_of_month)
        rows = RowReader(grid, layout, titles, self._lookup, periods, self._store)
        below = (record for record in chain(early, grid.records) if record.line > header.line)
        footnotes = self._read_rows(rows, layout, below)
        self._store.tell(grid.problems)
        self._store.count(Fate.REJECTED, len(grid.problems))
        skipped_rows = (*titles.lines, *footnotes)
        self._store.understand(_understood(grid, layout, periods, skipped_rows))

    def _check_titles(self, grid: Grid, above: Iterable[Record]) -> None:
        """Reject a row above the header that holds a figure: nothing is dropped in silence."""
        for record in above:
            target = target_of_title(record.cells, self._lookup)
            if target is None:
                continue
            place = grid.place(record.line)
            seen = " | ".join(record.cells)
            self._store.count(Fate.REJECTED)
            self._store.tell([Problem(Code.ROW_ABOVE_HEADER, place, {}, target.id, seen)])
            self._store.hold(Rejection.undated(target.id, place))

    def _read_rows(self, rows: RowReader, layout: Layout, records: Iterable[Record]) -> list[int]:
        """Read the rows below a header; the lines of those that are footnotes."""
        footnotes = []
        for record in records:
            if record.is_blank:
                continue
            if is_footnote(record.cells, layout, self._lookup):
                footnotes.append(record.line)
            else:
                rows.read(record)
        return footnotes

    def _tell_of_header(self, grid: Grid, error: UnusableHeader) -> None:
        """Say why a table has no header; of one without a readable row, why it has none."""
        self._store.tell(grid.problems)
        if error.code is Code.FILE_EMPTY and grid.problems:
            return
        place = grid.place(error.line)
        facts = {**error.facts, "header": error.seen}
        self._store.tell([Problem(error.code, place, facts, seen=error.seen)])


def _understood(
    grid: Grid, layout: Layout, periods: Periods, skipped_rows: Sequence[int]
) -> Understood:
    return Understood(
        file=grid.file,
        sheet=grid.sheet,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        header_line=layout.line,
        year=periods.used_year,
        columns=layout.named_columns(),
        ignored_columns=layout.ignored,
        skipped_rows=tuple(skipped_rows),
    )
