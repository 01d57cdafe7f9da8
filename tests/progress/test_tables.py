"""Tables as people send them: crosstabs, titles and footnotes, Excel, folders and pipes."""

import csv
import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter
from conftest import book_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hytargets
from hytargets import Options, Progress, TargetBook
from hytargets.book.reading import read_book
from hytargets.files.tables import Reading, open_tables
from hytargets.problems import Severity

JOBS = {
    "id": "jobs",
    "name": "新增城镇就业",
    "comparison": "at_least",
    "value": "5.7万",
    "unit": "person",
    "measure": "flow",
}
ROADS = {
    "id": "roads",
    "name": "通水泥路",
    "comparison": "at_least",
    "value": "900",
    "unit": "km",
    "measure": "flow",
    "reporting": "per_period",
}
RATE = {
    "id": "rate",
    "name": "失业率",
    "comparison": "at_most",
    "value": "4",
    "unit": "share",
    "measure": "stock",
}
TARGETS = [JOBS, ROADS, RATE]

Figure = tuple[str, str | None, str, str]


@pytest.fixture(scope="module")
def book() -> TargetBook:
    return load()


def load(**fields: str) -> TargetBook:
    return read_book("targets.yaml", book_text(TARGETS, 3, **fields).encode())


def read(
    path: Path, content: str | bytes, book: TargetBook, options: Options = Options()
) -> Progress:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return hytargets.read_progress([str(path)], book, options)


def figures(progress: Progress) -> list[Figure]:
    return sorted(
        (one.target, one.region or "", one.end.isoformat(), f"{one.value.normalize():f}")
        for one in progress.observations
    )


def codes(progress: Progress) -> list[tuple[str, int | None, str | int | None]]:
    return [(str(one.code), one.place.line, one.place.column) for one in progress.problems]


MONTHS_WIDE = (
    "指标,单位,1月,2020年2月,2020-03,1-4月,合计\n"
    "新增城镇就业,万人,0.5,1,1.5,2,9\n"
    "失业率,%,3.1,3.2,-,3.4,\n"
)
READ_RIGHT: dict[str, tuple[str, list[Figure]]] = {
    "months as columns": (
        MONTHS_WIDE,
        [
            ("jobs", "", "2020-01-31", "5000"),
            ("jobs", "", "2020-02-29", "10000"),
            ("jobs", "", "2020-03-31", "15000"),
            ("jobs", "", "2020-04-30", "20000"),
            ("rate", "", "2020-01-31", "3.1"),
            ("rate", "", "2020-02-29", "3.2"),
            ("rate", "", "2020-04-30", "3.4"),
        ],
    ),
    "a year as a column": ("指标,2020年\n失业率,3.9\n", [("rate", "", "2020-12-31", "3.9")]),
    "regions as columns": (
        "指标,期间,1县,County 2,r3,合计\n新增城镇就业,2020-06,1,2,3,6\n",
        [
            ("jobs", "", "2020-06-30", "6"),
            ("jobs", "r1", "2020-06-30", "1"),
            ("jobs", "r2", "2020-06-30", "2"),
            ("jobs", "r3", "2020-06-30", "3"),
        ],
    ),
    "this month and to date side by side": (
        "指标,期间,本月,累计\n新增城镇就业,2020-06,100,600\n通水泥路,2020-06,70,300\n失业率,2020-06,3.8,-\n",
        [
            ("jobs", "", "2020-06-30", "600"),
            ("rate", "", "2020-06-30", "3.8"),
            ("roads", "", "2020-06-30", "70"),
        ],
    ),
    "titles and footnotes": (
        "衡阳市重点工作进展,,\n单位：万人,填报单位：市人社局,\n\n指标,期间,数值\n新增城镇就业,2020-06,3\n"
        "注：1.本表为快报数,以年报为准。,\n数据来源：市人社局,,\n",
        [("jobs", "", "2020-06-30", "30000")],
    ),
    "a unit in the header": (
        "指标,期间,完成数(万人)\n新增城镇就业,2020-06,3\n",
        [("jobs", "", "2020-06-30", "30000")],
    ),
    "the target and the time in the titles": (
        "指标：新增城镇就业(万人)\n时间：2020年6月\n地区,数值\n1县,0.3\n2县,0.4\n",
        [("jobs", "r1", "2020-06-30", "3000"), ("jobs", "r2", "2020-06-30", "4000")],
    ),
    "a title that names a target": (
        "新增城镇就业\n指标,期间,数值\n新增城镇就业,2020-06,3\n",
        [("jobs", "", "2020-06-30", "3")],
    ),
    "several titles in one cell": (
        "指标：新增城镇就业 单位：万人 时间：2020年6月\n地区,数值\n1县,0.3\n",
        [("jobs", "r1", "2020-06-30", "3000")],
    ),
    "names written otherwise": (
        "指标,期间,数值\n “新增 城镇就业” ,2020-06,3\nＲＡＴＥ,2020-06,3.9\n",
        [("jobs", "", "2020-06-30", "3"), ("rate", "", "2020-06-30", "3.9")],
    ),
    "headings between the rows": (
        "指标,期间,数值\n一、就业,,\n新增城镇就业,2020-06,3\n",
        [("jobs", "", "2020-06-30", "3")],
    ),
    "quoted newlines": (
        '指标,期间,数值,备注\n新增城镇就业,2020-06,3,"一\n二"\n',
        [("jobs", "", "2020-06-30", "3")],
    ),
}


