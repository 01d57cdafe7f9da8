"""The words of targets month by month."""

from hytargets.language import Text

TITLE = Text("{book}   逐月   截至 {day}", "{book}   month by month   as of {day}")
TARGET = Text("{name}  {goal}  {spark}", "{name}  {goal}  {spark}")
SCHEDULE = Text("  时序 {spark}", "  schedule {spark}")
NO_DATA = Text("没有数据", "No data")
AVERAGE = Text("月均 {amount}", "{amount} a month so far")
LATEST_PACE = Text(
    "近期月均 {amount}（{since} 至 {until}）", "lately {amount} a month ({since} to {until})"
)
REACHED = Text(
    "照此速度 {month} 达到（推算，不判定）", "at that pace reached by {month} (information only)"
)
NOT_REACHED = Text("照此速度达不到（推算，不判定）", "not reached at that pace (information only)")
