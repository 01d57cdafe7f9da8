"""Excel's own files: sheets as rows of text, dates and numbers as Excel shows them. Needs `hytargets[excel]`."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from hytargets.problems import Code, InvalidInput, Place, Problem

if TYPE_CHECKING:  # loaded where they are used: most files are no workbooks
    from xml.etree.ElementTree import Element
    from zipfile import ZipFile

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
_BYTES_AT_MOST = 256 * 1024 * 1024  # of an unpacked part
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PERCENT_FORMATS = {9, 10}
_MONTH_FORMATS = {17, 27, 55, 57}  # mmm-yy, and yyyy年m月 of East Asian Excel


class Sheet(NamedTuple):
    """A sheet that is not hidden: its name, and its rows with their numbers from 1."""

    name: str
    is_formatted: bool  # are the formats of its cells known? Only of .xlsx
    rows: Iterator[tuple[int, list[str]]]


def read_sheets(file: str, content: bytes) -> list[Sheet]:
    """The sheets of a workbook. Raises InvalidInput: excel.missing, file.unreadable."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum
    except ImportError:
        raise InvalidInput([Problem(Code.EXCEL_MISSING, Place(file=file))]) from None
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        shown = [
            one.name for one in workbook.sheets_metadata if one.visible is SheetVisibleEnum.Visible
        ]
        grids = {
            name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in shown
        }
    except CalamineError as error:
        raise InvalidInput(
            [Problem(Code.FILE_UNREADABLE, Place(file=file), {"reason": str(error)})]
        ) from None
    formats = _xlsx_formats(content)
    return [
        Sheet(name, name in formats, _rows(grid, formats.get(name, {})))
        for name, grid in grids.items()
    ]


def cell_name(line: int, column: int) -> str:
    """A cell as Excel names it: row 12, column 3 (from 0) is D12."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{line}"


def _rows(grid: list[list[Any]], formats: dict[str, str]) -> Iterator[tuple[int, list[str]]]:
    width = max(
        (index + 1 for row in grid for index, value in enumerate(row) if value != ""), default=0
    )
    for line, row in enumerate(grid, start=1):
        yield (
            line,
            [
                _text(value, formats.get(cell_name(line, index)))
                for index, value in enumerate(row[:width])
            ],
        )


def _text(value: Any, kind: str | None) -> str:
    """A cell as it is shown: 15 digits, as Excel keeps; a month as a month, a share in its percent."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        number = Decimal(format(value, ".15g")) * (100 if kind == "percent" else 1)
        text = f"{number:f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return f"{text}%" if kind == "percent" else text
    if isinstance(value, datetime):
        return _text(value.date(), kind) if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return f"{value:%Y-%m}" if kind == "month" else value.isoformat()
    if isinstance(value, time | timedelta):
        return str(value)
    return str(value)


def _xlsx_formats(content: bytes) -> dict[str, dict[str, str]]:
    """Sheet → cell → percent or month, of the cells an .xlsx formats so; nothing for other kinds of file."""
    from zipfile import ZipFile, is_zipfile

    if not is_zipfile(BytesIO(content)):
        return {}
    with ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        if not {"xl/workbook.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels"} <= names:
            return {}
        kinds = _kinds_of_styles(_part(archive, "xl/styles.xml"))
        targets = {
            one.get("Id"): one.get("Target", "")
            for one in _part(archive, "xl/_rels/workbook.xml.rels")
        }
        found = {}
        for sheet in _part(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet"):
            target = targets.get(sheet.get(_RELATION), "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if path in names:
                cells = _part(archive, path).iter(f"{_MAIN}c")
                styled = {cell.get("r", ""): kinds.get(int(cell.get("s", "0"))) for cell in cells}
                found[sheet.get("name", "")] = {cell: kind for cell, kind in styled.items() if kind}
        return found


def _part(archive: "ZipFile", name: str) -> "Element":
    from xml.etree.ElementTree import fromstring

    if archive.getinfo(name).file_size > _BYTES_AT_MOST:
        raise InvalidInput([Problem(Code.FILE_TOO_LARGE, Place(), {"limit": _BYTES_AT_MOST})])
    return fromstring(archive.read(name))


def _kinds_of_styles(styles: "Element") -> dict[int, str]:
    """Style number → percent or month."""
    codes = {
        int(one.get("numFmtId", "0")): one.get("formatCode", "")
        for one in styles.iter(f"{_MAIN}numFmt")
    }
    kinds = {}
    for number, style in enumerate(styles.findall(f"{_MAIN}cellXfs/{_MAIN}xf")):
        identifier = int(style.get("numFmtId", "0"))
        code = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", codes.get(identifier, "")).lower()
        if identifier in _PERCENT_FORMATS or "%" in code:
            kinds[number] = "percent"
        elif identifier in _MONTH_FORMATS or (
            "y" in code and "m" in code and "d" not in code and "h" not in code
        ):
            kinds[number] = "month"
    return kinds
