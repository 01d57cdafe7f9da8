"""What the tables are made of: numerals, Chinese characters, rows of alternatives."""

from hytargets.values.numerals import NUMERALS

HAN = "[\u4e00-\u9fff]"
ARABIC = "[0-9]{1,12}"
NUMERAL = f"[{NUMERALS}]{{1,16}}"  # 三千五百万


def either(*rows: str) -> str:
    """One pattern of several rows of alternatives; the first that fits wins."""
    return "|".join(rows)


def words(*rows: str) -> tuple[str, ...]:
    """The words of several rows, which spaces part."""
    return tuple(word for row in rows for word in row.split())
