"""Around a figure: the clause it stands in, how firmly that is said, by what comparison, and what is counted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hytargets.source import patterns as tables

Span = tuple[int, int]

_BOUNDARY = re.compile(r"[,;。!?:\n]|\.(?=\s|$)")
_SENTENCE = re.compile(r"[。;!?\n]")
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_NEAR, _NEAR_EN = 8, 24  # characters between a comparing word and its figure
_OPENING = 40  # characters before a clause in which 力争到2025年, may open it
_CLAUSE_AT_MOST = 120  # characters on each side of a figure
_NAME_AT_MOST = 60


def clause_spans(plain: str, spots: Sequence[Span]) -> list[Span]:
    """The clause of each spot: from one stop to the next, commas included, stops inside a figure not."""
    stops = [-1, *sorted(_stops(plain, spots)), len(plain)]
    clauses, at = [], 0
    for start, end in spots:
        while stops[at + 1] < end:
            at += 1
        first, last = (
            max(stops[at] + 1, start - _CLAUSE_AT_MOST),
            min(stops[at + 1], end + _CLAUSE_AT_MOST),
        )
        inner = plain[first:last]
        first += len(inner) - len(inner.lstrip())
        clauses.append((first, first + len(inner.strip())))
    return clauses


def _stops(plain: str, spots: Sequence[Span]) -> Iterator[int]:
    inside = bytearray(len(plain))
    for start, end in spots:
        inside[start:end] = b"\1" * (end - start)
    yield from (match.start() for match in _BOUNDARY.finditer(plain) if not inside[match.start()])
    for brackets in _BRACKETS.finditer(plain):
        if any(inside[brackets.start() + 1 : brackets.end() - 1]) and not inside[brackets.start()]:
            yield brackets.start()
            yield brackets.end() - 1


# 力争到2025年,…: a clause that only says when opens the next one.
_TIME_OPENING = re.compile(
    rf"(?:{tables.ASPIRES.pattern})[用通过到在]{{0,2}}[^,。;]{{2,12}}[年月底前内时间力],$"
)


def is_aspirational(plain: str, clause: Span, at: int) -> bool:
    """Is the figure only striven for? 力争 makes its own clause so, up to the next 确保."""
    first = clause[0]
    earliest = max(first - _OPENING, 0)
    opening = _TIME_OPENING.search(plain[earliest:first])
    said = plain[earliest + opening.start() if opening else first : at]
    aspires = [match.start() for match in tables.ASPIRES.finditer(said)]
    ensures = [match.start() for match in tables.ENSURES.finditer(said)]
    return bool(aspires) and (not ensures or ensures[-1] < aspires[-1])


def comparison_before(before: str) -> str:
    """The comparison that the words before a figure make, or an empty text."""
    before = _BOUNDARY.split(before)[-1]
    words = list(tables.COMPARING.finditer(before))
    if words:
        last, near = words[-1], _NEAR_EN if before.isascii() else _NEAR
        gap = before[last.end() :]
        near = 1 if tables.BESIDE.fullmatch(last[0]) else near if len(last[0]) > 1 else 0
        if len(gap) <= near and "、" not in gap:
            return last.lastgroup or ""
    return "at_most" if before.endswith("前") or tables.CEILING.search(before) else ""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure with the words of its clause before and after it, up to the figures beside it."""

    span: Span
    clause: Span
    head: str
    printed: str
    tail: str
    follows: bool  # another figure in its clause


def names_of(
    plain: str, spots: Sequence[Span], clauses: Sequence[Span], counts: Sequence[bool]
) -> list[str]:
    """What each spot is a figure of. Only spots that count part a clause: a year stays in the name beside it."""
    names: list[str] = []
    latest = ""
    dealt = _dealt(plain, spots, clauses, counts)
    for index, counted in enumerate(_counted(plain, spots, clauses, counts)):
        name = dealt.get(index) or _name(plain, counted)
        same_sentence = index > 0 and not _SENTENCE.search(
            plain, spots[index - 1][1], spots[index][0]
        )
        name = name or (latest if same_sentence else "") or plain[slice(*counted.clause)]
        names.append(re.sub("[“”]", "", name)[:_NAME_AT_MOST].strip())
        latest = names[-1] if counts[index] else latest
    return names


def _counted(
    plain: str, spots: Sequence[Span], clauses: Sequence[Span], counts: Sequence[bool]
) -> Iterator[_Counted]:
    following, after = [len(plain)] * len(spots), len(plain)
    for index in reversed(range(len(spots))):
        following[index] = after
        after = spots[index][0] if counts[index] else after
    before = 0
    for index, ((start, end), (first, last)) in enumerate(zip(spots, clauses, strict=True)):
        head, tail = (
            plain[max(first, before) : start],
            plain[end : max(min(last, following[index]), end)],
        )
        yield _Counted((start, end), (first, last), head, plain[start:end], tail, before > first)
        before = end if counts[index] else before


def _name(plain: str, counted: _Counted) -> str:
    (start, end), (first, last) = counted.span, counted.clause
    if plain[first:last].isascii():
        return _english(counted)
    opened, closed = plain.rfind("“", first, start), plain.find("”", end, last)
    if opened > plain.rfind("”", first, start) and closed >= 0:  # “五县(区)十镇百村”示范创建工程
        return _NOUN_END.sub("", plain[closed + 1 : last]) + counted.printed
    # In 18个县摘帽、2700个村出列 what stands before the pause belongs to the figure before.
    head = counted.head.rpartition("、")[2] if counted.follows else counted.head
    subject = _subject(head)
    if subject and not _VERBS.fullmatch(subject) and not head.endswith("等"):
        return subject
    noun = _NOUN_END.sub("", re.split(r"[、(]", counted.tail.lstrip("的"))[0]).strip("“” ")
    verb = "" if head.endswith("等") else subject
    return f"{verb}{noun}" if noun else ""


