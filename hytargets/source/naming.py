"""What a figure is a figure of: 新增城镇就业 of 确保新增城镇就业5.7万人."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hytargets.source.patterns import fillers
from hytargets.source.patterns.comparing import CONNECTS
from hytargets.source.spans import Span

_NAME_AT_MOST = 60
_SENTENCE_END = re.compile(r"[。;!?\n]")
_PAUSE_OR_BRACKET = re.compile(r"[、(]")
_MARKS = "“” "


class InClause(NamedTuple):
    """A figure in its clause. Only one that counts parts it: a year stays in the name beside it."""

    span: Span
    clause: Span
    counts: bool


class _Worded(NamedTuple):
    """A figure with the words of its clause before and after it, up to the figures beside it."""

    span: Span
    clause: Span
    head: str
    printed: str
    tail: str
    follows: bool  # another figure in its clause


def names_of(plain: str, figures: Sequence[InClause]) -> list[str]:
    """The name of each figure: its own words, else those of the one before, else its clause."""
    dealt = _dealt_out(plain, figures)
    names: list[str] = []
    latest = ""  # name of a figure that counts
    for index, (figure, worded) in enumerate(zip(figures, _worded(plain, figures), strict=True)):
        name = dealt.get(index) or _name(plain, worded)
        if not name and index > 0 and _share_a_sentence(plain, figures[index - 1], figure):
            name = latest  # 增长10%,力争12%
        tidy = _tidy(name or figure.clause.cut(plain))
        names.append(tidy)
        if figure.counts:
            latest = tidy
    return names


def _tidy(name: str) -> str:
    return fillers.QUOTATION_MARKS.sub("", name)[:_NAME_AT_MOST].strip()


def _share_a_sentence(plain: str, left: InClause, right: InClause) -> bool:
    return _SENTENCE_END.search(plain, left.span.end, right.span.start) is None


def _worded(plain: str, figures: Sequence[InClause]) -> Iterator[_Worded]:
    before = 0  # the end of the last figure that counts
    for figure, after in zip(figures, _next_starts(plain, figures), strict=True):
        start, end = figure.span
        head_starts = max(figure.clause.start, before)
        tail_ends = min(figure.clause.end, after)
        yield _Worded(
            span=figure.span,
            clause=figure.clause,
            head=plain[head_starts:start],
            printed=plain[start:end],
            tail=plain[end : max(tail_ends, end)],
            follows=before > figure.clause.start,
        )
        if figure.counts:
            before = end


def _next_starts(plain: str, figures: Sequence[InClause]) -> list[int]:
    """Where the next figure that counts starts, for each figure."""
    starts = []
    following = len(plain)
    for figure in reversed(figures):
        starts.append(following)
        if figure.counts:
            following = figure.span.start
    starts.reverse()
    return starts


def _name(plain: str, figure: _Worded) -> str:
    """A name from the figure's own words; empty where they have none."""
    if figure.clause.cut(plain).isascii():
        return _english_name(figure)
    quoted = _name_of_quoted(plain, figure)
    if quoted is not None:
        return quoted
    # In 18个县摘帽、2700个村出列 what stands before the pause belongs to the figure before.
    head = figure.head
    if figure.follows:
        head = head.rpartition("、")[2]
    subject = _subject(head)
    ends_a_list = head.endswith("等")  # 建成零碳公园等10个公园: the noun behind sums them up
    says_what = bool(subject) and not fillers.VERBS.fullmatch(subject)
    if says_what and not ends_a_list:
        return subject
    noun = _noun(figure.tail)
    if ends_a_list or not noun:
        return noun
    return subject + noun


def _name_of_quoted(plain: str, figure: _Worded) -> str | None:
    """示范创建五县(区) of “五县(区)十镇百村”示范创建工程; None outside of quotation marks."""
    (start, end), (first, last) = figure.span, figure.clause
    opened = plain.rfind("“", first, start)
    closed_before = plain.rfind("”", first, start)
    closed = plain.find("”", end, last)
    is_quoted = opened > closed_before and closed >= 0
    if not is_quoted:
        return None
    behind = plain[closed + 1 : last]
    return fillers.NOUN_END.sub("", behind) + figure.printed


def _subject(head: str) -> str:
    """新增城镇就业 of 确保新增城镇就业."""
    opening = fillers.LEAD.match(head)
    if opening:
        head = head[opening.end() :]
    return fillers.TAIL.sub("", head).strip(_MARKS)


def _noun(tail: str) -> str:
    """行政村的生活污水治理 of 行政村的生活污水治理任务."""
    first_words = _PAUSE_OR_BRACKET.split(tail.lstrip("的"), maxsplit=1)[0]
    return fillers.NOUN_END.sub("", first_words).strip(_MARKS)


def _english_name(figure: _Worded) -> str:
    head = fillers.AUXILIARIES_EN.sub(" ", figure.head).strip()
    unit = fillers.NUMBER_EN.sub("", figure.printed)
    words = fillers.WHEN_EN.sub(" ", f"{head} {unit} {figure.tail}")
    return " ".join(words.split()).strip(" -—")


# ---- what is dealt out -----------------------------------------------------------------------


def _dealt_out(plain: str, figures: Sequence[InClause]) -> dict[int, str]:
    """Names, by index, of the figures that 分别 deals out.

    公办幼儿园、普惠性幼儿园在园幼儿比例分别达50%、80%.
    """
    names: dict[int, str] = {}
    for listed in _lists(plain, figures):
        first = figures[listed[0]]
        head = plain[first.clause.start : first.span.start]
        if len(listed) > 1 and "分别" in head:
            names.update(zip(listed, _shares(_subject(head), len(listed)), strict=True))
    return names


def _lists(plain: str, figures: Sequence[InClause]) -> Iterator[list[int]]:
    """The indexes of figures that 、 or 和 joins, list by list."""
    listed: list[int] = []
    for index, figure in enumerate(figures):
        if listed and not _goes_on(plain, figures[listed[-1]], figure):
            yield listed
            listed = []
        listed.append(index)
    if listed:
        yield listed


def _goes_on(plain: str, left: InClause, right: InClause) -> bool:
    between = plain[left.span.end : right.span.start]
    return right.counts and CONNECTS.fullmatch(between) is not None


def _shares(subject: str, count: int) -> list[str]:
    """The name of each of the things dealt out to."""
    things, _, verb = subject.partition("分别")
    parts = fillers.BETWEEN_THINGS.split(things)
    if len(parts) != count:
        return [things + verb] * count
    *others, last = parts
    return [_completed(thing, last) + verb for thing in others] + [last + verb]


def _completed(thing: str, last: str) -> str:
    """公办幼儿园在园幼儿比例: a thing with the words that only the last one says."""
    common = _common_ending(thing, last)
    if common:
        return thing + last.rpartition(common)[2]
    if thing in fillers.PLACES_OF_RESIDENTS:
        return thing + last[len(thing) :]
    return thing


_ENDING_AT_MOST = 8
_ENDING_AT_LEAST = 2


def _common_ending(thing: str, last: str) -> str:
    """幼儿园: the longest ending of one thing that the other one holds."""
    longest = max(len(thing) - _ENDING_AT_MOST, 0)
    shortest = len(thing) - _ENDING_AT_LEAST
    for start in range(longest, shortest + 1):
        ending = thing[start:]
        if ending in last:
            return ending
    return ""
