"""The words of remarks: what a reader must know beside a target's figures."""

from hytargets.language import Text

REPORTED = Text("已报 {reported}/{of}", "{reported} of {of} reported")
REPORTED_LACKING = Text(
    "已报 {reported}/{of}：缺 {names}", "{reported} of {of} reported; lacking {names}"
)
DATA_TO = Text("数据截至 {day}", "data as of {day}")
WAITING = Text(
    "另有 {count} 个更晚的地区数待齐",
    "{count:later regional figure waits|later regional figures wait} for the rest",
)
NOTE = Text("备注 {note}", "note: {note}")
