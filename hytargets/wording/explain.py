"""The words that explain one verdict, so that it can be checked with pencil and paper."""

from hytargets.book.terms import Basis, Combine, Commitment, Holds, Measure, Reporting
from hytargets.judging.rules import Reason
from hytargets.language import Text

SOURCE = Text("原文：{quote}", "Source: {quote}")
NO_SOURCE = Text("清单没有记原文", "The book holds no source clause")
PRINTED = Text("印作“{printed}”", "printed “{printed}”")
READING = Text("读法：{reading}", "reading: {reading}")
BASES = {
    Basis.STATED: Text("数字是印出的", "the number is printed"),
    Basis.IMPLIED: Text("数字由文字推定", "the number is implied by words"),
}
COMMITMENTS = {
    Commitment.FIRM: Text("确保", "firm"),
    Commitment.ASPIRATIONAL: Text("力争", "aspirational"),
}
TARGET = Text(
    "目标：{goal}，{measure}，{start} 至 {due}", "Target: {goal}, {measure}, {start} to {due}"
)
REPORTING = {
    Reporting.TO_DATE: Text("报累计数", "reported to date"),
    Reporting.PER_PERIOD: Text("报当期数", "reported per period"),
}
COMBINE = {
    Combine.SUM: Text("分地区相加", "regions are summed"),
    Combine.MEAN: Text("分地区平均", "regions are averaged"),
    Combine.EACH: Text("每个地区都要达到", "every region must satisfy it"),
    Combine.WHOLE: Text("只看全市数", "only figures of the whole count"),
}
HOLDS = {
    Holds.THROUGHOUT: Text("全程都要达到", "must hold throughout"),
    Holds.AT_DUE: Text("只看期末", "judged at the due date only"),
}
BASELINE = Text("基期值 {value}", "baseline {value}")
TOLERANCE = Text("容差 {value}", "tolerance {value}")
NO_SCHEDULE = Text("不看时序", "no schedule")
MILESTONES = Text("节点：{stones}", "milestones: {stones}")
MILESTONE = Text("{by} 达到 {value}", "{value} by {by}")
REGIONS = Text("地区：{names}", "Regions: {names}")

OBSERVATIONS = Text("报来的数", "What was reported")
COUNTED = Text("采用", "counts")
SUPERSEDED_BY = Text("被 {where} 的报数替代", "superseded by {where}")
OUTSIDE = Text(
    "在目标期间之外，或晚于截至日期", "outside the target's time, or after the as-of date"
)
WAITING = Text("待各地区齐了再看", "waits for the other regions")
NOT_CHOSEN = Text("未用于实际值", "not part of the actual")

ACTUAL = Text("实际值 A = {steps} = {value}（{end}）", "Actual A = {steps} = {value} ({end})")
ACTUAL_ONE = Text("实际值 A = {value}（{end}）", "Actual A = {value} ({end})")
WORST = Text("最差的地区是{region}", "the worst region is {region}")
MONTHS = Text(
    "时间：{start} 至 {due} 共 N = {total} 个月，到 {end} 过了 m = {passed} 个月",
    "Time in months: N = {total} from {start} to {due}, of which m = {passed} by {end}",
)
MARGIN = Text(
    "距目标 = {formula} = {numbers} = {value}", "To target = {formula} = {numbers} = {value}"
)
NEEDED = {
    Measure.FLOW: Text(
        "后续每月需完成 = {formula} = {numbers} = {value}",
        "Needed a month = {formula} = {numbers} = {value}",
    ),
    Measure.MEAN: Text(
        "后续每月需达到 = {formula} = {numbers} = {value}",
        "Average needed = {formula} = {numbers} = {value}",
    ),
    Measure.STOCK: Text(
        "后续每月需变动 = {formula} = {numbers} = {value}",
        "Change needed a month = {formula} = {numbers} = {value}",
    ),
}
IN_WHOLE_ONES = Text("取整为 {amount}", "in whole ones {amount}")
COMPLETION = Text(
    "完成率 c = {formula} = {numbers} = {value}%", "Completion c = {formula} = {numbers} = {value}%"
)
SCHEDULE = Text(
    "时序 s = {formula} = {numbers} = {value}%", "Schedule s = {formula} = {numbers} = {value}%"
)
DEVIATION = Text(
    "进度偏差 = {formula} = {numbers} = {value} 个百分点",
    "Deviation = {formula} = {numbers} = {value:point|points}",
)
NO_FIGURE = Text("没有可判的数", "Nothing counts, so nothing is judged")
INVALID = Text("有错误的行：{places}", "Rows with errors: {places}")

PASSED_OVER = Text("不适用：{rule}", "does not apply: {rule}")
DECIDED = Text("结论：{status} —— {rule}", "Verdict: {status} – {rule}")
RULES = {
    Reason.CEILING_BROKEN: Text("流量已突破上限", "a flow is beyond its ceiling already"),
    Reason.FLOOR_REACHED: Text("流量已达到下限", "a flow has reached its floor"),
    Reason.DUE_MET: Text(
        "到期，数据完整，达到目标（或在容差内）",
        "at the due date, complete, met (or within the tolerance)",
    ),
    Reason.DUE_MISSED: Text("到期，数据完整，没有达到", "at the due date, complete, not met"),
    Reason.DUE_REGION_FAILS: Text("到期，有地区没有达到", "at the due date a region fails"),
    Reason.OUT_OF_REACH: Text(
        "余下月份要的平均值超出单位的范围",
        "the months left would need figures outside the unit's range",
    ),
    Reason.DUE_PASSED: Text(
        "期限已过，数据还不能定论", "the due date has passed, and the data do not decide"
    ),
    Reason.AHEAD: Text(
        "进度偏差大于 0，且数据完整或只会更多",
        "the deviation is more than 0, and missing data could not turn it",
    ),
    Reason.ON_SCHEDULE: Text(
        "进度偏差等于 0，且数据完整或只会更多",
        "the deviation is 0, and missing data could not lower it",
    ),
    Reason.BEHIND: Text(
        "落后不超过 {red_lag} 个百分点，且数据足以定论",
        "behind by at most {red_lag:point|points}, for sure",
    ),
    Reason.FAR_BEHIND: Text(
        "落后超过 {red_lag} 个百分点，且数据足以定论",
        "behind by more than {red_lag:point|points}, for sure",
    ),
    Reason.DATA_INCOMPLETE: Text(
        "数据不全，还不能下结论", "the data are incomplete, and could still turn"
    ),
    Reason.HOLDING: Text("目前达到（或在容差内）", "met for now (or within the tolerance)"),
    Reason.PENDING: Text("没有时序的流量，还在推进", "a flow without a schedule, still growing"),
    Reason.CEILING_BREACHED: Text(
        "全程都要守的上限被突破", "a ceiling that holds throughout is broken"
    ),
    Reason.SHORT: Text("目前没有达到，期限未到", "not met for now, and not yet due"),
}
FLAGS = Text("标记：{flags}", "Flags: {flags}")
GATE_FAILS = Text("判定（--fail-on {fail_on}）：未通过", "Gate (--fail-on {fail_on}): fails")
GATE_OPEN = Text(
    "判定（--fail-on {fail_on}）：有错误，不能算通过",
    "Gate (--fail-on {fail_on}): not passed, for there are errors",
)
GATE_PASSES = Text("判定（--fail-on {fail_on}）：通过", "Gate (--fail-on {fail_on}): passes")
