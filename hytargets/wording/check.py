"""The words of a report of targets judged: its title, what stands above and below its table."""

from hytargets.language import Text
from hytargets.progress.observations import Fate

AS_OF = Text("截至 {day}", "as of {day}")
SCHEDULE = Text("时序 {share}%", "schedule {share}%")
KNOWN_ON = Text("{day} 前报送", "reported by {day}")

WITHOUT_DATA = Text("未报数据：{names}", "No data: {names}")
WITHOUT_DATA_MORE = Text(
    "未报数据：{names} … 共 {count} 项（--light grey 列出）",
    "No data: {names} … {count} in all (--light grey lists them)",
)

READ = Text("数据：读取 {count}", "Data: {count:value|values} read")
FATES = {
    Fate.USED: Text("采用", "used"),
    Fate.SUPERSEDED: Text("修订替代", "superseded"),
    Fate.REPEATED: Text("重复", "repeated"),
    Fate.MISSING: Text("缺报", "missing"),
    Fate.OUTSIDE: Text("期外", "outside"),
    Fate.IGNORED: Text("忽略", "ignored"),
    Fate.REJECTED: Text("拒收", "rejected"),
}
ENCODINGS = Text("编码 {names}", "encoding {names}")
