"""Messy and hostile inputs made by others: read right or refused, and harmless when shown."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from conftest import book_text

import hytargets
from hytargets import Report, TargetBook
from hytargets.book.reading import read_book
from hytargets.problems import Severity

JOBS = {
    "id": "jobs",
    "comparison": "at_least",
    "value": "57000",
    "unit": "person",
    "measure": "flow",
}
MOVES_A_CURSOR = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def load(**target: str) -> TargetBook:
    return read_book("targets.yaml", book_text([{**JOBS, **target}]).encode())


def report(tmp_path: Path, rows: list[list[str]], book: TargetBook) -> Report:
    path = tmp_path / "p.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["target", "period", "region", "value", "note"], *rows])
    return hytargets.assess(book, hytargets.read_progress([str(path)], book))


def everywhere(one: Report) -> dict[str, str]:
    return {
        format: str(hytargets.render(one, format))
        for format in ("terminal", "markdown", "csv", "json")
    }


def naughty(shared: Path) -> list[str]:
    strings = json.loads((shared / "hostile/naughty-strings/blns.json").read_text(encoding="utf-8"))
    assert len(strings) > 400
    return [text for text in strings if "\x00" not in text]


def test_naughty_strings_as_notes_and_names(shared: Path, tmp_path: Path) -> None:
    for text in naughty(shared):
        book = load(name=text if text.strip() else "x")
        one = report(tmp_path, [["jobs", "2020-06", "", "22000", text]], book)
        assert [problem for problem in one.problems if problem.severity is Severity.ERROR] == []
        for format, shown in everywhere(one).items():
            assert not MOVES_A_CURSOR.search(shown.replace("\r", "")), (format, text)
        assert json.loads(everywhere(one)["json"])["assessments"][0]["note"] == (
            text.strip() or None
        )


def test_naughty_strings_as_values_and_regions(shared: Path, tmp_path: Path) -> None:
    rows = [["jobs", "2020-06", text, text, ""] for text in naughty(shared)]
    one = report(tmp_path, rows, load())
    values = json.loads(everywhere(one)["json"])["values"]
    assert values.pop("read") == sum(values.values())
    for shown in everywhere(one).values():
        assert not MOVES_A_CURSOR.search(shown.replace("\r", ""))


def test_escapes_reach_no_terminal(shared: Path, tmp_path: Path) -> None:
    with (shared / "hostile/terminal-escapes/from_issues.tsv").open(
        encoding="utf-8", newline=""
    ) as stream:
        payloads = [row["payload_escaped"] for row in csv.DictReader(stream, delimiter="\t")]
    assert len(payloads) > 4
    for payload in payloads:
        text = payload.encode().decode("unicode_escape")
        assert "\x1b" in text
        rows = [
            ["jobs", "2020-06", "", "22000", text],
            [text, "2020-06", "", "3", ""],
            ["jobs", text, "", "3", ""],
        ]
        for format, shown in everywhere(report(tmp_path, rows, load())).items():
            assert not MOVES_A_CURSOR.search(shown), format


def test_formulas_are_neutralised(shared: Path, tmp_path: Path) -> None:
    for payload in (
        (shared / "hostile/csv-injection/payloads.txt").read_text(encoding="utf-8").splitlines()
    ):
        table = everywhere(
            report(tmp_path, [["jobs", "2020-06", "", "22000", payload]], load(name=payload))
        )["csv"]
        for row in csv.reader(io.StringIO(table)):
            assert not any(cell.startswith(("=", "+", "@", "\t")) for cell in row), payload


def test_markdown_and_markup_stay_text(tmp_path: Path) -> None:
    text = "a|b `c` <script>alert(1)</script> [link](http://x) [red]"
    shown = everywhere(report(tmp_path, [["jobs", "2020-06", "", "22000", text]], load(name=text)))
    assert (
        "a\\|b \\`c\\` &lt;script&gt;alert(1)&lt;/script&gt; \\[link\\](http://x) \\[red\\]"
        in shown["markdown"]
    )
    assert text in shown["terminal"]


def test_every_defect_is_read_or_refused_with_its_place(shared: Path) -> None:
    files = sorted((shared / "hostile/defects").glob("*.csv"))
    assert len(files) > 20
    book = load()
    for path in files:
        one = hytargets.assess(book, hytargets.read_progress([str(path)], book))
        errors = [problem for problem in one.problems if problem.severity is Severity.ERROR]
        assert errors, path.name
        for problem in errors:
            assert problem.place.file == str(path)
            assert problem.place.line or str(problem.code) == "file.empty", path.name


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("1,27,,too long\n,too short\njobs,2020-06,5\n", [("row.cells", 2), ("row.cells", 3)]),
        ("jobs,2020-06,\x005\njobs,2020-05,5\n", [("file.nul", 2)]),
        (
            '"jobs\nmore",2020-06,5\njobs,2020-05,1..2\n',
            [("target.unknown", 2), ("number.malformed", 4)],
        ),
        ('jobs,2020-06,"5" x\njobs,2020-05,5\n', [("quote.malformed", 2)]),
    ],
)
def test_one_bad_row_does_not_hide_the_rest(
    tmp_path: Path, rows: str, expected: list[tuple[str, int]]
) -> None:
    path = tmp_path / "p.csv"
    path.write_text("target,period,value\n" + rows, encoding="utf-8")
    progress = hytargets.read_progress([str(path)], load())
    assert [(str(problem.code), problem.place.line) for problem in progress.problems] == expected
