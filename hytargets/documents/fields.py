"""Tables made of fields: each a column, and how its cells come from one kind of thing."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from hytargets.book.target import TargetBook
from hytargets.documents.document import Cell, Column, Group, Row, Shown, Table
from hytargets.language import Language, Text
from hytargets.wording import report as words

T = TypeVar("T")


class Field(NamedTuple, Generic[T]):
    """A column, and how its cells come from a thing."""

    key: str
    cell: Callable[[T, Language], Cell]
    shown: Shown = Shown.BOTH
    is_figure: bool = False
    wraps: bool = False
    drop: int = 0
    form: Text | None = None
    vital: bool = False

    def column(self, language: Language) -> Column:
        """Its heading and habits."""
        heading = words.HEADINGS[self.key].to(language)
        if self.form:
            heading = self.form.to(language).format(heading=heading)
        return Column(
            self.key, heading, self.is_figure, self.wraps, self.drop, self.shown, self.vital
        )


def cells(fields: Sequence[Field[T]], thing: T, language: Language) -> tuple[Cell, ...]:
    """One thing's cells."""
    return tuple(field.cell(thing, language) for field in fields)


def table(fields: Sequence[Field[T]], groups: Iterable[Group], language: Language) -> Table:
    """Groups of rows under the fields' columns."""
    return Table(tuple(field.column(language) for field in fields), tuple(groups))


def by_section(
    book: TargetBook, rows: Iterable[tuple[str | None, Row]], language: Language
) -> list[Group]:
    """Rows grouped under the headings of the report, in its order."""
    titles = {section.id: f"{section.id} {section.title.to(language)}" for section in book.sections}
    grouped: dict[str | None, list[Row]] = {section: [] for section in titles}
    for section, row in rows:
        grouped.setdefault(section, []).append(row)
    return [
        Group(titles.get(section or "", ""), tuple(rows))
        for section, rows in grouped.items()
        if rows
    ]
