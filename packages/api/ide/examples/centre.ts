import type { Example } from './example.ts';

/** Questions across the agencies, which the anti-corruption centre and the analysts may ask. */
export const centreExamples: readonly Example[] = [
  {
    id: 'side-by-side',
    titleTh: 'เอกสารของทุกหน่วยงาน เทียบกัน',
    titleEn: 'The documents side by side',
    descriptionTh: 'ศปท.กทม. เห็นแผนของจอมทอง สำนักการคลัง สำนักอนามัย และแม่ดงในคำถามเดียว พร้อมข้อสังเกต',
    descriptionEn: 'The centre sees the plans of four agencies in one question, with their findings',
    persona: { role: 'CENTRE' },
    query: `query DocumentsSideBySide {
  plans(first: 10, where: { origin: { eq: DOCUMENT } }, orderBy: { field: titleTh }) {
    totalCount
    edges {
      node {
        agency { nameTh }
        sourceDocument
        fiscalYearFrom
        fiscalYearTo
        dimensions { number projectCount budgetTotal }
        findings { severity code messageTh }
      }
    }
  }
  risks(first: 20, where: { origin: { eq: DOCUMENT } }) {
    totalCount
    edges { node { agency { nameTh } code titleTh level } }
  }
}
`,
  },
  {
    id: 'city-risks',
    titleTh: 'ภาพรวมความเสี่ยงของกรุงเทพมหานคร',
    titleEn: 'Risks across the city',
    descriptionTh:
      'ตารางโอกาส × ผลกระทบ ระดับความเสี่ยงแต่ละหน่วยงาน และความคืบหน้าของมาตรการ รวมหน่วยงานตัวอย่าง เอาออกได้ในช่อง Variables',
    descriptionEn:
      'Likelihood × impact, levels per agency, and how far the measures have come; with samples, unless Variables leave them out',
    persona: { role: 'CENTRE' },
    query: `query CityRisks($fiscalYear: FiscalYear!, $filter: CentreFilter) {
  centre {
    riskLevels(fiscalYear: $fiscalYear, groupBy: AGENCY, filter: $filter) {
      key
      nameTh
      low
      medium
      high
      extreme
      unassessed
      total
      isSample
    }
    riskMatrix(fiscalYear: $fiscalYear, filter: $filter) { likelihood impact level riskCount }
    mitigationProgress(fiscalYear: $fiscalYear, filter: $filter) {
      key
      nameTh
      total
      done
      overdue
      averageProgressPercent
    }
  }
}
`,
    variables: { fiscalYear: 2569, filter: { includeSamples: true } },
  },
  {
    id: 'completeness-and-budgets',
    titleTh: 'ความครบถ้วนและงบประมาณ',
    titleEn: 'Completeness and budgets',
    descriptionTh: 'หน่วยงานตัวอย่างใดส่งส่วนใดแล้ว และงบประมาณทุกหน่วยงานตามมิติและปี เปิดเป็นตารางแล้วส่งออก CSV ได้',
    descriptionEn: 'Who has submitted what, and planned and spent money; open as a table, take away as CSV',
    persona: { role: 'CENTRE' },
    query: `query CompletenessAndBudgets($fiscalYear: FiscalYear!) {
  centre {
    completeness(fiscalYear: $fiscalYear, filter: { agencyKinds: [SAMPLE] }) {
      code
      nameTh
      plan
      swotAnalysis
      riskRegister
      riskCount
      unassessedRiskCount
      ordersInForce
    }
    budgets(fiscalYearFrom: 2566, fiscalYearTo: 2570, filter: { includeSamples: true }) {
      fiscalYear
      dimensionNumber
      projectCount
      noBudgetCount
      planned
      spent
    }
  }
}
`,
    variables: { fiscalYear: 2568 },
  },
  {
    id: 'search',
    titleTh: 'ค้นหาทั้งทะเบียน พิมพ์ผิดบ้างก็พบ',
    titleEn: 'Search everything, even when misspelt',
    descriptionTh: 'ระเบียนทุกชนิดของทุกหน่วยงาน ใกล้เคียงที่สุดก่อน คำในช่อง Variables พิมพ์ผิดหนึ่งตัว',
    descriptionEn: 'Records of every kind of all agencies, closest first; the text in Variables has one letter wrong',
    persona: { role: 'CENTRE' },
    query: `query Search($text: String!) {
  search(text: $text, first: 10) {
    totalCount
    edges {
      score
      highlights {
        field
        parts { text isHit }
      }
      node { __typename id }
    }
  }
}
`,
    variables: { text: 'จัดชื้อจัดจ้าง' },
  },
  {
    id: 'high-risks-without-measures',
    titleTh: 'ความเสี่ยงสูงที่ไม่มีมาตรการกำลังดำเนินการ',
    titleEn: 'High risks without a live mitigation',
    descriptionTh: 'เขตใดมีความเสี่ยงระดับสูงหรือสูงมากที่ไม่มีมาตรการซึ่งยังดำเนินการอยู่ เรียงตามคะแนน',
    descriptionEn: 'Which agencies have high or extreme risks that no mitigation in progress answers, by score',
    persona: { role: 'CENTRE' },
    query: `query HighRisksWithoutMeasures {
  risks(
    first: 20
    where: {
      level: { in: [HIGH, EXTREME] }
      mitigations: { none: { status: { in: [PLANNED, IN_PROGRESS, OVERDUE] } } }
    }
    orderBy: [{ field: score, direction: DESC }, { field: code }]
  ) {
    totalCount
    edges { node { agency { nameTh districtGroup } fiscalYear code titleTh level score } }
  }
}
`,
  },
  {
    id: 'orders-ending-soon',
    titleTh: 'คำสั่งมอบอำนาจที่จะสิ้นสุดใน 90 วัน',
    titleEn: 'Orders that end within 90 days',
    descriptionTh: 'คำสั่งใดจะสิ้นสุดในอีก 90 วัน และใครจะไม่มีอำนาจใดอีก ที่สิ้นสุดก่อนอยู่ต้นรายการ',
    descriptionEn: 'Which orders end within 90 days and who loses which powers; the first to end come first',
    persona: { role: 'CENTRE' },
    query: `query OrdersEndingSoon($days: Int!) {
  delegationOrders(
    first: 20
    where: { effectiveTo: { today: { gte: 0, lte: $days } }, powers: { some: {} } }
    orderBy: { field: effectiveTo }
  ) {
    totalCount
    edges {
      node {
        agency { nameTh }
        orderNo
        titleTh
        effectiveTo
        powers { delegate { titleTh } verb processArea ceilingAmount }
      }
    }
  }
}
`,
    variables: { days: 90 },
  },
];
