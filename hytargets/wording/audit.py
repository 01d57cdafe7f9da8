"""The words of audits."""

from hytargets.language import Text
from hytargets.source.findings import Finding, Obstacle

COUNTS = Text(
    "原文 {figures} 处数字：{accounted} 处有着落，{unaccounted} 处没有；"
    "清单 {misquoted} 处与原文不符，{double} 处重复",
    "{figures:figure|figures} in the text: {accounted} accounted for, {unaccounted} not; "
    "{misquoted:citation|citations} the text does not bear out, {double} claimed twice",
)
COMPLETE = Text("每个数字都有着落", "Every figure is accounted for")
INCOMPLETE = Text("有 {count} 处要改", "{count:place|places} to mend")
OBSTACLES = {
    Obstacle.TEXT_EMPTY: Text("原文是空的", "The text is empty"),
    Obstacle.SECTIONS_UNKNOWN: Text(
        "原文里没有清单的任何章节，无从核对",
        "The text has none of the book's sections: nothing can be judged",
    ),
}
PLACE = Text("{section}　第 {line} 行", "{section}, line {line}")
UNACCOUNTED = Text(
    "“{printed}”没有着落：…{context}…", "“{printed}” is not accounted for: …{context}…"
)
SUGGESTION = Text("可以这样写：", "It might be:")
FINDINGS = {
    Finding.CHANGED: Text(
        "清单写“{printed}”，原文这里是“{seen}”",
        "the book cites “{printed}”, where the text says “{seen}”",
    ),
    Finding.ABSENT: Text(
        "清单写“{printed}”，原文没有", "the book cites “{printed}”, which the text does not say"
    ),
    Finding.WRONG_SECTION: Text(
        "清单把“{printed}”记在 {section}，原文在别处",
        "the book has “{printed}” in {section}; the text has it elsewhere",
    ),
    Finding.VALUE: Text(
        "清单的 value 与所引“{printed}”不是一个数",
        "the book's value is not the number of its citation “{printed}”",
    ),
    Finding.UNCITED: Text("清单没有写出处", "the book cites nothing"),
}
DOUBLE = Text(
    "“{printed}”被用了两次：{one} 和 {other}", "“{printed}” is claimed twice: by {one} and {other}"
)
