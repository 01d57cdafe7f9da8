"""Figures in prose: amounts, counts and words that imply a number.

Each comes with its unit, its comparison, the clause it stands in and what it is a figure of.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from hytargets.book.terms import Comparison
from hytargets.source.bare import BareFigure, FigureKind
from hytargets.source.classifying import classified
from hytargets.source.clauses import clause_spans, is_aspirational
from hytargets.source.finder import bare_figures
from hytargets.source.naming import InClause, names_of
from hytargets.source.passages import Passage
from hytargets.source.sections import TextSection
from hytargets.source.spans import Span
from hytargets.values.characters import plain_forms


class Figure(NamedTuple):
    """One figure found. Offsets count in the passage."""

    kind: FigureKind
    printed: str
    start: int
    end: int
    core: Span  # the number itself, without its unit
    line: int
    # one; two of a range, in the scale's base; none where no number can be read
    values: tuple[Decimal, ...]
    digits: tuple[str, ...]  # the values as printed, with their scale: 7.5万
    scale: str
    unit: str
    comparison: Comparison
    aspirational: bool
    clause: str
    clause_start: int
    name: str

    @property
    def span(self) -> Span:
        """Where it is printed."""
        return Span(self.start, self.end)

    @property
    def before(self) -> str:
        """The words of its clause before it."""
        return self.clause[: self.start - self.clause_start]


def section_figures(section: TextSection) -> tuple[Figure, ...]:
    """The figures of a section: of its title amounts only, for its other numerals name it."""
    body = len(section.title)
    return tuple(
        figure
        for figure in find_figures(section.passage)
        if figure.start >= body or figure.kind is FigureKind.AMOUNT
    )


def find_figures(text: Passage | str) -> tuple[Figure, ...]:
    """Every figure of a passage, in its order."""
    passage = Passage(text) if isinstance(text, str) else text
    plain = _plain(passage.text)
    found = classified(plain, bare_figures(plain))
    clauses = clause_spans(plain, [bare.span for bare in found])
    standing = [
        InClause(bare.span, clause, counts=bare.kind.reads_like_a_target)
        for bare, clause in zip(found, clauses, strict=True)
    ]
    names = names_of(plain, standing)
    return tuple(
        _figure(passage, plain, bare, clause, name)
        for bare, clause, name in zip(found, clauses, names, strict=True)
    )


def _figure(passage: Passage, plain: str, bare: BareFigure, clause: Span, name: str) -> Figure:
    return Figure(
        kind=bare.kind,
        printed=bare.span.cut(passage.text),
        start=bare.span.start,
        end=bare.span.end,
        core=bare.core,
        line=passage.line_at(bare.span.start),
        values=bare.values,
        digits=bare.digits,
        scale=bare.scale,
        unit=bare.unit,
        # A number that is only stated is one to be reached.
        comparison=bare.comparison or Comparison.AT_LEAST,
        aspirational=is_aspirational(plain, clause, bare.span.start),
        clause=clause.cut(passage.text),
        clause_start=clause.start,
        name=name,
    )


_CORNER_QUOTES = str.maketrans("「」『』", "“”“”")
_STRAIGHT_QUOTES = re.compile(r"(?<![0-9])\"([^\"\n]{1,40})\"")  # 5" is a length


def _plain(text: str) -> str:
    """Full-width forms and quotation marks made plain, every character in its place."""
    # The bars keep plain_forms from trimming, which would move every offset.
    full_width_gone = plain_forms(f"|{text}|")[1:-1]
    return _STRAIGHT_QUOTES.sub(r"“\1”", full_width_gone.translate(_CORNER_QUOTES))
