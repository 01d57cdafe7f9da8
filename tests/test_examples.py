"""Real published results, row by row, and the illustrative progress of the shipped book."""

import csv
import json
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import ROOT

import hytargets
from hytargets.exitcode import ExitCode
from hytargets.judging.assessment import Assessment
from hytargets.judging.gate import decide
from hytargets.judging.statuses import Status
from hytargets.language import Language
from hytargets.wording.amounts import Amounts
from hytargets.wording.voice import Voice

CASES = ("yongzhou-2018", "hunan-2011")


def check(book: Path, progress: Path) -> hytargets.Report:
    """What `hytargets check` judges."""
    loaded = hytargets.load_book(book)
    return hytargets.assess(loaded, hytargets.read_progress([str(progress)], loaded))


def published(case: str) -> list[tuple[str, str]]:
    """Each name, and the rate or surplus that was published."""
    with (ROOT / "examples" / case / "progress.csv").open(encoding="utf-8", newline="") as stream:
        return [(row["指标"], row["公布"]) for row in csv.DictReader(stream)]


@pytest.fixture(scope="module")
def assessments() -> dict[tuple[str, str], Assessment]:
    reports = {
        case: check(ROOT / "examples" / case / "targets.yaml", ROOT / "examples" / case)
        for case in CASES
    }
    return {
        (case, one.target.name.zh): one
        for case, report in reports.items()
        for one in report.assessments
    }


@pytest.mark.parametrize(
    ("case", "name", "printed"),
    [(case, name, printed) for case in CASES for name, printed in published(case)],
)
def test_comes_out_as_published(
    assessments: dict[tuple[str, str], Assessment], case: str, name: str, printed: str
) -> None:
    one = assessments[case, name]
    assert one.measures
    assert one.status is Status.MET
    if printed.startswith("超任务"):
        shown = Amounts(Voice(Language.ZH), one.target).margin(one.measures.margin)
        assert shown.replace(" ", "") == printed.replace("任务", "额")
    else:
        assert one.measures.completion is not None
        decimals = len(printed.rstrip("%").partition(".")[2])
        half = Fraction(1, 2 * 10**decimals)
        # 临界：公布数四舍五入；湖南的 124% 即 123.95%，121% 即 121.125% 取整
        assert abs(one.measures.completion * 100 - Fraction(printed.rstrip("%"))) <= half


@pytest.mark.parametrize("case", CASES)
def test_says_whence_each_target_is(case: str) -> None:
    for target in hytargets.load_book(ROOT / "examples" / case / "targets.yaml").targets:
        assert target.basis == "implied"
        assert target.source.reading
        assert target.source.quote
        assert target.source.printed in target.source.quote  # type: ignore[operator]


@pytest.mark.parametrize("case", CASES)
def test_holds_what_was_published(shared: Path, case: str) -> None:
    with (shared / "cases" / f"{case}-year" / "facts.csv").open(
        encoding="utf-8", newline=""
    ) as stream:
        facts = [
            (row["indicator"], row["published_rate_or_status"]) for row in csv.DictReader(stream)
        ]
    assert published(case) == facts


def test_the_illustrative_progress_shows_every_status() -> None:
    reports = [
        check(ROOT / "data/targets.yaml", ROOT / "data/progress" / name)
        for name in ("2020-h1", "2020-year")
    ]
    assert {decide(report).exit_code for report in reports} <= {ExitCode.OK, ExitCode.FAILED}
    assert {one.status for report in reports for one in report.assessments} == set(Status) - {
        Status.INVALID
    }


def test_the_shipped_book_quotes_its_source(shared: Path) -> None:
    text = (shared / "report" / "hengyang-2020.txt").read_text(encoding="utf-8").replace("\n", "")
    book = hytargets.load_book(ROOT / "data/targets.yaml")
    assert [target.id for target in book.targets if target.source.quote not in text] == []  # type: ignore[operator]
    assert [
        one.context
        for one in book.excluded
        if one.context not in text or one.printed not in one.context
    ] == []
    assert all(target.source.printed in target.source.quote for target in book.targets)  # type: ignore[operator]


def test_the_shipped_book_has_its_18_arabic_figures() -> None:
    book = hytargets.load_book(ROOT / "data/targets.yaml")
    arabic = [
        one.source.printed
        for one in book.targets
        if any(c.isdigit() and c < "９" for c in one.source.printed or "")
    ]
    assert len(arabic) == 18
    assert sum(target.basis == "implied" for target in book.targets) == 10
    assert {one.name.zh for one in book.targets if one.commitment == "aspirational"} == {
        "乡镇污水处理设施建设",
        "地表水考核断面水质达标",
    }


def test_the_account_balances() -> None:
    report = check(ROOT / "data/targets.yaml", ROOT / "data/progress/2020-h1")
    values = json.loads(hytargets.render(report, "json"))["values"]
    assert values.pop("read") == sum(values.values()) == 141
