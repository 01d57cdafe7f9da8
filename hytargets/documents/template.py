"""The sheet that offices fill in, as a document: its CSV is read back by `check`."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Combine
from hytargets.documents.document import Cell, Column, Document, Group, Row, Table
from hytargets.documents.fields import RegionNames
from hytargets.wording.headings import SHEET_HEADINGS
from hytargets.wording.voice import Voice


class Blank(NamedTuple):
    """What is asked for; the period is by default each target's due month."""

    targets: Sequence[Target]
    period: str | None = None
    by_region: bool = False


def template_document(book: TargetBook, blank: Blank, voice: Voice) -> Document:
    """A row a target, or a row a region of it, with an empty value."""
    columns = [Column(key, voice(heading)) for key, heading in SHEET_HEADINGS.items()]
    names = RegionNames(book, voice)
    rows: list[Row] = []
    for target in blank.targets:
        rows += _rows(target, blank, names, voice)
    sheet = Table(tuple(columns), (Group("", tuple(rows)),))
    return Document(voice(book.title), (sheet,), voice.language)


def _rows(target: Target, blank: Blank, names: RegionNames, voice: Voice) -> Iterator[Row]:
    for region in _regions(target, blank):
        texts = {
            "target_id": target.id,
            "target": voice(target.name),
            "region": names.of(region),
            "period": blank.period or f"{target.due:%Y-%m}",
            "unit": voice(target.unit.name),
        }
        yield Row(tuple(Cell(texts.get(key, "")) for key in SHEET_HEADINGS))


def _regions(target: Target, blank: Blank) -> Sequence[str | None]:
    """The regions that are asked one by one; None is the whole."""
    is_parted = blank.by_region and target.combine is not Combine.WHOLE
    if is_parted and target.regions:
        return target.regions
    return (None,)
