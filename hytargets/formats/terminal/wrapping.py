"""Lines broken where a terminal is too narrow for them."""

import re
from collections.abc import Iterator

from rich.cells import cell_len

from hytargets.formats.terminal.spans import Line, blanks, cut, plain, width

# What stays together: a word, a Chinese character with the punctuation behind it, a blank.
_TOKENS = re.compile(r"[!-~]+|.[，。、；：？！）”%]*|\s", re.DOTALL)


def wrapped(line: Line, room: int, hanging: int = 0) -> Iterator[Line]:
    """The line in lines no wider than the room; those after the first are indented by `hanging`.

    A word is never broken: one that is wider than the room has a line of its own.
    """
    if width(line) <= room:
        yield line
        return
    start = end = used = indent = 0
    for token in _TOKENS.finditer(plain(line)):
        size = cell_len(token[0])
        has_begun = used > indent
        if has_begun and used + size > room:
            yield (blanks(indent), *cut(line, start, end))
            start = token.start()
            if token[0].isspace():
                # A line does not begin with the blank at which the one before was broken.
                start = token.end()
            used = indent = hanging
        end = token.end()
        if end > start:
            used += size
    yield (blanks(indent), *cut(line, start, end))
