"""CSV and its kin: encodings, delimiters, physical lines. Knows no targets."""

import codecs
import csv
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO, TextIOWrapper
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO, cast

from hytargets.files import excel as excelfile
from hytargets.problems import Code, InvalidInput, Place, Problem

SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
DELIMITERS = ",;\t"
STDIN = "-"
_CHUNK = 1 << 20
_LINE_AT_MOST = 1 << 20
_FIELD_AT_MOST = 131_072  # the csv module's own
_HEADER_WITHIN = 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

Recognise = Callable[[Sequence[str]], int]
OpenBytes = Callable[[], BinaryIO]


class Reading(NamedTuple):
    """What a caller decides instead of the file."""

    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    skip_rows: int | None = None


@dataclass(slots=True)
class Table:
    """A file's rows, each with the physical line it starts on; `problems` fill as the rows are read."""

    file: str
    encoding: str
    delimiter: str
    rows: Iterator[tuple[int, list[str]]]
    sheet: str | None = None
    is_formatted: bool = True  # False where a share may be a percentage, and a day a month, for all that can be known
    problems: list[Problem] = field(default_factory=list)


def files_under(path: str) -> list[str]:
    """The file itself; a folder's tables in the order of their names, without hidden and lock files; or what fits a *.

    Raises InvalidInput: file.missing, folder.empty.
    """
    there = Path(path)
    if path == STDIN or there.is_file():
        return [path]
    if there.is_dir():
        found = sorted(entry for entry in there.iterdir() if _is_table(entry))
        if not found:
            raise InvalidInput([Problem(Code.FOLDER_EMPTY, Place(file=path))])
        return [entry.as_posix() for entry in found]
    from glob import glob

    return sorted(glob(path)) or [path]  # noqa: PTH207 - the pattern may be absolute


def _is_table(entry: Path) -> bool:
    suffix = Path(entry.stem).suffix if entry.suffix.lower() == ".gz" else entry.suffix
    known = suffix.lower() in SUFFIXES | excelfile.SUFFIXES
    return known and not entry.name.startswith((".", "~")) and entry.is_file()


def open_tables(file: str, recognise: Recognise, reading: Reading = Reading()) -> list[Table]:
    """Open a file's table, or each sheet with a header; `recognise` counts the header names it knows in a row.

    Raises InvalidInput: file.missing, file.unreadable, file.empty, file.encoding, excel.missing, sheet.missing.
    """
    try:
        open_bytes = _source(file)
        if Path(file).suffix.lower() in excelfile.SUFFIXES:
            with open_bytes() as stream:
                return _sheets(file, stream.read(), recognise, reading)
        encoding = reading.encoding or _encoding(file, open_bytes)
        delimiter = reading.delimiter or _delimiter(open_bytes, encoding, recognise)
    except FileNotFoundError:
        raise InvalidInput([Problem(Code.FILE_MISSING, Place(file=file))]) from None
    except UnicodeError:
        raise InvalidInput([Problem(Code.FILE_ENCODING, Place(file=file))]) from None
    except (OSError, EOFError, zlib.error) as error:
        facts = {"reason": getattr(error, "strerror", None) or str(error)}
        raise InvalidInput([Problem(Code.FILE_UNREADABLE, Place(file=file), facts)]) from None
    table = Table(file, encoding, delimiter, iter(()))
    table.rows = _rows(table, open_bytes)
    return [table]


def _source(file: str) -> OpenBytes:
    """How to open a file, as often as it takes: standard input is read once and kept."""
    if file == STDIN:
        content = sys.stdin.buffer.read()
        return lambda: BytesIO(content)
    if file.lower().endswith(".gz"):
        import gzip

        return lambda: cast(BinaryIO, gzip.open(file, "rb"))
    return lambda: Path(file).open("rb")


