"""What a target book file may say: one pydantic model a kind of entry, each field with its description."""

import re
from datetime import date, timedelta
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from hytargets.book.terms import (
    Basis,
    Combine,
    Commitment,
    Comparison,
    Holds,
    Measure,
    Pacing,
    Reporting,
    Why,
)
from hytargets.language import Language, Text
from hytargets.values.characters import plain_forms
from hytargets.values.number import MalformedQuantity, Quantity, parse_quantity


def _read_text(raw: Any) -> Text:
    if isinstance(raw, str) and raw.strip():
        return Text(raw, raw)
    if (
        isinstance(raw, dict)
        and raw
        and raw.keys() <= {"zh", "en"}
        and all(isinstance(v, str) for v in raw.values())
    ):
        zh, en = raw.get("zh"), raw.get("en")
        return Text(zh or en or "", en or zh or "")
    raise PydanticCustomError("text", "a text, or a text for each of zh and en")


def _read_date(raw: Any) -> date:
    if isinstance(raw, str) and re.fullmatch(r"(?:19|20|21)\d\d-\d\d-\d\d", raw, re.ASCII):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            pass
    raise PydanticCustomError("date", "a date such as 2020-12-31")


def _read_quantity(raw: Any) -> Quantity:
    if not isinstance(raw, str):
        raise PydanticCustomError("quantity", "a number such as 75000 or 7.5万")
    try:
        return parse_quantity(raw)
    except MalformedQuantity as error:
        raise PydanticCustomError("quantity", "a number such as 75000 or 7.5万") from error


def _read_value(raw: Any) -> tuple[Quantity, ...]:
    if isinstance(raw, list) and len(raw) == 2:
        return tuple(_read_quantity(item) for item in raw)
    return (_read_quantity(raw),)


def _read_months(raw: Any) -> int:
    if isinstance(raw, str) and re.fullmatch(r"\d{1,4}", raw, re.ASCII):
        return int(raw)
    raise PydanticCustomError("whole_number", "a whole number")


_QUANTITY_SCHEMA: dict[str, Any] = {"type": ["string", "number"], "examples": ["7.5万", 75000]}
_TEXT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ],
    "examples": [{"zh": "新增城镇就业", "en": "New urban jobs"}],
}
_VALUE_SCHEMA = {
    "anyOf": [
        _QUANTITY_SCHEMA,
        {"type": "array", "items": _QUANTITY_SCHEMA, "minItems": 2, "maxItems": 2},
    ]
}

BookText = Annotated[Text, PlainValidator(_read_text), WithJsonSchema(_TEXT_SCHEMA)]
Day = Annotated[
    date,
    PlainValidator(_read_date),
    WithJsonSchema({"type": "string", "format": "date", "examples": ["2020-12-31"]}),
]
Amount = Annotated[Quantity, PlainValidator(_read_quantity), WithJsonSchema(_QUANTITY_SCHEMA)]
Value = Annotated[tuple[Quantity, ...], PlainValidator(_read_value), WithJsonSchema(_VALUE_SCHEMA)]
Months = Annotated[
    int, PlainValidator(_read_months), WithJsonSchema({"type": "integer", "minimum": 0})
]
Id = Annotated[str, Field(pattern=r"^[\w][\w.()（）-]*$", max_length=80, examples=["urban-jobs"])]


class Entry(BaseModel):
    """The habits of every model: no field it does not know, never changed, built when first used."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, raw: Any) -> Any:
        """A field left empty is as good as not there: one rule for the whole book."""
        if not isinstance(raw, dict):
            return raw
        return {
            key: value
            for key, value in raw.items()
            if value is not None or key not in cls.model_fields
        }


class NamedEntry(Entry):
    """Something with a name in Chinese, in English, or both; a missing one is shown in the other."""

    zh: str | None = Field(None, min_length=1, description="Chinese name", examples=["户"])
    en: str | None = Field(None, min_length=1, description="English name", examples=["households"])
    also: tuple[str, ...] = Field((), description="other names it goes by", examples=[["千米"]])

    @model_validator(mode="after")
    def _has_a_name(self) -> Self:
        if not (self.zh or self.en):
            raise PydanticCustomError("text", "a name, zh or en")
        return self

    @property
    def name(self) -> Text:
        """The name in both languages."""
        return Text(self.zh or self.en or "", self.en or self.zh or "")

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name, with plain forms and without case, as `number.scale_of` compares them."""
        return frozenset(plain_forms(name).casefold() for name in (*self.name, *self.also))


