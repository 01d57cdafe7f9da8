"""Whole numbers in Chinese numerals."""

import pytest

from hytargets.values.numerals import chinese_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十一", 11),
        ("二十", 20),
        ("两百", 200),
        ("一百零五", 105),
        ("三千五百万", 35_000_000),
        ("一万二千", 12_000),
        ("万", 10_000),
        ("亿", 100_000_000),
        ("千万", 10_000_000),
        ("十三亿", 1_300_000_000),
        ("一万亿", 1_000_000_000_000),
        ("二〇二〇", 2020),
        ("355", 355),
        ("", None),
        ("三个", None),
        ("abc", None),
    ],
)
def test_read(text: str, value: int | None) -> None:
    assert chinese_number(text) == value
