"""The fixed terms of a target book."""

from enum import StrEnum


class Comparison(StrEnum):
    """How the actual must stand to the value: 以上, 以下, 以内 include it; 不满, 超过 do not."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    EXACTLY = "exactly"
    BETWEEN = "between"
    ABOUT = "about"

    @property
    def is_floor(self) -> bool:
        """Is more better?"""
        return self in (Comparison.AT_LEAST, Comparison.MORE_THAN)

    @property
    def is_ceiling(self) -> bool:
        """Is less better?"""
        return self in (Comparison.AT_MOST, Comparison.LESS_THAN)

    @property
    def is_directed(self) -> bool:
        """Is only one side of the number the right one?"""
        return self.is_floor or self.is_ceiling

    @property
    def is_strict(self) -> bool:
        """Is the number itself excluded?"""
        return self in (Comparison.MORE_THAN, Comparison.LESS_THAN)


class Measure(StrEnum):
    """What kind of figure it is: 流量, 存量, 增速, 均值."""

    FLOW = "flow"
    STOCK = "stock"
    GROWTH = "growth"
    MEAN = "mean"

    @property
    def covers_time(self) -> bool:
        """Does a reported value cover a stretch of time, so that the book must say which?"""
        return self in (Measure.FLOW, Measure.MEAN)


class Reporting(StrEnum):
    """Does each reported value cover everything since the start, or that period alone?"""

    TO_DATE = "to_date"
    PER_PERIOD = "per_period"


class Combine(StrEnum):
    """How regions make the whole."""

    SUM = "sum"
    MEAN = "mean"
    EACH = "each"
    WHOLE = "whole"


class Holds(StrEnum):
    """When a ceiling on a stock must hold."""

    THROUGHOUT = "throughout"
    AT_DUE = "at_due"


class Basis(StrEnum):
    """Is the number printed, or implied by words?"""

    STATED = "stated"
    IMPLIED = "implied"


class Commitment(StrEnum):
    """确保 or 力争."""

    FIRM = "firm"
    ASPIRATIONAL = "aspirational"


class Pacing(StrEnum):
    """A schedule that is no list of milestones."""

    EVEN = "even"
    NONE = "none"


class Why(StrEnum):
    """Why a figure printed in the source is no target."""

    ORDINAL = "ordinal"
    YEAR = "year"
    PLAN_NAME = "plan_name"
    NAME = "name"
    DEFINITION = "definition"
    IDIOM = "idiom"
    SET_ELSEWHERE = "set_elsewhere"
    NO_MEASURE = "no_measure"
