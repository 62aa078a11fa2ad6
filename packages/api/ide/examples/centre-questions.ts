import type { Example } from './example.ts';

/** What the centre asks next: what comes up, what is found, what is alike, and what it was like at a moment. */
export const centreQuestionExamples: readonly Example[] = [
  {
    id: 'early-warnings',
    titleTh: 'สิ่งที่จะถึงกำหนดและสิ่งที่ควรดู',
    titleEn: 'What comes up, and what to look at',
    descriptionTh:
      'มาตรการ การทบทวน และรายงานที่จะเกินกำหนดใน 30 60 90 วัน คำสั่งที่จะสิ้นผลและอำนาจที่จะหมดไป และข้อที่ตรวจพบ ทุกจำนวนมีเงื่อนไขที่แสดงรายการ',
    descriptionEn:
      'What will be overdue in 30, 60 and 90 days, which orders end and who loses which powers, and what the checks found; every number has the condition that lists its rows',
    persona: { role: 'CENTRE' },
    query: `query EarlyWarnings($filter: CentreFilter) {
  centre {
    earlyWarnings(filter: $filter) { kind nameTh nameEn cells { nameTh count list where } }
    xRays(filter: $filter) { code nameTh nameEn agencyCount cells { nameTh count list where } }
    ordersEnding(withinDays: 365, first: 20, filter: $filter) {
      total { count where }
      orders {
        agencyNameTh
        orderName
        lastDay
        daysLeft
        losses { positionTh subjectTh verb ceilingAmount isHeldOtherwise }
      }
    }
  }
}
`,
    variables: { filter: { includeSamples: true } },
  },
  {
    id: 'similar-risks',
    titleTh: 'ความเสี่ยงเดียวกันในหลายหน่วยงาน',
    titleEn: 'The same risk in several agencies',
    descriptionTh: 'กลุ่มความเสี่ยงที่ข้อความเหมือนหรือเกือบเหมือนกัน ระดับเทียบกัน และความเสี่ยงที่คล้ายกับข้อหนึ่ง',
    descriptionEn:
      'Risks with the same or nearly the same text, their levels side by side, and what is like a single one',
    persona: { role: 'CENTRE' },
    query: `query SimilarRisks($filter: CentreFilter) {
  centre {
    similarRisks(minScore: 0.6, first: 10, filter: $filter) {
      titleTh
      agencyCount
      riskCount
      copiedAgencyCount
      levels { level count }
    }
  }
  risks(first: 5, where: { level: { in: [EXTREME, HIGH] } }) {
    edges {
      node {
        agency { nameTh }
        titleTh
        similar(first: 5) { score isIdentical node { ... on Risk { agency { nameTh } titleTh level } } }
      }
    }
  }
}
`,
    variables: { filter: { includeSamples: true } },
  },
  {
    id: 'as-of',
    titleTh: 'ข้อมูล ณ เวลาหนึ่ง',
    titleEn: 'As of a moment',
    descriptionTh:
      'ทะเบียนความเสี่ยงของหน่วยงานหนึ่งตามที่เป็นอยู่ในเวลาหนึ่ง เทียบกับเดี๋ยวนี้ ใส่เวลาใน asOf ที่ช่อง Variables เช่น 2026-12-01T09:00:00+07:00',
    descriptionEn:
      'The registers of an agency as they stood at a moment, beside those of now: put the moment into asOf under Variables, such as 2026-12-01T09:00:00+07:00',
    persona: { role: 'CENTRE' },
    query: `query AsOf($code: String!, $asOf: DateTime) {
  then: agency(code: $code, asOf: $asOf) { ...registers }
  now: agency(code: $code) { ...registers }
}

fragment registers on Agency {
  nameTh
  riskRegisters(first: 3) {
    edges { node { fiscalYear status updatedAt risks(first: 20) { edges { node { code titleTh level score } } } } }
  }
}
`,
    variables: { code: 'SAMPLE-1', asOf: null },
  },
];