class UnitEntry(NamedEntry):
    """A base unit, and the range its figures must lie in. Scales (万, 亿) belong to figures."""

    min: Amount | None = Field(None, description="the least a figure in this unit can be")
    max: Amount | None = Field(None, description="the most a figure in this unit can be")

    @property
    def is_percent(self) -> bool:
        """Is the unit printed %, so that no sum over regions has a meaning?"""
        return "%" in self.names


class RegionEntry(NamedEntry):
    """One of the parts that make up the jurisdiction."""

    id: Id = Field(description="what progress files and `of` may call it", examples=["hengnan"])


class SectionEntry(Entry):
    """A heading of the report."""

    id: Id = Field(description="its number in the report", examples=["1.2"])
    title: BookText = Field(description="its heading")


class PeriodEntry(Entry):
    """The time a book covers."""

    start: Day = Field(description="default start of every target")
    end: Day = Field(description="default due date of every target")


class PaceEntry(Entry):
    """When a delay turns red, and when data are too old."""

    red_lag: Amount = Field(
        Quantity.of(10), description="percentage points behind schedule beyond which it is red"
    )
    max_age: Months | None = Field(
        None, description="undecided targets whose data are more months old fail the gate"
    )


class BookSourceEntry(Entry):
    """Where the report was published."""

    title: BookText | None = Field(None, description="title of the report")
    publisher: BookText | None = Field(None, description="who published it")
    date: Day | None = Field(None, description="day of publication")
    url: str | None = Field(
        None, description="its address", examples=["https://example.org/report.html"]
    )


class BookEntry(Entry):
    """What holds for the whole book."""

    id: Id = Field(description="the book's id", examples=["hengyang-2020"])
    title: BookText = Field(description="what reports are headed with")
    jurisdiction: BookText | None = Field(None, description="the whole that the regions make up")
    language: Language = Field(
        Language.ZH, description="the language of reports, unless asked for another"
    )
    period: PeriodEntry = Field(description="default start and due date of every target")
    reporting: Reporting | None = Field(None, description="default reporting of flows and means")
    pace: PaceEntry = Field(
        default_factory=lambda: PaceEntry(), description="thresholds of the schedule"
    )
    source: BookSourceEntry | None = Field(None, description="where the report was published")


class SourceEntry(Entry):
    """The evidence: the short clause that carries the figure."""

    quote: str | None = Field(
        None, description="the clause as printed", examples=["新改建卫生厕所7.5万户"]
    )
    printed: str | None = Field(
        None, description="the figure as printed in the clause", examples=["7.5万户"]
    )
    reading: BookText | None = Field(
        None, description="of an implied number: how it was read from the words"
    )


class BaselineEntry(Entry):
    """The level a stock started from."""

    value: Amount = Field(description="the level, in the target's unit")
    date: Day = Field(description="the day it was measured; the target's time starts the day after")


class ToleranceEntry(Entry):
    """How near counts as 基本 or 左右."""

    value: Amount = Field(description="in the target's unit")
    basis: BookText = Field(description="who says so")


class MilestoneEntry(Entry):
    """What must be reached by a day."""

    by: Day = Field(description="the day")
    value: Amount = Field(description="the level to be reached by then, in the target's unit")


def _schedule_form(raw: Any) -> str:
    return "milestones" if isinstance(raw, list | tuple) else "pacing"


Schedule = Annotated[
    Annotated[Pacing, Tag("pacing")] | Annotated[tuple[MilestoneEntry, ...], Tag("milestones")],
    Discriminator(_schedule_form),
]


