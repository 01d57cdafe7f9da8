"""Characters as keyboards give them: full-width forms made plain, one by one."""

# An explicit map: NFKC would turn 10³ into 103 and ① into 1 as well.
_FULL_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
_SPACES = {0x3000: " ", 0xA0: " "}
_MINUS = {0x2212: "-"}
_PLAIN_FORMS = _FULL_WIDTH | _SPACES | _MINUS


def plain_forms(text: str) -> str:
    """The text with full-width forms, wide spaces and the minus sign made plain, trimmed."""
    if text.isascii():
        return text.strip()
    return text.translate(_PLAIN_FORMS).strip()
