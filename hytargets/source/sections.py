"""A report's plain text in sections: headings found, broken sentences joined, bylines dropped, lines remembered."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from hytargets.values.characters import plain_forms
from hytargets.values.names import folded
from hytargets.values.numerals import chinese_number

_N = r"(?P<n>[0-9]{1,2}|[一二三四五六七八九十百]+)"
_NOT_A_HEADING = r"(?!thousand|million|billion|trillion|per\b|percent|%|km\b)"

# How deep a heading stands, and how it begins; the first that fits decides. A deeper one belongs to the one above it.
_HEADINGS = tuple(
    (depth, re.compile(pattern, re.IGNORECASE))
    for depth, pattern in (
        (
            1,
            rf"(?:关键词|主题|板块|专题|篇章|part|chapter|keyword)[ ]*{_N}(?:[ ]*[::、.—-]+|[ ]+|$)",
        ),
        (1, rf"第{_N}(?:部分|篇|章|编)[ 、::]*"),
        (2, rf"第{_N}节[ 、::]*"),
        (2, rf"{_N}、(?<![0-9]、)"),
        (3, rf"\({_N}\)(?<![0-9]\))[、. ]*"),
        (3, rf"(?:措施|任务|举措|行动|工程|重点|measure|action)[ ]*{_N}[ ]*[::]"),
        (4, rf"{_N}(?:[.](?![0-9])|(?<=[0-9])、)[ ]*{_NOT_A_HEADING}"),
        (5, rf"\({_N}\)[、. ]*"),
    )
)
_DOTTED = re.compile(r"(?P<path>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\.?[ ]+(?=[A-Z“\"\u4e00-\u9fff])")
_MARKDOWN = re.compile(r"(?P<marks>#{1,6})[ ]+")
_TITLE_AT_MOST = 40
_NOISE = re.compile(
    r"[■□◆]|图[/:]|图片[/:]|(?:制图|摄影)[/:]|(?:本报|通讯员|新华社)?记者[ ]|责任编辑|编辑:|来源:|发布时间|"
    r"【?字体:|打印本页|"
    r"[-—– ]+[0-9]{1,4}[-—– ]+$|第[ ]*[0-9]{1,4}[ ]*页|https?://"
)
_STOPS = tuple("。!?;:…”』」》)】.")
_FIGURE_AT_END = re.compile(
    r"[0-9](?:[%‰]|[千百十]?[万亿]{0,2}[\u4e00-\u9fff]{1,3})(?:以[上下内]|左右)?$"
)
_GOES_ON = re.compile(r"[,、。;:!?)”》%‰]|以[上下内]|左右")
_TORN_AT_LEAST = 100  # a line this long that ends in the middle of a sentence was torn by the page


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text, and the physical line each part of it stands on."""

    text: str
    starts: tuple[int, ...] = (0,)  # offsets where a new line of the file begins
    lines: tuple[int, ...] = (1,)

    def line_at(self, offset: int) -> int:
        """The line of the file that a character stands on."""
        return self.lines[max(bisect_right(self.starts, offset) - 1, 0)]


