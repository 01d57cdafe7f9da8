"""Workbooks: sheets as records of text, dates and numbers as Excel shows them."""

import re
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from hytargets.files.grid import Record, cell_name
from hytargets.files.reading import unreadable
from hytargets.problems import Code, InvalidInput, Place, Problem

if TYPE_CHECKING:  # loaded where they are used: most files are no workbooks
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

    from python_calamine import CalamineWorkbook

_BYTES_AT_MOST = 256 * 1024 * 1024  # of an unpacked part
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BOOK_PART = "xl/workbook.xml"
_STYLES_PART = "xl/styles.xml"
_PATHS_PART = "xl/_rels/workbook.xml.rels"
_PERCENT_FORMATS = {"9", "10"}
_MONTH_FORMATS = {"17", "27", "55", "57"}  # mmm-yy, and yyyy年m月 of East Asian Excel
_NO_PLACEHOLDER = r'"[^"]*"|\\.|\[[^\]]*\]'  # texts and colours of a number format


class _Shown(Enum):
    """A format that changes what a cell's value means."""

    PERCENT = "percent"
    MONTH = "month"


class _Facts(NamedTuple):
    """What the values of a sheet do not tell, by the names of its cells."""

    shown: dict[str, _Shown]  # of the cells where that matters
    errors: dict[str, str]  # #N/A, #REF!: calamine reads them as empty


class Worksheet(NamedTuple):
    """A sheet that is not hidden: its records, or the problem that prevents them."""

    name: str
    is_formatted: bool  # are the formats of its cells known? Only of .xlsx
    records: Iterator[Record]
    problem: Problem | None = None


def read_worksheets(file: str, content: bytes) -> list[Worksheet]:
    """The sheets of a workbook. Raises InvalidInput: file.unreadable, file.too_large."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
    except CalamineError as error:
        raise InvalidInput([unreadable(error, Place(file=file))]) from None
    parts = _parts_of_xlsx(file, content)
    return [
        _worksheet(file, sheet.name, workbook, parts)
        for sheet in workbook.sheets_metadata
        if sheet.visible is SheetVisibleEnum.Visible
    ]


def _worksheet(
    file: str, name: str, workbook: "CalamineWorkbook", parts: "_Parts | None"
) -> Worksheet:
    from python_calamine import CalamineError

    place = Place(file=file, sheet=name)
    try:
        values = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        facts = parts.facts(name, place) if parts else None
    except CalamineError as error:
        return Worksheet(name, False, iter(()), unreadable(error, place))
    except InvalidInput as invalid:
        return Worksheet(name, False, iter(()), invalid.problems[0])
    return Worksheet(name, facts is not None, _records(values, facts or _Facts({}, {})))


def _records(values: list[list[Any]], facts: _Facts) -> Iterator[Record]:
    if facts.errors:
        values = [_with_errors(row, line, facts) for line, row in enumerate(values, start=1)]
    width = max(map(_filled_width, values), default=0)
    for line, row in enumerate(values, start=1):
        cells = []
        for index, value in enumerate(row[:width]):
            if isinstance(value, str):
                cells.append(value)
            else:
                cells.append(_text(value, facts.shown.get(cell_name(line, index))))
        yield Record(line, cells)


def _with_errors(row: list[Any], line: int, facts: _Facts) -> list[Any]:
    """The values of a row, with #N/A where Excel shows it: never a blank."""
    return [facts.errors.get(cell_name(line, index), value) for index, value in enumerate(row)]


def _filled_width(row: list[Any]) -> int:
    """How many cells a row has, without the empty ones at its end."""
    return max((index for index, value in enumerate(row, start=1) if value != ""), default=0)


def _text(value: Any, shown: _Shown | None) -> str:
    """A cell as it is shown: a month as a month, a share in its percent."""
    match value:
        case bool():
            return str(value).upper()
        case int() | float():
            return _number_text(value, is_percent=shown is _Shown.PERCENT)
        case datetime() if value.time() != time():
            return value.isoformat(" ")
        case date() if shown is _Shown.MONTH:
            return f"{value:%Y-%m}"
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _number_text(value: float, *, is_percent: bool) -> str:
    """A number in its 15 digits, as Excel keeps, so that 0.1 + 0.2 is 0.3."""
    number = Decimal(format(value, ".15g"))
    if is_percent:
        number *= 100
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}%" if is_percent else text