@pytest.mark.parametrize(("content", "expected"), READ_RIGHT.values(), ids=READ_RIGHT)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_read_right(
    tmp_path: Path,
    book: TargetBook,
    content: str,
    expected: list[Figure],
    encoding: str,
    line_end: str,
) -> None:
    progress = read(tmp_path / "p.csv", content.replace("\n", line_end).encode(encoding), book)
    assert (figures(progress), codes(progress)) == (expected, [])


@pytest.mark.parametrize("delimiter", [";", "\t"])
@pytest.mark.parametrize(
    ("content", "expected"), list(READ_RIGHT.values())[:4], ids=list(READ_RIGHT)[:4]
)
def test_other_delimiters(
    tmp_path: Path, book: TargetBook, content: str, expected: list[Figure], delimiter: str
) -> None:
    assert figures(read(tmp_path / "p.csv", content.replace(",", delimiter), book)) == expected


@pytest.mark.parametrize(
    ("content", "code", "line", "column"),
    [
        ("指标,1月,2月\n新增城镇就业,5,6..1\n", "number.malformed", 2, "2月"),
        ("指标,期间,1县,2县\n新增城镇就业,2020-06,5,x\n", "number.malformed", 2, "2县"),
        ("指标,本月,期间\n新增城镇就业,5,2020-06\n", "value.reporting", 2, "本月"),
        ("指标,期间,完成数,累计\n新增城镇就业,2020-06,5,6\n", "column.ambiguous", 1, None),
        (
            '指标,期间,数值\n失业率,2020-05,"3.\n1"\n新增城镇就业,2020-06,1..2\n',
            "number.malformed",
            4,
            "数值",
        ),
        ("单位：万元\n指标,期间,数值\n新增城镇就业,2020-06,5\n", "unit.mismatch", 3, None),
        (
            "新增城镇就业,2020-05,5\n指标,期间,数值\n新增城镇就业,2020-06,6\n",
            "row.above_header",
            1,
            None,
        ),
        (
            "指标,期间,数值(万人),单位\n新增城镇就业,2020-06,6,人\n",
            "unit.disagrees",
            2,
            "数值(万人)",
        ),
        ("指标,期间,数值\n新增城镇就业人数,2020-06,6\n", "target.unknown", 2, "指标"),
        ("时间：见附表\n指标,数值\n失业率,3\n", "column.missing", 2, None),
    ],
)
def test_refused_with_its_place(
    tmp_path: Path, book: TargetBook, content: str, code: str, line: int, column: str | None
) -> None:
    assert (code, line, column) in codes(read(tmp_path / "p.csv", content, book))


def test_what_was_understood(tmp_path: Path, book: TargetBook) -> None:
    understood = read(tmp_path / "p.csv", "表1\n" + MONTHS_WIDE, book).understood[0]
    assert understood.columns == {"target": "指标", "unit": "单位", "period": "1月 … 1-4月 (4)"}
    assert (understood.header_line, understood.skipped_rows, understood.ignored_columns) == (
        2,
        (1,),
        ("合计",),
    )
    assert understood.year == 2020


def test_skip_rows_overrules(tmp_path: Path, book: TargetBook) -> None:
    content = "指标,期间,数值,单位,备注\n指标,期间,数值\n失业率,2020-06,3\n"
    options = Options(reading=Reading(skip_rows=1))
    assert figures(read(tmp_path / "p.csv", content, book, options)) == [
        ("rate", "", "2020-06-30", "3")
    ]


