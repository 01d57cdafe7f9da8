"""Groups of options that several commands share."""

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Any, get_type_hints


def flattened(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose groups of options are spread out as Typer wants them: one parameter an option."""
    hints = get_type_hints(command, include_extras=True)
    groups: dict[str, Any] = {
        name: hint for name, hint in hints.items() if hasattr(hint, "_fields")
    }
    parameters = [
        parameter.replace(kind=Parameter.KEYWORD_ONLY, annotation=hints[parameter.name])
        for parameter in signature(command).parameters.values()
        if parameter.name not in groups
    ]
    for group in groups.values():
        types = get_type_hints(group, include_extras=True)
        parameters += [
            Parameter(
                name,
                Parameter.KEYWORD_ONLY,
                default=group._field_defaults[name],
                annotation=types[name],
            )
            for name in group._fields
        ]

    @wraps(command)
    def run(**values: Any) -> None:
        made = {name: group(*map(values.pop, group._fields)) for name, group in groups.items()}
        command(**values, **made)

    run.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run
