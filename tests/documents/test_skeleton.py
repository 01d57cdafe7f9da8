"""A drafted book as YAML: a text stays a text, whatever YAML would make of it without quotes."""

import pytest
import yaml

from hytargets.documents.skeleton import skeleton
from hytargets.source.draft import draft


@pytest.mark.parametrize(
    ("title", "written"),
    [
        *((word, f'"{word}"') for word in ("y", "n", "yes", "no", "on", "off")),
        *((word, f'"{word}"') for word in ("true", "false", "null", "No", "ON", "Null")),
        *((number, f'"{number}"') for number in ("1.10", "011", "2020", "0x1F", "1e3", "12:30")),
        *((text, f'"{text}"') for text in ("~", "-", "a: b", "a #b", "[a]", "&a", "2020-06-01")),
        ('a"b', r'"a\"b"'),
        ("a\\b", r'"a\\b"'),
        ("a\x1bb", r'"a\U0000001Bb"'),
        ("norm", "norm"),
        ("就业", "就业"),
    ],
)
def test_a_title_reads_back_as_it_was_given(title: str, written: str) -> None:
    text = skeleton(draft("新增就业3万人", title))
    assert f"  title: {written}" in text.splitlines()
    assert yaml.safe_load(text)["book"]["title"] == title
