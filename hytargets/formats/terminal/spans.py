"""Lines of styled text, and how wide they are on a terminal."""

from typing import NamedTuple

from rich.cells import cell_len


class Span(NamedTuple):
    """A text in one style, which is a name that rich knows, or empty."""

    text: str
    style: str = ""


Line = tuple[Span, ...]


def styled(text: str, style: str = "") -> Line:
    """A line of one style."""
    return (Span(text, style),)


def blanks(count: int) -> Span:
    """So many spaces; none where the count is negative."""
    return Span(" " * count)


def plain(line: Line) -> str:
    """The text of a line, without its styles."""
    return "".join([span.text for span in line])


def width(line: Line) -> int:
    """The columns a line takes; a Chinese character takes two."""
    return cell_len(plain(line))


def cut(line: Line, start: int, end: int) -> Line:
    """The characters from `start` up to `end`, in their styles."""
    pieces = []
    position = 0
    for span in line:
        first = max(start - position, 0)
        last = max(end - position, 0)
        piece = span.text[first:last]
        if piece:
            pieces.append(Span(piece, span.style))
        position += len(span.text)
    return tuple(pieces)


def extended(line: Line, count: int) -> Line:
    """The line with so many blanks at its end, in the style it ends in."""
    if not line:
        return (blanks(count),)
    *others, last = line
    return (*others, Span(last.text + " " * count, last.style))


def trimmed(line: Line) -> Line:
    """The line without the blanks at its end."""
    return cut(line, 0, len(plain(line).rstrip()))