class _Parts(NamedTuple):
    """What an .xlsx holds, as far as it tells how cells are shown."""

    archive: "ZipFile"
    shown_by_style: dict[str, _Shown]
    path_by_sheet: dict[str, str]

    def facts(self, sheet: str, place: Place) -> _Facts | None:
        """How the cells of a sheet are shown, and its errors; None where that is not told.

        Raises InvalidInput: file.unreadable, file.too_large.
        """
        path = self.path_by_sheet.get(sheet)
        if path not in self.archive.namelist():
            return None
        facts = _Facts({}, {})
        for cell in _part(self.archive, path, place).iter(f"{_MAIN}c"):
            name = cell.get("r", "")
            shown = self.shown_by_style.get(cell.get("s", "0"))
            if shown:
                facts.shown[name] = shown
            if cell.get("t") == "e":
                facts.errors[name] = cell.findtext(f"{_MAIN}v", "#N/A")
        return facts


def _parts_of_xlsx(file: str, content: bytes) -> _Parts | None:
    """The parts of an .xlsx; None of another kind of workbook.

    Raises InvalidInput: file.unreadable, file.too_large.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(BytesIO(content))
    except BadZipFile:
        return None
    if not {_BOOK_PART, _STYLES_PART, _PATHS_PART} <= set(archive.namelist()):
        return None
    place = Place(file=file)
    paths = {
        relation.get("Id"): _absolute(relation.get("Target", ""))
        for relation in _part(archive, _PATHS_PART, place)
    }
    path_by_sheet = {
        sheet.get("name", ""): paths.get(sheet.get(_RELATION), "")
        for sheet in _part(archive, _BOOK_PART, place).iter(f"{_MAIN}sheet")
    }
    return _Parts(archive, _shown_by_style(_part(archive, _STYLES_PART, place)), path_by_sheet)


def _absolute(path: str) -> str:
    """A path within the archive; one without a slash in front starts where the book's part is."""
    return path.lstrip("/") if path.startswith("/") else f"xl/{path}"


def _part(archive: "ZipFile", name: str, place: Place) -> "Element":
    from xml.etree.ElementTree import ParseError, fromstring
    from zipfile import BadZipFile

    if archive.getinfo(name).file_size > _BYTES_AT_MOST:
        raise InvalidInput([Problem(Code.FILE_TOO_LARGE, place, {"limit": _BYTES_AT_MOST})])
    try:
        return fromstring(archive.read(name))
    except (BadZipFile, zlib.error, EOFError, ParseError) as error:
        raise InvalidInput([unreadable(error, place)]) from None


def _shown_by_style(styles: "Element") -> dict[str, _Shown]:
    """The number of a style → how it shows a cell, where that matters."""
    codes = {
        form.get("numFmtId", "0"): form.get("formatCode", "")
        for form in styles.iter(f"{_MAIN}numFmt")
    }
    shown_by_style = {}
    for number, style in enumerate(styles.findall(f"{_MAIN}cellXfs/{_MAIN}xf")):
        identifier = style.get("numFmtId", "0")
        shown = _shown_by_format(identifier, codes.get(identifier, ""))
        if shown:
            shown_by_style[str(number)] = shown
    return shown_by_style


def _shown_by_format(identifier: str, code: str) -> _Shown | None:
    placeholders = re.sub(_NO_PLACEHOLDER, "", code).lower()
    if identifier in _PERCENT_FORMATS or "%" in placeholders:
        return _Shown.PERCENT
    has_year_and_month = "y" in placeholders and "m" in placeholders
    has_day_or_hour = "d" in placeholders or "h" in placeholders  # with hours, m is minutes
    if identifier in _MONTH_FORMATS or (has_year_and_month and not has_day_or_hour):
        return _Shown.MONTH
    return None
