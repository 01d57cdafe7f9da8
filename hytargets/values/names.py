"""Names as people write them: compared without brackets' width, spaces or quotes; the nearest known one."""

from collections.abc import Iterable
from functools import lru_cache

from hytargets.values.number import plain_forms

_IGNORED = dict.fromkeys(map(ord, " \t\r\n\u3000\"'“”‘’「」『』《》〈〉"))


@lru_cache(maxsize=512)  # a column repeats itself; long cells must not pile up
def folded(name: str) -> str:
    """The name as it is compared: full-width forms plain, no spaces, no quotes, no case."""
    return plain_forms(name).translate(_IGNORED).casefold()


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like this one, or an empty text: for a suggestion, never for a guess."""
    from difflib import get_close_matches

    by_folded = {folded(one): one for one in known}
    wanted = folded(name)[:200]
    if matches := get_close_matches(wanted, by_folded, n=1, cutoff=0.5):
        return by_folded[matches[0]]
    inside = [
        one for one in by_folded if len(wanted) > 1 and (wanted in one or one in wanted) and one
    ]
    return by_folded[min(inside, key=len)] if inside else ""
