"""A report's plain text in sections, each with the number that its heading prints or would."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from hytargets.language import Language
from hytargets.source.headings import Heading, heading_of
from hytargets.source.passages import Line, Passage, joined, lines_of
from hytargets.values.names import folded

_CHINESE = re.compile("[\u4e00-\u9fff]")
OPENING_ID = "0"  # of the text before any heading


class TextSection(NamedTuple):
    """A heading and what stands below it, up to the next heading.

    Text before any heading has id 0 and no title.
    """

    id: str
    title: str
    line: int
    passage: Passage  # the title, where there is one, is its first line
    parent: str | None = None

    @property
    def text(self) -> str:
        """Title and paragraphs, one a line, with torn sentences joined."""
        return self.passage.text


def language_of(text: str) -> Language:
    """Chinese where there is a Chinese character, else English."""
    return Language.ZH if _CHINESE.search(text) else Language.EN


def read_sections(text: str, titles: Iterable[str] = ()) -> tuple[TextSection, ...]:
    """The sections of a text; a line that says one of the titles is a heading, marked or not."""
    known_titles = {folded(title) for title in titles} - {""}
    numbering = _Numbering()
    blocks = _blocks(lines_of(text), known_titles)
    return tuple(_section(block, numbering) for block in blocks)


class _Block(NamedTuple):
    """A heading with the lines below it; None of the lines before any."""

    heading: Heading | None
    line: int  # of the heading
    body: list[Line]

    @property
    def waits_for_its_title(self) -> bool:
        """Does 措施二: stand alone, with its title on the next line?"""
        return self.heading is not None and not self.heading.title and not self.body

    @property
    def says_something(self) -> bool:
        """Is it worth a section?"""
        return self.heading is not None or any(line.text for line in self.body)

    def add(self, line: Line) -> None:
        """Take a line. Empty ones part paragraphs, but open none."""
        if line.text or self.body:
            self.body.append(line)

    def titled(self, line: Line) -> "_Block":
        """The block with this line as its heading's title."""
        heading = self.heading and self.heading._replace(title=line.text)
        return self._replace(heading=heading, line=line.number)


def _blocks(lines: Sequence[Line], known_titles: Collection[str]) -> Iterator[_Block]:
    first = lines[0].number if lines else 1
    block = _Block(None, first, [])
    for line in lines:
        if line.text and block.waits_for_its_title:
            block = block.titled(line)
            continue
        heading = heading_of(line.text, known_titles)
        if heading is None:
            block.add(line)
            continue
        if block.says_something:
            yield block
        rest = [Line(line.number, heading.rest)] if heading.rest else []
        block = _Block(heading, line.number, rest)
    if block.says_something:
        yield block


def _section(block: _Block, numbering: "_Numbering") -> TextSection:
    if block.heading is None:
        return TextSection(OPENING_ID, "", block.line, joined(block.body))
    title = block.heading.title
    identifier, parent = numbering.number(block.heading)
    passage = joined(block.body, Line(block.line, title))
    return TextSection(identifier, title, block.line, passage, parent)


class _Numbering:
    """Gives headings ids: the printed number where it goes on from the one before, else the next.

    An id is unique, and begins with that of the heading above.
    """

    def __init__(self) -> None:
        self._above: list[tuple[int, str]] = []  # depth and id of the headings one stands in
        self._last: dict[str | None, int] = {}  # number below each heading
        self._taken: set[str] = set()

    def number(self, heading: Heading) -> tuple[str, str | None]:
        """The id of the next heading, and that of the one above it."""
        parent = self._parent(heading)
        number = self._next_number(heading, parent)
        identifier = _id(parent, number)
        if heading.path and heading.path not in self._taken:
            identifier = heading.path
        while identifier in self._taken:
            number += 1
            identifier = _id(parent, number)
        self._last[parent] = number
        self._taken.add(identifier)
        self._above.append((heading.depth, identifier))
        return identifier, parent

    def _parent(self, heading: Heading) -> str | None:
        """The id of the nearest heading above that is less deep."""
        while self._above and self._above[-1][0] >= heading.depth:
            self._above.pop()
        return self._above[-1][1] if self._above else None

    def _next_number(self, heading: Heading, parent: str | None) -> int:
        last = self._last.get(parent, 0)
        printed = heading.number or 0
        return printed if printed > last else last + 1


def _id(parent: str | None, number: int) -> str:
    return f"{parent}.{number}" if parent else str(number)
