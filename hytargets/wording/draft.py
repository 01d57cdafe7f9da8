"""The words of drafted books: their comments, and the texts that no report gives."""

from hytargets.book.terms import Comparison
from hytargets.language import Text
from hytargets.source.proposal import Review

HEADER = Text(
    "由文本生成的草稿：核对每个带 review 的行，补上责任单位和英文名",
    "drafted from a text: check each line marked review",
)
PERIOD_GUESSED = Text("起止日期是按文中年份猜的", "guessed from the years in the text")
NO_YEAR = Text("文中没有年份，请填写起止日期", "the text names no year: fill in")
REPORTING = Text("各期数是累计数还是当期数？", "does each figure cover everything since the start?")

REVIEWS = {
    Review.MEASURE: Text("按字面猜的类型，请核对", "guessed from the words"),
    Review.NO_FLOW: Text(
        "像是流量，但流量只能不低于或不超过",
        "reads like a flow, but a flow takes only floors and ceilings",
    ),
    Review.UNIT: Text("原文没有单位", "the text gives no unit"),
    Review.IMPLIED: Text(
        "由文字推出的数，请核对读法和单位",
        "implied by words: check the reading and the unit",
    ),
    Review.COUNT: Text("汉字数字，是目标还是名称？", "a number in words: a target, or a name?"),
    Review.TOLERANCE: Text("“左右”允许差多少？请填写", "how near is near? fill in"),
    Review.BASICALLY: Text("“基本”允许差多少？", "“basically”: how near is near?"),
    Review.BASELINE: Text(
        "起点数，可作目标的 baseline",
        "where it starts from: may be a target's baseline",
    ),
    Review.LOOKED_BACK: Text("回顾部分的数，不是目标", "looks back: no target"),
    Review.DEFINITION: Text("限定范围的数，不是目标？", "says which ones are meant: no target?"),
}

OPENING = Text("前言", "Opening")  # title of the text before any heading
TOLERANCE_BASIS = Text("左右", "about")

# How an implied number was read. Only Chinese words imply one, so this is Chinese in any book.
READING = "{words}读作{relation}{value}"
RELATIONS = {Comparison.LESS_THAN: "小于 ", Comparison.MORE_THAN: "大于 "}
EQUAL = " "
