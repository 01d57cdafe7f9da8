"""What a command answers: in every format it can be had in, with an exit code."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Self

from hytargets.documents.check import check_document
from hytargets.documents.document import Document, Problems
from hytargets.exitcode import ExitCode
from hytargets.formats import format_named
from hytargets.judging.gate import Policy, decide
from hytargets.judging.report import Report
from hytargets.judging.statuses import Light
from hytargets.language import Language
from hytargets.problems import Problem, has_errors
from hytargets.wording.voice import Voice

if TYPE_CHECKING:
    from hytargets.book.target import TargetBook
    from hytargets.progress.observations import Progress


class Answer(ABC):
    """A result that has not been written yet. Its document is built where a format needs it."""

    exit_code: ExitCode
    language: Language
    problems: tuple[Problem, ...]

    @property
    @abstractmethod
    def document(self) -> Document:
        """The result as a person reads it."""

    @abstractmethod
    def rendered(self, format: str) -> str | bytes:
        """The result in a format. Raises UnknownFormat."""

    @abstractmethod
    def with_problems(self, problems: Sequence[Problem]) -> "Answer":
        """The same result where something went wrong on its way out."""


class ReportAnswer(Answer):
    """Targets judged."""

    def __init__(
        self,
        report: Report,
        policy: Policy,
        voice: Voice,
        lights: frozenset[Light] = frozenset(),
        *,
        by_region: bool = False,
    ) -> None:
        self.report, self.policy, self.voice = report, policy, voice
        self.lights, self.by_region = lights, by_region
        self.verdict = decide(report, policy)
        self.exit_code = self.verdict.exit_code
        self.language = voice.language
        self.problems = report.problems

    @cached_property
    def document(self) -> Document:
        """The report as a person reads it."""
        return check_document(self.report, self.verdict, self.voice, self.lights, self.by_region)

    def rendered(self, format: str) -> str | bytes:
        """The report in a format. Raises UnknownFormat."""
        row = format_named(format)
        if row.takes_report:
            return row.write_report(self.report, self.verdict)
        return row.write_document(self.document)

    def with_problems(self, problems: Sequence[Problem]) -> "ReportAnswer":
        """The same report with problems added, and the verdict that follows."""
        report = self.report._replace(problems=(*self.report.problems, *problems))
        return ReportAnswer(report, self.policy, self.voice, self.lights, by_region=self.by_region)


class ValidationAnswer(Answer):
    """Book and files checked; the last line of its document counts what is wrong."""

    def __init__(
        self,
        book: "TargetBook | None",
        progress: "Progress | None",
        problems: Sequence[Problem],
        voice: Voice,
    ) -> None:
        self.book, self.progress, self.voice = book, progress, voice
        self.language = voice.language
        self.problems = tuple(problems)
        self.exit_code = ExitCode.UNUSABLE if has_errors(problems) else ExitCode.OK

    @cached_property
    def document(self) -> Document:
        """What was understood, and every problem."""
        from hytargets.documents.validation import validation_document

        return validation_document(
            self.book, self.progress, self.problems, self.exit_code, self.voice
        )

    def rendered(self, format: str) -> str | bytes:
        """The document in a format. Raises UnknownFormat."""
        return format_named(format).write_document(self.document)

    def with_problems(self, problems: Sequence[Problem]) -> "ValidationAnswer":
        """The same result with problems added."""
        every_problem = (*self.problems, *problems)
        return ValidationAnswer(self.book, self.progress, every_problem, self.voice)


class DocumentAnswer(Answer):
    """Any other result: a document, written once the exit code that it may name is known."""

    def __init__(
        self,
        write: Callable[[ExitCode], Document],
        exit_code: ExitCode = ExitCode.OK,
        problems: Sequence[Problem] = (),
        *,
        voice: Voice,
    ) -> None:
        self.write, self.exit_code, self.voice = write, exit_code, voice
        self.language = voice.language
        self.problems = tuple(problems)

    @classmethod
    def of(
        cls,
        document: Document,
        exit_code: ExitCode = ExitCode.OK,
        problems: Sequence[Problem] = (),
        *,
        voice: Voice,
    ) -> Self:
        """A document that does not name the exit code."""
        return cls(lambda _: document, exit_code, problems, voice=voice)

    @cached_property
    def document(self) -> Document:
        """The document, and below it what is wrong with the inputs."""
        document = self.write(self.exit_code)
        if not self.problems:
            return document
        problems = Problems(self.problems, self.language)
        return document._replace(blocks=(*document.blocks, problems))

    def rendered(self, format: str) -> str | bytes:
        """The document in a format. Raises UnknownFormat."""
        return format_named(format).write_document(self.document)

    def with_problems(self, problems: Sequence[Problem]) -> "DocumentAnswer":
        """The same document with problems added: it could not do what was asked."""
        return DocumentAnswer(
            self.write, ExitCode.UNUSABLE, (*self.problems, *problems), voice=self.voice
        )
