"""Every formula of `explain`, with the numbers put in its letters."""

from typing import Any

import pytest
from conftest import Judge

from hytargets.documents.document import Paragraph
from hytargets.documents.explain import explain_document
from hytargets.judging.gate import decide
from hytargets.judging.rules import RULES
from hytargets.language import Language
from hytargets.wording import explain
from hytargets.wording.voice import Voice

BASE: dict[str, Any] = {"id": "t", "unit": "share", "measure": "stock"}
FLOW: dict[str, Any] = {"id": "t", "unit": "km", "measure": "flow", "value": "900"}


def lines(judge: Judge, target: dict[str, Any], value: str, language: Language) -> list[str]:
    report = judge([target], [("t", "2020-06", value)])
    document = explain_document(report, decide(report), Voice(language))
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("target", "value", "line"),
    [
        (
            {**BASE, "comparison": "between", "value": ["4", "6"]},
            "7.5",
            "距目标 = min(A − low, high − A) = min(7.5 − 4, 6 − 7.5) = -1.5（相差 1.5个百分点）",
        ),
        (
            {**BASE, "comparison": "exactly", "value": "4"},
            "4.5",
            "距目标 = −|A − T| = −|4.5 − 4| = -0.5（相差 0.5个百分点）",
        ),
        (
            {
                **BASE,
                "comparison": "about",
                "value": "4",
                "tolerance": {"value": "1", "basis": "甲"},
            },
            "6",
            "距目标 = tolerance − |A − T| = 1 − |6 − 4| = -1（相差 1个百分点）",
        ),
        (
            {
                **BASE,
                "comparison": "less_than",
                "value": "0",
                "unit": "change",
                "measure": "growth",
            },
            "-1.2",
            "距目标 = T − A = 0 − (-1.2) = 1.2（低于 1.2个百分点）",
        ),
        (
            {
                **BASE,
                "comparison": "at_least",
                "value": "50",
                "baseline": {"value": "40", "date": "2019-12-31"},
            },
            "44",
            "完成率 c = (A − B) ÷ (T − B) = (44 − 40) ÷ (50 − 40) = 40%",
        ),
        (
            {**FLOW, "comparison": "at_least", "schedule": [{"by": "2020-06-30", "value": "300"}]},
            "450",
            "时序 s = (M − B) ÷ (T − B) = (300 − 0) ÷ (900 − 0) = 33.33%",
        ),
        (
            {**FLOW, "comparison": "at_most"},
            "450",
            "进度偏差 = (s − c) × 100 = (0.5 − 0.5) × 100 = 0 个百分点",
        ),
        (
            {**FLOW, "comparison": "at_least"},
            "400",
            "进度偏差 = (c − s) × 100 = (0.444444 − 0.5) × 100 = -5.56 个百分点",
        ),
    ],
)
def test_a_formula_is_shown_with_its_numbers(
    judge: Judge, target: dict[str, Any], value: str, line: str
) -> None:
    assert line in lines(judge, target, value, Language.ZH)


def test_one_point_is_a_point_in_english(judge: Judge) -> None:
    target = {**FLOW, "comparison": "at_least", "value": "100"}
    shown = lines(judge, target, "51", Language.EN)
    assert "Deviation = (c − s) × 100 = (0.51 − 0.5) × 100 = +1 point" in shown
    assert "To target = A − T = 51 − 100 = -49 (49 km short)" in shown


def test_every_rule_is_explained() -> None:
    assert list(explain.RULES) == [rule.reason for rule in RULES]
