"""Files of tables: which ones a path names, and the grids in each. Knows no targets."""

from collections.abc import Sequence
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from hytargets.files.delimited import HEADER_WITHIN, OpenBytes, Recognise, open_delimited
from hytargets.files.grid import Grid, Record
from hytargets.files.reading import STDIN, read_bytes
from hytargets.problems import Code, InvalidInput, Place, Problem

if TYPE_CHECKING:  # loaded where it is used: most files are no workbooks
    from hytargets.files.excel import Worksheet

_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_SUFFIXES = frozenset({".csv", ".tsv", ".txt"}) | _WORKBOOKS


class Reading(NamedTuple):
    """What a caller decides instead of the file."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    skip_rows: int | None = None


def files_under(path: str) -> list[str]:
    """The files that a path names: itself, those of a folder, or what fits a pattern.

    Of a folder its tables in the order of their names, without hidden and lock files.
    Raises InvalidInput: folder.empty.
    """
    there = Path(path)
    if path == STDIN or there.is_file():
        return [path]
    if there.is_dir():
        tables = sorted(entry for entry in there.iterdir() if _is_table(entry))
        if not tables:
            raise InvalidInput([Problem(Code.FOLDER_EMPTY, Place(file=path))])
        return [entry.as_posix() for entry in tables]
    from glob import glob

    return sorted(glob(path)) or [path]  # noqa: PTH207 - the pattern may be absolute


def _is_table(entry: Path) -> bool:
    suffix = entry.suffix.lower()
    if suffix == ".gz":
        suffix = Path(entry.stem).suffix.lower()
    is_hidden_or_lock = entry.name.startswith((".", "~"))
    return suffix in _SUFFIXES and not is_hidden_or_lock and entry.is_file()


def open_tables(file: str, recognise: Recognise, reading: Reading = Reading()) -> list[Grid]:
    """Open a file's table, or each sheet with a header.

    `recognise` counts the header names it knows in a row.
    Raises InvalidInput: file.missing, file.unreadable, file.empty, file.encoding, header.missing,
    sheet.missing.
    """
    if Path(file).suffix.lower() in _WORKBOOKS:
        return _open_workbook(file, recognise, reading.sheet)
    opener = _opener(file)
    return [open_delimited(file, opener, recognise, reading.encoding, reading.delimiter)]


def _opener(file: str) -> OpenBytes:
    """How to open a file, as often as it takes: standard input is read once and kept."""
    if file == STDIN:
        content = read_bytes(STDIN)
        return lambda: BytesIO(content)
    if file.lower().endswith(".gz"):
        import gzip

        return lambda: cast(BinaryIO, gzip.open(file, "rb"))
    return lambda: Path(file).open("rb")


def _open_workbook(file: str, recognise: Recognise, wanted: str | None) -> list[Grid]:
    """The sheet asked for, or every sheet that shows a header; a lone sheet without one, too."""
    from hytargets.files.excel import read_worksheets

    sheets = read_worksheets(file, read_bytes(file))
    if wanted is not None:
        sheets = [sheet for sheet in sheets if sheet.name == wanted]
        if not sheets:
            raise InvalidInput([Problem(Code.SHEET_MISSING, Place(file=file), {"name": wanted})])
    grids = []
    for sheet in sheets:
        early = list(islice(sheet.records, HEADER_WITHIN))
        is_only = len(sheets) == 1
        # A sheet that cannot be read is passed on, so that its problem is told.
        if is_only or sheet.problem or _shows_a_header(early, recognise):
            grids.append(_grid(file, sheet, early))
    if not grids:
        raise InvalidInput([Problem(Code.HEADER_MISSING, Place(file=file))])
    return grids


def _shows_a_header(early: Sequence[Record], recognise: Recognise) -> bool:
    """Does a row name two columns or more? A sheet of prose may have one such word by chance."""
    return any(recognise(record.cells) > 1 for record in early)


def _grid(file: str, sheet: "Worksheet", early: Sequence[Record]) -> Grid:
    return Grid(
        file=file,
        encoding="excel",
        delimiter="",
        records=chain(early, sheet.records),
        problems=[sheet.problem] if sheet.problem else [],
        sheet=sheet.name,
        is_formatted=sheet.is_formatted,
    )
