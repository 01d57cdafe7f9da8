"""Tables made of fields: each a column, and how its cells come from one kind of thing."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Generic, NamedTuple, TypeVar

from hytargets.book.target import TargetBook
from hytargets.documents.document import Cell, Column, Group, Reader, Row, Table
from hytargets.judging.assessment import Assessment
from hytargets.judging.changes import Standing
from hytargets.language import Text
from hytargets.values.number import exact, rounded
from hytargets.wording import amounts
from hytargets.wording.headings import HEADINGS
from hytargets.wording.statuses import status_words
from hytargets.wording.voice import Voice

T = TypeVar("T")


class Field(NamedTuple, Generic[T]):
    """A column, and how its cells come from a thing."""

    key: str
    cell: Callable[[T, Voice], Cell]
    shown: Reader = Reader.ALL
    is_figure: bool = False
    wraps: bool = False
    drop: int = 0
    form: Text | None = None
    vital: bool = False

    def column(self, voice: Voice) -> Column:
        """Its heading and habits."""
        heading = voice(HEADINGS[self.key])
        if self.form:
            heading = voice(self.form, heading=heading)
        return Column(
            key=self.key,
            heading=heading,
            is_figure=self.is_figure,
            wraps=self.wraps,
            drop=self.drop,
            shown=self.shown,
            vital=self.vital,
        )


def cells(fields: Sequence[Field[T]], thing: T, voice: Voice) -> tuple[Cell, ...]:
    """One thing's cells."""
    return tuple(field.cell(thing, voice) for field in fields)


def table(fields: Sequence[Field[T]], groups: Iterable[Group], voice: Voice) -> Table:
    """Groups of rows under the fields' columns."""
    return Table(tuple(field.column(voice) for field in fields), tuple(groups))


def by_section(
    book: TargetBook, rows: Iterable[tuple[str | None, Row]], voice: Voice
) -> list[Group]:
    """Rows grouped under the headings of the report, in its order."""
    titles = {section.id: f"{section.id} {voice(section.title)}" for section in book.sections}
    grouped: dict[str | None, list[Row]] = {section: [] for section in titles}
    for section, row in rows:
        grouped.setdefault(section, []).append(row)
    groups = []
    for section, rows_of_section in grouped.items():
        if rows_of_section:
            groups.append(Group(titles.get(section or "", ""), tuple(rows_of_section)))
    return groups


class RegionNames:
    """The names of a book's regions; one that the book does not list is called by what was read."""

    def __init__(self, book: TargetBook, voice: Voice) -> None:
        self._names: Mapping[str, str] = {region.id: voice(region.name) for region in book.regions}

    def of(self, region: str | None) -> str:
        """The name of a region; the whole has none."""
        if region is None:
            return ""
        return self._names.get(region, region)

    def among(self, regions: Iterable[str]) -> Iterator[str]:
        """The names of some regions, in the order of the book."""
        wanted = frozenset(regions)
        return (name for region, name in self._names.items() if region in wanted)


def said(text: Text | None, voice: Voice) -> Cell:
    """A text of the book; empty where it has none."""
    if text is None:
        return Cell()
    return Cell(voice(text))


def day(value: date | None) -> Cell:
    """A day; empty where there is none."""
    if value is None:
        return Cell()
    return Cell(value.isoformat())


def bare(value: Fraction) -> Cell:
    """An exact value as a bare number."""
    text = exact(value)
    return Cell(text, text)


def share(value: Fraction | None) -> Cell:
    """A share of the whole as a percentage."""
    if value is None:
        return Cell()
    percent = amounts.percent(value)
    return Cell(f"{percent}%", percent)


def points(value: Fraction | None) -> Cell:
    """Percentage points with their sign; the bare number without a plus."""
    if value is None:
        return Cell()
    return Cell(amounts.signed(value), rounded(value, Fraction(0)))


def status(judged: Assessment | Standing, voice: Voice) -> Cell:
    """The verdict in words, and its light."""
    return Cell(voice(status_words(judged)), light=judged.light)
