import { reportContent } from '../content.ts';
import { type Columns, dataset, fieldsOf } from '../dataset.ts';
import type { PublishedEdition } from '../published-editions.ts';

const reportOf = ({ content, fiscalYear }: PublishedEdition) => {
  const { id: reportId, reportKind, ...report } = reportContent.parse(content);
  return { ...report, reportId, kind: reportKind, fiscalYear };
};

/** Of which report a row is. */
const ofReport: Columns = {
  reportId: {
    type: 'string',
    means: { th: 'รหัสรายงาน คงเดิมทุกฉบับ', en: 'Id of the report, the same in every edition.' },
  },
  ...fieldsOf('YearReport', { kind: 'string', fiscalYear: 'integer' }),
};

const ofItem: Columns = {
  ...ofReport,
  itemId: {
    type: 'string',
    means: {
      th: 'รหัสรายการในรายงาน ดังในชุดข้อมูล year-report-items',
      en: 'Id of the item of the report, as in the data set year-report-items.',
    },
  },
};

/** The items of a report, each with what says of which report it is. */
function itemsOf(edition: PublishedEdition) {
  const { reportId, kind, fiscalYear, items } = reportOf(edition);
  return items.map(({ id: itemId, ...item }) => ({ ...item, itemId, reportId, kind, fiscalYear }));
}

export const yearReports = dataset({
  name: 'year-reports',
  title: { th: 'รายงานผลประจำปีที่เผยแพร่', en: 'Published reports of the year' },
  description: {
    th: 'รายงานผลตามแผนรอบ 6 และ 12 เดือน และรายงานผลการจัดการความเสี่ยงการรับสินบน ฉบับล่าสุดที่เผยแพร่',
    en: 'Each report on a plan after six and twelve months, and on the bribery risks of a register, in its latest published edition.',
  },
  kind: 'YEAR_REPORT',
  columns: {
    ...ofReport,
    ...fieldsOf('YearReport', {
      summaryTh: 'string',
      problemsTh: 'string',
      suggestionsTh: 'string',
      signedOn: 'date',
      origin: 'string',
    }),
  },
  rowsOf: (edition) => [reportOf(edition)],
});

export const yearReportItems = dataset({
  name: 'year-report-items',
  title: { th: 'รายการในรายงานผลที่เผยแพร่', en: 'Items of the published reports of the year' },
  description: {
    th: 'โครงการหรือความเสี่ยงแต่ละรายการที่รายงาน ผล ความก้าวหน้า และเงินที่ใช้ ดังที่รายงานฉบับล่าสุดพิมพ์ไว้',
    en: 'Each project or bribery risk that a report tells of: result, progress, money spent and levels, as the latest published edition prints them.',
  },
  kind: 'YEAR_REPORT',
  columns: {
    ...ofItem,
    projectId: {
      type: 'string',
      means: {
        th: 'รหัสโครงการในชุดข้อมูล projects ว่างเมื่อเป็นความเสี่ยง',
        en: 'Id of the project, as in the data set projects; empty for a risk.',
      },
    },
    riskId: {
      type: 'string',
      means: {
        th: 'รหัสความเสี่ยงในชุดข้อมูล risks ว่างเมื่อเป็นโครงการ',
        en: 'Id of the risk, as in the data set risks; empty for a project.',
      },
    },
    ...fieldsOf('YearReportItem', {
      titleTh: 'string',
      resultTh: 'string',
      progressPercent: 'integer',
      spentAmount: 'number',
      problemsTh: 'string',
      suggestionsTh: 'string',
      levelBefore: 'string',
      levelAfter: 'string',
    }),
  },
  rowsOf: itemsOf,
});

export const yearReportValues = dataset({
  name: 'year-report-values',
  title: { th: 'ค่าตัวชี้วัดในรายงานผลที่เผยแพร่', en: 'Values of indicators in the published reports of the year' },
  description: {
    th: 'ค่าของตัวชี้วัดแต่ละตัวของโครงการที่รายงาน',
    en: 'Each indicator of the projects that a report tells of, with the value that was measured.',
  },
  kind: 'YEAR_REPORT',
  columns: {
    ...ofItem,
    indicatorKind: { type: 'string', means: 'YearReportValue.kind' },
    ...fieldsOf('YearReportValue', {
      textTh: 'string',
      operator: 'string',
      threshold: 'number',
      unitTh: 'string',
      value: 'number',
      previous: 'number',
    }),
  },
  rowsOf: (edition) =>
    itemsOf(edition).flatMap(({ values, ...item }) =>
      values.map(({ kind: indicatorKind, ...value }) => ({ ...item, ...value, indicatorKind })),
    ),
});

export const yearReportMeasures = dataset({
  name: 'year-report-measures',
  title: { th: 'มาตรการในรายงานผลที่เผยแพร่', en: 'Measures in the published reports of the year' },
  description: {
    th: 'มาตรการแต่ละข้อต่อความเสี่ยงการรับสินบนที่รายงาน สถานะและความก้าวหน้าเป็นของวันที่รายงาน',
    en: 'Each measure against a bribery risk that a report tells of; status and progress are those of the report.',
  },
  kind: 'YEAR_REPORT',
  columns: {
    ...ofItem,
    ...fieldsOf('YearReportMeasure', {
      measureTh: 'string',
      status: 'string',
      progressPercent: 'integer',
      doneOn: 'date',
      doneTh: 'string',
      leftTh: 'string',
    }),
  },
  rowsOf: (edition) =>
    itemsOf(edition).flatMap(({ measures, ...item }) => measures.map((measure) => ({ ...item, ...measure }))),
});
