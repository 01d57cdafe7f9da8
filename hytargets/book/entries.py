"""What a target book file may say: a pydantic model a kind of entry, each field described."""

from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from hytargets.book.fields import Amount, BookText, Day, Id, Months, Truth, Value, text_of
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
from hytargets.values.number import Quantity


class Entry(BaseModel):
    """The habits of every model: no unknown field, never changed, built when first used."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_is_absent(cls, raw: Any) -> Any:
        """A field left empty is as good as not there: one rule for the whole book."""
        if not isinstance(raw, dict) or None not in raw.values():
            return raw
        empty = {name for name, value in raw.items() if value is None}
        absent = empty & cls.model_fields.keys()  # an unknown field stays, to be reported
        return {name: value for name, value in raw.items() if name not in absent}


class NamedEntry(Entry):
    """Something with a name in Chinese, in English, or both; one shows for the other."""

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
        return text_of(self.zh, self.en)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name, with plain forms and without case, as `number.scale_of` compares them."""
        return frozenset(plain_forms(name).casefold() for name in (*self.name, *self.also))


class UnitEntry(NamedEntry):
    """A base unit, and the range its figures must lie in. Scales (万, 亿) belong to figures."""

    min: Amount | None = Field(None, description="the least a figure in this unit can be")
    max: Amount | None = Field(None, description="the most a figure in this unit can be")
    whole: Truth = Field(
        False, description="does it count whole things, of which there is no half?"
    )

    def admits(self, value: Decimal) -> bool:
        """Does a value lie in the range?"""
        is_too_low = self.min is not None and value < self.min.value
        is_too_high = self.max is not None and value > self.max.value
        return not (is_too_low or is_too_high)

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
        Quantity.of(10),
        description="percentage points behind schedule beyond which it is red",
        json_schema_extra={"default": 10},
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
        if self.reporting is None and self.measure.covers_time:
            return book.reporting
        return self.reporting

    def combine_in(self, unit: UnitEntry) -> Combine:
        """Its own way, or the default: a flow is summed unless it is printed %, else the whole."""
        if self.combine is not None:
            return self.combine
        adds_up = self.measure is Measure.FLOW and not unit.is_percent
        return Combine.SUM if adds_up else Combine.WHOLE

    def start_in(self, book: BookEntry) -> date:
        """Its own start, or the day after its baseline, or the book's."""
        if self.start is not None:
            return self.start
        if self.baseline is not None:
            return self.baseline.date + timedelta(days=1)
        return book.period.start

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
