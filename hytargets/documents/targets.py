"""The book's targets, as a document."""

from collections.abc import Sequence
from fractions import Fraction

from hytargets.book.target import Target, TargetBook
from hytargets.book.terms import Basis, Commitment
from hytargets.documents.document import Cell, Document, Paragraph, Row, Shown
from hytargets.documents.fields import Field, by_section, cells, table
from hytargets.language import Language
from hytargets.values.number import exact
from hytargets.wording import amounts
from hytargets.wording import report as words


def targets_document(book: TargetBook, targets: Sequence[Target], language: Language) -> Document:
    """What `targets` shows: what each must reach, how it is measured, and the clause that says so."""
    rows = [(one.section, Row(cells(_FIELDS, one, language))) for one in targets]
    count = Paragraph(words.COUNT.to(language).format(count=len(targets)))
    return Document(
        book.title.to(language),
        (count, table(_FIELDS, by_section(book, rows, language), language)),
        language,
    )


def _marks(one: Target, language: Language) -> Cell:
    marks = [words.ASPIRATIONAL] if one.commitment is Commitment.ASPIRATIONAL else []
    marks += [words.IMPLIED] if one.basis is Basis.IMPLIED else []
    return Cell(words.LIST_AND.to(language).join(mark.to(language) for mark in marks))


def _bound(bound: Fraction) -> Cell:
    return Cell(exact(bound), exact(bound))


_FIELDS: tuple[Field[Target], ...] = (
    Field("id", lambda one, _: Cell(one.id), drop=2),
    Field("section", lambda one, _: Cell(one.section or ""), Shown.DATA),
    Field("name", lambda one, language: Cell(one.name.to(language)), wraps=True),
    Field(
        "goal",
        lambda one, language: Cell(amounts.goal(one, language)),
        Shown.PEOPLE,
        is_figure=True,
    ),
    Field("comparison", lambda one, _: Cell(one.comparison), Shown.DATA),
    Field("value", lambda one, _: _bound(one.bounds[0]), Shown.DATA, is_figure=True),
    Field(
        "high",
        lambda one, _: _bound(one.bounds[1]) if one.bounds[1:] else Cell(),
        Shown.DATA,
        is_figure=True,
    ),
    Field("unit", lambda one, language: Cell(one.unit.name.to(language)), Shown.DATA),
    Field("measure", lambda one, language: Cell(words.MEASURES[one.measure].to(language))),
    Field("marks", _marks),
    Field("due", lambda one, _: Cell(one.due.isoformat()), drop=3),
    Field("owner", lambda one, language: Cell(one.owner.to(language) if one.owner else ""), drop=4),
    Field("quote", lambda one, _: Cell(one.source.quote or ""), wraps=True, drop=5),
)
