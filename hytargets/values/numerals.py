"""Whole numbers in Chinese numerals: 十一, 两百, 三千五百万, 二〇二〇."""

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_TEN_THOUSAND = 10**4
_HUNDRED_MILLION = 10**8
NUMERALS = "零〇一二两三四五六七八九十百千万亿"


def chinese_number(text: str) -> int | None:
    """Read a whole number, in numerals or plain digits. None where it is no number."""
    if text.isascii() and text.isdigit():
        return int(text)
    if not text or set(text) - set(NUMERALS):
        return None
    if set(text) <= _DIGITS.keys():
        return int("".join(str(_DIGITS[character]) for character in text))
    return _counted(text)


def _counted(text: str) -> int:
    """The value of numerals with 十, 百, 千, 万 or 亿 among them; a bare 十 is 10."""
    total = 0  # of what stands before the last 万 or 亿
    below = 0  # of what stands since then
    digit: int | None = None
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
            continue
        if character in _TENS:
            factor = 1 if digit is None else digit
            below += factor * _TENS[character]
        elif character == "万":
            total += (below + (digit or 0) or 1) * _TEN_THOUSAND
            below = 0
        else:
            total = (total + below + (digit or 0) or 1) * _HUNDRED_MILLION
            below = 0
        digit = None
    return total + below + (digit or 0)
