"""Names as people write them: compared without widths, spaces, quotes; the nearest known one."""

from collections.abc import Iterable
from functools import lru_cache

from hytargets.values.characters import plain_forms

_SPACES_AND_QUOTES = " \t\r\n\u3000\"'“”‘’「」『』《》〈〉"
_CONTROLS = [*range(0x20), *range(0x7F, 0xA0)]
# Zero-width and bidirectional marks, the soft hyphen, the byte order mark: nobody sees them.
_INVISIBLE = [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF]
_IGNORED = dict.fromkeys([*map(ord, _SPACES_AND_QUOTES), *_CONTROLS, *_INVISIBLE])
_ALIKE = 0.5  # from here on a name is near enough to be suggested
_COMPARED_AT_MOST = 200  # characters of a name: difflib takes the square of them


@lru_cache(maxsize=512)  # a column repeats itself; long cells must not pile up
def folded(name: str) -> str:
    """The name as it is compared: full-width forms plain, no spaces, no quotes, no case."""
    return plain_forms(name).translate(_IGNORED).casefold()


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, or an empty text: for a suggestion, never for a guess."""
    from difflib import get_close_matches

    by_folded = {folded(one): one for one in known}
    wanted = folded(name)[:_COMPARED_AT_MOST]
    if matches := get_close_matches(wanted, by_folded, n=1, cutoff=_ALIKE):
        return by_folded[matches[0]]
    if len(wanted) < 2:
        return ""
    overlapping = [one for one in by_folded if one and (wanted in one or one in wanted)]
    return by_folded[min(overlapping, key=len)] if overlapping else ""
