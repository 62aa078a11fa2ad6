import type { Example } from './example.ts';

/** Questions about the whole city, and the reference data that everybody shares. */
export const centreExamples: readonly Example[] = [
  {
    id: 'risk-matrix',
    titleTh: 'ตารางความเสี่ยงทั้งเมือง',
    titleEn: 'City-wide risk matrix',
    descriptionTh: 'จำนวนความเสี่ยงในแต่ละช่องโอกาส × ผลกระทบ ของปีงบประมาณ',
    descriptionEn: 'How many risks lie in each cell of likelihood × impact',
    persona: { role: 'CENTRE' },
    query: `query RiskMatrix($fiscalYear: FiscalYear!) {
  centre {
    riskMatrix(fiscalYear: $fiscalYear) {
      cells { likelihood impact level count }
    }
  }
}
`,
    variables: { fiscalYear: 2569 },
  },
  {
    id: 'risk-levels',
    titleTh: 'ระดับความเสี่ยงแยกกลุ่มเขต',
    titleEn: 'Risk levels by district group',
    descriptionTh: 'จำนวนความเสี่ยงแต่ละระดับในหกกลุ่มเขต',
    descriptionEn: 'Number of risks of each level in the six groups of districts',
    persona: { role: 'CENTRE' },
    query: `query RiskLevelsByGroup($fiscalYear: FiscalYear!) {
  centre {
    riskLevels(fiscalYear: $fiscalYear, groupBy: DISTRICT_GROUP) {
      key
      counts { level count }
    }
  }
}
`,
    variables: { fiscalYear: 2569 },
  },
  {
    id: 'progress-and-completeness',
    titleTh: 'ความคืบหน้าและความครบถ้วน',
    titleEn: 'Progress and completeness',
    descriptionTh: 'มาตรการที่เสร็จและเกินกำหนด และหน่วยงานใดยังไม่ได้ส่งส่วนใด',
    descriptionEn: 'Measures done and overdue, and who has not submitted which part',
    persona: { role: 'CENTRE' },
    query: `query ProgressAndCompleteness($fiscalYear: FiscalYear!) {
  centre {
    mitigationProgress(fiscalYear: $fiscalYear) { total done overdue }
    completeness(fiscalYear: $fiscalYear) {
      agency { code nameTh }
      plan
      swot
      riskRegister
    }
  }
}
`,
    variables: { fiscalYear: 2569 },
  },
  {
    id: 'budgets',
    titleTh: 'งบประมาณตามมิติและปี',
    titleEn: 'Budgets by dimension and year',
    descriptionTh: 'งบประมาณตามแผนและที่ใช้จริงของทุกหน่วยงาน เปิดเป็นตารางแล้วส่งออกเป็น CSV ได้',
    descriptionEn: 'Planned and spent money of every agency; open as a table, take away as CSV',
    persona: { role: 'ANALYST' },
    query: `query BudgetsByDimension {
  centre {
    budgets {
      fiscalYear
      dimension
      planned
      spent
    }
  }
}
`,
  },
  {
    id: 'agencies',
    titleTh: 'รายชื่อหน่วยงานตามกลุ่มเขต',
    titleEn: 'Agencies by district group',
    descriptionTh: 'สำนักงานเขต สำนัก และหน่วยงานทั้งหมดในทะเบียน พร้อมกลุ่มเขต',
    descriptionEn: 'Every district office and department with its district group',
    persona: { role: 'ANALYST' },
    query: `query AgenciesByGroup {
  agencies(first: 100, where: { kind: { eq: DISTRICT_OFFICE } }) {
    totalCount
    edges { node { code nameTh nameEn districtGroup } }
  }
}
`,
  },
  {
    id: 'framework',
    titleTh: 'กรอบยุทธศาสตร์ มิติและภารกิจ',
    titleEn: 'Framework of dimensions and missions',
    descriptionTh: 'สี่มิติและภารกิจที่ทุกโครงการอ้างอิง พร้อมวิธีให้คะแนนความเสี่ยง',
    descriptionEn: 'The four dimensions and missions every project refers to, and the scoring methods',
    persona: { role: 'PUBLIC' },
    query: `query Framework {
  framework {
    version
    dimensions {
      number
      titleTh
      missions { code titleTh }
    }
  }
  riskMethods { version }
}
`,
  },
];
