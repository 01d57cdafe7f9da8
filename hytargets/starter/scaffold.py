"""The files that a new project starts from: a target book, progress, a CI workflow, which work together at once."""

from hytargets.language import Language, Text

_BOOK = Text(
    zh="""\
# 目标清单：报告里的每个数字目标一项。改成你的报告；编辑器用 `hytargets schema` 打印的 JSON Schema 检查。
format: 1
book:
  id: my-report
  title: 我的报告目标清单
  jurisdiction: 我的城市                              # 进展文件里可用它指全市
  language: zh
  period: {start: 2026-01-01, end: 2026-12-31}       # 各目标默认的起止
  reporting: to_date                                 # 报累计数；报当期数写 per_period
units:
  person: {zh: 人, en: persons, also: [名]}
  share: {zh: "%", en: "%", min: 0, max: 100}
sections:
  - {id: "1", title: 改善民生}
targets:
  # 流量：逐月累加，按时序看快慢
  - id: urban-jobs
    name: 新增城镇就业
    section: "1"
    comparison: at_least        # at_least more_than at_most less_than exactly between about
    value: 5万                  # 照报告写，5万 就是 50000
    unit: person
    measure: flow               # flow 流量 stock 存量 growth 增速 mean 均值
    owner: 人社局
    source: {quote: 新增城镇就业5万人, printed: 5万人}
  # 存量：某一天的水平，上限全程都要守
  - id: unemployment
    name: 城镇登记失业率
    section: "1"
    comparison: at_most
    value: 4
    unit: share
    measure: stock
    source: {quote: 城镇登记失业率控制在4%以内, printed: 4%以内}
""",
    en="""\
# The target book: one entry a numeric target. Make it your report's; an editor checks by `hytargets schema`.
format: 1
book:
  id: my-report
  title: Targets of my report
  jurisdiction: My city                              # what progress files may call the whole
  language: en
  period: {start: 2026-01-01, end: 2026-12-31}       # default start and due date
  reporting: to_date                                 # each value since the start; else per_period
units:
  person: {zh: 人, en: persons}
  share: {zh: "%", en: "%", min: 0, max: 100}
sections:
  - {id: "1", title: Livelihoods}
targets:
  # a flow builds up over the year, and is held against the schedule
  - id: urban-jobs
    name: New urban jobs
    section: "1"
    comparison: at_least        # at_least more_than at_most less_than exactly between about
    value: 50,000               # as printed
    unit: person
    measure: flow               # flow stock growth mean
    owner: Labour office
    source: {quote: "50,000 new urban jobs", printed: "50,000"}
  # a stock is a level on a date; a ceiling must hold throughout
  - id: unemployment
    name: Registered urban unemployment
    section: "1"
    comparison: at_most
    value: 4
    unit: share
    measure: stock
    source: {quote: unemployment within 4%, printed: 4%}
""",
)
_PROGRESS = Text(
    zh="指标,期间,数值,备注\n新增城镇就业,2026-01,4200,示例数字，请换成真的\n城镇登记失业率,2026-01,3.8,示例数字\n",
    en="target,period,value,note\nurban-jobs,2026-01,4200,illustrative\nunemployment,2026-01,3.8,illustrative\n",
)
_WORKFLOW = """\
name: targets
on: [push]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with: {python-version: "3.12"}
      - run: pip install hytargets
      - run: hytargets check progress/ -o markdown=$GITHUB_STEP_SUMMARY
"""


def starting_files(language: Language) -> dict[str, str]:
    """Path, relative to the new folder, to content."""
    return {
        "targets.yaml": _BOOK.to(language),
        "progress/2026-01.csv": _PROGRESS.to(language),
        ".github/workflows/targets.yml": _WORKFLOW,
    }
