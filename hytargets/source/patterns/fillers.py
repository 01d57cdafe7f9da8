"""Words around what is counted: dropped, so that the name of a target is left."""

import re

from hytargets.source.patterns.comparing import ASPIRES, BEFORE_EN, BEFORE_ZH, ENSURES
from hytargets.source.patterns.pieces import either, words

# ---- Chinese ---------------------------------------------------------------------------------

# Before a subject: 确保 of 确保新增城镇就业.
LEAD = re.compile(
    "(?:"
    + either(
        r"[\s“”、,和及与并]",
        "确保|力争|争取|力求|努力",  # how firmly
        "坚决|坚持|继续|大力|积极|扎实|深入|进一步|稳步|持续|着力|加快",  # how
        "推动|全力|统筹|重点|科学|有序",
        "今年|明年|全年|年内|年底前?|本年度?|到?[0-9]{4}年(?:底|末)?前?",  # when
        "全[市省县区州国](?![性域])|我[市省县区州]|其中",  # where
        "预期|预计|计划|主要预期目标",
        "将(?!军|来)|使(?!用)|把|要(?!素)|再(?!生|就业|制造)|还|也|为(?!民)|对(?!外|口|接)|给|在",
        "完成|实施|实现|抓好|推进|开展|落实|启动|解决|办好|进行|安排|组织|支持|做好|加强",  # that
    )
    + ")+"
)
# After a subject: 累计达到 of 城镇新增就业累计达到.
TAIL = re.compile(
    "(?:"
    + either(
        r"[\s“”、,]",
        "分别|均|都|各|累计|总数",
        "完成|力争|争取|确保|实现|只?有|仅",
        "的|等|为|至|到|在|由|从",
        "每[人户年月]|年均|目标|同比|拟按",
        BEFORE_ZH,
    )
    + ")+$"
)
# A subject that is nothing else says only what is done to the thing counted: 新建 of 新建20座公厕.
VERBS = re.compile(
    "(?:"
    + either(
        "新改扩建|新改建|改扩建|新建|改建|扩建|续建|提质改造|提质升级|改造|升级",  # build, rebuild
        "新增|净增|新开工|开工|竣工|建设|建成|打造|培育|创建",
        "引进|引育|投入|发放|减少|基本消除|消除|淘汰|整治|治理|帮扶|培训|剩余",
        "提升|修复|整备|筹集|惠及|带动|救助|建好|申报|认定|转移",
        "安置|搬迁|种植|新植|绿化|至少|新|和|及|、|增加|压减|退出|组建|改良",
        "铺设|安装|加装|更新|新招引|签约|落地|盘活|化解|处置",
    )
    + ")*"
)
# After the noun behind a figure: 治理任务, 创建工程.
NOUN_END = re.compile(r"(?:任务|工作|工程|目标|以上|等|[\s“”])+$")
QUOTATION_MARKS = re.compile("[“”]")

# ---- English ---------------------------------------------------------------------------------

# The number in what is printed, so that its unit is left.
NUMBER_EN = re.compile(
    r"^\D{0,12}[0-9.,]+(?: (?:and|to) [0-9.,]+|[-–][0-9.,]+)?"
    "(?: ?(?:[a-z]*illion|thousand|%|per cent|percent))?"
)
AUXILIARIES_EN = re.compile(
    either(
        rf"\b(?:{BEFORE_EN})\b",
        ENSURES.pattern,
        ASPIRES.pattern,
        r"^\s*(?:we |will |to |and |the |that )+",
    ),
    re.IGNORECASE,
)
WHEN_EN = re.compile(
    either(
        r"\b(?:by|in|before|until)(?: [A-Z][a-z]+)? [0-9]{4}\b",
        r"\b(?:to|of|by|in|is|be|and|or more|,)\s*$",
    )
)

# ---- what is dealt out -----------------------------------------------------------------------

BETWEEN_THINGS = re.compile("[、和与及]")
# 城镇、农村居民收入: the income of both
PLACES_OF_RESIDENTS = frozenset(words("城镇 农村 城市 乡村 市区 县城 城区"))
