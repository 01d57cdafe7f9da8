"""What can be wrong with an input, as values: a code, a place and facts, never a sentence."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from hytargets.language import Text

Fact = str | int | date | Decimal | Text


class Severity(StrEnum):
    """An error rejects what it names and makes the exit code 2; a warning only tells."""

    ERROR = "error"
    WARNING = "warning"


class Code(StrEnum):
    """Every kind of problem. Its wording stands in `wording.problems`."""

    FILE_MISSING = "file.missing"
    FILE_UNREADABLE = "file.unreadable"
    FILE_EMPTY = "file.empty"
    FILE_ENCODING = "file.encoding"
    TEXT_ENCODING = "text.encoding"
    FILE_NUL = "file.nul"
    FILE_TOO_LARGE = "file.too_large"
    FILE_THERE = "file.there"
    FILE_OPEN = "file.unwritable"
    FOLDER_EMPTY = "folder.empty"
    SHEET_MISSING = "sheet.missing"
    QUOTE_MALFORMED = "quote.malformed"
    FIELD_TOO_LONG = "field.too_long"

    YAML_SYNTAX = "yaml.syntax"
    YAML_LIMIT = "yaml.limit"
    YAML_TAG = "yaml.tag"
    YAML_ALIAS = "yaml.alias"
    YAML_KEY = "yaml.key"
    YAML_KEY_REPEATED = "yaml.key.repeated"

    BOOK_ENCODING = "book.encoding"
    BOOK_SHAPE = "book.shape"
    BOOK_FIELD_UNKNOWN = "book.field.unknown"
    BOOK_FIELD_MISSING = "book.field.missing"
    BOOK_FIELD_TYPE = "book.field.type"
    BOOK_CHOICE = "book.choice"
    BOOK_DATE = "book.date"
    BOOK_NUMBER = "book.number"
    BOOK_ID = "book.id"
    BOOK_REPEATED = "book.repeated"
    BOOK_NAME_REPEATED = "book.name.repeated"
    BOOK_REFERENCE = "book.reference.unknown"
    BOOK_NO_TARGETS = "book.targets.none"
    BOOK_DATES_ORDER = "book.dates.order"
    BOOK_REPORTING_MISSING = "book.reporting.missing"
    BOOK_REPORTING_UNUSED = "book.reporting.unused"
    BOOK_COMPARISON_FLOW = "book.comparison.flow"
    BOOK_VALUE_RANGE = "book.value.range"
    BOOK_VALUE_SINGLE = "book.value.single"
    BOOK_VALUE_OUTSIDE_UNIT = "book.value.outside_unit"
    BOOK_UNIT_RANGE = "book.unit.range"
    BOOK_FLOW_NEGATIVE = "book.flow.negative"
    BOOK_TOLERANCE_MISSING = "book.tolerance.missing"
    BOOK_TOLERANCE_NEGATIVE = "book.tolerance.negative"
    BOOK_COMBINE_PERCENT = "book.combine.percent"
    BOOK_HOLDS = "book.holds"
    BOOK_READING_MISSING = "book.reading.missing"
    BOOK_BASELINE_MEASURE = "book.baseline.measure"
    BOOK_BASELINE_MET = "book.baseline.met"
    BOOK_BASELINE_DATE = "book.baseline.date"
    BOOK_SCHEDULE = "book.schedule"
    BOOK_MILESTONES_ORDER = "book.milestones.order"
    BOOK_MILESTONE_DATE = "book.milestone.date"

    HEADER_MISSING = "header.missing"
    HEADER_REPEATED = "header.repeated"
    HEADER_BLANK = "header.blank"
    COLUMN_MISSING = "column.missing"
    COLUMN_AMBIGUOUS = "column.ambiguous"
    ROW_CELLS = "row.cells"
    ROW_ABOVE_HEADER = "row.above_header"
    ROW_SUBTOTAL = "row.subtotal"

    TARGET_UNKNOWN = "target.unknown"
    TARGET_MISSING = "target.missing"
    TARGET_DISAGREES = "target.disagrees"
    REGION_UNKNOWN = "region.unknown"
    REGION_IGNORED = "region.ignored"
    WHOLE_IGNORED = "region.whole_ignored"
    REGIONS_UNLISTED = "regions.unlisted"

    NUMBER_MALFORMED = "number.malformed"
    NUMBER_BELOW_UNIT = "number.below_unit"
    NUMBER_TOO_LONG = "number.too_long"
    UNIT_MISMATCH = "unit.mismatch"
    UNITS_DISAGREE = "unit.disagrees"
    VALUE_OUTSIDE_UNIT = "value.outside_unit"
    VALUE_NEGATIVE = "value.negative"
    VALUE_FRACTION = "value.fraction"
    VALUE_SHARE = "value.share"
    FORMAT_PERCENT = "format.percent"
    VALUE_REPORTING = "value.reporting"

    PERIOD_MISSING = "period.missing"
    PERIOD_MALFORMED = "period.malformed"
    PERIOD_NO_SUCH_DATE = "period.no_such_date"
    PERIOD_NO_YEAR = "period.no_year"
    PERIOD_SHORT_YEAR = "period.short_year"
    PERIOD_FIRST_OF_MONTH = "period.first_of_month"
    PERIOD_EXCEL_DATE = "period.excel_date"
    PERIOD_EXCEL_NUMBER = "period.excel_number"
    PERIOD_SPAN = "period.span"
    PERIOD_DATE = "period.date"
    REPORTED_ON = "reported_on.malformed"

    VALUE_REPEATED = "value.repeated"
    VALUE_CONFLICT = "value.conflict"
    PERIOD_OVERLAP = "period.overlap"
    VALUE_FALLING = "value.falling"
    NO_OBSERVATION = "progress.none"
    SELECTION_EMPTY = "selection.empty"


_WARNINGS = frozenset(
    {
        Code.ROW_SUBTOTAL,
        Code.REGION_IGNORED,
        Code.WHOLE_IGNORED,
        Code.REGIONS_UNLISTED,
        Code.VALUE_REPEATED,
        Code.VALUE_FALLING,
    }
)


class Place(NamedTuple):
    """Where in an input: a physical line, and a column's name or number, or a path into a book."""

    file: str | None = None
    line: int | None = None
    column: str | int | None = None
    path: str | None = None
    sheet: str | None = None
    cell: str | None = None  # as a spreadsheet names it: D12


class Problem(NamedTuple):
    """One thing wrong with an input; `seen` is the text found there, `target` an id."""

    code: Code
    place: Place = Place()
    facts: Mapping[str, Fact] = MappingProxyType({})
    target: str | None = None
    seen: str | None = None

    @property
    def severity(self) -> Severity:
        """Fixed by the code."""
        return Severity.WARNING if self.code in _WARNINGS else Severity.ERROR


def has_errors(problems: Iterable[Problem]) -> bool:
    """Is one of them more than a warning, so that the exit code is 2?"""
    return any(problem.severity is Severity.ERROR for problem in problems)


class Misuse(ValueError):
    """Raised where the library is called with what it cannot take; its text says what would do."""


class InvalidInput(Exception):
    """Raised once, at the edge, with every problem found in an input that cannot be used.

    Its text names codes and places, unless whoever raises it has the words for them.
    """

    def __init__(self, problems: Iterable[Problem], text: str = "") -> None:
        self.problems = tuple(problems)
        super().__init__(text or "\n".join(map(_in_code, self.problems)))


def _in_code(problem: Problem) -> str:
    place = problem.place
    where = ":".join(str(step) for step in (place.file, place.line) if step is not None)
    return f"{where}  {problem.code}".strip()
