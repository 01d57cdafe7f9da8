"""Groups of options that several commands share."""

from collections.abc import Callable, Iterator
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints


def flattened(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose groups of options are spread out, one parameter an option, for Typer."""
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hint for name, hint in hints.items() if hasattr(hint, "_fields")}
    parameters = [*_own_parameters(command, hints, groups)]
    for group in groups.values():
        parameters += _options_of(group)

    @wraps(command)
    def run(**values: Any) -> None:
        for name, group in groups.items():
            values[name] = group(*(values.pop(option) for option in group._fields))
        command(**values)

    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _own_parameters(
    command: Callable[..., None], hints: dict[str, Any], groups: dict[str, Any]
) -> Iterator[Parameter]:
    """The parameters that are no group; keywords, for options with defaults may stand before."""
    for parameter in signature(command).parameters.values():
        if parameter.name not in groups:
            annotation = hints[parameter.name]
            yield parameter.replace(kind=Parameter.KEYWORD_ONLY, annotation=annotation)


def _options_of(group: Any) -> Iterator[Parameter]:
    """One parameter a field of the group."""
    types = get_type_hints(group, include_extras=True)
    for name in group._fields:
        yield Parameter(
            name,
            Parameter.KEYWORD_ONLY,
            default=group._field_defaults[name],
            annotation=types[name],
        )
