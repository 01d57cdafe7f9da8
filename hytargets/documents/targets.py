"""The book's targets, as a document."""

from collections.abc import Sequence

from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Basis, Commitment
from hytargets.documents.document import Cell, Document, Paragraph, Reader, Row
from hytargets.documents.fields import Field, bare, by_section, cells, day, said, table
from hytargets.wording import targets as say
from hytargets.wording.amounts import Amounts
from hytargets.wording.voice import Voice


def targets_document(book: TargetBook, targets: Sequence[Target], voice: Voice) -> Document:
    """What `targets` shows: what each must reach, how it is measured, and the clause it is from."""
    rows = [(target.section, Row(cells(_FIELDS, target, voice))) for target in targets]
    count = Paragraph(voice(say.COUNT, count=len(targets)))
    listed = table(_FIELDS, by_section(book, rows, voice), voice)
    return Document(voice(book.title), (count, listed), voice.language)


def _marks(target: Target, voice: Voice) -> Cell:
    """What makes it less than a firm, printed number."""
    marks = []
    if target.commitment is Commitment.ASPIRATIONAL:
        marks.append(say.ASPIRATIONAL)
    if target.basis is Basis.IMPLIED:
        marks.append(say.IMPLIED)
    return Cell(voice.listed_texts(marks))


def _goal(target: Target, voice: Voice) -> Cell:
    return Cell(Amounts(voice, target).goal)


def _high(target: Target, voice: Voice) -> Cell:
    """The upper end of a range."""
    if len(target.bounds) == 1:
        return Cell()
    return bare(target.bounds[1])


_FIELDS: tuple[Field[Target], ...] = (
    Field("id", lambda target, _: Cell(target.id), drop=2),
    Field("section", lambda target, _: Cell(target.section or ""), Reader.DATA),
    Field("name", lambda target, voice: said(target.name, voice), wraps=True),
    Field("goal", _goal, Reader.PEOPLE, is_figure=True),
    Field("comparison", lambda target, _: Cell(target.comparison), Reader.DATA),
    Field("value", lambda target, _: bare(target.value), Reader.DATA, is_figure=True),
    Field("high", _high, Reader.DATA, is_figure=True),
    Field("unit", lambda target, voice: said(target.unit.name, voice), Reader.DATA),
    Field("measure", lambda target, voice: said(say.MEASURES[target.measure], voice)),
    Field("marks", _marks),
    Field("due", lambda target, _: day(target.due), drop=3),
    Field("owner", lambda target, voice: said(target.owner, voice), drop=4),
    Field("quote", lambda target, _: Cell(target.source.quote or ""), wraps=True, drop=5),
)
