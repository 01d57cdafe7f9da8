"""How far a target is from being met, and what is needed, in words."""

from fractions import Fraction
from typing import Any

import pytest
from conftest import Judge, Write, book_text

import hytargets
from hytargets import Report, TargetBook
from hytargets.book.target import Target
from hytargets.documents.explain import explain_document
from hytargets.documents.trend import trend_document
from hytargets.formats import FORMATS
from hytargets.judging.gate import decide
from hytargets.judging.trends import trends
from hytargets.language import Language
from hytargets.progress.observations import Progress
from hytargets.wording.amounts import Amounts
from hytargets.wording.voice import Voice

FLOOR = {"id": "t", "comparison": "at_least", "value": "7.5万", "unit": "person", "measure": "flow"}
CEILING = {**FLOOR, "comparison": "at_most"}
SHARE = {"id": "t", "value": "4", "unit": "share", "measure": "stock"}
RATE_FLOOR = {**SHARE, "comparison": "at_least"}
RATE_CEILING = {**SHARE, "comparison": "at_most"}
EXACT = {**SHARE, "comparison": "exactly"}
RANGE = {**SHARE, "comparison": "between", "value": ["4", "6"]}
TOLERANCE = {"value": "0.5", "basis": "经验"}
ABOUT = {**SHARE, "comparison": "about", "tolerance": TOLERANCE}


@pytest.mark.parametrize(
    ("target", "value", "zh", "en"),
    [
        (FLOOR, "80000", "超额 0.5万人", "5,000 persons beyond"),
        (FLOOR, "75000", "持平", "even"),
        (FLOOR, "32000", "欠 4.3万人", "43,000 persons short"),
        (CEILING, "32000", "低于 4.3万人", "43,000 persons below"),
        (CEILING, "80000", "高于 0.5万人", "5,000 persons above"),
        (RATE_FLOOR, "5", "超额 1个百分点", "1 point beyond"),
        (RATE_FLOOR, "3.5", "欠 0.5个百分点", "0.5 points short"),
        (RATE_CEILING, "3", "低于 1个百分点", "1 point below"),
        (RATE_CEILING, "4.05", "高于 0.05个百分点", "0.05 points above"),
        (RATE_CEILING, "4", "持平", "even"),
        (EXACT, "5", "相差 1个百分点", "off by 1 point"),
        (RANGE, "7.5", "相差 1.5个百分点", "off by 1.5 points"),
        (ABOUT, "6", "相差 1.5个百分点", "off by 1.5 points"),
    ],
)
def test_the_margin_says_on_which_side(
    judge: Judge, target: dict[str, Any], value: str, zh: str, en: str
) -> None:
    report = judge([target], [("t", "2020-06", value)])
    for language, heading, words in ((Language.ZH, "距目标", zh), (Language.EN, "to target", en)):
        shown = str(hytargets.render(report, "markdown", language))
        assert f"| {heading} |" in shown
        assert f"| {words} |" in shown


def with_whole_units(write: Write, targets: list[dict[str, Any]]) -> TargetBook:
    """A book whose units count whole things."""
    book = hytargets.load_book(write("targets.yaml", book_text(targets)))
    whole = [target._replace(unit=target.unit._replace(is_whole=True)) for target in book.targets]
    return book._replace(targets=tuple(whole))


def progress_of(write: Write, book: TargetBook, value: str) -> Progress:
    rows = f"target,period,value\nt,2020-06,{value}\n"
    return hytargets.read_progress([write("progress.csv", rows)], book)


def shown_everywhere(book: TargetBook, progress: Progress, language: Language) -> dict[str, str]:
    """The same target in each document that says what is needed."""
    voice = Voice(language)
    report = hytargets.assess(book, progress)
    by_month = trend_document(book, trends(report), voice)
    explained = explain_document(report, decide(report), voice)
    return {
        "check": str(hytargets.render(report, "markdown", language)),
        "trend": str(FORMATS["terminal"].write_document(by_month)),
        "explain": str(FORMATS["terminal"].write_document(explained)),
    }


BASELINE = {"value": "200", "date": "2019-12-31"}
STOCK = {"id": "t", "comparison": "at_most", "value": "100", "unit": "person", "measure": "stock"}
FALLING_STOCK = {**STOCK, "baseline": BASELINE}
MEAN = {"id": "t", "comparison": "at_least", "value": "100", "unit": "person", "measure": "mean"}


