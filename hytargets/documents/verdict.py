"""The last lines of a report: what became of the values read, the verdict, the exit code."""

from collections import Counter
from collections.abc import Iterable, Iterator

from hytargets.documents.document import Paragraph
from hytargets.judging.assessment import Assessment
from hytargets.judging.gate import Verdict
from hytargets.judging.report import Report
from hytargets.judging.statuses import FailOn, Flag, Light, Status
from hytargets.problems import Problem, Severity
from hytargets.progress.observations import Fate
from hytargets.wording import verdict as say
from hytargets.wording.check import ENCODINGS, FATES, READ
from hytargets.wording.statuses import status_words
from hytargets.wording.voice import Voice

# What an encoding is called that nobody need be told of.
_USUAL = ("utf-8", "excel")


def is_anything_read(report: Report) -> bool:
    """Was there a file whose table was understood, or a figure from elsewhere?"""
    return bool(report.understood) or report.fates.total() > 0


def count_errors(problems: Iterable[Problem]) -> int:
    """How many of the problems make the exit code 2."""
    return sum(problem.severity is Severity.ERROR for problem in problems)


def account(report: Report, voice: Voice) -> str:
    """What became of every value read."""
    fates = report.fates
    parts = [voice(READ, count=fates.total())]
    parts += [f"{voice(FATES[fate])} {fates[fate]}" for fate in Fate if fates[fate]]
    encodings = {
        table.encoding.upper()
        for table in report.understood
        if not table.encoding.startswith(_USUAL)
    }
    if encodings:
        parts.append(voice(ENCODINGS, names=voice.listed(sorted(encodings))))
    return voice.clauses(parts)


def verdict_line(report: Report, verdict: Verdict, voice: Voice) -> Paragraph:
    """What the gate says, what remains unknown, and the exit code."""
    if report.assessments and is_anything_read(report):
        judgement = _judgement(report, verdict, voice)
        sentences = [*judgement, _let_pass(report, verdict, voice), _open_ends(report, voice)]
    else:
        sentences = [voice(say.NOT_JUDGED)]
    light = Light.GREEN if verdict.passed else Light.RED
    return closing_line(sentences, verdict.exit_code, light, voice)


def closing_line(
    sentences: Iterable[str], exit_code: int, light: Light | None, voice: Voice
) -> Paragraph:
    """What it all comes to, and the exit code; the last line of every result that has one."""
    told = [*filter(None, sentences), voice(say.EXIT, code=int(exit_code))]
    return Paragraph(voice.sentences(told), light)


def _judgement(report: Report, verdict: Verdict, voice: Voice) -> Iterator[str]:
    """The errors with the targets they spoil, and the targets that fail; else that it passed."""
    errors = count_errors(report.problems)
    if errors:
        yield _unusable(errors, report.assessments, voice)
    if verdict.failing:
        names = voice.listed(_with_status(failing, voice) for failing in verdict.failing)
        yield voice(say.FAILED, count=len(verdict.failing), names=names)
    if errors or verdict.failing:
        return
    if verdict.policy.fail_on is FailOn.NEVER:
        yield voice(say.PASSED_NEVER)
    else:
        yield voice(say.PASSED)


def _unusable(errors: int, assessments: Iterable[Assessment], voice: Voice) -> str:
    invalid = [one.target.name for one in assessments if one.status is Status.INVALID]
    if not invalid:
        return voice(say.UNUSABLE, count=errors)
    return voice(say.UNUSABLE_TARGETS, count=errors, names=voice.listed_texts(invalid))


def _with_status(assessment: Assessment, voice: Voice) -> str:
    return voice.bracketed(voice(assessment.target.name), voice(status_words(assessment)))


def _let_pass(report: Report, verdict: Verdict, voice: Voice) -> str:
    """Nor does a red light pass in silence, where something is gated."""
    if verdict.policy.fail_on is FailOn.NEVER:
        return ""
    red = [one for one in report.assessments if one.status.light is Light.RED]
    count = sum(one not in verdict.failing for one in red)
    return voice(say.LET_PASS, count=count) if count else ""


def _open_ends(report: Report, voice: Voice) -> str:
    """No data never passes in silence."""
    by_status = Counter(assessment.status for assessment in report.assessments)
    counts = {
        Status.NO_DATA: by_status[Status.NO_DATA],
        Status.INCOMPLETE: by_status[Status.INCOMPLETE],
        Flag.STALE: report.stale_count,
    }
    return voice.clauses(
        voice(say.OPEN_ENDS[kind], count=count) for kind, count in counts.items() if count
    )
