"""Saved JSON reports, read back to be compared."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from pydantic import TypeAdapter

from hytargets.book.terms import Commitment
from hytargets.formats.schema import AssessmentObject, ReportObject
from hytargets.judging.changes import Snapshot, Standing
from hytargets.language import Text


def read_snapshot(content: bytes) -> Snapshot:
    """A saved report, as far as two reports are compared. Raises ValueError where it is none."""
    saved = TypeAdapter(ReportObject).validate_json(content)
    book = saved["book"]
    return Snapshot(
        book=book["id"] if book else "",
        as_of=_day(saved["as_of"]),
        known_on=_day(saved["known_on"]),
        standings=tuple(_standings(saved["assessments"])),
    )


def _standings(assessments: list[AssessmentObject]) -> Iterator[Standing]:
    for assessment in assessments:
        name = assessment["name"]
        yield Standing(
            target=assessment["target"],
            name=Text(name["zh"], name["en"]),
            is_firm=assessment["commitment"] is Commitment.FIRM,
            comparison=assessment["comparison"],
            measure=assessment["measure"],
            status=assessment["status"],
            flags=tuple(assessment["flags"]),
            period_end=_day(assessment["period_end"]),
            actual=_number(assessment["actual"]),
            completion=_number(assessment["completion"]),
            deviation=_number(assessment["deviation"]),
        )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _number(text: str | None) -> Fraction | None:
    return Fraction(text) if text else None
