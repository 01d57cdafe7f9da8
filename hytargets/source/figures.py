"""Figures in prose: amounts, counts, and words that imply a number, each with its unit, comparison and clause."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from hytargets.source import patterns as tables
from hytargets.source.clauses import clause_spans, comparison_before, is_aspirational, names_of
from hytargets.source.idioms import IDIOMS
from hytargets.source.sections import Passage, TextSection
from hytargets.values.characters import plain_forms
from hytargets.values.number import SCALES, exact
from hytargets.values.numerals import chinese_number


class Kind(StrEnum):
    """What a figure is. Amounts, counts and implied numbers read like targets; the rest is no target."""

    AMOUNT = "amount"
    CHINESE = "chinese"
    IMPLIED = "implied"
    VAGUE = "vague"
    ELSEWHERE = "elsewhere"
    YEAR = "year"
    DURATION = "duration"
    ORDINAL = "ordinal"
    PLAN = "plan"
    NAME = "name"
    DEFINITION = "definition"
    RATE = "rate"
    BASELINE = "baseline"

    @property
    def reads_like_a_target(self) -> bool:
        """Does it commit to a number?"""
        return self in {Kind.AMOUNT, Kind.CHINESE, Kind.IMPLIED}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure found. Offsets count in the passage; the core is the number itself, without its unit."""

    kind: Kind
    printed: str
    start: int
    end: int
    core: tuple[int, int]
    line: int
    values: tuple[
        Decimal, ...
    ]  # one; two of a range, in the scale's base; none where no number can be read
    digits: tuple[str, ...]  # the values as printed, with their scale: 7.5万
    scale: str
    unit: str
    comparison: str
    aspirational: bool
    clause: str
    clause_start: int
    name: str


@dataclass(frozen=True, slots=True)
class _Spot:
    kind: Kind
    start: int
    end: int
    core: tuple[int, int]
    values: tuple[Decimal, ...] = ()
    digits: tuple[str, ...] = ()
    scale: str = ""
    unit: str = ""
    comparison: str = ""  # said by its own words, before or after
    said_after: bool = False


_AMOUNT = re.compile(
    rf"(?P<money>[$£€¥￥] ?)?(?P<between>[Bb]etween )?(?<![0-9.])(?:(?<![\w.%)])[+-])?"
    rf"(?P<low>{tables.NUMBER})(?P<low_more>[多余])?(?: ?(?P<low_scale>{tables.SCALE}))?"
    rf"(?:(?P<low_unit>{tables.UNIT})?(?(between)(?: and | to )|{tables.TO})"
    rf"(?P<high>{tables.NUMBER})(?: ?(?P<high_scale>{tables.SCALE}))?)?"
    rf"(?P<more>[多余])?(?: (?P<en_scale>{'|'.join(tables.SCALE_EN)})\b)?"
    rf"(?: ?(?P<unit>{tables.UNIT})| (?P<en_unit>{tables.UNIT_EN}))?"
    rf"(?P<suffix>(?:多|余)?{tables.SUFFIX}|{tables.SUFFIX_EN})?"
)


def section_figures(section: TextSection) -> tuple[Figure, ...]:
    """The figures of a section: of its title amounts only, for its other numerals name the section."""
    body = len(section.title)
    found = find_figures(section.passage)
    return tuple(figure for figure in found if figure.start >= body or figure.kind is Kind.AMOUNT)


def find_figures(passage: Passage | str) -> tuple[Figure, ...]:
    """Every figure of a passage, in its order."""
    passage = Passage(passage) if isinstance(passage, str) else passage
    plain = _plain(passage.text)
    spots = _coordinated(
        plain, _classified(plain, sorted(_spots(plain), key=lambda spot: spot.start))
    )
    clauses = clause_spans(plain, [(spot.start, spot.end) for spot in spots])
    counts = [spot.kind.reads_like_a_target for spot in spots]
    names = names_of(plain, [(spot.start, spot.end) for spot in spots], clauses, counts)
    return tuple(
        Figure(
            kind=spot.kind,
            printed=passage.text[spot.start : spot.end],
            start=spot.start,
            end=spot.end,
            core=spot.core,
            line=passage.line_at(spot.start),
            values=spot.values,
            digits=spot.digits,
            scale=spot.scale,
            unit=spot.unit,
            comparison=spot.comparison or "at_least",
            aspirational=is_aspirational(plain, clause, spot.start),
            clause=passage.text[clause[0] : clause[1]],
            clause_start=clause[0],
            name=name,
        )
        for spot, clause, name in zip(spots, clauses, names, strict=True)
    )


