"""What line is a heading, how deep it stands, what number it has and what it says."""

import re
from collections.abc import Collection
from typing import NamedTuple

from hytargets.values.characters import plain_forms
from hytargets.values.names import folded
from hytargets.values.numerals import chinese_number

_N = "(?P<n>[0-9]{1,2}|[一二三四五六七八九十百]+)"
_PART = "关键词|主题|板块|专题|篇章|part|chapter|keyword"
_MEASURE = "措施|任务|举措|行动|工程|重点|measure|action"
_AMOUNT_FOLLOWS = "thousand|million|billion|trillion|per\\b|percent|%|km\\b"  # 5. km is no heading


def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# How deep a heading stands, and how it begins; the first that fits decides. A deeper one belongs to
# the one above it.
_OPENINGS = (
    (1, _opening(rf"(?:{_PART})[ ]*{_N}(?:[ ]*[::、.—-]+|[ ]+|$)")),  # 关键词 1
    (1, _opening(rf"第{_N}(?:部分|篇|章|编)[ 、::]*")),
    (2, _opening(rf"第{_N}节[ 、::]*")),
    (2, _opening(rf"{_N}、(?<![0-9]、)")),  # 一、
    (3, _opening(rf"\({_N}\)(?<![0-9]\))[、. ]*")),  # (一)
    (3, _opening(rf"(?:{_MEASURE})[ ]*{_N}[ ]*[::]")),  # 措施一:
    (4, _opening(rf"{_N}(?:[.](?![0-9])|(?<=[0-9])、)[ ]*(?!{_AMOUNT_FOLLOWS})")),  # 1. or 1、
    (5, _opening(rf"\({_N}\)[、. ]*")),  # (1)
)
_KNOWN_TITLE_DEPTH = 9  # of a bare line that says a known title: it belongs to any heading above
_DOTTED_DEPTH = 4  # and one more for each point of 1.2.3
_DOTTED = re.compile(r"(?P<path>[0-9]{1,2}(?:\.[0-9]{1,2}){1,3})\.?[ ]+(?=[A-Z“\"\u4e00-\u9fff])")
_MARKDOWN = re.compile(r"(?P<marks>#{1,6})[ ]+")
_TITLE_AT_MOST = 40
_TITLE_AT_MOST_EN = 80
_STOP = re.compile("[。;!?]")
_DIGIT = re.compile("[0-9]")


class Heading(NamedTuple):
    """A heading as it is printed."""

    depth: int
    title: str
    number: int | None = None
    path: str | None = None  # of 1.2 Title
    rest: str = ""  # what follows the heading on its line


def heading_of(line: str, known_titles: Collection[str]) -> Heading | None:
    """The heading that a line is; None where it is running text. Known titles are folded."""
    plain = plain_forms(line)
    if len(plain) != len(line):
        return None
    return (
        _markdown(line, plain, known_titles)
        or _dotted(line, plain)
        or _opened(line, plain, known_titles)
    )


def _markdown(line: str, plain: str, known_titles: Collection[str]) -> Heading | None:
    """## 一、乙: the marks tell the depth, the rest its number."""
    match = _MARKDOWN.match(plain)
    if match is None:
        return None
    depth = len(match["marks"])
    text = line[match.end() :]
    inner = heading_of(text, known_titles)
    if inner is None:
        return Heading(depth, text.strip())
    return Heading(depth, inner.title.strip(), inner.number, inner.path)


def _dotted(line: str, plain: str) -> Heading | None:
    """1.2 Roads."""
    if len(plain) > 2 * _TITLE_AT_MOST:
        return None
    match = _DOTTED.match(plain)
    if match is None:
        return None
    path = match["path"]
    return Heading(
        depth=_DOTTED_DEPTH + path.count("."),
        title=line[match.end() :].strip(),
        number=int(path.rpartition(".")[2]),
        path=path,
    )


def _opened(line: str, plain: str, known_titles: Collection[str]) -> Heading | None:
    """一、甲, or a bare line that says a known title."""
    for depth, opening in _OPENINGS:
        match = opening.match(plain)
        if match is None:
            continue
        parted = _title_and_rest(line[match.end() :].strip(), known_titles)
        if parted is None:
            return None
        title, rest = parted
        return Heading(depth, title, number=chinese_number(match["n"]), rest=rest)
    is_known = bool(line) and folded(line) in known_titles
    return Heading(_KNOWN_TITLE_DEPTH, line) if is_known else None


def _title_and_rest(text: str, known_titles: Collection[str]) -> tuple[str, str] | None:
    """A heading alone on its line, or its first sentence with more behind it.

    None: the line is a sentence.
    """
    if folded(text) in known_titles:
        return text, ""
    plain = plain_forms(text)
    stop = _STOP.search(plain)
    if stop is None:
        return (text, "") if _is_short(plain) else None
    end = stop.start()
    title, rest = text[:end], text[end + 1 :].strip()
    # 新增就业5万人。… is a target with its number, not a title with its text.
    reads_like_a_title = end <= _TITLE_AT_MOST and not _DIGIT.search(plain[:end])
    if stop[0] == "。" and rest and reads_like_a_title:
        return title, rest
    return None


def _is_short(plain: str) -> bool:
    if len(plain) <= _TITLE_AT_MOST:
        return True
    return plain.isascii() and len(plain) <= _TITLE_AT_MOST_EN
