"""The words of verdicts: lights, statuses, flags."""

from hytargets.book.terms import Measure
from hytargets.judging.assessment import Assessment
from hytargets.judging.changes import Standing
from hytargets.judging.statuses import Flag, Light, Status
from hytargets.language import Text

LIGHTS = {
    Light.GREEN: Text("绿", "green"),
    Light.YELLOW: Text("黄", "yellow"),
    Light.RED: Text("红", "red"),
    Light.GREY: Text("灰", "grey"),
    Light.MAGENTA: Text("紫", "magenta"),
}
STATUSES = {
    Status.INVALID: Text("数据有误", "invalid data"),
    Status.NO_DATA: Text("未报数据", "no data"),
    Status.MISSED: Text("未达标", "missed"),
    Status.MET: Text("达标", "met"),
    Status.INCOMPLETE: Text("数据不全", "incomplete data"),
    Status.AHEAD: Text("快于时序进度", "ahead"),
    Status.ON_SCHEDULE: Text("达到时序进度", "on schedule"),
    Status.BEHIND: Text("滞后于时序进度", "behind"),
    Status.FAR_BEHIND: Text("严重滞后", "far behind"),
    Status.HOLDING: Text("达标", "holding"),
    Status.PENDING: Text("推进中", "pending"),
    Status.BREACH: Text("突破控制目标", "over the limit"),
    Status.SHORT: Text("暂未达标", "short"),
}
_NOT_DONE = Text("未完成", "missed")
_DONE = Text("已完成", "met")
_DONE_EARLY = Text("提前完成", "met early")
_NEARLY_DONE = Text("基本完成", "met within tolerance")
_WITHIN_THE_LIMIT = Text("控制在目标内", "within the limit")

FLAGS = {
    Flag.EARLY: Text("提前完成", "met early"),
    Flag.WITHIN_TOLERANCE: Text("在容差之内", "within the tolerance"),
    Flag.REVISED: Text("数据有修订", "revised"),
    Flag.GAPS: Text("期间有缺口", "periods are missing"),
    Flag.PARTIAL: Text("地区不全", "regions are missing"),
    Flag.FALLING: Text("累计数下降", "the figure to date fell"),
    Flag.SUM_MISMATCH: Text("合计与分地区之和不符", "the whole is not the sum of its parts"),
    Flag.STALE: Text("数据陈旧", "stale"),
}


def status_words(judged: Assessment | Standing) -> Text:
    """The verdict in words, by what kind of target it is."""
    is_flow = judged.measure is Measure.FLOW
    match judged.status:
        case Status.MISSED if judged.comparison.is_ceiling:
            return STATUSES[Status.BREACH]
        case Status.MISSED if is_flow:
            return _NOT_DONE
        case Status.MET if Flag.EARLY in judged.flags:
            return _DONE_EARLY
        case Status.MET if Flag.WITHIN_TOLERANCE in judged.flags:
            return _NEARLY_DONE
        case Status.MET if is_flow and judged.comparison.is_floor:
            return _DONE
        case Status.HOLDING if judged.comparison.is_ceiling:
            return _WITHIN_THE_LIMIT
    return STATUSES[judged.status]