@pytest.mark.parametrize(
    ("target", "value", "zh", "en"),
    [
        (FLOOR, "32000", "后续每月需完成 7167人", "needs 7,167 persons a month"),
        (FLOOR, "33000", "后续每月需完成 7000人", "needs 7,000 persons a month"),
        # down by at least 80 in six months: 13 a month would fall short
        (FALLING_STOCK, "180", "后续每月需变动 -14人", "must move -14 persons a month"),
        # an average of whole things need not be whole
        (MEAN, "99.5", "后续每月需达到 100.5人", "the remaining months must average 100.5 persons"),
    ],
)
def test_what_is_needed_of_whole_things_is_whole(
    write: Write, target: dict[str, Any], value: str, zh: str, en: str
) -> None:
    book = with_whole_units(write, [target])
    progress = progress_of(write, book, value)
    for language, words in ((Language.ZH, zh), (Language.EN, en)):
        shown = shown_everywhere(book, progress, language)
        assert words in shown["check"]
        assert words in shown["trend"]


@pytest.mark.parametrize(
    ("target", "value", "zh", "en"),
    [
        (
            FLOOR,
            "32000",
            "后续每月需完成 = (T − A) ÷ (N − m) = (75000 − 32000) ÷ (12 − 6) = 7166.67，"
            "取整为 7167人",
            "Needed a month = (T − A) ÷ (N − m) = (75000 − 32000) ÷ (12 − 6) = 7166.67, "
            "in whole ones 7,167 persons",
        ),
        (
            FLOOR,
            "33000",
            "后续每月需完成 = (T − A) ÷ (N − m) = (75000 − 33000) ÷ (12 − 6) = 7000人",
            "Needed a month = (T − A) ÷ (N − m) = (75000 − 33000) ÷ (12 − 6) = 7,000 persons",
        ),
        (
            FALLING_STOCK,
            "180",
            "后续每月需变动 = (T − A) ÷ (N − m) = (100 − 180) ÷ (12 − 6) = -13.33，取整为 -14人",
            "Change needed a month = (T − A) ÷ (N − m) = (100 − 180) ÷ (12 − 6) = -13.33, "
            "in whole ones -14 persons",
        ),
        (
            MEAN,
            "99.5",
            "后续每月需达到 = (N·T − m·A) ÷ (N − m) = (12·100 − 6·99.5) ÷ (12 − 6) = 100.5人",
            "Average needed = (N·T − m·A) ÷ (N − m) = (12·100 − 6·99.5) ÷ (12 − 6) = 100.5 persons",
        ),
    ],
)
def test_explain_shows_how_what_is_needed_came_about(
    write: Write, target: dict[str, Any], value: str, zh: str, en: str
) -> None:
    book = with_whole_units(write, [target])
    progress = progress_of(write, book, value)
    assert zh in shown_everywhere(book, progress, Language.ZH)["explain"]
    assert en in shown_everywhere(book, progress, Language.EN)["explain"]


def test_data_files_have_the_whole_number_too(write: Write) -> None:
    book = with_whole_units(write, [FLOOR])
    report = hytargets.assess(book, progress_of(write, book, "32000"))
    header, row = str(hytargets.render(report, "csv", Language.ZH)).splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True))
    assert cells["后续每月需完成"] == "7167"
    assert cells["距目标"] == "-43000"


def test_what_cannot_be_halved_is_rounded_only_where_it_is_whole(judge: Judge) -> None:
    report = judge([FLOOR], [("t", "2020-06", "32000")])
    assert "后续每月需完成 7166.67人" in str(hytargets.render(report, "markdown"))


def target_of(report: Report) -> Target:
    return report.assessments[0].target


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("52000", "5.2万", "52,000"),
        ("0", "0", "0"),
        ("-1234.5", "-0.12345万", "-1,234.5"),
        ("-0.5", "-0.00005万", "-0.5"),
    ],
)
def test_a_number_stands_in_the_scale_it_was_printed_in(
    judge: Judge, value: str, zh: str, en: str
) -> None:
    target = target_of(judge([FLOOR], []))
    assert Amounts(Voice(Language.ZH), target).number(Fraction(value)) == zh
    assert Amounts(Voice(Language.EN), target).number(Fraction(value)) == en