def test_files_pipes_and_patterns(tmp_path: Path, book: TargetBook) -> None:
    rows = "target,value\nrate,3\n"
    (tmp_path / "2020-05.csv").write_text(rows)
    (tmp_path / "2020-06.csv.gz").write_bytes(gzip.compress(rows.encode()))
    (tmp_path / "~$2020-07.xlsx").write_text("lock")
    (tmp_path / ".2020-08.csv").write_text(rows)
    (tmp_path / "notes.md").write_text("none")
    expected = [("rate", "", "2020-05-31", "3"), ("rate", "", "2020-06-30", "3")]
    assert figures(hytargets.read_progress([str(tmp_path)], book)) == expected
    assert figures(hytargets.read_progress([str(tmp_path / "2020-*.csv*")], book)) == expected


def test_a_bad_file_hides_no_other(tmp_path: Path, book: TargetBook) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    (tmp_path / "b.csv").write_text("target,period,value\nrate,2020-05,3\n")
    (tmp_path / "c.csv").write_text("nothing,of,use\n1,2,3\n")
    (tmp_path / "d.xlsx").write_bytes(b"no workbook")
    (tmp_path / "e.csv").write_text("target,period,value\nrate,2020-06,3\n")
    progress = hytargets.read_progress([str(tmp_path), str(tmp_path / "e.csv")], book)
    assert figures(progress) == [("rate", "", "2020-05-31", "3"), ("rate", "", "2020-06-30", "3")]
    assert [
        (str(problem.code), Path(problem.place.file or "").name) for problem in progress.problems
    ] == [
        ("file.empty", "a.csv"),
        ("header.missing", "c.csv"),
        ("file.unreadable", "d.xlsx"),
        ("value.repeated", "e.csv"),
    ]


def test_a_file_cut_short_hides_no_other(tmp_path: Path, book: TargetBook) -> None:
    rows = "target,period,value\n" + "rate,2020-05,3\n" * 100_000
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(rows.encode())[:-20])
    (tmp_path / "b.csv").write_text("target,period,value\nrate,2020-06,3\n")
    options = Options(reading=Reading(encoding="utf-8"))
    progress = hytargets.read_progress([str(tmp_path)], book, options)
    assert ("rate", "", "2020-06-30", "3") in figures(progress)
    assert "file.unreadable" in [str(problem.code) for problem in progress.problems]


def test_the_same_figure_in_two_files_counts_once_and_a_conflict_names_both(
    tmp_path: Path, book: TargetBook
) -> None:
    for name, value in (("a.csv", "3"), ("b.csv", "3"), ("c.csv", "3.5")):
        (tmp_path / name).write_text(f"target,period,value\nrate,2020-06,{value}\n")
    report = hytargets.assess(book, hytargets.read_progress([str(tmp_path)], book))
    shown = {one["code"]: one for one in json.loads(hytargets.render(report, "json"))["problems"]}
    assert shown["value.repeated"]["file"].endswith("b.csv")
    assert f"{(tmp_path / 'a.csv').as_posix()} 第 2 行" in shown["value.repeated"]["message"]["zh"]
    assert shown["value.conflict"]["file"].endswith("c.csv")
    assert report.assessments[2].status == "invalid"


def test_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "targets.yaml"
    path.write_text(book_text(TARGETS), encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "hytargets",
            "check",
            "-",
            "--period",
            "2020-06",
            "-t",
            str(path),
            "-f",
            "json",
        ],
        input="target,value\nrate,3\n",
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    (understood,) = json.loads(done.stdout)["understood"]
    assert (done.returncode, understood["file"]) == (0, "-")


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "进展.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("六月")
        percent = book.add_format({"num_format": "0.00%"})
        month = book.add_format({"num_format": 'yyyy"年"m"月"'})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.merge_range("A1:D1", "重点工作进度表")
        sheet.write_row(2, 0, ["指标", "期间", "数值", "备注"])
        sheet.write_row(3, 0, ["新增城镇就业", None, 30500, "好"])
        sheet.write_datetime(3, 1, datetime(2020, 6, 1), month)
        sheet.write_row(4, 0, ["失业率"])
        sheet.write_datetime(4, 1, datetime(2020, 6, 30), day)
        sheet.write(4, 2, 0.0395, percent)
        sheet.write_row(5, 0, ["通水泥路", "2020-06", 0.1 + 0.2])
        sheet.write_row(8, 0, ["注：快报数"])
        book.add_worksheet("说明").write(0, 0, "只有文字")
        book.add_worksheet("七月").write_row(0, 0, ["指标", "期间", "数值"])
        hidden = book.add_worksheet("旧数")
        hidden.write_row(0, 0, ["指标", "期间", "数值"])
        hidden.write_row(1, 0, ["失业率", "2020-06", "9"])
        hidden.hide()
    return path


