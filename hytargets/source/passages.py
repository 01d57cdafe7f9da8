"""The lines of a text: noise dropped, torn sentences joined, and where in the file each stood."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from hytargets.source.patterns.pieces import either
from hytargets.values.characters import plain_forms

# What a newspaper or a web page puts between the lines of a report.
_NOISE = re.compile(
    either(
        "[■□◆]|图[/:]|图片[/:]|(?:制图|摄影)[/:]",  # pictures
        "(?:本报|通讯员|新华社)?记者[ ]|责任编辑|编辑:|来源:|发布时间",  # bylines
        "【?字体:|打印本页|https?://",  # web pages
        "[-—– ]+[0-9]{1,4}[-—– ]+$|第[ ]*[0-9]{1,4}[ ]*页",  # page numbers
    )
)
_STOPS = tuple("。!?;:…”』」》)】.")
_PAUSES = (",", "、")
_FIGURE_AT_END = re.compile(
    r"[0-9](?:[%‰]|[千百十]?[万亿]{0,2}[\u4e00-\u9fff]{1,3})(?:以[上下内]|左右)?$"
)
_GOES_ON = re.compile(r"[,、。;:!?)”》%‰]|以[上下内]|左右")
_TORN_AT_LEAST = 100  # a line this long that ends in the middle of a sentence was torn by the page
_MARGIN_AT_LEAST = 12  # shorter lines show no right margin
_SLACK, _SLACK_EN = 3, 16  # how far from the margin a line may end; words are longer in English


class Line(NamedTuple):
    """A line of the file, trimmed."""

    number: int
    text: str


class Passage(NamedTuple):
    """Running text, and the physical line each part of it stands on."""

    text: str
    starts: tuple[int, ...] = (0,)  # offsets where a new line of the file begins
    lines: tuple[int, ...] = (1,)

    def line_at(self, offset: int) -> int:
        """The line of the file that a character stands on."""
        return self.lines[max(bisect_right(self.starts, offset) - 1, 0)]


def lines_of(text: str) -> list[Line]:
    """The lines of a text, empty ones too, without bylines and page numbers."""
    lines = []
    for number, raw in enumerate(text.lstrip("\ufeff").splitlines(), start=1):
        line = raw.strip(" \t\u3000\xa0\x0c")
        if not _NOISE.match(plain_forms(line)):
            lines.append(Line(number, line))
    return lines


def joined(body: Sequence[Line], title: Line | None = None) -> Passage:
    """One paragraph a line, below the title, with the lines of a torn sentence run together."""
    torn = _torn(body)
    written = [line for line in body if line.text]
    if title is not None:
        written.insert(0, title)
    text = ""
    starts: list[int] = []
    before = Line(0, "")
    for line in written:
        if text:
            goes_on = before.number in torn
            text += _between(before.text, line.text) if goes_on else "\n"
        starts.append(len(text))
        text += line.text
        before = line
    if not written:
        return Passage("")
    return Passage(text, tuple(starts), tuple(line.number for line in written))


def _between(before: str, after: str) -> str:
    """A space between lines of English; nothing in Chinese, where even a number may be torn."""
    is_english = before.isascii() and after[0].isascii()
    begins_a_word = after[0].isalnum() or after[0] in "(\"'"
    return " " if is_english and begins_a_word else ""


def _torn(body: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines whose sentence goes on in the next written line."""
    wrapped = _wrapped(body)
    written = [line for line in body if line.text]
    return frozenset(
        line.number
        for line, following in pairwise(written)
        if _is_torn(line, following, is_wrapped=line.number in wrapped)
    )


def _is_torn(line: Line, following: Line, *, is_wrapped: bool) -> bool:
    plain = plain_forms(line.text)
    goes_on = _GOES_ON.match(plain_forms(following.text)) is not None
    if plain.endswith(_STOPS):
        closes_a_quotation = plain.endswith("”")
        if not (closes_a_quotation and goes_on):
            return False
    if plain.endswith(_PAUSES):
        return True
    ends_with_a_figure = _FIGURE_AT_END.search(plain) is not None
    if ends_with_a_figure and not goes_on:
        return False
    return is_wrapped or len(plain) >= _TORN_AT_LEAST


def _wrapped(body: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that a page wrapped, but for the last of each paragraph."""
    numbers: set[int] = set()
    for paragraph in _paragraphs(body):
        if _is_wrapped(paragraph):
            numbers.update(line.number for line in paragraph[:-1])
    return frozenset(numbers)


def _paragraphs(body: Sequence[Line]) -> Iterator[list[Line]]:
    """The runs of lines without an empty one between."""
    for is_written, run in groupby(body, key=_is_written):
        if is_written:
            yield list(run)


def _is_written(line: Line) -> bool:
    return bool(line.text)


def _is_wrapped(paragraph: Sequence[Line]) -> bool:
    """Do the lines that end in mid-sentence all reach the same right margin?"""
    margin = max(len(line.text) for line in paragraph)
    slack = _SLACK_EN if paragraph[0].text.isascii() else _SLACK
    unfinished = [line for line in paragraph[:-1] if not plain_forms(line.text).endswith(_STOPS)]
    if not unfinished or margin < _MARGIN_AT_LEAST:
        return False
    return all(len(line.text) >= margin - slack for line in unfinished)
