"""Text from inputs made harmless for where it goes."""

import re

_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_MARKDOWN = re.compile(r"([\\`*_\[\]|~$])")
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠]")


def visible(text: str) -> str:
    """Control characters, bidirectional overrides and lone surrogates as visible escapes: nothing moves a cursor."""
    return _CONTROLS.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}"


def markdown(text: str) -> str:
    """Text that Markdown shows as it is, in a table too."""
    text = visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(r"\\\1", text)


def spreadsheet(text: str) -> str:
    """Text that no spreadsheet takes for a formula, and no terminal for an order; lines stay lines."""
    text = "\n".join(map(visible, text.split("\n")))
    return f"'{text}" if _FORMULA.match(text) else text
