"""The report that every format is tried on: each status once, and what a format may trip over."""

from contextlib import chdir
from pathlib import Path

import hytargets
from hytargets.book.selection import Selection

BOOK = """\
format: 1
book:
  id: sample
  title: {zh: 样本清单, en: Sample book}
  period: {start: 2020-01-01, end: 2020-12-31}
  reporting: to_date
units:
  person: {zh: 人, en: persons}
  household: {zh: 户, en: households}
  km: {zh: 公里, en: km}
  school: {zh: 所, en: schools}
  village: {zh: 村, en: villages}
  share: {zh: "%", en: "%", min: 0, max: 100}
  change: {zh: "%", en: "%"}
regions:
  - {id: east, zh: 东县, en: East County}
  - {id: west, zh: 西县, en: West County}
sections:
  - {id: "1", title: {zh: 城乡, en: Town and country}}
  - {id: "2", title: {zh: 民生, en: Livelihoods}}
targets:
  - {id: toilets, name: {zh: 新改建卫生厕所, en: Sanitary toilets}, section: "1",
     comparison: at_least, value: 7.5万, unit: household, measure: flow,
     source: {quote: 新改建卫生厕所7.5万户, printed: 7.5万户}}
  - {id: roads, name: {zh: 自然村通水泥路, en: Village roads}, section: "1",
     comparison: at_least, value: 900, unit: km, measure: flow,
     owner: {zh: 市交通局, en: Transport Bureau}}
  - {id: sewage, name: {zh: 行政村生活污水治理, en: Villages with sewage treated}, section: "1",
     comparison: at_least, value: 355, unit: village, measure: flow}
  - {id: air, name: {zh: 空气质量优良天数比例, en: Days of good air}, section: "1",
     comparison: at_least, value: 98, unit: share, measure: mean, reporting: per_period}
  - {id: jobs, name: {zh: 新增城镇就业, en: New urban jobs}, section: "2",
     comparison: at_least, value: 5.7万, unit: person, measure: flow,
     owner: {zh: 市人社局, en: Labour Bureau}}
  - {id: farmers, name: {zh: 培育新型职业农民, en: Farmers trained}, section: "2",
     comparison: at_least, value: 5000, unit: person, measure: flow, commitment: aspirational,
     owner: {zh: 市农业农村局、市人社局, en: Agriculture and Labour Bureaus}}
  - {id: pupils, name: {zh: 新增学位, en: New school places}, section: "2",
     comparison: at_least, value: 2000, unit: person, measure: flow}
  - {id: schools, name: {zh: 新建学校, en: Schools built}, section: "2",
     comparison: at_least, value: 3, unit: school, measure: flow, schedule: none}
  - {id: jobless, name: {zh: 城镇登记失业率, en: Registered unemployment}, section: "2",
     comparison: at_most, value: 4, unit: share, measure: stock}
  - {id: insured, name: {zh: 医保参保率, en: Health insurance coverage}, section: "2",
     comparison: at_least, value: 100, unit: share, measure: stock, basis: implied,
     source: {quote: 医保全覆盖, printed: 全覆盖, reading: 全覆盖读作 100%}}
  - {id: income, name: {zh: 居民收入增速, en: Growth of incomes}, section: "2",
     comparison: between, value: [6, 7.5], unit: change, measure: growth}
  - {id: trainees, name: {zh: 职业技能培训, en: People trained}, section: "2",
     comparison: at_least, value: 1万, unit: person, measure: flow}
  - {id: nurseries, name: {zh: 普惠幼儿园, en: Public nurseries}, section: "2",
     comparison: at_least, value: 12, unit: school, measure: flow}
"""

PROGRESS = """\
target,period,value,region,note
toilets,2020-05,31250,,
roads,2020-06,420,,"a|b = <b>x</b> [red] `c` *d*
第二行"
sewage,2020-06,100,east,
air,2020-01,80,,
air,2020-02,80,,
air,2020-03,81,,
air,2020-04,80,,
air,2020-05,80,,
air,2020-06,80,,
jobs,2020-06,30000,,
farmers,2020-06,1500,,＝cmd|' /C calc'!A0
pupils,2020-06,900,east,
pupils,2020-06,1200,west,
schools,2020-06,1,,
jobless,2020-06,4.05,,
insured,2020-06,93.5,,=1+1
income,2020-06,6.3,,@home
trainees,2020-06,12..5,,
"""


def sample_report(folder: Path, *targets: str) -> hytargets.Report:
    """The sample judged, or these targets of it; its files lie in a folder of no name."""
    with chdir(folder):
        Path("targets.yaml").write_text(BOOK, encoding="utf-8")
        Path("progress.csv").write_text(PROGRESS, encoding="utf-8")
        book = hytargets.load_book("targets.yaml")
        progress = hytargets.read_progress(["progress.csv"], book)
    return hytargets.assess(book, progress, selection=Selection(targets=targets))
