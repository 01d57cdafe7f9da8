"""The words of verdicts: statuses with their lights, flags, and what may fail the gate."""

from enum import StrEnum


class Light(StrEnum):
    """The colour of a status."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"
    MAGENTA = "magenta"


class Status(StrEnum):
    """The verdict on a target."""

    INVALID = "invalid"
    NO_DATA = "no_data"
    MISSED = "missed"
    MET = "met"
    INCOMPLETE = "incomplete"
    AHEAD = "ahead"
    ON_SCHEDULE = "on_schedule"
    BEHIND = "behind"
    FAR_BEHIND = "far_behind"
    HOLDING = "holding"
    PENDING = "pending"
    BREACH = "breach"
    SHORT = "short"

    @property
    def light(self) -> Light:
        """Its colour."""
        return _LIGHTS[self]

    @property
    def is_decided(self) -> bool:
        """Can no later figure change it, or is there none to go by?"""
        return self in _DECIDED


_LIGHTS = {
    Status.INVALID: Light.MAGENTA,
    Status.NO_DATA: Light.GREY,
    Status.MISSED: Light.RED,
    Status.MET: Light.GREEN,
    Status.INCOMPLETE: Light.GREY,
    Status.AHEAD: Light.GREEN,
    Status.ON_SCHEDULE: Light.GREEN,
    Status.BEHIND: Light.YELLOW,
    Status.FAR_BEHIND: Light.RED,
    Status.HOLDING: Light.GREEN,
    Status.PENDING: Light.GREY,
    Status.BREACH: Light.RED,
    Status.SHORT: Light.YELLOW,
}
_DECIDED = frozenset({Status.INVALID, Status.NO_DATA, Status.MISSED, Status.MET})


class Flag(StrEnum):
    """What a reader must know beside the status."""

    EARLY = "early"
    WITHIN_TOLERANCE = "within_tolerance"
    REVISED = "revised"
    GAPS = "gaps"
    PARTIAL = "partial"
    FALLING = "falling"
    SUM_MISMATCH = "sum_mismatch"
    STALE = "stale"


class FailOn(StrEnum):
    """The mildest verdict that fails the gate."""

    MISSED = "missed"
    FAR_BEHIND = "far_behind"
    BEHIND = "behind"
    NEVER = "never"
