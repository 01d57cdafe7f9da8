"""The words of reports: headings, statuses, verdicts."""

from hytargets.book.terms import Measure
from hytargets.judging.assessment import Assessment
from hytargets.judging.changes import ChangeKind, Standing
from hytargets.judging.statuses import Flag, Light, Status
from hytargets.language import Text
from hytargets.progress.observations import Fate

AS_OF = Text("截至 {day}", "as of {day}")
KNOWN_ON = Text("{day} 前报送", "reported by {day}")
SCHEDULE = Text("时序 {share}%", "schedule {share}%")
COUNT = Text("{count} 项目标", "{count} targets")
NOT_JUDGED = Text("没有评估任何目标", "No target was judged")

LIGHTS = {
    Light.GREEN: Text("绿", "green"),
    Light.YELLOW: Text("黄", "yellow"),
    Light.RED: Text("红", "red"),
    Light.GREY: Text("灰", "grey"),
    Light.MAGENTA: Text("紫", "magenta"),
}

HEADINGS = {
    "id": Text("编号", "id"),
    "section": Text("章节", "section"),
    "status": Text("状态", "status"),
    "name": Text("目标", "target"),
    "standing": Text("完成 / 目标值", "actual / target"),
    "actual": Text("实际", "actual"),
    "comparison": Text("比较", "comparison"),
    "value": Text("目标值", "target value"),
    "unit": Text("单位", "unit"),
    "completion": Text("完成率", "completion"),
    "bar": Text("时序", "schedule"),
    "schedule": Text("时序进度", "schedule"),
    "deviation": Text("进度偏差", "deviation"),
    "margin": Text("超/欠", "margin"),
    "needed": Text("后续月均需完成", "needed a month"),
    "period_end": Text("期末", "period end"),
    "light": Text("亮灯", "light"),
    "flags": Text("标记", "flags"),
    "owner": Text("责任单位", "owner"),
    "note": Text("备注", "note"),
    "measure": Text("口径", "measure"),
    "basis": Text("依据", "basis"),
    "commitment": Text("承诺", "commitment"),
    "due": Text("期限", "due"),
    "quote": Text("原文", "source"),
    "month": Text("月份", "month"),
    "before": Text("之前", "before"),
    "after": Text("之后", "after"),
    "change": Text("变化", "change"),
    "actual_change": Text("实际变动", "actual moved"),
    "completion_change": Text("完成率变动", "completion moved"),
    "deviation_change": Text("偏差变动", "deviation moved"),
    "observed": Text("数值", "value"),
    "where": Text("出处", "where"),
    "fate": Text("怎样处理", "what became of it"),
    "goal": Text("目标值", "must reach"),
    "high": Text("上限", "high"),
    "marks": Text("说明", "marks"),
    "region": Text("地区", "region"),
    "target": Text("目标", "target"),
    "period": Text("期间", "period"),
    "reported_on": Text("报送日期", "reported on"),
    "to_date": Text("累计", "to date"),
    "per_period": Text("本期", "this period"),
}
SHEET_HEADINGS = {
    "target_id": Text("指标编号", "target_id"),
    "target": Text("指标名称", "target"),
    "region": Text("地区", "region"),
    "period": Text("期间", "period"),
    "value": Text("数值", "value"),
    "unit": Text("单位", "unit"),
    "reported_on": Text("报送日期", "reported_on"),
    "note": Text("备注", "note"),
}
MEASURES = {
    Measure.FLOW: Text("流量", "flow"),
    Measure.STOCK: Text("存量", "stock"),
    Measure.GROWTH: Text("增速", "growth"),
    Measure.MEAN: Text("均值", "mean"),
}
PERCENT_OF = Text("{heading}（%）", "{heading} (%)")
POINTS_OF = Text("{heading}（个百分点）", "{heading} (points)")

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
_OVER_THE_LIMIT = Text("突破控制目标", "over the limit")
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
SIGNS = {
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
    "exactly": "=",
    "between": "",
    "about": "≈",
}
POINTS = Text("个百分点", " points")

EVEN = Text("持平", "even")
OVER = Text("超 {amount}", "{amount} over")
SHORT_BY = Text("欠 {amount}", "{amount} short")
UNDER = Text("低 {amount}", "{amount} under")
OFF_BY = Text("差 {amount}", "{amount} off")
INSIDE_BY = Text("余 {amount}", "{amount} to spare")

DATA_TO = Text("数据截至 {day}", "data as of {day}")
NEEDED = Text("后续月均需完成 {amount}", "needs {amount} a month")
NEEDED_LEVEL = Text("后续月均需达到 {amount}", "the remaining months must average {amount}")
NEEDED_CHANGE = Text("后续月均需变动 {amount}", "must move {amount} a month")
NOTE = Text("备注 {note}", "note: {note}")
REPORTED = Text("已报 {reported}/{of}", "{reported} of {of} reported")
REPORTED_LACKING = Text(
    "已报 {reported}/{of}：缺 {names}", "{reported} of {of} reported; lacking {names}"
)
WAITING = Text(
    "另有 {count} 个更晚的地区数待齐", "{count} later regional figures wait for the rest"
)
ASPIRATIONAL = Text("力争", "aspirational")
IMPLIED = Text("由文字推定", "implied")
LIST_AND = Text("、", ", ")
WITHOUT_DATA = Text("未报数据：{names}", "No data: {names}")
WITHOUT_DATA_MORE = Text(
    "未报数据：{names} … 共 {count} 项（--light grey 列出）",
    "No data: {names} … {count} in all (--light grey lists them)",
)

