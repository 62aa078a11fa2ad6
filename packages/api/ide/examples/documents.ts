import { type Example, SAMPLE_AGENCY } from './example.ts';

/** Budgets and delegation: what the documents print beside what the registry computes. */
export const documentExamples: readonly Example[] = [
  {
    id: 'budgets-and-findings',
    titleTh: 'งบประมาณรายปีและข้อสังเกต',
    titleEn: 'Budgets by year and findings',
    descriptionTh: 'อบต.แม่ดง: งบประมาณแต่ละโครงการรายปี และจุดที่ยอดพิมพ์ในเอกสารไม่ตรงกับยอดที่คำนวณ',
    descriptionEn: 'Mae Dong: budgets by year, and where printed sums differ from computed ones',
    persona: { role: 'EDITOR', agencyCode: 'LG-MAEDONG' },
    query: `query BudgetsAndFindings {
  plans(first: 2, where: { agency: { code: { eq: "LG-MAEDONG" } } }) {
    edges {
      node {
        titleTh
        findings(first: 20) {
          edges { node { severity messageTh messageEn printed computed } }
        }
        projects(first: 30) {
          edges {
            node {
              sequenceNo
              titleTh
              budgetLines { fiscalYear status amount }
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    id: 'delegation-orders',
    titleTh: 'คำสั่งมอบหมายอำนาจที่มีผลอยู่',
    titleEn: 'Delegation orders in force',
    descriptionTh: 'ใครมอบอำนาจใดให้ใคร วงเงินเท่าไร และมอบต่อได้หรือไม่',
    descriptionEn: 'Who passes which power to whom, up to what amount, and whether it may be passed on',
    persona: { role: 'APPROVER', agencyCode: SAMPLE_AGENCY },
    query: `query DelegationOrdersInForce {
  delegationOrders(first: 10, where: { status: { in: [IN_FORCE] } }) {
    totalCount
    edges {
      node {
        orderNo
        year
        signedOn
        effectiveFrom
        effectiveTo
        status
        powers {
          verb
          processArea
          delegator { titleTh }
          delegate { titleTh }
          ceilingAmount
          subDelegable
        }
      }
    }
  }
}
`,
  },
];
