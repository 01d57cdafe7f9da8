"""What JSON text looks like, whatever it holds."""

import json
import re
from typing import Any

# What JSON may hold unescaped, but what moves a cursor or is no text in UTF-8.
_UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")


def as_text(content: Any) -> str:
    """JSON for people to read too, with a final newline; no character in it can move a cursor."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return _UNSAFE.sub(_escape, text) + "\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
