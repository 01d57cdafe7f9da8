"""What the fields of a target book hold: texts, dates and numbers, each read by one function."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from hytargets.language import Text
from hytargets.values.number import MalformedQuantity, Quantity, parse_quantity

Schema = dict[str, Any]

_DATE = re.compile(r"(?:19|20|21)\d\d-\d\d-\d\d", re.ASCII)
_MONTHS_DIGITS_AT_MOST = 4
_TRUTHS = {"true": True, "false": False}


class ReadBy:
    """Annotates a type with the function that reads it from YAML, and what its JSON Schema says.

    Does what PlainValidator and WithJsonSchema do together, without the schema that pydantic
    builds of the annotated type for each field, and never uses.
    """

    def __init__(self, read: Callable[[Any], Any], schema: Schema) -> None:
        self._read = read
        self._schema = schema

    def __get_pydantic_core_schema__(self, _: Any, __: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> Schema:
        return dict(self._schema)


def text_of(zh: str | None, en: str | None) -> Text:
    """A text in both languages; a missing one is shown in the other."""
    return Text(zh or en or "", en or zh or "")


def _read_text(raw: Any) -> Text:
    if isinstance(raw, str) and raw.strip():
        return Text(raw, raw)
    if isinstance(raw, dict) and _has_texts_by_language(raw):
        return text_of(raw.get("zh"), raw.get("en"))
    raise PydanticCustomError("text", "a text, or a text for each of zh and en")


def _has_texts_by_language(raw: dict[str, Any]) -> bool:
    names_languages_only = len(raw) > 0 and raw.keys() <= {"zh", "en"}
    return names_languages_only and all(isinstance(text, str) for text in raw.values())


def _read_date(raw: Any) -> date:
    if isinstance(raw, str) and _DATE.fullmatch(raw):
        try:
            return date.fromisoformat(raw)
        except ValueError:
            pass  # as the others: there is no 2020-02-30
    raise PydanticCustomError("date", "a date such as 2020-12-31")


def _read_quantity(raw: Any) -> Quantity:
    if isinstance(raw, str):
        try:
            return parse_quantity(raw)
        except MalformedQuantity:
            pass
    raise PydanticCustomError("quantity", "a number such as 75000 or 7.5万")


def _read_value(raw: Any) -> tuple[Quantity, ...]:
    """One number; of a pair, both."""
    if isinstance(raw, list) and len(raw) == 2:
        return tuple(_read_quantity(item) for item in raw)
    return (_read_quantity(raw),)


def _read_months(raw: Any) -> int:
    if isinstance(raw, str) and _is_whole_number(raw):
        return int(raw)
    raise PydanticCustomError("whole_number", "a whole number")


def _is_whole_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= _MONTHS_DIGITS_AT_MOST


def _read_truth(raw: Any) -> bool:
    """Of YAML's many spellings only the two that nobody misreads."""
    if isinstance(raw, str) and raw in _TRUTHS:
        return _TRUTHS[raw]
    raise PydanticCustomError("truth", "true or false")


_TEXT_SCHEMA: Schema = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {"zh": {"type": "string"}, "en": {"type": "string"}},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ],
    "examples": [{"zh": "新增城镇就业", "en": "New urban jobs"}],
}
_DATE_SCHEMA: Schema = {"type": "string", "format": "date", "examples": ["2020-12-31"]}
_QUANTITY_SCHEMA: Schema = {"type": ["string", "number"], "examples": ["7.5万", 75000]}
_VALUE_SCHEMA: Schema = {
    "anyOf": [
        _QUANTITY_SCHEMA,
        {"type": "array", "items": _QUANTITY_SCHEMA, "minItems": 2, "maxItems": 2},
    ]
}
_MONTHS_SCHEMA: Schema = {"type": "integer", "minimum": 0}

BookText = Annotated[Text, ReadBy(_read_text, _TEXT_SCHEMA)]
Day = Annotated[date, ReadBy(_read_date, _DATE_SCHEMA)]
Amount = Annotated[Quantity, ReadBy(_read_quantity, _QUANTITY_SCHEMA)]
Value = Annotated[tuple[Quantity, ...], ReadBy(_read_value, _VALUE_SCHEMA)]
Months = Annotated[int, ReadBy(_read_months, _MONTHS_SCHEMA)]
Truth = Annotated[bool, ReadBy(_read_truth, {"type": "boolean"})]
Id = Annotated[str, Field(pattern=r"^[\w][\w.()（）-]*$", max_length=80, examples=["urban-jobs"])]
