"""Completion drawn as a bar, beside the mark of the schedule."""

from fractions import Fraction

from hytargets.documents.document import Bar

_LENGTH = 12
_DONE = "█"
_TO_DO = "░"
_LAG = " "
_SCHEDULE = "┃"


def drawn(bar: Bar) -> str:
    """Completion in twelfths, full only when complete.

    The mark stands where the schedule is; a lag is left blank.
    """
    done = _twelfths(bar.completion)
    if bar.completion < 1:
        done = min(done, _LENGTH - 1)
    if bar.schedule is None:
        return _DONE * done + _TO_DO * (_LENGTH - done)
    due = _twelfths(bar.schedule)
    if done < due:
        lag = _LAG * (due - done)
        return _DONE * done + lag + _SCHEDULE + _TO_DO * (_LENGTH - due)
    lead = _DONE * (done - due)
    return _DONE * due + _SCHEDULE + lead + _TO_DO * (_LENGTH - done)


def _twelfths(share: Fraction) -> int:
    """A share of the whole, of which a bar shows what lies between 0 and 1."""
    return min(max(round(share * _LENGTH), 0), _LENGTH)