@dataclass(frozen=True, slots=True)
class TextSection:
    """A heading and what stands below it, up to the next heading. Text before any heading has id 0 and no title."""

    id: str
    title: str
    line: int
    passage: Passage  # the title, where there is one, is its first line
    parent: str | None = None

    @property
    def text(self) -> str:
        """Title and paragraphs, one a line, with torn sentences joined."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class _Heading:
    depth: int
    number: int | None
    path: str | None  # of 1.2 Title
    title: str
    rest: str  # what follows the heading on its line


def read_sections(text: str, titles: Iterable[str] = ()) -> tuple[TextSection, ...]:
    """The sections of a text; a line that says one of the known titles is a heading, marked or not."""
    return tuple(_numbered(list(_blocks(_lines(text), {folded(title) for title in titles} - {""}))))


def _lines(text: str) -> list[_Line]:
    lines = enumerate(text.lstrip("\ufeff").splitlines(), start=1)
    kept = [_Line(number, raw.strip(" \t\u3000\xa0\x0c")) for number, raw in lines]
    return [line for line in kept if not _NOISE.match(plain_forms(line.text))]


def _blocks(
    lines: list[_Line], titles: Collection[str]
) -> Iterator[tuple[_Heading | None, int, list[_Line]]]:
    """Each heading with its line and the lines below it."""
    heading: _Heading | None = None
    at, body = (lines[0].number if lines else 1), list[_Line]()
    for line in lines:
        if heading and not heading.title and line.text and not body:
            heading = _Heading(heading.depth, heading.number, heading.path, line.text, "")
            at = line.number
            continue
        found = _heading(line.text, titles)
        if found is None:
            if line.text or body:
                body.append(line)
            continue
        if heading or any(one.text for one in body):
            yield heading, at, body
        heading, at = found, line.number
        body = [_Line(line.number, found.rest)] if found.rest else []
    if heading or any(one.text for one in body):
        yield heading, at, body


def _heading(line: str, titles: Collection[str]) -> _Heading | None:
    plain = plain_forms(line)
    if len(plain) != len(line):
        return None
    if match := _MARKDOWN.match(plain):
        inner = _heading(line[match.end() :], titles)
        title, number, path = (
            (inner.title, inner.number, inner.path) if inner else (line[match.end() :], None, None)
        )
        return _Heading(len(match["marks"]), number, path, title.strip(), "")
    if (match := _DOTTED.match(plain)) and len(plain) <= 2 * _TITLE_AT_MOST:
        path = match["path"]
        number = int(path.rpartition(".")[2])
        return _Heading(4 + path.count("."), number, path, line[match.end() :].strip(), "")
    for depth, pattern in _HEADINGS:
        if match := pattern.match(plain):
            split = _title_and_rest(line[match.end() :].strip(), titles)
            return _Heading(depth, chinese_number(match["n"]), None, *split) if split else None
    return _Heading(9, None, None, line, "") if line and folded(line) in titles else None


def _title_and_rest(text: str, titles: Collection[str]) -> tuple[str, str] | None:
    """A heading alone on its line, or its first sentence with more behind it; None: the line is a sentence."""
    plain = plain_forms(text)
    if folded(text) in titles:
        return text, ""
    first = re.match(r"[^。;!?]*", plain)
    end = first.end() if first else 0
    if end == len(plain):
        return (
            (text, "")
            if len(plain) <= _TITLE_AT_MOST or (plain.isascii() and len(plain) <= 80)
            else None
        )
    rest = text[end + 1 :].strip()
    fits = (
        plain[end] == "。"
        and rest
        and end <= _TITLE_AT_MOST
        and not re.search(r"[0-9]", plain[:end])
    )
    return (text[:end], rest) if fits else None


def _numbered(blocks: list[tuple[_Heading | None, int, list[_Line]]]) -> Iterator[TextSection]:
    """Sections with ids: the printed number where it goes on from the one before, else the next one."""
    above: list[tuple[int, str]] = []
    used: dict[str, int] = {}
    taken: set[str] = set()
    for heading, line, body in blocks:
        if heading is None:
            yield TextSection("0", "", line, _joined(body))
            continue
        while above and above[-1][0] >= heading.depth:
            above.pop()
        parent = above[-1][1] if above else None
        last = used.get(parent or "", 0)
        number = heading.number if heading.number and heading.number > last else last + 1
        identifier = f"{parent}.{number}" if parent else str(number)
        if heading.path and heading.path not in taken:
            identifier = heading.path
        while identifier in taken:
            number += 1
            identifier = f"{parent}.{number}" if parent else str(number)
        used[parent or ""] = number
        taken.add(identifier)
        above.append((heading.depth, identifier))
        yield TextSection(
            identifier, heading.title, line, _joined(body, _Line(line, heading.title)), parent
        )


def _joined(body: list[_Line], title: _Line | None = None) -> Passage:
    """One paragraph a line, with the lines of a torn sentence run together."""
    text, starts, lines = "", list[int](), list[int]()
    written = [line for line in body if line.text]
    torn = _torn(body)
    before = title
    for line in ([title] if title else []) + written:
        if text:
            text += _between(before.text, line.text) if before and before.number in torn else "\n"
        starts.append(len(text))
        lines.append(line.number)
        text, before = text + line.text, line
    return Passage(text, tuple(starts) or (0,), tuple(lines) or (1,))


def _between(before: str, after: str) -> str:
    """A space between lines of English, nothing within Chinese ones, where even a number may be torn."""
    return (
        " "
        if before.isascii() and after[0].isascii() and (after[0].isalnum() or after[0] in "(\"'")
        else ""
    )


def _torn(body: list[_Line]) -> frozenset[int]:
    """The numbers of the lines whose sentence goes on in the next written line."""
    written = [line for line in body if line.text]
    wrapped = {line.number for block in _runs(body) if _is_wrapped(block) for line in block[:-1]}
    torn = set()
    for line, after in pairwise(written):
        plain, following = plain_forms(line.text), plain_forms(after.text)
        if plain.endswith(_STOPS) and not (plain.endswith("”") and _GOES_ON.match(following)):
            continue
        ended = _FIGURE_AT_END.search(plain) and not _GOES_ON.match(following)
        long = len(plain) >= _TORN_AT_LEAST
        if plain.endswith((",", "、")) or ((long or line.number in wrapped) and not ended):
            torn.add(line.number)
    return frozenset(torn)


def _runs(body: list[_Line]) -> Iterator[list[_Line]]:
    """The runs of lines without an empty one between."""
    for written, run in groupby(body, key=lambda line: bool(line.text)):
        if written:
            yield list(run)


def _is_wrapped(block: list[_Line]) -> bool:
    """Do the lines that end in mid-sentence all reach the same right margin?"""
    if len(block) < 2:
        return False
    width = max(len(line.text) for line in block)
    slack = 16 if block[0].text.isascii() else 3
    open_ended = [line for line in block[:-1] if not plain_forms(line.text).endswith(_STOPS)]
    return (
        width >= 12
        and bool(open_ended)
        and all(len(line.text) >= width - slack for line in open_ended)
    )
