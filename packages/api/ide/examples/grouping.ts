import type { Example } from './example.ts';

/** Questions about groups of records, with their figures; each group says the `where` that lists its rows. */
export const groupingExamples: readonly Example[] = [
  {
    id: 'budgets-grouped',
    titleTh: 'งบประมาณตามมิติ ปี และหน่วยงาน',
    titleEn: 'Budget by dimension, year and agency',
    descriptionTh: 'รวมงบประมาณของทุกแผนในคำถามเดียว แยกตามมิติ ปีงบประมาณ และหน่วยงาน พร้อมชื่อภาษาไทยและอังกฤษ',
    descriptionEn:
      'The budgets of all plans in one question, by dimension, fiscal year and agency, with labels in both languages',
    persona: { role: 'CENTRE' },
    query: `query BudgetsGrouped {
  budgetLinesGrouped(groupBy: [dimension, fiscalYear, agency], first: 50) {
    groupCount
    groups {
      labels { key th en }
      count
      sum { amount }
    }
  }
}
`,
  },
  {
    id: 'unassessed-grouped',
    titleTh: 'ความเสี่ยงที่ยังไม่ประเมิน ตามกระบวนงาน',
    titleEn: 'Risks without an assessment, by process area',
    descriptionTh: 'กระบวนงานใดมีความเสี่ยงที่ยังไม่ประเมินกี่เรื่อง มากที่สุดอยู่ต้นรายการ และเงื่อนไขสำหรับดูรายเรื่อง',
    descriptionEn:
      'How many risks of each process area await an assessment, the most first, and the conditions that list them',
    persona: { role: 'CENTRE' },
    query: `query UnassessedByProcessArea {
  risksGrouped(
    groupBy: [processArea]
    where: { level: { eq: UNASSESSED } }
    orderBy: [{ field: count, direction: DESC }]
    first: 20
  ) {
    groupCount
    groups { labels { th en } count where }
  }
}
`,
  },
  {
    id: 'scores-grouped',
    titleTh: 'คะแนนเฉลี่ยตามกลุ่มเขตและปี',
    titleEn: 'Average score by group of districts and year',
    descriptionTh: 'คะแนนความเสี่ยงเฉลี่ยและมัธยฐานของแต่ละกลุ่มเขต ทีละปีงบประมาณ เฉพาะกลุ่มที่มีอย่างน้อยสองเรื่อง',
    descriptionEn: 'Mean and median score of each group of districts, year by year; groups of two risks or more',
    persona: { role: 'ANALYST' },
    query: `query ScoresByDistrictGroup {
  risksGrouped(
    groupBy: [districtGroup, fiscalYear]
    having: { count: { gte: 2 } }
    first: 60
  ) {
    groups {
      labels { key th }
      count
      avg { score }
      median { score }
    }
  }
}
`,
  },
];
