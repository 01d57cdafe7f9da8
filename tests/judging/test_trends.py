"""Each target month by month."""

from datetime import date

from conftest import Judge

from hytargets.documents.trend import trend_document
from hytargets.formats import FORMATS
from hytargets.judging.trends import trends
from hytargets.language import Language
from hytargets.wording.voice import Voice

JOBS = {
    "id": "t",
    "name": "就业",
    "comparison": "at_least",
    "value": "1200",
    "unit": "person",
    "measure": "flow",
}
MONTHS = [
    ("t", "2020-01", "90"),
    ("t", "2020-02", "200"),
    ("t", "2020-04", "440"),
    ("t", "2020-05", "500"),
]


def test_a_missing_month_is_a_gap_never_interpolated(judge: Judge) -> None:
    report = judge([JOBS], MONTHS, as_of=date(2020, 5, 31))
    (trend,) = trends(report)
    shown = [
        (point.end.month, point.assessment and str(point.assessment.status))
        for point in trend.points
    ]
    assert shown == [(1, "behind"), (2, "on_schedule"), (3, None), (4, "ahead"), (5, "on_schedule")]
    assert trend.needed == 100  # (1200 − 500) ÷ 7
    assert trend.average == 100  # 500 ÷ 5
    assert trend.forecast
    assert (trend.forecast.since, trend.forecast.until) == (date(2020, 4, 30), date(2020, 5, 31))
    assert trend.forecast.pace == 60
    assert trend.forecast.reached == date(2021, 5, 31)  # 700 ÷ 60 = 11.67 months after May
    assert report.book
    text = FORMATS["terminal"].write_document(
        trend_document(report.book, [trend], Voice(Language.ZH))
    )
    assert isinstance(text, str)
    assert "就业  ≥ 1200人  ▁▂ ▃▄  时序 ▁▂▃▃▄" in text
    assert "  2020-03  –" in text
