"""Words around a figure: the comparison they make, how firm they are, and what they make of it."""

import re
from typing import NamedTuple

from hytargets.book.terms import Comparison
from hytargets.source.patterns.pieces import either

# ---- comparisons -----------------------------------------------------------------------------


class Words(NamedTuple):
    """Patterns in both languages."""

    zh: str
    en: str


# The comparison that words before a figure make; of those near it the last decides.
BEFORE = {
    Comparison.AT_LEAST: Words(
        zh=either(
            "不得?低于|不得?少于|不得?小于|不下于|至少|最少",  # a floor
            "达到?",  # a level to be reached
            "(?:增加|提高|提升|上升|增长|扩大|恢复)[到至]|[增升]至",
            "(?:稳定|保持|维持)在",
            "≥|>=",
        ),
        en=either(
            "at least|no less than|not less than|no fewer than|minimum of",
            "reach(?:ing|es)?",
        ),
    ),
    Comparison.MORE_THAN: Words(
        zh=either(
            "超过|超(?!额)|突破|高于|大于|多于|逾",  # 超额 speaks of a task
            ">(?!=)",
        ),
        en="more than|over|exceed(?:ing|s)?|above|beyond",
    ),
    Comparison.AT_MOST: Words(
        zh=either(
            "不得?超过|不得?高于|不得?多于|不得?大于|不得?突破",  # a ceiling
            "(?:控制|限制)[在到]|[降减][到至]|最多|至多",
            "(?:下降|降低|减少|压减|压缩|压降|缩短|缩小|缩减|收窄|精简|回落)[到至为]",
            "≤|<=",
        ),
        en=either(
            "at most|no (?:more|longer|higher) than|not more than|not (?:to )?exceed(?:ing)?",
            "within|up to|maximum of|capped at",
        ),
    ),
    Comparison.LESS_THAN: Words(
        zh="低于|少于|小于|不足|不到|不满|<(?!=)",
        en="less than|under|below|fewer than",
    ),
    Comparison.ABOUT: Words(
        zh="约|大约|近|将近|接近",
        en="about|around|approximately|roughly|nearly|almost",
    ),
}
BEFORE_ZH = either(*(words.zh for words in BEFORE.values()))
BEFORE_EN = either(*(words.en for words in BEFORE.values()))

# A group's name is its comparison.
COMPARING = re.compile(
    either(*(rf"(?P<{name}>{zh}|\b(?:{en})\b)" for name, (zh, en) in BEFORE.items())),
    re.IGNORECASE,
)
# 高于5% compares with 5%; 高于全省1个百分点 compares with the province.
BESIDE = re.compile("[高低大小多少]于")

# The comparison that words after a figure make.
AFTER = {
    Comparison.AT_LEAST: re.compile("以上|more|above|over"),
    Comparison.AT_MOST: re.compile("以下|以内|之内|内|less|fewer|below|under"),
    Comparison.ABOUT: re.compile("左右|上下"),
}

# Of these less is better, whatever their clause leaves unsaid; not of a fall in them.
CEILING = re.compile(
    "(?:"
    + either(
        "失业率|涨幅|赤字率|负债率|债务率|不良率",  # the economy
        "死亡率|死亡人数|事故率|发病率|辍学率|漏损率",  # people and works
        "unemployment|inflation",
    )
    + ")(?!.*(?:下降|降低|减少|回落|收窄|reduc|fall))",
    re.IGNORECASE,
)

# ---- how firmly it is said -------------------------------------------------------------------

_TO_BE_OBTAINED = either(
    "中央|上级|国家|[省市]",  # 争取中央资金, 争取省级专项: to apply for, not to strive
    "资金|项目|到位|专项|政策|债券|地方",
    ".{0,4}资金",
)
ASPIRES = re.compile(
    either(
        f"力争|争取(?!{_TO_BE_OBTAINED})|力求|努力(?:实现|达到|完成)",
        "strive|aim to|endeavou?r",
    ),
    re.IGNORECASE,
)
ENSURES = re.compile("确保|保证|务必|必须|ensure|guarantee", re.IGNORECASE)

# ---- what it is ------------------------------------------------------------------------------

CONNECTS = re.compile(" ?(?:、|和|及|与|以及|,| and |, and ) ?")  # 分别达50%、80%

# How much of a task is done, and no target: 为任务的116.3%, 超任务17元, 完成率达98%.
RATE_BEFORE = re.compile(
    either(
        "(?:为|占|完成|达到?)[^,。;0-9]{0,10}(?:任务|目标|计划|预算)数?的?$",
        "超额?[^,。;0-9]{0,6}(?:任务|目标|计划|序时)[^,。;0-9]{0,6}$",
        "完成率[为达]?$",
    )
)

# 从574元提高到609元: the first says where it starts from.
BASELINE_BEFORE = re.compile("[从由][^,。;0-9]{0,14}$")
BASELINE_AFTER = re.compile(
    "[^,。;]{0,24}?(?:"
    + either(
        "提高|增加|提升|上升|扩大|增长|升|增",
        "下降|降低|减少|缩短|压缩|降",
    )
    + ")[到至为]"
)

# A time is a target where it is what is aimed at: 压缩至3个工作日, 优良天数达312天.
# Else it says how long: 15分钟生活圈.
TIMED_BEFORE = re.compile(
    "(?:"
    + either(
        "达到?",
        "(?:"
        + either(
            "提高|增加|延长",
            "缩短|压缩|压减|缩减|精简|降低|减少|减|降",
            "控制|稳定|保持",
        )
        + ")[到至为在]",
        "不得?(?:超过|少于|低于|高于)",
        "天数|时间|时限|年限|寿命|时长|周期|小时数|日数",
        "at least|within|no (?:longer|more) than",
    )
    + ") ?$"
)

# A noun that goes on from an amount: 55人以上大班额, 55人以上的大班额; not after 和, 等 or 、.
NOUN_AFTER = re.compile("的?(?![和及与并且或等的、])[\u4e00-\u9fff“]+")
