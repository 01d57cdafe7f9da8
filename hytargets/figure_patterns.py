"""The tables by which figures are told from words: numerals, units, idioms, and words that imply a number.

Every pattern is written for text whose full-width forms have been made plain (`quantity.plain_forms`).
"""

import re
from decimal import Decimal
from typing import NamedTuple

_DIGIT = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
NUMERAL = "零〇一二两三四五六七八九十百千万亿"
NAMING = frozenset("一二两三四五六七八九十百千万亿0123456789")  # in a name; 零 is none


def chinese_number(text: str) -> int | None:
    """Read a whole number: 十一, 两百, 三千五百万, 二〇二〇, or plain digits. None where it is no number."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or set(text) - set(NUMERAL):
        return None
    if set(text) <= _DIGIT.keys():
        return int("".join(str(_DIGIT[character]) for character in text))
    total = part = 0
    digit: int | None = None
    for character in text:
        if character in _DIGIT:
            digit = _DIGIT[character]
        elif character in _TENS:
            part += (1 if digit is None else digit) * _TENS[character]
            digit = None
        else:
            part += digit or 0
            total = (total + part or 1) * _MYRIADS[character] if character == "亿" else total + (part or 1) * 10**4
            part, digit = 0, None
    return total + part + (digit or 0)


# Arabic numerals
NUMBER = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?(?![0-9])"
SCALE = r"万亿|千万|百万|十万|亿|万|千(?![米克瓦伏帕卡升赫])"
SCALE_EN = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
TO = r" ?(?:[-—–~]{1,2}|至|到|\bto\b) ?"
SUFFIX = r"(?:\((?:含|次|部|处|户)\))?(?:(?:及|或|\(含\))?(?:其)?以[上下]|以内|之内|左右|上下|内(?=[,。;、)]|$))"
SUFFIX_EN = r" (?:or|and) (?:more|above|over|less|fewer|below|under)"

# Units. Percent and money first; what counts things; what measures them; what ages, volts and the like describe.
PERCENT = ("个百分点", "百分点", "个点", "%", "‰")
MONEY = ("美元", "欧元", "港元", "日元", "元", "块钱")
COUNTED = (
    "个工作日|个位次|位次|人次|人份|户次|车次|班次|架次|人|名|位|户|口|个|家庭|家|所|座|处|项|条|套|间|件|例|起|台套|台|辆|架|艘|张|床|"
    "本|册|部|种|类|批|次|场|期|届|班|支|队|株|棵|头|只|羽|眼|孔|块|片|宗|笔|份|根|对|盏|面|幅|门|课时|学时|倍|成|折|级|"
    "幢|栋|桶|箱|瓶|枚|列|颗|尾|匹|标箱|标准箱|标台|车位|泊位|床位|学位|站|点|期|强"
)
ADMIN = "县市区|县\\(市、区\\)|县\\(区\\)|县\\(市\\)|县市|县区|县|市|区|乡镇|镇|乡|村居|村|社区|街道|户|校|企|园"
MEASURED = (
    "平方公里|平方千米|平方米|平米|立方米|公里|千米|厘米|毫米|海里|米|公顷|亩|万方|立方|方|升|"
    "吨标准煤|吨标煤|吨|公斤|千克|斤|克|毫克|微克|千瓦时|千瓦|兆瓦时|兆瓦|吉瓦|度电|度|千伏安|千伏|伏|蒸吨|兆|"
    "㎡|km²|km2|m²|m2|㎞|km|kV|kWh|kW|MW|GWh|GW|TEU|Gbps|Mbps|GB|TB|PB|EFLOPS|ha\\b|t\\b|P\\b"
)
TIME = "个小时|小时|分钟|秒|个月|周岁|周年|学年|年|天|日|月|季度|周|岁"
TIME_EN = r"(?:school )?(?:years?|months?|weeks?|days?|hours?|minutes?)"
_UNITS = "|".join((*PERCENT, "(?:[:∶]1(?![0-9]))", *MONEY, COUNTED, MEASURED, TIME, ADMIN)).split("|")
UNIT = (
    "(?:"
    + "|".join(sorted(_UNITS, key=lambda word: -len(word.replace("\\", ""))))
    + ")(?:/(?:[\u4e00-\u9fff]{1,4}?(?=[^\u4e00-\u9fff]|以[上下内]|左右|$)|[a-zA-Z]{1,3}))?"
)
_NOT_EN = r"(?!(?:of|in|by|to|and|for|with|per|on|at|as|or|from|is|are|will|a|the|year|more|less)\b)"
UNIT_EN = rf"percentage points?|per cent|percent|(?:{_NOT_EN}[a-z][a-z-]* ){{0,3}}?(?:{_NOT_EN}[a-z][a-z-]*[^\Ws]s|people)\b|{_NOT_EN}[a-z][a-z-]*\b"
DESCRIBES = re.compile(
    r"千伏安?|伏|kV|人|岁|周岁|元|美元|户|平方米|亩|千瓦|兆瓦|蒸吨|吨|米|级|度|分|张|床|头|年|立方米|方|公里"
)
VOLTAGE = frozenset({"千伏", "kV", "伏", "强"})
COUNTS_THINGS = re.compile(r"个|[二两三四五六七八九十百千万]*(?:家|所|座|处|项|条|套|间|件|台|辆|名|位|支|场|批)")

# Look like figures, and are none: the reader is not asked about them. A book may still cite them.
IDIOMS = re.compile(
    "|".join(
        (
            # slogans and institutions with a number inside
            r"[“]?十[一二三四五]五[”]?(?:期间|时期|规划|末)?|四个(?:意识|自信|全面)|两个(?:维护|确立|一百年|毫不动摇|结合|健康)|"
            r"三个(?:代表|务必)|五位一体|六[稳保][”]?|三农|三公(?=经费|”)|三保(?=支出|”)|两会|五保|两癌|"
            r"中央一号文件|二十[大届]|十[八九][大届]|一国两制|"
            r"三去一降一补|一带一[ ]?路|长三角|珠三角|金三角|三角洲|第[一二三]产业|[一二]?[一二三]产(?!量|值|出|生)|三次产业",
            # one, in words that do not count
            r"一(?:批|般|定|直|些|样|致|律|旦|贯|向|体化?|流|线|方面|系列|揽子|站式|网通[办管]|次性|门式|窗|条龙|盘棋|张网|"
            r"把手|心一意|点一滴|代|经|切|同|并|再|道|时|度|以贯之|视同仁|如既往|事一议|步|起来)|"
            r"[统同唯单专万合划进逐第][一](?![个所座家条户人村])|多规合一|最多跑一次|一件事一次办|第三方|第一(?:时间|书记|线|要务|责任|动力|资源|方阵|梯队)|"
            r"其一|双十一|\[[0-9]+\]|[一二三四五六七八九十]+(?:是|要)(?=[\u4e00-\u9fff“])",
            # set phrases
            r"百(?:姓|花|业|废|强|年|年大计|折不挠|分点)|千(?:家万户|方百计|军万马|秋|年|篇一律|万(?!元|人|吨|亩|户|千))|"
            r"万(?:众|家|物|象|全|里|水千山|无一失|企兴万村)|"
            r"四(?:通八达|面八方|季|周|套班子)|五(?:湖四海|谷|彩|金|星)|八(?:方|仙)|七夕|五一(?!个)|十一黄金周|三八|六一|八一|五四|九三|"
            r"三(?:令五申|甲|级|星|方|维|军|夏|秋|伏)|二(?:级|维|手|次(?!产业))|四级|五级|两(?:级|岸|手|翼|侧|旁)|"
            r"两位数|十分|万分",
            # places whose name ends like a count
            r"三[亚明峡台门]|五(?:台|家渠|指山)|九[江台]|四[川平会]|六[安盘]|百色|八里|千岛|万[州盛年]|十堰",
            # rough multitudes
            r"(?<![以迈跨登踏])[上数几近](?<!最近)[十百千万亿]+|(?<![完达建形])成[百千]|[十百千万亿]+[余多](?=[家个名])",
            # rates per so many, and labels of letters and digits
            r"每(?:[百千万亿]+|十万|百万|[0-9]+万?)(?:名|户|公里|平方公里|元)?(?:常住)?(?:人口|劳动力|人|老人)?|"
            r"万元(?=GDP|地区|国内|生产总值|工业|产值|农业)|[万千百](?=人(?:拥有|计划|口))|"
            r"(?:[A-Za-z]+-?|[A-Z]\.)[0-9]+(?:\.[0-9]+)?(?![0-9.]*[%万亿])|[0-9]+(?:\.[0-9]+)?[A-Z]+(?![A-Za-z])级?(?!\b *(?:by|in))|"
            r"(?m:^)\(?(?:[0-9]{1,2}|[一二三四五六七八九十]+)[.、)]\)?(?=[ “A-Za-z\u4e00-\u9fff])|[;。]\((?:[0-9]{1,2}|[一二三四五六七八九十])\)",
        )
    )
)

# Years, dates, months, quarters
_YYYY = r"(?:19|20|21)[0-9]{2}"
_MONTHS_EN = r"January|February|March|April|May|June|July|August|September|October|November|December"
DATES = re.compile(
    rf"{_YYYY}(?:{TO}{_YYYY})? ?年(?:度|底|末|初|前|间|内)?(?: ?[0-9]{{1,2}} ?月)?(?:(?:{TO})[0-9]{{1,2}} ?月)?(?: ?[0-9]{{1,2}} ?[日号])?(?:底|末)?前?|"
    rf"[0-9]{{1,2}}(?:{TO}[0-9]{{1,2}})? ?月(?!均)(?: ?[0-9]{{1,2}} ?[日号])?(?:底|末|份|初)?前?|"
    rf"{_YYYY}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?(?![0-9%])|[二一][〇零九][〇零一二三四五六七八九]{{2}}年|"
    r"前?[一二三四1-4]个?季度|[一二三四五六七八九十]{1,3}月(?:底|末|份|初|[一二三四五六七八九十]{1,3}日?)?|"
    rf"(?:\b[0-9]{{1,2}} )?(?:{_MONTHS_EN})(?: [0-9]{{1,2}},)? {_YYYY}\b|\bFY ?{_YYYY}|"
    rf"(?:(?<=\bby )|(?<=\bin )|(?<=\bof )|(?<=\bto )|(?<=\bsince )|(?<=\bfrom )|(?<=\buntil )|(?<=\bbefore )|(?<=\bfor )|"
    rf"(?<=\bafter )|(?<=\bduring ))(?:{_YYYY})(?:[-–/](?:{_YYYY}|[0-9]{{2}}))?\b(?! ?[%a-z]*s\b)|\b{_YYYY}[-–](?:[0-9]{{2}}|{_YYYY})\b(?!%)"
)  # fmt: skip

LIKE_A_YEAR = re.compile(_YYYY)
_HAN = r"[\u4e00-\u9fff]"
ORDINALS = re.compile(
    rf"第[{NUMERAL}0-9]+(?:届|个|批|次|期|轮|名|位|条|章|季度|产业|{_HAN})?|[{NUMERAL}]+期(?=工程|项目|建设|扩|、|及|和|,|。|\))|"
    rf"[一二三四五六七八九十0-9]+期工程|[0-9]+号(?:线|楼|路|桥|井|文|令|台风)?"
)
PLANS = re.compile(rf"[{NUMERAL}0-9]+年(?=[\u4e00-\u9fff]{{0,4}}(?:行动|计划|规划|攻坚|方案|整治|提升))")
LABELS = re.compile(
    r"[〔\[][0-9]{4}[〕\]][0-9]+号|[0-9]{3,5}(?=[”\"]?(?:政务|便民|市民|服务|热线|平台|举报|指挥))|[0-9]+\.[0-9]版?(?=版)|"
    r"[0-9]+(?:[+×*][0-9NnXx]+(?:万|亿)?(?:千瓦|兆瓦)?)+|[0-9.]+(?:[:∶][0-9.]+){2,}|(?<![0-9])[0-9]+强|[百千]强|"
    r"[两三四五六七八九十]大(?!队|学|会|力|幅|道)|(?<=[市县区铁])[一二三四五六七八九十]+[中小](?!心|型|微|企|学?生)|"
    r"[百千万]亿(?:级|产业|企业|园区|集群)"
)
RUN_OF_NAMES = re.compile(rf"(?:[一二两三四五六七八九十百千万](?![{NUMERAL}])[\u4e00-\u9fff]{{1,2}}?){{2,}}")
ADMIN_COUNT = re.compile(rf"(?P<n>[{NUMERAL}]+)(?P<unit>{ADMIN})")
SLOGAN_CLAUSE = re.compile(r"“[^“”]{1,24}”|《[^《》]{1,40}》")

# Chinese numerals that count
_COUNTER = rf"个百分点|平方公里|立方米|平方米|公里|公顷|千瓦|工作日|个|家|所|座|处|项|条|套|间|件|台|辆|种|类|场|支|名|位|人次|人|亩|吨|元|倍|成|次|{ADMIN}"
COUNT = re.compile(
    rf"(?<![{NUMERAL}第周星期])(?P<n>(?:[一二两三四五六七八九]?[十百千万亿][{NUMERAL}]*|[二两三四五六七八九]))(?P<unit>{_COUNTER})(?P<suffix>{SUFFIX})?"
)
COUNT_SPAN = re.compile(rf"(?P<n>[一二两三四五六七八九])(?:至|到)(?P<high>[二三四五六七八九十])(?P<unit>{_COUNTER})")
ONE_BUILT = re.compile(
    r"(?:新建|建成|建设|创建|引进|打造|新增|开工|组建|办好|启动)(?P<n>一)(?P<unit>所|座|家|条|处|栋|支|艘|架|台|对)"
)
AT_LEAST_COUNT = re.compile(rf"至少[^,。;、0-9]{{0,4}}?(?P<n>[一二两三四五六七八九十百千]+)(?P<unit>{_COUNTER})")
CHINESE_PERCENT = re.compile(
    rf"(?P<unit>百分之)(?P<n>[{NUMERAL}]+)(?:点(?P<decimals>[零一二三四五六七八九]+))?(?P<suffix>{SUFFIX})?"
)
CHINESE_FRACTION = re.compile(rf"[{NUMERAL}]+分之[{NUMERAL}]+(?:{SUFFIX})?")
BIG_MONEY = re.compile(r"(?P<n>[一二三四五六七八九]?[十百千万]*亿)(?P<unit>元)?")
BIG_BEFORE = re.compile(r"(?:突破|超过?|达到?|迈[上过]|跨[过越]|冲刺)$")
BARE_MAGNITUDE = re.compile(
    rf"(?<![{NUMERAL}0-9])[十百千万]*[万亿](?:元|人|吨|亩|头|只|羽|户|平方米)(?:以上|以下)?(?=[\u4e00-\u9fff])"
)
SPAN_OF_TIME = re.compile(r"[二两三四五六七八九十百]+(?:多|余)?(?:周年|年|个月|天|小时|个工作日)(?:来|多|内|左右)?")


class Implied(NamedTuple):
    """Words that imply a number: which one, and how the actual must stand to it."""

    pattern: re.Pattern[str]
    comparison: str
    value: Decimal
    unit: str


def _implied(pattern: str, comparison: str, value: int, unit: str) -> Implied:
    return Implied(re.compile(pattern), comparison, Decimal(value), unit)


IMPLIED = (
    _implied(
        r"(?:每个?|各)[^,。;、]{1,8}?(?:至少|都|均)?[^,。;、0-9]{0,2}(?:有|办好|建成|建好|建有|建设|配备|拥有|打造|新建|设立)"
        r"[^,。;0-9]{0,2}[一1][所个家座处名支]",
        "at_least", 100, "%",
    ),
    _implied(
        r"不[漏落让丢少掉留][^,。;、0-9]{0,4}一[户人个处家名村]|一[户人个村]都?不(?:能|可)?(?:少|落|漏|掉队)", "at_most", 0, "",
    ),
    _implied(r"[“]?负增长[”]?", "less_than", 0, "%"),
    _implied(r"[“]?零增长[”]?", "at_most", 0, "%"),
    _implied(r"(?:实现|由负转)正增长|由负转正", "more_than", 0, "%"),
    _implied(r"翻两番", "at_least", 300, "%"),
    _implied(r"翻一?番", "at_least", 100, "%"),
    _implied(
        r"全域覆盖|全面覆盖|全覆盖|全面(?:完成|建成(?!小康)|达标|投产|开工|完工|竣工)|全部(?:完成|建成|达标|投产|开工|脱贫|摘帽|投入使用|完工|竣工|退出)|"
        r"稳定达标|应([\u4e00-\u9fff])尽\1",
        "at_least", 100, "%",
    ),
    _implied(
        r"(?:基本|彻底|全面|全部|有效|动态)(?:消除|清零|消灭|取缔)|(?<![基本])清零|(?:基本)?(?:无拖欠|零拖欠|不拖欠)|"
        r"零(?:死亡|事故|发生|新增|排放|上访|感染|就业家庭动态清零|投诉|发案)",
        "at_most", 0, "",
    ),
)  # fmt: skip

# A number is meant and none can be read: no measure, or one that somebody else sets.
VAGUE = re.compile(r"不发生|零容忍|遏制|杜绝|足额|基本完成|基本建成|过半|一半以上|半数以上|倍增(?!计划|行动|工程)")
ELSEWHERE = re.compile(
    r"(?:完成|达到|控制在|实现)[^,。;0-9]{0,12}?(?:上级|国家|[省市](?=下|规|考|确|要|任|目|控|定)|考核|[省市国]定|下达)[^,。;0-9]{0,10}?"
    r"(?:目标任务|任务|目标|要求|指标|标准|控制数)|"
    r"(?:不?[高低少]于|优于|快于|好于|超过|保持)(?:全国|全省|全市|上年|去年|经济增长|GDP|国家|省)(?:平均)?(?:增速|增长|水平|标准|目标)*"
    r"(?![^,。;]{0,10}[0-9])|(?:与|和|同)[^,。;0-9]{1,14}(?:基本)?同步"
)

# The comparison that words before a figure make; of those near it the last decides.
BEFORE = {
    "at_least": (
        "不得?低于|不得?少于|不得?小于|不下于|至少|最少|达到?|(?:增加|提高|提升|上升|增长|扩大|恢复)[到至]|[增升]至|(?:稳定|保持|维持)在",
        "at least|no less than|not less than|no fewer than|minimum of|reach(?:ing|es)?",
    ),
    "more_than": ("超过|超(?!额)|突破|高于|大于|多于|逾", "more than|over|exceed(?:ing|s)?|above|beyond"),
    "at_most": (
        "不得?超过|不得?高于|不得?多于|不得?大于|不得?突破|(?:控制|限制)[在到]|[降减][到至]|最多|至多|"
        "(?:下降|降低|减少|压减|压缩|压降|缩短|缩小|收窄|精简|回落)[到至为]",
        "at most|no (?:more|longer|higher) than|not more than|not (?:to )?exceed(?:ing)?|within|up to|maximum of|capped at",
    ),
    "less_than": ("低于|少于|小于|不足|不到|不满", "less than|under|below|fewer than"),
    "about": ("约|大约|近|将近|接近", "about|around|approximately|roughly|nearly|almost"),
}
PREFIX = re.compile("|".join(rf"(?P<{name}>{zh}|\b(?:{en})\b)" for name, (zh, en) in BEFORE.items()), re.IGNORECASE)
AFTER = {
    "at_least": re.compile(r"以上|more|above|over"),
    "at_most": re.compile(r"以下|以内|之内|内|less|fewer|below|under"),
    "about": re.compile(r"左右|上下"),
}
CEILING = re.compile(
    r"失业率|涨幅|死亡率|死亡人数|赤字率|负债率|债务率|发病率|不良率|辍学率|漏损率|事故率|发生率$|unemployment|inflation",
    re.IGNORECASE,
)
ASPIRES = re.compile(r"力争|争取|力求|努力(?:实现|达到|完成)|strive|aim to|endeavou?r", re.IGNORECASE)
ENSURES = re.compile(r"确保|保证|务必|必须|ensure|guarantee", re.IGNORECASE)

# A figure that only says how much of a task is done, or where something comes from
RATE_BEFORE = re.compile(
    r"(?:为|占|完成|达到?)[^,。;0-9]{0,10}(?:任务|目标|计划|预算)数?的?$|超(?:额)?[^,。;0-9]{0,6}(?:任务|目标|计划|序时)[^,。;0-9]{0,6}$|"
    r"完成率[为达]?$"
)
BASELINE_BEFORE = re.compile(r"(?:从|由)[^,。;0-9]{0,14}$")
BASELINE_AFTER = re.compile(
    r"[^,。;]{0,24}?(?:提高|增加|提升|下降|降低|减少|上升|扩大|缩短|压缩|增长|降|升|增)(?:到|至|为)|\s*to\s"
)
TIMED_BEFORE = re.compile(
    r"(?:达到?|(?:提高|增加|延长|缩短|压缩|压减|缩减|精简|控制|稳定|保持|降低|减少|减|降)(?:到|至|为|在)|不[得]?(?:超过|少于|低于|高于)|"
    r"天数|时间|时限|年限|寿命|时长|周期|小时数|日数|比例|at least|within|no longer than)[ ]?$"
)
CONNECTS = re.compile(r" ?(?:、|和|及|与|以及|,| and |, and ) ?")
