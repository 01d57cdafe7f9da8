"""CSV and its kin: encodings, delimiters, physical lines."""

import codecs
import csv
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO, TextIO

from hytargets.files.grid import Grid, Record
from hytargets.files.reading import unreadable
from hytargets.problems import Code, InvalidInput, Place, Problem

Recognise = Callable[[Sequence[str]], int]  # how many header names it knows in a row
OpenBytes = Callable[[], BinaryIO]  # opens a file from its start, as often as it takes

DELIMITERS = ",;\t"
HEADER_WITHIN = 20  # rows, in which a header is looked for
_CHUNK = 1 << 20
_LINE_AT_MOST = 1 << 20
_FIELD_AT_MOST = 131_072  # the csv module's own
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNREADABLE = (OSError, EOFError, zlib.error)  # the last two of a damaged .gz


class _LineTooLong(Exception):
    pass


def open_delimited(
    file: str,
    open_bytes: OpenBytes,
    recognise: Recognise,
    encoding: str | None,
    delimiter: str | None,
) -> Grid:
    """The table of a text file, in the encoding and with the delimiter given, or found.

    Raises InvalidInput: file.missing, file.unreadable, file.empty, file.encoding.
    """
    try:
        encoding = encoding or _encoding(file, open_bytes)
        delimiter = delimiter or _delimiter(open_bytes, encoding, recognise)
    except FileNotFoundError:
        raise InvalidInput([Problem(Code.FILE_MISSING, Place(file=file))]) from None
    except UnicodeError:
        raise InvalidInput([Problem(Code.FILE_ENCODING, Place(file=file))]) from None
    except _UNREADABLE as error:
        raise InvalidInput([unreadable(error, Place(file=file))]) from None
    problems: list[Problem] = []
    records = _records(file, open_bytes, encoding, delimiter, problems)
    return Grid(file, encoding, delimiter, records, problems)


def _encoding(file: str, open_bytes: OpenBytes) -> str:
    """A byte order mark, else strict UTF-8, else strict GB18030; no statistical guessing."""
    with open_bytes() as stream:
        start = stream.read(4)
    if not start:
        raise InvalidInput([Problem(Code.FILE_EMPTY, Place(file=file))])
    marked = [encoding for mark, encoding in _BOMS if start.startswith(mark)]
    bad_line = None
    for encoding in marked or ["utf-8", "gb18030"]:
        bad_line = _first_bad_line(open_bytes, encoding)
        if bad_line is None:
            return encoding
    place = Place(file=file, line=bad_line)
    raise InvalidInput([Problem(Code.FILE_ENCODING, place)])


def _first_bad_line(open_bytes: OpenBytes, encoding: str) -> int | None:
    """The first line that is not in the encoding; None where all of the file is."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with open_bytes() as stream:
        try:
            while chunk := stream.read(_CHUNK):
                decoder.decode(chunk)
                line += chunk.count(b"\n")
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            return line + error.object.count(b"\n", 0, error.start)
    return None


def _delimiter(open_bytes: OpenBytes, encoding: str, recognise: Recognise) -> str:
    """The delimiter under which some early row has the most header names, then the most cells."""

    def best(delimiter: str) -> tuple[int, int]:
        return _best_early_row(open_bytes, encoding, delimiter, recognise)

    return max(DELIMITERS, key=best)


def _best_early_row(
    open_bytes: OpenBytes, encoding: str, delimiter: str, recognise: Recognise
) -> tuple[int, int]:
    """How many header names, and how many cells, the best of the early rows has."""
    best = (0, 0)
    with _text(open_bytes, encoding) as stream:
        reader = csv.reader(_lines(stream, set()), delimiter=delimiter)
        with suppress(csv.Error, _LineTooLong):  # what is wrong is said when the rows are read
            for cells in islice(reader, HEADER_WITHIN):
                best = max(best, (recognise(cells), len(cells)))
    return best


def _text(open_bytes: OpenBytes, encoding: str) -> TextIO:
    return TextIOWrapper(open_bytes(), encoding=encoding, newline="")


def _lines(stream: TextIO, with_nul: set[int]) -> Iterator[str]:
    """Physical lines, ended by LF, CR or both; the numbers of those with a NUL are noted."""
    pieces = iter(partial(stream.readline, _LINE_AT_MOST), "")
    for number, line in enumerate(pieces, start=1):
        if len(line) == _LINE_AT_MOST and line[-1] not in "\r\n":
            raise _LineTooLong
        if "\0" in line:
            with_nul.add(number)
        yield line


def _records(
    file: str, open_bytes: OpenBytes, encoding: str, delimiter: str, problems: list[Problem]
) -> Iterator[Record]:
    """Every row that can be read; what cannot becomes a problem with the line it starts on."""
    with_nul: set[int] = set()
    with _text(open_bytes, encoding) as stream:
        reader = csv.reader(_lines(stream, with_nul), delimiter=delimiter, strict=True)
        while True:
            start = reader.line_num + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except (_LineTooLong, csv.Error, UnicodeDecodeError, *_UNREADABLE) as error:
                problem = _row_problem(error, Place(file=file, line=start), reader.line_num)
                problems.append(problem)
                if problem.code is Code.QUOTE_MALFORMED:
                    continue
                return  # what follows cannot be told apart
            if with_nul:
                problems.append(Problem(Code.FILE_NUL, Place(file=file, line=start)))
                with_nul.clear()
            else:
                yield Record(start, cells)


def _row_problem(error: Exception, place: Place, last_line: int) -> Problem:
    """Why a row could not be read, that begins at the place and ends on the last line."""
    match error:
        case UnicodeDecodeError():
            return Problem(Code.FILE_ENCODING, place)
        case csv.Error() if "limit" not in str(error):
            return Problem(Code.QUOTE_MALFORMED, place, {"last": last_line})
        case csv.Error() | _LineTooLong():
            return Problem(Code.FIELD_TOO_LONG, place, {"limit": _FIELD_AT_MOST})
        case _:
            return unreadable(error, place)
