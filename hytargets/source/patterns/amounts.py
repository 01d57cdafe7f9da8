"""Amounts in Arabic digits: numbers, scales, units, and what words after a number say of it."""

import re

from hytargets.source.patterns.pieces import HAN, either, words

# ---- numbers ---------------------------------------------------------------------------------

NUMBER = (
    r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}+|[0-9]{1,40}+)"  # 1,234,567 or 1234567
    r"(?:\.[0-9]{1,20}+)?(?![0-9])"
)
SCALE = either(
    "万亿|千万|百万|十万|亿|万",
    "千(?![米克瓦伏帕卡升赫])",  # 5千人, but 5千克 and 5千瓦 are units
)
SCALE_EN = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
TO = r" ?(?:[-—–~]{1,2}|至|到|\bto\b) ?"  # 3-5, 3至5
SUFFIX = (
    r"(?:\((?:含|次|部|处|户)\))?"  # 100人(次)以上
    "(?:"
    + either(
        r"(?:及|或|\(含\))?其?以[上下]",  # 30户及以上
        "以内|之内|左右|上下",
        "内(?=[,。;、)]|$)",  # 4%内, but not 5个内设机构
    )
    + ")"
)
SUFFIX_EN = r" (?:or|and) (?:more|above|over|less|fewer|below|under)"

# ---- units -----------------------------------------------------------------------------------

_PERCENT = words("个百分点 百分点 个点 % ‰")
_MONEY = words("美元 欧元 港元 日元 元 块钱")
_COUNTED = words(
    "人 名 位 户 口 个 家庭 人次 人份 户次",  # people and households
    "个位次 位次 车次 班次 架次",  # places in a ranking, journeys
    "家 所 座 处 项 条 套 间 件 例 起",  # firms, buildings, projects, cases
    "台套 台 辆 架 艘 列 标台",  # machines and vehicles
    "张 床 本 册 部 份 宗 笔",  # beds, documents, deals
    "种 类 批 次 场 期 届 班 支 队",  # kinds, events, groups
    "株 棵 头 只 羽 尾 颗 根",  # plants and animals
    "眼 孔 块 片 对 盏 面 幅 门 幢 栋",  # wells, plots, lamps, houses
    "桶 箱 瓶 枚 匹 标箱 标准箱",  # goods
    "车位 泊位 床位 学位 站 点",  # places and posts
    "课时 学时 个工作日",  # lessons, days of work
    "倍 成 折 级 强",  # times, tenths, grades; 500强
)
# Districts and villages; 县(市、区) is one unit.
ADMIN = either(
    r"县市区|县\(市、区\)|县\(区\)|县\(市\)|县市|县区|县|市|区",
    "乡镇|镇|乡|村居|村|社区|街道",
    "户|校|企|园",
)
_MEASURED = words(
    "平方公里 平方千米 平方米 平米 公顷 亩 ㎡ km² km2 m² m2 ha\\b",  # areas
    "公里 千米 厘米 毫米 海里 米 ㎞ km",  # lengths
    "立方米 立方 方 升",  # volumes
    "吨标准煤 吨标煤 吨 公斤 千克 斤 克 毫克 微克 蒸吨 t\\b",  # weights
    "千瓦时 千瓦 兆瓦时 兆瓦 吉瓦 度电 度 kWh kW MW GWh GW",  # energy and power
    "千伏安 千伏 伏 kV",  # grids
    "兆 Gbps Mbps GB TB PB EFLOPS P\\b",  # data and computing
    "TEU",  # containers
)
_RATIOS = words("[:∶]1(?![0-9])")  # 城乡居民收入比2.4:1
_TIME = words("个小时 小时 分钟 秒 个月 周岁 周年 学年 年 天 日 月 季度 周 岁")
_TIME_EN = "(?:years?|months?|weeks?|days?|hours?|minutes?)"
TIME_UNIT = re.compile(f"{either(*_TIME)}|{_TIME_EN}")


def _printed_length(word: str) -> int:
    return len(word.replace("\\", ""))


_UNITS = (*_PERCENT, *_RATIOS, *_MONEY, *_COUNTED, *_MEASURED, *_TIME, *ADMIN.split("|"))
_LONGEST_FIRST = either(*sorted(_UNITS, key=_printed_length, reverse=True))  # 人次 before 人
_PER = f"/(?:{HAN}{{1,4}}?(?=[^\u4e00-\u9fff]|以[上下内]|左右|$)|[a-zA-Z]{{1,3}})"
UNIT = f"(?:{_LONGEST_FIRST})(?:{_PER})?"  # 微克/立方米

_NO_UNIT_EN = (
    r"(?!(?:of|in|by|to|and|for|with|per|on|at|as|or|from|is|are|will|a|the|year|more|less)\b)"
)
_WORD_EN = rf"{_NO_UNIT_EN}[a-z][a-z-]{{0,30}}"
UNIT_EN = either(
    "percentage points?|per cent|percent",
    rf"(?:{_WORD_EN} ){{0,3}}?(?:{_NO_UNIT_EN}[a-z-]{{1,30}}[a-rt-z]s|people)\b",  # rural schools
    rf"{_WORD_EN}\b",
)

# 21.5万农村人口: no unit, but the noun itself says what is counted. A group's name is its unit.
COUNTED_NOUN = re.compile(
    f"{HAN}{{0,6}}?(?:"
    + either(
        "(?P<人>人口|农民|群众|居民|学生|毕业生|劳动力|职工|老人|儿童|残疾人)",
        "(?P<户>[农贫困低保居民]户|家庭)",
    )
    + ")"
)

# What stands between numbers, in parts that are searched for together.
AMOUNT = re.compile(
    "(?P<money>[$£€¥￥] ?)?"
    "(?P<between>[Bb]etween )?"
    r"(?<![0-9.])(?:(?<![\w.%)])[+-])?"
    rf"(?P<low>{NUMBER})(?P<low_more>[多余])?(?: ?(?P<low_scale>{SCALE}))?"
    # the other end of a range: 6%-6.5%, 3到5万家, between 3 and 5
    rf"(?:(?P<low_unit>{UNIT})?(?(between)(?: and | to )|{TO})"
    rf"(?P<high>{NUMBER})(?: ?(?P<high_scale>{SCALE}))?)?"
    rf"(?P<more>[多余])?(?: (?P<en_scale>{either(*SCALE_EN)})\b)?"
    rf"(?: ?(?P<unit>{UNIT})| (?P<en_unit>{UNIT_EN}))?"
    rf"(?P<suffix>(?:多|余)?{SUFFIX}|{SUFFIX_EN})?"
)

# ---- units that say what a number is ---------------------------------------------------------

PERCENT_UNITS = frozenset((*_PERCENT, "points", "point"))
# Which one is meant, not how many: 110千伏变电站, 500强.
LABELLING_UNITS = frozenset(words("千伏 kV 伏 强"))
# Before a noun they say which ones are meant: 55人以上大班额, 5000万元以上项目.
DESCRIBING_UNITS = frozenset(
    words(
        "人 户 岁 周岁 年",  # people, ages
        "元 美元",
        "平方米 亩 立方米 方 米 公里",  # sizes
        "千瓦 兆瓦 千伏安 吨 蒸吨",  # capacities
        "级 度 分",  # grades, degrees, marks
        "张 床 头",  # beds, heads of cattle
    )
)
