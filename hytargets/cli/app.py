"""The commands: each a module of this room, loaded when it is called: help opens at once."""

from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from hytargets.cli.help import told
from hytargets.version import VERSION

# In the order of help. Each module has a function `command`.
COMMANDS = {
    "check": told(
        "评估进展，给出报告和退出码。", "Judge progress, report, and say so in the exit code."
    ),
    "export": told(
        "只写报告，不判定；默认 Markdown。",
        "Write reports and gate nothing; Markdown by default.",
    ),
    "validate": told(
        "检查清单和进展文件，不评估；说明读懂了什么。",
        "Check book and files, judge nothing; say what was understood.",
    ),
    "trend": told("逐月的进展。", "Progress month by month."),
    "diff": told(
        "两个日期之间，或两份保存的 JSON 报告之间，有什么变化。",
        "What changed between two dates, or two saved JSON reports.",
    ),
    "explain": told(
        "说明一个目标的结论是怎样得出的。",
        "Explain one target: clause, observations, formulas, verdict.",
    ),
    "targets": told("列出清单里的目标。", "List the targets of the book."),
    "audit": told(
        "核对：原文里的每个数字在清单里都有着落。",
        "Audit: every figure of the source text is a target's or excluded.",
    ),
    "draft": told("由报告文本起草目标清单。", "Draft a target book from a report's text."),
    "init": told(
        "新建目标清单、进展文件和 CI 流程；不覆盖已有的。",
        "Make a book, a progress file and a CI workflow to start from; nothing is overwritten.",
    ),
    "template": told("生成要下发填报的进展表。", "Make the progress file that offices fill in."),
    "schema": told(
        "打印清单（或 JSON 报告）的 JSON Schema。",
        "Print the JSON Schema of the book, or of the JSON report.",
    ),
}


class LazyCommands(TyperGroup):
    """Knows every command by name and summary; only the one that is called is loaded."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {
            name: TyperCommand(name, help=summary) for name, summary in COMMANDS.items()
        }

    def get_help_option(self, ctx: Any) -> Any:
        """A flag with a default: without one Typer loads pydantic only to read its absence."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.default = False
        return option

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is called, loaded; an unknown one is refused with the nearest."""
        name, summary, rest = super().resolve_command(ctx, args)
        return name, _loaded(name) if summary and name else None, rest


def _loaded(name: str) -> Any:
    module = import_module(f"hytargets.cli.{name}")
    single = typer.Typer(add_completion=False)
    single.command(name, help=COMMANDS[name])(module.command)
    return typer.main.get_command(single)


app = typer.Typer(
    name="hytargets",
    cls=LazyCommands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=told(
        "对照政府工作报告的目标检查进展。",
        "Check progress against the targets of a government report.",
    ),
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hytargets {VERSION}")
        raise typer.Exit


@app.callback()
def _hytargets(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_show_version, is_eager=True, help=told("版本", "version")
        ),
    ] = False,
) -> None:
    pass