_LEAD = re.compile(
    r"(?:[\s“”、,和及与并]|"
    r"确保|力争|争取|力求|努力|坚决|坚持|继续|大力|积极|扎实|深入|进一步|稳步|持续|着力|加快|推动|全力|统筹|重点|科学|有序|"
    r"今年|明年|全年|年内|年底前?|本年度?|到?[0-9]{4}年(?:底|末)?前?|全[市省县区州国](?![性域])|我[市省县区州]|其中|预期|预计|计划|"
    r"主要预期目标|将(?!军|来)|使(?!用)|把|要(?!素)|再(?!生|就业|制造)|还|也|为(?!民)|对(?!外|口|接)|给|在|"
    r"完成|实施|实现|抓好|推进|开展|落实|启动|解决|办好|进行|安排|组织|支持|做好|加强)+"
)
_TAIL = re.compile(
    r"(?:[\s“”、,]|分别|均|都|各|累计|总数|完成|力争|争取|确保|实现|只?有|仅|的|等|为|至|到|在|由|从|每[人户年月]|年均|目标|同比|拟按|"
    rf"{'|'.join(zh for zh, _ in tables.BEFORE.values())})+$"
)
_VERBS = re.compile(
    r"(?:新改扩建|新改建|改扩建|新建|改建|扩建|续建|提质改造|提质升级|改造|升级|新增|净增|新开工|开工|竣工|建设|建成|打造|培育|创建|"
    r"引进|引育|投入|发放|减少|基本消除|消除|淘汰|整治|治理|帮扶|培训|剩余|提升|修复|整备|筹集|惠及|带动|救助|建好|申报|认定|转移|"
    r"安置|搬迁|种植|新植|绿化|至少|新|和|及|、|增加|压减|退出|组建|改良|铺设|安装|加装|更新|新招引|签约|落地|盘活|化解|处置)*"
)
_NOUN_END = re.compile(r"(?:任务|工作|工程|目标|以上|等|[\s“”])+$")


def _subject(head: str) -> str:
    """新增城镇就业 of 确保新增城镇就业."""
    opening = _LEAD.match(head)
    return _TAIL.sub("", head[opening.end() if opening else 0 :]).strip("“” ")


_NUMBER_EN = re.compile(
    r"^\D{0,12}[0-9.,]+(?: (?:and|to) [0-9.,]+|[-–][0-9.,]+)?(?: ?(?:[a-z]*illion|thousand|%|per cent|percent))?"
)
_HELPERS_EN = re.compile(
    rf"\b(?:{'|'.join(en for _, en in tables.BEFORE.values())})\b|{tables.ENSURES.pattern}|{tables.ASPIRES.pattern}|"
    r"^\s*(?:we |will |to |and |the |that )+",
    re.IGNORECASE,
)
_WHEN_EN = re.compile(
    r"\b(?:by|in|before|until)(?: [A-Z][a-z]+)? [0-9]{4}\b|\b(?:to|of|by|in|is|be|and|or more|,)\s*$"
)


def _english(counted: _Counted) -> str:
    words = f"{_HELPERS_EN.sub(' ', counted.head).strip()} {_NUMBER_EN.sub('', counted.printed)} {counted.tail}"
    return " ".join(_WHEN_EN.sub(" ", words).split()).strip(" -—")


def _dealt(
    plain: str, spots: Sequence[Span], clauses: Sequence[Span], counts: Sequence[bool]
) -> dict[int, str]:
    """The names of figures that 分别 deals out: 公办幼儿园、普惠性幼儿园在园幼儿比例分别达50%、80%."""
    names: dict[int, str] = {}
    for group in _lists(plain, spots, counts):
        head = plain[clauses[group[0]][0] : spots[group[0]][0]]
        if len(group) > 1 and "分别" in head:
            names |= {
                index: _share(_subject(head), number, len(group))
                for number, index in enumerate(group)
            }
    return names


def _lists(plain: str, spots: Sequence[Span], counts: Sequence[bool]) -> Iterator[list[int]]:
    group: list[int] = []
    for index, (start, _) in enumerate(spots):
        goes_on = (
            group
            and counts[index]
            and tables.CONNECTS.fullmatch(plain[spots[group[-1]][1] : start])
        )
        if not goes_on:
            yield from [group] if group else []
            group = []
        group.append(index)
    yield from [group] if group else []


_PLACES = frozenset(
    {"城镇", "农村", "城市", "乡村", "市区", "县城", "城区"}
)  # 城镇、农村居民收入: of both


def _share(subject: str, number: int, of: int) -> str:
    """公办幼儿园在园幼儿比例: the first of two things, with the words that only the last one says."""
    things, _, verb = subject.partition("分别")
    parts = re.split(r"[、和与及]", things)
    if len(parts) != of:
        return things + verb
    own, last = parts[number], parts[-1]
    if number < of - 1:
        endings = (own[at:] for at in range(max(len(own) - 8, 0), len(own) - 1))
        common = next((ending for ending in endings if ending in last), "")
        own += last.rpartition(common)[2] if common else last[len(own) :] if own in _PLACES else ""
    return own + verb