FATES = {
    Fate.USED: Text("采用", "used"),
    Fate.SUPERSEDED: Text("修订替代", "superseded"),
    Fate.REPEATED: Text("重复", "repeated"),
    Fate.MISSING: Text("缺报", "missing"),
    Fate.OUTSIDE: Text("期外", "outside"),
    Fate.IGNORED: Text("忽略", "ignored"),
    Fate.REJECTED: Text("拒收", "rejected"),
}
READ = Text("数据：读取 {count}", "Data: {count} values read")
ENCODINGS = Text("编码 {names}", "encoding {names}")

PASSED = Text("通过", "Passed")
PASSED_NEVER = Text("只报告，不判定", "Report only, nothing gated")
FAILED = Text("未通过：{count} 项 —— {names}", "Failed: {count} – {names}")
UNUSABLE = Text("{count} 个错误", "{count} errors")
UNUSABLE_TARGETS = Text(
    "{count} 个错误：这些目标未评估 —— {names}", "{count} errors; not judged: {names}"
)
OPEN_ENDS = {
    "no_data": Text("未报数据 {count} 项", "{count} without data"),
    "incomplete": Text("数据不全 {count} 项", "{count} incomplete"),
    "stale": Text("数据陈旧 {count} 项", "{count} stale"),
}
SOUND = Text("没有错误", "No errors")
BOOK_SOUND = Text(
    "清单：{targets} 项目标，{sections} 个章节，{regions} 个地区，{excluded} 处不作目标的数字",
    "Book: {targets} targets, {sections} sections, {regions} regions, {excluded} figures that are no target",
)
HEADER_LINE = Text("表头在第 {line} 行", "header on line {line}")
YEAR_TAKEN = Text("没写年份的按 {year} 年", "periods without a year are of {year}")
IGNORED_COLUMNS = Text("不读的列：{names}", "columns not read: {names}")
SKIPPED_ROWS = Text(
    "跳过的行（标题、脚注）：{lines}", "rows passed over (titles, footnotes): {lines}"
)
DELIMITERS = {
    ",": Text("逗号分隔", "comma"),
    ";": Text("分号分隔", "semicolon"),
    "\t": Text("制表符分隔", "tab"),
}
FOUND = Text(
    "读到 {count} 个数：{targets} 项目标，{regions} 个地区，期末 {first} 至 {last}",
    "{count} figures found: {targets} targets, {regions} regions, period ends {first} to {last}",
)

TREND = Text("{book}   逐月   截至 {day}", "{book}   month by month   as of {day}")
TREND_TARGET = Text("{name}  {goal}  {spark}", "{name}  {goal}  {spark}")
TREND_SCHEDULE = Text("  时序 {spark}", "  schedule {spark}")
NO_TREND = Text("没有数据", "No data")
AVERAGE = Text("月均 {amount}", "{amount} a month so far")
LATEST_PACE = Text(
    "近期月均 {amount}（{since} 至 {until}）", "lately {amount} a month ({since} to {until})"
)
REACHED = Text(
    "照此速度 {day} 达到（推算，不判定）", "at that pace reached by {day} (information only)"
)
NOT_REACHED = Text("照此速度达不到（推算，不判定）", "not reached at that pace (information only)")
DIFF = Text("{book}   {before} → {after}", "{book}   {before} → {after}")
DIFF_POINT = Text("截至 {as_of}", "as of {as_of}")
DIFF_POINT_KNOWN = Text(
    "截至 {as_of}（{known_on} 前报送）", "as of {as_of} (reported by {known_on})"
)
DIFF_COUNT = Text("{count} 项目标有变化", "{count} targets changed")
NO_CHANGE = Text("没有变化", "Nothing changed")
DIFF_WORSE = Text("{count} 项变差 —— {names}", "{count} worse – {names}")
DIFF_NO_WORSE = Text("没有确保的目标变差", "No firm target got worse")
KINDS = {
    ChangeKind.WORSE: Text("变差", "worse"),
    ChangeKind.BETTER: Text("好转", "better"),
    ChangeKind.REVISED: Text("有修订", "revised"),
    ChangeKind.REPORTED: Text("新报", "newly reported"),
    ChangeKind.SILENT: Text("断报", "fell silent"),
    ChangeKind.MOVED: Text("有变动", "moved"),
    ChangeKind.ADDED: Text("新增目标", "new target"),
    ChangeKind.REMOVED: Text("目标已删", "target removed"),
}
EXIT = Text("退出码 {code}", "Exit code {code}")
FULL_STOP = Text("。", ". ")
COLON = Text("：", ": ")
COMMA = Text("，", ", ")
REMARK = Text("（{remark}）", " ({remark})")
MORE_PROBLEMS = Text(
    "{file}：另有 {count} 个问题未列出（--format json 全部列出）。",
    "{file}: {count} more problems (all of them in --format json).",
)
SEVERITIES = {"error": Text("错误", "error"), "warning": Text("警告", "warning")}


def status_words(one: Assessment | Standing) -> Text:
    """The verdict in words, by what kind of target it is."""
    is_flow = one.measure is Measure.FLOW
    match one.status:
        case Status.MISSED if one.comparison.is_ceiling:
            return _OVER_THE_LIMIT
        case Status.MISSED if is_flow:
            return _NOT_DONE
        case Status.MET if Flag.EARLY in one.flags:
            return _DONE_EARLY
        case Status.MET if Flag.WITHIN_TOLERANCE in one.flags:
            return _NEARLY_DONE
        case Status.MET if is_flow and one.comparison.is_floor:
            return _DONE
        case Status.HOLDING if one.comparison.is_ceiling:
            return _WITHIN_THE_LIMIT
    return STATUSES[one.status]
