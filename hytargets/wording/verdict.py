"""The words of the last line: what the gate says, what remains unknown, the exit code."""

from hytargets.judging.statuses import Flag, Status
from hytargets.language import Text

NOT_JUDGED = Text("没有评估任何目标", "No target was judged")
PASSED = Text("通过", "Passed")
PASSED_NEVER = Text("只报告，不判定", "Report only, nothing gated")
FAILED = Text("未通过：{count} 项 —— {names}", "Failed: {count} – {names}")
UNUSABLE = Text("{count} 个错误", "{count:error|errors}")
UNUSABLE_TARGETS = Text(
    "{count} 个错误：这些目标未评估 —— {names}", "{count:error|errors}; not judged: {names}"
)
SOUND = Text("没有错误", "No errors")
LET_PASS = Text("另有红灯 {count} 项不判定", "{count:red target|red targets} not gated")
OPEN_ENDS = {
    Status.NO_DATA: Text("未报数据 {count} 项", "{count:target|targets} without data"),
    Status.INCOMPLETE: Text("数据不全 {count} 项", "{count:target|targets} with incomplete data"),
    Flag.STALE: Text("数据陈旧 {count} 项", "{count:target|targets} with stale data"),
}
EXIT = Text("退出码 {code}", "Exit code {code}")
