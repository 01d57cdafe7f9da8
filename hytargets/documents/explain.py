"""One target explained, as a document: the clause, every observation, the formulas, the rule."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from hytargets.book.target import Target, TargetBook
from hytargets.documents.clause import clause_lines
from hytargets.documents.document import Block, Document, Paragraph
from hytargets.documents.evidence import evidence_table, where
from hytargets.documents.fields import RegionNames
from hytargets.documents.working import formula_lines, reduction_line
from hytargets.judging.assessment import Assessment
from hytargets.judging.gate import Verdict
from hytargets.judging.report import Report
from hytargets.judging.rules import RULES, Rule
from hytargets.values.number import exact
from hytargets.wording import explain as say
from hytargets.wording.statuses import FLAGS, STATUSES, status_words
from hytargets.wording.voice import Voice


def clause_document(book: TargetBook, target: Target, voice: Voice) -> Document:
    """What `explain` shows without progress: the target alone."""
    lines = clause_lines(target, RegionNames(book, voice), voice)
    return _document(target, _paragraphs(lines), voice)


def explain_document(report: Report, verdict: Verdict, voice: Voice) -> Document:
    """What `explain` shows of a report on one target, so that paper and pencil can check it."""
    book, settled = report.book, report.settled
    assert book is not None
    assert settled is not None
    (assessment,) = report.assessments
    target = assessment.target
    names = RegionNames(book, voice)

    blocks: list[Block] = _paragraphs(clause_lines(target, names, voice))
    reported = evidence_table(assessment, settled, names, voice)
    if reported:
        blocks.append(reported)
    rejected = [row.place for row in settled.rejections if row.target == target.id]
    if rejected:
        places = voice.listed(map(where, rejected))
        blocks.append(Paragraph(voice(say.INVALID, places=places)))
    blocks += _paragraphs(_working(assessment, names, voice))
    blocks += _paragraphs(_decision(assessment, book.red_lag, voice))
    blocks.append(Paragraph(_gate(verdict, voice)))
    return _document(target, blocks, voice)


def _document(target: Target, blocks: Sequence[Block], voice: Voice) -> Document:
    return Document(f"{voice(target.name)}  {target.id}", tuple(blocks), voice.language)


def _paragraphs(lines: Iterable[str]) -> list[Block]:
    return [Paragraph(line) for line in lines]


def _working(assessment: Assessment, names: RegionNames, voice: Voice) -> Iterator[str]:
    """How the actual and the measures come about."""
    target, actual, measures = assessment.target, assessment.actual, assessment.measures
    if actual is None or measures is None:
        yield voice(say.NO_FIGURE)
        return
    yield reduction_line(target, actual, names, voice)
    yield from formula_lines(target, actual, measures, voice)


def _decision(assessment: Assessment, red_lag: Fraction, voice: Voice) -> Iterator[str]:
    """The rules in their order up to the one that decided, the verdict, the flags."""
    rule = assessment.rule
    if rule is None:
        yield "→ " + voice(STATUSES[assessment.status])
    else:
        for passed_over in RULES[: RULES.index(rule)]:
            reason = _reason(passed_over, red_lag, voice)
            yield "  × " + voice(say.PASSED_OVER, rule=reason)
        status = voice(status_words(assessment))
        reason = _reason(rule, red_lag, voice)
        yield "→ " + voice(say.DECIDED, status=status, rule=reason)
    if assessment.flags:
        flags = voice.listed_texts(FLAGS[flag] for flag in assessment.flags)
        yield voice(say.FLAGS, flags=flags)


def _reason(rule: Rule, red_lag: Fraction, voice: Voice) -> str:
    return voice(say.RULES[rule.reason], red_lag=exact(red_lag))


def _gate(verdict: Verdict, voice: Voice) -> str:
    """Does the one target that was judged fail the gate? With errors it cannot be said to pass."""
    if verdict.failing:
        form = say.GATE_FAILS
    elif verdict.passed:
        form = say.GATE_PASSES
    else:
        form = say.GATE_OPEN
    return voice(form, fail_on=verdict.policy.fail_on)
