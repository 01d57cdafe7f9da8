"""The JSON report, format 1, as types: `schema --report` is made from them.

Changes: none yet. Keys may be added within a format; none is removed, renamed or retyped.
"""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from hytargets.book.terms import Basis, Commitment, Comparison, Measure
from hytargets.judging.statuses import FailOn, Flag, Light, Status
from hytargets.problems import Severity
from hytargets.progress.observations import Fate

Exact = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$", description="a decimal in plain notation")]
Quotient = Annotated[str, Field(pattern=r"^-?\d+\.\d{10}$", description="ten decimals, half up")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
Values = dict[Literal["read"] | Fate, int]
_CLOSED = with_config(extra="forbid")


@_CLOSED
class Tool(TypedDict):
    """What wrote the report."""

    name: Literal["hytargets"]
    version: str


@_CLOSED
class Texts(TypedDict):
    """One text in both languages."""

    zh: str
    en: str


@_CLOSED
class BookObject(TypedDict):
    """The target book."""

    id: str
    title: Texts


@_CLOSED
class GateObject(TypedDict):
    """What the gate was asked, and what it says."""

    fail_on: FailOn
    aspirational: bool
    max_age: int | None
    passed: bool
    failing: list[str]
    exit_code: int


@_CLOSED
class Counts(TypedDict):
    """How many assessments of each kind."""

    by_status: dict[Status, int]
    by_light: dict[Light, int]
    stale: int


@_CLOSED
class UnderstoodObject(TypedDict):
    """How a file was read."""

    file: str
    sheet: str | None
    encoding: str
    delimiter: str
    header_line: int
    year: int | None
    columns: dict[str, str]
    ignored_columns: list[str]
    skipped_rows: list[int]


@_CLOSED
class PlaceObject(TypedDict):
    """Where something stands."""

    file: str | None
    sheet: str | None
    line: int | None
    column: str | int | None
    cell: str | None


@_CLOSED
class RegionsReported(TypedDict):
    """Regions with a value at the latest end, of all."""

    reported: int
    of: int


@_CLOSED
class RegionObject(TypedDict):
    """One region's value."""

    region: str
    period_end: Day
    actual: Exact


@_CLOSED
class SourceObject(TypedDict):
    """The evidence."""

    quote: str | None
    printed: str | None


@_CLOSED
class ClauseObject(TypedDict):
    """A target as the book has it: a value, or of a range two bounds."""

    target: str
    name: Texts
    section: str | None
    owner: Texts | None
    comparison: Comparison
    value: Exact | None
    low: Exact | None
    high: Exact | None
    unit: str
    measure: Measure
    basis: Basis
    commitment: Commitment
    start: Day
    due: Day


@_CLOSED
class FiguresObject(TypedDict):
    """What was achieved, measured; all null where nothing counts."""

    period_end: Day | None
    actual: Exact | None
    margin: Exact | None
    completion: Quotient | None
    schedule: Quotient | None
    deviation: Quotient | None
    needed: Quotient | None


@_CLOSED
class AssessmentObject(ClauseObject, FiguresObject):
    """One target judged."""

    status: Status
    light: Light
    flags: list[Flag]
    regions_reported: RegionsReported | None
    regions: list[RegionObject]
    note: str | None
    evidence: list[PlaceObject]
    source: SourceObject


@_CLOSED
class ProblemObject(PlaceObject):
    """Something wrong with an input."""

    code: str
    severity: Severity
    target: str | None
    path: str | None
    seen: str | None
    message: Texts


@_CLOSED
class ReportObject(TypedDict):
    """The whole report."""

    format: Literal[1]
    tool: Tool
    book: BookObject | None
    as_of: Day | None
    known_on: Day | None
    gate: GateObject
    counts: Counts
    understood: list[UnderstoodObject]
    values: Values
    assessments: list[AssessmentObject]
    problems: list[ProblemObject]


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the JSON report."""
    schema = TypeAdapter(ReportObject).json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "hytargets report, format 1",
        **schema,
    }