def test_excel_as_it_shows_itself(workbook: Path, book: TargetBook) -> None:
    progress = hytargets.read_progress([str(workbook)], book)
    assert figures(progress) == [
        ("jobs", "", "2020-06-30", "30500"),
        ("rate", "", "2020-06-30", "3.95"),
        ("roads", "", "2020-06-30", "0.3"),
    ]
    assert codes(progress) == []
    assert [(one.sheet, one.header_line) for one in progress.understood] == [
        ("六月", 3),
        ("七月", 1),
    ]
    assert progress.observations[0].place.cell == "C4"


def test_excel_problems_name_the_cell(tmp_path: Path, book: TargetBook) -> None:
    path = tmp_path / "p.xlsx"
    with xlsxwriter.Workbook(str(path)) as file:
        sheet = file.add_worksheet("表")
        sheet.write_row(0, 0, ["指标", "期间", "数值"])
        sheet.write_row(1, 0, ["失业率", "2020-06", "3..9"])
    (problem,) = hytargets.read_progress([str(path)], book).problems
    assert (problem.place.sheet, problem.place.cell, problem.place.line) == ("表", "C2", 2)
    report = hytargets.assess(book, hytargets.read_progress([str(path)], book))
    assert "p.xlsx 表!C2" in str(hytargets.render(report, "terminal"))


def test_excel_sheet_by_name(workbook: Path, book: TargetBook) -> None:
    chosen = hytargets.read_progress([str(workbook)], book, Options(reading=Reading(sheet="旧的")))
    assert [str(one.code) for one in chosen.problems] == ["sheet.missing"]


def damaged(content: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with other text in one of its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as whole, zipfile.ZipFile(stream, "w") as copy:
        for name in whole.namelist():
            text = whole.read(name)
            if name == part:
                assert old in text
                text = text.replace(old, new, 1)
            copy.writestr(name, text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (b"</row>", b"<<<", ("file.unreadable", None, "一")),
        (b"</row>", b"</rox>", ("file.unreadable", None, "一")),  # which calamine passes over
        (b"<v>2</v>", b"<v>0</v>", ("header.repeated", 1, "一")),
    ],
)
def test_a_bad_sheet_hides_no_other(
    tmp_path: Path, book: TargetBook, old: bytes, new: bytes, problem: tuple[str, int | None, str]
) -> None:
    path = tmp_path / "p.xlsx"
    with xlsxwriter.Workbook(str(path)) as file:
        for name, month in (("一", "2020-05"), ("二", "2020-06")):
            sheet = file.add_worksheet(name)
            sheet.write_row(0, 0, ["指标", "期间", "数值"])
            sheet.write_row(1, 0, ["失业率", month, 3])
    content = damaged(path.read_bytes(), "xl/worksheets/sheet1.xml", old, new)
    progress = read(path, content, book)
    assert figures(progress) == [("rate", "", "2020-06-30", "3")]
    assert [(str(one.code), one.place.line, one.place.sheet) for one in progress.problems] == [
        problem
    ]


ODS_CELLS: list[list[object]] = [
    ["指标", "期间", "数值"],
    ["新增城镇就业", "2020-06", "30500"],
    ["失业率", "2020-06", 0.0395],
    ["失业率", date(2020, 5, 1), 3.9],
    ["失业率", date(2020, 4, 30), 3.8],
]


def ods_cell(value: object) -> str:
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    if isinstance(value, float):
        kind = "percentage" if value < 1 else "float"
        return f'<table:table-cell office:value-type="{kind}" office:value="{value}"/>'
    return (
        f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
    )