def _sheets(file: str, content: bytes, recognise: Recognise, reading: Reading) -> list[Table]:
    """The sheet asked for, or every sheet that shows a header; where none does, the first, to say so."""
    sheets = excelfile.read_sheets(file, content)
    if reading.sheet is not None:
        sheets = [sheet for sheet in sheets if sheet.name == reading.sheet]
        if not sheets:
            raise InvalidInput(
                [Problem(Code.SHEET_MISSING, Place(file=file), {"name": reading.sheet})]
            )
    tables = []
    for sheet in sheets:
        early = list(islice(sheet.rows, _HEADER_WITHIN))
        if len(sheets) == 1 or max((recognise(cells) for _, cells in early), default=0) > 1:
            tables.append(
                Table(file, "excel", "", chain(early, sheet.rows), sheet.name, sheet.is_formatted)
            )
    if not tables:
        raise InvalidInput([Problem(Code.HEADER_MISSING, Place(file=file))])
    return tables


def _encoding(file: str, open_bytes: OpenBytes) -> str:
    """A byte order mark, else strict UTF-8, else strict GB18030; no statistical guessing."""
    with open_bytes() as stream:
        start = stream.read(4)
    if not start:
        raise InvalidInput([Problem(Code.FILE_EMPTY, Place(file=file))])
    candidates = [name for mark, name in _BOMS if start.startswith(mark)] or ["utf-8", "gb18030"]
    bad_line = 1
    for encoding in candidates:
        decoder = codecs.getincrementaldecoder(encoding)()
        bad_line = 1
        with open_bytes() as stream:
            try:
                while chunk := stream.read(_CHUNK):
                    decoder.decode(chunk)
                    bad_line += chunk.count(b"\n")
                decoder.decode(b"", final=True)
            except UnicodeDecodeError as error:
                bad_line += error.object.count(b"\n", 0, error.start)
                continue
        return encoding
    raise InvalidInput(
        [Problem(Code.FILE_ENCODING, Place(file=file, line=bad_line), {"encoding": ""})]
    )


def _delimiter(open_bytes: OpenBytes, encoding: str, recognise: Recognise) -> str:
    """The delimiter under which some early row has the most known header names, then the most cells."""

    def best(delimiter: str) -> tuple[int, int]:
        found = [(0, 0)]
        with _text(open_bytes, encoding) as stream:
            reader = csv.reader(_lines(stream, set()), delimiter=delimiter)
            with suppress(csv.Error, _LineTooLong):  # what is wrong is said when the rows are read
                found.extend(
                    (recognise(cells), len(cells)) for cells in islice(reader, _HEADER_WITHIN)
                )
        return max(found)

    return max(DELIMITERS, key=best)


def _text(open_bytes: OpenBytes, encoding: str) -> TextIO:
    return TextIOWrapper(open_bytes(), encoding=encoding, newline="")


class _LineTooLong(Exception):
    pass


def _lines(stream: TextIO, with_nul: set[int]) -> Iterator[str]:
    """Physical lines, ended by LF, CR or both; the numbers of those with a NUL are noted."""
    for number, line in enumerate(iter(partial(stream.readline, _LINE_AT_MOST), ""), start=1):
        if len(line) == _LINE_AT_MOST and line[-1] not in "\r\n":
            raise _LineTooLong
        if "\0" in line:
            with_nul.add(number)
        yield line


def _rows(table: Table, open_bytes: OpenBytes) -> Iterator[tuple[int, list[str]]]:
    """Every row that can be read; what cannot becomes a problem with the line it starts on."""

    def report(code: Code, **facts: int) -> None:
        table.problems.append(Problem(code, Place(file=table.file, line=start), facts))

    with_nul: set[int] = set()
    with _text(open_bytes, table.encoding) as stream:
        reader = csv.reader(_lines(stream, with_nul), delimiter=table.delimiter, strict=True)
        while True:
            start = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except _LineTooLong:
                return report(Code.FIELD_TOO_LONG, limit=_FIELD_AT_MOST)
            except csv.Error as error:
                if "limit" in str(error):
                    return report(Code.FIELD_TOO_LONG, limit=_FIELD_AT_MOST)
                report(Code.QUOTE_MALFORMED, last=reader.line_num)
                continue
            except UnicodeDecodeError:
                return report(Code.FILE_ENCODING)
            if with_nul:
                report(Code.FILE_NUL)
                with_nul.clear()
            else:
                yield start, cells
