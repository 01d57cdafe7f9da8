"""CSV and its kin: encodings, delimiters, physical lines. Knows no targets."""

import codecs
import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from io import TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple, TextIO

from hytargets.problems import Code, InvalidInput, Place, Problem

SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
DELIMITERS = ",;\t"
_CHUNK = 1 << 20
_LINE_AT_MOST = 1 << 20
_FIELD_AT_MOST = 131_072  # the csv module's own
_HEADER_WITHIN = 20
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

Recognise = Callable[[Sequence[str]], int]
OpenBytes = Callable[[], BinaryIO]


class Reading(NamedTuple):
    """What a caller decides instead of the file."""

    encoding: str | None = None
    delimiter: str | None = None


@dataclass(slots=True)
class Table:
    """A file's rows, each with the physical line it starts on; `problems` fill as the rows are read."""

    file: str
    encoding: str
    delimiter: str
    rows: Iterator[tuple[int, list[str]]]
    problems: list[Problem] = field(default_factory=list)


def files_under(path: str) -> list[str]:
    """The file itself, or a folder's tables in the order of their names, without hidden and lock files.

    Raises InvalidInput: file.missing, folder.empty.
    """
    there = Path(path)
    if not there.is_dir():
        return [path]
    found = sorted(
        entry
        for entry in there.iterdir()
        if entry.suffix.lower() in SUFFIXES and not entry.name.startswith((".", "~")) and entry.is_file()
    )
    if not found:
        raise InvalidInput([Problem(Code.FOLDER_EMPTY, Place(file=path))])
    return [entry.as_posix() for entry in found]


def open_table(file: str, recognise: Recognise, reading: Reading = Reading()) -> Table:
    """Open a table; `recognise` counts the header names it knows in a row, and so finds the delimiter.

    Raises InvalidInput: file.missing, file.unreadable, file.empty, file.encoding.
    """

    def open_bytes() -> BinaryIO:
        return Path(file).open("rb")

    try:
        encoding = reading.encoding or _encoding(file, open_bytes)
        delimiter = reading.delimiter or _delimiter(open_bytes, encoding, recognise)
    except FileNotFoundError:
        raise InvalidInput([Problem(Code.FILE_MISSING, Place(file=file))]) from None
    except UnicodeError:
        raise InvalidInput(
            [Problem(Code.FILE_ENCODING, Place(file=file), {"encoding": reading.encoding or ""})]
        ) from None
    except OSError as error:
        facts = {"reason": error.strerror or str(error)}
        raise InvalidInput([Problem(Code.FILE_UNREADABLE, Place(file=file), facts)]) from None
    table = Table(file, encoding, delimiter, iter(()))
    table.rows = _rows(table, open_bytes)
    return table


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
    raise InvalidInput([Problem(Code.FILE_ENCODING, Place(file=file, line=bad_line), {"encoding": ""})])


def _delimiter(open_bytes: OpenBytes, encoding: str, recognise: Recognise) -> str:
    """The delimiter under which some early row has the most known header names, then the most cells."""

    def best(delimiter: str) -> tuple[int, int]:
        found = [(0, 0)]
        with _text(open_bytes, encoding) as stream:
            reader = csv.reader(_lines(stream, set()), delimiter=delimiter)
            with suppress(csv.Error, _LineTooLong):  # what is wrong is said when the rows are read
                found.extend((recognise(cells), len(cells)) for cells in islice(reader, _HEADER_WITHIN))
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
