"""The terminal: colour where there is some, and words beside it; every line fits the width."""

from collections.abc import Iterable, Iterator

from hytargets.documents.document import (
    Document,
    Lights,
    Paragraph,
    Problems,
    Reader,
    Table,
)
from hytargets.documents.problems import problem_lines
from hytargets.formats.clean import one_line, visible
from hytargets.formats.terminal import styles
from hytargets.formats.terminal.layout import table_lines
from hytargets.formats.terminal.spans import Line, Span, plain, styled
from hytargets.formats.terminal.wrapping import wrapped
from hytargets.wording.voice import Voice

_EMPTY: Line = ()
_PIPE = 1_000_000  # nothing wraps in a pipe
_TABLE_IN_A_PIPE = 120
_PROBLEM_INDENT = 6


def render(document: Document, terminal_width: int | None = None) -> str:
    """Plain text; without a width as a pipe gets it."""
    return "".join(f"{plain(line).rstrip()}\n" for line in lines(document, terminal_width))


def lines(document: Document, terminal_width: int | None = None) -> Iterator[Line]:
    """The lines of a document, none wider than the terminal.

    In a pipe, which has no width, tables are laid out and nothing wraps.
    """
    return _single_gaps(_lines(document, terminal_width))


def _single_gaps(lines: Iterable[Line]) -> Iterator[Line]:
    """One empty line between blocks that are set apart, and none around them all."""
    is_begun = is_gap = False
    for line in lines:
        if line == _EMPTY:
            is_gap = is_begun
            continue
        if is_gap:
            yield _EMPTY
        yield line
        is_begun, is_gap = True, False


def _lines(document: Document, terminal_width: int | None) -> Iterator[Line]:
    voice = Voice(document.language)
    room = terminal_width or _PIPE
    table_room = terminal_width or _TABLE_IN_A_PIPE
    if document.title:
        yield from wrapped(styled(one_line(document.title), styles.STRONG), room)
    for block in document.blocks_for(Reader.TERMINAL):
        match block:
            case Lights():
                yield from wrapped(_lights(block, voice), room)
            case Paragraph():
                tone = styles.LIGHTS[block.light] if block.light else ""
                yield from wrapped(styled(one_line(block.text), tone), room)
            case Table():
                yield from _set_apart(table_lines(block, table_room))
            case Problems():
                yield from _set_apart(_problems(block, room))


def _set_apart(block: Iterator[Line]) -> Iterator[Line]:
    yield _EMPTY
    yield from block
    yield _EMPTY


def _lights(block: Lights, voice: Voice) -> Line:
    spans = [Span(voice.labelled(block.heading, ""))]
    for light, word, count in block.counts:
        spans.append(Span(f"{word} {count}  ", styles.LIGHTS[light]))
    if block.remark:
        spans.append(Span(f"({one_line(block.remark)})"))
    return tuple(spans)


def _problems(block: Problems, room: int) -> Iterator[Line]:
    for problem in problem_lines(block):
        # What is wrong in an input is quoted as it is, with its line breaks to be seen.
        line = styled(visible(problem.text), styles.SEVERITIES[problem.severity])
        yield from wrapped(line, room, hanging=_PROBLEM_INDENT)
