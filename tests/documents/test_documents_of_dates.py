"""Trend and diff as documents: a row a month in order, and one word for one verdict."""

import csv
import io

import pytest
from conftest import Judge, Write, book_text

import hytargets
from hytargets.documents.diff import diff_document
from hytargets.documents.document import Document, Reader
from hytargets.documents.trend import trend_document
from hytargets.formats import FORMATS
from hytargets.judging.changes import compare, snapshot
from hytargets.judging.trends import trends
from hytargets.language import Language
from hytargets.wording.voice import Voice

JOBS = {
    "id": "jobs",
    "name": {"zh": "就业", "en": "Jobs"},
    "comparison": "at_least",
    "value": "1200",
    "unit": "person",
    "measure": "flow",
}
RATE = {
    "id": "rate",
    "name": {"zh": "失业率", "en": "Unemployment"},
    "comparison": "at_most",
    "value": "4",
    "unit": "share",
    "measure": "stock",
}
# Red, then a gap, then green: sorted by urgency the months would be shuffled.
ROWS = """\
target,period,value
jobs,2020-01,120
jobs,2020-03,100
rate,2020-01,3.9
rate,2020-02,4.5
rate,2020-03,4
"""


@pytest.fixture
def months(write: Write) -> Document:
    book = hytargets.load_book(write("targets.yaml", book_text([JOBS, RATE])))
    progress = hytargets.read_progress([write("progress.csv", ROWS)], book)
    return trend_document(book, trends(hytargets.assess(book, progress)), Voice(Language.ZH))


IN_ORDER = [
    ["jobs", "就业", "2020-01"],
    ["jobs", "就业", "2020-02"],
    ["jobs", "就业", "2020-03"],
    ["rate", "失业率", "2020-01"],
    ["rate", "失业率", "2020-02"],
    ["rate", "失业率", "2020-03"],
]


def test_a_data_file_has_a_row_a_target_and_month(months: Document) -> None:
    header, *rows = csv.reader(io.StringIO(str(FORMATS["csv"].write_document(months))))
    assert header[:4] == ["编号", "目标", "月份", "状态"]
    assert [row[:3] for row in rows] == IN_ORDER
    assert [row[3] for row in rows] == [
        "快于时序进度", "–", "严重滞后", "控制在目标内", "突破控制目标", "控制在目标内",
    ]  # fmt: skip


def test_a_memo_has_names_and_keeps_the_order(months: Document) -> None:
    lines = str(FORMATS["markdown"].write_document(months)).splitlines()
    table = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    header, _, *rows = [[cell.strip() for cell in cells] for cells in table]
    assert header[:4] == ["编号", "目标", "月份", "状态"]
    assert [row[:3] for row in rows] == IN_ORDER


def test_on_a_terminal_the_name_stands_once_above_its_months(months: Document) -> None:
    shown = str(FORMATS["terminal"].write_document(months))
    assert shown.count("就业") == 1
    assert shown.count("失业率") == 1
    assert "\n就业  ≥ 1200人  " in shown
    (table,) = [block.for_reader(Reader.TERMINAL) for block in months.tables]
    assert [column.key for column in table.columns][:2] == ["month", "status"]


def test_the_schedule_is_drawn_from_the_baseline_on(judge: Judge) -> None:
    target = {
        "id": "t", "name": "覆盖率", "comparison": "at_least", "value": "80", "unit": "share",
        "measure": "stock", "baseline": {"value": "40", "date": "2019-12-31"},
    }  # fmt: skip
    report = judge([target], [("t", "2020-01", "45"), ("t", "2020-12", "60")])
    assert report.book
    document = trend_document(report.book, trends(report), Voice(Language.ZH))
    shown = str(FORMATS["terminal"].write_document(document))
    # From 40 to 80 in twelve steps, on a scale of eight from 0 to 80.
    assert "覆盖率  ≥ 80%  ▅          ▇  时序 ▅▅▆▆▆▇▇▇████" in shown


def test_what_fell_is_drawn_from_the_least_value_on(judge: Judge) -> None:
    target = {
        "id": "t", "name": "增速", "comparison": "at_least", "value": "4", "unit": "change",
        "measure": "growth",
    }  # fmt: skip
    report = judge([target], [("t", "2020-01", "-2"), ("t", "2020-02", "2"), ("t", "2020-03", "4")])
    assert report.book
    document = trend_document(report.book, trends(report), Voice(Language.ZH))
    assert "\n增速  ≥ 4%  ▁▆█\n" in str(FORMATS["terminal"].write_document(document))


@pytest.mark.parametrize(("language", "word"), [(Language.ZH, "未完成"), (Language.EN, "missed")])
def test_diff_has_the_words_of_check(judge: Judge, language: Language, word: str) -> None:
    before = judge([JOBS, RATE], [("jobs", "2020-11", "1000"), ("rate", "2020-11", "3")])
    after = judge([JOBS, RATE], [("jobs", "2020-12", "1000"), ("rate", "2020-12", "3")])
    changes = compare(snapshot(before), snapshot(after))
    document = diff_document(
        title="", before=snapshot(before), after=snapshot(after), changes=changes,
        exit_code=0, voice=Voice(language),
    )  # fmt: skip
    shown = str(FORMATS["terminal"].write_document(document))
    checked = str(hytargets.render(after, "terminal", language))
    assert f"■ {word}" in checked
    assert f"■ {word}" in shown
    assert "未达标" not in shown
    assert ("达标" if language is Language.ZH else "met") in checked
    assert ("达标" if language is Language.ZH else "met") in shown


def test_diff_counts_in_english(judge: Judge) -> None:
    before = snapshot(judge([JOBS], [("jobs", "2020-05", "500")]))
    after = snapshot(judge([JOBS], [("jobs", "2020-06", "100")]))
    document = diff_document(
        title="", before=before, after=after, changes=compare(before, after),
        exit_code=0, voice=Voice(Language.EN),
    )  # fmt: skip
    shown = str(FORMATS["terminal"].write_document(document))
    assert "1 target changed" in shown
    assert "1 target got worse – Jobs. Exit code 0" in shown