def test_a_workbook_that_hides_its_formats_is_not_guessed_at(
    tmp_path: Path, book: TargetBook
) -> None:
    rows = "".join(
        f"<table:table-row>{''.join(ods_cell(cell) for cell in row)}</table:table-row>"
        for row in ODS_CELLS
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content{names}><office:body><office:spreadsheet>'
        f'<table:table table:name="表">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "p.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    progress = hytargets.read_progress([str(tmp_path / "p.ods")], book)
    assert codes(progress) == [("format.percent", 3, "数值"), ("period.first_of_month", 4, "期间")]
    assert figures(progress) == [
        ("jobs", "", "2020-06-30", "30500"),
        ("rate", "", "2020-04-30", "3.8"),
    ]


def test_every_lettered_cell() -> None:
    from hytargets.files.grid import cell_name

    assert [cell_name(1, index) for index in (0, 25, 26, 51, 52, 701, 702)] == [
        "A1", "Z1", "AA1", "AZ1", "BA1", "ZZ1", "AAA1",
    ]  # fmt: skip


def test_csv_spectrum(shared: Path) -> None:
    for path in sorted((shared / "hostile/csv-spectrum/csvs").glob("*.csv")):
        (table,) = open_tables(str(path), len)
        header, *rows = [cells for _, cells in table.records]
        text = (path.parents[1] / "json" / f"{path.stem}.json").read_text(encoding="utf-8")
        expected = json.loads(
            text.replace("\\r\\n", "\\n")
        )  # the CSV files are stored with LF alone
        expected = expected if isinstance(expected, list) else [expected]
        found = [dict(zip(header, row, strict=True)) for row in rows]
        if (
            path.stem == "location_coordinates"
        ):  # its JSON has another telephone number than its CSV
            expected[0]["Contact Phone Number"] = found[0]["Contact Phone Number"]
        assert found == expected, path.name
        assert table.problems == []


def test_exports_of_the_statistics_bureau(shared: Path, tmp_path: Path) -> None:
    files = sorted((shared / "hostile/real-gb18030").glob("*.csv"))
    assert len(files) == 7
    for path in files:
        text = path.read_bytes().decode("gb18030")
        title = next(line for line in text.splitlines() if line.startswith("指标：")).removeprefix(
            "指标："
        )
        unit = title.rsplit("(", 1)[1].rstrip(")").replace("万", "").replace("亿", "")
        target = {
            "id": "t",
            "name": title.rsplit("(", 1)[0],
            "comparison": "at_least",
            "value": "1",
            "unit": "u",
        }
        target |= {"measure": "growth", "start": "2000-01-01", "due": "2030-12-31"}
        content = book_text([target]).replace("units:\n", f'units:\n  u: {{zh: "{unit}", en: u}}\n')
        loaded = read_book("b", content.encode())
        progress = hytargets.read_progress([str(path)], loaded)
        rows = [row for row in csv.reader(io.StringIO(text)) if len(row) > 2]
        filled = sum(bool(cell) for row in rows[1:] for cell in row[1:])
        assert [one for one in progress.problems if one.severity is Severity.ERROR] == []
        assert len(progress.observations) + progress.fates["ignored"] == filled, path.name  # type: ignore[index]


lossless = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
SHARED_BOOK = load()


@lossless
@given(
    st.lists(
        st.tuples(st.sampled_from(["jobs", "rate"]), st.integers(1, 12)),
        unique=True,
        min_size=1,
        max_size=8,
    ),
    st.data(),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_accepted_way_of_writing_reads_back(
    tmp_path_factory: pytest.TempPathFactory,
    keys: list[tuple[str, int]],
    data: st.DataObject,
    encoding: str,
    delimiter: str,
    quoting: int,
    line_end: str,
) -> None:
    names = {"jobs": ["jobs", "新增城镇就业", "新增城镇 就业"], "rate": ["rate", "失业率", "RATE"]}
    periods = ["2020-{:02}", "2020年{}月", "{}月", "2020/{}", "2020年1-{}月"]
    numbers = ["{}", "{}.0", "{:,}", "+{}"]
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, quoting=quoting, lineterminator=line_end)  # type: ignore[arg-type]
    writer.writerow(
        data.draw(st.sampled_from([("指标", "期间", "数值"), ("target", "period", "value")]))
    )
    expected = []
    for target, month in keys:
        value = data.draw(st.integers(0, 99))
        period = data.draw(st.sampled_from(periods)).format(month)
        number = data.draw(st.sampled_from(numbers)).format(value)
        if target == "rate":
            number += data.draw(st.sampled_from(["%", " ％"]))  # without it 1 may be 100 %
        if data.draw(st.booleans()):
            number = number.translate({ord("0") + digit: ord("０") + digit for digit in range(10)})
        writer.writerow((data.draw(st.sampled_from(names[target])), period, number))
        end = date(2020 + month // 12, month % 12 + 1, 1).toordinal() - 1
        expected.append(
            (target, "", date.fromordinal(end).isoformat(), f"{Decimal(value).normalize():f}")
        )
    path = tmp_path_factory.mktemp("t") / "p.csv"
    progress = read(path, stream.getvalue().encode(encoding), SHARED_BOOK)
    assert (figures(progress), codes(progress)) == (sorted(expected), [])


@lossless
@given(
    st.binary(max_size=400)
    | st.text(max_size=200).map(
        lambda text: f"target,period,value\n{text}".encode("utf-8", "replace")
    )
)
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    progress = read(tmp_path_factory.mktemp("t") / "p.csv", content, SHARED_BOOK)
    report = hytargets.assess(SHARED_BOOK, progress)
    values = json.loads(hytargets.render(report, "json"))["values"]
    assert values.pop("read") == sum(values.values())
    assert "\x1b" not in str(hytargets.render(report, "terminal"))
