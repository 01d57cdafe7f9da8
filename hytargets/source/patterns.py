"""The tables that tell figures from words: numerals, units, comparing words, and words that imply a number.

Every pattern is written for text whose full-width forms have been made plain (`quantity.plain_forms`). Runs of digits
and numerals are bounded, so that no text makes a search slow. What only looks like a figure stands in `idioms`.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from hytargets.values.numerals import NUMERALS as _NUMERALS

NAMING = frozenset("一二两三四五六七八九十百千万亿0123456789")  # in a name; 零 makes none


# ---- numbers and units -----------------------------------------------------------------------------------------------

NUMERAL = f"[{_NUMERALS}]{{1,16}}"
_ARABIC = "[0-9]{1,12}"
_HAN = "[\u4e00-\u9fff]"
NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3}){1,9}+|[0-9]{1,40}+)(?:\.[0-9]{1,20}+)?(?![0-9])"
SCALE = r"万亿|千万|百万|十万|亿|万|千(?![米克瓦伏帕卡升赫])"
SCALE_EN = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
TO = r" ?(?:[-—–~]{1,2}|至|到|\bto\b) ?"
SUFFIX = r"(?:\((?:含|次|部|处|户)\))?(?:(?:及|或|\(含\))?其?以[上下]|以内|之内|左右|上下|内(?=[,。;、)]|$))"
SUFFIX_EN = r" (?:or|and) (?:more|above|over|less|fewer|below|under)"

_PERCENT = "个百分点|百分点|个点|%|‰"
_MONEY = "美元|欧元|港元|日元|元|块钱"
_COUNTED = (
    "个工作日|个位次|位次|人次|人份|户次|车次|班次|架次|人|名|位|户|口|个|家庭|家|所|座|处|项|条|套|间|件|例|起|台套|台|辆|架|艘|"
    "张|床|本|册|部|种|类|批|次|场|期|届|班|支|队|株|棵|头|只|羽|眼|孔|块|片|宗|笔|份|根|对|盏|面|幅|门|课时|学时|倍|成|折|级|"
    "幢|栋|桶|箱|瓶|枚|列|颗|尾|匹|标箱|标准箱|标台|车位|泊位|床位|学位|站|点|强"
)
_ADMIN = r"县市区|县\(市、区\)|县\(区\)|县\(市\)|县市|县区|县|市|区|乡镇|镇|乡|村居|村|社区|街道|户|校|企|园"
_MEASURED = (
    "平方公里|平方千米|平方米|平米|立方米|公里|千米|厘米|毫米|海里|米|公顷|亩|立方|方|升|"
    "吨标准煤|吨标煤|吨|公斤|千克|斤|克|毫克|微克|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦|度电|度|千伏安|千伏|伏|蒸吨|兆|"
    "㎡|km²|km2|m²|m2|㎞|km|kV|kWh|kW|MW|GWh|GW|TEU|Gbps|Mbps|GB|TB|PB|EFLOPS|ha\\b|t\\b|P\\b"
)
TIME = "个小时|小时|分钟|秒|个月|周岁|周年|学年|年|天|日|月|季度|周|岁"
_WORDS = f"{_PERCENT}|[:∶]1(?![0-9])|{_MONEY}|{_COUNTED}|{_MEASURED}|{TIME}|{_ADMIN}".split("|")
_LONGEST_FIRST = "|".join(sorted(_WORDS, key=lambda word: -len(word.replace("\\", ""))))
_PER = f"/(?:{_HAN}{{1,4}}?(?=[^\u4e00-\u9fff]|以[上下内]|左右|$)|[a-zA-Z]{{1,3}})"
UNIT = f"(?:{_LONGEST_FIRST})(?:{_PER})?"  # 微克/立方米

_STOP_EN = (
    r"(?!(?:of|in|by|to|and|for|with|per|on|at|as|or|from|is|are|will|a|the|year|more|less)\b)"
)
_WORD_EN = rf"{_STOP_EN}[a-z][a-z-]{{0,30}}"
UNIT_EN = rf"percentage points?|per cent|percent|(?:{_WORD_EN} ){{0,3}}?(?:{_STOP_EN}[a-z-]{{1,30}}[a-rt-z]s|people)\b|{_WORD_EN}\b"
COUNTED_NOUN = re.compile(  # 21.5万农村人口: the noun itself says what is counted
    f"{_HAN}{{0,6}}?(?:(?P<人>人口|农民|群众|居民|学生|毕业生|劳动力|职工|老人|儿童|残疾人)|(?P<户>[农贫困低保居民]户|家庭))"
)
TIME_EN = r"(?:years?|months?|weeks?|days?|hours?|minutes?)"

PERCENT_UNITS = frozenset({"%", "‰", "个百分点", "百分点", "个点", "points", "point"})
LABELLING_UNITS = frozenset(
    {"千伏", "kV", "伏", "强"}
)  # 110千伏变电站, 500强: which one, not how many
DESCRIBING_UNITS = frozenset(
    [
        "人",
        "岁",
        "周岁",
        "元",
        "美元",
        "户",
        "平方米",
        "亩",
        "千瓦",
        "兆瓦",
        "蒸吨",
        "吨",
        "米",
        "级",
        "度",
        "分",
        "张",
        "床",
        "头",
        "年",
        "立方米",
        "方",
        "公里",
        "千伏安",
    ]
)  # 55人以上大班额, 5000万元以上项目: before a noun they say which ones

# ---- figures that are no amounts -------------------------------------------------------------------------------------

_YYYY = "(?:19|20|21)[0-9]{2}"
_DIGITS_OF_YEAR = "[二一][〇零九][〇零一二三四五六七八九]{2}"
_MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
YEAR_ALONE = re.compile(_YYYY)
DATES = re.compile(
    "|".join(
        (
            rf"(?<![0-9]){_YYYY}(?:{TO}{_YYYY})? ?年(?:度|底|末|初|前|间|内)?(?: ?[0-9]{{1,2}} ?月)?"
            rf"(?:{TO}[0-9]{{1,2}} ?月)?(?: ?[0-9]{{1,2}} ?[日号])?(?:底|末)?前?",
            rf"(?<![0-9])[0-9]{{1,2}}(?:{TO}[0-9]{{1,2}})? ?月(?!均)(?: ?[0-9]{{1,2}} ?[日号])?(?:底|末|份|初)?前?",
            rf"(?<![0-9]){_YYYY}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?(?![0-9%])",
            rf"{_DIGITS_OF_YEAR}年",
            "前?[一二三四1-4]个?季度",
            "[一二三四五六七八九十]{1,3}月(?:底|末|份|初|[一二三四五六七八九十]{1,3}日?)?",
            rf"(?:\b[0-9]{{1,2}} )?(?:{_MONTHS_EN})(?: [0-9]{{1,2}},)? {_YYYY}\b",
            rf"\bFY ?{_YYYY}",
            rf"(?<=\b[bi][yn] ){_YYYY}\b(?! ?%)",
            rf"\b{_YYYY}[-–](?:[0-9]{{2}}|{_YYYY})\b(?!%)",
        )
    )
)
ORDINALS = re.compile(
    rf"第(?:{NUMERAL}|{_ARABIC})(?:季度|产业|(?!的){_HAN})?|{NUMERAL}期(?=工程|项目|建设|扩|、|及|和|,|。|\))|"
    rf"(?:[一二三四五六七八九十]|{_ARABIC})期工程|(?<![0-9.]){_ARABIC}号(?:线|楼|路|桥|井|文|令|台风)?"
)
PLANS = re.compile(
    rf"(?:{NUMERAL}|(?<![0-9.]){_ARABIC})年(?={_HAN}{{0,4}}(?:行动|计划|规划|攻坚|方案|整治|提升))"
)
LABELS = re.compile(
    "|".join(
        (
            rf"[〔\[][0-9]{{4}}[〕\]]{_ARABIC}号",
            r"(?<![0-9.])[0-9]{3,5}(?=[”\"]?(?:政务|便民|市民|服务|热线|平台|举报|指挥))",
            r"(?<![0-9.])[0-9]{1,2}\.[0-9](?=版)",
            r"(?<![0-9.])[0-9]{1,4}(?:[+×*][0-9NnXx]{1,6}(?:万|亿)?(?:千瓦|兆瓦)?){1,9}",
            r"(?<![0-9.])[0-9.]{1,8}(?:[:∶][0-9.]{1,8}){2,9}",
            r"(?<![0-9./])[0-9]{1,2}/[0-9]{1,2}(?![0-9/])",
            rf"(?<![0-9.]){_ARABIC}强|[百千]强",
            "[两三四五六七八九十]大(?!队|学|会|力|幅|道)",
            "(?<=[市县区铁])[一二三四五六七八九十]{1,3}[中小](?!心|型|微|企|学?生)",
            "[百千万]亿(?:级|产业|企业|园区|集群)",
        )
    )
)
RUN_OF_NAMES = re.compile(
    rf"(?:[一二两三四五六七八九十百千万](?![{_NUMERALS}]){_HAN}{{1,2}}?){{2,12}}"
)  # 三江六岸
QUOTED = re.compile(r"“[^“”]{1,24}”|《[^《》]{1,40}》")
ADMIN_COUNT = re.compile(rf"(?P<n>{NUMERAL})(?P<unit>{_ADMIN})")
SPAN_OF_TIME = re.compile(
    r"[二两三四五六七八九十百]{1,6}[多余]?(?:周年|年|个月|天|小时|个工作日)(?:来|多|内|左右)?"
)
FRACTION = re.compile(rf"{NUMERAL}分之{NUMERAL}(?:{SUFFIX})?")
MAGNITUDE = re.compile(
    rf"(?<![{_NUMERALS}0-9])[十百千万]{{0,4}}[万亿](?:元|人|吨|亩|头|只|羽|户|平方米)(?:以上|以下)?(?={_HAN})"
)  # 亿元以上项目, 万亩示范片

# ---- Chinese numerals that count -------------------------------------------------------------------------------------

_COUNTER = (
    "个百分点|平方公里|立方米|平方米|公里|公顷|千瓦|工作日|个|家|所|座|处|项|条|套|间|件|台|辆|种|类|场|支|名|位|人次|人|亩|吨|元|"
    f"倍|成|次|{_ADMIN}"
)
COUNT = re.compile(
    rf"(?<![{_NUMERALS}第周])(?P<n>[一二两三四五六七八九]?[十百千万亿][{_NUMERALS}]{{0,12}}|[二两三四五六七八九])"
    rf"(?P<unit>{_COUNTER})(?P<suffix>{SUFFIX})?"
)
COUNT_RANGE = re.compile(
    rf"(?P<n>[一二两三四五六七八九])[至到](?P<high>[二三四五六七八九十])(?P<unit>{_COUNTER})"
)
ONE_BUILT = re.compile(
    r"(?:新建|建成|建设|创建|引进|打造|新增|开工|组建|办好|启动)(?P<n>一)(?P<unit>所|座|家|条|处|栋|支|艘|架|台|对)"
)
AT_LEAST_COUNT = re.compile(
    rf"至少[^,。;、0-9]{{0,4}}?(?P<n>[一二两三四五六七八九十百千]{{1,6}})(?P<unit>{_COUNTER})"
)
IN_HUNDREDTHS = re.compile(
    rf"(?P<unit>百分之)(?P<n>{NUMERAL})(?:点(?P<decimals>[零一二三四五六七八九]{{1,4}}))?(?P<suffix>{SUFFIX})?"
)
BIG_MONEY = re.compile(
    r"(?<=[破超过到达上越刺])(?P<n>[一二三四五六七八九]?[十百千万]{0,4}亿)(?P<unit>元)?"
)  # 突破千亿


class Implied(NamedTuple):
    """Words that imply a number: which one, in what unit, and how the actual must stand to it."""

    pattern: re.Pattern[str]
    comparison: str
    value: Decimal
    unit: str  # empty: of what the words count


def _implied(comparison: str, value: int, unit: str, *patterns: str) -> Implied:
    return Implied(re.compile("|".join(patterns)), comparison, Decimal(value), unit)


IMPLIED = (
    _implied(
        "at_least", 100, "%",
        r"(?:每个?|各)[^,。;、]{1,8}?(?:至少|都|均)?[^,。;、0-9]{0,2}"
        r"(?:有|办好|建成|建好|建有|建设|配备|拥有|打造|新建|设立)[^,。;0-9]{0,2}[一1][所个家座处名支]",
    ),
    _implied(
        "at_most", 0, "",
        "不[漏落让丢少掉留][^,。;、0-9]{0,4}一[户人个处家名村]", "一[户人个村]都?不(?:能|可)?(?:少|落|漏|掉队)",
    ),
    _implied("less_than", 0, "%", "“负增长”", "负增长"),
    _implied("at_most", 0, "%", "“零增长”", "零增长"),
    _implied("more_than", 0, "%", "(?:实现|由负转)正增长", "由负转正"),
    _implied("at_least", 300, "%", "翻两番"),
    _implied("at_least", 100, "%", "翻一?番"),
    _implied(
        "at_least", 100, "%",
        "全域覆盖", "全面覆盖", "全覆盖", "稳定达标", f"应({_HAN})尽\\1",
        "全面(?:完成|建成(?!小康)|达标|投产|开工|完工|竣工)",
        "全部(?:完成|建成|达标|投产|开工|脱贫|摘帽|投入使用|完工|竣工|退出)",
    ),
    _implied(
        "at_most", 0, "",
        "(?:基本|彻底|全面|全部|有效|动态)(?:消除|清零|消灭|取缔)", "清零", "(?:基本)?(?:无拖欠|零拖欠|不拖欠)",
        "零(?:死亡|事故|发生|新增|排放|上访|感染|投诉|发案)",
    ),
)  # fmt: skip

# A number is meant and none can be read: nothing to measure by, or a number that somebody else sets.
VAGUE = re.compile(
    "不发生|零容忍|遏制|杜绝|足额|基本完成|基本建成|过半|一半以上|半数以上|倍增(?!计划|行动|工程)"
)
ELSEWHERE = re.compile(
    "(?:完成|达到|控制在|实现)[^,。;0-9]{0,12}?(?:上级|国家|[省市](?=下|规|考|确|要|任|目|控|定)|考核|[省市国]定|下达)"
    "[^,。;0-9]{0,10}?(?:目标任务|任务|目标|要求|指标|标准|控制数)|"
    "(?:不?[高低少]于|优于|快于|好于|超过|保持)(?:全国|全省|全市|上年|去年|经济增长|GDP|国家|省)"
    "(?:平均|增速|增长|水平|标准|目标){0,4}(?![^,。;]{0,10}[0-9])|"
    "[与和同][^,。;0-9]{1,14}?(?:基本)?同步"
)

# ---- words around an amount ------------------------------------------------------------------------------------------

# The comparison that words before a figure make, in Chinese and English; of those near it the last decides.
BEFORE = {
    "at_least": (
        "不得?低于|不得?少于|不得?小于|不下于|至少|最少|达到?|(?:增加|提高|提升|上升|增长|扩大|恢复)[到至]|[增升]至|(?:稳定|保持|维持)在|≥|>=",
        "at least|no less than|not less than|no fewer than|minimum of|reach(?:ing|es)?",
    ),
    "more_than": (
        "超过|超(?!额)|突破|高于|大于|多于|逾|>(?!=)",
        "more than|over|exceed(?:ing|s)?|above|beyond",
    ),
    "at_most": (
        "不得?超过|不得?高于|不得?多于|不得?大于|不得?突破|(?:控制|限制)[在到]|[降减][到至]|最多|至多|"
        "(?:下降|降低|减少|压减|压缩|压降|缩短|缩小|缩减|收窄|精简|回落)[到至为]|≤|<=",
        "at most|no (?:more|longer|higher) than|not more than|not (?:to )?exceed(?:ing)?|within|up to|maximum of|capped at",
    ),
    "less_than": ("低于|少于|小于|不足|不到|不满|<(?!=)", "less than|under|below|fewer than"),
    "about": ("约|大约|近|将近|接近", "about|around|approximately|roughly|nearly|almost"),
}
BESIDE = re.compile(
    "[高低大小多少]于"
)  # 高于5% compares with 5%; 高于全省1个百分点 with the province
COMPARING = re.compile(
    "|".join(rf"(?P<{name}>{zh}|\b(?:{en})\b)" for name, (zh, en) in BEFORE.items()), re.IGNORECASE
)
AFTER = {
    "at_least": re.compile("以上|more|above|over"),
    "at_most": re.compile("以下|以内|之内|内|less|fewer|below|under"),
    "about": re.compile("左右|上下"),
}
# Of these less is better, whatever their clause leaves unsaid.
CEILING = re.compile(
    "(?:失业率|涨幅|死亡率|死亡人数|赤字率|负债率|债务率|发病率|不良率|辍学率|漏损率|事故率|unemployment|inflation)"
    "(?!.*(?:下降|降低|减少|回落|收窄|reduc|fall))",
    re.IGNORECASE,
)
ASPIRES = re.compile(
    "力争|争取(?!中央|上级|国家|[省市]|资金|项目|到位|专项|政策|债券|地方|.{0,4}资金)|力求|努力(?:实现|达到|完成)|strive|aim to|endeavou?r",
    re.IGNORECASE,
)
ENSURES = re.compile("确保|保证|务必|必须|ensure|guarantee", re.IGNORECASE)
CONNECTS = re.compile(" ?(?:、|和|及|与|以及|,| and |, and ) ?")

# 为任务的116.3%, 超任务17元: how much of a task is done, and no target.
RATE_BEFORE = re.compile(
    "(?:为|占|完成|达到?)[^,。;0-9]{0,10}(?:任务|目标|计划|预算)数?的?$|"
    "超额?[^,。;0-9]{0,6}(?:任务|目标|计划|序时)[^,。;0-9]{0,6}$|完成率[为达]?$"
)
# 从574元提高到609元: the first says where it starts from.
BASELINE_BEFORE = re.compile("[从由][^,。;0-9]{0,14}$")
BASELINE_AFTER = re.compile(
    "[^,。;]{0,24}?(?:提高|增加|提升|下降|降低|减少|上升|扩大|缩短|压缩|增长|降|升|增)[到至为]"
)
# A time is a target where it is what is aimed at: 压缩至3个工作日, 优良天数达312天; else it says how long: 15分钟生活圈.
TIMED_BEFORE = re.compile(
    "(?:达到?|(?:提高|增加|延长|缩短|压缩|压减|缩减|精简|控制|稳定|保持|降低|减少|减|降)[到至为在]|不得?(?:超过|少于|低于|高于)|"
    "天数|时间|时限|年限|寿命|时长|周期|小时数|日数|at least|within|no (?:longer|more) than) ?$"
)
