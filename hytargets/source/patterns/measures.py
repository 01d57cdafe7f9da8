"""Words that tell flows, stocks and growth apart, deeds from parts, and reviews from plans."""

import re

from hytargets.source.patterns.pieces import either, words

# ---- which measure ---------------------------------------------------------------------------

# In a name with %: growth, as 地区生产总值增长.
GROWTH = re.compile(
    either(
        "增长|增速|涨幅|上涨|提高|提升|上升|增幅",
        "下降|降低|减少|回落",
        "growth|inflation|reduc|increas|declin",
    )
)
# Before a figure: a level that is reached, as 提高到.
LEVEL = re.compile(
    "(?:"
    + either(
        "达到?|(?:稳定|保持|维持)在|突破",
        "(?:"
        + either(
            "提高|提升|增加|增长|上升|扩大|恢复",
            "下降|降低|减少|压缩|压减|缩短|缩小",
        )
        + ")(?:到|至)",
        "[升增降]至",
        r"reach\w*|to|below|within",
    )
    + ")[^,。;]{0,4}$"
)
# Units that no sum over months has: ages, times, ratios, 微克/立方米.
LEVEL_UNITS = re.compile(
    either(
        "岁|周岁",
        "天|小时|个工作日|工作日|分钟|年|weeks?|days?|hours?",
        "倍|成|:1|.*/.*",
    )
)
# Names of what stands at a level: 人均可支配收入, 床位数.
LEVEL_NAMES = re.compile(
    "人均|(?:"
    + either(
        "标准|水平|浓度|面积|寿命|天数",
        "总数|总量|总规模|保有量|拥有量|床位数",
        "比重|占比|率|收入比",
    )
    + ")$"
)
GROWING_WORDS = re.compile("增长|番")  # 负增长, 翻一番

# ---- deed or part ----------------------------------------------------------------------------

DEEDS = re.compile(
    either(
        "新建|建成|建设|建好|改建|扩建|组建|开工|启动|改造|整治",  # works
        "完成|创建|打造|培育|引进|实施|新增|办好|推进",
        "争取|发展|盘活|培训|示范",
    )
)
ADMIN_UNIT = re.compile("县.*|区|市|镇|乡.*|村.*|社区|街道|户|校|企|园")
MEASURING_UNITS = frozenset(words("元 成 亩 公里"))

# ---- what looks back -------------------------------------------------------------------------

# Titles of the part that tells of the year before: 2019年工作回顾.
LOOKS_BACK = re.compile(
    either(
        "回顾|总结|过去[一五]",
        "(?:工作|发展)?成[就绩]",
        "完成情况|执行情况|工作情况$",
    )
)