_QUOTES = str.maketrans("「」『』", "“”“”")
_STRAIGHT = re.compile(r"(?<![0-9])\"([^\"\n]{1,40})\"")


def _plain(text: str) -> str:
    """Full-width forms and quotation marks made plain, every character in its place."""
    return _STRAIGHT.sub(r"“\1”", plain_forms(f"|{text}|")[1:-1].translate(_QUOTES))


@dataclass(slots=True)
class _Finder:
    """Takes spots from a text, each stretch once: what is taken first wins."""

    plain: str
    taken: bytearray = field(init=False)
    spots: list[_Spot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.taken = bytearray(len(self.plain))

    def is_free(self, start: int, end: int) -> bool:
        """Is the stretch still untaken?"""
        return not any(self.taken[start:end])

    def mask(self, start: int, end: int) -> None:
        """Take a stretch that is no figure."""
        self.taken[start:end] = b"\1" * (end - start)

    def add(self, spot: _Spot) -> None:
        """Take a spot, unless part of it is taken."""
        if spot.start < spot.end and self.is_free(spot.start, spot.end):
            self.mask(spot.start, spot.end)
            self.spots.append(spot)

    def all_of(self, kind: Kind, pattern: re.Pattern[str]) -> None:
        """Take every match of a pattern that needs no reading."""
        for match in pattern.finditer(self.plain):
            self.add(_Spot(kind, *match.span(), match.span()))

    def counts_of(self, pattern: re.Pattern[str], comparison: str = "") -> None:
        """Take every Chinese numeral that counts something."""
        for match in pattern.finditer(self.plain):
            self.add(_count(match, comparison))


def _spots(plain: str) -> list[_Spot]:
    finder = _Finder(plain)
    finder.all_of(Kind.YEAR, tables.DATES)
    for match in IDIOMS.finditer(plain):
        if finder.is_free(*match.span()):
            finder.mask(*match.span())
    for words in tables.IMPLIED:
        for match in words.pattern.finditer(plain):
            finder.add(_implied(match, words))
    finder.all_of(Kind.ORDINAL, tables.ORDINALS)
    _quoted(finder)
    finder.all_of(Kind.PLAN, tables.PLANS)
    finder.all_of(Kind.NAME, tables.LABELS)
    finder.counts_of(tables.IN_HUNDREDTHS)
    finder.all_of(Kind.DEFINITION, tables.FRACTION)
    finder.counts_of(tables.COUNT_RANGE, "between")
    finder.all_of(Kind.NAME, tables.RUN_OF_NAMES)
    for match in _AMOUNT.finditer(plain):
        finder.add(_amount(match))
    finder.counts_of(tables.AT_LEAST_COUNT, "at_least")
    finder.counts_of(tables.ONE_BUILT)
    finder.all_of(Kind.DURATION, tables.SPAN_OF_TIME)
    finder.counts_of(tables.BIG_MONEY)
    finder.all_of(Kind.DEFINITION, tables.MAGNITUDE)
    finder.counts_of(tables.COUNT)
    finder.all_of(Kind.VAGUE, tables.VAGUE)
    finder.all_of(Kind.ELSEWHERE, tables.ELSEWHERE)
    return finder.spots


def _implied(match: re.Match[str], words: tables.Implied) -> _Spot:
    quoted = match[0].startswith("“")
    core = (match.start() + quoted, match.end() - quoted)
    unit = words.unit or _one(match)
    return _Spot(
        Kind.IMPLIED,
        *match.span(),
        core,
        (words.value,),
        (str(words.value),),
        "",
        unit,
        words.comparison,
    )


def _one(match: re.Match[str]) -> str:
    """The unit of 不漏一户."""
    found = re.search(r"一([户人个处家名村])", match[0])
    return found[1] if found else "个"


def _quoted(finder: _Finder) -> None:
    """Names in quotation marks or titles: “三清三建” is one; “五县(区)十镇百村” is three counts."""
    for quoted in tables.QUOTED.finditer(finder.plain):
        start, end = quoted.start() + 1, quoted.end() - 1
        inner = finder.plain[start:end]
        counts = list(tables.ADMIN_COUNT.finditer(finder.plain, start, end))
        if counts and "".join(count[0] for count in counts) == inner and inner[0] != "一":
            for count in counts:
                finder.add(_count(count))
            continue
        numerals = [start + at for at, character in enumerate(inner) if character in tables.NAMING]
        numerals = [at for at in numerals if finder.is_free(at, at + 1)]
        amount = _AMOUNT.search(inner) if re.search(r"[0-9](?![+×])", inner) else None
        if not numerals or (amount and amount["unit"]):
            continue
        first, last = (
            (start, end) if len(inner) <= 10 else (numerals[0], min(numerals[-1] + 2, end))
        )
        if finder.is_free(first, last):
            finder.add(_Spot(Kind.NAME, first, last, (numerals[0], numerals[-1] + 1)))


def _count(match: re.Match[str], comparison: str = "") -> _Spot:
    groups = match.groupdict()
    value = Decimal(chinese_number(match["n"]) or 0)
    if decimals := groups.get("decimals"):
        value += Decimal(f"0.{''.join(str(chinese_number(character)) for character in decimals)}")
    values = (
        (value, Decimal(chinese_number(groups["high"]) or 0)) if groups.get("high") else (value,)
    )
    unit = "%" if groups["unit"] == "百分之" else groups["unit"] or "元"
    suffix = _said_after(groups.get("suffix"))
    digits = tuple(exact(value) for value in values)
    start = match.start("n") if unit != "%" else match.start()
    return _Spot(
        Kind.CHINESE,
        start,
        match.end(),
        match.span("n"),
        values,
        digits,
        "",
        unit,
        comparison or suffix,
        bool(suffix),
    )


def _amount(match: re.Match[str]) -> _Spot:
    groups = match.groupdict()
    unit = (
        groups["unit"] or (groups["en_unit"] or "").rpartition(" ")[2] or groups["low_unit"] or ""
    )
    if not unit and groups["money"]:
        unit = groups["money"].strip()
    unit = "%" if unit.casefold() in {"percent", "cent"} else unit or _counted_noun(match)
    scale = groups["high_scale"] or groups["low_scale"] or ""
    printed = [(groups["low"], groups["low_scale"] or ("" if groups["low_unit"] else scale))]
    if groups["high"]:
        printed.append((groups["high"], scale))
    power = tables.SCALE_EN.get(groups["en_scale"] or "", 0)
    read = [_read(number, of) for number, of in printed]
    values = tuple(value * 10**power for value, _ in read)
    digits = tuple(exact(value) for value in values) if power else tuple(text for _, text in read)
    suffix = _said_after(groups["suffix"])
    said = suffix or ("more_than" if groups["more"] or groups["low_more"] else "")
    comparison = "between" if groups["high"] else said
    core = (match.start("low"), match.end("high") if groups["high"] else match.end("low"))
    return _Spot(
        Kind.AMOUNT, *match.span(), core, values, digits, scale, unit, comparison, bool(suffix)
    )


def _counted_noun(match: re.Match[str]) -> str:
    noun = tables.COUNTED_NOUN.match(match.string, match.end())
    return (noun.lastgroup or "") if noun else ""


def _read(number: str, scale: str) -> tuple[Decimal, str]:
    """The value, and how a book prints it: scales that a book does not know are written out."""
    digits = Decimal(number.replace(",", ""))
    if scale in SCALES:
        return digits * SCALES[scale], f"{number}{scale}"
    value = digits * (chinese_number(scale) or 1)
    return value, exact(value)


def _said_after(suffix: str | None) -> str:
    return next(
        (name for name, words in tables.AFTER.items() if suffix and words.search(suffix)), ""
    )


def _classified(plain: str, spots: Sequence[_Spot]) -> list[_Spot]:
    """Each spot with the kind and comparison that the words around it give."""
    result: list[_Spot] = []
    for index, spot in enumerate(spots):
        before = plain[result[-1].end if result else 0 : spot.start]
        following = spots[index + 1] if index + 1 < len(spots) else None
        after = plain[spot.end : following.start if following else len(plain)]
        if spot.kind is Kind.AMOUNT or (spot.kind is Kind.CHINESE and not spot.comparison):
            spot = replace(spot, comparison=spot.comparison or comparison_before(before))
        if spot.unit == "成":  # 八成 is 80%
            values = tuple(value * 10 for value in spot.values)
            spot = replace(spot, values=values, digits=tuple(map(exact, values)), unit="%")
        if spot.kind is Kind.AMOUNT or spot.unit == "元":
            spot = replace(spot, kind=_kind_of_amount(spot, before, after, following, plain))
            previous = result[-1] if result else None
            if previous and previous.kind is Kind.BASELINE and tables.CONNECTS.fullmatch(before):
                spot = replace(spot, kind=Kind.BASELINE)
        result.append(spot)
    return result


def _kind_of_amount(
    spot: _Spot, before: str, after: str, following: _Spot | None, plain: str
) -> Kind:
    if tables.RATE_BEFORE.search(before):
        return Kind.RATE
    if tables.BASELINE_BEFORE.search(before) and tables.BASELINE_AFTER.match(plain, spot.end):
        return Kind.BASELINE
    if spot.unit in tables.LABELLING_UNITS or _describes(spot, after, following):
        return Kind.DEFINITION
    if not (spot.unit or spot.scale or spot.comparison) and all(
        tables.YEAR_ALONE.fullmatch(text) for text in spot.digits
    ):
        return Kind.YEAR
    if re.fullmatch(
        f"{tables.TIME}|{tables.TIME_EN}", spot.unit
    ) and not tables.TIMED_BEFORE.search(before):
        return Kind.DEFINITION if spot.unit in {"岁", "周岁"} else Kind.DURATION
    return spot.kind


def _describes(spot: _Spot, after: str, following: _Spot | None) -> bool:
    """Does 55人以上 describe what comes next (大班额) instead of counting?"""
    noun = re.match(r"(?:的)?(?![和及与并且或等的、])[\u4e00-\u9fff“]+", after)
    if not noun or not spot.unit or spot.unit in tables.PERCENT_UNITS:
        return False
    counted = following is not None and following.kind is Kind.AMOUNT and noun.end() == len(after)
    if spot.said_after and spot.comparison != "about":
        return counted or spot.unit in tables.DESCRIBING_UNITS
    return counted and noun[0].startswith("的") and spot.unit in tables.DESCRIBING_UNITS


def _coordinated(plain: str, spots: list[_Spot]) -> list[_Spot]:
    """In “50%、80%以上” one 以上 covers both; in “不低于50%、80%” so does one 不低于."""
    joined = [
        one.kind in {Kind.AMOUNT, Kind.CHINESE} and other.kind is one.kind
        and bool(tables.CONNECTS.fullmatch(plain[one.end : other.start]))
        for one, other in itertools.pairwise(spots)
    ]  # fmt: skip
    result = list(spots)
    for index in reversed(range(len(joined))):
        if joined[index] and result[index + 1].said_after and not result[index].said_after:
            result[index] = replace(
                result[index], comparison=result[index + 1].comparison, said_after=True
            )
    for index, together in enumerate(joined):
        if together and not result[index + 1].comparison and result[index].comparison != "between":
            result[index + 1] = replace(result[index + 1], comparison=result[index].comparison)
        points = result[index].unit == "个" and result[index + 1].unit.endswith("百分点")
        if together and (points or not result[index].unit):
            result[index] = replace(result[index], unit=result[index + 1].unit)
    return result
