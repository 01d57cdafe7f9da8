"""The words of two reports compared."""

from hytargets.judging.changes import ChangeKind
from hytargets.language import Text

TITLE = Text("{book}   {before} → {after}", "{book}   {before} → {after}")
POINT = Text("截至 {as_of}", "as of {as_of}")
POINT_KNOWN = Text("截至 {as_of}（{known_on} 前报送）", "as of {as_of} (reported by {known_on})")
COUNT = Text("{count} 项目标有变化", "{count:target|targets} changed")
NO_CHANGE = Text("没有变化", "Nothing changed")
WORSE = Text("{count} 项变差 —— {names}", "{count:target|targets} got worse – {names}")
NO_WORSE = Text("没有确保的目标变差", "No firm target got worse")
UNSURE = Text("有错误，比较可能不全", "There are errors, and changes may be missing")
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
