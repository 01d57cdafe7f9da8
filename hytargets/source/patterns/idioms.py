"""What only looks like a figure.

The reader of an audit is not asked about it, though a book may still cite it.
To teach the tool a new idiom, add it to its row. Of two that begin alike in a table, the longer
one stands first.
"""

import re

from hytargets.source.patterns.pieces import either

_LIST_NUMBER = "[一二三四五六七八九十]{1,3}"

_PLANS_AND_SLOGANS = either(
    "“?十[一二三四五]五”?(?:期间|时期|规划|末)?",  # “十四五”规划
    "四个(?:意识|自信|全面)|两个(?:维护|确立|一百年|毫不动摇|结合|健康)|三个(?:代表|务必)",
    "五位一体|六[稳保]|一国两制|三去一降一补|一带一 ?路",
    "中央一号文件|二十[大届]|十[八九][大届]",  # documents, party congresses
    "最多跑一次|一件事一次办|多规合一|双十一",
)
_SECTORS_AND_BODIES = either(
    "三农|三公(?=经费|”)|三保(?=支出|”)|两会|五保|两癌",
    "第[一二三]产业|[一二]{0,2}三产(?![量值出生])|[一二]产(?![量值出生])|三次产业",
    "第三方|第一(?:时间|书记|线|要务|责任|动力|资源|方阵|梯队)",
    "三甲|两岸|四套班子|[三四五](?:大洲)",
)
# one, in words that do not count
_ONE = either(
    "一(?:"
    + either(
        "批|般|定|直|些|样|致|律|旦|贯|向|体化?|流|线|方面|系列|揽子",
        "站式|网通[办管]|次性|门式|窗|条龙|盘棋|张网|把手",  # 一站式服务
        "心一意|点一滴|代|经|切|同|并|再|道|时|度|以贯之|视同仁|如既往|事一议|步|起来",
    )
    + ")",
    "[统同唯单专万合划进逐]一(?![个所座家条户人村])",  # 统一; not 统一个
    "其一",
)
# first, secondly: 一是…, 二要…
_FIRST_AND_SECOND = f"{_LIST_NUMBER}[是要](?=[\u4e00-\u9fff“])"
_SET_PHRASES = either(
    "百(?:姓|花|业|废|强|年|折不挠)|千(?:家万户|方百计|军万马|秋|年|篇一律)",
    "万(?:众|家|物|象|全|里|水千山|无一失)",
    "四(?:通八达|面八方|季|周)|五(?:湖四海|谷|彩|金)|八[方仙]",
    "三(?:令五申|维|军|夏|秋|伏)|二(?:维|手)|两[手翼侧旁]|两位数|[十万]分",
    "七夕|五一(?!个)|十一黄金周|三八|六一|八一|五四|九三",  # holidays and parties
    "[一二三四五两][级星](?![以])",  # 三级医院; not 三级以上
)
_PLACES = either(  # that end like a count, or begin like one
    "三[亚明峡台门]|五(?:台|家渠|指山)|九[江台]|四[川平会]|六[安盘]",
    "百色|千岛|万[州盛年]|十堰",
)
_ROUGH_MULTITUDES = either(
    "(?<![以迈跨登踏])[上数几近](?<!最近)[十百千万亿]{1,6}",  # 上百, 数千; not 以上百, 迈上千亿
    "(?<![完达建形])成[百千]",  # 成百上千; not 建成百个
    "[十百千万亿]{1,6}[余多](?=[家个名])",
)
# rates: per so many
_PER_SO_MANY = either(
    "每(?:[百千万亿]{1,4}|十万|百万|[0-9]{1,6}万?)(?:名|户|公里|平方公里|元)?(?:常住)?"
    "(?:人口|劳动力|人|老人)?",  # 每千名老人, 每10万人
    "[万亿]元(?=GDP|地区|国内|生产总值|工业|产值|农业)",  # 万元GDP能耗
    "[万千百](?=人(?:拥有|计划|口))",
)
_LETTERS_AND_DIGITS = either(
    # PM2.5, COVID-19, G20; not A50%
    r"(?<![A-Za-z])(?:[A-Za-z]{1,12}-?|[A-Z]\.)[0-9]{1,8}(?:\.[0-9]{1,4})?(?![0-9.]{0,8}[%万亿])",
    r"(?<![0-9.])[0-9]{1,4}(?:\.[0-9])?[A-Z]{1,3}(?![A-Za-z])级?",  # 5G, 4A级
)
# numbers of list items and notes
_LIST_ITEMS = either(
    rf"(?m:^)\(?(?:[0-9]{{1,2}}|{_LIST_NUMBER})[.、)]\)?(?=[ “A-Za-z\u4e00-\u9fff])",
    rf"[;。]\((?:[0-9]{{1,2}}|{_LIST_NUMBER})\)",
    r"\[[0-9]{1,3}\]",
)

IDIOMS = re.compile(
    either(
        _PLANS_AND_SLOGANS,
        _SECTORS_AND_BODIES,
        _ONE,
        _FIRST_AND_SECOND,
        _SET_PHRASES,
        _PLACES,
        _ROUGH_MULTITUDES,
        _PER_SO_MANY,
        _LETTERS_AND_DIGITS,
        _LIST_ITEMS,
    )
)