class TargetEntry(Entry):
    """One number a report commits to."""

    id: Id = Field(description="what progress files may call it", examples=["rural-toilets"])
    name: BookText = Field(description="its name; progress files may use either language")
    also: tuple[str, ...] = Field((), description="other names progress files may use")
    section: str | None = Field(None, description="id of its section", examples=["1.2"])
    comparison: Comparison = Field(description="how the actual must stand to the value")
    value: Value = Field(
        description="as printed (7.5万 is 75000 exactly); of `between`: [low, high]"
    )
    unit: str = Field(description="a key of units", examples=["household"])
    measure: Measure = Field(description="flow 流量, stock 存量, growth 增速 or mean 均值")
    reporting: Reporting | None = Field(
        None, description="of a flow or mean: what a reported value covers"
    )
    combine: Combine | None = Field(None, description="how regions make the whole")
    of: tuple[str, ...] | None = Field(
        None, min_length=1, description="ids of the regions it applies to; default all"
    )
    holds: Holds | None = Field(
        None, description="of a ceiling on a stock: throughout (default) or at_due"
    )
    basis: Basis = Field(
        Basis.STATED, description="is the number printed, or implied by words such as 全覆盖?"
    )
    commitment: Commitment = Field(
        Commitment.FIRM, description="确保, or 力争, which fails the gate only if asked"
    )
    start: Day | None = Field(None, description="first day that counts; default the book's")
    due: Day | None = Field(None, description="the day it must be reached; default the book's")
    baseline: BaselineEntry | None = Field(
        None, description="of a stock: completion is measured from here"
    )
    schedule: Schedule | None = Field(None, description="even (default), none, or milestones")
    tolerance: ToleranceEntry | None = Field(None, description="how near counts as 基本 or 左右")
    owner: BookText | None = Field(None, description="责任单位, who answers for it")
    source: SourceEntry | None = Field(None, description="the evidence in the report")

    def reporting_in(self, book: BookEntry) -> Reporting | None:
        """Its own reporting, or the book's; none of a stock or a growth."""
        return self.reporting or (
            book.reporting if self.measure in {Measure.FLOW, Measure.MEAN} else None
        )

    def combine_in(self, unit: UnitEntry) -> Combine:
        """Its own way, or the default: the sum of a flow that is not printed %, else the whole only."""
        if self.combine:
            return self.combine
        return (
            Combine.SUM if self.measure is Measure.FLOW and not unit.is_percent else Combine.WHOLE
        )

    def start_in(self, book: BookEntry) -> date:
        """Its own start, or the day after its baseline, or the book's."""
        if self.start:
            return self.start
        return self.baseline.date + timedelta(days=1) if self.baseline else book.period.start

    def due_in(self, book: BookEntry) -> date:
        """Its own due date, or the book's."""
        return self.due or book.period.end


class ExclusionEntry(Entry):
    """A figure printed in the source that is no target."""

    section: str | None = Field(None, description="id of the section it stands in")
    printed: str = Field(min_length=1, description="the figure as printed", examples=["三年"])
    context: str = Field(
        min_length=1, description="a few words around it", examples=["三年行动计划"]
    )
    why: Why = Field(description="why it is no target")


class BookFile(Entry):
    """All targets of one report, with units, regions, sections and sources."""

    model_config = ConfigDict(title="hytargets target book", defer_build=False)

    format: Annotated[Literal["1"], WithJsonSchema({"const": 1})] = Field(
        description="version of this format"
    )
    book: BookEntry = Field(description="what holds for the whole book")
    units: dict[Id, UnitEntry] = Field(description="base units by key")
    regions: tuple[RegionEntry, ...] = Field((), description="the parts that make up the whole")
    sections: tuple[SectionEntry, ...] = Field(
        (), description="headings of the report, in its order"
    )
    targets: tuple[TargetEntry, ...] = Field(
        min_length=1, description="every target, in the report's order"
    )
    excluded: tuple[ExclusionEntry, ...] = Field(
        (), description="every other figure of the source, and why it is no target"
    )
