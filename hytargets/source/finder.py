"""Where a text has figures: every table tried in turn, every stretch taken once."""

import re
from collections.abc import Iterator

from hytargets.book.terms import Comparison
from hytargets.source.bare import BareFigure, FigureKind, read_amount, read_count, read_implied
from hytargets.source.patterns import counts, dates, labels
from hytargets.source.patterns.amounts import AMOUNT
from hytargets.source.patterns.idioms import IDIOMS
from hytargets.source.patterns.implied import ELSEWHERE, IMPLIED, VAGUE
from hytargets.source.spans import Span

_WHOLE_NAME_AT_MOST = 10  # of a longer one only the numerals are taken
# A digit of 1+3 or 2×100 is no amount.
_AMOUNT_IN_NAME = re.compile(r"[0-9](?![+×])")


def bare_figures(plain: str) -> list[BareFigure]:
    """Every figure of a text made plain, in its order."""
    finder = _Finder(plain)
    _find(finder)
    return sorted(finder.found, key=_start)


def _start(figure: BareFigure) -> int:
    return figure.span.start


class _Finder:
    """Takes figures from a text, each stretch once: what is taken first wins."""

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.found: list[BareFigure] = []
        self._taken = bytearray(len(plain))

    def is_free(self, span: Span) -> bool:
        """Is the stretch still untaken?"""
        return not any(self._taken[span.start : span.end])

    def take(self, span: Span) -> None:
        """Take a stretch, whatever it is."""
        self._taken[span.start : span.end] = b"\1" * (span.end - span.start)

    def add(self, figure: BareFigure) -> None:
        """Take a figure, unless part of it is taken."""
        is_empty = figure.span.start >= figure.span.end
        if not is_empty and self.is_free(figure.span):
            self.take(figure.span)
            self.found.append(figure)

    def skip(self, pattern: re.Pattern[str]) -> None:
        """Take every match of a pattern for no figure."""
        for match in pattern.finditer(self.plain):
            span = Span.of(match)
            if self.is_free(span):
                self.take(span)

    def add_all(self, kind: FigureKind, pattern: re.Pattern[str]) -> None:
        """Take every match of a pattern that needs no reading."""
        for match in pattern.finditer(self.plain):
            span = Span.of(match)
            self.add(BareFigure(kind, span=span, core=span))

    def add_counts(self, pattern: re.Pattern[str], comparison: Comparison | None = None) -> None:
        """Take every Chinese numeral that counts something."""
        for match in pattern.finditer(self.plain):
            self.add(read_count(match, comparison))


def _find(finder: _Finder) -> None:
    """Try the tables: the surest first, and what is a name before what it would count."""
    finder.add_all(FigureKind.YEAR, dates.DATES)
    finder.skip(IDIOMS)
    _find_implied(finder)
    finder.add_all(FigureKind.ORDINAL, labels.ORDINALS)
    _find_quoted(finder)
    finder.add_all(FigureKind.PLAN, labels.PLANS)
    finder.add_all(FigureKind.NAME, labels.LABELS)
    finder.add_counts(counts.IN_HUNDREDTHS)
    finder.add_all(FigureKind.DEFINITION, labels.FRACTION)
    finder.add_counts(counts.COUNT_RANGE, Comparison.BETWEEN)
    finder.add_all(FigureKind.NAME, labels.RUN_OF_NAMES)
    _find_amounts(finder)
    finder.add_counts(counts.AT_LEAST_COUNT, Comparison.AT_LEAST)
    finder.add_counts(counts.ONE_BUILT)
    finder.add_all(FigureKind.DURATION, dates.SPAN_OF_TIME)
    finder.add_counts(counts.BIG_MONEY)
    finder.add_all(FigureKind.DEFINITION, labels.MAGNITUDE)
    finder.add_counts(counts.COUNT)
    finder.add_all(FigureKind.VAGUE, VAGUE)
    finder.add_all(FigureKind.ELSEWHERE, ELSEWHERE)


def _find_implied(finder: _Finder) -> None:
    for words in IMPLIED:
        for match in words.pattern.finditer(finder.plain):
            finder.add(read_implied(match, words))


def _find_amounts(finder: _Finder) -> None:
    for match in AMOUNT.finditer(finder.plain):
        finder.add(read_amount(match))


def _find_quoted(finder: _Finder) -> None:
    """Look into quotation marks: “三清三建” is a name, “五县(区)十镇百村” three counts."""
    for quoted in labels.QUOTED.finditer(finder.plain):
        inner = Span(quoted.start() + 1, quoted.end() - 1)
        run = _run_of_counts(finder.plain, inner)
        for counted in run:
            finder.add(read_count(counted))
        if not run:
            _find_name(finder, inner)


def _run_of_counts(plain: str, inner: Span) -> list[re.Match[str]]:
    """The counts of districts and villages, where quotation marks hold nothing else."""
    matches = list(counts.ADMIN_COUNT.finditer(plain, inner.start, inner.end))
    run = "".join(match[0] for match in matches)
    words = inner.cut(plain)
    if run != words or words.startswith("一"):  # “一县” is a slogan
        return []
    return matches


def _find_name(finder: _Finder, inner: Span) -> None:
    """Take a name with numerals in it, unless it holds an amount."""
    numerals = list(_free_numerals(finder, inner))
    if not numerals or _holds_an_amount(inner.cut(finder.plain)):
        return
    first, last = numerals[0], numerals[-1]
    if inner.end - inner.start <= _WHOLE_NAME_AT_MOST:
        name = inner
    else:
        name = Span(first, min(last + 2, inner.end))
    finder.add(BareFigure(FigureKind.NAME, span=name, core=Span(first, last + 1)))


def _free_numerals(finder: _Finder, inner: Span) -> Iterator[int]:
    """The offsets of the numerals that nothing has taken."""
    for offset in range(*inner):
        is_numeral = finder.plain[offset] in labels.NAMING
        if is_numeral and finder.is_free(Span(offset, offset + 1)):
            yield offset


def _holds_an_amount(words: str) -> bool:
    if not _AMOUNT_IN_NAME.search(words):
        return False
    found = AMOUNT.search(words)
    return found is not None and found["unit"] is not None
