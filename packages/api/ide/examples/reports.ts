import { type Example, SAMPLE_AGENCY } from './example.ts';

/** What agencies report on a year, and on each indicator of its assessment. */
export const reportExamples: readonly Example[] = [
  {
    id: 'plan-reports',
    titleTh: 'รายงานผลตามแผนรอบ 6 และ 12 เดือน',
    titleEn: 'Reports on a plan after six and twelve months',
    descriptionTh: 'ผล ความก้าวหน้า การใช้จ่าย และตัวชี้วัดรายโครงการ พร้อมบอกว่าต้นทางถูกแก้ไขหลังจากนำมาหรือไม่',
    descriptionEn:
      'Result, progress, spending and indicators of each project, and whether its source was changed since',
    persona: { role: 'EDITOR', agencyCode: SAMPLE_AGENCY },
    query: `query PlanReports {
  planReports(first: 5, where: { kind: { in: [SIX_MONTHS, TWELVE_MONTHS] } }) {
    totalCount
    edges {
      node {
        titleTh
        status
        dueOn
        signedBy { titleTh }
        signedOn
        summaryTh
        items {
          titleTh
          progressPercent
          spentAmount
          resultTh
          isSourceChanged
          values { textTh operator threshold value outcome }
        }
        submissions { round submittedOn receiptNo }
      }
    }
  }
}
`,
  },
  {
    id: 'results-by-indicator',
    titleTh: 'ผลตามตัวชี้วัดของเอกสาร 004',
    titleEn: 'Results by indicator, document 004',
    descriptionTh: 'แนวทางและผลการดำเนินการของสำนักงานเขตธนบุรี ปี 2564 ตามตัวชี้วัดทั้งสิบ เรียงตามที่พิมพ์',
    descriptionEn: 'What Thon Buri set out to do in 2564 about each of the ten indicators, and what it did, as printed',
    persona: { role: 'CENTRE' },
    query: `query ResultsByIndicator {
  guidelines(first: 20, where: { fiscalYear: { eq: 2564 } }) {
    totalCount
    edges { node { indicator { number nameTh instrumentCode } number textTh previousAssessment { gradePrinted } } }
  }
  indicatorResults(first: 50, where: { fiscalYear: { eq: 2564 } }) {
    totalCount
    edges { node { indicatorNumber number textTh frequency threshold unitTh parts { number textTh reportYear } } }
  }
}
`,
  },
];
