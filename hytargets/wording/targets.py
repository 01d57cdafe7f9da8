"""The words that say what kind of target it is."""

from hytargets.book.terms import Measure
from hytargets.language import Text

COUNT = Text("{count} 项目标", "{count:target|targets}")
MEASURES = {
    Measure.FLOW: Text("流量", "flow"),
    Measure.STOCK: Text("存量", "stock"),
    Measure.GROWTH: Text("增速", "growth"),
    Measure.MEAN: Text("均值", "mean"),
}
ASPIRATIONAL = Text("力争", "aspirational")
IMPLIED = Text("由文字推定", "implied")
