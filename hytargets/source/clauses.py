"""The clause a figure stands in, how firmly it is said, and by what comparison."""

import re
from collections.abc import Iterator, Sequence

from hytargets.book.terms import Comparison
from hytargets.source.patterns.comparing import ASPIRES, BESIDE, CEILING, COMPARING, ENSURES
from hytargets.source.spans import Span

_BOUNDARY = re.compile(r"[,;。!?:\n]|\.(?=\s|$)")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_CLAUSE_AT_MOST = 120  # characters on each side of a figure

# ---- clauses ---------------------------------------------------------------------------------


def clause_spans(plain: str, figures: Sequence[Span]) -> list[Span]:
    """The clause of each figure: from one stop to the next, commas included.

    A stop inside a figure (2,000) is none.
    """
    stops = [-1, *sorted(_stops(plain, figures)), len(plain)]
    clauses = []
    index = 0  # of the stop before the figure
    for figure in figures:
        while stops[index + 1] < figure.end:
            index += 1
        first = max(stops[index] + 1, figure.start - _CLAUSE_AT_MOST)
        last = min(stops[index + 1], figure.end + _CLAUSE_AT_MOST)
        clauses.append(_trimmed(plain, first, last))
    return clauses


def _trimmed(plain: str, first: int, last: int) -> Span:
    clause = plain[first:last]
    start = first + len(clause) - len(clause.lstrip())
    return Span(start, start + len(clause.strip()))


def _stops(plain: str, figures: Sequence[Span]) -> Iterator[int]:
    inside = bytearray(len(plain))
    for figure in figures:
        inside[figure.start : figure.end] = b"\1" * (figure.end - figure.start)
    for stop in _BOUNDARY.finditer(plain):
        if not inside[stop.start()]:
            yield stop.start()
    # Brackets that hold a figure are a clause of their own; those of 五县(区) belong to a figure.
    for brackets in _BRACKETS.finditer(plain):
        holds_a_figure = any(inside[brackets.start() + 1 : brackets.end() - 1])
        if holds_a_figure and not inside[brackets.start()]:
            yield brackets.start()
            yield brackets.end() - 1


# ---- how firmly ------------------------------------------------------------------------------

_OPENING = 40  # characters before a clause in which 力争到2025年, may open it
# 力争到2025年,…: a clause that only says when opens the next one.
_TIME_OPENING = re.compile(
    rf"(?:{ASPIRES.pattern})[用通过到在]{{0,2}}[^,。;]{{2,12}}[年月底前内时间力],$"
)


def is_aspirational(plain: str, clause: Span, offset: int) -> bool:
    """Is the figure at this offset only striven for? 力争 makes its clause so, up to 确保."""
    earliest = max(clause.start - _OPENING, 0)
    opening = _TIME_OPENING.search(plain[earliest : clause.start])
    first = earliest + opening.start() if opening else clause.start
    words = plain[first:offset]
    return _last(ASPIRES, words) > _last(ENSURES, words)


def _last(pattern: re.Pattern[str], words: str) -> int:
    """Where the last match starts; -1 where there is none."""
    last = -1
    for match in pattern.finditer(words):
        last = match.start()
    return last


# ---- by what comparison ----------------------------------------------------------------------

_NEAR = 8  # characters between a comparing word and its figure
_NEAR_EN = 24


def comparison_before(words: str) -> Comparison | None:
    """The comparison that the words before a figure make; None where they make none."""
    clause = _BOUNDARY.split(words)[-1]
    comparing = None
    for match in COMPARING.finditer(clause):
        comparing = match
    if comparing and _is_near(comparing, clause):
        return Comparison(comparing.lastgroup or "")
    # Of a rank (进入全省前10名) less is better, as it is of an unemployment rate.
    if clause.endswith("前") or CEILING.search(clause):
        return Comparison.AT_MOST
    return None


def _is_near(comparing: re.Match[str], clause: str) -> bool:
    """Does a comparing word speak of the figure that ends the clause?"""
    gap = clause[comparing.end() :]
    return len(gap) <= _reach(comparing[0], clause) and "、" not in gap


def _reach(word: str, clause: str) -> int:
    """How far from its figure a comparing word may stand."""
    if BESIDE.fullmatch(word):
        return 1
    if len(word) == 1:  # 达, 超, 约
        return 0
    return _NEAR_EN if clause.isascii() else _NEAR
