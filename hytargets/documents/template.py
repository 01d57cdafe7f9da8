"""The sheet that offices fill in, as a document: its CSV is read back by `check`."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Combine
from hytargets.documents.document import Cell, Column, Document, Group, Row, Table
from hytargets.language import Language
from hytargets.wording import report as words


class Sheet(NamedTuple):
    """What a sheet asks for: its targets, a period (default: the due month of each), regions one by one or not."""

    targets: Sequence[Target]
    period: str | None = None
    by_region: bool = False


def template_document(book: TargetBook, sheet: Sheet, language: Language) -> Document:
    """A row a target, or a row a region of it, with an empty value."""
    columns = tuple(
        Column(key, heading.to(language)) for key, heading in words.SHEET_HEADINGS.items()
    )
    rows = tuple(row for target in sheet.targets for row in _rows(book, target, sheet, language))
    return Document(book.title.to(language), (Table(columns, (Group("", rows),)),), language)


def _rows(book: TargetBook, target: Target, sheet: Sheet, language: Language) -> Iterator[Row]:
    names = {region.id: region.name.to(language) for region in book.regions}
    apart = sheet.by_region and target.combine is not Combine.WHOLE
    period = sheet.period or _month(target.due)
    for region in (target.regions if apart else ()) or ("",):
        texts = {
            "target_id": target.id,
            "target": target.name.to(language),
            "region": names.get(region, ""),
            "period": period,
            "unit": target.unit.name.to(language),
        }
        yield Row(tuple(Cell(texts.get(key, "")) for key in words.SHEET_HEADINGS))


def _month(day: date) -> str:
    return f"{day:%Y-%m}"
